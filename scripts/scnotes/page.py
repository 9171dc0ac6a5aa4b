"""The one reader of a Markdown page: front matter, headings, blocks with their ids, links, masked text."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, ValidationError

from scnotes.diagnostics import LANGS, Diagnostic, Findings, Lang, Text
from scnotes.markdown_reader import Block, Link, Markup, read_markdown
from scnotes.yaml_reader import YamlDocument, read_yaml

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
    def markup(self) -> Markup:
        """What the parser finds in the text; front matter's links are in ``links`` only."""
        return read_markdown(self.text, numbered=self.full_text)

    @property
    def blocks(self) -> tuple[Block, ...]:
        """Headings, paragraphs, list items, table cells and footnotes in the order of the text."""
        return self.markup.blocks

    @cached_property
    def links(self) -> tuple[Link, ...]:
        """Every link that the file writes by hand, those of its front matter first, in order."""
        return (*self._front_links(), *self.markup.links)

    @property
    def masked(self) -> str:
        """The text with all that is not prose blanked out: as long as ``text``, so offsets agree."""
        return self.markup.masked

    def _front_links(self) -> Iterator[Link]:
        match = FRONT_MATTER.match(self.text)
        if match is None or ("://" not in match[1] and "](" not in match[1]):
            return
        # Line by line: a value's Markdown is inline, and YAML's indentation would make code of it.
        for line in re.finditer(r"^[ \-]*(.+)$", match[1], re.MULTILINE):
            start = match.start(1) + line.start(1)
            for link in read_markdown(line[1]).links:
                place = None if link.url_start is None else link.url_start + start
                yield replace(link, start=link.start + start, end=link.end + start, url_start=place)

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
