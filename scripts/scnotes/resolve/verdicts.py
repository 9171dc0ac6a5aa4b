"""What the proof says of one document in one language: proved, disproved or unknown, why, and on what evidence."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Literal

from scnotes.diagnostics import Text
from scnotes.symbols import Symbol

Outcome = Literal["proved", "disproved", "unknown"]
Depth = Literal["locate", "file", "text"]
OUTCOMES: tuple[Outcome, ...] = ("proved", "disproved", "unknown")
# How far a proof goes: the API names a file; its first bytes are a document's; page one shows symbol and language.
DEPTHS: tuple[Depth, ...] = ("locate", "file", "text")


@dataclass(frozen=True, slots=True, order=True)
class Probe:
    """A document in one of ar, zh, en, fr, ru, es: asked once, however many links lead to it."""

    symbol: Symbol
    lang: str


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a verdict is as it is: a code for programs, permanent, and a sentence for people."""

    code: str
    text: Text


@dataclass(frozen=True, slots=True)
class Evidence:
    """What was seen: each hop with its status (or trouble), the file's path, and the SHA-256 of the bytes read."""

    hops: tuple[str, ...] = ()
    path: str = ""
    sha256: str = ""
    depth: Depth = "locate"
    notes: tuple[Text, ...] = ()


@dataclass(frozen=True, slots=True)
class Verdict:
    """``fresh`` says that it was not asked now but is kept in the ledger, proved on ``seen`` (an ISO date)."""

    outcome: Outcome
    reason: Reason
    evidence: Evidence = field(default_factory=Evidence)
    seen: str = ""
    fresh: bool = False


def unknown(reason: Reason, evidence: Evidence | None = None) -> Verdict:
    """Neither proved nor disproved."""
    return Verdict("unknown", reason, evidence or Evidence())


def printable(text: str, limit: int = 200) -> str:
    """A text from the network, safe on a terminal and in a log: control, bidirectional and line characters become escapes.

    >>> printable("a\\x1b[31m")
    'a\\\\x1b[31m'
    """
    shown = "".join(
        c if c.isprintable() else c.encode("unicode_escape", "surrogatepass").decode() for c in text[:limit]
    )
    return shown + "…" if len(text) > limit else shown


def counts(verdicts: Iterable[Verdict]) -> dict[Outcome, int]:
    """How many of each outcome, all three named."""
    found: dict[Outcome, int] = dict.fromkeys(OUTCOMES, 0)
    for verdict in verdicts:
        found[verdict.outcome] += 1
    return found
