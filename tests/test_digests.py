"""Paragraphs of a document: how many were read, which were not, and what later notes did to them, on both pages."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
from corpora import DIGESTS, FAMILY, both, write
from scnotes import digests
from scnotes.corpus import Corpus
from scnotes.symbols import parse
from scnotes.views import compose

ROOT = Path(__file__).resolve().parent.parent
NOTE = "---\nsymbol: S/2019/990\ntext: digest\n---\n\n# S/2019/990 {#top}\n"
MORE = """\
  - para: 95
    gist: {zh: 甲, en: A}
    basis: read
    source: [A]
"""


def toy(root: Path, files: dict[str, str] | None = None) -> Corpus:
    for name in ("overrides",):
        (root / name).symlink_to(ROOT / name)
    corpus = both("# C {#top}\n\n## Help {#contribute}\n", "corpus.md")
    return Corpus.load(write(root, FAMILY | corpus | both(NOTE, "S/2019/990.md") | (files or {})))


@cache
def real() -> Corpus:
    return Corpus.load(ROOT)


def shown(corpus: Corpus, symbol: str, lang: str) -> str:
    page = corpus.page(parse(symbol), lang)
    return compose(page.body, page, corpus)


RUNS = [
    ("142", DIGESTS, [(1, 93), (95, 142)]),
    ("142", DIGESTS + MORE, [(1, 93), (96, 142)]),
    ("94", DIGESTS, [(1, 93)]),
    ("94", DIGESTS.replace("94", "1"), [(2, 94)]),
    ("1", DIGESTS.replace("94", "1"), []),
    ("142", DIGESTS.replace("94", "b"), []),  # a lettered paragraph has no place among numbers
]


@pytest.mark.parametrize(("total", "entries", "runs"), RUNS)
def test_runs_of_unread_paragraphs(tmp_path, total, entries, runs):
    documents = FAMILY["docs/_data/documents.yml"].replace("paragraphs: 142", f"paragraphs: {total}")
    files = {"docs/_data/documents.yml": documents, "docs/_data/digests.yml": entries, "docs/_data/effects.yml": "[]"}
    corpus = toy(tmp_path, files)
    symbol = parse("S/2017/507")
    assert list(digests.unread(corpus.register.documents[symbol], corpus.register.digest(symbol))) == runs


def test_the_page_counts_what_was_read_and_links_to_the_official_text(tmp_path):
    text = shown(toy(tmp_path, {"docs/_data/digests.yml": DIGESTS + MORE}), "S/2017/507", "en")
    assert "142 paragraphs: 1 read (1 in part), 1 known from a source's report; 140 not read." in text
    assert "(../../corpus.md#contribute)" in text
    unread = [line for line in text.splitlines() if 'class="unread"' in line]
    assert [line.partition(">")[2].partition(" [")[0] for line in unread] == [
        "Paragraphs 1–93: not read by us; see the official text", "Paragraphs 96–142: not read by us; see the official text",
    ]  # fmt: skip
    assert all("(https://undocs.org/en/S/2017/507)" in line for line in unread)
    assert text.index("Paragraphs 1–93") < text.index('id="para-94"') < text.index("Paragraphs 96–142")


def test_a_single_paragraph_that_was_read_whole_needs_no_help(tmp_path):
    documents = FAMILY["docs/_data/documents.yml"].replace("paragraphs: 142", "paragraphs: 1")
    whole = DIGESTS.replace("94", "1").replace("basis: reported", "basis: read\n    extent: full")
    files = {"docs/_data/documents.yml": documents, "docs/_data/digests.yml": whole, "docs/_data/changes.yml": "[]"}
    files["docs/_data/effects.yml"] = "[]"
    text = shown(toy(tmp_path, files), "S/2017/507", "en")
    assert "1 paragraph: 1 read; each has its gist here." in text
    assert "#contribute" not in text


def test_where_the_total_is_not_known_the_page_says_so(tmp_path):
    documents = (
        FAMILY["docs/_data/documents.yml"].replace("  paragraphs: 142\n", "").replace("paragraphs, aliases", "aliases")
    )
    text = shown(toy(tmp_path, {"docs/_data/documents.yml": documents}), "S/2017/507", "zh")
    assert "段落总数未见于所见来源；其中据来源转述1段，其余未读。" in text
    assert 'class="unread"' not in text


def test_a_change_is_shown_on_both_pages_and_written_once(tmp_path):
    corpus = toy(tmp_path)
    later, earlier = shown(corpus, "S/2019/990", "en"), shown(corpus, "S/2017/507", "en")
    assert (
        '- Paragraph (c) adds to S/2017/507, paragraph 94: more meetings <span class="founded">one source only</span>'
        in later
    )
    assert (
        'Later: S/2019/990 paragraph (c) adds to it: more meetings <span class="founded">one source only</span>'
        in earlier
    )
    without = (
        shown(toy(tmp_path / "b", {"docs/_data/effects.yml": "[]"}), "S/2017/507", "en")
        if (tmp_path / "b").mkdir() is None
        else ""
    )
    assert "Later:" not in without


# ---- the real ones


CHANGED = [
    ("S/2017/507", 142, "S/2021/645", "推算"),
    ("S/2017/507", 140, "S/2019/993", "仅有一个来源"),
    ("S/2017/507", 141, "S/2019/993", "仅有一个来源"),
    ("S/2017/507", 111, "S/2023/615", None),
    ("S/2017/507", 113, "S/2019/991", "仅有一个来源"),
    ("S/2017/507", 93, "S/2019/990", "仅有一个来源"),
    ("S/2017/507", 122, "S/2019/990", "仅有一个来源"),
    ("S/2017/507", 130, "S/2019/997", "推算"),
]


@pytest.mark.parametrize(("earlier", "para", "later", "mark"), CHANGED)
def test_what_later_notes_did(earlier, para, later, mark):
    ((said, sources),) = digests.later(parse(earlier), para, real(), "zh")
    assert said.startswith(later)
    assert (mark is None and "founded" not in said) or f">{mark}<" in said
    assert sources or mark == "推算"
    back = shown(real(), later, "zh").partition("{#lineage}")[2]
    assert earlier in back and str(para) in back.partition("{#sources}")[0]


@pytest.mark.parametrize(("symbol", "mark"), [("S/2021/645", "derived"), ("S/2019/993", "one source only")])
def test_an_amendment_has_its_mark(symbol, mark):
    (line,) = (line for line in shown(real(), symbol, "en").splitlines() if line.startswith("- Amends"))
    assert line.endswith(f'<span class="founded">{mark}</span>')


def test_every_change_is_listed_above():
    found = {(str(each.of), para, str(each.by)) for each in real().register.effects for para in each.paragraphs}
    assert found == {row[:3] for row in CHANGED}


def test_coverage_of_the_note_of_2017():
    symbol = parse("S/2017/507")
    register = real().register
    entries = register.digest(symbol)
    runs = list(digests.unread(register.documents[symbol], entries))
    assert sum(last - first + 1 for first, last in runs) + len(entries) == 142
    assert (4, 20) in runs


def test_every_gist_of_the_register_is_on_its_page():
    for symbol, entries in real().register.digests.items():
        for lang in ("zh", "en"):
            text = shown(real(), str(symbol), lang)
            for entry in entries:
                assert f'id="para-{entry.para}"' in text
                assert getattr(entry.gist, lang) in text
                assert entry.note is None or getattr(entry.note, lang) in text
