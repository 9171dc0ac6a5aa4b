"""What both pictures are drawn with: elements, labels that are links, arrowheads and marks, the figure around them."""

from __future__ import annotations

import math
import posixpath
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from xml.etree import ElementTree as etree

from scnotes.corpus import Corpus, site_address
from scnotes.page import Page
from scnotes.symbols import Symbol

Point = tuple[float, float]
Child = etree.Element | str | None
Attributes = Mapping[str, str | float | None]

NAMESPACE = "http://www.w3.org/2000/svg"
# The marks of a status, drawn in a square of 10 round the origin; the document's page shows the same ones.
MARKS = {
    "superseded": "M-4.2 0a4.2 4.2 0 1 0 8.4 0a4.2 4.2 0 1 0 -8.4 0M-3 3L3 -3",
    "amended": "M-4 -1.5H4M0 -5.5V2.5M-4 5H4",
    "standing": "M-4 0.5L-1.2 3.5L4.2 -3.5",
}
HEAD = 4.0


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle: its left upper corner and its size."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """The x of its right side."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """The y of its lower side."""
        return self.y + self.height


def number(value: float) -> str:
    """A coordinate as it is written: at most one decimal, so that the same picture has the same bytes everywhere."""
    written = f"{value:.1f}".removesuffix(".0")
    return "0" if written == "-0" else written


def element(tag: str, attributes: Attributes | None = None, *children: Child) -> etree.Element:
    """An element; attributes and children that are None are left out, numbers written as coordinates."""
    made = etree.Element(tag)
    for key, value in (attributes or {}).items():
        if value is not None:
            made.set(key, value if isinstance(value, str) else number(value))
    for child in children:
        if isinstance(child, str):
            if len(made):
                made[-1].tail = (made[-1].tail or "") + child
            else:
                made.text = (made.text or "") + child
        elif child is not None:
            made.append(child)
    return made


def rectangle(box: Box, kind: str, radius: float = 3) -> etree.Element:
    """A box as drawn; what it looks like is the stylesheet's."""
    return element(
        "rect",
        {"class": kind, "x": box.x, "y": box.y, "width": box.width, "height": box.height, "rx": radius},
    )


def text(place: Point, words: Iterable[Child], kind: str, size: float, anchor: str | None = None) -> etree.Element:
    """A line of text of a size; ``place`` is where its base line begins, or ends if ``anchor`` is "end"."""
    about: Attributes = {
        "class": kind,
        "x": place[0],
        "y": place[1],
        "text-anchor": anchor,
        "style": f"font-size:{number(size)}px",
    }
    return element("text", about, *words)


def mark(status: str, place: Point) -> etree.Element | None:
    """The mark of a status round a point; None for a document that has none."""
    if status not in MARKS:
        return None
    return element("path", {"class": "mark", "d": MARKS[status], "transform": f"translate({_at(place)})"})


def polyline(points: Sequence[Point], corner: float = 5) -> str:
    """The path through points, its corners rounded."""
    parts = [f"M{_at(points[0])}"]
    for before, here, after in zip(points, points[1:], points[2:], strict=False):
        radius = min(corner, math.dist(before, here) / 2, math.dist(here, after) / 2)
        parts.append(f"L{_at(_towards(here, before, radius))}Q{_at(here)} {_at(_towards(here, after, radius))}")
    return "".join([*parts, f"L{_at(points[-1])}"])


def arrowhead(kind: str, tip: Point, origin: Point) -> etree.Element:
    """The head of an arrow at ``tip`` that comes from ``origin``: a shape of its own for each kind of relation."""
    length = 9.0
    angle = math.degrees(math.atan2(tip[1] - origin[1], tip[0] - origin[0]))
    shapes = {
        "supersedes": f"M0 0L-{length} -{HEAD + 1}L-{length} {HEAD + 1}Z",
        "amends": f"M0 0L-{length / 2} -{HEAD}L-{length} 0L-{length / 2} {HEAD}Z",
        "cites": f"M-6 -{HEAD}L0 0L-6 {HEAD}",
    }
    place = f"translate({_at(tip)}) rotate({number(angle)})"
    return element("path", {"class": "head", "d": shapes[kind], "transform": place})


def line(kind: str, points: Sequence[Point], about: dict[str, str]) -> etree.Element:
    """A relation as drawn; ``about`` says in data attributes what it joins."""
    back = {"supersedes": 8.0, "amends": 9.0, "cites": 1.0}[kind]
    end = _towards(points[-1], points[-2], back)
    path = element("path", {"class": "line", "d": polyline([*points[:-1], end])})
    return element("g", {"class": f"edge edge--{kind}", **about}, path, arrowhead(kind, points[-1], points[-2]))


def _towards(origin: Point, target: Point, length: float) -> Point:
    whole = math.dist(origin, target) or 1
    return tuple(a + (b - a) * length / whole for a, b in zip(origin, target, strict=True))  # type: ignore[return-value]


def _at(point: Point) -> str:
    return f"{number(point[0])} {number(point[1])}"


def address(symbol: Symbol, page: Page, corpus: Corpus) -> Attributes:
    """The attributes of a link to a document: our page in the reader's language, relative to this one, or the UN's."""
    theirs = corpus.page(symbol, page.lang)
    known: Attributes = {"data-symbol": str(symbol)}
    if theirs is None:
        return {**known, "href": symbol.url(page.lang), "rel": "external"}
    below = (f"{symbol.path}.md", page.path.relative_to(posixpath.join("docs", page.lang)).as_posix())
    there, here = (site_address(page.lang, path) for path in below)
    return {**known, "href": posixpath.relpath(there, here or ".") + "/"}


def link(symbol: Symbol, name: str | None, kind: str, page: Page, corpus: Corpus, *children: Child) -> etree.Element:
    """A link to a document; ``name``, where the words inside do not suffice, is what is read out and shown on pointing."""
    where = address(symbol, page, corpus)
    classes = f"symbol {kind} external" if "rel" in where else f"symbol {kind}"
    title = None if name is None else element("title", {}, name)
    return element("a", {"class": classes, **where, "aria-label": name}, title, *children)


def name(parts: Iterable[str], page: Page) -> str:
    """What is read out of a link: its parts, those that are empty left out."""
    return ("，" if page.lang == "zh" else ", ").join(filter(None, parts))


def drawing(
    key: str, form: str, room: Box, about: tuple[str, str], children: Iterable[etree.Element | None]
) -> etree.Element:
    """One SVG: ``about`` is its title and its text alternative, ``key`` makes their ids those of this picture."""
    ids = [f"{key}-{form}-{part}" for part in ("title", "desc")]
    return element(
        "svg",
        {
            "xmlns": NAMESPACE,
            "class": f"picture__drawing picture__drawing--{form}",
            "viewBox": " ".join(number(each) for each in (room.x, room.y, room.width, room.height)),
            "role": "graphics-document",
            "aria-labelledby": ids[0],
            "aria-describedby": ids[1],
        },
        element("title", {"id": ids[0]}, about[0]),
        element("desc", {"id": ids[1]}, about[1]),
        *children,
    )


def sample(room: float, shapes: Iterable[etree.Element | None], words: str) -> etree.Element:
    """An item of a legend: a small drawing, and in words what it means."""
    size: Attributes = {"viewBox": f"0 0 {number(room)} 16", "width": room, "height": 16.0}
    drawn = element("svg", {**size, "class": "legend__sample", "aria-hidden": "true"}, *shapes)
    return element("li", {}, drawn, " ", words)


def legend(title: str, items: Iterable[etree.Element]) -> etree.Element:
    """The legend of a figure."""
    return element(
        "figcaption", {"class": "legend"}, element("p", {"class": "legend__title"}, title), element("ul", {}, *items)
    )


def figure(key: str, drawings: Iterable[etree.Element], caption: etree.Element) -> str:
    """The drawings with their legend, as one block of HTML that Markdown leaves alone: it has no blank line."""
    whole = element("figure", {"class": f"picture picture--{key}", "id": "picture"}, caption, *drawings)
    return etree.tostring(whole, encoding="unicode").replace("\n", " ")
