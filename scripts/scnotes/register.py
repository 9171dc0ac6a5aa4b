"""The register of documents: every bibliographic fact once, with its source; relations derived in the other direction."""

from __future__ import annotations

import difflib
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import Field, TypeAdapter, ValidationError

from scnotes import changes, debates, register_rules
from scnotes.changes import Change, ChangeEntry
from scnotes.debates import Chair, Debate, Debates, Event, Gap
from scnotes.diagnostics import Diagnostic, Findings, Lang
from scnotes.records import Both, Date, Record, schema_findings
from scnotes.symbols import Symbol, parse
from scnotes.yaml_reader import YamlDocument, read_yaml_file

Fact = Literal[
    "type",
    "date",
    "title",
    "title.zh",
    "title.en",
    "paragraphs",
    "chair",
    "presidency",
    "supersedes",
    "amends",
    "standing",
    "series",
    "aliases",
    "remarks",
]


# With these the register says nothing reliable, and is left empty.
UNREADABLE = ("REG001", "REG002", "REG003", "REG004")


class Title(Record):
    """An official title; a language in which no source seen gives it is absent."""

    zh: str | None = None
    en: str | None = None


class Amendment(Record):
    """What a document changed: the amended document and, where known, its paragraphs."""

    symbol: str
    paragraphs: tuple[int, ...] = ()


class Evidence(Record):
    """What a source stands for; or, with ``derived``, the reasoning by which the facts follow from others."""

    source: str | None = None
    derived: Both | None = None
    facts: tuple[Fact, ...]


class Source(Record):
    """Where facts come from: ``official`` when the address is the United Nations'."""

    name: Both
    url: Annotated[str, Field(pattern=r"^https?://")]
    official: bool
    language: str = "en"


class Names(Record):
    """Names that pages may bind to a document."""

    zh: tuple[str, ...] = ()
    en: tuple[str, ...] = ()


class Document(Record):
    """One UN document. ``date`` is YYYY, YYYY-MM or YYYY-MM-DD; ``paragraphs`` counts numbered operative paragraphs.

    ``series`` is a set that other documents speak of as one: "thirteen", the 13 notes of 2019 and 2021.
    What is ``background`` only supports a fact about another document, and the chronology leaves it out.
    """

    symbol: str
    type: Literal[
        "note", "letter", "resolution", "draft-resolution", "presidential-statement", "meeting-record",
        "report", "rules", "index", "decision", "administrative-issuance",
    ]  # fmt: skip
    body: Literal["security-council", "general-assembly", "secretariat"]
    date: Date | None = None
    title: Title | None = None
    subject: Both
    paragraphs: int | None = None
    chair: Both | None = None
    presidency: Both | None = None
    supersedes: tuple[str, ...] = ()
    amends: tuple[Amendment, ...] = ()
    standing: Date | None = None
    series: Literal["thirteen"] | None = None
    aliases: Names = Names()
    background: bool = False
    remarks: tuple[Both, ...] = ()
    sources: tuple[Evidence, ...] = Field(min_length=1)


class Entry(Record):
    """Our gist of one paragraph; ``basis`` says whether its text was read or only reported by a source.

    ``extent`` says how much of it: all, a part, its substance as a later text restates it, or its subject only.
    """

    para: int | str
    section: Both | None = None
    section_seen: bool = False
    gist: Both
    basis: Literal["read", "reported"]
    extent: Literal["full", "partial", "restated", "subject"] | None = None
    source: tuple[str, ...]
    note: Both | None = None


@dataclass(frozen=True, slots=True)
class Status:
    """Whether a document stands: by which documents it was superseded or amended, when, on which sources."""

    kind: Literal["superseded", "amended", "standing", "none"]
    by: tuple[Symbol, ...] = ()
    date: str | None = None
    as_of: str | None = None
    sources: tuple[str, ...] = ()


@dataclass(frozen=True)
class Register:
    """Documents by symbol, in natural order; sources by key; gists of paragraphs by symbol; chairs and events in order."""

    documents: dict[Symbol, Document]
    sources: dict[str, Source]
    digests: dict[Symbol, tuple[Entry, ...]]
    digest_lines: dict[Symbol, int] = field(default_factory=dict)
    debate_file: Debates = field(default_factory=Debates)
    chairs: tuple[Chair, ...] = ()
    events: tuple[Event, ...] = ()
    change_entries: tuple[ChangeEntry, ...] = ()

    @classmethod
    def load(cls, data_dir: Path, root: Path) -> Register:
        """Read documents.yml, sources.yml, digests.yml, and of debates, chairs, events and changes what exists. Raises Findings with all that is wrong, in order."""
        register, findings = cls.read(data_dir, root)
        if findings:
            raise Findings(findings)
        return register

    @classmethod
    def read(cls, data_dir: Path, root: Path) -> tuple[Register, list[Diagnostic]]:
        """The register as far as it can be read, empty if it cannot, and all that is wrong with it, in order."""
        findings: list[Diagnostic] = []
        models: dict[str, Any] = {
            "documents": list[Document],
            "sources": dict[str, Source],
            "digests": dict[str, tuple[Entry, ...]],
            "debates": Debates,
            "chairs": tuple[Chair, ...],
            "events": tuple[Event, ...],
            "changes": tuple[ChangeEntry, ...],
        }
        files: dict[str, YamlDocument] = {}
        loaded: dict[str, Any] = {"debates": Debates(), "chairs": (), "events": (), "changes": ()}
        for name, model in models.items():
            path = data_dir / f"{name}.yml"
            if name in loaded and not path.is_file():
                continue
            try:
                files[name] = read_yaml_file(path, root)
                loaded[name] = TypeAdapter(model).validate_python(files[name].data)
            except Findings as error:
                findings.extend(error.diagnostics)
            except ValidationError as errors:
                findings.extend(schema_findings(files[name], path.relative_to(root).as_posix(), errors))
        if not findings:
            places = {name: (data_dir.relative_to(root) / f"{name}.yml").as_posix() for name in models}
            findings.extend(register_rules.check(register_rules.Files(**loaded, yaml=files, paths=places)))
        if any(finding.code in UNREADABLE for finding in findings):
            return cls({}, {}, {}), sorted(findings)
        register = cls(
            {parse(document.symbol): document for document in loaded["documents"]},
            loaded["sources"],
            {parse(symbol): entries for symbol, entries in loaded["digests"].items()},
            {parse(symbol): files["digests"].position([symbol])[0] for symbol in loaded["digests"]},
            loaded["debates"],
            loaded["chairs"],
            loaded["events"],
            loaded["changes"],
        )
        return register, sorted(findings)

    def __iter__(self) -> Iterator[Document]:
        return iter(self.documents.values())

    def get(self, symbol: Symbol) -> Document | None:
        """The record of a document."""
        return self.documents.get(symbol)

    def near(self, symbol: Symbol, n: int = 3) -> list[Symbol]:
        """Symbols of the register that look like this one, the likest first."""
        known = {str(each): each for each in self.documents}
        return [known[text] for text in difflib.get_close_matches(str(symbol), known, n)]

    def digest(self, symbol: Symbol) -> tuple[Entry, ...]:
        """The gists we have of a document's paragraphs, in order."""
        return self.digests.get(symbol, ())

    @cached_property
    def debates(self) -> tuple[Debate, ...]:
        """The open debates on working methods in order of date, each with what its record says: see ``debates.Debate``."""
        return debates.resolved(self.debate_file.debates, self.documents, self.chairs)

    @property
    def gaps(self) -> tuple[Gap, ...]:
        """The years known to have had no such debate, in order."""
        return self.debate_file.gaps

    @cached_property
    def changes(self) -> tuple[Change, ...]:
        """What later documents did to paragraphs of earlier ones, for both of them to show."""
        return tuple(changes.changes(self.change_entries, self.documents.values()))

    def chair_of(self, year: int) -> Chair | None:
        """Who chaired the Working Group in a year; None where no source seen says."""
        return debates.chair_of(self.chairs, year)

    @cached_property
    def _later(self) -> dict[Symbol, tuple[list[Symbol], list[Symbol]]]:
        later: dict[Symbol, tuple[list[Symbol], list[Symbol]]] = {}
        for symbol, document in self.documents.items():
            for old in document.supersedes:
                later.setdefault(parse(old), ([], []))[0].append(symbol)
            for amended in document.amends:
                later.setdefault(parse(amended.symbol), ([], []))[1].append(symbol)
        return later

    def superseded_by(self, symbol: Symbol) -> list[Symbol]:
        """The documents that superseded this one, derived from their records."""
        return self._later.get(symbol, ([], []))[0]

    def amended_by(self, symbol: Symbol) -> list[Symbol]:
        """The documents that amended this one, derived from their records."""
        return self._later.get(symbol, ([], []))[1]

    def status(self, symbol: Symbol) -> Status:
        """The document's status; "none" where the sources give no answer or the kind of document has none."""
        superseding, amending = self.superseded_by(symbol), self.amended_by(symbol)
        if superseding:
            last = self.documents[superseding[-1]]
            return Status("superseded", tuple(superseding), last.date, None, tuple(_keys(last, "supersedes")))
        own = self.documents.get(symbol)
        if own is not None and own.standing is not None:
            return Status("standing", (), None, own.standing, tuple(_keys(own, "standing")))
        if amending:
            return Status("amended", tuple(amending), None, None, tuple(_keys(self.documents[amending[-1]], "amends")))
        return Status("none")

    def aliases(self, lang: Lang) -> dict[str, list[Symbol]]:
        """Names in a language, and the documents that bear them."""
        names: dict[str, list[Symbol]] = {}
        for symbol, document in self.documents.items():
            for name in getattr(document.aliases, lang):
                names.setdefault(name, []).append(symbol)
        return names

    def basis(self, document: Document, fact: str) -> Literal["confirmed", "single", "derived"]:
        """How well a fact is founded: two sources or more confirm it, one is single, reasoning alone is derived.

        ``title.en`` is founded by what is said of it, or else by what is said of the title in any language.
        """
        if not any(fact in each.facts for each in document.sources):
            fact = fact.partition(".")[0]
        keys = set(_keys(document, fact))
        return "confirmed" if len(keys) > 1 else "single" if keys else "derived"


def _keys(document: Document, fact: str) -> Iterator[str]:
    return (each.source for each in document.sources if each.source is not None and fact in each.facts)
