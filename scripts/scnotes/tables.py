"""Tables made of data: rows that a phone shows as cards, marks of how well a fact is founded, numbered sources below."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from scnotes.debates import Debate
from scnotes.diagnostics import Lang, Text
from scnotes.labels import date_label, words
from scnotes.register import Register

COMMA = {"zh": "、", "en": ", "}
NONE_SEEN = Text("所见来源未载", "not found in the sources seen")
NO_RECORD = Text("公开视频会议，没有S/PV文号的会议记录", "open videoconference, without a record under an S/PV symbol")
SOURCES = Text("来源", "Sources")


class Numbered:
    """The sources that a page's tables rest on, numbered in the order in which they are first cited."""

    def __init__(self, register: Register, lang: Lang) -> None:
        self.register, self.lang = register, lang
        self.numbers: dict[str, int] = {}

    def cite(self, keys: Iterable[str]) -> str:
        """Links to the entries of sources, by number, in Markdown; a dash for none."""
        found = sorted({self.numbers.setdefault(key, len(self.numbers) + 1) for key in keys})
        name = SOURCES.in_(self.lang)
        links = (f'[{n}](#source-{n}){{: .source-ref aria-label="{name} {n}" }}' for n in found)
        return " ".join(links) or "—"

    def listed(self) -> str:
        """The section of sources: each with its number, name and address."""
        lines = [f"## {SOURCES.in_(self.lang)} {{#sources}}", "", '<div class="source-list" markdown="1">', ""]
        for key, number in self.numbers.items():
            source = self.register.sources[key]
            lines.append(
                f'{number}. <span id="source-{number}"></span>[{getattr(source.name, self.lang)}]({source.url})'
            )
        return "\n".join([*lines, "", "</div>"])


def table(headings: Sequence[str], rows: Iterable[Sequence[str]], lang: Lang) -> str:
    """A Markdown table; each cell also carries its column's name, which is shown where the columns have no room."""
    lines = ["| " + " | ".join(headings) + " |", "|" + "---|" * len(headings)]
    for row in rows:
        cells = (_labelled(name, cell, lang) for name, cell in zip(headings, row, strict=True))
        lines.append("| " + " | ".join(cells) + " |")
    return "\n".join(['<div class="fact-table" markdown="1">', "", *lines, "", "</div>"])


def _labelled(name: str, cell: str, lang: Lang) -> str:
    return f'<span class="fact-table__label">{name}{words(lang)["colon"]}</span>{cell}'


def founded(text: str, basis: str, lang: Lang) -> str:
    """A fact with a mark if it rests on one source or on reasoning only; a confirmed one as it is."""
    mark = {"single": words(lang)["single"], "derived": words(lang)["derived"]}.get(basis)
    return f'{text} <span class="founded">{mark}</span>' if mark else text


def day(date: str, basis: str, lang: Lang) -> str:
    """A date as the UN prints it, not broken over two lines, with the mark of how well it is founded."""
    return founded(f'<span class="day">{date}</span>', basis, lang)


def missing(lang: Lang) -> str:
    """What stands where no source seen gives a fact."""
    return f'<span class="not-seen">{NONE_SEEN.in_(lang)}</span>'


def dates_label(dates: Sequence[str], lang: Lang) -> str:
    """The days of one meeting: 11 and 14 March 2024, 2024年3月11日和14日.

    >>> dates_label(("2024-03-11", "2024-03-14"), "en"), dates_label(("2024-03-11", "2024-03-14"), "zh")
    ('11 and 14 March 2024', '2024年3月11日和14日')
    """
    first, last = date_label(dates[0], lang), date_label(dates[-1], lang)
    if len(dates) < 2:
        return first
    if dates[0][:7] == dates[-1][:7]:
        return f"{first}和{int(dates[-1][8:])}日" if lang == "zh" else f"{int(dates[0][8:])} and {last}"
    return f"{first}和{last}" if lang == "zh" else f"{first} and {last}"


def records_label(debate: Debate, lang: Lang) -> str:
    """The records of a debate, with their mark; that it has none; or that no source seen gives them."""
    if debate.records:
        return founded(COMMA[lang].join(map(str, debate.records)), debate.entry.basis("records"), lang)
    return (
        founded(NO_RECORD.in_(lang), debate.entry.basis("form"), lang)
        if debate.entry.form == "videoconference"
        else missing(lang)
    )
