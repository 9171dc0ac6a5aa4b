"""The guide and the letter: each of the fifteen questions has its section, and each leads to the other."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urlsplit

import pytest
from bs4 import BeautifulSoup
from scnotes.corpus import Corpus
from scnotes.guide import sections

ROOT = Path(__file__).resolve().parent.parent
LETTER = "S/2022/499.md"
BOTH = pytest.mark.parametrize("lang", ["zh", "en"])


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    return Corpus.load(ROOT)


def questions(corpus: Corpus, lang: str) -> list[str]:
    """Ids of the items between the heading of the questions and the next."""
    blocks = corpus.pages[lang, LETTER].blocks
    first = next(index for index, block in enumerate(blocks) if block.id == "guiding-questions")
    last = next(index for index, block in enumerate(blocks) if block.id == "briefers-and-format")
    return [block.id for block in blocks[first:last] if block.kind == "item"]


@BOTH
def test_the_sections_lead_to_the_questions_in_their_order(corpus, lang):
    found = sections(corpus.pages[lang, LETTER], corpus)
    asked = questions(corpus, lang)
    assert len(asked) == 15
    assert found == {key: f"../../guide.md#q{number}" for number, key in enumerate(asked, start=1)}


@BOTH
def test_a_page_that_the_guide_does_not_explain_gets_no_marks(corpus, lang):
    assert sections(corpus.pages[lang, "S/2017/507.md"], corpus) == {}
    without = Corpus(ROOT, corpus.register, {key: page for key, page in corpus.pages.items() if key[1] != "guide.md"})
    assert sections(without.pages[lang, LETTER], without) == {}


@BOTH
def test_each_question_of_the_built_letter_has_its_mark_and_no_other_paragraph(site, corpus, lang):
    path = site / ("en" if lang == "en" else "") / "S" / "2022" / "499" / "index.html"
    article = BeautifulSoup(path.read_text(encoding="utf-8"), "html.parser").find("article")
    marks = article.select("a.guide-mark")
    assert [mark.find_parent(id=True)["id"] for mark in marks] == questions(corpus, lang)
    for number, mark in enumerate(marks, start=1):
        address = urlsplit(mark["href"])
        guide = (path.parent / address.path / "index.html").resolve()
        assert guide == (site / ("en" if lang == "en" else "") / "guide" / "index.html").resolve()
        assert address.fragment == f"q{number}"
        assert f'id="q{number}"' in guide.read_text(encoding="utf-8")
