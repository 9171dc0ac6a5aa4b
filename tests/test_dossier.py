"""The register against a table written from the sources by a second reader, who had not seen the register."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from scnotes.corpus import Corpus
from scnotes.register import Register
from scnotes.symbols import parse

ROOT = Path(__file__).resolve().parent.parent
ROWS = list(csv.DictReader((ROOT / "tests" / "data" / "dossier.csv").open(encoding="utf-8")))
DEBATES = list(csv.DictReader((ROOT / "tests" / "data" / "debates.csv").open(encoding="utf-8")))
# Numbers that circulate from memory, or rest on no source that anyone has seen: never facts of this site.
UNVERIFIED = (
    "A/76/853", "S/2008/528", "S/2010/165", "S/2011/726", "S/2012/853", "S/2014/725", "S/2020/418", "S/2021/527",
    "S/2021/572", "S/2022/431", "S/2022/1032", "S/PV.3483", "S/PV.8550", "S/PV.9571",
)  # fmt: skip


@pytest.fixture(scope="module")
def register() -> Register:
    return Register.load(ROOT / "docs" / "_data", ROOT)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["symbol"])
def test_the_register_says_the_same(register, row):
    record = register.get(parse(row["symbol"]))
    assert record is not None
    if row["date"]:
        assert record.date == row["date"]
    assert sorted(record.supersedes) == sorted(row["supersedes"].split())
    assert sorted(each.symbol for each in record.amends) == sorted(row["amends"].split())


def test_the_table_and_the_register_hold_the_same_documents(register):
    assert {row["symbol"] for row in ROWS} == {str(symbol) for symbol in register.documents}


@pytest.mark.parametrize("row", DEBATES, ids=lambda row: row["dates"])
def test_the_debates_say_the_same(register, row):
    (debate,) = (each for each in register.debates if "; ".join(each.dates) == row["dates"])
    assert "; ".join(map(str, debate.records)) == row["records"]
    assert str(debate.concept_note or "") == row["concept_note"]
    assert (debate.presidency.en if debate.presidency else "") == row["presidency"]
    assert "; ".join(each.en for each in (debate.chair.chairs if debate.chair else ())) == row["chair"]


def test_the_table_and_the_register_hold_the_same_debates_and_gaps(register):
    assert ["; ".join(debate.dates) for debate in register.debates] == [row["dates"] for row in DEBATES]
    assert [gap.year for gap in register.gaps] == [2009, 2017]


@pytest.mark.parametrize("symbol", UNVERIFIED)
def test_what_nobody_has_seen_is_nowhere(register, symbol):
    assert register.get(parse(symbol)) is None
    for page in Corpus.load(ROOT).pages.values():
        assert symbol not in {str(mention.symbol) for mention in page.mentions}, page.path
