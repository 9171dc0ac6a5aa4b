"""The page of the timeline: notes and statements on one side, open debates on the other, as a picture and as a table."""

from __future__ import annotations

from scnotes.corpus import Corpus
from scnotes.debates import Debate, Gap
from scnotes.diagnostics import Lang, Text
from scnotes.labels import DEBATE, TYPES
from scnotes.page import Page
from scnotes.pictures import svg
from scnotes.pictures.axis import FORMATS, Axis, legend
from scnotes.pictures.events import NO_DEBATE, PRESIDENCY, Event, dates, events, undated
from scnotes.pictures.tables import Row, table
from scnotes.register import Document
from scnotes.tables import COMMA, Numbered, records_label

NOTE = Text("概念说明：{}", "Concept note: {}")
UNDATED = Text("以下文件因所见来源未载日期，未列入：{}。", "Not shown, because no source seen gives their dates: {}.")
COLUMNS = (
    Text("日期", "Date"),
    Text("类型", "Type"),
    Text("文件", "Document"),
    Text("内容", "Subject"),
    Text("来源", "Source"),
)
TABLE = Text("逐项列表", "The same as a table")


def timeline(page: Page, corpus: Corpus) -> str:
    """The picture and the table, as Markdown; the same register gives the same bytes."""
    known = events(corpus)
    drawings = (Axis(form, known, page, corpus).drawn() for form in FORMATS)
    numbered = Numbered(corpus.register, page.lang)
    rows = [_row(each, page.lang) for each in known]
    missing = COMMA[page.lang].join(str(symbol) for symbol in undated(corpus))
    return "\n\n".join(
        (
            svg.figure("timeline", drawings, legend(known, page)),
            f"## {TABLE.in_(page.lang)} {{#table}}",
            table(COLUMNS, rows, numbered, page),
            UNDATED.in_(page.lang).format(missing) if missing else "",
            numbered.listed(),
        )
    )


def _sources(event: Event) -> tuple[tuple[str, ...], bool]:
    """Keys of the sources of an event's date, and whether reasoning has a part in it."""
    if isinstance(event.subject, Debate):
        return tuple(event.subject.sources()), False
    if isinstance(event.subject, Gap):
        grounds = event.subject.sources
        return tuple(each.source for each in grounds if each.source), any(each.derived for each in grounds)
    dated = [each for each in event.subject.sources if "date" in each.facts]
    return tuple(each.source for each in dated if each.source), any(each.derived for each in dated)


def _row(event: Event, lang: Lang) -> Row:
    date = f'<span id="{event.key}">{dates(event, lang)}</span>'
    subject = event.subject
    if isinstance(subject, Document):
        cells = (date, TYPES[subject.type].in_(lang), subject.symbol, getattr(subject.subject, lang))
    elif isinstance(subject, Debate):
        records = COMMA[lang].join(map(str, subject.records)) or records_label(subject, lang)
        more = [PRESIDENCY.in_(lang).format(getattr(subject.presidency, lang))] if subject.presidency else []
        more += [NOTE.in_(lang).format(subject.concept_note)] if subject.concept_note else []
        cells = (date, DEBATE.in_(lang), records, "<br>".join(more) or "—")
    else:
        said = "<br>".join(getattr(remark, lang) for remark in subject.remarks)
        cells = (date, NO_DEBATE.in_(lang).format(subject.year), "—", said or "—")
    sources, derived = _sources(event)
    return Row(cells, sources, derived)
