"""What a text says in short after a symbol: A/76/L.1 and Add.1 and 2, S/2019/990、991和994, S/2019/990 to 997.

A list goes on only where it cannot mean anything else: with Add., Corr., Rev., Amend. or a Resumption; with further numbers;
with rising numbers of meetings (SR., PV.) and of the Council's documents of a year, of as many digits as the first.
Anything else (A/76/2, 3 and 4) is left alone, because a page or a paragraph may be meant. Of a range, the ends are read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from scnotes import symbols
from scnotes.symbols import Mention, Symbol

_JOIN = r"(?:\s{0,2}(?:[,，、;；&]\s{0,2}(?:and\s|和)?|和|及|以及|与|至|到)\s{0,2}|\s(?:and|to|through)\s|\s?[-–—]\s?)"
_MODIFICATION = re.compile(
    rf"{_JOIN}((?:Add|Corr|Rev|Amend)\.\s?\d{{1,3}}|\(?Resumption \d{{1,2}}\)?)(?![\w/])", re.ASCII
)
# A number goes on the list if what follows shows no date, unit or pin-cite.
_NUMBER = re.compile(
    rf"{_JOIN}(\d{{1,5}})(?=\s?(?:[,，、;；)）\]。*]|和|及|以及|与|至|号|第|and\b|to\b|[-–—]|\.?$|\.\s))", re.ASCII
)
_KIND = re.compile(r"/(Add|Corr|Rev|Amend)\.(\d+)$")
_COUNTED = re.compile(r"(?:S/\d{4}/|/(?:SR|PV)\.|/(?:Add|Corr|Rev|Amend)\.)(\d+)$")
_YEAR = re.compile(r"(?:19|20)\d\d")


def continue_list(text: str, mention: Mention) -> Iterator[Mention]:
    """The further documents that a text names in short after a mention, in order, each with the words as written."""
    last, end = mention.symbol, mention.end
    while True:
        item = _MODIFICATION.match(text, end)
        following = _modified(last, item[1]) if item else None
        if following is None:
            item = _NUMBER.match(text, end)
            following = _next(last, item[1]) if item else None
        if item is None or following is None:
            return
        last, end = following, item.end(1)
        yield Mention(item.start(1), end, item[1], last)


def find_all(text: str) -> Iterator[Mention]:
    """Symbols written in full, as `symbols.find` gives them, and after each those named in short, left to right."""
    for mention in symbols.find(text):
        yield mention
        yield from continue_list(text, mention)


def _modified(symbol: Symbol, words: str) -> Symbol | None:
    """The symbol that Add.2 makes of A/76/L.1 or of A/76/L.1/Add.1; a corrigendum of a revision belongs to the revision."""
    if "Resumption" in words:
        return symbols.parse(f"{symbol} ({words.strip('()')})") if re.search(r"/PV\.\d+$", symbol.text) else None
    word = re.sub(r"\s", "", words)
    kind = _KIND.search(symbol.text)
    if kind is None:
        return symbols.parse(f"{symbol}/{word}")
    if word.startswith(kind[1]):
        return symbols.parse(f"{symbol.parent}/{word}")
    return symbols.parse(f"{symbol}/{word}") if kind[1] == "Rev" else None


def _next(symbol: Symbol, number: str) -> Symbol | None:
    counted = _COUNTED.search(symbol.text)
    if counted is None or int(number) <= int(counted[1]) or _YEAR.fullmatch(number):
        return None
    if symbol.text.startswith("S/") and "." not in symbol.text and (len(number) != len(counted[1]) or len(number) < 3):
        return None
    return symbols.parse(symbol.text[: counted.start(1)] + number)
