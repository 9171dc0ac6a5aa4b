"""What can be cited: a document of the register, or a place in it that has an address here, in a reader's language."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from scnotes.corpus import Corpus, site_address
from scnotes.diagnostics import Lang
from scnotes.labels import BODIES, TYPES
from scnotes.markdown_reader import Block
from scnotes.page import Page
from scnotes.register import Document
from scnotes.symbols import Symbol, parse

UNITED_NATIONS = {"zh": "联合国", "en": "United Nations"}
WHOLE = "document"
# An imported text marks where its annex begins with a heading of this id.
ANNEX = "annex"
OPENING = {"zh": 28, "en": 64}


@dataclass(frozen=True, slots=True)
class Place:
    """A paragraph: ``id`` is its address on our page.

    ``number`` is the United Nations' own number or letter of it. Letters of Member States have none: there ``annex``
    and ``section``, the heading above the paragraph, are what a reader of the official text can find. ``opening`` is
    how our page begins the paragraph.
    """

    id: str
    opening: str
    number: int | str | None = None
    annex: bool = False
    section: str = ""


@dataclass(frozen=True)
class Citable:
    """A document, or a place in it, as it is cited in ``lang``; ``ours``: our page is an unofficial translation."""

    document: Document
    lang: Lang
    place: Place | None = None
    ours: bool = False

    @cached_property
    def symbol(self) -> Symbol:
        """The document's symbol."""
        return parse(self.document.symbol)

    @property
    def id(self) -> str:
        """The address on the page of citations, and the name of the files: "document", "p20", "para-94"."""
        return self.place.id if self.place else WHOLE

    @property
    def key(self) -> str:
        """The key in a bibliography, ASCII and stable: S-2022-499, S-2022-499-p20, S-PV-5968-Resumption-1."""
        words = self.document.symbol + (f"-{self.place.id}" if self.place else "")
        return re.sub(r"[^A-Za-z0-9]+", "-", words).strip("-")

    @property
    def title(self) -> str:
        """The official title in the language of the citation; failing that, the other's with our subject after it.

        What is ours and not the document's stands in square brackets, as catalogues and styles have it for titles that
        are supplied or translated.
        """
        supplied = f"[{getattr(self.document.subject, self.lang)}]"
        known = self.document.title
        own, other = (getattr(known, lang, None) for lang in (self.lang, "en" if self.lang == "zh" else "zh"))
        return own or (f"{other} {supplied}" if other else supplied)

    @property
    def author(self) -> str:
        """The body whose document it is, as an institution: United Nations Security Council."""
        return UNITED_NATIONS[self.lang] + (" " if self.lang == "en" else "") + self.body

    @property
    def body(self) -> str:
        """The body alone: Security Council."""
        return BODIES[self.document.body].in_(self.lang)

    @property
    def publisher(self) -> str:
        """The United Nations."""
        return UNITED_NATIONS[self.lang]

    @property
    def kind(self) -> str:
        """What sort of document it is, in words."""
        return TYPES[self.document.type].in_(self.lang)

    @property
    def date(self) -> tuple[int, ...]:
        """Year, month and day, as far as the register knows them; nothing where it knows nothing."""
        return tuple(int(part) for part in self.document.date.split("-")) if self.document.date else ()

    @property
    def url(self) -> str:
        """Where the United Nations has the document in the language of the citation."""
        return self.symbol.url(self.lang)

    def address(self, site: str) -> str:
        """Our page, or our paragraph, on a site whose address ends in a slash."""
        return f"{site}{site_address(self.lang, f'{self.symbol.path}.md')}" + (
            f"#{self.place.id}" if self.place else ""
        )


def citables(path: str, lang: Lang, corpus: Corpus) -> Iterator[Citable]:
    """What can be cited of the document of a page ("S/2022/499.md"): first itself, then its paragraphs in order.

    Nothing for a page that is about no document of the register.
    """
    page = corpus.pages[lang, path]
    document = corpus.register.get(parse(page.front.symbol)) if page.front.symbol else None
    if document is None:
        return
    ours = page.front.translation == "unofficial"
    yield Citable(document, lang, None, ours)
    for place in (*_paragraphs(page), *_digested(document, corpus, lang)):
        yield Citable(document, lang, place, ours)


def _paragraphs(page: Page) -> Iterator[Place]:
    """The paragraphs of a full text, each with the innermost heading above it that the document's reader can look for.

    The document's title and the annex's name no section.
    """
    title, annex, above = _annex_title(page), 0, ""
    for block in page.blocks:
        if block.kind != "heading":
            if block.id:
                yield Place(block.id, _opening(page.prose(block), page.lang), None, annex > 0, above)
        elif block.id == ANNEX:
            annex, above = block.level, ""
        elif block.level > 1 and block != title:
            annex = 0 if block.level <= annex else annex
            above = page.prose(block)


def _annex_title(page: Page) -> Block | None:
    """The heading that follows the annex's at once, if all that come after it are lower: they are parts of what it names."""
    blocks = iter(page.blocks)
    found = any(block.id == ANNEX and block.kind == "heading" for block in blocks)
    first = next(blocks, None) if found else None
    if first is None or first.kind != "heading":
        return None
    return first if all(block.level > first.level for block in blocks if block.kind == "heading") else None


def _digested(document: Document, corpus: Corpus, lang: Lang) -> Iterator[Place]:
    for entry in corpus.register.digest(parse(document.symbol)):
        yield Place(f"para-{entry.para}", _opening(getattr(entry.gist, lang), lang), entry.para)


def _opening(words: str, lang: Lang) -> str:
    """The first words, cut between words, with dots where something follows."""
    limit = OPENING[lang]
    if len(words) <= limit:
        return words
    cut = words[:limit]
    return (cut.rpartition(" ")[0] if lang == "en" and " " in cut else cut).rstrip("，。；、：,.;: ") + "…"
