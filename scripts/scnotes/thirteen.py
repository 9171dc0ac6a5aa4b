"""The page of the 13 notes of 2019 and 2021, of which the letter speaks as one."""

from __future__ import annotations

from collections.abc import Iterator

from scnotes.corpus import Corpus
from scnotes.diagnostics import Text
from scnotes.labels import STATUS, date_label
from scnotes.page import Page
from scnotes.register import Document
from scnotes.symbols import parse
from scnotes.tables import COMMA, Numbered, day, founded, missing, table

HEADINGS = (
    Text("文号", "Symbol"),
    Text("日期", "Date"),
    Text("主题", "Subject"),
    Text("执行部分段数", "Operative paragraphs"),
    Text("效力", "Status"),
    Text("来源", "Sources"),
)
LISTED = Text("逐份列出", "One by one")
BY = Text("{}：{}，{}", "{} by {}, {}")
UNTIL = Text("{}（截至{}所见来源）", "{} (sources seen up to {})")


def thirteen(page: Page, corpus: Corpus) -> str:
    """Markdown: a table with a row for each note of the series, and its sources."""
    lang = page.lang
    sources = Numbered(corpus.register, lang)
    notes = [document for document in corpus.register if document.series == "thirteen"]
    rows = [list(_row(note, corpus, sources, page)) for note in notes]
    listed = table([each.in_(lang) for each in HEADINGS], rows, lang)
    return "\n\n".join([f"## {LISTED.in_(lang)} {{#notes}}", listed, sources.listed()])


def _row(note: Document, corpus: Corpus, sources: Numbered, page: Page) -> Iterator[str]:
    lang, register = page.lang, corpus.register
    yield note.symbol
    yield day(date_label(note.date, lang), register.basis(note, "date"), lang) if note.date else missing(lang)
    yield getattr(note.subject, lang)
    count = str(note.paragraphs) if note.paragraphs else None
    yield founded(count, register.basis(note, "paragraphs"), lang) if count else missing(lang)
    status = register.status(parse(note.symbol))
    label = STATUS[status.kind].in_(lang) if status.kind in STATUS else missing(lang)
    if status.by and status.date:
        by = COMMA[lang].join(map(str, status.by))
        label = BY.in_(lang).format(label, by, date_label(status.date, lang))
    elif status.as_of:
        label = UNTIL.in_(lang).format(label, date_label(status.as_of, lang))
    yield label
    keys = [each.source for each in note.sources if {"date", "paragraphs", "series", "standing"} & set(each.facts)]
    yield sources.cite([key for key in keys if key is not None] + list(status.sources))
