"""What running text cites: symbols, resolutions by number, named notes, paragraphs, the Charter, the rules."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from scnotes import shorthand, symbols
from scnotes.diagnostics import Lang
from scnotes.symbols import Symbol

RULES = symbols.parse("S/96/Rev.7")
# Both are cited by public pages; an address of the full text alone is attested in English, not in Chinese.
CHARTER_ADDRESS = {
    "zh": "https://www.un.org/zh/about-us/un-charter",
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


@dataclass(frozen=True, slots=True)
class OwnPage:
    """A page of this site, by its path below the folder of a language: what a name such as "13 notes" may mean."""

    path: str


Target = Symbol | Article | Rule | OwnPage
Named = Symbol | OwnPage


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


# A number of the Assembly's (76/262, S-10/2) or of the Council's (2378 (2017)) resolutions, or of the Assembly's before
# 1976 (2758 (XXVI), 377 A (V)).
_ASSEMBLY = r"(?:ES-|S-)?\d{1,3}/\d{1,3}(?:\s?[A-Z](?![A-Za-z]))?"
_COUNCIL = r"\d{1,4}\s*[(（]\d{4}[)）]"
_OLD = r"\d{1,4}(?:\s?[A-Z])?\s*[(（](?:E?S-)?[IVXL]+[)）]"
_RESOLUTION_NUMBER = rf"(?:{_COUNCIL}|{_OLD}|{_ASSEMBLY})"
_AND = {
    "zh": r"(?:\s*[、，]\s*|\s*(?:和|及|以及|与|至)\s*)",
    "en": r"(?:\s*,\s*(?:and\s+)?|\s+(?:and|to)\s+|\s?[-–]\s?)",
}
_HAN = rf"(?:{HAN_NUMBER}|\d{{1,3}})"
_HAN_ARTICLE = rf"第?\s*{_HAN}\s*(?:条\s*)?(?:第(?:{_HAN}|\s*[(（]\d[)）]\s*)[项款])?"
_ARTICLE_NUMBER = r"\d{1,3}(?:\s*\(\d+\)|,?\s+paragraph\s+\d+,?)?"

# Each phrase has a group "list"; each number of the list, found by the second expression, becomes a citation of its own.
_Phrase = tuple[re.Pattern[str], re.Pattern[str]]
_RESOLUTION: dict[Lang, _Phrase] = {
    "zh": (
        re.compile(
            rf"(?P<list>第\s*{_RESOLUTION_NUMBER}\s*号?(?:{_AND['zh']}第?\s*{_RESOLUTION_NUMBER}\s*号?){{0,30}}+)(?<=号)(?:\s*决议)"
        ),
        re.compile(rf"第?\s*(?P<number>{_RESOLUTION_NUMBER})\s*号?"),
    ),
    "en": (
        re.compile(
            rf"(?<![A-Za-z])resolutions?\s+(?P<list>{_RESOLUTION_NUMBER}(?:{_AND['en']}{_RESOLUTION_NUMBER}){{0,30}})(?![\d/])",
            re.IGNORECASE,
        ),
        re.compile(rf"(?P<number>{_RESOLUTION_NUMBER})"),
    ),
}
_ARTICLE: dict[Lang, _Phrase] = {
    "zh": (
        re.compile(
            rf"《(?:联合国)?宪章》(?:(?P<list>第\s*{_HAN}\s*条?(?:第(?:{_HAN}|\s*[(（]\d[)）]\s*)[项款])?(?:{_AND['zh']}{_HAN_ARTICLE}){{0,30}})(?<=[条项款]))?"
        ),
        re.compile(rf"第?\s*(?P<number>{_HAN})\s*(?:条\s*)?(?:第(?:{_HAN}|\s*[(（]\d[)）]\s*)[项款])?"),
    ),
    "en": (
        re.compile(
            rf"(?<![A-Za-z])Articles?\s+(?P<list>{_ARTICLE_NUMBER}(?:{_AND['en']}{_ARTICLE_NUMBER}){{0,30}})\s+of\s+the\s+"
            r"(?:United\s+Nations\s+)?Charter(?:\s+of\s+the\s+United\s+Nations)?"
            r"|(?<![A-Za-z])Charter\s+of\s+the\s+United\s+Nations"
        ),
        re.compile(r"(?P<number>\d{1,3})(?:\s*\(\d+\)|,?\s+paragraph\s+\d+,?)?"),
    ),
}
_RULE: dict[Lang, _Phrase] = {
    "zh": (
        re.compile(
            rf"《?暂行议事规则》?(?:(?P<list>第\s*{_HAN}\s*条?(?:{_AND['zh']}第?\s*{_HAN}\s*条?){{0,30}})(?<=条))?"
        ),
        re.compile(rf"第?\s*(?P<number>{_HAN})\s*条?"),
    ),
    "en": (
        re.compile(
            rf"(?:(?<![A-Za-z])rules?\s+(?P<list>\d{{1,2}}(?:{_AND['en']}\d{{1,2}}){{0,30}})\s+of\s+"
            r"(?:the\s+)?(?:its\s+|(?:Security\s+)?Council[’']s\s+)?)?"
            r"(?<![A-Za-z])provisional\s+rules\s+of\s+procedure(?:\s+of\s+the\s+(?:Security\s+)?Council)?",
            re.IGNORECASE,
        ),
        re.compile(r"(?P<number>\d{1,2})"),
    ),
}
# Whose resolution it is, if not the Assembly's or the Security Council's.
_HUMAN_RIGHTS_COUNCIL = re.compile(r"(?:人权理事会|Human\s+Rights\s+Council)\s*$", re.IGNORECASE)
_OTHER_BODY = re.compile(
    r"(?:委员会|理事会|环境大会|缔约方大会|缔约国会议|(?:Council|Commission|Committee|Board|Conference|Environment Assembly))\s*$"
)
_BODY_REACH = 30  # characters before "resolution" in which the name of its body can stand
_PIN_AFTER = {
    "zh": re.compile(r"(?:号文件)?\s*第\s*(\d+)\s*(?:(?:至|和|、|-|–)\s*第?\s*(\d+)\s*)?段"),
    "en": re.compile(r",?\s+para(?:graph|\.)?s?\.?\s*(\d+)(?:\s*(?:to|and|-|–)\s*(\d+))?", re.IGNORECASE),
}
_PIN_BEFORE = re.compile(
    r"(?<![A-Za-z])para(?:graph)?s?\.?\s+(\d+)(?:\s*(?:to|and|-|–)\s*(\d+))?\s+of\s+(?:the\s+)?$", re.IGNORECASE
)
_PIN_REACH = 60  # characters before a mention in which "paragraphs 111 to 113 of the" can stand


def find_citations(text: str, lang: Lang, aliases: Mapping[str, Named]) -> list[Citation]:
    """Citations of running text in order, none overlapping; where two compete, the one that starts first, then the longer.

    ``aliases`` binds names of this text (第507号说明, note 507; 13份说明, 13 notes) to the document or page they mean here.
    """
    candidates = [
        *(Citation(m.start, m.end, m.text, m.symbol) for m in shorthand.find_all(text)),
        *_resolutions(text, lang),
        *_named(text, aliases),
        *(replace(citation, target=Article(number)) for citation, number in _listed(text, _ARTICLE[lang])),
        *(replace(citation, target=Rule(number)) for citation, number in _listed(text, _RULE[lang])),
    ]
    return [_pinned(citation, text, lang) for citation in _longest(candidates)]


def _longest(candidates: Iterable[Citation]) -> Iterator[Citation]:
    end = 0
    for citation in sorted(candidates, key=lambda c: (c.start, -c.end)):
        if citation.start >= end:
            yield citation
            end = citation.end


def _resolutions(text: str, lang: Lang) -> Iterator[Citation]:
    phrase, item = _RESOLUTION[lang]
    for match in phrase.finditer(text):
        before = text[max(0, match.start() - _BODY_REACH) : match.start()]
        for number, start, end in _numbers(match, item):
            try:
                symbol = symbols.parse(_resolution(re.sub(r"\s", "", number), before))
            except symbols.SymbolError:
                continue  # "第 1/2 号决议" and the like: a number that no resolution can have
            yield Citation(start, end, text[start:end], symbol)


def _resolution(number: str, before: str) -> str:
    """The symbol of a resolution by its number, the words before it telling whose it is; "" if that has no symbol here."""
    if "/" not in number:
        number = number.replace("（", "(").replace("）", ")")
        # Before 1976 the parts of a resolution, 377 A to C (V), are one document, A/RES/377(V).
        return f"S/RES/{number}" if re.search(r"\(\d", number) else f"A/RES/{re.sub('[A-Z](?=[(])', '', number)}"
    if _HUMAN_RIGHTS_COUNCIL.search(before):
        return f"A/HRC/RES/{number}"
    return "" if _OTHER_BODY.search(before) else f"A/RES/{number}"


def _listed(text: str, phrase: _Phrase) -> Iterator[tuple[Citation, int | None]]:
    """Each number of each phrase, as a citation whose target is still to be set; a phrase without numbers as one."""
    for match in phrase[0].finditer(text):
        if match["list"] is None:
            yield Citation(*match.span(), match[0], Article(None)), None
            continue
        for number, start, end in _numbers(match, phrase[1]):
            yield Citation(start, end, text[start:end], Article(None)), _number(number)


def _numbers(match: re.Match[str], item: re.Pattern[str]) -> Iterator[tuple[str, int, int]]:
    """The numbers of a list, each with its place: the first takes the words before the list with it, the last those after."""
    items = list(item.finditer(match.string, *match.span("list")))
    for place, found in enumerate(items):
        start = match.start() if place == 0 else found.start()
        end = match.end() if place == len(items) - 1 else found.end()
        yield found["number"], start, end


def _named(text: str, aliases: Mapping[str, Named]) -> Iterator[Citation]:
    for name, meant in aliases.items():
        for match in name_pattern(name).finditer(text):
            yield Citation(*match.span(), match[0], meant)


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


def _number(written: str) -> int:
    """The value of 二十四 or 24. The Charter has 111 Articles, so hundreds suffice."""
    if written.isdecimal():
        return int(written)
    hundreds, _, rest = written.rpartition("百")
    tens, ten, ones = rest.replace("零", "").replace("〇", "").rpartition("十")
    value = 100 * HAN_DIGITS.get(hundreds, 1) if "百" in written else 0
    value += 10 * HAN_DIGITS.get(tens, 1) if ten else 0
    return value + HAN_DIGITS.get(ones, 0)
