"""The pocket edition: every page, every link inside, nothing from outside; and what stops it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from corpora import both, write
from playwright.sync_api import Browser
from scnotes.corpus import Corpus
from scnotes.diagnostics import Findings
from scnotes.page import Page
from scnotes.pocket import Section, address, missing, pocket

ROOT = Path(__file__).resolve().parent.parent
LANGUAGES = pytest.mark.parametrize("lang", ["zh", "en"])


def edition(site: Path, lang: str) -> BeautifulSoup:
    return BeautifulSoup((site / address(lang)).read_text("utf-8"), "html.parser")


@LANGUAGES
def test_it_holds_every_page_of_the_language_in_the_order_of_the_navigation(site, lang):
    file, corpus = edition(site, lang), Corpus.load(ROOT)
    keys = [article["id"] for article in file.select("main > article")]
    assert sorted(keys) == sorted(path.removesuffix(".md") for each, path in corpus.pages if each == lang)
    assert [link["href"] for link in file.select("nav a")] == [f"#{key}" for key in keys]
    home = BeautifulSoup((site / ("en" if lang == "en" else "") / "index.html").read_text("utf-8"), "html.parser")
    order = [link["href"].strip("./") for link in home.select(".md-nav--primary a.md-nav__link[href]")]
    # The navigation of the open page also lists its headings, which stand in the sidebar only on a phone.
    order = list(dict.fromkeys(each or "index" for each in order if "#" not in each))
    assert keys == order


@LANGUAGES
def test_the_text_of_each_page_is_in_it(site, lang):
    file = edition(site, lang)
    for article in file.select("main > article"):
        key = article["id"].removesuffix("index")
        built = site / ("en" if lang == "en" else "") / key / "index.html"
        page = BeautifulSoup(built.read_text("utf-8"), "html.parser").find("article")
        for element in page.select(".headerlink, .side-by-side, .report, script, .md-content__button"):
            element.decompose()
        assert "".join(article.get_text().split()) == "".join(page.get_text().split()), key


@LANGUAGES
def test_ids_are_unique_and_every_link_stays_inside_or_goes_to_a_source(site, lang):
    file = edition(site, lang)
    ids = [element["id"] for element in file.select("[id]")]
    assert len(ids) == len(set(ids))
    for link in file.select("a[href]"):
        href = link["href"]
        assert href[1:] in ids if href.startswith("#") else re.match(r"https?://", href), href
    letter = file.find(id="S/2022/499")
    assert letter.select_one('a[data-symbol="S/2017/507"][href="#S/2017/507/para-94"]')
    assert letter.find(id="S/2022/499/p30")


@LANGUAGES
def test_nothing_in_it_asks_for_another_file(site, lang):
    file = edition(site, lang)
    assert not file.select("script, link:not([href^='data:']), iframe, object, embed, [onclick]")
    assert all(each["src"].startswith("data:") for each in file.select("[src]"))
    assert not re.search(r"@import|url\((?!#)", file.style.get_text())
    assert file.html["lang"] == {"zh": "zh-Hans", "en": "en"}[lang]


@pytest.mark.browser
@LANGUAGES
def test_from_a_disk_without_a_network_and_without_script(browser: Browser, site, lang, tmp_path):
    copy = tmp_path / "saved.html"
    copy.write_bytes((site / address(lang)).read_bytes())
    context = browser.new_context(offline=True, java_script_enabled=False, viewport={"width": 390, "height": 844})
    page = context.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(copy.as_uri())
    page.locator('nav a[href="#S/2022/499"]').click()
    page.locator('[id="S/2022/499"] a[href="#S/2017/507/para-94"]').first.click()
    assert page.url.endswith("#S/2017/507/para-94")
    place = page.locator('[id="S/2017/507/para-94"]')
    assert place.is_visible() and -1 < place.bounding_box()["y"] < 844
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert set(asked) == {copy.as_uri()}, asked
    context.close()


@pytest.mark.browser
def test_it_is_dark_for_a_reader_who_wants_it_dark(browser: Browser, site):
    backgrounds = set()
    for scheme in ("light", "dark"):
        page = browser.new_page(color_scheme=scheme)
        page.goto((site / address("zh")).as_uri())
        backgrounds.add(page.evaluate("getComputedStyle(document.body).backgroundColor"))
        page.close()
    assert backgrounds == {"rgb(255, 255, 255)", "rgb(25, 30, 37)"}


@LANGUAGES
def test_every_page_of_the_site_offers_it_with_its_size(site, lang):
    size = round((site / address(lang)).stat().st_size / 1000)
    for path in ("", "S/2022/499/", "changes/"):
        folder = site / ("en" if lang == "en" else "") / path
        foot = BeautifulSoup((folder / "index.html").read_text("utf-8"), "html.parser").select_one("footer .carry")
        assert (folder / foot.select_one("a[download]")["href"]).resolve() == (site / address(lang)).resolve()
        assert f"{size} kB" in foot.get_text()


def toy(folder: Path, html: str) -> tuple[Corpus, list[Section], dict[str, str]]:
    """A corpus of two pages, the first of which is ``html``."""
    corpus = Corpus.load(write(folder, both("# 首页\n", "index.md")))
    (folder / "overrides").symlink_to(ROOT / "overrides")
    return corpus, [Section("", ("index.md", "S/2017/507.md"))], {"index.md": html, "507.md": '<h1 id="top">507</h1>'}


def made(folder: Path, html: str):
    corpus, sections, pages = toy(folder, html)

    def convert(page: Page) -> str:
        return pages[page.path.name]

    return pocket(sections, corpus, "zh", convert, "名"), corpus


def test_headings_ids_references_and_pictures_are_made_good(tmp_path):
    picture = tmp_path / "docs/zh/p.svg"
    picture.parent.mkdir(parents=True)
    picture.write_text("<svg/>")
    result, _ = made(
        tmp_path,
        '<h1 id="top">一</h1><a href="S/2017/507.md#top">x</a><a href="#top">y</a><img alt="" src="p.svg">'
        '<svg aria-labelledby="a b"><title id="a">t</title><path id="b" fill="url(#b)"/><use href="#b"/></svg>',
    )
    article = BeautifulSoup(result.html, "html.parser").find(id="index")
    assert article.h2["id"] == "index/top"
    assert [link["href"] for link in article.select("a")] == ["#S/2017/507/top", "#index/top"]
    assert article.img["src"] == "data:image/svg+xml;base64,PHN2Zy8+"
    assert article.svg["aria-labelledby"] == "index/a index/b"
    assert article.path["fill"] == "url(#index/b)" and article.use["href"] == "#index/b"


@pytest.mark.parametrize(
    ("html", "code"),
    [
        ('<a href="#nowhere">x</a>', "PCK001"),
        ('<a href="S/2017/507.md#para-95">x</a>', "PCK001"),
        ('<img alt="" src="missing.png">', "PCK002"),
    ],
)
def test_what_leads_nowhere_stops_it_and_is_named(tmp_path, html, code):
    with pytest.raises(Findings) as raised:
        made(tmp_path, html)
    assert [(each.path, each.code) for each in raised.value.diagnostics] == [("docs/zh/index.md", code)]


def test_a_link_to_something_else_of_the_site_becomes_words_and_is_proved_to_be_there(tmp_path):
    result, corpus = made(
        tmp_path,
        '<p><a href="S/2017/507/parallel.md">对照</a> <a href="../en/index.md">E</a> <a href="feed.xml">F</a> <a href="lost.zip">L</a></p>',
    )
    article = BeautifulSoup(result.html, "html.parser").find(id="index")
    assert not article.select("a") and article.p.get_text() == "对照 E F L"
    site = tmp_path / "site"
    (site / "S/2017/507/parallel").mkdir(parents=True)
    (site / "feed.xml").touch()
    assert [(each.code, each.path) for each in missing(result, site, corpus)] == [("PCK003", "docs/zh/index.md")]
    assert "lost.zip" in missing(result, site, corpus)[0].message.en
