"""The term base: what the UN's Chinese and English call the same thing, each entry with its source."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Literal

from pydantic import TypeAdapter, ValidationError

from scnotes.diagnostics import Diagnostic, Findings, Lang, Text
from scnotes.records import Record
from scnotes.yaml_reader import read_yaml_file

MARKS = {
    "seen": Text("两种语文的正式文本均已见", "both official texts seen"),
    "chinese": Text("中文见于正式文本", "Chinese from an official text"),
    "other": Text("中文见于其他来源", "Chinese from another source"),
}
SECTIONS = {
    "4.1": Text("文件和决定", "Documents and decisions"),
    "4.2": Text("人员和机构", "People and bodies"),
    "4.3": Text("会议和惯例", "Meetings and practice"),
    "4.4": Text("法律、表决和原则", "Law, voting and principles"),
    "4.5": Text("文号和文件形式", "Symbols and forms of documents"),
}


class Term(Record):
    """One entry: accepted terms in each language, the first preferred; what its Chinese rests on; the source's keys."""

    zh: tuple[str, ...]
    en: tuple[str, ...]
    section: Literal["4.1", "4.2", "4.3", "4.4", "4.5"]
    mark: Literal["seen", "chinese", "other"]
    source: str

    @property
    def key(self) -> str:
        """An ASCII id, from the preferred English term."""
        return re.sub(r"[^a-z0-9]+", "-", self.en[0].casefold()).strip("-")

    def names(self, lang: Lang) -> tuple[str, ...]:
        """The accepted terms of a language."""
        return self.zh if lang == "zh" else self.en


@dataclass(frozen=True)
class Terms:
    """All entries, in the order of the file."""

    entries: tuple[Term, ...]

    @classmethod
    def load(cls, root: Path) -> Terms:
        """Read docs/_data/terms.yml; no file is no terms. Raises Findings: REG001, REG002, or TRM002 for an entry out of form."""
        path = root / "docs" / "_data" / "terms.yml"
        if not path.is_file():
            return cls(())
        document = read_yaml_file(path, root)
        try:
            return cls(tuple(TypeAdapter(list[Term]).validate_python(document.data)))
        except ValidationError as errors:
            raise Findings(
                [
                    Diagnostic(
                        path.relative_to(root).as_posix(),
                        *document.position([step for step in error["loc"] if isinstance(step, int | str)]),
                        "TRM002",
                        Text(f"不合规定：{error['msg']}", error["msg"]),
                        Text("照相邻的一条填写", "follow the entry beside it"),
                    )
                    for error in errors.errors()
                ]
            ) from None

    @cached_property
    def _named(self) -> dict[Lang, dict[str, Term]]:
        return {
            lang: {name.casefold(): term for term in self.entries for name in term.names(lang)} for lang in ("zh", "en")
        }

    @cached_property
    def _patterns(self) -> dict[Lang, re.Pattern[str]]:
        return {lang: self._pattern(lang) for lang in ("zh", "en")}

    def _pattern(self, lang: Lang) -> re.Pattern[str]:
        names = sorted({name for term in self.entries for name in term.names(lang)}, key=len, reverse=True)
        joined = "|".join(map(re.escape, names)) or r"(?!)"
        return re.compile(
            joined if lang == "zh" else rf"(?<![A-Za-z-])(?:{joined})(?:s|es)?(?![A-Za-z])", re.IGNORECASE
        )

    def find(self, text: str, lang: Lang) -> Iterator[tuple[int, int, Term]]:
        """Terms of a text, the longest where they overlap, with their offsets."""
        names = self._named[lang]
        for match in self._patterns[lang].finditer(text):
            word = match[0].casefold()
            term = names.get(word) or names.get(word.removesuffix("s")) or names.get(word.removesuffix("es"))
            if term is not None:
                yield match.start(), match.end(), term
