"""Addresses at the foot of a page, each bound to the words of that page that it is the address of."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from urllib.parse import parse_qs, unquote, urlsplit

from scnotes.diagnostics import Lang
from scnotes.importers.characters import join
from scnotes.importers.lines import Sheet
from scnotes.symbols import Symbol, SymbolError, find, parse


@dataclass(frozen=True, slots=True)
class Binding:
    """An address at line ``line`` and the words it belongs to; both ``words`` and ``at`` are None if there are none.

    ``symbol`` is None where the address names no document. ``at`` is the line in which the words begin.
    """

    line: int
    url: str
    symbol: Symbol | None
    words: str | None = None
    at: int | None = None


def bind(sheet: Sheet, lang: Lang) -> list[Binding]:
    """Bind every page-foot address, in their order.

    The first address of a symbol on a page takes the first mention of it there, the second the second; further ones
    stay with the last mention, since a link broken over two lines is printed as two addresses.
    """
    text, starts = join((line.text for line in sheet.body), lang)
    mentions = [(mention.start, mention.end, mention.text, str(mention.symbol)) for mention in find(text)]

    def pages_of(start: int, end: int) -> range:
        first, last = (sheet.body[bisect_right(starts, at) - 1].page for at in (start, end - 1))
        return range(first, last + 1)

    taken: dict[tuple[int, str], int] = {}
    bindings = []
    for line, url in sheet.addresses:
        symbol = symbol_of(url)
        if symbol is None:
            bindings.append(Binding(line.number, url, None))
            continue
        spans = [(start, end, words) for start, end, words, found in mentions if found == str(symbol)]
        spans += [(*match.span(name), match[name]) for match in _by_number(symbol, text) if (name := match.lastgroup)]
        here = sorted(span for span in spans if line.page in pages_of(span[0], span[1]))
        if not here:
            bindings.append(Binding(line.number, url, symbol))
            continue
        turn = taken.get((line.page, str(symbol)), 0)
        taken[line.page, str(symbol)] = turn + 1
        start, _, words = here[min(turn, len(here) - 1)]
        bindings.append(Binding(line.number, url, symbol, words, sheet.body[bisect_right(starts, start) - 1].number))
    return bindings


def symbol_of(url: str) -> Symbol | None:
    """The symbol that an address of undocs.org or docs.un.org names in its path or query; None if it names none."""
    parts = urlsplit(url)
    query = {key.lower(): values[0] for key, values in parse_qs(parts.query).items()}
    path = re.sub(r"^/(?:[a-z]{2}/)?", "", unquote(parts.path))
    try:
        return parse(query.get("finalsymbol") or query.get("symbol") or path)
    except SymbolError:
        return None


def _by_number(symbol: Symbol, text: str) -> list[re.Match[str]]:
    """Where a resolution is named by its number: 第76/262号决议, resolutions 1325 (2000) and 2231 (2015)."""
    _, is_resolution, number = str(symbol).partition("/RES/")
    if not is_resolution:
        return []
    written = re.escape(number).replace(r"\(", r"\s?\(")
    chinese = rf"(?P<zh>第{written}号决议)|(?P<zh_listed>第{written}号)(?=(?:[和、及与]*第[^号。]+号)+决议)"
    english = rf"\b(?P<en>[Rr]esolutions?\s{written})(?![\d/])"
    english_listed = rf"\b[Rr]esolutions?\s[^.;]{{1,80}}?\W(?P<en_listed>{written})(?![\d/])"
    return list(re.finditer(f"{chinese}|{english}|{english_listed}", text))
