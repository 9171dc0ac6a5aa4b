"""The page "what is in force": every document of the register by its status, each statement with its source."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from scnotes.corpus import Corpus, relative
from scnotes.diagnostics import Lang, Text
from scnotes.labels import TYPES, WORDS, date_label, words
from scnotes.page import Page
from scnotes.register import Document
from scnotes.status import LASTING, amendment, named_sources, told
from scnotes.symbols import Symbol
from scnotes.tables import founded

STANDING = Text("现行有效", "In force")
SUPERSEDED = Text("已被取代", "Superseded")
AMENDED = Text("已作修改", "Amended")
OPEN = Text("效力不详", "Left open by the sources")
AS_OF = Text(
    "{count}。所见来源截至{seen}；此后的变化，本页未能反映。",
    "{count}. The sources seen go no further than {seen}; what has changed since, this page does not know.",
)
LATER = Text("{count}，最近被取代的列在最前。", "{count}, those superseded most recently first.")
CHANGED = Text(
    "{count}。此后又被取代的，同时列在上一节。",
    "{count}. A document that has since been superseded is listed in the section above as well.",
)
SILENT = Text(
    "{count}。所见来源既未说明其仍然有效，也未说明其已被取代；两者都不应由此推定。",
    "{count}. No source seen says that these still stand, and none says that they were superseded; neither should be inferred.",
)
REST = Text(
    "登记册中的其余{count}是信函、会议记录、报告、草案和索引，无所谓效力，不在此列。",
    "The other {count} of the register are letters, records of meetings, reports, drafts and indexes: they have no status and are not listed.",
)
CHANGES = Text("{}{}", "{} ({})")


def overview(page: Page, corpus: Corpus) -> str:
    """The page's tables as Markdown: what stands, what was superseded, what was amended, what the sources leave open."""
    return _Overview(page, corpus).markdown()


class _Overview:
    def __init__(self, page: Page, corpus: Corpus) -> None:
        self.page, self.corpus, self.lang = page, corpus, page.lang
        self.register = corpus.register

    def markdown(self) -> str:
        """All sections; a section of which there is nothing to say is left out."""
        groups = grouped(self.register.documents, self.corpus)
        standing, superseded, amended, silent, rest = groups
        seen = max((self.register.documents[each].standing or "" for each in standing), default="")
        parts = [
            self._section("standing", STANDING, AS_OF, standing, map(self._row, standing), seen),
            self._section("superseded", SUPERSEDED, LATER, superseded, map(self._row, superseded)),
            self._section("amended", AMENDED, CHANGED, amended, self._amendments(amended)),
            self._section("open", OPEN, SILENT, silent, map(self._silent, silent)),
        ]
        if rest:
            parts.append(REST.in_(self.lang).format(count=_count(len(rest), self.lang)))
        return "\n\n".join(filter(None, parts))

    def _section(
        self, key: str, title: Text, opening: Text, group: list[Symbol], rows: Iterable[tuple[str, ...]], seen: str = ""
    ) -> str:
        if not group:
            return ""
        t = words(self.lang)
        names = (t["symbol"], t["date"], t["subject"], t["status"], t["type" if key == "open" else "status_source"])
        count = _count(len(group), self.lang)
        said = opening.in_(self.lang).format(count=count, seen=date_label(seen, self.lang) if seen else "")
        table = "\n".join(f"| {' | '.join(cells)} |" for cells in (names, ("---",) * len(names), *rows))
        return (
            f"## {title.in_(self.lang)} {{#{key}}}\n\n{said}\n\n"
            f'<div class="status-list" id="{key}-list" markdown="1">\n\n{table}\n\n</div>'
        )

    def _row(self, symbol: Symbol) -> tuple[str, ...]:
        status = told(symbol, self.register, self.lang)
        assert status is not None, "grouped by its status"
        by = self.register.superseded_by(symbol)
        sources = self._sources(by, "supersedes") if by else self._sources([symbol], "standing")
        return (*self._facts(symbol), _framed(status.kind, status.phrase), sources)

    def _amendments(self, amended: Iterable[Symbol]) -> Iterator[tuple[str, ...]]:
        """One row an amendment, the earliest first."""
        for symbol in amended:
            for by in self.register.amended_by(symbol):
                phrase, which = amendment(symbol, by, self.register, self.lang)
                cell = _framed("amended", CHANGES.in_(self.lang).format(phrase, which) if which else phrase)
                yield (*self._facts(symbol), cell, self._sources([by], "amends"))

    def _silent(self, symbol: Symbol) -> tuple[str, ...]:
        status = told(symbol, self.register, self.lang)
        assert status is not None, "its kind has a status"
        document = self.register.documents[symbol]
        return (*self._facts(symbol), _framed("open", status.phrase), TYPES[document.type].in_(self.lang))

    def _facts(self, symbol: Symbol) -> tuple[str, str, str]:
        document = self.register.documents[symbol]
        date = date_label(document.date, self.lang) if document.date else WORDS["unknown"].in_(self.lang)
        return str(symbol), date, getattr(document.subject, self.lang)

    def _sources(self, holders: list[Symbol], fact: str) -> str:
        """The first source, in the reader's language if there is one, and the way to the others; without one, the reasoning.

        One source alone is marked as such, and so is a standing that is also derived: no source says it in so many words.
        """
        named = named_sources(self.register.founded(holders, fact), self.register, self.lang)
        basis = "single" if len(named) == 1 else "confirmed"
        theirs = self.corpus.page(holders[-1], self.lang)
        more = WORDS["more_sources"].in_(self.lang)
        if len(named) > 1 and theirs is not None:
            named[1:] = [(more, f"{relative(theirs.path, self.page.path)}#sources")]
        evidence = self.register.documents[holders[-1]].sources
        reasons = [each.derived for each in evidence if each.derived and fact in each.facts]
        derived = f"{WORDS['derived'].in_(self.lang)}{WORDS['colon'].in_(self.lang)}"
        cells = [f"[{name}]({url})" for name, url in named]
        if not cells:
            return " · ".join(derived + getattr(each, self.lang) for each in reasons)
        return founded(" · ".join(cells), "derived" if fact == "standing" and reasons else basis, self.lang)


def grouped(symbols: Iterable[Symbol], corpus: Corpus) -> tuple[list[Symbol], ...]:
    """What stands, was superseded, was amended, is left open, has no status; the newest first.

    Only in "amended" can a document stand that is also in another group.
    """
    register = corpus.register
    groups: dict[str, list[Symbol]] = {"standing": [], "superseded": [], "amended": [], "open": [], "": []}
    for symbol in symbols:
        kind = register.status(symbol).kind
        if kind in ("standing", "superseded"):
            groups[kind].append(symbol)
        elif kind == "none":
            groups["open" if register.documents[symbol].type in LASTING else ""].append(symbol)
        if register.amended_by(symbol):
            groups["amended"].append(symbol)

    def newest(symbol: Symbol) -> tuple[str, str]:
        own: Document = register.documents[symbol]
        by = register.status(symbol)
        return (by.date or "" if by.kind == "superseded" else "", own.date or "")

    for group in groups.values():
        group.sort(key=newest, reverse=True)
    return tuple(groups.values())


def _framed(kind: str, phrase: str) -> str:
    return f'<span class="status status--{kind}">{phrase}</span>'


def _count(number: int, lang: Lang) -> str:
    if lang == "zh":
        return f"{number}份文件"
    return f"{number} document{'s' if number != 1 else ''}"
