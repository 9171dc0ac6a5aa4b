"""What must hold of the register beyond its schema: one function a rule, each finding at its record."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from scnotes import debate_rules
from scnotes.diagnostics import LANGS, Diagnostic, Text
from scnotes.symbols import SymbolError, parse
from scnotes.yaml_reader import YamlDocument

if TYPE_CHECKING:
    from scnotes.changes import ChangeEntry
    from scnotes.debates import Chair, Debates, Event
    from scnotes.records import Ground
    from scnotes.register import Document, Entry, Evidence, Source

# Facts that follow from the record itself and need no source: the body is read off the symbol, the subject is ours.
EVIDENT = {"symbol", "body", "subject", "background", "sources"}
ADD = Text("在 documents.yml 中为其立一条", "give it a record in documents.yml")


@dataclass(frozen=True)
class Files:
    """The files, each of the right schema, and where each part of them stands."""

    documents: Sequence[Document]
    sources: Mapping[str, Source]
    digests: Mapping[str, Sequence[Entry]]
    debates: Debates
    chairs: Sequence[Chair]
    events: Sequence[Event]
    changes: Sequence[ChangeEntry]
    yaml: Mapping[str, YamlDocument]
    paths: Mapping[str, str]

    def at(
        self, name: str, where: Sequence[int | str], code: str, message: Text, hint: Text | None = None
    ) -> Diagnostic:
        """A finding at the part of a file that keys and indexes lead to."""
        line, column = self.yaml[name].position(where)
        return Diagnostic(self.paths[name], line, column, code, message, hint)


def check(files: Files) -> Iterator[Diagnostic]:
    """All findings about the register, rule by rule."""
    for rule in (
        canonical_symbols, sorted_records, known_relations, dates_of_relations, facts_with_sources, one_kind_of_evidence,
        known_sources, no_rings, used_sources, digests_of_known_documents, paragraphs_within, changes_within, *debate_rules.RULES,
    ):  # fmt: skip
        yield from rule(files)


def canonical_symbols(files: Files) -> Iterator[Diagnostic]:
    """REG004: the symbol of a record is canonical. Bad: ``S/2017/ 507``. Good: ``S/2017/507``."""
    for index, document in enumerate(files.documents):
        if not _canonical(document.symbol):
            message = Text(f"{document.symbol} 不是规范文号", f"{document.symbol} is not a canonical symbol")
            yield files.at("documents", [index, "symbol"], "REG004", message, Text("改正文号", "mend the symbol"))


def sorted_records(files: Files) -> Iterator[Diagnostic]:
    """REG005: records stand in natural order, one a document. Bad: S/2019/990 before S/2017/507."""
    for index, document in enumerate(files.documents[1:], start=1):
        before, symbol = files.documents[index - 1].symbol, document.symbol
        if _canonical(before) and _canonical(symbol) and parse(before) >= parse(symbol):
            message = Text(f"{symbol} 应排在 {before} 之前", f"{symbol} belongs before {before}")
            if before == symbol:
                message = Text(f"{symbol} 有两条记录", f"{symbol} has two records")
            hint = Text("按文号排序，每件一条", "sort by symbol, one record each")
            yield files.at("documents", [index, "symbol"], "REG005", message, hint)


def known_relations(files: Files) -> Iterator[Diagnostic]:
    """REG006: what a record supersedes or amends has a record."""
    known = {document.symbol for document in files.documents}
    for where, _, other in _relations(files):
        if other not in known:
            message = Text(f"登记册中没有 {other}", f"{other} is not in the register")
            yield files.at("documents", where, "REG006", message, ADD)


def dates_of_relations(files: Files) -> Iterator[Diagnostic]:
    """REG007: a document is not older than what it supersedes or amends; dates of unequal precision are compared as far as both go."""
    dates = {document.symbol: document.date for document in files.documents}
    for where, document, other in _relations(files):
        ours, theirs = document.date or "", dates.get(other) or ""
        common = min(len(ours), len(theirs))
        if ours[:common] < theirs[:common]:
            message = Text(f"{document.symbol} 早于 {other}", f"{document.symbol} is older than {other}")
            hint = Text("核对日期和关系的方向", "check the dates and the direction")
            yield files.at("documents", where, "REG007", message, hint)


def facts_with_sources(files: Files) -> Iterator[Diagnostic]:
    """REG008: every fact of a record is named under a source, or under a reasoning that derives it."""
    for index, document in enumerate(files.documents):
        proved = {fact for each in document.sources for fact in each.facts}
        for fact in sorted(name for name in document.model_fields_set if name not in EVIDENT):
            if fact in proved or (fact == "title" and all(f"title.{lang}" in proved for lang in _languages(document))):
                continue
            message = Text(f"{document.symbol} 的 {fact} 没有来源", f"{fact} of {document.symbol} has no source")
            hint = Text("在 sources 中注明", "name it in the facts of a source")
            yield files.at("documents", [index, fact], "REG008", message, hint)


def one_kind_of_evidence(files: Files) -> Iterator[Diagnostic]:
    """REG009: a piece of evidence is either a source or a reasoning."""
    for name, where, evidence in _evidence(files):
        if (evidence.source is None) == (evidence.derived is None):
            message = Text("须有 source 或 derived 之一", "an entry has either source or derived")
            hint = Text("写其中一项", "write one of them")
            yield files.at(name, where, "REG009", message, hint)


def known_sources(files: Files) -> Iterator[Diagnostic]:
    """REG010: a source that is named has its entry in sources.yml."""
    hint = Text("在 sources.yml 中为其立一条", "give it an entry in sources.yml")
    for name, where, key in _uses(files):
        if key not in files.sources:
            message = Text(f"sources.yml 中没有 {key}", f"{key} is not in sources.yml")
            yield files.at(name, where, "REG010", message, hint)


def no_rings(files: Files) -> Iterator[Diagnostic]:
    """REG011: documents do not supersede each other, directly or through others."""
    places = {document.symbol: index for index, document in enumerate(files.documents)}
    for cycle in _cycles(files.documents):
        ring = " → ".join([*cycle, cycle[0]])
        message = Text(f"取代关系成环：{ring}", f"these supersede each other: {ring}")
        hint = Text("较早的文件不取代较晚的", "the older does not supersede the later")
        yield files.at("documents", [places[cycle[0]], "supersedes"], "REG011", message, hint)


def used_sources(files: Files) -> Iterator[Diagnostic]:
    """REG012: every entry of sources.yml is used."""
    used = {key for _, _, key in _uses(files)}
    for key in sorted(set(files.sources) - used):
        message = Text(f"{key} 没有被引用", f"{key} is used by no record")
        yield files.at(
            "sources", [key], "REG012", message, Text("删去，或注明其所证", "delete it, or name what it proves")
        )


def digests_of_known_documents(files: Files) -> Iterator[Diagnostic]:
    """REG006: a document of which there are gists has a record."""
    known = {document.symbol for document in files.documents}
    for symbol in files.digests:
        if symbol not in known:
            message = Text(f"登记册中没有 {symbol}", f"{symbol} is not in the register")
            yield files.at("digests", [symbol], "REG006", message, ADD)


def paragraphs_within(files: Files) -> Iterator[Diagnostic]:
    """REG013: a gist is of a paragraph that the document has, and of each there is one."""
    totals = {document.symbol: document.paragraphs for document in files.documents}
    for symbol, entries in files.digests.items():
        seen: set[int | str] = set()
        for number, entry in enumerate(entries):
            total = totals.get(symbol)
            if total is not None and isinstance(entry.para, int) and entry.para > total:
                message = Text(f"{symbol} 只有 {total} 段", f"{symbol} has {total} paragraphs")
                hint = Text("核对段号", "check the number")
                yield files.at("digests", [symbol, number, "para"], "REG013", message, hint)
            if entry.para in seen:
                message = Text(
                    f"{symbol} 第 {entry.para} 段有两条摘要", f"paragraph {entry.para} of {symbol} has two gists"
                )
                yield files.at(
                    "digests", [symbol, number, "para"], "REG013", message, Text("合为一条", "make one of them")
                )
            seen.add(entry.para)


def changes_within(files: Files) -> Iterator[Diagnostic]:
    """REG013: a paragraph that a later note changed is one the earlier has; REG007: the later note is not the older."""
    records = {document.symbol: document for document in files.documents}
    for number, change in enumerate(files.changes):
        by, of = records.get(change.by), records.get(change.of)
        if by is None or of is None:
            continue  # which REG006 reports
        if of.paragraphs is not None and max(change.paragraphs) > of.paragraphs:
            message = Text(f"{of.symbol} 只有 {of.paragraphs} 段", f"{of.symbol} has {of.paragraphs} paragraphs")
            yield files.at("changes", [number, "paragraphs"], "REG013", message, Text("核对段号", "check the number"))
        if (by.date or "~") < (of.date or ""):
            message = Text(f"{by.symbol} 早于 {of.symbol}", f"{by.symbol} is older than {of.symbol}")
            hint = Text("核对日期和关系的方向", "check the dates and the direction")
            yield files.at("changes", [number, "by"], "REG007", message, hint)


def _relations(files: Files) -> Iterator[tuple[list[int | str], Document, str]]:
    """Each relation: where it stands, the document that has it, the other document's symbol."""
    for index, document in enumerate(files.documents):
        for number, other in enumerate(document.supersedes):
            yield [index, "supersedes", number], document, other
        for number, amendment in enumerate(document.amends):
            yield [index, "amends", number, "symbol"], document, amendment.symbol


def _evidence(files: Files) -> Iterator[tuple[str, list[int | str], Evidence | Ground]]:
    """Each piece of evidence: the file, where it stands, what it says."""
    for index, document in enumerate(files.documents):
        for number, evidence in enumerate(document.sources):
            yield "documents", [index, "sources", number], evidence
    for name, where, entry in debate_rules.entries(files):
        for number, ground in enumerate(entry.sources):
            yield name, [*where, "sources", number], ground


def _uses(files: Files) -> Iterator[tuple[str, list[int | str], str]]:
    """Each use of a source: the file, where it stands, the key."""
    for name, where, evidence in _evidence(files):
        if evidence.source is not None:
            yield name, [*where, "source"], evidence.source
    for symbol, entries in files.digests.items():
        for number, entry in enumerate(entries):
            for place, key in enumerate(entry.source):
                yield "digests", [symbol, number, "source", place], key


def _languages(document: Document) -> list[str]:
    return [lang for lang in LANGS if document.title is not None and getattr(document.title, lang) is not None]


def _canonical(symbol: str) -> bool:
    try:
        return str(parse(symbol)) == symbol
    except SymbolError:
        return False


def _cycles(documents: Sequence[Document]) -> Iterator[list[str]]:
    """Rings of documents that supersede each other, each once, from its first record."""
    older = {document.symbol: document.supersedes for document in documents}
    seen: set[str] = set()

    def walk(symbol: str, trail: list[str]) -> Iterator[list[str]]:
        if symbol in trail:
            yield trail[trail.index(symbol) :]
        elif symbol not in seen:
            for other in older.get(symbol, ()):
                yield from walk(other, [*trail, symbol])
            seen.add(symbol)

    for start in older:
        yield from walk(start, [])
