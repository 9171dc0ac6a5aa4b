"""Open debates, chairs, events and changes: what each rule catches and at which place, what a debate takes from its record."""

from __future__ import annotations

from pathlib import Path

import pytest
from corpora import EVENTS, FAMILY, write
from scnotes.diagnostics import render
from scnotes.register import Register
from scnotes.symbols import parse

ROOT = Path(__file__).resolve().parent.parent
SECOND = "  - dates: ['2020-05-15']\n"

# file, what is replaced, by what; the findings, each up to the end of its message
CAUGHT = [
    ("debates", "records: [S/PV.8539]", "records: [S/PV.8550]", ["debates.yml:2:15: REG006 S/PV.8550 is not in the register"]),
    ("debates", "S/2019/450", "S/2019/451", ["debates.yml:3:19: REG006 S/2019/451 is not in the register"]),
    ("debates", "{source: A, facts: [dates,", "{source: B, facts: [dates,", ["debates.yml:9:18: REG010 B is not in sources.yml"]),
    ("debates", "[dates, presidency]", "[dates]", ["debates.yml:7:17: REG008 presidency has no source"]),
    ("debates", "[records, concept_note]", "[records]", ["debates.yml:3:19: REG008 concept_note has no source"]),
    ("debates", "{source: A, facts: [year]}", "{facts: [year]}", ["debates.yml:14:9: REG009 an entry has either source or derived"]),
    ("debates", "dates: ['2020-05-15']\n    presidency", "presidency", ["debates.yml:6:5: REG014 the debate has no date"]),
    ("debates", "S/PV.8539]\n", "S/PV.8539]\n    dates: ['2019-06-06']\n",
     ["debates.yml:3:12: REG008 dates has no source", "debates.yml:3:12: REG015 the record of S/PV.8539 has its dates"]),
    ("debates", "2020-05-15", "2019-05-15", ["debates.yml:6:5: REG016 2019-05-15 is not later than the entry before"]),
    ("debates", "year: 2017", "year: 2020", ["debates.yml:12:11: REG016 a debate of 2020 is listed above"]),
    ("debates", "year: 2017", "year: 1917", ["debates.yml:12:11: REG003 0.year of gaps"]),
    ("debates", "gaps:", "pauses:", ["debates.yml:12:3: REG003 record of pauses" ]),
    ("chairs", "first: 2020", "first: 2019", ["chairs.yml:6:3: REG016 2019 is not later than the entry before"]),
    ("chairs", "{source: A, facts: [chairs]}", "{source: A, facts: [year]}", ["chairs.yml:3:11: REG008 chairs has no source"]),
    ("chairs", "[{zh: 科威特, en: Kuwait}]", "[]", ["chairs.yml:3:11: REG003 chairs of record 1"]),
    ("chairs", "last: 2019", "until: 2019", ["chairs.yml:2:10: REG003 until of record 1: Extra inputs"]),
    ("events", "S/2019/450", "S/2019/451", ["events.yml:3:13: REG006 S/2019/451 is not in the register"]),
    ("events", "[date, event, document]", "[date, event]", ["events.yml:3:13: REG008 document has no source"]),
    ("events", EVENTS, EVENTS + EVENTS.replace("1993-06", "1993"), ["events.yml:6:3: REG016 1993 is not later than the entry before"]),
    ("changes", "by: S/2019/990", "by: S/2019/909", ["changes.yml:1:7: REG006 S/2019/909 is not in the register"]),
    ("changes", "paragraphs: [94]", "paragraphs: [143]", ["changes.yml:4:15: REG013 S/2017/507 has 142 paragraphs"]),
    ("changes", "by: S/2019/990\n  part: c\n  of: S/2017/507\n  paragraphs: [94]", "by: S/2017/507\n  of: S/2019/990\n  paragraphs: [1]",
     ["changes.yml:1:7: REG007 S/2017/507 is older than S/2019/990"]),
    ("changes", "kind: adds", "kind: amends", ["changes.yml:5:9: REG003 kind of record 1"]),
    ("changes", "[paragraphs, what]", "[what]", ["changes.yml:4:15: REG008 paragraphs has no source"]),
]  # fmt: skip


@pytest.mark.parametrize(("name", "old", "new", "expected"), CAUGHT)
def test_a_fault_is_caught_at_its_place(tmp_path, name, old, new, expected):
    path = f"docs/_data/{name}.yml"
    assert old in FAMILY[path]
    root = write(tmp_path, FAMILY | {path: FAMILY[path].replace(old, new, 1)})
    found = [render(each, "en") for each in Register.read(root / "docs" / "_data", root)[1]]
    assert len(found) == len(expected), found
    for line, start in zip(found, expected, strict=True):
        assert line.startswith(f"docs/_data/{start}")


def test_a_debate_takes_date_and_presidency_from_its_record(tmp_path):
    root = write(tmp_path, FAMILY)
    register, findings = Register.read(root / "docs" / "_data", root)
    assert findings == []
    first, second = register.debates
    assert (first.dates, first.presidency.en, first.chair.chairs[0].en) == (("2019-06-06",), "Kuwait", "Kuwait")
    assert (first.records, first.concept_note) == ((parse("S/PV.8539"),), parse("S/2019/450"))
    assert (second.date, second.presidency.en, second.records) == ("2020-05-15", "Estonia", ())
    assert [each.en for each in second.chair.chairs] == ["Denmark", "Pakistan"]
    assert (register.chair_of(2018), register.chair_of(2017)) == (first.chair, None)


def test_without_the_files_there_are_no_debates(tmp_path):
    root = write(tmp_path)
    register, findings = Register.read(root / "docs" / "_data", root)
    assert (findings, register.debates, register.gaps, register.chairs) == ([], (), (), ())


# ---- the real ones


@pytest.fixture(scope="module")
def register() -> Register:
    return Register.load(ROOT / "docs" / "_data", ROOT)


def test_every_meeting_record_of_a_working_methods_debate_is_one_of_a_debate(register):
    listed = {symbol for debate in register.debates for symbol in debate.records}
    recorded = {symbol for symbol, each in register.documents.items() if "工作方法公开辩论" in each.subject.zh}
    assert recorded - listed == {symbol for symbol in recorded if register.documents[symbol].type == "letter"}


def test_a_chair_of_a_note_is_the_chair_of_its_year(register):
    """The register names the chair of a note where a source does so for that note; the two must not contradict each other."""
    for document in register:
        if document.chair and document.date:
            chair = register.chair_of(int(document.date[:4]))
            assert chair and document.chair in chair.chairs, document.symbol
