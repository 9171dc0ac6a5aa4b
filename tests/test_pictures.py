"""The map and the timeline: what they show is what the register says, in both languages, legible on a phone and on paper."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from itertools import pairwise
from pathlib import Path
from urllib.parse import urljoin
from xml.etree import ElementTree as etree

import pytest
from axe_playwright_python.sync_playwright import Axe
from bs4 import BeautifulSoup
from scnotes.corpus import Corpus
from scnotes.pictures import svg
from scnotes.pictures.axis import day_label
from scnotes.pictures.events import events, undated
from scnotes.pictures.layout import Arrow, Frame, lay_out
from scnotes.pictures.lettering import width, wrapped
from scnotes.pictures.map import document_map
from scnotes.pictures.relations import relations
from scnotes.pictures.scale import Scale, days, spread
from scnotes.pictures.timeline import timeline
from scnotes.register import Amendment
from scnotes.search_records import records
from scnotes.symbols import parse
from scnotes.terms import Terms

ROOT = Path(__file__).resolve().parent.parent
VIEWS = {"map": document_map, "timeline": timeline}
LANGUAGES = pytest.mark.parametrize("lang", ["zh", "en"])
PAGES = pytest.mark.parametrize("name", VIEWS)
WIDTHS = {"phone": {"width": 390, "height": 844}, "desktop": {"width": 1280, "height": 900}}
SEEN = {"phone": "narrow", "desktop": "wide"}
PREFIX = {"zh": "", "en": "en/"}
KIND = {"取代": "supersedes", "修改": "amends", "引用": "cites"}
LEAST = 11.0  # px


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    return Corpus.load(ROOT)


@pytest.fixture(scope="module")
def again() -> Corpus:
    """The same corpus, read a second time."""
    return Corpus.load(ROOT)


def made(name: str, lang: str, corpus: Corpus) -> str:
    return VIEWS[name](corpus.pages[lang, f"{name}.md"], corpus)


def drawings(text: str) -> list[etree.Element]:
    """The drawings of a page's figure, read as XML: they must be well formed."""
    figure = etree.fromstring(re.search(r"<figure.*</figure>", text)[0])
    return [each for each in figure if each.tag == f"{{{svg.NAMESPACE}}}svg"]


def all_of(drawing: etree.Element, tag: str) -> list[etree.Element]:
    return list(drawing.iter(f"{{{svg.NAMESPACE}}}{tag}"))


def edges(drawing: etree.Element) -> list[tuple[str, str, str]]:
    return [
        (group.get("data-kind"), group.get("data-from"), target)
        for group in all_of(drawing, "g")
        if "edge" in group.get("class", "").split()
        for target in group.get("data-to").split("|")
    ]


def table_rows(text: str) -> list[list[str]]:
    lines = [line for line in text.splitlines() if line.startswith("| ")]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines[1:]]


def registered(corpus: Corpus, lang: str) -> set[tuple[str, str, str]]:
    """The relations, read straight from the register and the full texts."""
    found = set()
    for symbol, document in corpus.register.documents.items():
        found |= {("supersedes", str(symbol), old) for old in document.supersedes}
        found |= {("amends", str(symbol), amended.symbol) for amended in document.amends}
        found |= {("cites", each.page.front.symbol, str(symbol)) for each in corpus.references(symbol, lang)}
    return found


def changed(corpus: Corpus, symbol: str, **update: object) -> Corpus:
    """The corpus with one record of the register changed."""
    documents = dict(corpus.register.documents)
    documents[parse(symbol)] = documents[parse(symbol)].model_copy(update=update)
    return replace(corpus, register=replace(corpus.register, documents=documents))


MUTATIONS = {
    "as it is": lambda corpus: corpus,
    "one relation less": lambda corpus: changed(corpus, "S/2010/507", supersedes=("S/2006/507", "S/2007/749")),
    "one more that amends": lambda corpus: changed(
        corpus, "S/2021/1074", amends=(Amendment(symbol="S/2019/990", paragraphs=(3,)),)
    ),
    "superseded twice": lambda corpus: changed(corpus, "S/2012/402", supersedes=("S/2006/507",)),
    "a chain": lambda corpus: changed(corpus, "S/2023/945", supersedes=("S/2023/612",)),
    "two at the end": lambda corpus: changed(corpus, "S/2021/1074", supersedes=("S/2002/199",)),
}


@LANGUAGES
@pytest.mark.parametrize("mutation", MUTATIONS)
def test_every_relation_is_an_edge_and_a_row_and_nothing_else_is(corpus, lang, mutation):
    altered = MUTATIONS[mutation](corpus)
    wanted, text = registered(altered, lang), made("map", lang, altered)
    assert (wanted != registered(corpus, lang)) is (mutation != "as it is")
    for drawing in drawings(text):
        drawn = edges(drawing)
        assert len(drawn) == len(set(drawn))
        assert set(drawn) == wanted
        shown = {a.get("data-symbol") for a in all_of(drawing, "a") if "document" in a.get("class").split()}
        assert shown == {symbol for _, *both in wanted for symbol in both}
    rows = [(KIND.get(row[1], row[1]), row[0], row[2]) for row in table_rows(text)]
    assert len(rows) == len(wanted)
    assert set(rows) == wanted


@LANGUAGES
def test_the_table_gives_paragraphs_sources_and_places(corpus, lang):
    rows = {(row[0], row[2]): row for row in table_rows(made("map", lang, corpus))}
    one, three = {"zh": ("第142段", "第43、74、94段"), "en": ("para. 142", "paras. 43, 74, 94")}[lang]
    assert rows["S/2021/645", "S/2017/507"][3:] == [one, {"zh": "推算", "en": "derived"}[lang]]
    assert rows["S/2022/499", "S/2017/507"][3] == three
    assert "[#p24](S/2022/499.md#p24)" in rows["S/2022/499", "S/2017/507"][4]
    assert re.match(r"\[1\]\(#source-1\)", rows["S/2010/507", "S/2006/507"][4])


def test_a_relation_that_rests_on_nothing_is_not_given_a_source(corpus):
    bare = changed(corpus, "S/2019/990", amends=(Amendment(symbol="S/2017/507"),))
    relation = next(each for each in relations(bare, "en") if str(each.actor) == "S/2019/990")
    assert (relation.sources, relation.derived, relation.places) == ((), False, ())


def test_an_arrow_to_a_frame_means_exactly_what_stands_in_it(corpus):
    for drawing in drawings(made("map", "en", corpus)):
        frames = [box(each) for each in all_of(drawing, "rect") if each.get("class") == "frame"]
        places = {
            a.get("data-symbol"): box(next(iter(a.iter(f"{{{svg.NAMESPACE}}}rect"))))
            for a in all_of(drawing, "a")
            if "document" in a.get("class").split()
        }
        arrows = [g for g in all_of(drawing, "g") if g.get("data-kind") == "supersedes"]
        assert len(arrows) == len(frames) == 3
        for arrow in arrows:
            head = next(each for each in arrow if each.get("class") == "head")
            x, y = (float(each) for each in re.search(r"translate\((\S+) (\S+)\)", head.get("transform")).groups())
            frame = next(each for each in frames if abs(each.bottom - y) < 2 and each.x < x < each.right)
            inside = {name for name, place in places.items() if within(place, frame)}
            assert inside == set(arrow.get("data-to").split("|"))


def box(rect: etree.Element) -> svg.Box:
    return svg.Box(*(float(rect.get(name)) for name in ("x", "y", "width", "height")))


def within(small: svg.Box, large: svg.Box) -> bool:
    return large.x <= small.x and small.right <= large.right and large.y <= small.y and small.bottom <= large.bottom


def test_a_frame_is_wide_enough_for_its_heading(corpus):
    altered = changed(corpus, "S/2010/507", supersedes=("S/2006/507",))
    for drawing in drawings(made("map", "en", altered)):
        frame = next(box(each) for each in all_of(drawing, "rect") if each.get("class") == "frame")
        heading = next(each for each in all_of(drawing, "text") if each.get("class") == "frame__heading")
        words = "".join(heading.itertext())
        assert words == "Superseded by S/2010/507 (26 July 2010)"
        assert float(heading.get("x")) + width(words, 11.5) <= frame.right


def test_what_superseded_a_frame_is_read_before_its_documents(corpus):
    order = [a.get("data-symbol") for a in all_of(drawings(made("map", "en", corpus))[1], "a")]
    assert order[:6] == ["S/2010/507", "S/2006/507", "S/2007/749", "S/2008/847", "S/2017/507", "S/2010/507"]


def test_an_arrow_runs_round_the_documents_between():
    rows = (("a", "b"), ("c", "d"), ("e", "f"))
    layout = lay_out([Frame("", rows)], [Arrow("one", "e", "a")], dict.fromkeys("abcdef", (100.0, 40.0)), (30, 16))
    between = layout.boxes["c"]
    way = layout.ways["one"]
    for (x, y), (to_x, to_y) in pairwise(way):
        assert x == pytest.approx(to_x, abs=0.5) or y == pytest.approx(to_y, abs=0.5), "it runs straight"
        across = min(x, to_x) < between.right and max(x, to_x) > between.x
        assert not (across and min(y, to_y) < between.bottom and max(y, to_y) > between.y)
    assert way[-1][1] <= layout.boxes["a"].bottom + 1


def test_the_layout_needs_no_program_of_the_system(corpus, monkeypatch):
    before = made("map", "en", corpus)
    monkeypatch.setenv("PATH", "/nonexistent")
    assert made("map", "en", corpus) == before


@PAGES
@LANGUAGES
def test_same_register_same_bytes(corpus, again, name, lang):
    assert made(name, lang, corpus) == made(name, lang, again)


@PAGES
def test_both_languages_have_the_same_structure(corpus, name):
    def shape(lang: str) -> list[object]:
        text = made(name, lang, corpus)
        counted = [
            [
                (each.tag, each.get("class"), each.get("data-symbol"))
                for each in drawing.iter()
                if each.tag.endswith("}a")
            ]
            for drawing in drawings(text)
        ]
        return [counted, [len(row) for row in table_rows(text)], re.findall(r"\{#[\w-]+\}|id=\"[\w-]+\"", text)]

    assert shape("zh") == shape("en")


@PAGES
@LANGUAGES
def test_drawings_say_what_they_are(corpus, name, lang):
    for drawing in drawings(made(name, lang, corpus)):
        title, desc = (all_of(drawing, tag)[0] for tag in ("title", "desc"))
        assert drawing.get("role") == "graphics-document"
        assert (drawing.get("aria-labelledby"), drawing.get("aria-describedby")) == (title.get("id"), desc.get("id"))
        assert title.text and len(desc.text) > 60
        for link in all_of(drawing, "a"):
            said = link.get("aria-label") or link.text
            assert said.strip()
            symbol = link.get("data-symbol")
            assert symbol is None or symbol in said


@LANGUAGES
def test_a_document_is_named_with_subject_and_status(corpus, lang):
    named = {
        a.get("data-symbol"): a.get("aria-label")
        for a in all_of(drawings(made("map", lang, corpus))[0], "a")
        if "document" in a.get("class").split()
    }
    assert (
        named["S/2019/994"]
        == {"zh": "S/2019/994，总结会议，已被取代", "en": "S/2019/994, Wrap-up sessions, Superseded"}[lang]
    )
    assert named["S/2024/507"].endswith({"zh": "有效", "en": "In force"}[lang])


@pytest.mark.parametrize("name", VIEWS)
def test_text_of_the_register_is_escaped(corpus, name):
    spoilt = corpus.register.documents[parse("S/2019/994")].subject.model_copy(update={"en": "A <b>\"&' </svg>"})
    altered = changed(corpus, "S/2019/994", subject=spoilt)
    for drawing in drawings(made(name, "en", altered)):
        link = next(a for a in all_of(drawing, "a") if a.get("data-symbol") == "S/2019/994")
        assert spoilt.en in link.get("aria-label")
        assert not [each for each in drawing.iter() if each.tag.endswith("}b")]


def test_the_timeline_has_every_dated_document_debate_and_gap(corpus):
    register = corpus.register
    wanted = {
        each.symbol for each in register if each.type in ("note", "presidential-statement", "resolution") and each.date
    }
    wanted |= {"S/2022/499"} | {str(each.records[0]) for each in register.debates if each.records}
    unrecorded = [each for each in register.debates if not each.records]
    for drawing in drawings(made("timeline", "en", corpus)):
        links = all_of(drawing, "a")
        assert {a.get("data-symbol") for a in links} - {None} == wanted
        assert len(links) == len(wanted) + len(unrecorded) + len(register.gaps)
        assert [g.get("data-date") for g in all_of(drawing, "g") if g.get("class") == "sign sign--gap"] == [
            "2009",
            "2017",
        ]
    rows = table_rows(made("timeline", "en", corpus))
    assert len(rows) == len(wanted) + len(unrecorded) + len(register.gaps)
    assert [row[2] for row in rows if "Open debate" in row[1] and "2008" in row[0]] == [
        "S/PV.5968, S/PV.5968 (Resumption 1)"
    ]
    assert all(not corpus.register.get(symbol).date for symbol in undated(corpus))
    assert {str(each) for each in undated(corpus)} == {"S/2021/500", "S/2022/403"}


def test_a_year_without_debate_that_no_source_shows_is_not_on_the_timeline(corpus):
    file = corpus.register.debate_file
    fewer = replace(
        corpus, register=replace(corpus.register, debate_file=file.model_copy(update={"gaps": file.gaps[:1]}))
    )
    text = made("timeline", "en", fewer)
    assert "no debate in 2009" in text
    assert "no debate in 2017" not in text


def test_signs_stand_on_the_scale_where_their_dates_are(corpus):
    for drawing in drawings(made("timeline", "en", corpus)):
        years = {
            int(each.get("data-year")): float(each.get("d").split("L")[1].split()[1])
            for each in all_of(drawing, "path")
            if each.get("data-year")
        }
        steps = {round(years[year + 1] - years[year], 1) for year in years if year + 1 in years}
        assert len(steps) == 1, "each year has the same length"
        for sign in (g for g in all_of(drawing, "g") if g.get("data-date") and "gap" not in g.get("class")):
            written = sign.get("data-date")
            places = [float(re.search(r" (\S+)\)", path.get("transform"))[1]) for path in sign if path.get("transform")]
            begin, _ = days(written)
            assert years[begin.year] - 1 <= places[0] <= years[begin.year] + max(steps) + 1
            assert (len(written) < 10) is any(path.get("class") == "bar" for path in sign), written
            bar = next((path for path in sign if path.get("class") == "bar"), None)
            if bar is not None and len(written) == 4:
                assert [float(each) for each in re.findall(r"[\d.]+ ([\d.]+)", bar.get("d"))] == pytest.approx(
                    [years[int(written)], years[int(written) + 1]], abs=0.2
                )


@pytest.mark.parametrize(
    ("written", "first", "after"),
    [
        ("2012", date(2012, 1, 1), date(2013, 1, 1)),
        ("2012-12", date(2012, 12, 1), date(2013, 1, 1)),
        ("2012-02", date(2012, 2, 1), date(2012, 3, 1)),
        ("2012-02-29", date(2012, 2, 29), date(2012, 3, 1)),
    ],
)
def test_what_a_date_may_mean(written, first, after):
    assert days(written) == (first, after)


def test_the_scale_is_linear():
    scale = Scale(2000, 100)
    assert [scale.at(date(year, 1, 1)) for year in (2000, 2001, 2010)] == [0, 100, 1000]
    assert scale.span("2001") == (100, 200)


@pytest.mark.parametrize(
    ("wanted", "heights", "placed"),
    [
        ([], [], []),
        ([0, 30], [10, 10], [0, 30]),
        ([0, 4], [10, 10], [-3, 7]),
        ([5, 5, 5], [10, 10, 10], [-5, 5, 15]),
        ([0, 100, 100], [10, 20, 10], [0, 92.5, 107.5]),
    ],
)
def test_labels_move_only_as_far_as_they_must(wanted, heights, placed):
    assert spread(wanted, heights) == pytest.approx(placed)


def test_words_are_broken_where_they_may_be():
    assert wrapped("Selection of Chairs", 60, 10) == ["Selection", "of Chairs"]
    assert wrapped("总结会议，和“主席”(现行)", 45, 10) == ["总结会", "议，和", "“主席”", "(现行)"]
    assert wrapped("", 60, 10) == []
    assert width("字", 10) == 10 < width("WW", 10)


@pytest.mark.parametrize(
    ("written", "en", "zh"), [("2014-10-05", "5 Oct", "10月5日"), ("2012-12", "Dec", "12月"), ("2013", "", "")]
)
def test_days_without_their_year(written, en, zh):
    assert (day_label(written, "en"), day_label(written, "zh")) == (en, zh)


@LANGUAGES
def test_the_search_knows_the_tables_and_not_the_pictures(corpus, lang):
    found = [each for each in records(corpus, Terms.load(ROOT), lang) if re.search("(map|timeline)/", each.url)]
    words = " ".join(f"{each.text} {each.words}" for each in found)
    assert "S/2023/945" in words
    for drawn in ("<", "data-", "translate", "M-4", "图例" if lang == "zh" else "Legend"):
        assert drawn not in words, drawn


@LANGUAGES
@PAGES
def test_links_of_the_pictures_lead_to_our_pages_or_to_the_un(site, lang, name):
    folder = site / PREFIX[lang] / name
    soup = BeautifulSoup((folder / "index.html").read_text("utf-8"), "html.parser")
    links = soup.select("figure.picture a")
    assert len(links) > 60
    for link in links:
        symbol, href = link.get("data-symbol"), link["href"]
        if symbol is None:
            assert soup.find(id=href.removeprefix("#")), href
            continue
        ours = site / PREFIX[lang] / parse(symbol).path / "index.html"
        if ours.is_file():
            assert (
                urljoin(f"http://host/sub/{PREFIX[lang]}{name}/", href)
                == f"http://host/sub/{PREFIX[lang]}{parse(symbol).path}/"
            )
        else:
            assert href == parse(symbol).url(lang)


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_home_page_leads_to_both(site, lang):
    soup = BeautifulSoup((site / PREFIX[lang] / "index.html").read_text("utf-8"), "html.parser")
    assert {"map/", "timeline/"} <= {a["href"] for a in soup.select("article a")}


# What the browser has drawn: each text with its box and size in px, and the box around it in which it must stay.
TEXTS = """
    (form) => [...document.querySelectorAll(`.picture__drawing--${form} text`)].map((text) => {
        const { x, y, width, height } = text.getBoundingClientRect();
        const frame = text.closest("a.document")?.querySelector("rect").getBoundingClientRect();
        const scale = text.getScreenCTM().a;
        return {
            words: text.textContent, x, y, width, height, size: parseFloat(getComputedStyle(text).fontSize) * scale,
            frame: frame && { x: frame.x, right: frame.right, y: frame.y, bottom: frame.bottom },
        };
    })
"""


@pytest.mark.browser
@pytest.mark.parametrize("width", WIDTHS)
@LANGUAGES
@PAGES
def test_labels_are_large_enough_and_none_covers_another_without_script(browser, served, name, lang, width):
    context = browser.new_context(java_script_enabled=False, viewport=WIDTHS[width])
    page = context.new_page()
    page.goto(f"{served}{PREFIX[lang]}{name}/")
    for form in ("narrow", "wide"):
        assert page.locator(f".picture__drawing--{form}").is_visible() is (form == SEEN[width])
    drawn = page.locator(f".picture__drawing--{SEEN[width]}").bounding_box()
    texts = page.evaluate(TEXTS, SEEN[width])
    assert len(texts) > 60
    for text in texts:
        assert text["size"] >= LEAST, text
        assert drawn["x"] - 1 <= text["x"], text
        assert text["x"] + text["width"] <= drawn["x"] + drawn["width"] + 1, text
        if text["frame"]:
            assert text["x"] + text["width"] <= text["frame"]["right"], text
            assert text["y"] + text["height"] <= text["frame"]["bottom"] + 2, text
    for count, one in enumerate(texts):
        for other in texts[count + 1 :]:
            beside = one["x"] + one["width"] <= other["x"] or other["x"] + other["width"] <= one["x"]
            # The boxes of lines hold room for accents; letters do not meet as long as the base lines are this far apart.
            below = abs(one["y"] + one["height"] / 2 - other["y"] - other["height"] / 2) >= one["size"]
            assert beside or below, (one["words"], other["words"])
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    context.close()


@pytest.mark.browser
@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize(("scheme", "lang"), [("light", "zh"), ("dark", "en")])
def test_axe_finds_nothing(browser, served, width, scheme, lang):
    context = browser.new_context(viewport=WIDTHS[width], color_scheme=scheme)
    page = context.new_page()
    for address in (f"{PREFIX[lang]}{name}/" for name in VIEWS):
        page.goto(served + address)
        found = Axe().run(page, context={"include": [["article"]]}).response["violations"]
        assert [(each["id"], [node["html"][:160] for node in each["nodes"]]) for each in found] == [], address
    context.close()


@pytest.mark.browser
@PAGES
def test_a_document_can_be_reached_and_opened_by_keyboard(browser, served, name):
    page = browser.new_page(viewport=WIDTHS["desktop"])
    page.goto(f"{served}en/{name}/")
    link = page.locator('.picture__drawing--wide a[data-symbol="S/2019/994"]')
    link.focus()
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.dataset.symbol") == "S/2019/994"
    assert link.evaluate("(a) => getComputedStyle(a).outlineStyle") == "solid"
    page.keyboard.press("Enter")
    page.wait_for_url(f"{served}en/S/2019/994/")
    page.close()


@pytest.mark.browser
@PAGES
def test_on_paper_the_picture_stays_on_one_page(browser, served, name):
    # A4 less the margins of 20 mm that the stylesheet sets.
    page = browser.new_page(viewport={"width": 642, "height": 971})
    page.emulate_media(media="print")
    page.goto(f"{served}en/{name}/")
    assert page.locator(".picture__drawing--wide").is_visible()
    assert page.locator(".picture__drawing--narrow").is_hidden()
    figure = page.locator("figure.picture").bounding_box()
    assert figure["x"] >= 0
    assert figure["x"] + figure["width"] <= 642
    assert figure["height"] <= 971
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.close()


def test_the_events_are_in_the_order_of_time(corpus):
    known = events(corpus)
    middles = [sum(each.toordinal() for each in days(event.date)) for event in known]
    assert middles == sorted(middles)
    assert len({event.key for event in known}) == len(known)
