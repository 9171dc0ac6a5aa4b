"""The register: what each of its rules catches and at which place, and what it derives."""

from __future__ import annotations

from pathlib import Path

import pytest
from corpora import DIGESTS, REGISTER, SOURCES, write
from scnotes.diagnostics import Findings, render
from scnotes.register import Register
from scnotes.symbols import parse

ROOT = Path(__file__).resolve().parent.parent

# file, what is replaced, by what; the findings, each up to the end of its message
CAUGHT = [
    ("documents", "type: note", "type: [note", ["documents.yml:13:7: REG001 this is not YAML"]),
    ("documents", "  type: note\n", "  type: note\n  type: note\n", ["documents.yml:13:3: REG002 this key stands twice"]),
    ("documents", "type: note", "type: memo", ["documents.yml:12:9: REG003 type of S/2019/990: Input should be 'note', 'letter'"]),
    ("documents", "'2017-08-30'", "'30.8.2017'", ["documents.yml:4:9: REG003 date of S/2017/507: String should match pattern"]),
    ("documents", "paragraphs: 142", "paras: 142", ["documents.yml:6:10: REG003 paras of S/2017/507: Extra inputs"]),
    ("documents", "  sources:\n    - {source: A, facts: [type, date]}\n", "", ["documents.yml:11:3: REG003 sources of S/2019/990: Field required"]),
    ("documents", "symbol: S/2019/990", "symbol: S/2019/ 990", ["documents.yml:11:11: REG004 S/2019/ 990 is not a canonical symbol"]),
    ("documents", "symbol: S/2019/990", "symbol: S/2016/990", ["documents.yml:11:11: REG005 S/2016/990 belongs before S/2017/507"]),
    ("documents", "symbol: S/2019/990", "symbol: S/2017/507", ["documents.yml:11:11: REG005 S/2017/507 has two records"]),
    ("documents", "    - {source: A, facts: [type, date]}", "    - {source: A, facts: [type, date, supersedes]}\n  supersedes: [S/2010/507]",
     ["documents.yml:18:16: REG006 S/2010/507 is not in the register"]),
    ("documents", "    - {source: A, facts: [type, date]}", "    - {source: A, facts: [type, date, amends]}\n  amends:\n    - {symbol: S/2010/507, paragraphs: [3]}",
     ["documents.yml:19:16: REG006 S/2010/507 is not in the register"]),
    ("documents", "paragraphs, aliases]}\n", "paragraphs, aliases, supersedes]}\n  supersedes: [S/2019/990]\n",
     ["documents.yml:10:16: REG007 S/2017/507 is older than S/2019/990"]),
    ("documents", "[type, date, paragraphs, aliases]", "[type]",
     ["documents.yml:4:9: REG008 date of S/2017/507 has no source", "documents.yml:6:15: REG008 paragraphs of S/2017/507 has no source",
      "documents.yml:7:12: REG008 aliases of S/2017/507 has no source"]),
    ("documents", "{source: A, facts: [type, date]}", "{facts: [type, date]}", ["documents.yml:17:7: REG009 an entry has either source or derived"]),
    ("documents", "{source: A, facts: [type, date]}", "{source: B, facts: [type, date]}", ["documents.yml:17:16: REG010 B is not in sources.yml"]),
    ("sources", SOURCES, SOURCES + SOURCES.replace("A:", "B:"), ["sources.yml:6:3: REG012 B is used by no record"]),
    ("sources", "https://", "gopher://", ["sources.yml:3:8: REG003 url of A"]),
    ("digests", "S/2017/507", "S/2010/507", ["digests.yml:2:3: REG006 S/2010/507 is not in the register"]),
    ("digests", "para: 94", "para: 143", ["digests.yml:2:11: REG013 S/2017/507 has 142 paragraphs"]),
    ("digests", DIGESTS, DIGESTS + DIGESTS.partition("\n")[2], ["digests.yml:6:11: REG013 paragraph 94 of S/2017/507 has two gists"]),
    ("digests", "source: [A]", "source: [A, B]", ["digests.yml:5:17: REG010 B is not in sources.yml"]),
    ("digests", "basis: reported", "basis: guessed", ["digests.yml:4:12: REG003 0.basis of S/2017/507"]),
]  # fmt: skip


@pytest.mark.parametrize(("name", "old", "new", "expected"), CAUGHT)
def test_a_fault_is_caught_at_its_place(tmp_path, name, old, new, expected):
    root = write(tmp_path)
    path = root / "docs" / "_data" / f"{name}.yml"
    text = path.read_text(encoding="utf-8")
    assert old in text
    head, _, tail = (
        text.rpartition(old) if name == "documents" and "990" in text.rpartition(old)[0] else text.partition(old)
    )
    path.write_text(head + new + tail, encoding="utf-8")
    found = [render(each, "en") for each in Register.read(root / "docs" / "_data", root)[1]]
    assert len(found) == len(expected), found
    for line, start in zip(found, expected, strict=True):
        assert line.startswith(f"docs/_data/{start}")


RING = "  supersedes: [{other}]\n  sources:\n    - {{source: A, facts: [supersedes, "


def test_documents_that_supersede_each_other(tmp_path):
    text = REGISTER.replace("2017-08-30", "2019-12-27")
    for other in ("S/2019/990", "S/2017/507"):
        text = text.replace("  sources:\n    - {source: A, facts: [type", RING.format(other=other) + "type", 1)
    root = write(tmp_path, {"docs/_data/documents.yml": text})
    found = [render(each, "zh").split("\n")[0] for each in Register.read(root / "docs" / "_data", root)[1]]
    assert found == ["docs/_data/documents.yml:8:15: REG011 取代关系成环：S/2017/507 → S/2019/990 → S/2017/507"]


def test_a_document_does_not_supersede_itself(tmp_path):
    text = REGISTER.replace("  sources:\n    - {source: A, facts: [type", RING.format(other="S/2017/507") + "type", 1)
    root = write(tmp_path, {"docs/_data/documents.yml": text})
    assert [each.code for each in Register.read(root / "docs" / "_data", root)[1]] == ["REG011"]


def test_a_date_of_less_precision_is_no_contradiction(tmp_path):
    text = REGISTER.replace("'2019-12-27'", "'2017'").replace(
        "[type, date]}", "[type, date, supersedes]}\n  supersedes: [S/2017/507]"
    )
    root = write(tmp_path, {"docs/_data/documents.yml": text})
    assert Register.read(root / "docs" / "_data", root)[1] == []


def test_load_raises_everything_at_once(tmp_path):
    root = write(tmp_path, {"docs/_data/documents.yml": "a: [", "docs/_data/digests.yml": "a: {a: 1, a: 2}"})
    with pytest.raises(Findings) as caught:
        Register.load(root / "docs" / "_data", root)
    assert [each.code for each in caught.value.diagnostics] == ["REG002", "REG001"]


# ---- the real register


@pytest.fixture(scope="module")
def register() -> Register:
    return Register.load(ROOT / "docs" / "_data", ROOT)


def test_every_record_has_a_source(register):
    for document in register:
        assert any(each.source for each in document.sources) or document.sources[0].derived, document.symbol


@pytest.mark.parametrize(
    ("symbol", "kind", "by", "date"),
    [
        ("S/2017/507", "superseded", ["S/2024/507"], "2024-12-13"),
        ("S/2019/994", "superseded", ["S/2024/507"], "2024-12-13"),
        ("S/2010/507", "superseded", ["S/2017/507"], "2017-08-30"),
        ("S/2006/507", "superseded", ["S/2010/507"], "2010-07-26"),
    ],
)
def test_status_is_derived(register, symbol, kind, by, date):
    status = register.status(parse(symbol))
    assert (status.kind, [str(each) for each in status.by], status.date) == (kind, by, date)
    assert status.sources, "a status without a source is not published"


def test_s_2021_1074_was_not_superseded(register):
    assert register.superseded_by(parse("S/2021/1074")) == []


def test_near_misses_and_names(register):
    assert [str(each) for each in register.near(parse("S/2017/570"), 1)] == ["S/2017/507"]
    assert parse("S/2017/507") in register.aliases("zh")["第507号说明"]


def test_basis_tells_languages_apart(register):
    letter = register.get(parse("S/2022/499"))
    assert (register.basis(letter, "title.zh"), register.basis(letter, "title.en")) == ("single", "derived")
    assert register.basis(letter, "presidency") == "confirmed"
