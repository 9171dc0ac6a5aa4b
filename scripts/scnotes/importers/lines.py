"""Lines of a text as received: read, freed of what belongs to the page and not to the document, and measured."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import groupby, pairwise, takewhile

from scnotes.diagnostics import Lang
from scnotes.importers.characters import first_word, tidy, width
from scnotes.symbols import Symbol, SymbolError, parse

_ADDRESS = re.compile(r"https?://(?:www\.)?(?:undocs\.org|docs\.un\.org|documents\.un\.org)/\S+")
_ENDS_SENTENCE = re.compile(r"[.!?:;。！？：；…][)\]”’\"')）》]*$")

# A job number and the dates beside it, as at the foot of a UN page: 22-09684 (C) 230622 240622.
_JOB = r"\d{2}-\d{5}\s?(?:\([A-Z]\))?(?:\s?\d{6})*"
# What is left out wherever it stands alone on a line.
_FURNITURE = re.compile(
    rf"(?:{_JOB}|\*\d{{7,9}}\*|(?:{_JOB}\s?)?(?P<page>\d+)\s?/\s?(?P<pages>\d+)(?:\s?{_JOB})?"
    r"|Page \d+(?: of \d+)?|第\d+页(?:[,，]?共\d+页)?|[-–] ?\d+ ?[-–]|Please recycle.*|请回收.*"
    r"|file:///\S+(?: \d+/\d+)?)"
)
# What may stand above the title on the first page; several of them may stand on one line.
_MASTHEAD = re.compile(
    r"(?:(?:United Nations|联合国|Security Council|安全理事会|General Assembly|大会|Distr\. ?[:：] ?\w+|分发[:：]\w+"
    r"|[\w-]+ (?:year|session)|第[一二三四五六七八九十]+(?:年|届会议)"
    r"|\d{1,2} [A-Z][a-z]+ \d{4}|\d{4}年\d{1,2}月\d{1,2}日"
    r"|Original ?[:：] ?(?:\w+)|(?:原件|原文)[:：][^\d\W]+|Arabic|Chinese|English|French|Russian|Spanish|中文|英文"
    r"|[AS]/[\w/.()-]+)\s?)+"
)
_MASTHEAD_LINES = 20
# How the titles of letters begin.
_LETTER = re.compile(r"(?:Identical letters|Letter|Note verbale) dated \d|\d{4}年\d{1,2}月\d{1,2}日[^，。：]{4,}")


@dataclass(frozen=True, slots=True)
class Line:
    """One line that is not blank: ``number`` from 1 in the file, ``page`` from 0, ``text`` tidy.

    ``indent`` counts blanks beyond the margin, ``gap`` blank lines before it, ``closed`` tells of a trailing blank,
    which in some PDFs marks the last line of a paragraph.
    """

    number: int
    page: int
    text: str
    indent: int
    gap: int
    closed: bool

    @property
    def ends_sentence(self) -> bool:
        """Whether the line ends as a paragraph or an item may end."""
        return bool(_ENDS_SENTENCE.search(self.text))


@dataclass(frozen=True, slots=True)
class Sheet:
    """A text as received, in three heaps: ``body``, page-foot ``addresses`` (line, URL), and what was ``left_out``."""

    body: list[Line]
    addresses: list[tuple[Line, str]]
    left_out: list[Line]


def read(text: str, symbol: Symbol, lang: Lang) -> Sheet:
    """Sort the lines of a text (as pdftotext gives it) into what is said, page-foot addresses and page furniture.

    Pages end at form feeds; where there is none, at the addresses that stand at their feet.
    """
    has_feeds = "\f" in text.strip()
    body: list[Line] = []
    addresses: list[tuple[Line, str]] = []
    left_out: list[Line] = []
    for line in _split(text, lang):
        urls = _ADDRESS.findall(line.text)
        if urls and not _ADDRESS.sub("", line.text).strip():
            addresses.extend((line, url) for url in urls)
        elif _is_furniture(line.text, symbol):
            left_out.append(line)
        else:
            body.append(line)
    running = _running(body) if has_feeds else set()
    masthead = _masthead(body, running)
    left_out += [line for line in body if line in running or line in masthead]
    body = [line for line in body if line not in running and line not in masthead]
    if not has_feeds:
        body, addresses = _paged_by_feet(body, addresses)
    return Sheet(_from_margin(body, has_feeds), addresses, sorted(left_out, key=lambda line: line.number))


def _split(text: str, lang: Lang) -> list[Line]:
    lines = []
    page = gap = 0
    for number, raw in enumerate(text.split("\n"), start=1):
        page += raw.count("\f")
        raw = raw.replace("\f", "").rstrip("\r").replace("\t", "    ")
        tidied = tidy(raw, lang)
        if not tidied:
            gap += 1
            continue
        indent = len(raw) - len(raw.lstrip())
        lines.append(Line(number, page, tidied, indent, gap, raw != raw.rstrip()))
        gap = 0
    return lines


def _is_furniture(text: str, symbol: Symbol) -> bool:
    """Page and job numbers, and the document's own symbol alone on a line (24/7 is no page: 24 of 7)."""
    if match := _FURNITURE.fullmatch(text):
        return match["page"] is None or int(match["page"]) <= int(match["pages"])
    try:
        return parse(text) == symbol
    except SymbolError:
        return False


def _running(body: list[Line]) -> set[Line]:
    """Lines at the head or foot of a page that come again at the same place of another, numbers apart."""
    edges: dict[tuple[int, str], list[Line]] = {}
    for _, page in groupby(body, key=lambda line: line.page):
        lines = list(page)
        for place in {0, -1} if len(lines) > 1 else {0}:
            line = lines[place]
            if not line.ends_sentence:
                edges.setdefault((place, re.sub(r"\d+", "#", line.text)), []).append(line)
    found = {line for lines in edges.values() if len(lines) > 1 for line in lines}
    # Behind the outermost line there may be a second one.
    return found | _running([line for line in body if line not in found]) if found else found


def _masthead(body: list[Line], running: set[Line]) -> set[Line]:
    """What stands above the title: everything before the first words of a letter's title, or else what is known."""
    above = [line for line in body if line not in running]
    brief = list(takewhile(lambda line: not line.ends_sentence, above[:_MASTHEAD_LINES]))
    opening = next((at for at, line in enumerate(brief) if _LETTER.match(line.text)), None)
    if opening is not None:
        return set(above[:opening])
    return set(takewhile(lambda line: _MASTHEAD.fullmatch(line.text), above))


def _paged_by_feet(body: list[Line], addresses: list[tuple[Line, str]]) -> tuple[list[Line], list[tuple[Line, str]]]:
    """Number the pages of a text without form feeds: a page ends with the run of addresses at its foot."""
    at_foot = {line.number for line, _ in addresses}
    page = 0
    page_of = {}
    numbers = sorted([(line.number, False) for line in body] + [(number, True) for number in at_foot])
    for (_, was_foot), (number, is_foot) in pairwise([(0, False), *numbers]):
        page += was_foot and not is_foot
        page_of[number] = page
    return (
        [replace(line, page=page_of[line.number]) for line in body],
        [(replace(line, page=page_of[line.number]), url) for line, url in addresses],
    )


def _from_margin(body: list[Line], has_feeds: bool) -> list[Line]:
    """Indents counted from the margin instead of from the edge of the paper.

    Where each page was marked by a form feed that became a blank, its first line has one blank too many.
    """
    margins: dict[int, int] = {}
    for line in body:
        page = line.page if has_feeds else 0
        margins[page] = min(line.indent, margins.get(page, line.indent))
    body = [replace(line, indent=line.indent - margins[line.page if has_feeds else 0]) for line in body]
    firsts = {line for before, line in pairwise([None, *body]) if line and (before is None or before.page != line.page)}
    if len(firsts) > 1 and all(line.indent for line in firsts):
        body = [replace(line, indent=line.indent - 1) if line in firsts else line for line in body]
    return body


# No page is set in lines shorter than this; a text without longer ones does not tell its measure.
_NARROWEST = 40


@dataclass(frozen=True, slots=True)
class Layout:
    """What the lines of one text have in common, read from the lines themselves.

    ``measure`` is the width of a full line in cells, ``gap`` the blank lines between lines of one paragraph,
    ``closes`` whether a trailing blank marks each last line, ``indents`` whether paragraphs begin with an indent.
    """

    lang: Lang
    measure: int
    gap: int
    closes: bool
    indents: bool

    def room(self, line: Line, following: Line) -> float:
        """The share of the measure that a line takes together with the word that begins the next."""
        return (width(line.text, self.lang) + width(first_word(following.text, self.lang), self.lang)) / self.measure


def layout(body: list[Line], lang: Lang) -> Layout:
    """Measure a text. ``body`` is not empty."""
    widths = sorted(width(line.text, lang) for line in body)
    measure = max(widths[int(len(widths) * 0.9) - (len(widths) > 9)], _NARROWEST)
    trial = Layout(lang, measure, 0, False, False)
    pairs = [(before, line) for before, line in pairwise(body) if before.page == line.page]
    going_on = [(a, b) for a, b in pairs if not a.ends_sentence and trial.room(a, b) > 0.88]
    stopped = [(a, b) for a, b in pairs if a.ends_sentence and trial.room(a, b) < 0.7]
    # A title may be full and is followed by a gap in any text: two or three pairs are not yet a custom.
    gaps = Counter(b.gap for _, b in going_on if len(going_on) > 3)
    return Layout(
        lang,
        measure,
        gap=gaps.most_common(1)[0][0] if gaps else 0,
        closes=_share(a.closed for a, _ in stopped) > 0.8 and _share(a.closed for a, _ in going_on) < 0.1,
        indents=_share(b.indent > 0 for _, b in stopped) > 0.5 and _share(b.indent > 0 for _, b in going_on) < 0.2,
    )


def _share(answers: Iterable[bool]) -> float:
    told = list(answers)
    return sum(told) / len(told) if told else 0.0
