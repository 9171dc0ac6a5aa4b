"""Python-Markdown extension: citations become links, paragraphs of a full text get addresses, notes stand beside them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from xml.etree import ElementTree as etree

from markdown import Markdown
from markdown.blockparser import BlockParser
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

from scnotes.citations import Citation, Destination, Named, OwnPage, find_citations
from scnotes.diagnostics import Lang
from scnotes.page import Note
from scnotes.symbols import Symbol

# Nothing is linked inside these: code is literal, a link cannot hold a link, a heading is itself a link target.
CLOSED = {"a", "code", "pre", "script", "style", "h1", "h2", "h3", "h4", "h5", "h6"}
NOTE_LABEL = {"zh": "编者注", "en": "Editor’s note"}
COLONS = {"zh": "：", "en": ":"}


class CorpusExtension(Extension):
    """One page's extension.

    ``destination`` says where a citation leads, or None for no link; ``aliases`` binds names to documents or pages on this
    page; ``numbered`` gives paragraphs and items the ids p1, p2, …; ``notes`` are set beside the paragraphs they name.
    """

    def __init__(
        self,
        lang: Lang,
        destination: Callable[[Citation], Destination | None],
        *,
        aliases: Mapping[str, Named] | None = None,
        numbered: bool = False,
        notes: Iterable[Note] = (),
    ) -> None:
        super().__init__()
        self.lang = lang
        self.destination = destination
        self.aliases = aliases or {}
        self.numbered = numbered
        self.notes = tuple(notes)

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 (Python-Markdown's name)
        """Register the three passes, in this order: number, annotate, then (inline markup being done) link."""
        if self.numbered:
            # Before 'inline' (20), so that Markdown in the notes is still converted.
            md.treeprocessors.register(ParagraphIds(md), "scnotes-paragraph-ids", 30)
            md.treeprocessors.register(EditorNotes(md, self), "scnotes-editor-notes", 29)
        # After 'inline' (20), when links and code are elements; before 'relpath' (0), which resolves our hrefs.
        md.treeprocessors.register(Citations(md, self), "scnotes-citations", 15)
        # After 'attr_list' (8), which gives the paragraph its class.
        md.treeprocessors.register(Datum(md, self), "scnotes-datum", 7)


class ParagraphIds(Treeprocessor):
    """p1, p2, … on the paragraphs and list items of a full text, in order; the same rule as ``page.Block.id``."""

    def run(self, root: etree.Element) -> None:
        """Number the elements below the sections that Markdown itself made: raw HTML and the card have none."""
        for count, element in enumerate(_numbered(root), start=1):
            element.set("id", f"p{count}")


def _numbered(element: etree.Element) -> Iterator[etree.Element]:
    for child in element:
        if child.tag in ("section", "aside", "table", "div"):
            continue  # generated blocks
        if child.tag in ("p", "li"):
            yield child
        if child.tag == "li":
            yield from (item for nested in child if nested.tag in ("ul", "ol") for item in _numbered(nested))
        elif child.tag != "p":
            yield from _numbered(child)


class EditorNotes(Treeprocessor):
    """Each note of the front matter becomes an aside after its paragraph, or inside its list item."""

    def __init__(self, md: Markdown, extension: CorpusExtension) -> None:
        super().__init__(md)
        self.extension = extension

    def run(self, root: etree.Element) -> None:
        """Place the notes; one whose paragraph does not exist raises KeyError with the id."""
        parents = {child: parent for parent in root.iter() for child in parent}
        by_id = {element.get("id"): element for element in root.iter() if element.get("id")}
        placed: dict[str, int] = {}
        for note in self.extension.notes:
            paragraph = by_id[note.at]
            aside = self._aside(note)
            if paragraph.tag == "li":
                paragraph.append(aside)
                continue
            placed[note.at] = placed.get(note.at, 0) + 1
            parent = parents[paragraph]
            parent.insert(list(parent).index(paragraph) + placed[note.at], aside)

    def _aside(self, note: Note) -> etree.Element:
        label = NOTE_LABEL[self.extension.lang]
        aside = etree.Element("aside", {"class": "editor-note", "aria-label": f"{label} ({note.at})"})
        parser: BlockParser = self.md.parser
        colon = COLONS[self.extension.lang]
        words = f"“{note.on}”" if self.extension.lang == "zh" else f"“{note.on}” "
        gap = "" if self.extension.lang == "zh" else " "
        opening = f"**{label}**{colon}{gap}{words.strip()}{'——' if self.extension.lang == 'zh' else ' – '}"
        parser.parseChunk(aside, opening + note.text)
        return aside


class Datum(Treeprocessor):
    """The label of a line of the data block ("日期：", "Date:") gets an element of its own, to be set in a column."""

    def __init__(self, md: Markdown, extension: CorpusExtension) -> None:
        super().__init__(md)
        self.colon = COLONS[extension.lang]

    def run(self, root: etree.Element) -> None:
        """Split each ``p.datum`` after its first colon."""
        for paragraph in root.iter("p"):
            text = paragraph.text or ""
            if paragraph.get("class") == "datum" and self.colon in text:
                label, colon, value = text.partition(self.colon)
                span = etree.Element("span", {"class": "datum__label"})
                span.text, span.tail, paragraph.text = label + colon, value, ""
                paragraph.insert(0, span)


class Citations(Treeprocessor):
    """Citations in running text become links; inside existing links, code and headings nothing is touched."""

    def __init__(self, md: Markdown, extension: CorpusExtension) -> None:
        super().__init__(md)
        self.extension = extension

    def run(self, root: etree.Element) -> None:
        """Walk the tree, children first frozen into a list because links are inserted on the way."""
        self._link(root)

    def _link(self, element: etree.Element) -> None:
        children = list(element)
        if element.text:
            element.text, links = self._split(element.text)
            for index, link in enumerate(links):
                element.insert(index, link)
        for child in children:
            if child.tag not in CLOSED:
                self._link(child)
            if child.tail:
                child.tail, links = self._split(child.tail)
                position = list(element).index(child) + 1
                for index, link in enumerate(links):
                    element.insert(position + index, link)

    def _split(self, text: str) -> tuple[str, list[etree.Element]]:
        """The text up to its first link, and the links, each with the text that follows it as its tail."""
        links: list[etree.Element] = []
        head, end = text, 0
        for citation in find_citations(text, self.extension.lang, self.extension.aliases):
            destination = self.extension.destination(citation)
            if destination is None:
                continue
            if links:
                links[-1].tail = text[end : citation.start]
            else:
                head = text[: citation.start]
            links.append(_anchor(citation, destination))
            end = citation.end
        if links:
            links[-1].tail = text[end:]
        return head, links


def _anchor(citation: Citation, destination: Destination) -> etree.Element:
    symbol = isinstance(citation.target, Symbol)
    kind = "symbol" if symbol else "page" if isinstance(citation.target, OwnPage) else "instrument"
    classes = [kind, *(["external"] if destination.external else [])]
    if symbol and str(citation.target) not in citation.text:
        classes.append("named")  # on paper the symbol is printed after the name
    anchor = etree.Element("a", {"class": " ".join(classes), "href": destination.href})
    if destination.external:
        anchor.set("rel", "external")
    if symbol:
        anchor.set("data-symbol", str(citation.target))
    anchor.text = citation.text
    return anchor
