"""What every data file is made of: mappings without unknown keys, statements in both languages, dates, grounds."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from scnotes.diagnostics import Diagnostic, Text
from scnotes.yaml_reader import YamlDocument

Date = Annotated[str, Field(pattern=r"^\d{4}(-\d\d(-\d\d)?)?$")]
Basis = Literal["confirmed", "single", "derived"]
Fact = Literal[
    "dates", "presidency", "records", "concept_note", "concept_note_of", "agenda", "statement", "form", "remarks", "year", "chairs", "vice_chair",
    "date", "event", "document", "paragraphs", "what",
]  # fmt: skip


class Record(BaseModel):
    """A mapping of the data files: unknown keys are errors."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Both(Record):
    """A statement in both languages."""

    zh: str
    en: str


class Ground(Record):
    """What a source stands for; or, with ``derived``, the reasoning by which the facts follow from others."""

    source: str | None = None
    derived: Both | None = None
    facts: tuple[Fact, ...]


class Grounded(Record):
    """An entry with its grounds."""

    sources: tuple[Ground, ...] = Field(min_length=1)

    def basis(self, fact: str) -> Basis:
        """How well a fact is founded: two sources or more confirm it, one is single, reasoning alone is derived."""
        count = len({each.source for each in self.sources if each.source is not None and fact in each.facts})
        return "confirmed" if count > 1 else "single" if count else "derived"


def schema_findings(file: YamlDocument, path: str, errors: ValidationError) -> Iterator[Diagnostic]:
    """REG003: what pydantic says of a data file, each at its place; ``path`` is relative to the project's root."""
    for error in errors.errors():
        where = [step for step in error["loc"] if isinstance(step, int | str)]
        line, column = file.position(where)
        owner, part = _named(file.data, where)
        message = Text(f"{owner} 的 {part} 不合规定：{error['msg']}", f"{part} of {owner}: {error['msg']}")
        hint = Text("文件开头的说明列出各键", "the comment at the top of the file lists the keys")
        yield Diagnostic(path, line, column, "REG003", message, hint)


def _named(data: Any, where: list[int | str]) -> tuple[str, str]:
    """Whose part it is, by symbol or key rather than by number, and which."""
    owner, rest = (where[0], where[1:]) if where else ("", [])
    if isinstance(owner, int) and isinstance(data[owner], dict):
        owner = data[owner].get("symbol", f"record {owner + 1}")
    return str(owner), ".".join(str(step) for step in rest) or "record"
