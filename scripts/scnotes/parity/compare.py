"""Compare two pages, paragraph by paragraph: what is missing, joined, in another order, or says another value."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from scnotes.diagnostics import Diagnostic, Text
from scnotes.page import Page
from scnotes.parity.align import Cost, Pair, align, crossed
from scnotes.parity.paragraphs import Paragraph, paragraphs
from scnotes.parity.wording import check_terms
from scnotes.terms import Terms

NO_TERMS = Terms(())
NAMES = {"zh": Text("中文", "Chinese"), "en": Text("英文", "English")}


def compare(zh: Page, en: Page, terms: Terms = NO_TERMS) -> Iterator[Diagnostic]:
    """All differences between a Chinese page and the English page that answers it; in wording, as far as ``terms`` go."""
    ours, theirs = list(paragraphs(zh)), list(paragraphs(en))
    cost = Cost(ours, theirs)
    pairs = align(ours, theirs, cost)
    swapped = crossed(pairs, cost)
    exchanged = {pair for both in swapped for pair in both}
    for first, second in swapped:
        yield from _swapped(ours, theirs, first, second)
    for pair in pairs:
        if pair in exchanged:
            continue
        if len(pair.zh) == len(pair.en) == 1:
            yield from _values(ours[pair.zh[0]], theirs[pair.en[0]])
            yield from _structure(ours[pair.zh[0]], theirs[pair.en[0]])
            yield from check_terms(ours[pair.zh[0]], theirs[pair.en[0]], terms)
        elif not pair.zh or not pair.en:
            yield _missing(pair, pairs, ours, theirs)
        else:
            yield _joined(pair, ours, theirs)


def _missing(pair: Pair, pairs: Sequence[Pair], zh: Sequence[Paragraph], en: Sequence[Paragraph]) -> Diagnostic:
    """PAR001: a paragraph that the other language lacks; the hint says after which line it belongs."""
    here = zh[pair.zh[0]] if pair.zh else en[pair.en[0]]
    others = en if pair.zh else zh
    before = [each for each in pairs[: pairs.index(pair)] if (each.en if pair.zh else each.zh)]
    other_page = others[0].page if others else here.page
    line = 1
    if before:
        last = others[(before[-1].en if pair.zh else before[-1].zh)[-1]]
        line = last.page.position(last.start)[0]
    name = NAMES["en" if pair.zh else "zh"]
    message = Text(f"{name.zh}没有这一段：{_short(here)}", f"the {name.en} has no such paragraph: {_short(here)}")
    place = f"{other_page.path.as_posix()}:{line}"
    return _at(here, "PAR001", message, Text(f"应在 {place} 之后", f"it belongs after {place}"))


def _joined(pair: Pair, zh: Sequence[Paragraph], en: Sequence[Paragraph]) -> Diagnostic:
    """PAR002: two paragraphs of one language are one in the other."""
    one, two = (
        (zh[pair.zh[0]], [en[j] for j in pair.en]) if len(pair.en) > 1 else (en[pair.en[0]], [zh[i] for i in pair.zh])
    )
    places = [_place(each) for each in two]
    message = Text(
        f"这一段在另一语文是两段：{_short(one)}", f"this is two paragraphs in the other language: {_short(one)}"
    )
    return _at(one, "PAR002", message, Text(f"见 {places[0]} 和 {places[1]}", f"see {places[0]} and {places[1]}"))


def _swapped(zh: Sequence[Paragraph], en: Sequence[Paragraph], first: Pair, second: Pair) -> Iterator[Diagnostic]:
    """PAR003: two paragraphs stand in another order than in the other language."""
    for here, there in ((first, second), (second, first)):
        paragraph, answer = zh[here.zh[0]], en[there.en[0]]
        message = Text(
            f"次序与英文不同：{_short(paragraph)}", f"in another order than the English: {_short(paragraph)}"
        )
        hint = Text(f"与 {_place(answer)} 对应", f"{_place(answer)} answers it")
        yield _at(paragraph, "PAR003", message, hint)
        message = Text(f"次序与中文不同：{_short(answer)}", f"in another order than the Chinese: {_short(answer)}")
        yield _at(answer, "PAR003", message, Text(f"与 {_place(paragraph)} 对应", f"{_place(paragraph)} answers it"))


def _structure(zh: Paragraph, en: Paragraph) -> Iterator[Diagnostic]:
    """PAR004: a paragraph, bullet, cell or heading is of the same kind, level and id in both languages."""
    for ours, theirs, name in (
        (zh.block.kind, en.block.kind, Text("类别", "kind")),
        (zh.block.level, en.block.level, Text("标题级别", "level of heading")),
        (zh.block.id, en.block.id, Text("标识", "id")),
    ):
        if ours != theirs:
            message = Text(
                f"{name.zh}不同：{ours}，{_place(en)} 是 {theirs}",
                f"another {name.en}: {ours}, but {theirs} in {_place(en)}",
            )
            yield _at(zh, "PAR004", message, Text("两种语文的结构应相同", "both languages have the same structure"))
            return


def _values(zh: Paragraph, en: Paragraph) -> Iterator[Diagnostic]:
    """VAL001: a number, date or Article of one language is in the other; VAL002: so is a symbol; VAL003: so is a link of ours."""
    for here, there in ((zh, en), (en, zh)):
        name = NAMES[there.lang]
        compact = re.sub(r"[\s（）()]", "", there.text)
        for symbol, (start, end) in here.symbols.items():
            # A form that the grammar reads in one language only is still there, number by number.
            number = re.sub(r"[\s()]", "", symbol.partition("RES/")[2] or symbol)
            tail = symbol.rpartition("/")[2]
            if symbol not in there.symbols and number not in compact and not (tail[:1].isalpha() and tail in compact):
                message = Text(f"{name.zh}没有 {symbol}", f"{symbol} is not in the {name.en}")
                yield _at(here, "VAL002", message, _see(there), start, end)
        for link, (start, end) in here.links.items():
            if link not in there.links:
                message = Text(f"{name.zh}没有指向 {link} 的链接", f"the {name.en} has no link to {link}")
                yield _at(here, "VAL003", message, _see(there), start, end)
        said: set[frozenset[str]] = set()
        offered = there.offers(here)
        for value in here.values:
            if value.required and not value.keys & offered and value.keys not in said:
                said.add(value.keys)
                message = Text(f"{name.zh}没有 {value.text}", f"{value.text} is not in the {name.en}")
                yield _at(here, "VAL001", message, _see(there), value.start, value.end)


def _see(paragraph: Paragraph) -> Text:
    return Text(f"对照 {_place(paragraph)}：{_short(paragraph)}", f"compare {_place(paragraph)}: {_short(paragraph)}")


def _place(paragraph: Paragraph) -> str:
    line, column = paragraph.page.position(_first(paragraph))
    return f"{paragraph.page.path.as_posix()}:{line}:{column}"


def _first(paragraph: Paragraph) -> int:
    """Offset of the first word: what stands before it is markup."""
    return paragraph.start + len(paragraph.text) - len(paragraph.text.lstrip())


def _short(paragraph: Paragraph) -> str:
    words = " ".join(paragraph.text.split())
    return words if len(words) <= 40 else words[:38] + "…"


def _at(paragraph: Paragraph, code: str, message: Text, hint: Text, start: int = 0, end: int = 0) -> Diagnostic:
    offset = paragraph.start + start if end else _first(paragraph)
    line, column = paragraph.page.position(offset)
    return Diagnostic(paragraph.page.path.as_posix(), line, column, code, message, hint, length=end - start)
