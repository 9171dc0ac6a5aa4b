"""What the search knows: one record a paragraph, section or digest entry, its words cut for Pagefind; documents and terms.

Pagefind takes words to be what stands between blanks, loses its way in phrases of words that are not ASCII, and of a word
that it does not know finds one that is its beginning. So the words are cut and spelt here, and
``assets/javascripts/search.js`` does the same with a query: a run of Chinese becomes all pairs of neighbours, whatever the
words are, and every word that could be another one's beginning ends in ``CLOSE``.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from scnotes.corpus import Corpus, site_address
from scnotes.diagnostics import LANGS, Lang
from scnotes.front_matter import symbol_of
from scnotes.labels import BODIES, SEARCH, STATUS, TYPES, date_label, paragraph_label, words
from scnotes.markdown_reader import Block
from scnotes.page import Page
from scnotes.register import Document
from scnotes.symbols import Symbol
from scnotes.tables import COMMA
from scnotes.terms import Terms
from scnotes.views import VIEWS

# Letters that no word of a text ends in, or begins with.
CLOSE = "qz"
CHINESE = "qx"
# Pages that are about no document have this type.
OWN = "site"
_HAN = "\u3007\u3400-\u9fff\uf900-\ufaff"
_RUN = re.compile(rf"[{_HAN}]+|[^\W_{_HAN}]+")
_GAP = re.compile(rf"(?<=[{_HAN}，。；：、）》”])\s+(?=[{_HAN}，。；：、）》”（《“])")
_APOSTROPHES = re.compile("['’]")


def cut(text: str) -> str:
    """The words of a text for the index, blanks between them; a Chinese character is four letters, a to p for 0 to f.

    >>> cut("总结，S/2021/647")
    'qxgadlhonj qxhonjqz sqz 2021qz 647qz'
    """
    plain = _APOSTROPHES.sub("", unicodedata.normalize("NFKC", text)).lower()
    found: list[str] = []
    for run in _RUN.findall(plain):
        if re.match(f"[{_HAN}]", run):
            spelt = ["".join(chr(ord("a") + int(digit, 16)) for digit in f"{ord(each):04x}") for each in run]
            found += [f"{CHINESE}{one}{two}" for one, two in zip(spelt, [*spelt[1:], CLOSE], strict=True)]
        else:
            found.append(run + CLOSE)
    return " ".join(found)


@dataclass(frozen=True, slots=True)
class Facts:
    """A document in the words of one language, as results show it."""

    symbol: str
    title: str
    date: str = ""
    type: str = ""
    status: str = ""
    status_kind: str = ""


@dataclass(frozen=True, slots=True)
class Record:
    """One thing that can be found: ``url`` is relative to the site's root and leads to the paragraph, entry or heading.

    ``words`` is more that it is found by, and not shown; ``note`` is our editor's note beside it.
    """

    url: str
    facts: Facts
    place: str
    text: str
    words: str = ""
    note: str = ""
    type: str = OWN
    year: str = ""
    terms: tuple[str, ...] = ()

    @property
    def content(self) -> str:
        """The words for the index."""
        return cut(" / ".join((self.place, self.text, self.note, self.facts.symbol, self.words)))

    @property
    def meta(self) -> dict[str, str]:
        """What a result shows."""
        facts = self.facts
        shown = {
            "symbol": facts.symbol,
            "title": facts.title,
            "date": facts.date,
            "type": facts.type,
            "status": facts.status,
            "status_kind": facts.status_kind,
            "place": self.place,
            "text": self.text,
            "note": self.note,
        }
        return {key: value for key, value in shown.items() if value}

    @property
    def filters(self) -> dict[str, list[str]]:
        """By type, by year of the document, and by the terms of the term base that stand in the text."""
        every = {"type": [self.type], "year": [self.year] if self.year else [], "term": list(self.terms)}
        return {name: values for name, values in every.items() if values}


def records(corpus: Corpus, terms: Terms, lang: Lang) -> list[Record]:
    """All records of a language, in the order of the paths and of the texts; no two have the same address."""
    found: list[Record] = []
    for (its, path), page in sorted(corpus.pages.items()):
        if its == lang:
            for record in _page(page, path, corpus):
                # A page's first record also shows its title.
                title = record.facts.title if record.facts.title in record.words else ""
                keys = {term.key for _, _, term in terms.find(f"{title} / {record.place} / {record.text}", lang)}
                found.append(replace(record, terms=tuple(sorted(keys))))
    return found


def _page(page: Page, path: str, corpus: Corpus) -> Iterator[Record]:
    # The page of the terms is a list of other places: a search that knows the terms leads to those.
    if page.front.view not in (None, "terms"):
        page = replace(page, text=f"{page.text}\n\n{VIEWS[page.front.view](page, corpus)}")
    symbol = symbol_of(page)
    document = corpus.register.get(symbol) if symbol else None
    title = next((page.prose(block) for block in page.blocks if block.kind == "heading"), path)
    if symbol is None or document is None:
        base = Record(site_address(page.lang, path), Facts("", title), "", "")
    else:
        year = (document.date or "")[:4]
        base = Record(
            site_address(page.lang, path), facts(symbol, document, corpus, page.lang), "", "", type=document.type
        )
        base = replace(base, year=year)
    notes: dict[str, str] = {}
    for note in page.front.notes:
        notes[note.at] = f"{notes.get(note.at, '')} {note.text}".strip()
    for count, (heading, blocks) in enumerate(_sections(page)):
        named = _tidy(page.prose(heading)) if heading is not None else ""
        # The title of a page stands in every result as it is; the examples of the generated rules are code.
        place = "" if heading is not None and heading.level == 1 else named
        shown = [block for block in blocks if not block.id and not (page.front.view and block.kind == "item")]
        text = " · ".join(filter(None, (_tidy(page.prose(block)) for block in shown)))
        known = f"{named} / {_card(document, page.lang)}" if count == 0 and document is not None else named
        anchor = f"#{heading.id}" if heading is not None and heading.id else ""
        yield replace(base, url=base.url + anchor, place=place if text else "", text=text or named, words=known)
        for block in blocks:
            if block.id:
                label = _capital(paragraph_label(block.id[1:], page.lang))
                beside = _unmarked(notes.get(block.id, ""))
                yield replace(
                    base, url=f"{base.url}#{block.id}", place=label, text=_tidy(page.prose(block)), note=beside
                )
    if symbol is not None and document is not None:
        yield from _digest(symbol, document, base, corpus, page.lang)


def _sections(page: Page) -> Iterator[tuple[Block | None, list[Block]]]:
    """Each heading with the blocks below it, up to the next one; blocks before the first have none."""
    heading: Block | None = None
    blocks: list[Block] = []
    for block in page.blocks:
        if block.kind == "heading":
            if heading is not None or blocks:
                yield heading, blocks
            heading, blocks = block, []
        else:
            blocks.append(block)
    if heading is not None or blocks:
        yield heading, blocks


def _digest(symbol: Symbol, document: Document, base: Record, corpus: Corpus, lang: Lang) -> Iterator[Record]:
    names = [str(symbol), *getattr(document.aliases, lang)]
    for entry in corpus.register.digest(symbol):
        label = paragraph_label(entry.para, lang)
        place = _capital(label) + (f" · {getattr(entry.section, lang)}" if entry.section else "")
        cited = " / ".join(f"{name}{label}" if lang == "zh" else f"{name} {label}" for name in names)
        url = f"{base.url}#para-{entry.para}"
        yield replace(base, url=url, place=place, text=_tidy(getattr(entry.gist, lang)), words=cited)


def _card(document: Document, lang: Lang) -> str:
    """What the card at the top of a document's page says of it."""
    known = [getattr(document.subject, lang), TYPES[document.type].in_(lang), BODIES[document.body].in_(lang)]
    known += [date_label(document.date, lang)] if document.date else []
    known += [title] if document.title and (title := getattr(document.title, lang)) else []
    known += [*getattr(document.aliases, lang), *(getattr(remark, lang) for remark in document.remarks)]
    known += [getattr(who, lang) for who in (document.chair, document.presidency) if who]
    return " / ".join(known)


def _capital(label: str) -> str:
    return label[0].upper() + label[1:]


def _tidy(text: str) -> str:
    """Without the blanks that markup leaves between Chinese characters."""
    return _GAP.sub("", " ".join(text.split()))


def _unmarked(markdown: str) -> str:
    """The words of an editor's note, links without their addresses."""
    return re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", markdown)


def facts(symbol: Symbol, document: Document, corpus: Corpus, lang: Lang) -> Facts:
    """A document as results show it; the status in words, with the documents that gave it."""
    status = corpus.register.status(symbol)
    label = STATUS[status.kind].in_(lang) if status.kind != "none" else ""
    by = COMMA[lang].join(str(each) for each in status.by)
    if by:
        label = f"{label}（{by}）" if lang == "zh" else f"{label} ({by})"
    date = date_label(document.date, lang) if document.date else ""
    kind = status.kind if status.kind != "none" else ""
    return Facts(str(symbol), getattr(document.subject, lang), date, TYPES[document.type].in_(lang), label, kind)


def guide(corpus: Corpus, terms: Terms, found: list[Record], lang: Lang) -> dict[str, Any]:
    """What the browser needs beside the index.

    ``documents``: the whole register, of each document what results show, its page's address or the United Nations', and
    the digest's paragraphs. ``terms``: those that stand in a record, with their names in the other language. ``filters``:
    types and years that records have. ``words``: what the search box says.
    """
    used = {key for record in found for key in record.terms}
    other: Lang = "en" if lang == "zh" else "zh"
    documents = []
    for symbol, document in corpus.register.documents.items():
        about = facts(symbol, document, corpus, lang)
        ours = corpus.page(symbol, lang)
        documents.append(
            {
                "symbol": about.symbol,
                "title": about.title,
                "date": about.date,
                "type": about.type,
                "status": about.status,
                "status_kind": about.status_kind,
                "kind": document.type,
                "iso": document.date or "",
                "names": [name for each in LANGS for name in getattr(document.aliases, each)],
                "url": site_address(lang, f"{symbol.path}.md") if ours else symbol.url(lang),
                "ours": ours is not None,
                "paragraphs": {
                    str(entry.para): [_capital(paragraph_label(entry.para, lang)), getattr(entry.gist, lang)]
                    for entry in corpus.register.digest(symbol)
                    if ours is not None
                },
            }
        )
    kinds = {record.type for record in found}
    return {
        "documents": documents,
        "terms": [[term.key, term.names(lang)[0], *term.names(other)] for term in terms.entries if term.key in used],
        "filters": {
            "type": [[kind, label.in_(lang)] for kind, label in TYPES.items() if kind in kinds]
            + ([[OWN, SEARCH["own_pages"].in_(lang)]] if OWN in kinds else []),
            "year": sorted({record.year for record in found if record.year}, reverse=True),
        },
        "words": {key: text.in_(lang) for key, text in SEARCH.items()} | {"note": words(lang)["editor_note"]},
    }
