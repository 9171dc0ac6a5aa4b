"""The grammar of UN document symbols: parse one, find those of a text, give the reader's address in a language."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property, total_ordering
from urllib.parse import quote

from scnotes.symbol_parts import TAIL
from scnotes.symbol_patterns import PATTERNS

LANGUAGES = ("ar", "zh", "en", "fr", "ru", "es")

# Full-width forms of ASCII, the blanks and the dashes that print, and the slashes of mathematics, become ASCII
# one for one, so that offsets stay.
_NARROW = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {
    **dict.fromkeys((0x3000, 0xA0, 0x2009, 0x202F), 0x20),
    **dict.fromkeys((0x2044, 0x2215), 0x2F),
    **dict.fromkeys((0x2010, 0x2011), 0x2D),
}
# Not \b: a Chinese character is a word character, and 见S/2017/507号 would not match.
_BEFORE = r"(?<![A-Za-z0-9/\\_@~&$+])"
_AFTER = r"(?![A-Za-z0-9]|/[A-Za-z0-9]|\.(?:[a-z]{2,4}|PDF|DOCX?)\b)"
_SINGLE = "|".join(f"(?P<{p.name.replace('-', '_')}>(?:{p.head}){TAIL})" for p in PATTERNS)
_FIND = re.compile(rf"{_BEFORE}(?:{_SINGLE}){_AFTER}", re.ASCII)
# Possessive, and never begun inside a word, so that a hostile line is read once.
_ADDRESS = re.compile(
    r"(?:(?:https?|ftp)://|www\.|(?<![a-z0-9.-])(?:[a-z0-9-]++\.)++(?:org|int|com|net|edu)/)"
    r"[^\s<>\"“”《》，。；、）\u4e00-\u9fff]*"
)
# A symbol ends in a number, a bracket, "Summary" R (restricted) or the number of a part; reports on one country, in its code (CCPR/CO/72/PRK).
_WHOLE = re.compile(
    r"\d[^/]*$|[)\]]$|/(?:Summary|SUMMARY)$|\d[^/]*/R$|^NPT/.*\d[^/]*/[IVX]{1,4}$|^(?:FCCC|CCPR)/.*\d[^/]*/[A-Z]{3}$"
)
_LAST_MODIFICATION = re.compile(r"(?:/(?:Add|Corr|Rev|Amend)\.\d+|/Summary| \([^()]*\))$")
_DASH = re.compile(r" ?[-–—] ?")
# The second part of one text in two series: the Council's, a functional commission's, another treaty's.
_SECOND = re.compile(r"[SA]/\d|A/HRC/\d|E/(?:\d|CN\.|C\.)|TD/|UNEP/OzL|CRC/C/")
_WRITTEN = {name.lower(): name for name in ("Add", "Rev", "Corr", "Amend", "Sub", "PV", "SR", "Summary", "Agenda")}
_PART = re.compile(
    r"[(\[](resumption|income ?sect|vol|part|sect|supp|introduction|corrected)\.?([^)\]]*)[)\]]", re.IGNORECASE
)


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
    """Symbols of a running Chinese or English text, left to right; none inside an address or a file's path.

    Written in full only: "Add.1" after "A/76/L.1 and" is a matter of `scnotes.shorthand`. Two symbols joined by a dash
    are one mention if they are one text in two series (A/76/503-S/2021/908), and two if they are a range.
    """
    before: Mention | None = None
    for mention in _singles(text):
        if before is not None and _one_text(before, mention, text[before.end : mention.start]):
            joint = Symbol(f"{before.symbol}-{mention.symbol}", "joint")
            before = Mention(before.start, mention.end, text[before.start : mention.end], joint)
            continue
        if before is not None:
            yield before
        before = mention
    if before is not None:
        yield before


def _singles(text: str) -> Iterator[Mention]:
    narrow = text.translate(_NARROW)
    masked = _ADDRESS.sub(lambda match: "/" * len(match[0]), narrow)
    last = -1
    for match in _FIND.finditer(masked):
        words, start = match[0], match.start()
        # A tail may have taken a component too many; what stays must be a symbol by itself.
        while words and not _WHOLE.search(words):
            words = words.rpartition("/")[0]
        if words != match[0] and not _FIND.fullmatch(words):
            continue
        if not any(character.isdecimal() for character in words) or _inside_a_code(masked, start, last):
            continue
        last = start + len(words)
        yield Mention(start, last, text[start:last], Symbol(_canonical(words), str(match.lastgroup).replace("_", "-")))


def _inside_a_code(text: str, start: int, last: int) -> bool:
    """Whether a hyphen binds the place to a word before it (IT-04-74-A/234), which is not the end of a symbol."""
    return start > 1 and text[start - 1] == "-" and text[start - 2].isalnum() and last != start - 1


def _one_text(first: Mention, second: Mention, between: str) -> bool:
    """A/72/849–S/2018/399 and E/2010/30-E/CN.15/2010/20, but not the range S/2019/990-S/2019/997."""
    if not _DASH.fullmatch(between.translate(_NARROW)) or not _SECOND.match(second.symbol.text):
        return False
    one, other = (mention.symbol.text.split("/") for mention in (first, second))
    if one[0] != other[0]:
        return one[0] in ("A", "E", "CEDAW", "CMW") and one[1] not in ("RES", "DEC")
    return (
        one[0] in ("E", "UNEP")
        and one[1].split(".")[:2] != other[1].split(".")[:2]
        and not (one[1].isdecimal() and other[1].isdecimal())
    )


def parse(text: str) -> Symbol:
    """The symbol that the text, blanks around it apart, is. Raises SymbolError if it is none, or more than one."""
    stripped = text.strip()
    mention = next(find(stripped), None)
    if mention is None or mention.text != stripped:
        raise SymbolError(f"{text!r} is not a UN document symbol")
    return mention.symbol


def _canonical(words: str) -> str:
    """S/RES/2378(2017), A/RES/49/75K, A/RES/217(III)A, S/PV.9079 (Resumption 1), A/75/5 (Vol. I), S/2001/521/Add.1.

    Blanks go, but for one before a bracket that names a part; the capitals of catalogues (ADD.1) become the usual letters.
    """
    words = re.sub(r"(?<=\.)\s|\s+(?=\()|(?<=\()\s|\s(?=\))", "", words)
    words = re.sub(r"(?<=\d) (?=[A-Z](?:\(|$))", "", words)
    words = re.sub(r"(?<=^A/RES/)(\d+)([A-Z])(\([^)]+\))$", r"\1\3\2", words)
    words = re.sub(
        r"(?<=/)(?:add|rev|corr|amend|sub|pv|sr)(?=\.)|(?<=/)(?:summary|agenda)(?=/|$)",
        lambda match: _WRITTEN[match[0].lower()],
        words,
        flags=re.IGNORECASE,
    )
    return _PART.sub(_part, words)


def _part(match: re.Match[str]) -> str:
    name, which = match[1].replace(" ", "").capitalize(), match[2].strip()
    name = {"Vol": "Vol.", "Sect": "Sect.", "Incomesect": "Income sect."}.get(name, name)
    return f" ({name} {which})" if which else f" ({name})"
