"""The guide to the letter's questions, seen from the letter: which paragraph has a section of the guide, by the guide's own links."""

from __future__ import annotations

from pathlib import Path

from scnotes.corpus import Corpus, relative
from scnotes.page import Page

GUIDE = "guide.md"


def sections(page: Page, corpus: Corpus) -> dict[str, str]:
    """Paragraphs of a full text by id, each with the path to the section of the guide that links to it first."""
    guide = corpus.pages.get((page.lang, GUIDE))
    if guide is None or not page.full_text:
        return {}
    here, there = relative(page.path, guide.path), relative(Path("docs", page.lang, GUIDE), page.path)
    headings = [block for block in guide.blocks if block.kind == "heading" and block.id]
    found: dict[str, str] = {}
    for link in guide.links:
        file, _, paragraph = link.url.partition("#")
        above = [heading for heading in headings if heading.start < link.start]
        if file == here and paragraph and above:
            found.setdefault(paragraph, f"{there}#{above[-1].id}")
    return found
