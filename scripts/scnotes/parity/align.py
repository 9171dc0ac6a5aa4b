"""Which paragraph of one language answers which of the other: alignment by kind, length, values and words.

After Gale and Church (1993), whose lengths alone cannot see two paragraphs swapped; values and a lexicon can.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from scnotes.parity.paragraphs import Paragraph

GAP, JOIN, SWAP_MARGIN = 1.15, 0.95, 0.55
BAND = 60  # how far from the diagonal a paragraph is looked for, beyond the difference in number


@dataclass(frozen=True, slots=True)
class Pair:
    """Indexes of the paragraphs that answer each other; either side may be empty (missing) or hold two (joined)."""

    zh: tuple[int, ...]
    en: tuple[int, ...]


class Cost:
    """How badly paragraphs answer each other, from 0 (surely the same) to about 2 (surely not)."""

    def __init__(self, zh: Sequence[Paragraph], en: Sequence[Paragraph]) -> None:
        self.zh, self.en = zh, en
        # As if 200 characters of ordinary UN text stood before: one paragraph of a short page must not sway it.
        self.ratio = (sum(each.size for each in en) + 560) / (sum(each.size for each in zh) + 200)
        self._seen: dict[tuple[tuple[int, ...], tuple[int, ...]], float] = {}

    def __call__(self, zh: tuple[int, ...], en: tuple[int, ...]) -> float:
        key = (zh, en)
        if key not in self._seen:
            self._seen[key] = self._cost([self.zh[i] for i in zh], [self.en[j] for j in en])
        return self._seen[key]

    def one_kind(self, i: int, a: int, j: int, b: int) -> bool:
        """Whether the paragraphs that end at ``i`` and ``j`` are of one kind: a bullet is joined with a bullet only."""
        return len({each.block.kind for each in (*self.zh[i - a : i], *self.en[j - b : j])}) == 1

    def _cost(self, zh: list[Paragraph], en: list[Paragraph]) -> float:
        return self._kinds(zh, en) + self._lengths(zh, en) + self._values(zh, en) + self._words(zh, en)

    @staticmethod
    def _kinds(zh: list[Paragraph], en: list[Paragraph]) -> float:
        ours, theirs = (
            {(each.block.kind, each.block.level) for each in zh},
            {(each.block.kind, each.block.level) for each in en},
        )
        if ours & theirs:
            return 0.0
        return 1.0 if ("heading" in {kind for kind, _ in ours}) != ("heading" in {kind for kind, _ in theirs}) else 0.3

    def _lengths(self, zh: list[Paragraph], en: list[Paragraph]) -> float:
        ours = sum(each.size for each in zh) * self.ratio + 12
        theirs = sum(each.size for each in en) + 12
        return min(0.6, 0.75 * abs(math.log(theirs / ours)))

    @staticmethod
    def _values(zh: list[Paragraph], en: list[Paragraph]) -> float:
        """0 where all that is stated is offered, up to 0.6 where nothing is."""
        stated = missed = 0
        for ours, theirs in ((zh, en), (en, zh)):
            offered = frozenset().union(*(each.offered for each in theirs))
            places = {place for each in theirs for place in (*each.symbols, *each.links)}
            for each in ours:
                required = [value for value in each.values if value.required]
                stated += len(required) + 2 * (len(each.symbols) + len(each.links))
                missed += sum(not value.keys & offered for value in required)
                missed += 2 * sum(place not in places for place in (*each.symbols, *each.links))
        return 0.6 * missed / stated if stated else 0.12

    @staticmethod
    def _words(zh: list[Paragraph], en: list[Paragraph]) -> float:
        ours = frozenset().union(*(each.concepts for each in zh))
        theirs = frozenset().union(*(each.concepts for each in en))
        lexical = frozenset(each for each in theirs if not each.startswith("latin:"))
        wanted = len(ours) + len(lexical)
        if wanted == 0:
            return 0.2
        found = 2 * len(ours & theirs)
        # Few words prove little either way.
        certainty = min(1.0, wanted / 8)
        return certainty * 0.8 * (1 - min(1.0, 1.35 * found / wanted)) + (1 - certainty) * 0.2


def align(zh: Sequence[Paragraph], en: Sequence[Paragraph], cost: Cost) -> list[Pair]:
    """The cheapest way through both texts in order: one to one, one to none, one to two."""
    rows, columns = len(zh), len(en)
    band = abs(rows - columns) + BAND
    best: dict[tuple[int, int], tuple[float, tuple[int, int]]] = {(0, 0): (0.0, (0, 0))}
    for i in range(rows + 1):
        middle = round(i * columns / rows) if rows else 0
        for j in range(max(0, middle - band), min(columns, middle + band) + 1):
            for a, b in ((1, 1), (1, 0), (0, 1), (1, 2), (2, 1)):
                before = best.get((i - a, j - b))
                if before is None or (i, j) == (0, 0):
                    continue
                step = GAP if a == 0 or b == 0 else cost(tuple(range(i - a, i)), tuple(range(j - b, j)))
                if a + b == 3 and not cost.one_kind(i, a, j, b):
                    continue
                total = before[0] + step + (JOIN if a + b == 3 else 0.0)
                if (i, j) not in best or total < best[i, j][0]:
                    best[i, j] = (total, (a, b))
    pairs: list[Pair] = []
    i, j = rows, columns
    while (i, j) != (0, 0):
        a, b = best[i, j][1]
        pairs.append(Pair(tuple(range(i - a, i)), tuple(range(j - b, j))))
        i, j = i - a, j - b
    return pairs[::-1]


def crossed(pairs: Sequence[Pair], cost: Cost, reach: int = 25) -> list[tuple[Pair, Pair]]:
    """Pairs whose partners would answer better if exchanged: paragraphs that stand in another order."""
    single = [pair for pair in pairs if len(pair.zh) == len(pair.en) == 1]
    found: list[tuple[Pair, Pair]] = []
    taken: set[Pair] = set()
    for place, first in enumerate(single):
        if first in taken or cost(first.zh, first.en) < 0.3:
            continue
        gains = [
            (
                cost(first.zh, first.en)
                + cost(other.zh, other.en)
                - cost(first.zh, other.en)
                - cost(other.zh, first.en),
                other,
            )
            for other in single[place + 1 : place + reach]
            if other not in taken and cost(other.zh, other.en) >= 0.3
        ]
        gain, other = max(gains, key=lambda each: each[0], default=(0.0, first))
        if gain > SWAP_MARGIN:
            found.append((first, other))
            taken |= {first, other}
    return found
