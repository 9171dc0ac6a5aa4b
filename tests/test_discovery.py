"""What search engines and feed readers find: the sitemap, canonical addresses, descriptions."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from xml.etree import ElementTree as etree

from bs4 import BeautifulSoup

NAMES = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}


def addresses(site: Path, served: str) -> dict[str, Path]:
    """Every page of the built site by its absolute address."""
    return {
        served + path.relative_to(site).as_posix().removesuffix("index.html"): path for path in site.rglob("index.html")
    }


def test_the_sitemap_lists_every_page_once_with_its_languages(site, served):
    pages = addresses(site, served)
    listed = etree.parse(site / "sitemap.xml").getroot().findall("s:url", NAMES)
    assert Counter(url.findtext("s:loc", namespaces=NAMES) for url in listed) == Counter(list(pages))
    for url in listed:
        here = url.findtext("s:loc", namespaces=NAMES)
        path = here.removeprefix(served).removeprefix("en/")
        alternates = [
            (link.get("hreflang"), link.get("href")) for link in url.findall("x:link[@rel='alternate']", NAMES)
        ]
        assert sorted(alternates) == [
            ("en", f"{served}en/{path}"), ("x-default", served + path), ("zh-Hans", served + path),
        ]  # fmt: skip


def test_every_page_has_its_canonical_address_and_the_404_page_none(site, served):
    for address, path in addresses(site, served).items():
        links = BeautifulSoup(path.read_text("utf-8"), "html.parser").select('head link[rel="canonical"]')
        assert [link["href"] for link in links] == [address]
    assert not BeautifulSoup((site / "404.html").read_text("utf-8"), "html.parser").select('link[rel="canonical"]')


def test_every_page_has_a_description_and_a_title_of_its_own(site, served):
    heads = [BeautifulSoup(path.read_text("utf-8"), "html.parser").head for path in addresses(site, served).values()]
    described = [head.select('meta[name="description"]') for head in heads]
    assert all(len(each) == 1 and len(each[0]["content"]) > 10 for each in described)
    for values in ([each[0]["content"] for each in described], [head.title.get_text() for head in heads]):
        assert [value for value, count in Counter(values).items() if count > 1] == []
