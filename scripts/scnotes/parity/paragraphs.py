"""The paragraphs of a page as the comparison sees them: kind, words, values, concepts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from scnotes.citations import Citation, find_citations
from scnotes.diagnostics import Lang
from scnotes.markdown_reader import Block
from scnotes.page import Page
from scnotes.parity.lexicon import concepts
from scnotes.parity.numbers import Value, numbers
from scnotes.symbols import Symbol

ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)
# The line at the foot of a first page, 22-06243 (C) 280422 030522, has dates of its own in each language.
JOB = re.compile(r"\b\d\d-\d{5}\s?\([ACEFRS]\)")


@dataclass(frozen=True)
class Paragraph:
    """A block of a page: ``text`` is its prose with offsets kept, ``start`` its offset in the page."""

    page: Page
    block: Block
    text: str
    start: int
    lang: Lang

    @property
    def size(self) -> int:
        """Its length in characters, blanks apart."""
        return len("".join(self.text.split()))

    @cached_property
    def symbols(self) -> dict[str, tuple[int, int]]:
        """Symbols and resolutions it cites, by canonical form, with the place of the first mention."""
        return {
            str(each.target): (each.start, each.end)
            for each in reversed(self._citations)
            if isinstance(each.target, Symbol)
        }

    @cached_property
    def links(self) -> dict[str, tuple[int, int]]:
        """Places of this site that it links to by hand, as written, with the place of the first such link."""
        end = self.start + len(self.text)
        return {
            each.url: (each.start - self.start, each.end - self.start)
            for each in reversed(self.page.markup.links)
            if self.start <= each.start < end and each.kind != "image" and not ELSEWHERE.match(each.url)
        }

    @cached_property
    def _citations(self) -> list[Citation]:
        return find_citations(self.text, self.lang, {})

    @cached_property
    def values(self) -> tuple[Value, ...]:
        """Its numbers and months, those inside symbols left out."""
        text = list(self.text)
        for each in self._citations:
            if isinstance(each.target, Symbol):
                # The paragraph of a pin-cite is a number of the text.
                kept = re.sub(r"[^ \n]", " ", each.text) if each.paragraph is None else _only_paragraph(each.text)
                text[each.start : each.end] = kept
        masked = re.sub(r"https?://\S+", lambda match: " " * len(match[0]), "".join(text))
        found = numbers(masked, self.lang)
        if JOB.search(self.text):
            return tuple(replace(value, required=False) for value in found)
        return tuple(found)

    @cached_property
    def offered(self) -> frozenset[str]:
        """Every form of every number it has."""
        return frozenset(key for value in self.values for key in value.keys)

    def offers(self, other: Paragraph) -> frozenset[str]:
        """What satisfies the other language's values: the numbers, and those of symbols that the grammar reads here only."""
        alone = " ".join(symbol for symbol in self.symbols if symbol not in other.symbols)
        return self.offered | {f"n{int(digits)}" for digits in re.findall(r"\d+", alone)}

    @cached_property
    def concepts(self) -> frozenset[str]:
        """Words of the lexicon that it has."""
        return concepts(self.text, self.lang)


def _only_paragraph(words: str) -> str:
    keep = re.search(r"第\s*\d+(?:\s*(?:至|和|、|-|–)\s*第?\s*\d+)?\s*段$|para\w*\.?\s*\d+[^A-Za-z]*", words)
    if keep is None:
        return " " * len(words)
    return " " * keep.start() + keep[0] + " " * (len(words) - keep.end())


def paragraphs(page: Page) -> Iterator[Paragraph]:
    """The blocks of a page that hold words, in order; empty table cells and items that only hold a list are passed over."""
    for block in page.blocks:
        text = page.masked[block.start : block.end]
        if text.strip():
            yield Paragraph(page, block, text, block.start, page.lang)
