"""The page of the provisions that one can check: for each, who does what by when, what says so, what is known by year."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from scnotes.corpus import Corpus, relative
from scnotes.diagnostics import Lang, Text
from scnotes.labels import WORDS, date_label, paragraph_label
from scnotes.page import Page
from scnotes.provisions import LETTER, Cited, Known, Provision, basis
from scnotes.records import Both
from scnotes.symbols import parse

WHO, WHAT, BY = Text("由谁", "Who"), Text("做什么", "What"), Text("期限", "By when")
SAYS_SO, STANDING = Text("规定见", "Where it stands"), Text("起讫", "Since and until")
RESTS_ON, ASKED = Text("依据", "Rests on"), Text("信函述及之处", "In the letter")
YEARS, IS_KNOWN = Text("年份", "Years"), Text("已知的情况", "What is known")
NOTHING = Text("所见来源中没有找到证据。", "No evidence found in the sources seen.")
MORE = Text("另见历次公开辩论一览", "See also the table of open debates")
SINCE = Text("{}自{}起", "{} since {}")
SUPERSEDED = Text("，{}由{}取代", ", superseded on {} by {}")
SUCCESSOR = Text("；后继文件中相应的段落未见", "; which paragraph of the successor corresponds was not seen")
MARKS = {
    "claim": Text("信函自己的说法", "the letter’s own statement"),
    "single": WORDS["single"],
    "derived": WORDS["derived"],
}
STOP = {"zh": "；", "en": "; "}
BRACKETS = {"zh": "({})", "en": " ({})"}


def listed_provisions(page: Page, corpus: Corpus) -> str:
    """Markdown: a section a provision with its id, the provision as a list and the years as a table."""
    return "\n\n".join(_section(key, each, page, corpus) for key, each in corpus.register.provisions.items())


def _section(key: str, provision: Provision, page: Page, corpus: Corpus) -> str:
    lang = page.lang
    asked = f"{relative(Path('docs', lang, f'{LETTER}.md'), page.path)}#{provision.asked}"
    items = (
        (WHO, _said(provision.who, lang)),
        (WHAT, _said(provision.what, lang)),
        (BY, _said(provision.by, lang)),
        (SAYS_SO, STOP[lang].join(_cited(each, page, corpus) for each in provision.cites)),
        (STANDING, _standing(provision.cites, corpus, lang)),
        (RESTS_ON, _rests_on(provision.sources, corpus, lang)),
        (ASKED, f"[{LETTER}, {paragraph_label(provision.asked[1:], lang)}]({asked})" if lang == "en" else
         f"[{LETTER}{paragraph_label(provision.asked[1:], lang)}]({asked})"),
    )  # fmt: skip
    colon = WORDS["colon"].in_(lang)
    lines = [f"## {_said(provision.name, lang)} {{#{key}}}", ""]
    lines += [f"- **{label.in_(lang)}**{colon}{text}" for label, text in items]
    if provision.note is not None:
        lines += ["", _said(provision.note, lang)]
    if provision.page is not None and (lang, provision.page) in corpus.pages:
        lines += ["", f"[{MORE.in_(lang)}]({relative(Path('docs', lang, provision.page), page.path)})"]
    return "\n".join([*lines, "", *_table(provision, corpus, lang)])


def _said(both: Both, lang: Lang) -> str:
    return both.zh if lang == "zh" else both.en


def _cited(cited: Cited, page: Page, corpus: Corpus) -> str:
    """A pin-cite in words that become a link; one of a lettered paragraph, which words do not pin, as a link made here."""
    lang, symbol = page.lang, parse(cited.symbol)
    if cited.paragraph is None:
        return cited.symbol
    label = paragraph_label(cited.paragraph, lang)
    words = f"{cited.symbol}{label}" if lang == "zh" else f"{cited.symbol}, {label}"
    theirs, anchor = corpus.page(symbol, lang), f"para-{cited.paragraph}"
    if isinstance(cited.paragraph, int) or theirs is None or anchor not in corpus.anchors(symbol):
        return words
    return f"[{words}]({relative(theirs.path, page.path)}#{anchor})"


def _standing(cites: Iterable[Cited], corpus: Corpus, lang: Lang) -> str:
    """Since when each document stands, and what has superseded it: as the register has it."""
    said, superseded = [], False
    for symbol in dict.fromkeys(parse(each.symbol) for each in cites):
        document, status = corpus.register.get(symbol), corpus.register.status(symbol)
        if document is None or document.date is None:
            continue
        text = SINCE.in_(lang).format(symbol, date_label(document.date, lang))
        if status.kind == "superseded" and status.date is not None:
            superseded = True
            text += SUPERSEDED.in_(lang).format(date_label(status.date, lang), status.by[-1])
        said.append(text)
    return STOP[lang].join(said) + (SUCCESSOR.in_(lang) if superseded else "")


def _table(provision: Provision, corpus: Corpus, lang: Lang) -> Iterator[str]:
    """The rows by year: what is known, and between them the years of which nothing is."""
    rows = [(each.span.start, each.date or "", _known(each, corpus, lang)) for each in provision.known]
    rows += [(gap.start, "", (_years(gap), NOTHING.in_(lang), "—")) for gap in provision.gaps()]
    yield '<div class="term-list by-year" markdown="1">'
    yield ""
    yield f"| {YEARS.in_(lang)} | {IS_KNOWN.in_(lang)} | {RESTS_ON.in_(lang)} |"
    yield "|---|---|---|"
    for _, _, cells in sorted(rows, key=lambda row: row[:2]):
        yield f"| {' | '.join(cells)} |"
    yield ""
    yield "</div>"


def _known(known: Known, corpus: Corpus, lang: Lang) -> tuple[str, str, str]:
    day = f"{date_label(known.date, lang)}{WORDS['colon'].in_(lang)}" if known.date else ""
    rests = _rests_on(known.sources, corpus, lang)
    if known.derived is not None:
        rests += f"{STOP[lang]}{MARKS['derived'].in_(lang)}{WORDS['colon'].in_(lang)}{_said(known.derived, lang)}"
    return _years(known.span), day + _said(known.what, lang), rests


def _years(span: range) -> str:
    return str(span[0]) if len(span) == 1 else f"{span[0]}–{span[-1]}"


def _rests_on(sources: Iterable[str], corpus: Corpus, lang: Lang) -> str:
    """The sources as links, and how well they found the statement where it is not by several."""
    keys = tuple(sources)
    named = [corpus.register.sources[key] for key in keys]
    linked = STOP[lang].join(f"[{_said(each.name, lang)}]({each.url})" for each in named)
    mark = MARKS.get(basis(keys))
    return linked + (BRACKETS[lang].format(mark.in_(lang)) if mark else "")
