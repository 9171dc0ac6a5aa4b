"""The pages made of data: rows, sources, marks and gaps, in a small corpus and in the real one."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest
from corpora import DEBATES, FAMILY, both, write
from scnotes.corpus import Corpus
from scnotes.diagnostics import LANGS
from scnotes.symbols import find, parse
from scnotes.tables import dates_label
from scnotes.views import VIEWS

ROOT = Path(__file__).resolve().parent.parent
NAMES = ("chronology", "debates", "thirteen")
LANGUAGES = pytest.mark.parametrize("lang", LANGS)


def page(view: str) -> str:
    return f"---\nview: {view}\n---\n\n# T {{#top}}\n"


def toy(root: Path, files: dict[str, str] | None = None) -> Corpus:
    pages = {path: text for name in NAMES for path, text in both(page(name), f"{name}.md").items()}
    return Corpus.load(write(root, FAMILY | pages | (files or {})))


@cache
def real() -> Corpus:
    return Corpus.load(ROOT)


def view(corpus: Corpus, name: str, lang: str) -> str:
    return VIEWS[name](corpus.pages[lang, f"{name}.md"], corpus)


def rows(markdown: str) -> list[list[str]]:
    """The cells of all body rows, without their labels, marks kept in brackets."""
    found = []
    for line in markdown.splitlines():
        if line.startswith("| <span"):
            plain = re.sub(r'<span class="fact-table__label">.*?</span>', "", line)
            plain = re.sub(r'<span class="founded">(.*?)</span>', r"[\1]", plain)
            plain = re.sub(r"\[(\d+)\]\(#source-\d+\)\{:.*?\}", r"#\1", plain)
            found.append([cell.strip() for cell in re.sub(r"<(?!br).*?>", "", plain).strip("| ").split(" | ")])
    return found


def test_debates_of_the_small_corpus(tmp_path):
    assert rows(view(toy(tmp_path), "debates", "en")) == [
        ["2017", "no such debate was held [one source only]", "—", "—", "—", "#1"],
        ["6 June 2019 [one source only]", "S/PV.8539 [one source only]", "S/2019/450 [one source only]",
         "Kuwait [one source only]", "Kuwait", "#1"],
        ["15 May 2020 [one source only]", "not found in the sources seen", "not found in the sources seen",
         "Estonia [one source only]", "Denmark and Pakistan", "#1"],
        ["2018–2019", "Kuwait [one source only]", "#1"],
        ["2020", "Denmark and Pakistan [one source only]", "#1"],
    ]  # fmt: skip


def test_chronology_of_the_small_corpus(tmp_path):
    markdown = view(toy(tmp_path), "chronology", "zh")
    assert re.findall(r"^## (.+?) \{#(.+)\}", markdown, re.MULTILINE) == [
        ("S/2017/507以前", "before"), ("S/2017/507起", "since-2017"), ("来源", "sources"),
    ]  # fmt: skip
    assert [row[:3] for row in rows(markdown)] == [
        ["1993年6月 [仅有一个来源]", "工作组成立", "S/2019/450"],
        ["2017年8月30日 [仅有一个来源]", "**安全理事会主席的说明**：综合说明", "S/2017/507"],
        ["2019年5月29日 [仅有一个来源]", "**信函**：概念说明", "S/2019/450"],
        ["2019年6月6日 [仅有一个来源]", "**工作方法公开辩论**：轮值主席国科威特", "S/PV.8539 [仅有一个来源]"],
        ["2019年12月27日 [仅有一个来源]", "**安全理事会主席的说明**：访问团", "S/2019/990"],
        ["2020年5月15日 [仅有一个来源]", "**工作方法公开辩论**：轮值主席国爱沙尼亚", "所见来源未载"],
    ]


MUTATED = [
    ("debates", "爱沙尼亚, en: Estonia", "法国, en: France", "Estonia", "France"),
    ("debates", "S/2019/450", "S/2019/990", "S/2019/450 [", "S/2019/990 ["),
    ("debates", "year: 2017", "year: 2018", "2017 ", "2018 "),
    ("chairs", "科威特, en: Kuwait", "秘鲁, en: Peru", "Kuwait | #1", "Peru | #1"),
    ("documents", "date: '2019-06-06'", "date: '2019-06-07'", "6 June 2019", "7 June 2019"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "old", "new", "before", "after"), MUTATED)
def test_the_page_says_what_the_data_say(tmp_path, name, old, new, before, after):
    path = f"docs/_data/{name}.yml"
    assert old in FAMILY[path]
    corpus = toy(tmp_path, {path: FAMILY[path].replace(old, new)})
    shown = "\n".join(" | ".join(row) for row in rows(view(corpus, "debates", "en")))
    assert after in shown
    assert before not in shown


def test_a_videoconference_has_no_record_rather_than_an_unknown_one(tmp_path):
    changed = DEBATES.replace("Estonia}\n", "Estonia}\n    form: videoconference\n").replace(
        "[dates, presidency]", "[dates, presidency, form]"
    )
    (row,) = (
        row
        for row in rows(view(toy(tmp_path, {"docs/_data/debates.yml": changed}), "debates", "en"))
        if "2020" in row[0] and len(row) > 3
    )
    assert row[1] == "open videoconference, without a record under an S/PV symbol [one source only]"


def test_a_chair_that_no_source_names_is_a_gap(tmp_path):
    chairs = FAMILY["docs/_data/chairs.yml"].replace("first: 2020", "first: 2021")
    found = rows(view(toy(tmp_path, {"docs/_data/chairs.yml": chairs}), "debates", "en"))
    assert [row[4] for row in found if len(row) == 6] == ["—", "Kuwait", "not found in the sources seen"]


def test_the_days_of_a_meeting():
    assert dates_label(("2024-02-29", "2024-03-01"), "en") == "29 February 2024 and 1 March 2024"
    assert dates_label(("2024-03-11",), "zh") == "2024年3月11日"


# ---- the real ones


@LANGUAGES
@pytest.mark.parametrize("name", NAMES)
def test_every_row_has_its_source_and_every_source_its_number(name, lang):
    markdown = view(real(), name, lang)
    listed = {int(number) for number in re.findall(r'<span id="source-(\d+)">', markdown)}
    cited = {int(number) for number in re.findall(r"\(#source-(\d+)\)", markdown)}
    assert listed == cited == set(range(1, len(listed) + 1))
    for row in rows(markdown):
        derived = "推算" in row[0] or "derived" in row[0]
        assert "#" in row[-1] or derived, row


@pytest.mark.parametrize("name", NAMES)
def test_both_languages_have_the_same_rows_of_the_same_symbols_and_sources(name):
    zh, en = (view(real(), name, lang) for lang in LANGS)
    shape = [
        [
            ([str(mention.symbol) for mention in find(cell)], re.findall(r"#\d+", cell))
            for row in rows(each)
            for cell in row
        ]
        for each in (zh, en)
    ]
    assert shape[0] == shape[1]
    assert re.findall(r"\{#.+?\}", zh) == re.findall(r"\{#.+?\}", en)


@LANGUAGES
def test_the_debates_and_the_years_without_one(lang):
    found = rows(view(real(), "debates", lang))
    debates = [row for row in found if len(row) == 6]
    assert len(debates) == len(real().register.debates) + 2
    none = {row[0][:4] for row in debates if row[2] == "—"}
    assert none == {"2009", "2017"}
    (row,) = (row for row in debates if "2024" in row[0])
    assert row[0] == {"zh": "2024年3月11日和14日", "en": "11 and 14 March 2024"}[lang]
    assert row[1] == row[2] == {"zh": "所见来源未载", "en": "not found in the sources seen"}[lang]


def test_the_thirteen_notes_are_eight_four_and_one():
    found = rows(view(real(), "thirteen", "en"))
    assert len(found) == 13
    assert [
        sum(date in row[1] for row in found) for date in ("27 December 2019", "12 July 2021", "22 December 2021")
    ] == [8, 4, 1]
    standing = [row[0] for row in found if row[4].startswith("In force")]
    assert standing == ["S/2021/1074"]


def test_the_count_of_paragraphs_adds_up():
    """142 + 12 + 4 + 10 + 6 = 174, as the page says; what is derived in the register is what the page derives."""
    register = real().register
    count = {
        symbol: register.documents[parse(symbol)].paragraphs for symbol in ("S/2017/507", "S/2021/1074", "S/2021/645")
    }
    assert count == {"S/2017/507": 142, "S/2021/1074": 10, "S/2021/645": 1}
    for lang in LANGS:
        body = real().pages[lang, "thirteen.md"].text
        totals = [int(number) for number in re.findall(r"\[(\d{3})段?\]\(https://www\.scprocedure", body)]
        assert totals == [142, 142 + 12, 154 + 4, 158 + 10, 168 + 6]


def test_the_chronology_leaves_no_dated_act_out():
    shown = {str(mention.symbol) for row in rows(view(real(), "chronology", "en")) for mention in find(row[2])}
    for symbol, document in real().register.documents.items():
        dated = document.date and document.type != "draft-resolution" and not document.background
        assert (str(symbol) in shown) == bool(dated) or document.type == "meeting-record", symbol


def test_the_chronology_stands_in_order_and_begins_in_1946():
    first = rows(view(real(), "chronology", "en"))[0]
    assert first[:3] == [
        "17 January 1946",
        "The Council adopts its provisional rules of procedure at its 1st meeting",
        "S/96/Rev.7",
    ]
    years = [int(re.search(r"\d{4}", row[0])[0]) for row in rows(view(real(), "chronology", "en"))]
    assert years == sorted(years)
