"""The grammar of UN document symbols: parse one, find those of a text, give the reader's address in a language."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property, total_ordering
from urllib.parse import quote

from scnotes.symbol_patterns import PATTERNS, RESUMPTION, TAIL

LANGUAGES = ("ar", "zh", "en", "fr", "ru", "es")

# Full-width forms of ASCII, and the ideographic blank, become ASCII one for one, so that offsets stay.
_NARROW = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {0x3000: 0x20, 0xA0: 0x20}
# Not \b: a Chinese character is a word character, and 见S/2017/507号 would not match.
_BEFORE = r"(?<![A-Za-z0-9/\\_@~])"
_AFTER = r"(?![A-Za-z0-9]|/[A-Za-z0-9]|\.[a-z]{2,4}\b)"
_SINGLE = "|".join(f"(?P<{p.name.replace('-', '_')}>(?:{p.head}){TAIL})" for p in PATTERNS)
# One text in two series: A/76/503-S/2021/908. Two of one series joined by a dash are a range, not a joint symbol.
_JOINT = rf"(?P<joint>(?:A/(?!S/)[\w./-]{{2,20}}?|E/[\w./]{{2,20}}?)[-–—](?:S/(?:19|20)\d\d/\d{{1,4}}|E/(?:19|20)\d\d/\d{{1,4}}){TAIL})"
_FIND = re.compile(rf"{_BEFORE}(?:{_JOINT}|{_SINGLE}){_AFTER}", re.ASCII)
# Possessive, and never begun inside a word, so that a hostile line is read once.
_ADDRESS = re.compile(
    r"(?:(?:https?|ftp)://|www\.|(?<![a-z0-9.-])(?:[a-z0-9-]++\.)++(?:org|int|com|net|edu)/)"
    r"[^\s<>\"“”《》，。；、）\u4e00-\u9fff]*"
)
_LAST_MODIFICATION = re.compile(rf"(?:/(?:Add|Corr|Rev|Amend)\.\d+|/Summary|{RESUMPTION})$")
_RESUMED = re.compile(r"\s*\(\s?[Rr]esumption\s?(\d+)\s?\)")


class SymbolError(ValueError):
    """The text is not a UN document symbol; the message says so with the text."""


@total_ordering
@dataclass(frozen=True, eq=True)
class Symbol:
    """A document's symbol in canonical form: it names the work, in every language. ``series`` is its pattern's name."""

    text: str
    series: str = field(default="", compare=False)

    def __str__(self) -> str:
        return self.text

    def __lt__(self, other: Symbol) -> bool:
        return self._natural < other._natural

    @cached_property
    def _natural(self) -> tuple[tuple[int, int, str], ...]:
        parts = re.findall(r"\d+|\D+", self.text)
        return tuple((0, int(part), "") if part.isdecimal() else (1, 0, part) for part in parts)

    @property
    def parent(self) -> Symbol | None:
        """The symbol without its last Add., Corr., Rev., Amend., Summary or Resumption; None if it has none."""
        shorter = _LAST_MODIFICATION.sub("", self.text)
        return parse(shorter) if shorter != self.text else None

    @property
    def path(self) -> str:
        """The path of the document's page, without language and ending; blanks, alone of the characters, are replaced."""
        return self.text.replace(" ", "_")

    def url(self, lang: str) -> str:
        """The reader's address at the UN, in one of ar, zh, en, fr, ru, es; ValueError for any other language.

        Brackets are percent-encoded, because a Markdown link would end at the first; ODS writes no blanks.
        """
        if lang not in LANGUAGES:
            raise ValueError(f"{lang} is not one of {' '.join(LANGUAGES)}")
        return f"https://undocs.org/{lang}/{quote(self.text.replace(' ', ''), safe='/')}"


@dataclass(frozen=True, slots=True)
class Mention:
    """A symbol in a text: ``start`` and ``end`` count characters, ``text`` is the slice as written."""

    start: int
    end: int
    text: str
    symbol: Symbol

    @property
    def canonical(self) -> bool:
        """Whether the text writes the symbol in its canonical form."""
        return self.text == self.symbol.text


def find(text: str) -> Iterator[Mention]:
    """Symbols of a running Chinese or English text, left to right; none inside an address or a file's path."""
    narrow = text.translate(_NARROW)
    masked = _ADDRESS.sub(lambda match: "/" * len(match[0]), narrow)
    for match in _FIND.finditer(masked):
        words = match[0].rstrip()
        # A tail may have taken a component too many: a symbol ends in a number, a bracket or "Summary".
        while words and not re.search(r"\d|\)$|Summary$", words.rpartition("/")[2]):
            words = words.rpartition("/")[0]
        if not any(character.isdecimal() for character in words):
            continue
        end = match.start() + len(words)
        series = str(match.lastgroup).replace("_", "-")
        yield Mention(match.start(), end, text[match.start() : end], Symbol(_canonical(words), series))


def parse(text: str) -> Symbol:
    """The symbol that the text, blanks around it apart, is. Raises SymbolError if it is none, or more than one."""
    stripped = text.strip()
    mention = next(find(stripped), None)
    if mention is None or mention.text != stripped:
        raise SymbolError(f"{text!r} is not a UN document symbol")
    return mention.symbol


def _canonical(words: str) -> str:
    """S/RES/2378(2017), S/PV.9079 (Resumption 1), A/76/503-S/2021/908: blanks before brackets go, but for a resumption."""
    words = re.sub(r"[–—]", "-", words)
    resumed = _RESUMED.search(words)
    words = re.sub(r"\s+", "", _RESUMED.sub("", words))
    return f"{words} (Resumption {resumed[1]})" if resumed else words
