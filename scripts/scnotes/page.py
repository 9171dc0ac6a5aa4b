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

from scnotes import symbols
from scnotes.diagnostics import LANGS, Diagnostic, Findings, Lang, Text
from scnotes.markdown_reader import Block, Link, Markup, read_markdown
from scnotes.symbols import Mention
from scnotes.yaml_reader import YamlDocument, read_yaml

FRONT_MATTER = re.compile(r"\A---\n(.*?\n)---[ \t]*(?:\n|\Z)", re.DOTALL)
UNCLOSED = re.compile(r"---[ \t]*\n[A-Za-z_]+:")
HAN = re.compile("[\u4e00-\u9fff]")


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
    view: Literal["map", "rules", "terms", "timeline", "chronology", "debates", "thirteen"] | None = None
    aliases: Mapping[str, str] = {}
    notes: tuple[Note, ...] = ()


@dataclass(frozen=True)
class Page:
    """One Markdown file. ``path`` is relative to the project's root; offsets count characters of ``text``."""

    path: Path
    lang: Lang
    text: str
    front: FrontMatter = field(default_factory=FrontMatter)
    lang_declared: bool = True
    front_yaml: YamlDocument | None = field(default=None, compare=False)

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

    @property
    def body(self) -> str:
        """The text after the front matter."""
        front = FRONT_MATTER.match(self.text)
        return self.text[front.end() :] if front else self.text

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

    @cached_property
    def mentions(self) -> tuple[Mention, ...]:
        """Symbols that the page names in words, front matter and headings included; offsets in ``text``."""
        front = FRONT_MATTER.match(self.text)
        return (*symbols.find(front[0] if front else ""), *symbols.find(self.masked))

    def front_position(self, *where: int | str) -> tuple[int, int]:
        """Line and column, both from 1, of the part of the front matter that keys and indexes lead to."""
        return self.front_yaml.position(where) if self.front_yaml else (1, 1)

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


def read_page(path: Path, root: Path, declared: Lang | None = None) -> Page:
    """Read a page; its language is ``declared``, or that of a folder "zh" or "en" on its path, or of its letters.

    Raises Findings with all that keeps it from being read: PAG001 (not UTF-8), PAG002 (front matter), PAG007 (a NUL
    character), PAG008 (nothing in it), PAG009 (the system gives no access), PAG010 (front matter without an end).
    """
    name = path.relative_to(root).as_posix()
    text = _decoded(path, name)
    front, front_yaml = _front_matter(text, name)
    folder = next((part for part in reversed(path.relative_to(root).parent.parts) if part in LANGS), None)
    lang = declared or folder or _language_of(text)
    return Page(path.relative_to(root), lang, text, front, (declared or folder) is not None, front_yaml)


def _decoded(path: Path, name: str) -> str:
    def stop(code: str, line: int, message: Text, hint: Text) -> Findings:
        return Findings([Diagnostic(name, line, 1, code, message, hint)])

    try:
        raw = path.read_bytes()
    except OSError as error:
        message = Text(f"无法读取：{error.strerror}", f"it cannot be read: {error.strerror}")
        raise stop("PAG009", 1, message, Text("检查文件的权限", "look at the permissions of the file")) from None
    try:
        text = raw.decode("utf-8").removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        message = Text(f"第 {error.start} 个字节不是 UTF-8", f"byte {error.start} is not UTF-8")
        raise stop("PAG001", line, message, Text("以 UTF-8 编码另存此文件", "save the file as UTF-8")) from None
    if "\0" in text:
        line = text.count("\n", 0, text.index("\0")) + 1
        message = Text("含有 NUL 字符，这不是文本", "it holds a NUL character and is no text")
        raise stop("PAG007", line, message, Text("删去该字符", "delete the character"))
    if not text.strip():
        hint = Text("写出内容，或删去此文件", "write the page, or delete the file")
        raise stop("PAG008", 1, Text("文件是空的", "the file is empty"), hint)
    return text


def _language_of(text: str) -> Lang:
    """The language of a text that no folder declares: Chinese if one in ten of its letters is Chinese."""
    letters = sum(character.isalpha() for character in text)
    return "zh" if 10 * len(HAN.findall(text)) > letters else "en"


def _front_matter(text: str, path: str) -> tuple[FrontMatter, YamlDocument | None]:
    match = FRONT_MATTER.match(text)
    if match is None:
        if UNCLOSED.match(text):
            message = Text("前言没有结尾的 ---", "the front matter has no closing ---")
            hint = Text("在正文之前单独一行写 ---", "write --- on a line of its own before the text")
            raise Findings([Diagnostic(path, 1, 1, "PAG010", message, hint)])
        return FrontMatter(), None
    document: YamlDocument = read_yaml(match[1], path, first_line=2)
    data: Any = document.data if document.data is not None else {}
    try:
        return FrontMatter.model_validate(data), document
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
