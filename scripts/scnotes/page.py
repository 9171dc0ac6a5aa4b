"""The one reader of a Markdown page: front matter, headings, blocks with their ids, links, masked text."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any, Literal

import pyromark
from pydantic import BaseModel, ConfigDict, ValidationError

from scnotes.diagnostics import LANGS, Diagnostic, Findings, Lang, Text
from scnotes.yaml_reader import YamlDocument, read_yaml

OPTIONS = (
    pyromark.Options.ENABLE_TABLES
    | pyromark.Options.ENABLE_FOOTNOTES
    | pyromark.Options.ENABLE_HEADING_ATTRIBUTES
    | pyromark.Options.ENABLE_YAML_STYLE_METADATA_BLOCKS
)
# Python-Markdown's attribute lists ({: .signature }) are text to CommonMark; they are markup to us.
ATTRIBUTE_LIST = re.compile(r"\{:?[ ]*[#.][^}\n]*\}")
FRONT_MATTER = re.compile(r"\A---\n(.*?\n)---[ \t]*(?:\n|\Z)", re.DOTALL)


class Note(BaseModel):
    """An editor's note: beside paragraph ``at``, on the words ``on`` of it; ``text`` is Markdown."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    at: str
    on: str
    text: str


class FrontMatter(BaseModel):
    """What a page says of itself. Keys of the theme (hide, template, …) pass through untouched."""

    model_config = ConfigDict(extra="allow", frozen=True)
    symbol: str | None = None
    text: Literal["full", "digest"] | None = None
    source: str | None = None
    translation: Literal["unofficial"] | None = None
    description: str | None = None
    aliases: Mapping[str, str] = {}
    notes: tuple[Note, ...] = ()


@dataclass(frozen=True, slots=True)
class Block:
    """A heading, paragraph, list item or table cell: ``start`` and ``end`` are offsets in ``Page.text``.

    ``id`` is the heading's own id, or p1, p2, … for the paragraphs and items of a full text, else None.
    """

    kind: Literal["heading", "paragraph", "item", "cell"]
    start: int
    end: int
    id: str | None = None
    level: int = 0


@dataclass(frozen=True, slots=True)
class Link:
    """A link as written: offsets of the whole of it in ``Page.text``, its visible text and its address."""

    start: int
    end: int
    text: str
    url: str


@dataclass(frozen=True)
class Page:
    """One Markdown file. ``path`` is relative to the project's root; offsets count characters of ``text``."""

    path: Path
    lang: Lang
    text: str
    front: FrontMatter = field(default_factory=FrontMatter)

    @property
    def full_text(self) -> bool:
        """Whether the page carries a document's whole text, so that its paragraphs have addresses."""
        return self.front.text == "full"

    @cached_property
    def _parsed(self) -> tuple[tuple[Block, ...], tuple[Link, ...], str]:
        return _parse(self.text, numbered=self.full_text)

    @property
    def blocks(self) -> tuple[Block, ...]:
        """Headings, paragraphs, list items and table cells in the order of the text."""
        return self._parsed[0]

    @property
    def links(self) -> tuple[Link, ...]:
        """Every link that the file writes by hand, in order."""
        return self._parsed[1]

    @property
    def masked(self) -> str:
        """The text with all that is not prose blanked out: as long as ``text``, so offsets agree."""
        return self._parsed[2]

    def prose(self, block: Block) -> str:
        """The words of a block, markup and surrounding white space left out."""
        return " ".join(self.masked[block.start : block.end].split())

    def heading_ids(self) -> Iterator[str]:
        """Ids of the headings, in order."""
        return (block.id for block in self.blocks if block.kind == "heading" and block.id)

    @cached_property
    def _line_starts(self) -> list[int]:
        return [0] + [match.end() for match in re.finditer("\n", self.text)]

    def position(self, offset: int) -> tuple[int, int]:
        """Line and column, both from 1, of an offset in ``text``."""
        line = bisect_right(self._line_starts, offset)
        return line, offset - self._line_starts[line - 1] + 1


def read_page(path: Path, root: Path) -> Page:
    """Read a page under ``root/docs/<lang>/``.

    Raises Findings (PAG001 not UTF-8, PAG002 front matter) with all that is wrong in the front matter.
    """
    relative = path.relative_to(root)
    lang: Lang = next((lang for lang in LANGS if lang in relative.parts[:2]), "zh")
    raw = path.read_bytes()
    try:
        text = raw.decode("utf-8").replace("\r\n", "\n").removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        message = Text(f"第 {error.start} 个字节不是 UTF-8", f"byte {error.start} is not UTF-8")
        hint = Text("以 UTF-8 编码另存此文件", "save the file as UTF-8")
        raise Findings([Diagnostic(relative.as_posix(), line, 1, "PAG001", message, hint)]) from None
    return Page(relative, lang, text, _front_matter(text, relative.as_posix()))


def _front_matter(text: str, path: str) -> FrontMatter:
    match = FRONT_MATTER.match(text)
    if match is None:
        return FrontMatter()
    document: YamlDocument = read_yaml(match[1], path, first_line=2)
    data: Any = document.data if document.data is not None else {}
    try:
        return FrontMatter.model_validate(data)
    except ValidationError as errors:
        raise Findings(
            [_front_finding(document, path, error["loc"], error["msg"]) for error in errors.errors()]
        ) from None


def _front_finding(document: YamlDocument, path: str, where: tuple[int | str, ...], said: str) -> Diagnostic:
    line, column = document.position(where)
    name = ".".join(str(part) for part in where)
    message = Text(f"前言中的 {name} 不合规定：{said}", f"{name} in the front matter: {said}")
    hint = Text("见 CONTRIBUTING.md 中关于前言的说明", "CONTRIBUTING.md describes the front matter")
    return Diagnostic(path, line, column, "PAG002", message, hint)


def _parse(text: str, *, numbered: bool) -> tuple[tuple[Block, ...], tuple[Link, ...], str]:
    """Blocks, links and masked text of a Markdown source, in one pass over the parser's events."""
    at = _character_offsets(text)
    masked = ["\n" if character == "\n" else " " for character in text]
    blocks: list[Block] = []
    links: list[Link] = []
    open_links: list[tuple[str, list[str]]] = []
    hidden = items = count = 0
    for event, span in pyromark.events_with_range(text, options=OPTIONS):
        start, end = at[span["start"]], at[span["end"]]
        kind, detail = _kind(event)
        opening = isinstance(event, Mapping) and "Start" in event
        if kind in ("CodeBlock", "HtmlBlock", "MetadataBlock"):
            hidden += 1 if opening else -1
        elif kind == "Item":
            items += 1 if opening else -1
        elif kind == "Link" and opening:
            open_links.append((detail["dest_url"], []))
        elif kind == "Link":
            url, words = open_links.pop()
            links.append(Link(start, end, "".join(words), url))
        elif kind == "Text" and not hidden:
            masked[start:end] = text[start:end]
            if open_links:
                open_links[-1][1].append(text[start:end])
        if not opening:
            continue
        if kind == "Heading":
            blocks.append(Block("heading", start, end, detail["id"], int(detail["level"][1:])))
        elif kind == "Item" or (kind == "Paragraph" and not items):
            count += 1
            block_kind: Literal["item", "paragraph"] = "item" if kind == "Item" else "paragraph"
            blocks.append(Block(block_kind, start, end, f"p{count}" if numbered else None))
        elif kind == "TableCell":
            blocks.append(Block("cell", start, end))
    prose = ATTRIBUTE_LIST.sub(lambda match: " " * len(match[0]), "".join(masked))
    return tuple(blocks), tuple(links), prose


def _kind(event: Any) -> tuple[str, Any]:
    """The name of a parser event and what it carries: {"Start": {"Heading": {…}}} is ("Heading", {…})."""
    while isinstance(event, Mapping):
        name, detail = next(iter(event.items()))
        if name not in ("Start", "End"):
            return name, detail
        event = detail
    return str(event), None


def _character_offsets(text: str) -> list[int]:
    """For each byte of the UTF-8 text, and its end, the offset of the character it belongs to."""
    offsets = [index for index, character in enumerate(text) for _ in character.encode("utf-8", "surrogatepass")]
    return [*offsets, len(text)]
