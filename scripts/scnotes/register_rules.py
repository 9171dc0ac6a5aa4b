"""What must hold of the register beyond its schema: order, known symbols and sources, relations, dates, evidence."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from scnotes.diagnostics import Diagnostic, Text
from scnotes.symbols import SymbolError, parse
from scnotes.yaml_reader import YamlDocument

if TYPE_CHECKING:
    from scnotes.register import Document, Entry, Source

# Facts that follow from the record itself and need no source: the body is read off the symbol, the subject is ours.
EVIDENT = {"symbol", "body", "subject", "sources"}


def check(
    documents: Sequence[Document],
    sources: Mapping[str, Source],
    digests: Mapping[str, Sequence[Entry]],
    files: Mapping[str, YamlDocument],
    places: Mapping[str, str],
) -> Iterator[Diagnostic]:
    """All findings about three files that each have the right schema; ``places`` gives their paths."""

    def at(name: str, where: Sequence[int | str], code: str, message: Text, hint: Text | None = None) -> Diagnostic:
        line, column = files[name].position(where)
        return Diagnostic(places[name], line, column, code, message, hint)

    dates = {document.symbol: document.date for document in documents}
    used = {each.source for document in documents for each in document.sources if each.source}
    used |= {key for entries in digests.values() for entry in entries for key in entry.source}
    add = Text("在 documents.yml 中为其立一条", "give it a record in documents.yml")
    for index, document in enumerate(documents):
        symbol = document.symbol
        if not _canonical(symbol):
            yield at(
                "documents",
                [index, "symbol"],
                "REG004",
                Text(f"{symbol} 不是规范文号", f"{symbol} is not a canonical symbol"),
            )
            continue
        before = documents[index - 1].symbol if index else None
        if before is not None and _canonical(before) and parse(before) >= parse(symbol):
            message = Text(f"{symbol} 应排在 {before} 之前", f"{symbol} belongs before {before}")
            yield at(
                "documents",
                [index, "symbol"],
                "REG005",
                message,
                Text("按文号排序，每件一条", "sort by symbol, one record each"),
            )
        for key, relation in (
            ("supersedes", document.supersedes),
            ("amends", [each.symbol for each in document.amends]),
        ):
            for number, other in enumerate(relation):
                where: list[int | str] = [index, key, number]
                if other not in dates:
                    yield at(
                        "documents",
                        where,
                        "REG006",
                        Text(f"登记册中没有 {other}", f"{other} is not in the register"),
                        add,
                    )
                elif (document.date or "9999") < (dates[other] or ""):
                    message = Text(f"{symbol} 早于 {other}", f"{symbol} is older than {other}")
                    yield at(
                        "documents",
                        where,
                        "REG007",
                        message,
                        Text("核对日期和关系的方向", "check the dates and the direction"),
                    )
        stated = {name for name in document.model_fields_set if name not in EVIDENT}
        proved = {fact for each in document.sources for fact in each.facts}
        for fact in sorted(stated - proved):
            message = Text(f"{symbol} 的 {fact} 没有来源", f"{fact} of {symbol} has no source")
            yield at(
                "documents",
                [index, fact],
                "REG008",
                message,
                Text("在 sources 中注明", "name it in the facts of a source"),
            )
        for number, evidence in enumerate(document.sources):
            where = [index, "sources", number]
            if (evidence.source is None) == (evidence.derived is None):
                message = Text("须有 source 或 derived 之一", "an entry has either source or derived")
                yield at("documents", where, "REG009", message)
            elif evidence.source is not None and evidence.source not in sources:
                message = Text(f"sources.yml 中没有 {evidence.source}", f"{evidence.source} is not in sources.yml")
                yield at("documents", [*where, "source"], "REG010", message)
    for cycle in _cycles(documents):
        index = [document.symbol for document in documents].index(cycle[0])
        ring = " → ".join([*cycle, cycle[0]])
        yield at(
            "documents",
            [index, "supersedes"],
            "REG011",
            Text(f"取代关系成环：{ring}", f"these supersede each other: {ring}"),
        )
    for key in sorted(set(sources) - used):
        yield at("sources", [key], "REG012", Text(f"{key} 没有被引用", f"{key} is used by no record"))
    totals = {document.symbol: document.paragraphs for document in documents}
    for symbol, entries in digests.items():
        if symbol not in dates:
            yield at(
                "digests", [symbol], "REG006", Text(f"登记册中没有 {symbol}", f"{symbol} is not in the register"), add
            )
            continue
        for number, entry in enumerate(entries):
            total = totals[symbol]
            if total is not None and isinstance(entry.para, int) and entry.para > total:
                message = Text(f"{symbol} 只有 {total} 段", f"{symbol} has {total} paragraphs")
                yield at("digests", [symbol, number, "para"], "REG013", message)
            for key in entry.source:
                if key not in sources:
                    message = Text(f"sources.yml 中没有 {key}", f"{key} is not in sources.yml")
                    yield at("digests", [symbol, number, "source"], "REG010", message)


def _canonical(symbol: str) -> bool:
    try:
        return str(parse(symbol)) == symbol
    except SymbolError:
        return False


def _cycles(documents: Sequence[Document]) -> Iterator[list[str]]:
    """Rings of documents that supersede each other, each once, from its first record."""
    older = {document.symbol: document.supersedes for document in documents}
    seen: set[str] = set()
    for start in older:
        trail: list[str] = []

        def walk(symbol: str, trail: list[str] = trail) -> Iterator[list[str]]:
            if symbol in trail:
                yield trail[trail.index(symbol) :]
            elif symbol not in seen:
                trail.append(symbol)
                for other in older.get(symbol, ()):
                    yield from walk(other)
                trail.pop()
                seen.add(symbol)

        yield from walk(start)
