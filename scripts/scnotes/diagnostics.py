"""What a check says of a place in a file, in Chinese and in English."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Literal

Lang = Literal["zh", "en"]
LANGS: tuple[Lang, ...] = ("zh", "en")


@dataclass(frozen=True, slots=True, order=True)
class Text:
    """One statement in both languages of the project."""

    zh: str
    en: str

    def in_(self, lang: Lang) -> str:
        """The statement in one language."""
        return self.zh if lang == "zh" else self.en


class Severity(StrEnum):
    """An error fails a run; a warning is printed and counted, and does not."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One finding: where it is, what holds there, and the next step.

    ``path`` is relative to the project's root, with forward slashes; ``line`` and ``column``
    count characters from 1; ``length`` characters of that line are meant, or a point if it is 0. Codes are three
    letters and three digits and are never reused. ``replacement`` is what the characters should be, where there is
    exactly one right answer.
    """

    path: str
    line: int
    column: int
    code: str
    message: Text
    hint: Text | None = None
    severity: Severity = Severity.ERROR
    length: int = 0
    replacement: str | None = None

    def __lt__(self, other: Diagnostic) -> bool:
        """Findings are sorted by place, then by code and words, so that the same input gives the same bytes."""
        return self._order < other._order

    @property
    def _order(self) -> tuple[str, int, int, str, Text]:
        return self.path, self.line, self.column, self.code, self.message


class Findings(Exception):
    """Raised by a reader that cannot go on; carries every finding it made, not only the first."""

    def __init__(self, diagnostics: list[Diagnostic]) -> None:
        super().__init__("\n".join(render(d, "en") for d in diagnostics))
        self.diagnostics = diagnostics


def render(diagnostic: Diagnostic, lang: Lang) -> str:
    """The finding as a person reads it: one line, and the hint indented on a second.

    >>> print(render(Diagnostic("a.md", 3, 1, "SYM002", Text("无", "S/1/1 is not in the register")), "en"))
    a.md:3:1: SYM002 S/1/1 is not in the register
    """
    place = f"{diagnostic.path}:{diagnostic.line}:{diagnostic.column}"
    text = f"{place}: {diagnostic.code} {diagnostic.message.in_(lang)}"
    if diagnostic.hint is None:
        return text
    label = "提示：" if lang == "zh" else "hint: "
    return f"{text}\n  {label}{diagnostic.hint.in_(lang)}"
