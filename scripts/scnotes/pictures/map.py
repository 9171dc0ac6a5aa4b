"""The page of the map: who supersedes, amends and cites whom, as a picture and as a table of the same relations.

What one document supersedes as a whole stands in one frame, and one arrow leads from that document to the frame; every
other relation has an arrow of its own.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from xml.etree import ElementTree as etree

from scnotes.corpus import Corpus
from scnotes.diagnostics import Text
from scnotes.labels import STATUS, date_label
from scnotes.page import Page
from scnotes.pictures import svg
from scnotes.pictures.layout import MARGIN, Arrow, Frame, Layout, lay_out
from scnotes.pictures.lettering import width, wrapped
from scnotes.pictures.relations import KINDS, Relation, relations
from scnotes.pictures.tables import Row, table
from scnotes.symbols import Symbol
from scnotes.tables import COMMA, Numbered

NAME = "map"
TITLE = Text("文件关系图", "Map of the documents")
ALTERNATIVE = Text(
    "各文件由上至下、由旧至新排列。一个框内是被同一份文件取代的文件，有一箭头从取代它们的文件指向该框；其余箭头表示修改和引用。"
    "图中每份文件都是链接；图后的表格逐条列出同样的关系。",
    "Documents from the oldest at the top to the newest below. A frame holds those that one document superseded, and an arrow leads "
    "from that document to the frame; the other arrows show what amends and what cites. Each document is a link; "
    "the table after the picture lists the same relations one by one.",
)
VERBS = {
    "supersedes": Text("取代", "supersedes"),
    "amends": Text("修改", "amends"),
    "cites": Text("引用", "cites"),
}
WHOLE_FRAME = Text("取代(框内全部文件)", "supersedes (all documents in the frame)")
FRAME = Text("由{}取代({})", "Superseded by {} ({})")
UNDATED = Text("由{}取代", "Superseded by {}")
COLUMNS = (
    Text("文件", "Document"),
    Text("关系", "Relation"),
    Text("另一文件", "Other document"),
    Text("段落", "Paragraphs"),
    Text("来源", "Source"),
)
TABLE = Text("各项关系", "The relations")
LEGEND = Text("图例", "Legend")
NO_MARK = Text("无标记：所见来源未载其效力", "no mark: the sources seen give no status")
PARAGRAPH, PARAGRAPHS = Text("第{}段", "para. {}"), Text("第{}段", "paras. {}")
NONE = "—"


@dataclass(frozen=True, slots=True)
class Format:
    """Sizes for one format of the picture: documents beside each other, their width, the gaps beside and below, letters."""

    name: str
    columns: int
    width: float
    gaps: tuple[float, float]
    large: float
    small: float


FORMATS = (Format("narrow", 2, 124, (52, 14), 12.5, 11.5), Format("wide", 4, 130, (34, 16), 13, 12))
PADDING = 5.5
EDGE = 3.0
LEADING = 1.22


def document_map(page: Page, corpus: Corpus) -> str:
    """The picture and the table, as Markdown; the same register gives the same bytes."""
    known = relations(corpus, page.lang)
    drawings = [_Drawing(form, known, page, corpus) for form in FORMATS]
    figure = svg.figure(NAME, (drawing.drawn() for drawing in drawings), _legend(drawings[0], page))
    numbered, rows = Numbered(corpus.register, page.lang), []
    for each in known:
        numbers = COMMA[page.lang].join(str(number) for number in each.paragraphs)
        paragraphs = (
            (PARAGRAPHS if len(each.paragraphs) > 1 else PARAGRAPH).in_(page.lang).format(numbers) if numbers else NONE
        )
        cells = (str(each.actor), VERBS[each.kind].in_(page.lang), str(each.target), paragraphs)
        rows.append(Row(cells, each.sources, each.derived, each.places))
    return "\n\n".join(
        (
            figure,
            f"## {TABLE.in_(page.lang)} {{#relations}}",
            table(COLUMNS, rows, numbered, page),
            numbered.listed(),
        )
    )


class _Drawing:
    """One format of the picture."""

    def __init__(self, form: Format, known: Sequence[Relation], page: Page, corpus: Corpus) -> None:
        self.form, self.known, self.page, self.corpus = form, known, page, corpus
        self.register = corpus.register
        every = {symbol for each in known for symbol in (each.actor, each.target)}
        self.documents = sorted(every, key=self._age)
        self.framed = {symbol: by[-1] for symbol in self.documents if (by := self.register.superseded_by(symbol))}
        self.named = {str(symbol): symbol for symbol in self.documents}
        self.lines = {symbol: self._subject(symbol) for symbol in self.documents}

    def drawn(self) -> etree.Element:
        """The drawing, its texts in the language of the page."""
        frames = [*self._frames(), Frame("", self._loose())]
        arrows = list(self._arrows())
        layout = lay_out(frames, [arrow for arrow, _ in arrows], self._sizes(frames), self.form.gaps)
        shapes = [
            *(svg.rectangle(box, "frame", 5) for box in layout.frames.values()),
            *(self._edge(arrow, meant, layout) for arrow, meant in arrows),
        ]
        # In the order in which they are read: what superseded the documents of a frame, then these.
        for frame in frames:
            if frame.name:
                shapes.append(self._heading(self.named[frame.name], layout.frames[frame.name]))
            names = [name for row in frame.rows for name in row if name]
            shapes += [self._document(self.named[name], layout.boxes[name]) for name in names]
        bounds = layout.bounds
        room = svg.Box(bounds.x - EDGE, bounds.y - EDGE, bounds.width + 2 * EDGE, bounds.height + 2 * EDGE)
        about = (TITLE.in_(self.page.lang), ALTERNATIVE.in_(self.page.lang))
        return svg.drawing(NAME, self.form.name, room, about, shapes)

    def _age(self, symbol: Symbol) -> tuple[str, Symbol]:
        document = self.register.get(symbol)
        return (document.date if document and document.date else "9999", symbol)

    def _frames(self) -> Iterator[Frame]:
        """What each document superseded, the oldest frame first; one that itself superseded others begins a row."""
        for newer in sorted(set(self.framed.values()), key=self._age):
            rows: list[list[str]] = []
            for symbol in self.documents:
                if self.framed.get(symbol) == newer:
                    if not rows or len(rows[-1]) == self.form.columns or symbol in self.framed.values():
                        rows.append([])
                    rows[-1].append(str(symbol))
            heading = self._superseded_by(newer).replace("\0", str(newer))
            yield Frame(str(newer), tuple(tuple(row) for row in rows), width(heading, self.form.small))

    def _loose(self) -> tuple[tuple[str | None, ...], ...]:
        """The documents in no frame: below the last frame those that superseded, beside them what is cited, below what cites."""
        loose = [str(symbol) for symbol in self.documents if symbol not in self.framed]
        heads = [name for name in loose if self.named[name] in self.framed.values()]
        actors = {str(each.actor) for each in self.known} - set(heads)
        below = [name for name in loose if name in actors]
        beside = [name for name in loose if name not in {*heads, *below}]
        room = self.form.columns - 1
        chunks = [beside[start : start + room] for start in range(0, len(beside), room)]
        # Shorter rows end at the right, where the arrows from below have no document in their way.
        padded = [[*[None] * (room - len(chunk)), *chunk] for chunk in chunks]
        rows: list[tuple[str | None, ...]] = [
            (head, *(chunk or ())) for head, chunk in zip_longest(heads, padded, fillvalue=None)
        ]
        return (*rows, *((*[None] * room, name) for name in below))

    def _arrows(self) -> Iterator[tuple[Arrow, list[Relation]]]:
        """Each arrow, with the relations that it stands for."""
        bundles: dict[Symbol, list[Relation]] = {}
        for count, each in enumerate(self.known):
            if each.kind == "supersedes" and self.framed[each.target] == each.actor:
                bundles.setdefault(each.actor, []).append(each)
            else:
                yield Arrow(f"{each.kind} {count}", str(each.actor), str(each.target)), [each]
        for actor, bundle in bundles.items():
            yield Arrow(f"supersedes {actor}", str(actor), str(actor), frame=True), bundle

    def _subject(self, symbol: Symbol) -> list[str]:
        document = self.register.get(symbol)
        subject = getattr(document.subject, self.page.lang) if document else ""
        return wrapped(subject, self.form.width - 2 * PADDING, self.form.small)

    def _sizes(self, frames: Sequence[Frame]) -> dict[str, tuple[float, float]]:
        """The documents of a row are as high as the one that has most to say."""
        sizes: dict[str, tuple[float, float]] = {}
        for row in (row for frame in frames for row in frame.rows):
            names = [name for name in row if name]
            most = max(len(self.lines[self.named[name]]) for name in names)
            height = 2 * PADDING + self.form.large + most * self.form.small * LEADING
            sizes |= {name: (self.form.width, round(height)) for name in names}
        return sizes

    def _heading(self, newer: Symbol, box: svg.Box) -> etree.Element:
        """What superseded the documents of a frame, at its lower edge, where that document's arrow arrives."""
        before, after = self._superseded_by(newer).split("\0")
        named = svg.link(newer, None, "frame__by", self.page, self.corpus, str(newer))
        return svg.text((box.x + MARGIN, box.bottom - 7), [before, named, after], "frame__heading", self.form.small)

    def _superseded_by(self, newer: Symbol) -> str:
        """The words of a frame's heading, a NUL where the document is named."""
        document = self.register.get(newer)
        date = date_label(document.date, self.page.lang) if document and document.date else None
        return FRAME.in_(self.page.lang).format("\0", date) if date else UNDATED.in_(self.page.lang).format("\0")

    def _edge(self, arrow: Arrow, meant: Sequence[Relation], layout: Layout) -> etree.Element:
        targets = "|".join(str(each.target) for each in meant)
        about = {"data-from": arrow.tail, "data-kind": meant[0].kind, "data-to": targets}
        return svg.line(meant[0].kind, layout.ways[arrow.name], about)

    def _document(self, symbol: Symbol, box: svg.Box) -> etree.Element:
        status = self.register.status(symbol)
        document = self.register.get(symbol)
        subject = getattr(document.subject, self.page.lang) if document else ""
        name = svg.name(
            (str(symbol), subject, STATUS[status.kind].in_(self.page.lang) if status.kind in STATUS else ""), self.page
        )
        large, small, left = self.form.large, self.form.small, box.x + PADDING
        base = box.y + PADDING + large * 0.85
        lines = [svg.text((left, base), [str(symbol)], "title", large)]
        for count, words in enumerate(self.lines[symbol], start=1):
            lines.append(svg.text((left, base + count * small * LEADING), [words], "subject", small))
        sign = svg.mark(status.kind, (box.right - PADDING - 4, base - large * 0.35))
        kind = f"document document--{status.kind}"
        return svg.link(symbol, name, kind, self.page, self.corpus, svg.rectangle(box, "document__box"), sign, *lines)


def _legend(drawing: _Drawing, page: Page) -> etree.Element:
    """What the lines, heads and marks in a drawing mean: in words beside a sample of each."""
    statuses = {drawing.register.status(symbol).kind for symbol in drawing.documents}
    items = [
        svg.sample(
            44,
            [svg.line(kind, [(2, 8), (42, 8)], {})],
            (WHOLE_FRAME if kind == "supersedes" else VERBS[kind]).in_(page.lang),
        )
        for kind in KINDS
        if any(each.kind == kind for each in drawing.known)
    ]
    items += [
        svg.sample(16, [svg.mark(kind, (8, 8))], STATUS[kind].in_(page.lang)) for kind in svg.MARKS if kind in statuses
    ]
    if "none" in statuses:
        items.append(svg.element("li", {}, NO_MARK.in_(page.lang)))
    return svg.legend(LEGEND.in_(page.lang), items)
