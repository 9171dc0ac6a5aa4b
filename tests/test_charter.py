"""Citations of the Charter: three Articles lead to our page, which leads to the United Nations; the others go there at once."""

from __future__ import annotations

from pathlib import Path

import pytest
from scnotes.citations import CHARTER_ADDRESS, find_citations
from scnotes.corpus import Corpus

ROOT = Path(__file__).resolve().parent.parent
UN = CHARTER_ADDRESS


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    return Corpus.load(ROOT)


@pytest.mark.parametrize(
    ("lang", "path", "text", "href"),
    [
        ("zh", "S/2022/499.md", "《联合国宪章》第二十四条", "../../charter.md#article-24"),
        ("zh", "A/RES/76/262.md", "《联合国宪章》第二十四条第三项", "../../../charter.md#article-24"),
        ("en", "S/2021/1074.md", "Article 28 of the Charter", "../../charter.md#article-28"),
        ("en", "guide.md", "Article 30 of the Charter of the United Nations", "charter.md#article-30"),
        # Articles that the page does not have, the Charter as a whole, and the page itself
        ("zh", "S/2022/499.md", "《联合国宪章》第三十五条", UN["zh"]),
        ("en", "S/2022/499.md", "Article 2 of the Charter", UN["en"]),
        ("en", "S/2022/499.md", "Charter of the United Nations", UN["en"]),
        ("zh", "charter.md", "《联合国宪章》第二十四条", UN["zh"]),
        ("en", "charter.md", "Article 24 of the Charter", UN["en"]),
    ],
)
def test_where_a_citation_of_the_charter_leads(corpus, lang, path, text, href):
    (citation,) = find_citations(text, lang, {})
    destination = corpus.destination(citation, corpus.pages[lang, path])
    assert (destination.href, destination.external) == (href, href.startswith("https"))


def test_without_the_page_every_article_goes_to_the_united_nations(corpus):
    bare = Corpus(ROOT, corpus.register, {key: page for key, page in corpus.pages.items() if key[1] != "charter.md"})
    (citation,) = find_citations("Article 24 of the Charter", "en", {})
    assert bare.destination(citation, bare.pages["en", "guide.md"]).href == UN["en"]


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_page_says_where_the_letter_cites_and_leads_to_the_official_text(corpus, lang):
    page, letter = corpus.pages[lang, "charter.md"], corpus.pages[lang, "S/2022/499.md"]
    cited = {  # the Articles that the letter itself cites, by paragraph
        (reference.citation.target.number, reference.block.id)
        for reference in corpus.citations(letter)
        if getattr(reference.citation.target, "number", None) in (24, 28, 30)
    }
    assert cited == {(24, "p10"), (30, "p16")}
    for _, paragraph in cited:
        assert f"(S/2022/499.md#{paragraph})" in page.text
    official = [c for c in corpus.citations(page) if getattr(c.citation.target, "number", None) in (24, 28, 30)]
    assert {each.citation.target.number for each in official} == {24, 28, 30}
