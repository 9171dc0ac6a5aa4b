"""What must hold of a page's front matter beyond its schema: names bound to symbols, notes that find their words."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePath

from scnotes.citations import Named, OwnPage
from scnotes.diagnostics import Diagnostic, Text
from scnotes.page import Page
from scnotes.symbols import Symbol, SymbolError, parse


def check(page: Page, path: PurePath) -> Iterator[Diagnostic]:
    """All findings about the front matter of a page that stands at ``path`` below its language's folder."""
    yield from _aliases(page)
    yield from _notes(page)
    yield from _symbol(page, path)


def _aliases(page: Page) -> Iterator[Diagnostic]:
    """PAG003: what a name is bound to is a symbol, or a page of this site; that the page exists is for INT001."""
    for name, written in page.front.aliases.items():
        if _meant(written) is None:
            message = Text(f"{name} 所指的“{written}”不是文号", f"{name} is bound to {written!r}, which is no symbol")
            hint = Text(
                "写文号，如 S/2017/507，或网页，如 thirteen.md",
                "write a symbol such as S/2017/507, or a page such as thirteen.md",
            )
            yield _at(page, ("aliases", name), "PAG003", message, hint)


def _notes(page: Page) -> Iterator[Diagnostic]:
    """PAG004: the paragraph of an editor's note exists; PAG005: the words it is about stand in that paragraph."""
    paragraphs = {block.id: page.prose(block) for block in page.blocks if block.id and block.kind != "heading"}
    for number, note in enumerate(page.front.notes):
        if note.at not in paragraphs:
            message = Text(f"没有段落 {note.at}", f"there is no paragraph {note.at}")
            last = next(reversed(paragraphs), None)
            hint = (
                Text(f"本页段落为 p1 至 {last}", f"the paragraphs of this page are p1 to {last}")
                if last
                else Text("只有 text: full 的网页才有编号段落", "only a page with text: full has numbered paragraphs")
            )
            yield _at(page, ("notes", number, "at"), "PAG004", message, hint)
        elif note.on not in paragraphs[note.at]:
            message = Text(f"{note.at} 中没有“{note.on}”", f"{note.at} does not contain “{note.on}”")
            hint = Text("照抄该段的字句", "copy the words from the paragraph")
            yield _at(page, ("notes", number, "on"), "PAG005", message, hint)


def _symbol(page: Page, path: PurePath) -> Iterator[Diagnostic]:
    """PAG006: the symbol of a page is canonical, and its path."""
    written = page.front.symbol
    if written is None:
        return
    symbol = _parsed(written)
    if symbol is None or str(symbol) != written:
        message = Text(f"symbol 中的“{written}”不是规范文号", f"{written!r} is not a canonical symbol")
        hint = Text(f"写作 {symbol}", f"write {symbol}") if symbol else None
        yield _at(page, ("symbol",), "PAG006", message, hint)
    elif path.as_posix() != f"{symbol.path}.md":
        message = Text(f"{written} 的网页应在 {symbol.path}.md", f"the page of {written} belongs at {symbol.path}.md")
        yield _at(page, ("symbol",), "PAG006", message, Text("移动文件或改正文号", "move the file or mend the symbol"))


def bound(page: Page) -> dict[str, Named]:
    """The names that a page binds in its front matter, and what they mean there; PAG003 reports those that do not."""
    meant = ((name, _meant(written)) for name, written in page.front.aliases.items())
    return {name: target for name, target in meant if target is not None}


def symbol_of(page: Page) -> Symbol | None:
    """The document that a page is about; PAG006 reports a symbol that is none."""
    return _parsed(page.front.symbol) if page.front.symbol else None


def _meant(written: str) -> Named | None:
    return OwnPage(written) if written.endswith(".md") else _parsed(written)


def _parsed(written: str) -> Symbol | None:
    try:
        return parse(written)
    except SymbolError:
        return None


def _at(page: Page, where: tuple[int | str, ...], code: str, message: Text, hint: Text | None) -> Diagnostic:
    line, column = page.front_position(*where)
    return Diagnostic(page.path.as_posix(), line, column, code, message, hint)
