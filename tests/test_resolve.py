"""The online proof against hosts that misbehave in every known way: each gets its verdict, nothing hangs, nothing private is asked."""

from __future__ import annotations

import asyncio
import json
import subprocess
from collections.abc import Iterator
from pathlib import Path

import check_links
import pytest
import trustme
from corpora import write
from scnotes.resolve import generic, hosts
from scnotes.resolve.answers import refusal
from scnotes.resolve.ledger import Ledger, proof_dates
from scnotes.resolve.prove import Proof, Settings, prove
from scnotes.resolve.transport import EndpointError, Transport, read_endpoints
from scnotes.resolve.verdicts import Probe, printable
from scnotes.symbols import parse
from un_server import SYMBOL, UnServer, pdf


@pytest.fixture
def server() -> Iterator[UnServer]:
    server = UnServer()
    yield server
    server.close()


def ask(
    server: UnServer, probes: list[Probe], *, depth: str = "file", ledger: Ledger | None = None, **more: object
) -> Proof:
    async def run() -> Proof:
        transport = Transport("test (+here)", {hosts.API_HOST: server.url}, deadline=1.0)
        settings = Settings(depth=depth, pace=0.0, at_once=8, **more)
        async with transport:
            return await prove(probes, settings=settings, ledger=ledger or Ledger(":memory:"), fetch=transport)

    return asyncio.run(run())


# what the document meets, language, depth; the verdict and the code of its reason
TRUTH = [
    ("good", "zh", "locate", "proved", "located"),
    ("good", "zh", "file", "proved", "file"),
    ("good", "zh", "text", "proved", "text"),
    ("good", "en", "text", "proved", "text"),
    ("textual", "zh", "file", "proved", "file"),
    ("429", "en", "file", "proved", "file"),
    ("503", "en", "file", "proved", "file"),
    ("miss", "zh", "file", "disproved", "missing"),
    ("shell", "zh", "file", "disproved", "missing"),
    ("empty", "zh", "file", "disproved", "missing"),
    ("404", "zh", "file", "disproved", "missing"),
    ("fallback", "zh", "file", "disproved", "english"),
    ("wrongsymbol", "zh", "text", "disproved", "other-symbol"),
    ("wronglanguage", "zh", "text", "disproved", "other-language"),
    ("challenge", "zh", "file", "unknown", "challenge"),
    ("wall", "zh", "file", "unknown", "wall"),
    ("viewer", "zh", "file", "unknown", "page"),
    ("403", "zh", "file", "unknown", "status-403"),
    ("500", "zh", "file", "unknown", "status-500"),
    ("wait", "zh", "file", "unknown", "wait"),
    ("hang", "zh", "file", "unknown", "timeout"),
    ("drip", "zh", "file", "unknown", "timeout"),
    ("reset", "zh", "file", "unknown", "reset"),
    ("loop", "zh", "file", "unknown", "loop"),
    ("private", "zh", "file", "unknown", "forbidden"),
    ("elsewhere", "zh", "file", "unknown", "forbidden"),
    ("bomb", "zh", "file", "unknown", "encoded"),
    ("endless", "zh", "file", "proved", "file"),
    ("short", "zh", "file", "unknown", "incomplete"),
    ("nofile", "zh", "file", "unknown", "page"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "lang", "depth", "outcome", "code"), TRUTH)
def test_truth_table(server, name, lang, depth, outcome, code):
    probe = Probe(parse(SYMBOL.get(name, "S/2001/999")), lang)
    proof = ask(server, [probe], depth=depth)
    assert proof.trusted, proof.why
    verdict = proof.verdicts[probe]
    assert (verdict.outcome, verdict.reason.code) == (outcome, code), verdict.evidence
    assert server.agents == {"test (+here)"}


def test_a_fault_is_looked_at_twice_and_a_proof_once(server):
    good, bad = Probe(parse(SYMBOL["good"]), "en"), Probe(parse("S/2001/999"), "en")
    ask(server, [good, bad, good])
    by_symbol = {each: sum(times for target, times in server.asked.items() if each in target and "/api/" in target)
                 for each in ("S%2F2001%2F101", "S%2F2001%2F999&")}  # fmt: skip
    assert by_symbol == {"S%2F2001%2F101": 1, "S%2F2001%2F999&": 2}


class Turned(UnServer):
    """A host whose controls come out wrong."""

    def __init__(self, wrong: str) -> None:
        super().__init__()
        self.wrong = wrong

    async def _symbol(self, symbol, lang, target, writer):
        if self.wrong == "good" and symbol.startswith(hosts.GOOD):
            symbol = "S/1900/1"
        if self.wrong == "impossible" and symbol.startswith(hosts.IMPOSSIBLE):
            symbol = "S/2017/507"
        await super()._symbol(symbol, lang, target, writer)


@pytest.mark.parametrize("wrong", ["good", "impossible"])
def test_a_control_that_fails_voids_the_run(wrong):
    server = Turned(wrong)
    probe = Probe(parse(SYMBOL["good"]), "zh")
    proof = ask(server, [probe])
    server.close()
    assert not proof.trusted
    assert (proof.verdicts[probe].outcome, proof.verdicts[probe].reason.code) == ("unknown", "untrusted")


def test_the_ledger_keeps_proofs_and_trusts_no_failure(server, tmp_path):
    path = tmp_path / "links.sqlite"
    good, unsure = Probe(parse(SYMBOL["good"]), "zh"), Probe(parse(SYMBOL["403"]), "zh")
    ledger = Ledger(path)
    ask(server, [good, unsure], ledger=ledger)
    before = sum(server.asked.values())
    proof = ask(server, [good], ledger=ledger)
    assert sum(server.asked.values()) == before, "a fresh proof is not asked again"
    assert proof.verdicts[good].fresh and proof.verdicts[good].outcome == "proved"
    assert not ask(server, [unsure], ledger=ledger).verdicts[unsure].fresh
    ledger.close()
    assert set(proof_dates(path)) == {(str(good.symbol), "zh")}
    path.write_bytes(b"no database")
    assert proof_dates(path) == {}


def test_a_budget_leaves_the_rest_unknown(server):
    probes = [Probe(parse(SYMBOL["good"]), lang) for lang in ("en", "zh", "fr")]
    proof = ask(server, probes, budget=1)
    assert sorted(verdict.reason.code for verdict in proof.verdicts.values()) == ["budget", "budget", "file"]


def test_many_links_are_asked_as_fast_as_the_limits_allow():
    server = UnServer(latency=0.01)
    probes = [Probe(parse(f"S/2017/{number}"), "en") for number in range(1, 61)]
    proof = ask(server, [*probes, Probe(parse("S/2017/507"), "en")])
    server.close()
    assert proof.trusted and proof.counts == {"proved": 1, "disproved": 60, "unknown": 0}
    assert 4 <= server.most <= 8, "eight at once were allowed"


def test_a_certificate_that_nobody_vouches_for_is_no_proof():
    authority = trustme.CA()
    import ssl

    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert("127.0.0.1").configure_cert(context)
    server = UnServer(tls=context)
    probe = Probe(parse(SYMBOL["good"]), "zh")
    proof = ask(server, [probe])
    server.close()
    assert not proof.trusted and "TLS" in proof.why.en


@pytest.mark.parametrize(
    ("url", "why"),
    [
        ("https://documents.un.org/doc/a.pdf", None),
        ("http://documents.un.org/doc/a.pdf", "not https"),
        ("https://documents.un.org:8443/doc", "port"),
        ("https://127.0.0.1/doc", "host not on the list"),
        ("https://a@documents.un.org/doc", "credentials"),
        ("https://documents.un.org.evil.org/doc", "host not on the list"),
        ("https://digitallibrary.un.org/record/1", "host not on the list"),
        ("https://documents.un.org/\x1b[31m", "malformed"),
    ],
)
def test_what_may_be_asked(url, why):
    assert refusal(url) == why


@pytest.mark.parametrize(
    "entry",
    ["documents.un.org=https://example.org", "example.org=http://127.0.0.1:1", "documents.un.org=http://10.0.0.1", "x"],
)
def test_an_endpoint_is_a_loopback_address_of_a_un_host(entry):
    with pytest.raises(EndpointError):
        read_endpoints([entry])


def test_nothing_from_the_network_acts_on_a_terminal():
    assert printable("a\x1b[31m\u202e\n::error::") == "a\\x1b[31m\\u202e\\n::error::"


def test_a_pdf_shows_its_symbol():
    assert pdf("S/2017/507").startswith(b"%PDF-")


# ---- the command


def run(capsys, root: Path, *arguments: str) -> tuple[int, str, str]:
    code = check_links.main(["--lang", "en", "--root", str(root), str(root), "--online", "--pace", "0", *arguments])
    said = capsys.readouterr()
    return code, said.out, said.err


def test_rows_of_the_command(server, tmp_path, capsys):
    root = write(tmp_path, {"docs/zh/x.md": f"[词](https://undocs.org/zh/{SYMBOL['good']})和{SYMBOL['403']}\n\nhttps://undocs.org/zh/S/2001/999\n",
                            "docs/en/x.md": "Text\n"})  # fmt: skip
    endpoint = ("--endpoint", f"documents.un.org={server.url}")
    code, out, _ = run(capsys, root, "--format", "json", *endpoint)
    assert code == 1
    data = json.loads(out)
    rows = {
        (row["file"], row["line"], row["column"], row["symbol"], row["verdict"])
        for row in data["links"]
        if row["file"] == "docs/zh/x.md"
    }
    assert rows == {
        ("docs/zh/x.md", 1, 5, "S/2001/101", "proved"),
        ("docs/zh/x.md", 1, 39, "S/2001/107", "unknown"),
        ("docs/zh/x.md", 3, 1, "S/2001/999", "disproved"),
    }
    found = {(each["path"], each["line"], each["code"]) for each in data["findings"]}
    assert ("docs/zh/x.md", 3, "NET001") in found and ("docs/zh/x.md", 1, "NET001") not in found
    assert (root / ".links" / "ledger.sqlite").is_file()


def test_without_a_network_everything_is_unknown_and_nothing_is_believed(tmp_path, capsys):
    root = write(tmp_path)
    code, out, err = run(capsys, root, "--endpoint", "documents.un.org=http://127.0.0.1:9")
    assert code == 3
    assert out.startswith("proved 0, disproved 0, unknown ")
    assert err == ("Nothing was proved: the controls did not come out right (no connection to the host), "
                   "so every verdict of this run is unknown.\n")  # fmt: skip


@pytest.mark.parametrize(
    "arguments", [("--endpoint", "documents.un.org=https://example.org"), ("--changed-since", "no-such-revision")]
)
def test_a_wrong_call(tmp_path, capsys, arguments):
    with pytest.raises(SystemExit) as stop:
        run(capsys, write(tmp_path), *arguments)
    assert stop.value.code == 2


def test_other_hosts_are_read_from_lychees_json():
    said = {
        "error_map": {"a.md": [{"url": "https://a.org/gone", "status": {"text": "Not Found", "code": 404}},
                               {"url": "https://b.org/", "status": {"text": "Timeout"}},
                               {"url": "https://c.org/no", "status": {"text": "Forbidden", "code": 403}}]},
        "success_map": {"a.md": [{"url": "https://d.org/", "status": {"text": "OK", "code": 200}}]},
    }  # fmt: skip
    found = generic.read(
        said, ["https://a.org/gone", "https://b.org", "https://c.org/no", "https://d.org", "https://e.org"]
    )
    assert {url: verdict.outcome for url, verdict in found.items()} == {
        "https://a.org/gone": "disproved",
        "https://b.org": "unknown",
        "https://c.org/no": "unknown",
        "https://d.org": "proved",
        "https://e.org": "unknown",
    }


def test_lychee_itself_is_understood(served):
    if not generic.LYCHEE.is_file():
        pytest.skip("lychee is not installed")
    found = generic.check([served + "S/2017/507/", served + "nowhere/"], "test", private=True)
    assert {url.removeprefix(served): verdict.outcome for url, verdict in found.items()} == {
        "S/2017/507/": "proved",
        "nowhere/": "disproved",
    }


def test_only_changed_lines_are_asked(server, tmp_path, capsys):
    root = write(tmp_path, {"docs/zh/x.md": f"见{SYMBOL['good']}。\n", "docs/en/x.md": "Text\n"})
    for command in (["init", "-q"], ["add", "-A"], ["-c", "user.name=a", "-c", "user.email=a@b", "commit", "-qm", "x"]):
        subprocess.run(["git", *command], cwd=root, check=True)
    (root / "docs/zh/x.md").write_text(f"见{SYMBOL['good']}。\n\n又见{SYMBOL['429']}。\n", encoding="utf-8")
    endpoint = ("--endpoint", f"documents.un.org={server.url}")
    code, out, _ = run(capsys, root, "--format", "json", "--changed-since", "HEAD", *endpoint)
    assert code == 0
    assert [(row["line"], row["symbol"], row["verdict"]) for row in json.loads(out)["links"]] == [
        (3, SYMBOL["429"], "proved")
    ]


def test_a_run_that_is_ended_keeps_what_it_found(server, tmp_path):
    ledger = Ledger(tmp_path / "ledger.sqlite")
    good, hang = Probe(parse(SYMBOL["good"]), "zh"), Probe(parse(SYMBOL["hang"]), "zh")

    async def ended() -> Proof:
        async with Transport("test", {hosts.API_HOST: server.url}, deadline=20.0) as transport:
            task = asyncio.create_task(
                prove([good, hang], settings=Settings("file", pace=0.0), ledger=ledger, fetch=transport)
            )
            for _ in range(100):
                if any("113" in each for each in server.asked):
                    break
                await asyncio.sleep(0.05)
            task.cancel()
            return await task

    proof = asyncio.run(ended())
    assert proof.interrupted
    assert (proof.verdicts[good].outcome, proof.verdicts[hang].reason.code) == ("proved", "stopped")
    assert ledger.row(good).outcome == "proved"
