"""The timeline as drawn: an axis of years, each of the same length, and beside it a sign and a label for every event."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from xml.etree import ElementTree as etree

from scnotes.corpus import Corpus
from scnotes.debates import Debate, Gap
from scnotes.diagnostics import Lang, Text
from scnotes.labels import DEBATE, MONTHS, TYPES
from scnotes.page import Page
from scnotes.pictures import svg
from scnotes.pictures.events import NO_DEBATE, PRESIDENCY, Event, Side, dates
from scnotes.pictures.scale import Scale, days, spread

NAME = "timeline"
TITLE = Text("时间线", "Timeline")
ALTERNATIVE = Text(
    "竖轴为{}年至{}年，每年长度相同。左侧是主席说明、主席声明、大会决议和概念说明，右侧是工作方法公开辩论和已知没有辩论的年份。"
    "每项都是链接；图后的表格列出同样的内容。",
    "A vertical axis from {} to {}, each year of the same length. On the left the notes by the President, the presidential statements, "
    "the resolution of the General Assembly and the concept note; on the right the open debates on working methods and the years known "
    "to have had none. Each item is a link; the table after the picture has the same data.",
)
LEGEND = Text("图例", "Legend")
DEBATES = {
    "debate": Text("公开辩论", "open debate"),
    "unrecorded": Text("公开辩论，未列会议记录", "open debate, no record listed"),
}
IMPRECISE = Text("只知月份或年份", "only the month or the year is known")
WITHOUT = Text("已知没有辩论的年份", "year known to have had no debate")
EQUAL = Text("每年长度相同", "each year has the same length")
SIDES: dict[Side, Text] = {"documents": Text("文件", "Documents"), "debates": Text("公开辩论", "Open debates")}
_CIRCLE = "M-3.6 0a3.6 3.6 0 1 0 7.2 0a3.6 3.6 0 1 0 -7.2 0"
SIGNS = {
    "note": _CIRCLE,
    "presidential-statement": "M-3.2 -3.2H3.2V3.2H-3.2Z",
    "resolution": "M0 -4.8L4.8 0L0 4.8L-4.8 0Z",
    "letter": "M0 -4.6L4.4 3.4H-4.4Z",
    "debate": _CIRCLE,
    "unrecorded": _CIRCLE,
}
# From the axis to the words there is room for the leaders; above it for what the sides are called.
AXIS, HEAD, LINE, GAP = 36.0, 26.0, 1.3, "\u2002"
WHOLE_DATE = len("2006-07-19")


@dataclass(frozen=True, slots=True)
class Format:
    """Sizes for one format: room for the words on each side and for the leaders, a year's length, letters, documents in a line.

    ``full`` names the presidency of each debate.
    """

    name: str
    left: float
    right: float
    reach: float
    year: float
    size: float
    in_line: int
    full: bool

    @property
    def axis(self) -> tuple[float, float]:
        """The sides of the axis."""
        return self.left + self.reach, self.left + self.reach + AXIS


FORMATS = (
    Format("narrow", 154, 132, 18, 38, 11.5, 1, full=False),
    Format("wide", 300, 238, 36, 29, 12, 3, full=True),
)


class Axis:
    """One format of the picture."""

    def __init__(self, form: Format, known: Sequence[Event], page: Page, corpus: Corpus) -> None:
        self.form, self.known, self.page, self.corpus = form, known, page, corpus
        self.first = min(days(each.date)[0].year for each in known)
        self.last = max(days(each.date)[0].year for each in known)
        self.scale = Scale(self.first, form.year)

    def drawn(self) -> etree.Element:
        """The drawing, its texts in the language of the page."""
        near, far = self.form.axis
        placed = [*self._placed("documents"), *self._placed("debates")]
        ends = [y + turn * self._height(block) / 2 for block, y in placed for turn in (-1, 1)]
        long = (self.last + 1 - self.first) * self.form.year
        top, bottom = min(0, *ends) - HEAD, max(long, *ends) + 6
        shapes = [
            svg.rectangle(svg.Box(near, 0, AXIS, long), "axis", 0),
            *self._years(),
            svg.text(
                (self.form.left, top + 14), [SIDES["documents"].in_(self.page.lang)], "side", self.form.size, "end"
            ),
            svg.text((far + self.form.reach, top + 14), [SIDES["debates"].in_(self.page.lang)], "side", self.form.size),
            *(self._leader(block[0], y) for block, y in placed),
            *(self._sign(each) for each in self.known),
            *(line for block, y in placed for line in self._lines(block, y)),
        ]
        about = (TITLE.in_(self.page.lang), ALTERNATIVE.in_(self.page.lang).format(self.first, self.last))
        room = svg.Box(0, top, far + self.form.reach + self.form.right, bottom - top)
        return svg.drawing(NAME, self.form.name, room, about, shapes)

    def _years(self) -> Iterator[etree.Element]:
        near, far = self.form.axis
        for year in range(self.first, self.last + 2):
            y = (year - self.first) * self.form.year
            yield svg.element(
                "path", {"class": "tick", "d": svg.polyline([(near, y), (far, y)]), "data-year": str(year)}
            )
            if year <= self.last:
                middle = (near + AXIS / 2, y + self.form.year / 2 + self.form.size * 0.36)
                yield svg.text(middle, [str(year)], "year", self.form.size, "middle")

    def _placed(self, side: Side) -> list[tuple[list[Event], float]]:
        """What happened on one side on the same day, which shares a label, with the middle of the label's place."""
        own = [each for each in self.known if each.side == side]
        blocks = [list(group) for _, group in groupby(own, key=lambda each: each.date)]
        wanted = [self._middle(block[0].date) for block in blocks]
        return list(zip(blocks, spread(wanted, [self._height(block) for block in blocks]), strict=True))

    def _height(self, block: Sequence[Event]) -> float:
        return len(self._chunks(block)) * self.form.size * LINE + 2

    def _chunks(self, block: Sequence[Event]) -> list[Sequence[Event]]:
        return [block[start : start + self.form.in_line] for start in range(0, len(block), self.form.in_line)]

    def _middle(self, date: str) -> float:
        return sum(self.scale.span(date)) / 2

    def _x(self, side: Side) -> float:
        return self.form.axis[0] - 6 if side == "documents" else self.form.axis[1] + 6

    def _sign(self, event: Event) -> etree.Element:
        """The sign of an event beside the axis; a bar over all that a date of less precision may mean."""
        x, (begin, end), kind = self._x(event.side), self.scale.span(event.date), _kind(event)
        about: svg.Attributes = {"class": f"sign sign--{kind}", "data-date": event.date}
        if kind == "gap":
            way = [(x - 3, begin + 2), (x + 2, begin + 2), (x + 2, end - 2), (x - 3, end - 2)]
            return svg.element("g", about, svg.element("path", {"class": "bracket", "d": svg.polyline(way, 0)}))
        shapes = []
        if len(event.date) < WHOLE_DATE:
            shapes.append(svg.element("path", {"class": "bar", "d": svg.polyline([(x, begin), (x, end)])}))
        for date in event.subject.dates if isinstance(event.subject, Debate) else (event.date,):
            place = f"translate({svg.number(x)} {svg.number(self._middle(date))})"
            shapes.append(svg.element("path", {"d": SIGNS[kind], "transform": place}))
        return svg.element("g", about, *shapes)

    def _leader(self, event: Event, y: float) -> etree.Element:
        """The thin line from a sign to its label."""
        turn = -1 if event.side == "documents" else 1
        words = self.form.left if event.side == "documents" else self.form.axis[1] + self.form.reach
        way = [(self._x(event.side) + turn * 5, self._middle(event.date)), (words - turn * 3, y)]
        return svg.element("path", {"class": "leader", "d": svg.polyline(way, 0)})

    def _lines(self, block: Sequence[Event], y: float) -> Iterator[etree.Element]:
        """The label of what happened on one day: its date, without the year that the axis shows, and a link to each."""
        chunks, height = self._chunks(block), self.form.size * LINE
        base = y - (len(chunks) - 1) * height / 2 + self.form.size * 0.36
        for count, chunk in enumerate(chunks):
            day = day_label(block[0].date, self.page.lang) if count == 0 else ""
            links = [self._link(each) for each in chunk]
            about = ("label", self.form.size)
            if block[0].side == "documents":
                words = [child for link in links for child in (GAP, link)]
                yield svg.text((self.form.left, base + count * height), [day, *words], *about, "end")
            else:
                after = [day, self._presidency(chunk[0])] if isinstance(chunk[0].subject, Debate) else []
                words = [*links, *(f"{GAP}{word}" for word in after if word)]
                yield svg.text((self.form.axis[1] + self.form.reach, base + count * height), words, *about)

    def _presidency(self, event: Event) -> str:
        known = isinstance(event.subject, Debate) and self.form.full and event.subject.presidency
        return getattr(known, self.page.lang) if known else ""

    def _link(self, event: Event) -> etree.Element:
        """A link to the document or record, or to the table where there is none."""
        lang, subject = self.page.lang, event.subject
        if isinstance(subject, Gap):
            words = said = NO_DEBATE.in_(lang).format(subject.year)
        elif isinstance(subject, Debate):
            words = str(event.symbol or DEBATES["debate"].in_(lang))
            presidency = PRESIDENCY.in_(lang).format(getattr(subject.presidency, lang)) if subject.presidency else ""
            kind = DEBATE if event.symbol else DEBATES["unrecorded"]
            said = svg.name((str(event.symbol or ""), kind.in_(lang), dates(event, lang), presidency), self.page)
        else:
            words = str(event.symbol)
            said = svg.name(
                (words, getattr(subject.subject, lang), TYPES[subject.type].in_(lang), dates(event, lang)), self.page
            )
        if event.symbol is not None:
            return svg.link(event.symbol, said, "event", self.page, self.corpus, words)
        about = {"class": "event", "href": f"#{event.key}", "aria-label": said}
        return svg.element("a", about, svg.element("title", {}, said), words)


def day_label(date: str, lang: Lang) -> str:
    """A date without its year; nothing where only the year is known. English months as in the UN's tables, in three letters.

    >>> day_label("2014-10-15", "en"), day_label("2012-12", "zh"), day_label("2013", "en")
    ('15 Oct', '12月', '')
    """
    _, *rest = (int(part) for part in date.split("-"))
    if lang == "zh":
        return "".join(f"{part}{unit}" for part, unit in zip(rest, "月日", strict=False))
    return " ".join([*(str(day) for day in rest[1:]), *(MONTHS[month - 1][:3] for month in rest[:1])])


def _kind(event: Event) -> str:
    if isinstance(event.subject, Gap):
        return "gap"
    if isinstance(event.subject, Debate):
        return "debate" if event.symbol else "unrecorded"
    return event.subject.type if event.subject.type in SIGNS else "letter"


def legend(known: Sequence[Event], page: Page) -> etree.Element:
    """What the signs mean, those that occur, and what is to be known of the scale."""
    present = {_kind(each) for each in known}
    names = {kind: TYPES[kind] for kind in SIGNS if kind in TYPES} | DEBATES
    samples = {kind: (words, {"d": SIGNS[kind], "transform": "translate(8 8)"}) for kind, words in names.items()}
    samples["note sign--imprecise"] = (IMPRECISE, {"class": "bar", "d": "M8 1V15"})
    samples["gap"] = (WITHOUT, {"class": "bracket", "d": "M5 2H10V14H5"})
    if any(len(each.date) < WHOLE_DATE and _kind(each) != "gap" for each in known):
        present.add("note sign--imprecise")
    items = [
        svg.sample(
            16, [svg.element("g", {"class": f"sign sign--{kind}"}, svg.element("path", shape))], words.in_(page.lang)
        )
        for kind, (words, shape) in samples.items()
        if kind in present
    ]
    return svg.legend(LEGEND.in_(page.lang), [*items, svg.element("li", {}, EQUAL.in_(page.lang))])
