"""What must hold of debates.yml, chairs.yml, events.yml and changes.yml beyond their schema: one function a rule, each finding at its entry."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from scnotes.diagnostics import Diagnostic, Text

if TYPE_CHECKING:
    from scnotes.debates import DebateEntry
    from scnotes.records import Grounded
    from scnotes.register_rules import Files

Where = list[int | str]
# Facts that need no source: a chair's years are proved with the chair.
# What a change is of whom, and of what kind, is proved with what it says.
EVIDENT = {"sources", "first", "last", "by", "part", "of", "kind"}
SYMBOLS = ("concept_note", "agenda", "statement", "document", "by", "of")


def entries(files: Files) -> Iterator[tuple[str, Where, Grounded]]:
    """Each entry with grounds of its own: its file, where it stands there, the entry."""
    for number, debate in enumerate(files.debates.debates):
        yield "debates", ["debates", number], debate
    for number, gap in enumerate(files.debates.gaps):
        yield "debates", ["gaps", number], gap
    for number, chair in enumerate(files.chairs):
        yield "chairs", [number], chair
    for number, event in enumerate(files.events):
        yield "events", [number], event
    for number, change in enumerate(files.changes):
        yield "changes", [number], change


def known_documents(files: Files) -> Iterator[Diagnostic]:
    """REG006: each document that an entry names has a record in documents.yml."""
    known = {document.symbol for document in files.documents}
    for name, where, entry in entries(files):
        for place, symbol in _symbols(entry):
            if symbol not in known:
                message = Text(f"登记册中没有 {symbol}", f"{symbol} is not in the register")
                hint = Text("在 documents.yml 中为其立一条", "give it a record in documents.yml")
                yield files.at(name, [*where, *place], "REG006", message, hint)


def facts_with_sources(files: Files) -> Iterator[Diagnostic]:
    """REG008: every fact of an entry is named under a source, or under a reasoning that derives it."""
    for name, where, entry in entries(files):
        proved = {fact for ground in entry.sources for fact in ground.facts}
        for fact in sorted(entry.model_fields_set - EVIDENT - proved):
            message = Text(f"{fact} 没有来源", f"{fact} has no source")
            hint = Text("在 sources 中注明", "name it in the facts of a source")
            yield files.at(name, [*where, fact], "REG008", message, hint)


def one_home(files: Files) -> Iterator[Diagnostic]:
    """REG014: a debate has its date from its record or in its entry, never in neither.

    Bad: an entry without ``records`` and ``dates``, or with a record that has no date. Good: ``records: [S/PV.8539]``.
    """
    recorded = {document.symbol: document.date for document in files.documents}
    for number, debate in enumerate(files.debates.debates):
        unknown = set(debate.records[:1]) - set(recorded)  # which REG006 reports
        if _date(debate, recorded) is None and not unknown:
            message = Text("辩论没有日期", "the debate has no date")
            hint = Text("写 records 或 dates", "write records or dates")
            yield files.at("debates", ["debates", number], "REG014", message, hint)


def said_once(files: Files) -> Iterator[Diagnostic]:
    """REG015: what the record of a debate says is not said again. Bad: ``records`` and ``dates`` in one entry."""
    for number, debate in enumerate(files.debates.debates):
        for fact in ("dates", "presidency"):
            if debate.records and fact in debate.model_fields_set:
                message = Text(
                    f"{debate.records[0]} 的记录已载 {fact}", f"the record of {debate.records[0]} has its {fact}"
                )
                hint = Text("删去，以 documents.yml 为准", "delete it: documents.yml has it")
                yield files.at("debates", ["debates", number, fact], "REG015", message, hint)


def in_order(files: Files) -> Iterator[Diagnostic]:
    """REG016: debates, gaps, chairs and events stand in order of time, one a date or year, and no debate in a year said to have none."""
    recorded = {document.symbol: document.date for document in files.documents}
    held: list[tuple[Where, str]] = [
        (["debates", number], date)
        for number, each in enumerate(files.debates.debates)
        if (date := _date(each, recorded))
    ]
    gaps: list[tuple[Where, str]] = [(["gaps", number], str(gap.year)) for number, gap in enumerate(files.debates.gaps)]
    yield from _ordered(files, "debates", [(where, date, date) for where, date in held])
    yield from _ordered(files, "debates", [(where, year, year) for where, year in gaps])
    terms: list[tuple[Where, str, str]] = [
        ([number], str(chair.years[0]), str(chair.years[-1])) for number, chair in enumerate(files.chairs)
    ]
    yield from _ordered(files, "chairs", terms)
    yield from _ordered(files, "events", [([number], each.date, each.date) for number, each in enumerate(files.events)])
    years = {date[:4] for _, date in held}
    for where, year in gaps:
        if year in years:
            message = Text(f"{year}年另列有辩论", f"a debate of {year} is listed above")
            yield files.at("debates", [*where, "year"], "REG016", message, Text("删去其中一条", "delete one of them"))


def _date(debate: DebateEntry, recorded: Mapping[str, str | None]) -> str | None:
    return debate.dates[0] if debate.dates else recorded.get(debate.records[0]) if debate.records else None


def _ordered(files: Files, name: str, spans: Sequence[tuple[Where, str, str]]) -> Iterator[Diagnostic]:
    """A finding for each span that begins before the one above it has ended."""
    for (_, _, before), (where, first, _) in pairwise(spans):
        if first <= before:
            message = Text(f"{first} 不晚于前一条", f"{first} is not later than the entry before")
            yield files.at(name, where, "REG016", message, Text("按日期排序，不重复", "sort by date, each once"))


def _symbols(entry: Grounded) -> Iterator[tuple[Where, str]]:
    for number, symbol in enumerate(getattr(entry, "records", ())):
        yield ["records", number], symbol
    for fact in SYMBOLS:
        symbol = getattr(entry, fact, None)
        if symbol is not None:
            yield [fact], symbol


RULES: tuple[Callable[[Files], Iterator[Diagnostic]], ...] = (
    known_documents, facts_with_sources, one_home, said_once, in_order,
)  # fmt: skip
