"""What stands in a Markdown source, with exact offsets: blocks, links however written, prose, comments, ids.

CommonMark is read by pyromark. What MkDocs adds to it (admonitions, tabs, ``markdown="1"``) is unfolded first, and
every offset is led back to the file as it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from html.parser import HTMLParser
from typing import Any, Literal

import pyromark

OPTIONS = (
    pyromark.Options.ENABLE_TABLES
    | pyromark.Options.ENABLE_FOOTNOTES
    | pyromark.Options.ENABLE_HEADING_ATTRIBUTES
    | pyromark.Options.ENABLE_YAML_STYLE_METADATA_BLOCKS
)
# Python-Markdown's attribute lists ({: .signature }) are text to CommonMark; they are markup to us.
ATTRIBUTE_LIST = re.compile(r"\{:?[ ]*[#.][^}\n]*\}")
_ATTRIBUTE_ID = re.compile(r"#([^\s.}]+)")
_CONTAINER = re.compile(r"^( *)(?:!!!|\?\?\?\+?|===[!+]*)[ ]+([^\"\n]*)(?:\"([^\"\n]*)\")?[ ]*$")
_ITEM = re.compile(r"^ *(?:[-*+]|\d+[.)]) ")
_FENCE = re.compile(r"^ *(`{3,}|~{3,})")
_MARKDOWN_TAG = re.compile(r"<[a-zA-Z][^<>\n]*\bmarkdown\s*=[^<>\n]*>")
_BARE = re.compile(r"https?://[^\s<>\"“”‘’《》〈〉【】，。；：！？、（）\u4e00-\u9fff]+", re.IGNORECASE)
_DEFINITION = re.compile(r"^ {0,3}\[([^\]\n]+)\]:[ \t]*\n?[ \t]*<?([^\s>]+)", re.MULTILINE)

BlockKind = Literal["heading", "paragraph", "item", "cell", "footnote"]
LinkKind = Literal["inline", "reference", "autolink", "bare", "html", "image"]


@dataclass(frozen=True, slots=True)
class Block:
    """A heading, paragraph, list item, table cell or footnote's paragraph: offsets in the text.

    ``id`` is the heading's own id, or p1, p2, … for the paragraphs and items of a full text, else None. An item ends
    where a list inside it begins.
    """

    kind: BlockKind
    start: int
    end: int
    id: str | None = None
    level: int = 0


@dataclass(frozen=True, slots=True)
class Link:
    """A link as written: offsets of the whole of it, its visible text, its address and where the address stands.

    ``url_start`` is None where the address is not written out as it is read (an entity, an escape).
    """

    start: int
    end: int
    text: str
    url: str
    kind: LinkKind = "inline"
    url_start: int | None = None


@dataclass(frozen=True, slots=True)
class Markup:
    """What one pass over a source finds; ``masked`` is the source with all that is not prose blanked out."""

    blocks: tuple[Block, ...]
    links: tuple[Link, ...]
    masked: str
    comments: tuple[tuple[int, str], ...]
    ids: tuple[str, ...]


def read_markdown(text: str, *, numbered: bool = False) -> Markup:
    """Read a source. ``numbered`` gives paragraphs and items outside footnotes the ids p1, p2, …"""
    source = _Source(*_unfold(text), text, numbered)
    for event, span in pyromark.events_with_range(source.prepared, options=OPTIONS):
        source.take(event, span["start"], span["end"])
    return source.markup()


def _unfold(text: str) -> tuple[str, Sequence[int]]:
    """The text with MkDocs' containers opened, and for each character of it (and its end) the offset in ``text``."""
    if not re.search(r"^ *(?:!!!|\?\?\?|===)|markdown\s*=", text, re.MULTILINE):
        return text, range(len(text) + 1)
    parts: list[str] = []
    origin: list[int] = []
    open_at: list[int] = []  # indentation of each container we are in
    items: list[int] = []  # indentation of each list item we are in: below one, four blanks are no code
    fence: str | None = None
    offset = 0

    def keep(start: int, end: int) -> None:
        parts.append(text[start:end])
        origin.extend(range(start, end))

    def add(blank: str, at: int) -> None:
        parts.append(blank)
        origin.extend([at] * len(blank))

    for line in re.findall(r"[^\n]*\n|[^\n]+", text):
        indent = len(line) - len(line.lstrip(" "))
        while open_at and line.strip() and indent < open_at[-1] + 4:
            open_at.pop()
        if line.strip():
            items = [each for each in items if each < indent] + ([indent] if _ITEM.match(line) else [])
        dedent = min(4 * len(open_at), indent)
        start, end = offset + dedent, offset + len(line)
        offset = end
        marker = _FENCE.match(line[dedent:])
        if marker and (fence is None or marker[1].startswith(fence)):
            fence = None if fence else marker[1]
        container = None if fence else _CONTAINER.match(line.rstrip("\n"))
        tag = None if fence else _MARKDOWN_TAG.search(line)
        if container and indent < 4 * (len(open_at) + len(items)) + 4:
            open_at.append(indent)
            add("\n", start)
            if container[3] is not None:
                keep(end - len(line) + container.start(3), end - len(line) + container.end(3))
            add("\n\n", end - 1)
        elif tag:
            middle = end - len(line) + tag.end()
            keep(start, middle)
            add("\n\n", middle)
            keep(middle, end)
        else:
            keep(start, end)
    return "".join(parts), [*origin, len(text)]


class _Source:
    """The state of one reading: what is open while the parser's events go by."""

    def __init__(self, prepared: str, origin: Sequence[int], text: str, numbered: bool) -> None:
        self.prepared, self.origin, self.text, self.numbered = prepared, origin, text, numbered
        self.at = _character_offsets(prepared)
        self.mask = ["\n" if character == "\n" else " " for character in text]
        self.blocks: list[Block] = []
        self.links: list[Link] = []
        self.comments: list[tuple[int, str]] = []
        self.ids: list[str] = []
        self.open_links: list[tuple[dict[str, Any], list[str]]] = []
        self.open_items: list[int] = []  # indexes in blocks
        self.hidden = self.footnotes = self.count = 0
        self.definitions = {match[1].casefold(): (match[2], match.start(2)) for match in _DEFINITION.finditer(prepared)}

    def take(self, event: Any, first: int, last: int) -> None:
        """Note one event, whose span is in bytes of the prepared text."""
        start, end = self.at[first], self.at[last]
        kind, detail = _kind(event)
        opening = isinstance(event, Mapping) and "Start" in event
        if kind == "Text" and not self.hidden:
            self._prose(start, end)
        elif kind == "InlineHtml" or (kind == "HtmlBlock" and opening):
            self._html(start, end)
        if kind in ("CodeBlock", "HtmlBlock", "MetadataBlock"):
            self.hidden += 1 if opening else -1
        elif kind == "FootnoteDefinition":
            self.footnotes += 1 if opening else -1
        elif kind in ("Link", "Image"):
            self._link(kind, detail, start, end, opening)
        elif kind == "Item" and not opening:
            self.open_items.pop()
        elif kind == "List" and opening and self.open_items:
            index = self.open_items[-1]
            self.blocks[index] = replace(self.blocks[index], end=min(self.blocks[index].end, self._original(start)))
        if opening:
            self._block(kind, detail, start, end)

    def _original(self, offset: int) -> int:
        return self.origin[offset]

    def _prose(self, start: int, end: int) -> None:
        if end > start:
            first, last = self.origin[start], self.origin[end - 1] + 1
            self.mask[first:last] = self.text[first:last]
            for _, words in self.open_links:
                words.append(self.text[first:last])

    def _block(self, kind: str, detail: Any, start: int, end: int) -> None:
        first = self._original(start)
        last = self._original(end - 1) + 1 if end > start else first
        if kind == "Heading":
            if detail["id"]:
                self.ids.append(detail["id"])
            self.blocks.append(Block("heading", first, last, detail["id"], int(detail["level"][1:])))
        elif kind == "TableCell":
            self.blocks.append(Block("cell", first, last))
        elif kind == "Paragraph" and self.footnotes:
            self.blocks.append(Block("footnote", first, last))
        elif kind == "Item" or (kind == "Paragraph" and not self.open_items):
            self.count += 1
            name: BlockKind = "item" if kind == "Item" else "paragraph"
            self.blocks.append(Block(name, first, last, f"p{self.count}" if self.numbered else None))
            if kind == "Item":
                self.open_items.append(len(self.blocks) - 1)

    def _link(self, kind: str, detail: Any, start: int, end: int, opening: bool) -> None:
        if opening:
            self.open_links.append((detail, []))
            return
        link, words = self.open_links.pop()
        url = str(link["dest_url"])
        written = self.prepared[start:end]
        name: LinkKind = "inline"
        at = start + written.rindex(url) if url and url in written else None
        if kind == "Image":
            name = "image"
        elif link["link_type"] in ("Autolink", "Email"):
            name = "autolink"
        elif link["link_type"] != "Inline":
            name = "reference"
            defined, at = self.definitions.get(str(link["id"]).casefold(), ("", None))
            at = at if defined == url else None
        place = None if at is None else self._original(at)
        self.links.append(Link(self._original(start), self._original(end - 1) + 1, "".join(words), url, name, place))

    def _html(self, start: int, end: int) -> None:
        for offset, tag, attributes in _tags(self.prepared[start:end]):
            place = self._original(min(start + offset, len(self.prepared)))
            if tag == "!--":
                self.comments.append((place, attributes["text"]))
                continue
            self.ids.extend(value for key, value in attributes.items() if value and key in ("id", "name"))
            for key in ("href", "src"):
                url = attributes.get(key)
                if url:
                    close = self.text.find(">", place) + 1 or place + 1
                    written = self.text.find(url, place, close)
                    kind: LinkKind = "image" if key == "src" else "html"
                    self.links.append(Link(place, close, "", url, kind, written if written >= 0 else None))

    def markup(self) -> Markup:
        """Everything noted, with bare addresses and the ids of attribute lists, in the order of the text."""
        masked = "".join(self.mask)
        taken = [(link.start, link.end) for link in self.links]
        covered = bytearray(len(masked) + 1)
        for start, end in taken:
            covered[start:end] = b"\1" * (end - start)
        for match in _BARE.finditer(masked):
            if not covered[match.start()]:
                url = _trimmed(match[0])
                self.links.append(Link(match.start(), match.start() + len(url), url, url, "bare", match.start()))
        for match in ATTRIBUTE_LIST.finditer(masked):
            self.ids.extend(_ATTRIBUTE_ID.findall(match[0]))
        prose = ATTRIBUTE_LIST.sub(lambda match: " " * len(match[0]), masked)
        links = tuple(sorted(self.links, key=lambda link: (link.start, link.end)))
        return Markup(tuple(self.blocks), links, prose, tuple(self.comments), tuple(self.ids))


def _trimmed(url: str) -> str:
    """An address in running text without the sentence's punctuation; brackets that it opens itself belong to it."""
    while True:
        shorter = url.rstrip(".,;:!?'*_~|")
        if shorter.endswith((")", "]")) and shorter.count(")") > shorter.count("("):
            shorter = shorter[:-1]
        if shorter == url:
            return url
        url = shorter


def _tags(html: str) -> Iterator[tuple[int, str, dict[str, str]]]:
    """Opening tags and comments ("!--") of a piece of HTML, each with its offset and attributes."""
    found: list[tuple[int, str, dict[str, str]]] = []
    starts = [0] + [match.end() for match in re.finditer("\n", html)]

    class Reader(HTMLParser):
        def _offset(self) -> int:
            line, column = self.getpos()
            return starts[line - 1] + column

        def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
            found.append((self._offset(), tag, {key: value or "" for key, value in attrs}))

        def handle_comment(self, data: str) -> None:
            found.append((self._offset(), "!--", {"text": data}))

    reader = Reader(convert_charrefs=True)
    reader.feed(html)
    reader.close()
    yield from found


def _kind(event: Any) -> tuple[str, Any]:
    """The name of a parser event and what it carries: {"Start": {"Heading": {…}}} is ("Heading", {…})."""
    while isinstance(event, Mapping):
        name, detail = next(iter(event.items()))
        if name not in ("Start", "End"):
            return name, detail
        event = detail
    return str(event), None


def _character_offsets(text: str) -> Sequence[int]:
    """For each byte of the UTF-8 text, and its end, the offset of the character it belongs to."""
    if text.isascii():
        return range(len(text) + 1)
    offsets = [index for index, character in enumerate(text) for _ in character.encode("utf-8", "surrogatepass")]
    return [*offsets, len(text)]
