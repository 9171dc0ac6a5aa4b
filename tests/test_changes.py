"""The list of changes: its checks with their places, the page and the feeds made from it."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urlsplit

import feedparser
import pytest
from bs4 import BeautifulSoup
from corpora import write
from scnotes import changes
from scnotes.checks import check_links
from scnotes.corpus import Corpus
from scnotes.diagnostics import Findings
from scnotes.feed import feed

ROOT = Path(__file__).resolve().parent.parent
NEWER = """\
- id: newer
  date: '2026-02-01'
  title: {zh: 新, en: New}
  summary: {zh: 新的内容。, en: Something new.}
  pages: [S/2017/507.md]
"""
OLDER = NEWER.replace("newer", "older").replace("02-01", "01-31")


def corpus(folder: Path, text: str) -> Corpus:
    return Corpus.load(write(folder, {"docs/_data/changes.yml": text}))


def test_a_list_in_order_has_no_finding(tmp_path):
    assert changes.check(corpus(tmp_path, NEWER + OLDER)) == []


FAULTS = [
    (NEWER.replace("S/2017/507.md", "S/2017/508.md"), ["5:11: CHG002"] * 2),
    (OLDER + NEWER, ["7:9: CHG003"]),
    (NEWER.replace("zh: 新, ", ""), ["3:10: CHG001"]),
    (NEWER.replace("en: Something new.", "en: ''"), ["4:28: CHG001"]),
    (NEWER.replace("2026-02-01", "2026-02"), ["2:9: CHG001"]),
    (NEWER + NEWER, ["6:7: CHG004"]),
    (NEWER + "  author: A\n", ["6:11: CHG001"]),
    (NEWER.replace("id: newer", "id: 新"), ["1:7: CHG001"]),
    ("- {\n", ["2:1: REG001"]),
]


@pytest.mark.parametrize(("text", "expected"), FAULTS)
def test_each_fault_is_found_at_its_place(tmp_path, text, expected):
    found = corpus(tmp_path, text)
    said = [f"{each.line}:{each.column}: {each.code}" for each in changes.check(found)]
    assert said == expected
    assert {each.code for each in changes.check(found)} <= {each.code for each in check_links(tmp_path)[1]}
    with pytest.raises(Findings):
        changes.load(found)


def test_a_corpus_without_the_list_has_no_feed(tmp_path):
    assert feed(Corpus.load(write(tmp_path)), "zh", "https://corpus.example/", "名") is None


@pytest.mark.parametrize(("lang", "prefix"), [("zh", ""), ("en", "en/")])
def test_the_feed_is_well_formed_stable_and_says_what_the_data_say(lang, prefix):
    real = Corpus.load(ROOT)
    listed = changes.load(real)
    made = feed(real, lang, "https://corpus.example/sub/", "A & B")
    assert made == feed(Corpus.load(ROOT), lang, "https://corpus.example/sub/", "A & B"), "same data, same bytes"
    read = feedparser.parse(made)
    assert not read.bozo, read.get("bozo_exception")
    base = f"https://corpus.example/sub/{prefix}"
    assert read.version == "atom10"
    assert (read.feed.id, read.feed.title) == (f"{base}feed.xml", "A & B")
    assert read.feed.updated == f"{listed[0].date}T00:00:00+00:00"
    assert [entry.id for entry in read.entries] == [f"{base}changes/#{change.id}" for change in listed]
    assert [entry.title for entry in read.entries] == [getattr(change.title, lang) for change in listed]
    assert [entry.summary for entry in read.entries] == [getattr(change.summary, lang) for change in listed]
    assert [entry.updated[:10] for entry in read.entries] == [change.date for change in listed]


@pytest.mark.parametrize("prefix", ["", "en/"])
def test_the_site_names_its_feed_and_every_link_of_it_is_there(site, served, prefix):
    read = feedparser.parse((site / prefix / "feed.xml").read_bytes())
    assert not read.bozo
    links = {link.href for entry in read.entries for link in entry.links} | {link.href for link in read.feed.links}
    assert len(links) > 20
    for link in links:
        parts = urlsplit(link)
        assert link.startswith(served), link
        target = site / parts.path.lstrip("/")
        target = target / "index.html" if parts.path.endswith("/") else target
        assert target.is_file(), link
        if parts.fragment:
            assert BeautifulSoup(target.read_text("utf-8"), "html.parser").find(id=parts.fragment), link
    for path in [site / prefix / "index.html", site / prefix / "S/2022/499/index.html"]:
        page = BeautifulSoup(path.read_text("utf-8"), "html.parser")
        head = page.select_one('head link[type="application/atom+xml"]')
        assert head["rel"] == ["alternate"]
        assert (path.parent / head["href"]).resolve() == (site / prefix / "feed.xml").resolve()


@pytest.mark.parametrize("prefix", ["", "en/"])
def test_the_page_of_changes_has_a_section_a_change(site, prefix):
    page = BeautifulSoup((site / prefix / "changes/index.html").read_text("utf-8"), "html.parser")
    assert [heading["id"] for heading in page.select("article h2")] == [
        change.id for change in changes.load(Corpus.load(ROOT))
    ]
    assert (site / prefix / "changes" / page.select_one('article a[type="application/atom+xml"]')["href"]).is_file()
