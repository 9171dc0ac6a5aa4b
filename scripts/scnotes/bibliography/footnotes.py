"""Ready references as UN documents make them: a footnote, and the title with the symbol in brackets.

Source: the United Nations Editorial Manual, "Footnotes and other references", chapter III (masthead documents are
identified by title and symbol; the symbol may stand in brackets after the full title), and "Instructions for the
preparation of documents" (paragraph numbers are cited, not pages); the letter itself, in both languages.
"""

from __future__ import annotations

import re

from scnotes.bibliography.citable import Citable
from scnotes.diagnostics import Text
from scnotes.labels import date_label, paragraph_label

COMMA = Text("，", ", ")
BRACKETS = Text("{}({})", "{} ({})")
QUOTED = Text("“{}”", "“{}”")
ANNEX = Text("附件", "annex")
ASSEMBLY = Text("大会第{}号决议", "General Assembly resolution {}")
COUNCIL = Text("安全理事会第{}号决议", "Security Council resolution {}")
TRANSLATION = Text("{}(非正式译文，{}，{})", "{} (unofficial translation, {}, {})")


def footnote(item: Citable, site: str) -> str:
    """The reference as a footnote of a UN document gives it: S/2017/507, para. 94; S/2017/507，第94段.

    A resolution is named by its number. The paragraphs of a letter have no numbers at the UN: the annex and the heading
    are named, and the paragraph's address here follows.
    """
    parts = [_named(item), pin(item)]
    if item.place and item.place.number is None:
        parts.append(item.address(site))
    return COMMA.in_(item.lang).join(filter(None, parts))


def in_text(item: Citable) -> str:
    """The title, with the symbol and the place in brackets; a resolution and its place, as in a footnote."""
    named = _named(item)
    inside = COMMA.in_(item.lang).join(filter(None, (item.document.symbol, pin(item))))
    if named != item.document.symbol:
        return BRACKETS.in_(item.lang).format(named, inside)
    return BRACKETS.in_(item.lang).format(_dated(item), inside)


def translation(item: Citable, site: str, name: str) -> str:
    """A reference to our own translation, which is not the United Nations' text; ``name`` is the site's."""
    named = COMMA.in_(item.lang).join(filter(None, (item.document.symbol, pin(item))))
    return TRANSLATION.in_(item.lang).format(named, name, item.address(site))


def pin(item: Citable) -> str:
    """Where in the document: para. 94, para. (b), annex, “Background”; nothing for the whole."""
    place, lang = item.place, item.lang
    if place is None:
        return ""
    if place.number is not None:
        return paragraph_label(place.number, lang).replace("paragraph ", "para. ")
    section = QUOTED.in_(lang).format(place.section) if place.section else ""
    annex = ANNEX.in_(lang) if place.annex else ""
    return COMMA.in_(lang).join(filter(None, (annex, section)))


def _named(item: Citable) -> str:
    """A resolution by its number, as the UN cites it; any other document by its symbol."""
    symbol = item.document.symbol
    if match := re.fullmatch(r"A/RES/(\d+/\d+(?: ?[A-Z])?)", symbol):
        return ASSEMBLY.in_(item.lang).format(match[1])
    if match := re.fullmatch(r"S/RES/(\d+)\((\d{4})\)", symbol):
        number = f"{match[1]}({match[2]})" if item.lang == "zh" else f"{match[1]} ({match[2]})"
        return COUNCIL.in_(item.lang).format(number)
    return symbol


def _dated(item: Citable) -> str:
    """The title; notes by the President all have the same one, and are told apart by their dates."""
    document, lang = item.document, item.lang
    if document.type != "note" or document.date is None or item.title.startswith("["):
        return item.title
    date = date_label(document.date, lang)
    if lang == "zh":
        return item.title.removesuffix("的说明") + f"{date}的说明"
    return f"{item.title} {'dated' if len(item.date) == 3 else 'of'} {date}"
