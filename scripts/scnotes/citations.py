"""What running text cites: symbols, resolutions by number, named notes, paragraphs, the Charter, the rules."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from scnotes import symbols
from scnotes.diagnostics import Lang
from scnotes.symbols import Symbol

RULES = symbols.parse("S/96/Rev.7")
CHARTER_ADDRESS = {
    "zh": "https://www.un.org/zh/about-us/un-charter/full-text",
    "en": "https://www.un.org/en/about-us/un-charter/full-text",
}
HAN_DIGITS = {"一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9}
HAN_NUMBER = "[一二三四五六七八九十百零〇]+"


@dataclass(frozen=True, slots=True)
class Article:
    """An Article of the Charter, or with number None the Charter itself."""

    number: int | None

    def url(self, lang: Lang) -> str:
        """The UN's text of the Charter in a language."""
        return CHARTER_ADDRESS[lang]


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule of the Council's provisional rules of procedure, or with number None the rules themselves."""

    number: int | None

    def url(self, lang: Lang) -> str:
        """The UN's text of the rules (S/96/Rev.7) in a language."""
        return RULES.url(lang)


Target = Symbol | Article | Rule


@dataclass(frozen=True, slots=True)
class Citation:
    """One mention of something citable: offsets in the text, the exact words, what they mean.

    ``paragraph`` is the number of a pin-cite (第507号说明第94段 / paragraph 94 of note 507), of a range its first, and
    ``until`` is the last of the range.
    """

    start: int
    end: int
    text: str
    target: Target
    paragraph: int | None = None
    until: int | None = None

    @property
    def last_paragraph(self) -> int:
        """The last paragraph of a range, or the only one; 0 where none is cited."""
        return max(self.paragraph or 0, self.until or 0)


@dataclass(frozen=True, slots=True)
class Destination:
    """Where a citation leads: ``href`` is a path to a Markdown file relative to the citing page, or an address."""

    href: str
    external: bool


# A number of the Assembly's (76/262) or of the Council's (2378 (2017)) resolutions, or of the Assembly's before 1976 (2758 (XXVI)).
_ASSEMBLY = r"(?P<assembly>(?:ES-)?\d{1,3}/\d{1,3}(?:\s?[A-Z])?)"
_COUNCIL = r"(?P<number>\d{1,4})\s*[(（](?P<year>\d{4})[)）]"
_OLD = r"(?P<old>\d{1,4})\s*[(（](?P<session>[IVXL]+)[)）]"
_RESOLUTION = {
    "zh": re.compile(rf"第\s*(?:{_ASSEMBLY}|{_COUNCIL}|{_OLD})\s*号决议"),
    "en": re.compile(rf"(?<![A-Za-z])resolutions?\s+(?:{_ASSEMBLY}|{_COUNCIL}|{_OLD})", re.IGNORECASE),
}
_ARTICLE = {
    "zh": re.compile(rf"《(?:联合国)?宪章》(?:第(?P<number>{HAN_NUMBER}|\d+)条(?:第(?:{HAN_NUMBER}|\d+)项)?)?"),
    "en": re.compile(
        r"(?<![A-Za-z])Articles?\s+(?P<number>\d+)(?:\s*\(\d+\))?\s+of\s+the\s+Charter(?:\s+of\s+the\s+United\s+Nations)?"
        r"|(?<![A-Za-z])Charter\s+of\s+the\s+United\s+Nations"
    ),
}
_RULE = {
    "zh": re.compile(rf"《?暂行议事规则》?(?:第\s*(?P<number>{HAN_NUMBER}|\d+)\s*条)?"),
    "en": re.compile(
        r"(?:(?<![A-Za-z])rule\s+(?P<number>\d+)\s+of\s+(?:the\s+)?(?:its\s+|(?:Security\s+)?Council[’']s\s+)?)?"
        r"(?<![A-Za-z])provisional\s+rules\s+of\s+procedure(?:\s+of\s+the\s+(?:Security\s+)?Council)?",
        re.IGNORECASE,
    ),
}
_PIN_AFTER = {
    "zh": re.compile(r"(?:号文件)?\s*第\s*(\d+)\s*(?:(?:至|和|、|-|–)\s*第?\s*(\d+)\s*)?段"),
    "en": re.compile(r",?\s+para(?:graph|\.)?s?\.?\s*(\d+)(?:\s*(?:to|and|-|–)\s*(\d+))?", re.IGNORECASE),
}
_PIN_BEFORE = re.compile(
    r"(?<![A-Za-z])para(?:graph)?s?\.?\s+(\d+)(?:\s*(?:to|and|-|–)\s*(\d+))?\s+of\s+(?:the\s+)?$", re.IGNORECASE
)
_PIN_REACH = 60  # characters before a mention in which "paragraphs 111 to 113 of the" can stand


def find_citations(text: str, lang: Lang, aliases: Mapping[str, Symbol]) -> list[Citation]:
    """Citations of running text in order, none overlapping; where two compete, the one that starts first, then the longer.

    ``aliases`` binds names of this text (第507号说明, note 507) to the document they mean here.
    """
    candidates = [
        *(Citation(m.start, m.end, m.text, m.symbol) for m in symbols.find(text)),
        *_resolutions(text, lang),
        *_named(text, aliases),
        *(Citation(*m.span(), m[0], Article(_number(m["number"]))) for m in _ARTICLE[lang].finditer(text)),
        *(Citation(*m.span(), m[0], Rule(_number(m["number"]))) for m in _RULE[lang].finditer(text)),
    ]
    return [_pinned(citation, text, lang) for citation in _longest(candidates)]


def _longest(candidates: Iterable[Citation]) -> Iterator[Citation]:
    end = 0
    for citation in sorted(candidates, key=lambda c: (c.start, -c.end)):
        if citation.start >= end:
            yield citation
            end = citation.end


def _resolutions(text: str, lang: Lang) -> Iterator[Citation]:
    for match in _RESOLUTION[lang].finditer(text):
        if match["assembly"]:
            symbol = f"A/RES/{match['assembly'].replace(' ', '')}"
        elif match["number"]:
            symbol = f"S/RES/{match['number']}({match['year']})"
        else:
            symbol = f"A/RES/{match['old']}({match['session']})"
        try:
            yield Citation(*match.span(), match[0], symbols.parse(symbol))
        except symbols.SymbolError:
            continue  # "第 1/2 号决议" and the like: a number that no resolution can have


def _named(text: str, aliases: Mapping[str, Symbol]) -> Iterator[Citation]:
    for name, symbol in aliases.items():
        for match in name_pattern(name).finditer(text):
            yield Citation(*match.span(), match[0], symbol)


@cache
def name_pattern(name: str) -> re.Pattern[str]:
    """Where a name stands: 第 507 号说明 as PDFs space it, and "Note 507" at the start of a sentence, are the same name."""
    loose = r"\s*".join(re.escape(part) for part in re.findall(r"\d+|[A-Za-z]+|[^\sA-Za-z0-9]+", name))
    return re.compile(rf"(?<![A-Za-z0-9]){loose}(?![A-Za-z0-9])", re.IGNORECASE)


def _pinned(citation: Citation, text: str, lang: Lang) -> Citation:
    """The citation with the paragraph that stands beside it, if one does."""
    if not isinstance(citation.target, Symbol):
        return citation
    after = _PIN_AFTER[lang].match(text, citation.end)
    if after:
        return replace(citation, end=after.end(), text=text[citation.start : after.end()], **_pin(after))
    if lang == "en":
        reach = max(0, citation.start - _PIN_REACH)
        before = _PIN_BEFORE.search(text[reach : citation.start])
        if before:
            start = reach + before.start()
            return replace(citation, start=start, text=text[start : citation.end], **_pin(before))
    return citation


def _pin(match: re.Match[str]) -> dict[str, Any]:
    return {"paragraph": int(match[1]), "until": int(match[2]) if match[2] else None}


def _number(written: str | None) -> int | None:
    """The value of 二十四 or 24; None stays None. The Charter has 111 Articles, so hundreds suffice."""
    if written is None:
        return None
    if written.isdecimal():
        return int(written)
    hundreds, _, rest = written.rpartition("百")
    tens, ten, ones = rest.replace("零", "").replace("〇", "").rpartition("十")
    value = 100 * HAN_DIGITS.get(hundreds, 1) if "百" in written else 0
    value += 10 * HAN_DIGITS.get(tens, 1) if ten else 0
    return value + HAN_DIGITS.get(ones, 0)
