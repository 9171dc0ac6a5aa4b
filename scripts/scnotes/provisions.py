"""Provisions that one can check: who is to do what by when, which document says so, what is known of each year."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field, TypeAdapter, ValidationError

from scnotes.diagnostics import Diagnostic, Findings, Text
from scnotes.register import Both, Record, Register, schema_findings
from scnotes.register_rules import ADD
from scnotes.symbols import SymbolError, parse
from scnotes.yaml_reader import YamlDocument, read_yaml_file

PLACE = Path("docs", "_data", "provisions.yml")
# A statement that rests on the letter alone is Albania's, whatever else is true of it.
LETTER = "S/2022/499"
Basis = Literal["claim", "single", "several", "derived"]


class Cited(Record):
    """Where a provision stands: a document, and where known its paragraph, numbered or lettered."""

    symbol: str
    paragraph: int | str | None = None


class Known(Record):
    """What is known of a year ("2021") or of several ("2020-2022"); ``date`` is the day where there is one.

    ``derived`` is the reasoning, where the statement follows from what the sources say and is not said by them.
    """

    years: Annotated[str, Field(pattern=r"^\d{4}(-\d{4})?$")]
    date: Annotated[str, Field(pattern=r"^\d{4}-\d\d-\d\d$")] | None = None
    what: Both
    sources: tuple[str, ...] = ()
    derived: Both | None = None

    @property
    def span(self) -> range:
        """The years as numbers."""
        first, _, last = self.years.partition("-")
        return range(int(first), int(last or first) + 1)


class Provision(Record):
    """One thing that can be checked. ``asked`` is the letter's paragraph that speaks of it; ``due`` the first and the
    last year in which its being done could be seen in the sources; ``page`` one of ours that has more, if it is there.
    """

    name: Both
    who: Both
    what: Both
    by: Both
    cites: tuple[Cited, ...] = Field(min_length=1)
    sources: tuple[str, ...] = ()
    asked: Annotated[str, Field(pattern=r"^p\d+$")]
    due: tuple[int, int]
    note: Both | None = None
    page: str | None = None
    known: tuple[Known, ...] = ()

    def gaps(self) -> Iterator[range]:
        """The years of which nothing is known, neighbours together."""
        seen = {year for each in self.known for year in each.span}
        start: int | None = None
        for year in range(self.due[0], self.due[1] + 2):
            missing = year <= self.due[1] and year not in seen
            if missing and start is None:
                start = year
            elif not missing and start is not None:
                yield range(start, year)
                start = None


def basis(sources: Sequence[str]) -> Basis:
    """How well a statement is founded: on the letter alone, on one source, on several, or on reasoning only.

    >>> basis(["S/2022/499"]), basis(["SC/14534"]), basis(["SC/14534", "S/2022/499"])
    ('claim', 'single', 'several')
    """
    keys = set(sources)
    if not keys:
        return "derived"
    if keys == {LETTER}:
        return "claim"
    return "single" if len(keys) == 1 else "several"


@dataclass(frozen=True)
class Provisions:
    """All provisions by id, in the order of the file."""

    entries: dict[str, Provision] = field(default_factory=dict)

    @classmethod
    def load(cls, root: Path, register: Register) -> Provisions:
        """Read docs/_data/provisions.yml. Raises Findings with all that is wrong, in order."""
        provisions, findings = cls.read(root, register)
        if findings:
            raise Findings(findings)
        return provisions

    @classmethod
    def read(cls, root: Path, register: Register) -> tuple[Provisions, list[Diagnostic]]:
        """The provisions, none if they cannot be read, and all that is wrong with them; no file is no provisions."""
        if not (root / PLACE).is_file():
            return cls(), []
        try:
            file = read_yaml_file(root / PLACE, root)
            entries = TypeAdapter(dict[str, Provision]).validate_python(file.data)
        except Findings as error:
            return cls(), error.diagnostics
        except ValidationError as errors:
            return cls(), sorted(schema_findings(file, PLACE.as_posix(), errors))
        return cls(entries), sorted(_Check(file, register).all(entries))


class _Check:
    """What must hold beyond the schema, each finding at its part of the file."""

    def __init__(self, file: YamlDocument, register: Register) -> None:
        self.file, self.register = file, register

    def all(self, entries: dict[str, Provision]) -> Iterator[Diagnostic]:
        for key, each in entries.items():
            yield from self._cited(key, each)
            yield from self._sources([key], each.sources, Text(f"{key} 没有来源", f"{key} has no source"))
            if each.due[0] > each.due[1]:
                yield self._backwards([key, "due"], f"{each.due[0]}-{each.due[1]}")
            yield from self._known(key, each)

    def _at(self, where: Sequence[int | str], code: str, message: Text, hint: Text) -> Diagnostic:
        return Diagnostic(PLACE.as_posix(), *self.file.position(where), code, message, hint)

    def _cited(self, key: str, provision: Provision) -> Iterator[Diagnostic]:
        """REG006: a document that says so has a record; REG013: and as many paragraphs as the number."""
        for number, cited in enumerate(provision.cites):
            where: list[int | str] = [key, "cites", number, "symbol"]
            try:
                document = self.register.get(parse(cited.symbol))
            except SymbolError:
                document = None
            if document is None:
                message = Text(f"登记册中没有 {cited.symbol}", f"{cited.symbol} is not in the register")
                yield self._at(where, "REG006", message, ADD)
            elif document.paragraphs and isinstance(cited.paragraph, int) and cited.paragraph > document.paragraphs:
                total = document.paragraphs
                message = Text(f"{cited.symbol} 只有 {total} 段", f"{cited.symbol} has {total} paragraphs")
                hint = Text("核对段号", "check the number")
                yield self._at([*where[:3], "paragraph"], "REG013", message, hint)

    def _sources(self, where: list[int | str], sources: Sequence[str], none: Text) -> Iterator[Diagnostic]:
        """REG008: there is a source; REG010: and it is in sources.yml."""
        if not sources:
            yield self._at(where, "REG008", none, Text("在 sources 中注明", "name it in sources"))
        for number, source in enumerate(sources):
            if source not in self.register.sources:
                message = Text(f"sources.yml 中没有 {source}", f"{source} is not in sources.yml")
                hint = Text("在 sources.yml 中为其立一条", "give it an entry in sources.yml")
                yield self._at([*where, "sources", number], "REG010", message, hint)

    def _known(self, key: str, provision: Provision) -> Iterator[Diagnostic]:
        """PRV001: years run forwards, a day exists and is in its years, and statements stand in the order of time."""
        before = ""
        for number, known in enumerate(provision.known):
            where: list[int | str] = [key, "known", number]
            none = Text(f"{key} 的 {known.years} 没有来源", f"{known.years} of {key} has no source")
            yield from self._sources(where, known.sources, none)
            if not known.span:
                yield self._backwards([*where, "years"], known.years)
            if known.date is not None and not _in(known.date, known.span):
                message = Text(f"{known.date} 不是 {known.years} 的日子", f"{known.date} is no day of {known.years}")
                yield self._at(
                    [*where, "date"], "PRV001", message, Text("核对日期和年份", "check the day and the years")
                )
            if (known.date or known.years) < before[: len(known.date or known.years)]:
                message = Text(
                    f"{known.date or known.years} 应排在前一条之前", f"{known.date or known.years} belongs earlier"
                )
                yield self._at(
                    [*where, "years"], "PRV001", message, Text("按时间排列", "put them in the order of time")
                )
            before = known.date or known.years

    def _backwards(self, where: Sequence[int | str], years: str) -> Diagnostic:
        message = Text(f"{years} 先后颠倒", f"{years} runs backwards")
        return self._at(where, "PRV001", message, Text("先写较早的一年", "write the earlier year first"))


def _in(day: str, years: range) -> bool:
    try:
        return date.fromisoformat(day).year in years
    except ValueError:
        return False  # such as 30 February
