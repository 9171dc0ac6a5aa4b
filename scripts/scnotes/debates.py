"""The Council's open debates on its working methods, the years known to have had none, and who chaired the Working Group.

A debate with a meeting record has its date and its presidency there (documents.yml); its entry in debates.yml adds only
what the record does not say.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, Literal

from pydantic import Field

from scnotes.records import Both, Date, Grounded, Record
from scnotes.symbols import Symbol, parse

if TYPE_CHECKING:
    from scnotes.register import Document

Year = Annotated[int, Field(ge=1946)]


class DebateEntry(Grounded):
    """One debate as debates.yml has it. ``records`` are its meeting records, the first the meeting's own, then its resumptions;
    ``dates`` and ``presidency`` stand only where there is no record; ``concept_note_of`` says whose the
    concept note is where no source seen gives its symbol; ``agenda`` is the note that the agenda item names,
    ``statement`` the presidential statement that came of the debate. A videoconference has no record of the kind."""

    records: tuple[str, ...] = ()
    dates: tuple[Date, ...] = ()
    presidency: Both | None = None
    concept_note: str | None = None
    concept_note_of: Both | None = None
    agenda: str | None = None
    statement: str | None = None
    form: Literal["meeting", "videoconference"] = "meeting"
    remarks: tuple[Both, ...] = ()


class Gap(Grounded):
    """A year for which the sources show that no such debate was held."""

    year: Year
    remarks: tuple[Both, ...] = ()


class Debates(Record):
    """The file debates.yml."""

    debates: tuple[DebateEntry, ...] = ()
    gaps: tuple[Gap, ...] = ()


class Event(Grounded):
    """A date of the chronology that is no document's and no debate's; ``document`` is the one that it is about."""

    date: Date
    event: Both
    document: str | None = None


class Chair(Grounded):
    """Who chaired the Working Group in the years from ``first`` to ``last``: one member, or several together."""

    first: Year
    last: Year | None = None
    chairs: tuple[Both, ...] = Field(min_length=1)
    vice_chair: Both | None = None

    @property
    def years(self) -> range:
        """Every year of the term."""
        return range(self.first, (self.last or self.first) + 1)


@dataclass(frozen=True, slots=True)
class Debate:
    """One open debate, with what its meeting record says filled in.

    ``dates`` are the days of its meetings, YYYY-MM-DD, the first never missing; ``records`` the symbols of its verbatim
    records, () where it has none or none is known; ``presidency``, ``concept_note``, ``agenda`` and ``statement`` are
    None where no source seen gives them; ``chair`` is the chair of the Working Group in that year.
    """

    dates: tuple[str, ...]
    records: tuple[Symbol, ...]
    presidency: Both | None
    concept_note: Symbol | None
    agenda: Symbol | None
    statement: Symbol | None
    chair: Chair | None
    remarks: tuple[Both, ...]
    entry: DebateEntry
    record: Document | None

    @property
    def date(self) -> str:
        """The first day."""
        return self.dates[0]

    @property
    def year(self) -> int:
        """The year of the first day."""
        return int(self.date[:4])

    def sources(self) -> Iterator[str]:
        """Keys of the sources, each once: those of the entry, then those of the record for its date and its presidency."""
        keys = [each.source for each in self.entry.sources]
        if self.record is not None:
            keys += [each.source for each in self.record.sources if {"date", "presidency"} & set(each.facts)]
        yield from dict.fromkeys(key for key in keys if key is not None)


def resolved(
    entries: Sequence[DebateEntry], documents: Mapping[Symbol, Document], chairs: Sequence[Chair]
) -> tuple[Debate, ...]:
    """The debates in order of date, each with what its records say. One without a date, which REG014 reports, is left out."""
    found = (_resolved(entry, documents, chairs) for entry in entries)
    return tuple(sorted((debate for debate in found if debate.dates), key=lambda debate: debate.dates))


def _resolved(entry: DebateEntry, documents: Mapping[Symbol, Document], chairs: Sequence[Chair]) -> Debate:
    records = tuple(parse(symbol) for symbol in entry.records)
    known = [documents[symbol] for symbol in records if symbol in documents]
    record = known[0] if known else None
    dates = entry.dates or tuple(dict.fromkeys(each.date for each in known if each.date))
    return Debate(
        dates=dates,
        records=records,
        presidency=entry.presidency or (record.presidency if record else None),
        concept_note=_parsed(entry.concept_note),
        agenda=_parsed(entry.agenda),
        statement=_parsed(entry.statement),
        chair=chair_of(chairs, int(dates[0][:4])) if dates else None,
        remarks=entry.remarks,
        entry=entry,
        record=record,
    )


def chair_of(chairs: Sequence[Chair], year: int) -> Chair | None:
    """The chair of a year; None where no source seen names one."""
    return next((chair for chair in chairs if year in chair.years), None)


def _parsed(symbol: str | None) -> Symbol | None:
    return None if symbol is None else parse(symbol)
