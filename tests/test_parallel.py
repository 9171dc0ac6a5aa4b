"""The side-by-side pages: every paragraph with its counterpart, notes beside their own language, addresses as on the pages."""

from __future__ import annotations

import re

import pytest
from bs4 import BeautifulSoup
from corpora import write
from scnotes import parallel
from scnotes.corpus import Corpus

ROW = re.compile(r'<div class="pair[^"]*"( id="[^"]*")?>')
RECORD = """\
- symbol: S/2019/990
  type: note
  body: security-council
  subject: {zh: 事, en: matter}
"""


def corpus(tmp_path):
    front = "---\nsymbol: S/2019/990\ntext: full\n---\n"
    return Corpus.read(
        write(
            tmp_path,
            {
                "docs/_data/documents.yml": RECORD,
                "docs/_data/sources.yml": "",
                "docs/zh/S/2019/990.md": front,
                "docs/en/S/2019/990.md": front,
            },
        )
    )[0]


def rows(tmp_path, zh: str, en: str, lang: str = "zh") -> list[tuple[str | None, str, str]]:
    """Id, and the words of both columns, of each row."""
    html = {"zh": zh, "en": en}
    text = parallel.markdown("S/2019/990.md", lang, corpus(tmp_path), lambda page: html[page.lang])
    soup = BeautifulSoup(text, "html.parser")
    found = []
    for row in soup.select(".pair"):
        own, other = row.select(".pair__text")
        found.append((row.get("id"), own.get_text(" ", strip=True), other.get_text(" ", strip=True)))
    return found


def test_elements_answer_each_other_and_items_have_rows_of_their_own(tmp_path):
    zh = '<h1 id="letter">信</h1><p id="p1">一</p><ul><li id="p2">甲<ul><li id="p3">乙</li></ul></li></ul>'
    en = '<h1 id="letter">Letter</h1><p id="p1">One</p><ul><li id="p2">A<ul><li id="p3">B</li></ul></li></ul>'
    assert rows(tmp_path, zh, en) == [
        ("letter", "信", "Letter"),
        ("p1", "一", "One"),
        ("p2", "甲", "A"),
        ("p3", "乙", "B"),
    ]
    assert rows(tmp_path, zh, en, "en")[1] == ("p1", "One", "一")


def test_a_note_stands_beside_its_own_language_only(tmp_path):
    zh = '<p id="p1">一</p><aside>编者注</aside><p id="p2">二</p>'
    en = '<p id="p1">One</p><p id="p2">Two</p>'
    assert rows(tmp_path, zh, en) == [("p1", "一 编者注", "One"), ("p2", "二", "Two")]


def test_what_one_language_lacks_is_shown_as_lacking(tmp_path):
    zh = '<p id="p1">一</p><table><tr><td>表</td></tr></table><p id="p2">二</p>'
    en = '<p id="p1">One</p><p id="p2">Two</p>'
    assert rows(tmp_path, zh, en)[1] == (None, "表", "nothing answers here")


def test_the_card_and_the_indexes_stay_out_and_the_digest_comes_in(tmp_path):
    page = (
        '<h1 id="top">题</h1><section class="document-card"><p class="authentic">原文</p>卡</section><p>文</p>'
        '<div class="apparatus"><h2 id="paragraphs">摘要</h2><p>两段</p>'
        '<section class="provision" id="para-9"><p>九</p></section>'
        '<h2 id="cited-by">引用</h2><div>句</div></div>'
    )
    ids = [(key, own) for key, own, _ in rows(tmp_path, page, page)]
    assert ids == [(None, "原文"), (None, "题"), (None, "文"), ("paragraphs", "摘要"), (None, "两段"), ("para-9", "九")]


@pytest.mark.parametrize(
    ("reader", "written", "made"),
    [
        ("zh", "../2017/507.md#para-9", "../../../2017/507/#para-9"),
        ("en", "../2017/507.md#para-9", "../../../../../S/2017/507/#para-9"),
        ("zh", "../../index.md", "../../../../"),
        ("zh", "https://undocs.org/zh/S/2017/507", "https://undocs.org/zh/S/2017/507"),
        ("en", "#p1", "#p1"),
    ],
)
def test_links_of_the_chinese_column(tmp_path, reader, written, made):
    text = parallel.markdown(
        "S/2019/990.md",
        reader,
        corpus(tmp_path),
        lambda page: f'<p><a href="{written}">x</a></p>' if page.lang == "zh" else "<p>x</p>",
    )
    assert BeautifulSoup(text, "html.parser").select_one(".pair a")["href"] == made


def test_every_address_of_a_document_is_on_all_its_pages(site):
    """Both languages, both side-by-side pages; and each id once."""
    checked = 0
    for own in (site / "S").rglob("parallel/index.html"):
        path = own.parent.parent.relative_to(site)
        pages = [site / path, site / "en" / path]
        soups = [BeautifulSoup((page / "index.html").read_text(encoding="utf-8"), "html.parser") for page in pages]
        both = [
            BeautifulSoup((page / "parallel" / "index.html").read_text(encoding="utf-8"), "html.parser")
            for page in pages
        ]
        wanted = [
            {each["id"] for each in soup.select("article [id]") if re.fullmatch(r"p\d+|para-.+", each["id"])}
            for soup in soups
        ]
        assert wanted[0] == wanted[1], path
        for soup in both:
            ids = [each["id"] for each in soup.select("article [id]")]
            assert len(ids) == len(set(ids)), path
            assert wanted[0] <= set(ids), path
            assert not soup.select(".absent"), path
            # A screen reader changes its voice with the column.
            assert {row["lang"] for row in soup.select(".pair__text")} == {"zh-Hans", "en"}
        checked += len(wanted[0])
    assert checked >= 44 + 25


def test_internal_links_of_side_by_side_pages_lead_somewhere(site):
    checked = 0
    for page in site.rglob("parallel/index.html"):
        soup = BeautifulSoup(page.read_text(encoding="utf-8"), "html.parser")
        for link in soup.select("article a[href]"):
            target, _, fragment = link["href"].partition("#")
            if ":" in target:
                continue
            file = (page.parent / target / "index.html").resolve() if target else page
            assert file.is_file(), (page, link["href"])
            if fragment:
                text = file.read_text(encoding="utf-8")
                assert f'id="{fragment}"' in text, (page, link["href"])
            checked += 1
    assert checked > 500
