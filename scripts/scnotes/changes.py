"""What a later document did to paragraphs of an earlier one: read in one direction, asked for in both."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from pydantic import Field

from scnotes.records import Basis, Both, Grounded
from scnotes.symbols import Symbol, parse

if TYPE_CHECKING:
    from scnotes.register import Document

Kind = Literal["adds", "restates", "revises", "amends"]


class ChangeEntry(Grounded):
    """One entry of changes.yml: what paragraph ``part`` of the note ``by`` did to ``paragraphs`` of the note ``of``."""

    by: str
    part: int | str | None = None
    of: str
    paragraphs: tuple[int, ...] = Field(min_length=1)
    kind: Literal["adds", "restates", "revises"]
    what: Both


@dataclass(frozen=True, slots=True)
class Change:
    """What a later document did to paragraphs of an earlier one.

    ``what`` is None where a source says only that the text was amended; ``basis`` is that of the paragraphs or of what
    happened to them, whichever is less well founded; ``sources`` are keys, each once.
    """

    by: Symbol
    part: int | str | None
    of: Symbol
    paragraphs: tuple[int, ...]
    kind: Kind
    what: Both | None
    basis: Basis
    sources: tuple[str, ...]


def changes(entries: Sequence[ChangeEntry], documents: Iterable[Document]) -> Iterator[Change]:
    """The changes of changes.yml, and every amendment of the register that names paragraphs."""
    for entry in entries:
        keys = tuple(dict.fromkeys(ground.source for ground in entry.sources if ground.source))
        numbers, what = entry.basis("paragraphs"), entry.basis("what")
        basis: Basis = (
            "derived" if "derived" in (numbers, what) else "single" if "single" in (numbers, what) else numbers
        )
        by, of = parse(entry.by), parse(entry.of)
        yield Change(by, entry.part, of, entry.paragraphs, entry.kind, entry.what, basis, keys)
    for document in documents:
        for each in document.amends:
            if each.paragraphs:
                grounds = [ground for ground in document.sources if "amends" in ground.facts]
                found = tuple(ground.source for ground in grounds if ground.source)
                basis = "confirmed" if len(found) > 1 else "single" if found else "derived"
                symbol, amended = parse(document.symbol), parse(each.symbol)
                yield Change(symbol, None, amended, each.paragraphs, "amends", None, basis, found)
