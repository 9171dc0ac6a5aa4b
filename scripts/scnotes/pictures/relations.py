"""Who supersedes, amends and cites whom: each relation once, with what it rests on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, get_args

from scnotes.corpus import Corpus, Reference
from scnotes.diagnostics import Lang
from scnotes.register import Document, Fact
from scnotes.symbols import Symbol, parse

Kind = Literal["supersedes", "amends", "cites"]
KINDS: tuple[Kind, ...] = get_args(Kind)


@dataclass(frozen=True, slots=True)
class Relation:
    """What ``actor`` does to ``target``; ``paragraphs`` are the target's, where known.

    The register's relations rest on ``sources`` (keys), or if ``derived`` at least in part on reasoning; a citation
    rests on the ``places`` where it stands.
    """

    kind: Kind
    actor: Symbol
    target: Symbol
    paragraphs: tuple[int, ...] = ()
    sources: tuple[str, ...] = ()
    derived: bool = False
    places: tuple[Reference, ...] = ()


def relations(corpus: Corpus, lang: Lang) -> list[Relation]:
    """Every relation that the register or a full text in the language shows, by kind, actor and target."""
    found = [*_registered(corpus), *_cited(corpus, lang)]
    return sorted(found, key=lambda each: (KINDS.index(each.kind), each.actor, each.target))


def _registered(corpus: Corpus) -> Iterator[Relation]:
    for symbol, document in corpus.register.documents.items():
        for old in document.supersedes:
            sources, derived = _evidence(document, "supersedes")
            yield Relation("supersedes", symbol, parse(old), (), sources, derived)
        for amended in document.amends:
            sources, derived = _evidence(document, "amends")
            yield Relation("amends", symbol, parse(amended.symbol), amended.paragraphs, sources, derived)


def _evidence(document: Document, fact: Fact) -> tuple[tuple[str, ...], bool]:
    grounds = [each for each in document.sources if fact in each.facts]
    return tuple(each.source for each in grounds if each.source), any(each.derived for each in grounds)


def _cited(corpus: Corpus, lang: Lang) -> Iterator[Relation]:
    for target in corpus.register.documents:
        places: dict[Symbol, list[Reference]] = {}
        for reference in corpus.references(target, lang):
            if reference.page.front.symbol:
                places.setdefault(parse(reference.page.front.symbol), []).append(reference)
        for actor, references in places.items():
            if actor != target:
                numbers = {each.citation.paragraph for each in references} - {None}
                yield Relation("cites", actor, target, tuple(sorted(numbers)), places=tuple(references))  # type: ignore[arg-type]
