"""The provisions that one can check: faults of the file at their places, and the page as built from the real data."""

from __future__ import annotations

from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from corpora import SOURCES, write
from scnotes.checks import check_links
from scnotes.corpus import Corpus
from scnotes.diagnostics import Findings, render
from scnotes.provisions import Known, Provision, basis
from scnotes.provisions_page import NOTHING, listed_provisions
from scnotes.register import Register
from test_register import ROOT

FILE = """\
meetings:
  name: {zh: 会晤, en: Meetings}
  who: {zh: 主席, en: The President}
  what: {zh: 定期会晤, en: Meet regularly}
  by: {zh: 每月, en: Each month}
  cites:
    - {symbol: S/2017/507, paragraph: 94}
  sources: [A]
  asked: p33
  due: [2018, 2022]
  known:
    - years: '2019'
      date: '2019-02-28'
      what: {zh: 会晤。, en: They met.}
      sources: [A]
    - years: '2020-2021'
      what: {zh: 会晤。, en: They met.}
      sources: [A]
"""
LAST = "      what: {zh: 会晤。, en: They met.}\n      sources: [A]\n"

# what stands in the good file, what is written for it, and what is said of that
CAUGHT = [
    ("meetings:\n", "meetings: [\n", ["3:3: REG001 this is not YAML"]),
    ("  asked: p33\n", "  asked: p33\n  asked: p34\n", ["10:3: REG002 this key stands twice"]),
    ("asked: p33", "asked: '33'", ["9:10: REG003 asked of meetings: String should match pattern"]),
    ("who:", "whom:", ["2:3: REG003 who of meetings: Field required", "3:9: REG003 whom of meetings: Extra inputs"]),
    ("years: '2019'", "years: 2019", ["12:14: REG003 known.0.years of meetings: Input should be a valid string"]),
    ("S/2017/507, p", "S/2017/570, p", ["7:16: REG006 S/2017/570 is not in the register"]),
    ("S/2017/507, p", "S/2017/, p", ["7:16: REG006 S/2017/ is not in the register"]),
    ("paragraph: 94", "paragraph: 143", ["7:39: REG013 S/2017/507 has 142 paragraphs"]),
    ("  sources: [A]\n  asked", "  asked", ["2:3: REG008 meetings has no source"]),
    ("      sources: [A]\n    - years: '2020", "    - years: '2020", ["12:7: REG008 2019 of meetings has no source"]),
    ("  sources: [A]\n  asked", "  sources: [A, B]\n  asked", ["8:16: REG010 B is not in sources.yml"]),
    (LAST, LAST.replace("[A]", "[B]"), ["15:17: REG010 B is not in sources.yml"]),
    ("due: [2018, 2022]", "due: [2022, 2018]", ["10:8: PRV001 2022-2018 runs backwards"]),
    ("'2020-2021'", "'2021-2020'", ["16:14: PRV001 2021-2020 runs backwards"]),
    ("'2019-02-28'", "'2019-02-29'", ["13:13: PRV001 2019-02-29 is no day of 2019"]),
    ("'2019-02-28'", "'2018-02-28'", ["13:13: PRV001 2018-02-28 is no day of 2019"]),
    ("'2020-2021'", "'2018'", ["16:14: PRV001 2018 belongs earlier"]),
]  # fmt: skip


def corpus_with(tmp_path: Path, text: str) -> Path:
    return write(tmp_path, {"docs/_data/provisions.yml": text})


@pytest.mark.parametrize(("old", "new", "expected"), CAUGHT)
def test_a_fault_is_caught_at_its_place(tmp_path, old, new, expected):
    assert old in FILE
    root = corpus_with(tmp_path, FILE.replace(old, new, 1))
    found = [render(each, "en") for each in check_links(root)[1] if each.path.endswith("provisions.yml")]
    assert len(found) == len(expected), found
    for line, start in zip(found, expected, strict=True):
        assert line.startswith(f"docs/_data/provisions.yml:{start}")


GOOD = [
    FILE,
    FILE.replace("paragraph: 94", "paragraph: 142"),  # the last that the document has
    FILE.replace(", paragraph: 94", ""),
    FILE.replace("'2019-02-28'", "'2019-12-31'"),
    FILE.replace("'2020-2021'", "'2019-2021'"),
    FILE.replace("due: [2018, 2022]", "due: [2018, 2018]"),
    FILE.partition("  known:")[0],
]


@pytest.mark.parametrize("text", GOOD)
def test_what_is_right_is_left_alone(tmp_path, text):
    assert check_links(corpus_with(tmp_path, text))[1] == []


def test_all_faults_are_raised_at_once(tmp_path):
    root = corpus_with(tmp_path, FILE.replace("paragraph: 94", "paragraph: 143").replace("'2020-2021'", "'2018'"))
    with pytest.raises(Findings) as caught:
        Register.load(root / "docs" / "_data", root)
    assert [each.code for each in caught.value.diagnostics] == ["REG013", "PRV001"]


def test_a_source_that_only_a_provision_names_is_used(tmp_path):
    more = {"docs/_data/sources.yml": SOURCES + SOURCES.replace("A:", "B:")}
    bare = write(tmp_path / "bare", more)
    assert [each.code for each in check_links(bare)[1]] == ["REG012"]
    named = write(tmp_path / "named", more | {"docs/_data/provisions.yml": FILE.replace("[A]", "[A, B]", 1)})
    assert check_links(named)[1] == []


@pytest.mark.parametrize(
    ("years", "due", "gaps"),
    [
        ([], (2018, 2020), [(2018, 2020)]),
        (["2018"], (2018, 2020), [(2019, 2020)]),
        (["2019"], (2018, 2020), [(2018, 2018), (2020, 2020)]),
        (["2017-2019"], (2018, 2020), [(2020, 2020)]),
        (["2018-2020"], (2018, 2020), []),
        (["2009"], (2025, 2025), [(2025, 2025)]),
    ],
)
def test_years_of_which_nothing_is_known(years, due, gaps):
    both = {"zh": "一", "en": "one"}
    known = [Known(years=each, what=both, sources=("A",)) for each in years]
    provision = Provision(
        name=both, who=both, what=both, by=both, cites=({"symbol": "S/2017/507"},), asked="p1", due=due, known=known
    )  # fmt: skip
    assert [(gap[0], gap[-1]) for gap in provision.gaps()] == gaps


def test_what_rests_on_the_letter_alone_is_its_claim():
    kinds = [basis(keys) for keys in (["S/2022/499"], ["A"], ["A", "A"], ["A", "S/2022/499"], [])]
    assert kinds == ["claim", "single", "single", "several", "derived"]


# ---- the real data and the built page


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    return Corpus.load(ROOT)


@pytest.fixture(scope="module")
def provisions(corpus) -> dict[str, Provision]:
    return corpus.register.provisions


def built(site: Path, lang: str) -> BeautifulSoup:
    path = site / ("en/" if lang == "en" else "") / "provisions" / "index.html"
    return BeautifulSoup(path.read_text(encoding="utf-8"), "html.parser").find("article")


def section(article: BeautifulSoup, key: str) -> BeautifulSoup:
    """What stands between a heading and the next."""
    parts = []
    for each in article.find("h2", id=key).find_next_siblings():
        if each.name == "h2":
            break
        parts.append(str(each))
    return BeautifulSoup("".join(parts), "html.parser")


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_page_has_every_provision_with_its_rows(site, provisions, lang):
    article = built(site, lang)
    assert [heading["id"] for heading in article.find_all("h2")] == list(provisions)
    for key, each in provisions.items():
        rows = section(article, key).select("tbody tr")
        assert len(rows) == len(each.known) + len(list(each.gaps())), key
        assert sum(NOTHING.in_(lang) in row.text for row in rows) == len(list(each.gaps())), key


@pytest.mark.parametrize(("lang", "mark"), [("zh", "信函自己的说法"), ("en", "the letter’s own statement")])
def test_claims_of_the_letter_are_marked_and_nothing_else_is(site, provisions, lang, mark):
    for key, each in provisions.items():
        claims = sum(set(known.sources) == {"S/2022/499"} for known in each.known)
        assert section(built(site, lang), key).text.count(mark) == claims, key
    assert claims, "the last provision, the annual debate, has the letter's claim of every year since 2010"


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_pin_cites_lead_to_the_paragraphs(site, lang):
    article = built(site, lang)
    links = {link["href"] for link in article.find_all("a", href=True)}
    pins = ("S/2017/507/#para-111", "S/2017/507/#para-130", "S/2024/507/#para-111", "S/2019/994/#para-b")
    for pin in (*pins, "S/2022/499/#p29", "S/2022/499/#p34", "S/2022/499/#p38"):
        assert f"../{pin}" in links, pin


def test_every_row_has_a_source_with_an_address(site):
    for row in built(site, "en").select("tbody tr"):
        assert row.find("a", href=lambda href: href.startswith("http")) or NOTHING.en in row.text


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_another_page_is_linked_where_it_exists(corpus, lang):
    own = corpus.pages[lang, "provisions.md"]
    without = Corpus(ROOT, corpus.register, {key: page for key, page in corpus.pages.items() if key[1] != "debates.md"})
    assert "(debates.md)" not in listed_provisions(own, without)
    having = Corpus(ROOT, corpus.register, corpus.pages | {(lang, "debates.md"): own})
    assert "(debates.md)" in listed_provisions(own, having)
