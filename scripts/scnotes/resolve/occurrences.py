"""Where a corpus promises a UN document: links written by hand, symbols that become links, the six languages of a card."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from scnotes.corpus import Corpus
from scnotes.front_matter import symbol_of
from scnotes.page import Page
from scnotes.resolve import reasons
from scnotes.resolve.verdicts import Probe, Reason
from scnotes.symbols import LANGUAGES
from scnotes.un_addresses import read_address


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One link: its address and place; ``probe`` is what is asked of the UN, ``why`` why nothing is, neither for other hosts."""

    path: str
    line: int
    column: int
    url: str
    probe: Probe | None = None
    why: Reason | None = None


def occurrences(corpus: Corpus, pages: Iterable[Page]) -> Iterator[Occurrence]:
    """Every link of the pages that leads out of the project, in the order of the text."""
    for page in pages:
        yield from _written(page)
        if not corpus.bilingual:
            continue
        for mention in page.mentions:
            yield _at(page, mention.start, mention.symbol.url(page.lang), Probe(mention.symbol, page.lang))
        symbol = symbol_of(page)
        for code in LANGUAGES if symbol else ():
            line, column = page.front_position("symbol")
            assert symbol is not None
            yield Occurrence(page.path.as_posix(), line, column, symbol.url(code), Probe(symbol, code))


def _written(page: Page) -> Iterator[Occurrence]:
    for link in page.links:
        start = link.start if link.url_start is None else link.url_start
        address = read_address(link.url)
        if address is None:
            if re.match(r"https?://", link.url, re.IGNORECASE):
                yield _at(page, start, link.url, None)
            continue
        lang = address.lang or ("" if address.code else page.lang)
        if address.symbol is not None and lang and not address.cut:
            yield _at(page, start, link.url, Probe(address.symbol, lang))
        else:
            why = reasons.LANGUAGE if address.symbol else reasons.NO_NAME
            yield _at(page, start, link.url, None, why)


def _at(page: Page, offset: int, url: str, probe: Probe | None, why: Reason | None = None) -> Occurrence:
    return Occurrence(page.path.as_posix(), *page.position(offset), url, probe, why)


def changed_lines(root: Path, revision: str) -> dict[str, set[int]]:
    """Lines added or changed since a revision, by path relative to the root.

    Raises LookupError, with what git said, where there is no such revision.
    """
    command = ["git", "diff", "--unified=0", "--no-color", "--no-ext-diff", "--relative", revision, "--", "*.md"]
    run = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)
    if run.returncode != 0:
        raise LookupError(run.stderr.strip())
    found: dict[str, set[int]] = {}
    path = ""
    for line in run.stdout.splitlines():
        if line.startswith("+++ b/"):
            path = line.removeprefix("+++ b/")
        match = re.match(r"@@ -\S+ \+(\d+)(?:,(\d+))? @@", line)
        if match:
            start, length = int(match[1]), int(match[2] or 1)
            found.setdefault(path, set()).update(range(start, start + length))
    return found
