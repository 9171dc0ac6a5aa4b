"""Provisions that one can check: who is to do what by when, which document says so, what is known of each year."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Annotated, Literal

from pydantic import Field

from scnotes.records import Both, Record

# A statement that rests on the letter alone is Albania's, whatever else is true of it.
LETTER = "S/2022/499"
Basis = Literal["claim", "single", "several", "derived"]


class Cited(Record):
    """Where a provision stands: a document, and where known its paragraph, numbered or lettered."""

    symbol: str
    paragraph: int | str | None = None


class Known(Record):
    """What is known of a year ("2021") or of several ("2020-2022"); ``date`` is the day where there is one.

    ``derived`` is the reasoning, where the statement follows from what the sources say and is not said by them.
    """

    years: Annotated[str, Field(pattern=r"^\d{4}(-\d{4})?$")]
    date: Annotated[str, Field(pattern=r"^\d{4}-\d\d-\d\d$")] | None = None
    what: Both
    sources: tuple[str, ...] = ()
    derived: Both | None = None

    @property
    def span(self) -> range:
        """The years as numbers."""
        first, _, last = self.years.partition("-")
        return range(int(first), int(last or first) + 1)


class Provision(Record):
    """One thing that can be checked. ``asked`` is the letter's paragraph that speaks of it; ``due`` the first and the
    last year in which its being done could be seen in the sources; ``page`` one of ours that has more, if it is there.
    """

    name: Both
    who: Both
    what: Both
    by: Both
    cites: tuple[Cited, ...] = Field(min_length=1)
    sources: tuple[str, ...] = ()
    asked: Annotated[str, Field(pattern=r"^p\d+$")]
    due: tuple[int, int]
    note: Both | None = None
    page: str | None = None
    known: tuple[Known, ...] = ()

    def gaps(self) -> Iterator[range]:
        """The years of which nothing is known, neighbours together."""
        seen = {year for each in self.known for year in each.span}
        start: int | None = None
        for year in range(self.due[0], self.due[1] + 2):
            missing = year <= self.due[1] and year not in seen
            if missing and start is None:
                start = year
            elif not missing and start is not None:
                yield range(start, year)
                start = None


def basis(sources: Sequence[str]) -> Basis:
    """How well a statement is founded: on the letter alone, on one source, on several, or on reasoning only.

    >>> basis(["S/2022/499"]), basis(["SC/14534"]), basis(["SC/14534", "S/2022/499"])
    ('claim', 'single', 'several')
    """
    keys = set(sources)
    if not keys:
        return "derived"
    if keys == {LETTER}:
        return "claim"
    return "single" if len(keys) == 1 else "several"
