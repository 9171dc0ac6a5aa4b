"""The chronology: every dated act of the register, the open debates and a few other dates, under the note 507 of their time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from scnotes.corpus import Corpus
from scnotes.debates import Debate, Event
from scnotes.diagnostics import Lang, Text
from scnotes.labels import DEBATE, TYPES, date_label
from scnotes.page import Page
from scnotes.register import Document, Register
from scnotes.tables import COMMA, Numbered, dates_label, day, records_label, table

HEADINGS = (Text("日期", "Date"), Text("事项", "What happened"), Text("文号", "Symbol"), Text("来源", "Sources"))
PRESIDENCY = Text("轮值主席国{}", "presidency of {}")
EVENT = Text("大事", "Event")
BEFORE = Text("{}以前", "Before {}")
SINCE = Text("{}起", "From {} on")
# A draft and the meeting that adopted it are told by the resolution.
LEFT_OUT = ("draft-resolution", "administrative-issuance", "decision")


@dataclass(frozen=True, slots=True)
class Row:
    """One line: its date for sorting, then its cells."""

    date: str
    cells: tuple[str, ...]


def chronology(page: Page, corpus: Corpus) -> str:
    """Markdown: a table a period, each from one comprehensive note (…/507) to the next, and the sources of all."""
    lang, register = page.lang, corpus.register
    sources = Numbered(register, lang)
    rows = sorted(_rows(register, sources, lang), key=lambda row: row.date)
    parts = []
    notes = [each for each in register if each.type == "note" and each.symbol.endswith("/507") and each.date]
    for heading, key, start, end in _periods(notes, lang):
        within = [row.cells for row in rows if start <= row.date < end]
        if within:
            parts += [f"## {heading} {{#{key}}}", table([each.in_(lang) for each in HEADINGS], within, lang)]
    return "\n\n".join([*parts, sources.listed()])


def _periods(notes: Sequence[Document], lang: Lang) -> Iterator[tuple[str, str, str, str]]:
    """Heading, id, first date and the date that ends each period; one period where there is no comprehensive note."""
    ordered = sorted((note.date or "", note.symbol) for note in notes)
    if not ordered:
        yield EVENT.in_(lang), "events", "", "~"
        return
    yield BEFORE.in_(lang).format(ordered[0][1]), "before", "", ordered[0][0]
    for (start, symbol), (end, _) in pairwise([*ordered, ("~", "")]):
        yield SINCE.in_(lang).format(symbol), f"since-{start[:4]}", start, end


def _rows(register: Register, sources: Numbered, lang: Lang) -> Iterator[Row]:
    held = {symbol for debate in register.debates for symbol in debate.records}
    alike: dict[tuple[str, str, str], list[Document]] = {}
    for symbol, document in register.documents.items():
        told = document.type in LEFT_OUT or document.background or symbol in held
        if document.date and not told:
            key = (document.date, document.type, getattr(document.subject, lang))
            alike.setdefault(key, []).append(document)
    for documents in alike.values():
        yield _document(documents, register, sources, lang)
    for debate in register.debates:
        yield _debate(debate, register, sources, lang)
    for event in register.events:
        yield _event(event, sources, lang)


def _document(documents: Sequence[Document], register: Register, sources: Numbered, lang: Lang) -> Row:
    """One act; records of two meetings on one subject and day are one row."""
    first = documents[0]
    assert first.date is not None, "only dated documents have a row"
    date = day(date_label(first.date, lang), register.basis(first, "date"), lang)
    what = f"{_kind(TYPES[first.type], lang)}{getattr(first.subject, lang)}"
    keys = [each.source for document in documents for each in document.sources if "date" in each.facts and each.source]
    return Row(first.date, (date, what, COMMA[lang].join(each.symbol for each in documents), sources.cite(keys)))


def _debate(debate: Debate, register: Register, sources: Numbered, lang: Lang) -> Row:
    basis = register.basis(debate.record, "date") if debate.record else debate.entry.basis("dates")
    held = getattr(debate.presidency, lang) if debate.presidency else None
    what = f"{_kind(DEBATE, lang)}{PRESIDENCY.in_(lang).format(held)}" if held else f"**{DEBATE.in_(lang)}**"
    date = day(dates_label(debate.dates, lang), basis, lang)
    cells = (date, what, records_label(debate, lang), sources.cite(debate.sources()))
    return Row(debate.date, cells)


def _event(event: Event, sources: Numbered, lang: Lang) -> Row:
    date = day(date_label(event.date, lang), event.basis("date"), lang)
    keys = [ground.source for ground in event.sources if ground.source]
    return Row(event.date, (date, getattr(event.event, lang), event.document or "—", sources.cite(keys)))


def _kind(kind: Text, lang: Lang) -> str:
    return f"**{kind.in_(lang)}**{'：' if lang == 'zh' else ': '}"
