"""The built site, read from its HTML: links, languages, addresses, nothing from third parties."""

from __future__ import annotations

import json
import os
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import pytest
from bs4 import BeautifulSoup
from build_site import build
from scnotes import symbols
from scnotes.corpus import Corpus
from scnotes.un_addresses import read_address

CITED = (
    "S/2017/507", "S/2019/990", "S/2019/991", "S/2019/994", "S/2019/997", "S/2021/647", "S/2021/1074", "A/RES/76/262",
)  # fmt: skip
ROOT = Path(__file__).resolve().parent.parent
PREFIX = {"zh": "", "en": "en/"}
LANGUAGES = pytest.mark.parametrize("lang", ["zh", "en"])


def soup(path: Path) -> BeautifulSoup:
    return BeautifulSoup(path.read_text(encoding="utf-8"), "html.parser")


def pages(site: Path) -> list[Path]:
    return sorted(path for path in site.rglob("index.html"))


@LANGUAGES
def test_letter_links_all_eight_documents_to_our_pages_in_its_language(site, lang):
    article = soup(site / PREFIX[lang] / "S/2022/499/index.html").find("article")
    for symbol in CITED:
        links = [
            a for a in article.select(f'a[data-symbol="{symbol}"]') if a.find_parent(id=lambda i: i and i[0] == "p")
        ]
        assert links, symbol
        for link in links:
            target = (site / PREFIX[lang] / "S/2022/499" / urlsplit(link["href"]).path).resolve()
            assert target == (site / PREFIX[lang] / symbol).resolve(), link


@LANGUAGES
def test_the_13_notes_of_the_letter_lead_to_their_list(site, lang):
    folder = site / PREFIX[lang] / "S/2022/499"
    (link,) = soup(folder / "index.html").select("#p18 > a.page")
    listed = soup((folder / urlsplit(link["href"]).path / "index.html").resolve())
    linked = [a["data-symbol"] for a in listed.select("#notes ~ .fact-table tbody tr td:first-child a.symbol")]
    assert linked == [*(f"S/2019/{number}" for number in range(990, 998)),
                      *(f"S/2021/{number}" for number in (645, 646, 647, 648, 1074))]  # fmt: skip


@LANGUAGES
def test_pin_cites_of_the_letter_lead_to_the_paragraphs(site, lang):
    article = soup(site / PREFIX[lang] / "S/2022/499/index.html").find("article")
    fragments = {urlsplit(a["href"]).fragment for a in article.select('a[data-symbol="S/2017/507"]')}
    assert {"para-43", "para-74", "para-94"} <= fragments


@LANGUAGES
def test_every_symbol_in_running_text_is_a_link(site, lang):
    for path in pages(site):
        page = soup(path)
        if page.html["lang"] != {"zh": "zh-Hans", "en": "en"}[lang] or not page.find("article"):
            continue
        article = page.find("article")
        own = (
            path.parent.relative_to(site / PREFIX[lang] if lang == "en" else site).as_posix().removesuffix("/parallel")
        )
        for closed in article.select("a, h1, h2, h3, h4, code, script"):
            closed.replace_with(" ")
        left = {str(mention.symbol) for mention in symbols.find(article.get_text(" "))} - {own}
        assert not left, (path, left)


def test_languages_are_marked_and_alternates_are_absolute(site):
    for path in pages(site):
        page = soup(path)
        english = path.relative_to(site).parts[0] == "en"
        assert page.html["lang"] == ("en" if english else "zh-Hans"), path
        alternates = {link["hreflang"]: link["href"] for link in page.select("link[rel=alternate][hreflang]")}
        assert set(alternates) == {"zh-Hans", "en", "x-default"}, path
        assert all(urlsplit(href).scheme for href in alternates.values()), path
        assert alternates["x-default"] == alternates["zh-Hans"]


def test_each_page_has_its_counterpart_and_the_switch_leads_there(site):
    for path in pages(site):
        relative = path.relative_to(site)
        english = relative.parts[0] == "en"
        other = site / relative.relative_to("en") if english else site / "en" / relative
        assert other.exists(), path
        switch = soup(path).select_one(f'a.md-select__link[hreflang="{"zh" if english else "en"}"]')
        assert (path.parent / urlsplit(switch["href"]).path).resolve() == other.parent.resolve(), path


def test_internal_links_and_anchors_exist(site):
    ids = {path.resolve(): {element["id"] for element in soup(path).select("[id]")} for path in site.rglob("*.html")}
    for path in pages(site):
        for link in soup(path).select("a[href], link[href], script[src], img[src]"):
            href = link.get("href") or link["src"]
            parts = urlsplit(href)
            if parts.scheme:
                continue
            target = (path.parent / unquote(parts.path)).resolve() if parts.path else path.resolve()
            target = target / "index.html" if target.is_dir() else target
            assert target.exists(), (path, href)
            if parts.fragment and link.name == "a" and not parts.fragment.startswith("__"):
                assert unquote(parts.fragment) in ids[target], (path, href)


def test_nothing_is_loaded_from_a_third_party(site):
    for path in site.rglob("*.html"):
        for element in soup(path).select(
            "script[src], img[src], iframe[src], link[rel=stylesheet], link[rel=preconnect]"
        ):
            assert not urlsplit(element.get("src") or element.get("href")).netloc, (path, element)
    for path in site.rglob("*.css"):
        assert "url(http" not in path.read_text(encoding="utf-8"), path


def test_external_document_links_go_to_the_un_in_the_language_of_the_page(site):
    for path in pages(site):
        for link in soup(path).select("a.symbol.external"):
            around = link.find_parent(attrs={"lang": True})["lang"]
            assert link["href"] == symbols.parse(link["data-symbol"]).url(around.removesuffix("-Hans")), path
            assert link["rel"] == ["external"]


@LANGUAGES
def test_each_document_lists_where_the_letter_cites_it(site, lang):
    for symbol in CITED:
        folder = site / PREFIX[lang] / symbol
        cited_by = soup(folder / "index.html").select(".cited-by li > a:first-child")
        targets = {urljoin(f"{folder}/", link["href"]).partition("#")[0].rstrip("/") for link in cited_by}
        assert str(site / PREFIX[lang] / "S/2022/499") in targets, symbol
        assert all(urlsplit(link["href"]).fragment.startswith("p") for link in cited_by)


def test_list_of_pages_for_the_404_page_is_true(site):
    addresses = json.loads((site / "assets/pages.json").read_text(encoding="utf-8"))
    assert set(CITED) | {"S/2022/499"} <= set(addresses)
    for by_language in addresses.values():
        for address in by_language.values():
            assert (site / address / "index.html").exists(), address


@pytest.fixture(scope="module")
def moved(tmp_path_factory) -> Path:
    """The site as a project's pages are published: under a sub-path, with a repository."""
    target = tmp_path_factory.mktemp("moved") / "sub"
    environment = {
        "SITE_URL": "https://corpus.example/sub/",
        "REPO_URL": "https://code.example/a/b",
        "EDIT_URI": "edit/main/docs/",
    }
    before = {key: os.environ.get(key) for key in environment}
    os.environ.update(environment)
    try:
        assert build(target) == 0
    finally:
        for key, value in before.items():
            os.environ.pop(key) if value is None else os.environ.update({key: value})
    return target


def test_under_a_sub_path_every_address_stays_inside_it(moved):
    for path in sorted(moved.rglob("*.html")):
        here = "/sub/" + path.relative_to(moved).as_posix().removesuffix("index.html")
        for element in soup(path).select("[href], [src]"):
            address = urljoin(f"https://corpus.example{here}", element.get("href") or element.get("src"))
            if urlsplit(address).netloc != "corpus.example":
                continue
            inside = unquote(urlsplit(address).path)
            assert inside.startswith("/sub/"), (path, element)
            target = moved / inside.removeprefix("/sub/")
            assert (target / "index.html").is_file() if inside.endswith("/") else target.is_file(), (path, element)


def test_edit_and_report_links_come_from_the_environment(moved, site):
    page = soup(moved / "en/S/2019/994/index.html")
    assert page.select_one('a[href="https://code.example/a/b/edit/main/docs/en/S/2019/994.md"]')
    assert page.select_one(".report a")["href"] == "https://code.example/a/b/issues/new?title=S/2019/994%3A%20error"
    assert soup(site / "en/S/2019/994/index.html").select_one(".report, .md-content__button") is None


@LANGUAGES
def test_un_links_written_in_the_sources_are_those_of_the_built_pages(site, lang):
    """Keeps the extractor honest: what the build renders as a link to the United Nations, the check has seen."""
    corpus = Corpus.load(ROOT)
    for (language, path), page in corpus.pages.items():
        if language != lang or page.front.view or path == "index.md":
            continue
        built = soup(site / PREFIX[lang] / path.removesuffix(".md") / "index.html").find("article")
        for generated in built.select(".document-card, .apparatus, .report, a[data-symbol], a.instrument"):
            generated.decompose()
        rendered = sorted(a["href"] for a in built.select("a[href]") if read_address(a["href"]))
        assert rendered == sorted(link.url for link in page.links if read_address(link.url)), path
