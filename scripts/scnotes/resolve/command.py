"""The online side of check_links.py: what is asked, what is printed, the exit code."""

from __future__ import annotations

import argparse
import asyncio
import os
import signal
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.progress import Progress

from scnotes import command, reporters
from scnotes.corpus import Corpus
from scnotes.diagnostics import Diagnostic, Text
from scnotes.resolve import generic, hosts
from scnotes.resolve.ledger import PLACE, Ledger, LedgerError
from scnotes.resolve.occurrences import Occurrence, changed_lines, occurrences
from scnotes.resolve.prove import Proof, Settings, prove
from scnotes.resolve.transport import EndpointError, Transport, read_endpoints
from scnotes.resolve.verdicts import DEPTHS, OUTCOMES, Probe, Verdict, unknown

UNTRUSTED = 3
SUMMARY = {
    "proved": Text("已证实", "proved"),
    "disproved": Text("已否定", "disproved"),
    "unknown": Text("未知", "unknown"),
}


def add_options(parser: argparse.ArgumentParser) -> None:
    """The options of the online check."""
    online = parser.add_argument_group("online")
    online.add_argument("--online", action="store_true", help="ask the UN's hosts whether each link is what it says")
    online.add_argument(
        "--budget", type=int, metavar="N", help="ask for at most N documents, the oldest verdicts first"
    )
    online.add_argument("--depth", choices=DEPTHS, default="file", help="how far a proof goes; default: file")
    online.add_argument("--ledger", type=Path, help=f"where verdicts are kept; default: {PLACE} below the root")
    online.add_argument("--changed-since", metavar="REV", help="only links on lines added or changed since a revision")
    online.add_argument(
        "--contact", default=os.environ.get("REPO_URL", ""), help="where the hosts' owners can complain"
    )
    online.add_argument("--pace", type=float, default=hosts.PACE, metavar="S", help="seconds between two requests")
    online.add_argument("--proxy", help="ask through this proxy; none is read from the environment")
    online.add_argument(
        "--endpoint", action="append", default=[], metavar="HOST=URL", help="a loopback address that plays a UN host"
    )


def run(corpus: Corpus, paths: Sequence[Path], options: argparse.Namespace, parser: argparse.ArgumentParser) -> int:
    """Ask, print, and give the exit code: 1 for a link disproved, 3 if the run could not be trusted, 2 for a wrong call."""
    lang = options.lang
    try:
        endpoints = read_endpoints(options.endpoint)
        changed = changed_lines(corpus.root, options.changed_since) if options.changed_since else None
        ledger = Ledger(options.ledger or corpus.root / PLACE)
    except (EndpointError, LedgerError) as error:
        parser.error(error.message.in_(lang))
    except LookupError as error:
        parser.error(str(error))
    pages = [
        page for page in corpus.pages.values() if any((corpus.root / page.path).is_relative_to(each) for each in paths)
    ]
    found = [each for each in occurrences(corpus, pages) if changed is None or each.line in changed.get(each.path, ())]
    agent = f"scnotes-links/1 (+{options.contact or 'no address given'})"
    settings = Settings(options.depth, options.budget, options.pace)
    proof = _ask(found, settings, ledger, Transport(agent, endpoints, options.proxy), lang)
    ledger.close()
    others = [each.url for each in found if each.probe is None and each.why is None]
    reached = generic.check(others, agent) if proof.trusted and not endpoints and not proof.interrupted else {}
    verdicts = [(each, _verdict(each, proof, reached)) for each in found]
    _report(verdicts, proof, options, corpus.root)
    if not proof.trusted:
        return UNTRUSTED
    return command.FOUND if any(verdict.outcome == "disproved" for _, verdict in verdicts) else command.CLEAN


def _verdict(each: Occurrence, proof: Proof, reached: dict[str, Verdict]) -> Verdict:
    if each.probe is not None:
        return proof.verdicts[each.probe]
    return unknown(each.why) if each.why else reached.get(each.url, Verdict("unknown", generic.SILENT))


def _ask(found: Iterable[Occurrence], settings: Settings, ledger: Ledger, transport: Transport, lang: str) -> Proof:
    probes = [each.probe for each in found if each.probe is not None]

    async def asked() -> Proof:
        task = asyncio.current_task()
        if task is not None:
            asyncio.get_running_loop().add_signal_handler(signal.SIGINT, task.cancel)
        async with transport:
            with Progress(console=Console(stderr=True), disable=not sys.stderr.isatty()) as shown:
                bar = shown.add_task("", total=None)

                def progress(done: int, total: int, probe: Probe, verdict: Verdict) -> None:
                    name = f"{probe.symbol} ({probe.lang}): {SUMMARY[verdict.outcome].zh if lang == 'zh' else verdict.outcome}"
                    shown.update(bar, completed=done, total=total, description=name)

                return await prove(probes, settings=settings, ledger=ledger, fetch=transport, progress=progress)

    return asyncio.run(asked())


def _report(
    verdicts: Sequence[tuple[Occurrence, Verdict]], proof: Proof, options: argparse.Namespace, root: Path
) -> None:
    lang = options.lang
    findings = sorted(_finding(each, verdict) for each, verdict in verdicts if verdict.outcome == "disproved")
    if options.format == "json":
        print(reporters.as_json(findings, lang, [_row(each, verdict, lang) for each, verdict in verdicts]), end="")
    elif options.format == "text" and sys.stdout.isatty():
        reporters.terminal(findings, lang, root, Console(highlight=False))
    else:
        print(reporters.FORMATS[options.format](findings, lang), end="")
    # Where a program reads the output, people read the summary beside it.
    stream = sys.stdout if options.format == "text" else sys.stderr
    totals = Counter(verdict.outcome for _, verdict in verdicts)
    print(", ".join(f"{SUMMARY[each].in_(lang)} {totals[each]}" for each in OUTCOMES), file=stream)
    whys = Counter(verdict.reason.text.in_(lang) for _, verdict in verdicts if verdict.outcome == "unknown")
    for why, number in whys.most_common():
        print(f"  {number} × {reporters.shown(why)}", file=stream)
    if proof.why is not None:
        print(reporters.shown(proof.why.in_(lang)), file=sys.stderr)


def _finding(each: Occurrence, verdict: Verdict) -> Diagnostic:
    message = Text(f"{each.url}：{verdict.reason.text.zh}", f"{each.url}: {verdict.reason.text.en}")
    hint = (
        Text("核对文号和语文", "check symbol and language")
        if each.probe
        else Text("改正或删去链接", "mend or remove the link")
    )
    return Diagnostic(each.path, each.line, each.column, "NET001", message, hint)


def _row(each: Occurrence, verdict: Verdict, lang: str) -> dict[str, Any]:
    return {
        "url": each.url,
        "symbol": str(each.probe.symbol) if each.probe else None,
        "language": each.probe.lang if each.probe else None,
        "verdict": verdict.outcome,
        "reason": verdict.reason.code,
        "said": verdict.reason.text.zh if lang == "zh" else verdict.reason.text.en,
        "evidence": list(verdict.evidence.hops),
        "sha256": verdict.evidence.sha256 or None,
        "seen": verdict.seen or None,
        "notes": [note.zh if lang == "zh" else note.en for note in verdict.evidence.notes],
        "file": each.path,
        "line": each.line,
        "column": each.column,
    }
