"""The scale of the timeline: where a date stands, and where labels stand so that none covers another."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise


@dataclass(frozen=True, slots=True)
class Scale:
    """Every day takes the same room: ``year`` units from the first day of ``first``, at 0, downwards."""

    first: int
    year: float

    def at(self, day: date) -> float:
        """Where a day begins."""
        start = date(day.year, 1, 1)
        return (day.year - self.first + (day - start) / (date(day.year + 1, 1, 1) - start)) * self.year

    def span(self, written: str) -> tuple[float, float]:
        """Where what is known of a date begins and ends: a day, a month (YYYY-MM) or a year (YYYY)."""
        begin, end = days(written)
        return self.at(begin), self.at(end)


def days(written: str) -> tuple[date, date]:
    """The first day that a date of the register may mean, and the day after the last.

    >>> days("2012-12")
    (datetime.date(2012, 12, 1), datetime.date(2013, 1, 1))
    """
    parts = [int(part) for part in written.split("-")]
    if len(parts) == 1:
        return date(parts[0], 1, 1), date(parts[0] + 1, 1, 1)
    if len(parts) == 2:
        year, month = parts
        return date(year, month, 1), date(year + month // 12, month % 12 + 1, 1)
    return date(*parts), date(*parts) + timedelta(days=1)


def spread(wanted: Sequence[float], heights: Sequence[float]) -> list[float]:
    """Centres for labels of these heights, in the same order and as near as can be to those wanted, none over another.

    ``wanted`` is in ascending order. Labels that would meet move together until the squares of their ways are least
    (the regression that statistics calls isotonic, by pooling neighbours).
    """
    # With each label's offset below the first one taken away, "not over another" becomes "not in falling order".
    offsets = [0.0] * bool(heights)
    for upper, lower in pairwise(heights):
        offsets.append(offsets[-1] + (upper + lower) / 2)
    pools: list[tuple[float, int]] = []
    for place, offset in zip(wanted, offsets, strict=True):
        mean, count = place - offset, 1
        while pools and pools[-1][0] > mean:
            before, many = pools.pop()
            mean, count = (mean * count + before * many) / (count + many), count + many
        pools.append((mean, count))
    means = [mean for mean, count in pools for _ in range(count)]
    return [mean + offset for mean, offset in zip(means, offsets, strict=True)]
