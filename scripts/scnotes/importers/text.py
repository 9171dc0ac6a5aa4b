"""From the text of a UN document, as pdftotext gives it, to a Markdown page.

The passes: lines (what is said, addresses, furniture) → blocks (which lines are one paragraph) → headings, data and
signatures → Markdown. Words are never changed, only the blanks and line ends between them.

What a text does not show cannot be restored: in a setting without indents and without space between paragraphs, two of
them become one if the last line of the first is full.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import groupby

from scnotes.diagnostics import Diagnostic, Findings, Lang, Text
from scnotes.importers.addresses import Binding, bind
from scnotes.importers.characters import join
from scnotes.importers.headings import KNOWN, LABEL, Headings, is_annex, is_whole_title
from scnotes.importers.lines import Layout, Line, layout, read
from scnotes.symbols import Symbol

_BULLET = re.compile(r"[•●▪◦‣·\uf0b7] ?|(?P<dash>[-–—o*] )")
_LONE_BULLET = re.compile(r"[•●▪◦‣·\uf0b7o–-]")
_RULE = re.compile(r"(?:\* ?){3,}|_{3,}|[-–—]{5,}")
_SIGNED = re.compile(r"[(（](?:Signed|签名|签字)[)）]")
_NUMBERED = re.compile(r"(?:\d{1,3}\. |\([a-z]{1,4}\) |[一二三四五六七八九十]+、|[(（][一二三四五六七八九十]+[)）])")


class Kind(StrEnum):
    """What a block is on the page."""

    PARAGRAPH = "paragraph"
    BULLET = "bullet"
    RULE = "rule"
    HEADING = "heading"
    DATUM = "datum"
    SIGNATURE = "signature"


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, item, rule or heading: its joined text, its first line's number, and for a heading level and id."""

    kind: Kind
    text: str
    line: int
    level: int = 0
    id: str = ""


@dataclass(frozen=True, slots=True)
class Imported:
    """A page's Markdown without front matter, and what an editor must know of how it came about."""

    body: str
    bindings: list[Binding]
    left_out: list[Line]
    diagnostics: list[Diagnostic]


def import_text(source: bytes, symbol: Symbol, lang: Lang, path: str) -> Imported:
    """Turn a text as received into the body of a page; ``path`` is only for naming the place of a finding.

    Raises Findings if the text is not UTF-8 (IMP002), empty (IMP003) or has no title (IMP004). An address that belongs
    to nothing on its page is a finding among the results (IMP001).
    """
    text = _decoded(source, path)
    sheet = read(text, symbol, lang)
    if not sheet.body:
        raise Findings([_finding(path, 1, "IMP003", Text("文件中没有正文", "there is no text in the file"))])
    blocks = _classified(list(_blocks(sheet.body, layout(sheet.body, lang))), lang)
    if blocks[0].kind is not Kind.HEADING:
        said = blocks[0].text if len(blocks[0].text) < 60 else blocks[0].text[:59] + "…"
        raise Findings(
            [
                _finding(
                    path,
                    blocks[0].line,
                    "IMP004",
                    Text(f"“{said}”不像标题", f"“{said}” does not read as a title"),
                    Text(
                        "正文应从文件标题开始，标题末尾不加标点",
                        "begin with the document's title, without a full stop",
                    ),
                )
            ]
        )
    bindings = bind(sheet, lang)
    return Imported(_markdown(blocks), bindings, sheet.left_out, list(_unbound(bindings, path)))


def _decoded(source: bytes, path: str) -> str:
    try:
        return source.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = source[: error.start].decode("utf-8-sig")
        column = len(before) - before.rfind("\n")
        message = Text(
            f"字节0x{source[error.start]:02X}不是UTF-8", f"the byte 0x{source[error.start]:02X} is not UTF-8"
        )
        hint = Text("用UTF-8编码另存一次", "save the text as UTF-8")
        raise Findings([Diagnostic(path, before.count("\n") + 1, column, "IMP002", message, hint)]) from None


def _finding(path: str, line: int, code: str, message: Text, hint: Text | None = None) -> Diagnostic:
    return Diagnostic(path, line, 1, code, message, hint)


def _unbound(bindings: list[Binding], path: str) -> Iterator[Diagnostic]:
    for binding in bindings:
        if binding.symbol is None:
            message = Text(f"{binding.url}没有写出文号", f"{binding.url} names no symbol")
            yield _finding(path, binding.line, "IMP001", message)
        elif binding.words is None:
            message = Text(f"本页没有提到{binding.symbol}", f"{binding.symbol} is not mentioned on this page")
            hint = Text("核对原文中这一页的链接", "compare the links of this page with the original")
            yield _finding(path, binding.line, "IMP001", message, hint)


# Blocks


def _blocks(body: list[Line], form: Layout) -> Iterator[Block]:
    """Put the lines of each paragraph, item and rule together."""
    lines: list[Line] = []
    for line in body:
        if lines and _begins(line, lines, form):
            yield _block(lines, form.lang)
            lines = []
        lines.append(line)
    yield _block(lines, form.lang)


def _block(lines: list[Line], lang: Lang) -> Block:
    text, _ = join((line.text for line in lines), lang)
    if _RULE.fullmatch(text):
        return Block(Kind.RULE, "* * *", lines[0].number)
    if bullet := _BULLET.match(text):
        return Block(Kind.BULLET, text[bullet.end() :].lstrip(), lines[0].number)
    return Block(Kind.PARAGRAPH, text, lines[0].number)


def _begins(line: Line, lines: list[Line], form: Layout) -> bool:
    """Whether a line begins a block after those already in one; the surest signs come first."""
    last = lines[-1]
    if len(lines) == 1 and _LONE_BULLET.fullmatch(last.text):
        return False
    if _stands_alone(last.text, form.lang) or _stands_alone(line.text, form.lang) or LABEL[form.lang].match(line.text):
        return True
    if is_whole_title(join((each.text for each in lines), form.lang)[0], line.text, form.lang):
        return True
    same_page = last.page == line.page
    apart = same_page and line.gap > form.gap
    room = form.room(last, line)
    stopped = last.ends_sentence and room < 0.88
    if bullet := _BULLET.match(line.text):
        return bullet["dash"] is None or (last.closed and form.closes) or apart or last.ends_sentence or room < 0.7
    if form.closes:
        return last.closed or line.indent > 0
    if apart:
        return True
    if _BULLET.match(lines[0].text):
        if same_page and _leaves_item(line, lines):
            return True
        hangs = line.indent > lines[0].indent
        return not hangs and (room < 0.5 or stopped or (not same_page and last.ends_sentence))
    if room < 0.5 or (last.ends_sentence and _NUMBERED.match(line.text)):
        return True
    # A line that is indented after a full one without an end is centred, as the lines of titles are.
    if line.indent > last.indent == 0 and (last.ends_sentence or room < 0.88):
        return True
    if form.indents and line.indent > 0 and last.ends_sentence:
        return True
    if form.indents and lines[0].indent > last.indent:
        return False
    return stopped or (not same_page and last.ends_sentence)


def _leaves_item(line: Line, lines: list[Line]) -> bool:
    """Whether a line stands under neither the first line of an item nor its others; an item hangs by two or more."""
    by = line.indent - lines[0].indent
    if len(lines) == 1:
        return by == 1
    return line.indent < lines[-1].indent or (by > 0 and lines[-1].indent == lines[0].indent)


def _stands_alone(text: str, lang: Lang) -> bool:
    return bool(_RULE.fullmatch(text) or (_SIGNED.search(text) and len(text) < 60)) or text.lower() in KNOWN[lang]


# What a block is


def _classified(blocks: list[Block], lang: Lang) -> list[Block]:
    """Tell data, signatures and headings from paragraphs."""
    blocks = _with_signatures(_with_data(blocks, lang), lang)
    headings = Headings(lang)
    told = []
    for at, block in enumerate(blocks):
        if block.kind is Kind.PARAGRAPH and headings.is_one(block.text, first=at == 0):
            level, id_ = headings.place(block.text)
            block = replace(block, kind=Kind.HEADING, level=level, id=id_)
        else:
            headings.pass_text()
        told.append(block)
    return told


def _with_data(blocks: list[Block], lang: Lang) -> list[Block]:
    return [
        replace(block, kind=Kind.DATUM) if block.kind is Kind.PARAGRAPH and LABEL[lang].match(block.text) else block
        for block in blocks
    ]


def _with_signatures(blocks: list[Block], lang: Lang) -> list[Block]:
    """Short lines that end a letter are its signature: above an annex or nothing, they head nothing."""

    def could_sign(block: Block) -> bool:
        brief = len(block.text) <= (40 if lang == "zh" else 110)
        return (
            block.kind is Kind.PARAGRAPH
            and brief
            and not block.text.endswith(tuple(".。:：,，;；?？"))
            and not (is_annex(block.text, lang) or block.text.lower() in KNOWN[lang])
        )

    told: list[Block] = []
    for brief, group in groupby(blocks, key=could_sign):
        run = list(group)
        after = len(told) + len(run)
        ends_letter = after == len(blocks) or is_annex(blocks[after].text, lang)
        signed = any(_SIGNED.search(block.text) for block in run)
        if brief and told and (ends_letter or signed):
            run = [replace(block, kind=Kind.SIGNATURE) for block in run]
        told += run
    return told


# Markdown


def _markdown(blocks: list[Block]) -> str:
    """The body of the page: one line a paragraph, items of a list on successive lines."""
    page = ""
    for before, block in zip([None, *blocks], blocks, strict=False):
        tight = before is not None and before.kind is block.kind is Kind.BULLET
        page += ("" if before is None else "\n" if tight else "\n\n") + _written(block)
    return page + "\n"


def _written(block: Block) -> str:
    text = _escaped(block.text)
    match block.kind:
        case Kind.RULE:
            return block.text
        case Kind.BULLET:
            return f"- {text}"
        case Kind.HEADING:
            return f"{'#' * block.level} {text} {{#{block.id}}}"
        case Kind.DATUM | Kind.SIGNATURE:
            return f"{text}\n{{: .{block.kind} }}"
    return text


def _escaped(text: str) -> str:
    """The text with the marks that Markdown would take for its own made plain."""
    text = re.sub(r"[\\`*\[]|<(?=[\w/!])|(?<!\w)_|_(?!\w)", r"\\\g<0>", text)
    text = re.sub(r"^(\d+)\.(?= )", r"\1\\.", text)
    return re.sub(r"^[#>+-](?= )", r"\\\g<0>", text)
