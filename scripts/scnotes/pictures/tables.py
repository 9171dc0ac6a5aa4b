"""The table beside a picture: the same data for those who do not see it, and what each line rests on."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from scnotes.corpus import Reference, relative
from scnotes.diagnostics import Text
from scnotes.labels import words
from scnotes.page import Page
from scnotes.tables import Numbered


@dataclass(frozen=True, slots=True)
class Row:
    """The cells before the last, as Markdown; the last is made of keys of sources, of reasoning, of places in a full text."""

    cells: tuple[str, ...]
    sources: tuple[str, ...] = ()
    derived: bool = False
    places: tuple[Reference, ...] = ()


def table(columns: Sequence[Text], rows: Iterable[Row], numbered: Numbered, page: Page) -> str:
    """A Markdown table; on a phone the stylesheet makes each row a line or two."""
    lines = ["| " + " | ".join(each.in_(page.lang) for each in columns) + " |", "|" + "---|" * len(columns)]
    for row in rows:
        lines.append("| " + " | ".join((*row.cells, _grounds(row, numbered, page))) + " |")
    return '<div class="picture-table" markdown="1">\n\n' + "\n".join(lines) + "\n\n</div>"


def _grounds(row: Row, numbered: Numbered, page: Page) -> str:
    links = [numbered.cite(row.sources)] if row.sources else []
    for reference in row.places:
        place = f"#{reference.block.id}" if reference.block.id else ""
        links.append(f"[{place or reference.page.front.symbol}]({relative(reference.page.path, page.path)}{place})")
    if row.derived:
        links.append(words(page.lang)["derived"])
    return " ".join(dict.fromkeys(links)) or "—"
