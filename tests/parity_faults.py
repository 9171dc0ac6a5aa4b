"""Faults of translation, planted in one page of a pair: each a new text and the line at which it must be reported."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import pairwise

from scnotes.page import Page
from scnotes.parity.paragraphs import Paragraph, paragraphs

Fault = tuple[str, set[int]]


def lines(page: Page, *blocks: Paragraph) -> set[int]:
    """Lines of a page on which the blocks stand."""
    found: set[int] = set()
    for each in blocks:
        first = page.position(each.start)[0]
        found |= set(range(first, page.position(each.start + len(each.text.rstrip()))[0] + 1))
    return found


def cut(page: Page, block: Paragraph) -> str:
    end = block.start + len(block.text.rstrip())
    return page.text[: block.start] + page.text[end:].lstrip("\n")


def drop(page: Page, chance: random.Random) -> tuple[str, Paragraph] | None:
    """A paragraph or bullet dropped; it is the other page that has one too many."""
    blocks = [each for each in paragraphs(page) if each.block.kind in ("paragraph", "item") and each.size > 8]
    if len(blocks) < 3:
        return None
    block = chance.choice(blocks)
    return cut(page, block), block


def swap(page: Page, chance: random.Random) -> tuple[str, Paragraph, Paragraph] | None:
    """Two neighbouring paragraphs or bullets of one kind exchanged."""
    blocks = [each for each in paragraphs(page) if each.block.kind in ("paragraph", "item") and each.size > 25]
    pairs = [(a, b) for a, b in pairwise(blocks) if a.block.kind == b.block.kind]
    if not pairs:
        return None
    a, b = chance.choice(pairs)
    first = page.text[a.start : a.start + len(a.text.rstrip())]
    second = page.text[b.start : b.start + len(b.text.rstrip())]
    between = page.text[a.start + len(first) : b.start]
    return page.text[: a.start] + second + between + first + page.text[b.start + len(second) :], a, b


def merge(page: Page, chance: random.Random) -> tuple[str, Paragraph, Paragraph] | None:
    """A bullet or paragraph run into the one before it."""
    blocks = [each for each in paragraphs(page) if each.block.kind in ("paragraph", "item") and each.size > 8]
    pairs = [(a, b) for a, b in pairwise(blocks) if a.block.kind == b.block.kind]
    if not pairs:
        return None
    a, b = chance.choice(pairs)
    end = a.start + len(a.text.rstrip())
    words = re.sub(r"^[-*] +", "", page.text[b.start :])
    return page.text[:end] + ("" if page.lang == "zh" else " ") + words, a, b


def change(pattern: str) -> Callable[[Page, random.Random], tuple[str, Paragraph] | None]:
    """One digit of a match of the pattern changed, so that the value is another."""

    def plant(page: Page, chance: random.Random) -> tuple[str, Paragraph] | None:
        places = [(block, match) for block in paragraphs(page) for match in re.finditer(pattern, block.text)]
        if not places:
            return None
        block, match = chance.choice(places)
        place = block.start + chance.choice([each.start() for each in re.finditer(r"\d", match[0])]) + match.start()
        digit = page.text[place]
        other = chance.choice([each for each in "123456789" if each != digit])
        return page.text[:place] + other + page.text[place + 1 :], block

    return plant


KINDS: dict[str, Callable[[Page, random.Random], tuple | None]] = {
    "drop": drop,
    "swap": swap,
    "merge": merge,
    "number": change(r"(?<![\w/.()])\d+(?![\w/.)(])"),
    "date": change(
        r"\d+年\d+月\d+日|\d+ (?:January|February|March|April|May|June|July|August|September|October|November|December) \d{4}"
    ),
    "article": change(r"Articles? \d+|rule \d+|第\d+条"),
    "symbol": change(r"[AS]/(?:RES/)?\d+/\d+"),
}


def plant(kind: str, page: Page, chance: random.Random) -> tuple[Page, tuple[Paragraph, ...]] | None:
    """A page with one fault of a kind, and the paragraphs (of the page as it was) that it touches."""
    planted = KINDS[kind](page, chance)
    if planted is None:
        return None
    text, *touched = planted
    return replace(page, text=text), tuple(touched)


def near(
    reported: Iterator[tuple[str, int]], spoilt: Page, other: Page, touched: tuple[Paragraph, ...], answers: set[int]
) -> bool:
    """Whether one of the places reported is the fault's: on the spoilt page or at the answering paragraphs of the other."""
    here = {line + shift for line in lines(touched[0].page, *touched) for shift in (-2, -1, 0, 1, 2)}
    return any(
        (path == spoilt.path.as_posix() and line in here) or (path == other.path.as_posix() and line in answers)
        for path, line in reported
    )
