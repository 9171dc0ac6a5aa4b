"""What stands on the timeline: the dated notes, statements, resolutions and full texts, the open debates, the years without one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from scnotes.corpus import Corpus
from scnotes.debates import Debate, Gap
from scnotes.diagnostics import Lang, Text
from scnotes.pictures.scale import days
from scnotes.register import Document
from scnotes.symbols import Symbol, parse
from scnotes.tables import dates_label

Side = Literal["documents", "debates"]
NO_DEBATE = Text("{}年没有辩论", "no debate in {}")
PRESIDENCY = Text("主席：{}", "Presidency: {}")
TYPES = ("note", "presidential-statement", "resolution")


@dataclass(frozen=True, slots=True)
class Event:
    """One of the three: a document of the register, a debate, a year without a debate.

    ``date`` is as precise as the sources are; ``symbol`` is what its label leads to, None where no document is known.
    """

    date: str
    symbol: Symbol | None
    subject: Document | Debate | Gap

    @property
    def side(self) -> Side:
        """On which side of the axis it stands."""
        return "documents" if isinstance(self.subject, Document) else "debates"

    @property
    def key(self) -> str:
        """Its address in the table."""
        return f"{'gap' if isinstance(self.subject, Gap) else self.side}-{self.symbol or self.date}".replace("/", "-")


def events(corpus: Corpus) -> list[Event]:
    """All events in the order of time; of two on one day, the document first."""
    found = [*_documents(corpus), *_debates(corpus)]
    return sorted(found, key=lambda each: (_middle(each.date), each.side != "documents", each.key))


def undated(corpus: Corpus) -> list[Symbol]:
    """Documents that would stand on the timeline if a source gave their date."""
    return [parse(each.symbol) for each in corpus.register if each.date is None and each.type in TYPES]


def _documents(corpus: Corpus) -> Iterator[Event]:
    full = {page.front.symbol for page in corpus.pages.values() if page.full_text}
    for document in corpus.register:
        if document.date is not None and (document.type in TYPES or document.symbol in full):
            yield Event(document.date, parse(document.symbol), document)


def _debates(corpus: Corpus) -> Iterator[Event]:
    for debate in corpus.register.debates:
        yield Event(debate.date, next(iter(debate.records), None), debate)
    for gap in corpus.register.gaps:
        yield Event(str(gap.year), None, gap)


def _middle(date: str) -> float:
    first, after = days(date)
    return (first.toordinal() + after.toordinal()) / 2


def dates(event: Event, lang: Lang) -> str:
    """All days of an event, in words."""
    return dates_label(event.subject.dates if isinstance(event.subject, Debate) else (event.date,), lang)
