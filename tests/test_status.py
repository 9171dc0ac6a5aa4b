"""Status in words, the page of what is in force, the column of a list, and the paragraphs that cite a paragraph."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from bs4 import BeautifulSoup
from corpora import both, write
from markdown import Markdown
from scnotes.corpus import Corpus
from scnotes.markdown_ext import CorpusExtension
from scnotes.overview import grouped, overview
from scnotes.status import LASTING, told
from scnotes.status_column import StatusColumn
from scnotes.symbols import parse
from scnotes.views import compose

ROOT = Path(__file__).resolve().parent.parent
LANGUAGES = pytest.mark.parametrize("lang", ["zh", "en"])
PREFIX = {"zh": "", "en": "en/"}

TOY = """\
- symbol: S/2001/1
  type: note
  body: security-council
  date: '2001-01-02'
  subject: {zh: 甲, en: First}
  sources: [{source: A, facts: [type, date]}]
- symbol: S/2002/1
  type: note
  body: security-council
  date: '2002-02'
  subject: {zh: 乙, en: Second}
  supersedes: [S/2001/1]
  sources: [{source: A, facts: [type, date, supersedes]}]
- symbol: S/2003/1
  type: note
  body: security-council
  date: '2003-03-03'
  subject: {zh: 丙, en: Third}
  supersedes: [S/2001/1]
  amends: [{symbol: S/2002/1, paragraphs: [3, 5]}]
  standing: '2004-04'
  sources: [{source: A, facts: [type, date, supersedes, standing]}, {source: B, facts: [amends]}]
- symbol: S/2003/2
  type: note
  body: security-council
  date: '2003'
  subject: {zh: 丁, en: Fourth}
  sources: [{source: A, facts: [type, date]}]
- symbol: S/2003/3
  type: letter
  body: security-council
  date: '2003-05-05'
  subject: {zh: 戊, en: Fifth}
  sources: [{source: A, facts: [type, date]}]
"""
TOY_SOURCES = """\
A:
  name: {zh: 英文来源, en: English source}
  url: https://undocs.org/en/S/2001/1
  official: true
B:
  name: {zh: 中文来源, en: Chinese source}
  url: https://undocs.org/zh/S/2001/1
  official: true
  language: zh
"""


@pytest.fixture
def toy(tmp_path) -> Corpus:
    data = {"docs/_data/documents.yml": TOY, "docs/_data/sources.yml": TOY_SOURCES, "docs/_data/digests.yml": "{}\n"}
    page = "---\ndescription: x\nview: status\n---\n\n# X {#top}\n"
    corpus = Corpus.load(write(tmp_path, data | both("# X {#top}\n", "S/2017/507.md") | both(page, "status.md")))
    return corpus


@pytest.fixture(scope="module")
def real() -> Corpus:
    return Corpus.load(ROOT)


@pytest.mark.parametrize(
    ("symbol", "zh", "en"),
    [
        ("S/2001/1", "已由S/2002/1(2002年2月)和S/2003/1(2003年3月3日)取代", "Superseded by S/2002/1 in February 2002 and by S/2003/1 on 3 March 2003"),
        ("S/2002/1", "已由S/2003/1(2003年3月3日)修改", "Amended by S/2003/1 on 3 March 2003"),
        ("S/2003/1", "自2003年3月3日起有效(截至2004年4月)", "In force since 3 March 2003 (as of April 2004)"),
        ("S/2003/2", "效力不详：所见来源未载", "Status not stated in the sources seen"),
        ("S/2003/3", None, None),
        ("S/1999/1", None, None),
    ],
)  # fmt: skip
def test_a_status_in_words(toy, symbol, zh, en):
    for lang, phrase in (("zh", zh), ("en", en)):
        status = told(parse(symbol), toy.register, lang)
        assert (status.phrase if status else None) == phrase


def test_a_document_that_two_superseded_rests_on_the_sources_of_both(toy):
    status = toy.register.status(parse("S/2001/1"))
    assert ([str(each) for each in status.by], status.date) == (["S/2002/1", "S/2003/1"], "2003-03-03")


def test_groups_of_a_toy_register(toy):
    names = [[str(symbol) for symbol in group] for group in grouped(toy.register.documents, toy)]
    assert names == [["S/2003/1"], ["S/2001/1"], ["S/2002/1"], ["S/2003/2"], ["S/2003/3"]]


@LANGUAGES
def test_the_page_of_a_toy_register(toy, lang):
    text = overview(toy.pages[lang, "status.md"], toy)
    assert re.findall(r"^## .*\{#(\w+)\}$", text, re.MULTILINE) == ["standing", "superseded", "amended", "open"]
    rows = [line for line in text.splitlines() if line.startswith("| S/")]
    assert len(rows) == 4
    standing, superseded, amended, silent = rows
    if lang == "en":
        assert "go no further than April 2004" in text
        assert "The other 1 document of the register" in text
        assert standing.startswith("| S/2003/1 | 3 March 2003 | Third |")
        assert "In force since 3 March 2003" in standing
        assert "Amended by S/2003/1 on 3 March 2003 (paragraphs 3 and 5)" in amended
        assert amended.endswith(
            '[Chinese source](https://undocs.org/zh/S/2001/1) <span class="founded">one source only</span> |'
        )
        assert "| [English source](https://undocs.org/en/S/2001/1)" in superseded
        assert silent.endswith("Note by the President of the Security Council |")
    else:
        assert "截至2004年4月" in text
        assert "修改第3和5段" in amended
        assert "S/2003/3" not in text


REAL = {
    "standing": {"S/2024/507", "S/2021/1074"},
    "amended": {"S/2017/507"},
    "open": {
        "A/RES/76/262", "S/96", "S/96/Rev.7", "S/1997/451", "S/2002/199", "S/2021/500", "S/2022/403", "S/26015",
        "S/PRST/1994/22", "S/PRST/1994/62", "S/PRST/1994/81", "S/PRST/1996/13", "S/PRST/2001/3", "S/PRST/2015/19",
    },
}  # fmt: skip


def test_groups_of_the_real_register(real):
    standing, superseded, amended, silent, rest = grouped(real.register.documents, real)
    for name, group in (("standing", standing), ("amended", amended), ("open", silent)):
        assert {str(symbol) for symbol in group} == REAL[name]
    named = {old for document in real.register for old in document.supersedes}
    assert {str(symbol) for symbol in superseded} == named
    assert len(named) == 33
    kinds = {real.register.documents[symbol].type for symbol in rest}
    assert kinds == {"letter", "report", "draft-resolution", "meeting-record", "index"}
    assert not kinds & set(LASTING)
    everything = [*standing, *superseded, *silent, *rest]
    assert sorted(map(str, everything)) == sorted(map(str, real.register.documents)), "each once"


@LANGUAGES
def test_the_built_page_links_each_document_and_names_each_source(site, lang):
    page = BeautifulSoup((site / PREFIX[lang] / "status/index.html").read_text(encoding="utf-8"), "html.parser")
    assert ("November 2025" if lang == "en" else "2025年11月") in page.select_one("#standing ~ p").get_text()
    counts = {"standing": 2, "superseded": 33, "amended": 4, "open": len(REAL["open"])}
    for group, number in counts.items():
        rows = page.select(f"#{group}-list tbody tr")
        assert len(rows) == number, group
        for row in rows:
            symbol, date, subject, status, source = row.find_all("td")
            assert symbol.a["data-symbol"] == symbol.a.get_text()
            assert date.get_text()
            assert subject.get_text()
            assert status.select_one(".status").get_text()
            assert group == "open" or source.a or source.get_text().startswith(("推算", "derived")), row
    by = {
        row.td.get_text(): row.select_one(".status a")["data-symbol"]
        for row in page.select("#superseded-list tbody tr")
    }
    assert (by["S/2019/994"], by["S/2016/619"], by["S/2006/507"]) == ("S/2024/507", "S/2017/507", "S/2010/507")


@LANGUAGES
def test_the_list_on_the_home_page_shows_each_status(site, lang):
    page = BeautifulSoup((site / PREFIX[lang] / "index.html").read_text(encoding="utf-8"), "html.parser")
    rows = page.select(".status-list tbody tr")
    kinds = {row.td.get_text(): row.select_one("td:last-child .status")["class"][1] for row in rows}
    assert kinds == {
        "S/2017/507": "status--superseded",
        "S/2019/990": "status--superseded",
        "S/2019/991": "status--superseded",
        "S/2019/994": "status--superseded",
        "S/2019/997": "status--superseded",
        "S/2021/647": "status--superseded",
        "S/2021/1074": "status--standing",
        "A/RES/76/262": "status--open",
    }
    assert rows[0].select_one(".status a")["data-symbol"] == "S/2024/507"
    assert page.select_one(".status-list thead th:last-child").get_text() == ("Status" if lang == "en" else "效力")


def column(text: str, corpus: Corpus) -> str:
    citations = CorpusExtension("en", lambda citation: None)
    return Markdown(extensions=["tables", "md_in_html", citations, StatusColumn("en", corpus.register)]).convert(text)


def test_only_a_list_of_documents_gets_the_column(toy):
    table = "| A | B |\n|---|---|\n| {} | x |\n| S/2003/3 | y |\n"
    assert column(table.format("S/2001/1"), toy).count("<td") == 6
    assert "<td>—</td>" in column(table.format("S/2001/1"), toy), "a letter has no status"
    for other in ("note S/2001/1", "S/2001/1 and S/2002/1", "S/1999/1", "x", ""):
        assert column(table.format(other), toy).count("<td") == 4, other
    assert column(f'<div markdown="1">\n\n{table.format("S/2001/1")}\n</div>', toy).count("<td") == 4


@pytest.mark.browser
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("address", ["status/", "en/status/", "", "en/"])
def test_lists_are_legible_at_every_width_and_accessible(browser, served, address, width, scheme):
    page = browser.new_page(viewport={"width": width, "height": 844}, color_scheme=scheme)
    page.goto(served + address)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    outside = page.locator(".status-list :is(td, .status)").evaluate_all(
        "(all) => all.filter((each) => each.getBoundingClientRect().right > innerWidth).length"
    )
    assert outside == 0
    report = Axe().run(page).response
    assert [(each["id"], [node["html"] for node in each["nodes"]]) for each in report["violations"]] == []
    page.close()


CITED = {"para-43": "p37", "para-74": "p24", "para-94": "p33"}


@LANGUAGES
def test_each_cited_paragraph_of_note_507_lists_where_it_is_cited(site, lang):
    page = BeautifulSoup((site / PREFIX[lang] / "S/2017/507/index.html").read_text(encoding="utf-8"), "html.parser")
    found = {}
    for section in page.select("section.provision"):
        links = section.select(".provision__cited li > a:first-child")
        if links:
            assert len(links) == 1, section["id"]
            found[section["id"]] = links[0]["href"].rpartition("#")[2]
            sentence = section.select_one(".provision__cited li").get_text()
            assert sentence.endswith(("?", "？"))
            number = section["id"].removeprefix("para-")
            assert (f"paragraph {number} of note 507" if lang == "en" else f"第507号说明第{number}段") in sentence
    assert found == CITED, "and no other: paragraph 111, which our guide cites, is not cited by a full text"


@LANGUAGES
def test_a_sentence_that_cites_a_document_twice_is_listed_once(real, lang):
    page = real.page(parse("S/2017/507"), lang)
    text = compose(page.body, page, real).partition("{#cited-by}")[2].partition("{#lineage}")[0]
    assert text.count("(../2022/499.md#p18)") == 1
    assert text.count("(../2022/499.md#p35)") == 2, "two sentences of one paragraph"
    assert ("[S/2022/499, paragraph 18]" if lang == "en" else "[S/2022/499第18段]") in text


@LANGUAGES
def test_lineage_tells_of_amendments_though_the_document_was_superseded(real, lang):
    page = real.page(parse("S/2017/507"), lang)
    lineage = compose(page.body, page, real).partition("{#lineage}")[2]
    for symbol in ("S/2019/993", "S/2019/995", "S/2019/997"):
        assert (
            f"Amended by {symbol} (27 December 2019)\n" if lang == "en" else f"由{symbol}(2019年12月27日)修改\n"
        ) in lineage
    assert (
        "S/2021/645 (12 July 2021), paragraph 142" if lang == "en" else "S/2021/645(2021年7月12日)修改第142段"
    ) in lineage
