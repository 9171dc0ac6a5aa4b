"""Places the map's documents in columns and frames, and lets Graphviz find the arrows their ways between them.

The rows are plain arithmetic: Graphviz's own layouts do not keep documents of one frame in the order of their dates.
What is hard, to lead the arrows round the documents and apart from one another, is Graphviz's. It comes with pygraphviz and
needs no program of the system; it measures no text, so that its answer does not depend on the machine's fonts.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from pygraphviz import AGraph

from scnotes.pictures.svg import Box, Point

INCH = 72.0
# Room in a frame on all sides, below its last row for its heading, and between it and what follows.
MARGIN, HEADING, SPACE = 9, 18, 26
TIP = 0.01


@dataclass(frozen=True, slots=True)
class Frame:
    """Documents that belong together, in rows; None leaves a column empty. A frame without a name is not drawn.

    ``heading`` is the width of what is written at its lower edge.
    """

    name: str
    rows: tuple[tuple[str | None, ...], ...]
    heading: float = 0


@dataclass(frozen=True, slots=True)
class Arrow:
    """From a document to another one, or with ``frame`` to the lower edge of that frame, straight above if it can be."""

    name: str
    tail: str
    head: str
    frame: bool = False


@dataclass
class Layout:
    """Where everything is, in units of which an inch has 72; y grows downwards."""

    boxes: dict[str, Box] = field(default_factory=dict)
    frames: dict[str, Box] = field(default_factory=dict)
    ways: dict[str, list[Point]] = field(default_factory=dict)

    @property
    def bounds(self) -> Box:
        """What holds all of it."""
        corners = [(box.x, box.y) for box in (*self.boxes.values(), *self.frames.values())]
        corners += [(box.right, box.bottom) for box in (*self.boxes.values(), *self.frames.values())]
        xs, ys = zip(*corners, *(point for way in self.ways.values() for point in way), strict=True)
        return Box(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))


def lay_out(
    frames: Sequence[Frame],
    arrows: Sequence[Arrow],
    sizes: Mapping[str, tuple[float, float]],
    gaps: tuple[float, float],
) -> Layout:
    """Documents in the rows of their frames, one frame below the other; ``sizes`` and ``gaps`` (beside, below) are in units."""
    layout = _placed(frames, sizes, gaps)
    _route(layout, arrows)
    return layout


def _placed(frames: Sequence[Frame], sizes: Mapping[str, tuple[float, float]], gaps: tuple[float, float]) -> Layout:
    layout = Layout()
    top = 0.0
    for frame in frames:
        margin = MARGIN if frame.name else 0
        y, right = top + margin, frame.heading
        for row in frame.rows:
            present = {column: name for column, name in enumerate(row) if name is not None}
            for column, name in present.items():
                width, height = sizes[name]
                layout.boxes[name] = Box(column * (width + gaps[0]), y, width, height)
                right = max(right, layout.boxes[name].right)
            y += max(sizes[name][1] for name in present.values()) + gaps[1]
        bottom = y - gaps[1] + margin
        if frame.name:
            bottom += HEADING
            layout.frames[frame.name] = Box(-MARGIN, top, right + 2 * MARGIN, bottom - top)
        top = bottom + SPACE
    return layout


def _route(layout: Layout, arrows: Sequence[Arrow]) -> None:
    """Let Graphviz lead the arrows round the documents where they stand ("nop" moves nothing)."""
    graph = AGraph(directed=True, strict=False, splines="ortho")
    graph.node_attr.update(shape="box", fixedsize="true", label="")
    for name, box in layout.boxes.items():
        width, height = str(box.width / INCH), str(box.height / INCH)
        graph.add_node(name, width=width, height=height, pos=_position(box.x + box.width / 2, box.y + box.height / 2))
    for arrow in arrows:
        head = arrow.head
        if arrow.frame:
            head, frame, tail = f"edge of {arrow.head}", layout.frames[arrow.head], layout.boxes[arrow.tail]
            place = _position(tail.x + tail.width / 2, frame.bottom)
            graph.add_node(head, width=str(TIP), height=str(TIP), pos=place)
        graph.add_edge(arrow.tail, head, key=arrow.name, arrowsize="0.1")
    graph.layout("nop")
    if not arrows:
        return
    # It does move everything at once, so that the lower left corner is the origin.
    x, y = _numbers(graph.get_node(arrows[0].tail).attr["pos"])
    box = layout.boxes[arrows[0].tail]
    moved = (box.x + box.width / 2 - x, box.y + box.height / 2 + y)
    for arrow in arrows:
        head = f"edge of {arrow.head}" if arrow.frame else arrow.head
        layout.ways[arrow.name] = _way(graph.get_edge(arrow.tail, head, arrow.name).attr["pos"], moved)


def _way(position: str, moved: Point) -> list[Point]:
    """The corners of a route: every third point of its curves, which are straight, and its tip; none that lies between."""
    points: list[Point] = []
    tip: list[Point] = []
    for each in position.split():
        x, y = _numbers(each.removeprefix("e,"))
        (tip if each.startswith("e,") else points).append((x + moved[0], moved[1] - y))
    corners: list[Point] = []
    for point in [*points[::3], *tip]:
        if len(corners) > 1 and _straight(corners[-2], corners[-1], point):
            corners.pop()
        corners.append(point)
    return corners


def _straight(one: Point, middle: Point, other: Point) -> bool:
    return any(abs(one[axis] - middle[axis]) < 0.5 and abs(other[axis] - middle[axis]) < 0.5 for axis in (0, 1))


def _numbers(text: str) -> list[float]:
    return [float(each) for each in text.split(",")]


def _position(x: float, y: float) -> str:
    return f"{x},{-y}"
