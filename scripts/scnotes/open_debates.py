"""The page of the open debates: one row a debate or a year without one, and below it who chaired the Working Group."""

from __future__ import annotations

from collections.abc import Iterator

from scnotes.corpus import Corpus
from scnotes.debates import Chair, Debate, Gap
from scnotes.diagnostics import Lang, Text
from scnotes.page import Page
from scnotes.tables import Numbered, dates_label, day, founded, missing, records_label, table

HEADINGS = (
    Text("日期", "Date"),
    Text("会议记录", "Meeting record"),
    Text("概念说明", "Concept note"),
    Text("轮值主席国", "Presidency"),
    Text("工作组主席", "Chair of the Working Group"),
    Text("来源", "Sources"),
)
LISTED = Text("历次辩论", "The debates")
CHAIRS = Text("非正式工作组历任主席", "Chairs of the Informal Working Group")
CHAIR_HEADINGS = (Text("年份", "Years"), Text("主席", "Chair"), Text("来源", "Sources"))
NO_DEBATE = Text("没有举行此类辩论", "no such debate was held")
STATEMENT = Text("主席声明：{}", "Presidential statement: {}")
NO_SYMBOL = Text("文号：", "symbol: ")
VICE = Text("{}(副主席：{})", "{} (Vice-Chair: {})")
YEAR = Text("{}年", "{}")


def open_debates(page: Page, corpus: Corpus) -> str:
    """Markdown: a table of debates and gaps in order of time, a table of chairs, and the sources of both."""
    lang, register = page.lang, corpus.register
    sources = Numbered(register, lang)
    rows = [(debate.date, list(_debate(debate, sources, lang))) for debate in register.debates]
    rows += [(str(gap.year), list(_gap(gap, sources, lang))) for gap in register.gaps]
    chairs = [_chair(chair, sources, lang) for chair in register.chairs]
    parts = [
        f"## {LISTED.in_(lang)} {{#debates}}",
        table([each.in_(lang) for each in HEADINGS], (row for _, row in sorted(rows)), lang),
        f"## {CHAIRS.in_(lang)} {{#chairs}}",
        table([each.in_(lang) for each in CHAIR_HEADINGS], chairs, lang),
        sources.listed(),
    ]
    return "\n\n".join(parts)


def _debate(debate: Debate, sources: Numbered, lang: Lang) -> Iterator[str]:
    entry, register = debate.entry, sources.register
    record = debate.record
    basis = register.basis(record, "date") if record else entry.basis("dates")
    yield day(dates_label(debate.dates, lang), basis, lang)
    remarks = [getattr(remark, lang) for remark in debate.remarks]
    if debate.statement:
        remarks.insert(0, STATEMENT.in_(lang).format(debate.statement))
    yield "<br>".join([records_label(debate, lang), *remarks])
    note = debate.concept_note
    if note is None and entry.concept_note_of:
        yield f"{getattr(entry.concept_note_of, lang)}<br>{NO_SYMBOL.in_(lang)}{missing(lang)}"
    else:
        yield founded(str(note), entry.basis("concept_note"), lang) if note else missing(lang)
    held = getattr(debate.presidency, lang) if debate.presidency else None
    basis = register.basis(record, "presidency") if record else entry.basis("presidency")
    yield founded(held, basis, lang) if held else missing(lang)
    yield _chaired(debate.chair, debate.year, sources, lang)
    yield sources.cite(debate.sources())


def _gap(gap: Gap, sources: Numbered, lang: Lang) -> Iterator[str]:
    yield YEAR.in_(lang).format(gap.year)
    remarks = [getattr(remark, lang) for remark in gap.remarks]
    yield "<br>".join([founded(NO_DEBATE.in_(lang), gap.basis("year"), lang), *remarks])
    yield "—"
    yield "—"
    yield _chaired(sources.register.chair_of(gap.year), gap.year, sources, lang)
    yield sources.cite(ground.source for ground in gap.sources if ground.source)


def _chair(chair: Chair, sources: Numbered, lang: Lang) -> list[str]:
    years = f"{chair.first}–{chair.last}" if chair.last and chair.last != chair.first else str(chair.first)
    named = founded(_names(chair, lang), chair.basis("chairs"), lang)
    if chair.vice_chair:
        named = VICE.in_(lang).format(named, getattr(chair.vice_chair, lang))
    return [YEAR.in_(lang).format(years), named, sources.cite(each.source for each in chair.sources if each.source)]


def _chaired(chair: Chair | None, year: int, sources: Numbered, lang: Lang) -> str:
    """Who chaired the Working Group; a dash for a year before those that were looked into, as the page says above."""
    first = sources.register.chairs[0].first if sources.register.chairs else year
    return _names(chair, lang) if chair else "—" if year < first else missing(lang)


def _names(chair: Chair, lang: Lang) -> str:
    names = [getattr(each, lang) for each in chair.chairs]
    return "和".join(names) if lang == "zh" else " and ".join(names)
