"""How wide words are in a picture, and where to break them: without a font, because readers have different ones."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

# Widths in em of DejaVu Sans, the widest of the fonts that the stylesheets name or fall back on; bold adds a tenth.
NARROW, CAPITAL, USUAL, WIDE = 0.4, 0.74, 0.61, 1.0
BOLD = 1.1
_NARROW = frozenset("iljtfrI/|.,;:'’()[]- ·")
_WIDER = frozenset("mwMW—…")
# A word, or one Chinese character with the marks that may not begin a line after it or end one before it.
_CLOSING, _OPENING = "，。、；：）》”)", "（《“("
_PIECE = re.compile(
    rf"\s+|[{_OPENING}]*(?:[\u3400-\u9fff\u3007](?:[{_CLOSING}])*|[^\s\u3400-\u9fff{_OPENING}{_CLOSING}]+[{_CLOSING}]*)|."
)


def width(text: str, size: float, *, bold: bool = False) -> float:
    """What the text needs at most, in the unit of ``size``, in any font that readers are likely to have."""
    return size * sum(_em(character) for character in text) * (BOLD if bold else 1)


def _em(character: str) -> float:
    if unicodedata.east_asian_width(character) in "WFA" and not character.isascii():
        return WIDE
    if character in _NARROW:
        return NARROW
    if character in _WIDER:
        return WIDE
    return CAPITAL if character.isupper() else USUAL


def wrapped(text: str, room: float, size: float) -> list[str]:
    """The text in lines no wider than ``room``; a word that is longer than a line has one of its own."""
    return list(_lines(text, room, size))


def _lines(text: str, room: float, size: float) -> Iterator[str]:
    line = ""
    for piece in _PIECE.findall(text):
        if line and width((line + piece).rstrip(), size) > room:
            yield line.rstrip()
            line = ""
        line = f"{line}{piece}" if line else piece.lstrip()
    if line.strip():
        yield line.rstrip()
