"""Status in words: whether a document stands, by what it was superseded or amended, since when, as of when."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from scnotes.diagnostics import Lang
from scnotes.labels import STATUS, date_label
from scnotes.register import Register
from scnotes.symbols import Symbol, parse

# What is adopted to last has a status: a letter, a record of a meeting, a report or a draft is neither in force nor superseded.
LASTING = ("note", "presidential-statement", "resolution", "decision", "rules")


@dataclass(frozen=True, slots=True)
class Told:
    """A status in one language: ``label`` is one or two words, ``text`` the rest, ``phrase`` both in one; ``sources`` are keys.

    "open" is the status of a document that could have one, where the sources say nothing of it.
    """

    kind: Literal["superseded", "amended", "standing", "open"]
    label: str
    text: str
    phrase: str
    sources: tuple[str, ...] = ()


def told(symbol: Symbol, register: Register, lang: Lang) -> Told | None:
    """A document's status in words; None for one that the register does not have, or whose kind has no status."""
    document = register.get(symbol)
    if document is None:
        return None
    status = register.status(symbol)
    if status.kind == "none":
        return Told("open", *_open(lang)) if document.type in LASTING else None
    label = STATUS[status.kind].in_(lang)
    if status.kind == "standing":
        text, phrase = _standing(document.date, status.as_of or "", label, lang)
    else:
        text, phrase = _later(status.kind, list(status.by), register, label, lang)
    return Told(status.kind, label, text, phrase, status.sources)


def amendment(symbol: Symbol, by: Symbol, register: Register, lang: Lang) -> tuple[str, str]:
    """That one document amended another, and when; and which paragraphs, where the sources say."""
    phrase = _later("amended", [by], register, STATUS["amended"].in_(lang), lang)[1]
    later = register.documents[by]
    numbers = [number for each in later.amends if parse(each.symbol) == symbol for number in each.paragraphs]
    return phrase, paragraphs(numbers, lang)


def paragraphs(numbers: Sequence[int], lang: Lang) -> str:
    """ "paragraph 142", "paragraphs 3 and 5", 第3和5段; nothing for none."""
    named = listed([str(number) for number in numbers], lang)
    if not named:
        return ""
    return f"第{named}段" if lang == "zh" else f"paragraph{'s' if len(numbers) > 1 else ''} {named}"


def named_sources(keys: Iterable[str], register: Register, lang: Lang) -> list[tuple[str, str]]:
    """Names and addresses of sources, those in the reader's language first."""
    known = [register.sources[key] for key in keys if key in register.sources]
    known.sort(key=lambda source: source.language != lang)
    return [(getattr(source.name, lang), source.url) for source in known]


def _open(lang: Lang) -> tuple[str, str, str]:
    label = STATUS["open"].in_(lang)
    return (
        (label, "所见来源未载", f"{label}：所见来源未载")
        if lang == "zh"
        else (label, "in the sources seen", f"{label} in the sources seen")
    )


def _standing(date: str | None, as_of: str, label: str, lang: Lang) -> tuple[str, str]:
    seen = date_label(as_of, lang)
    if lang == "zh":
        since = f"自{date_label(date, lang)}起" if date else ""
        return f"{since}{'，' if since else ''}截至{seen}所见来源未列其被取代", f"{since}{label}(截至{seen})"
    since = f"since {date_label(date, lang)}" if date else ""
    text = f"no source seen up to {seen} lists it as superseded"
    return "; ".join(filter(None, (since, text))), " ".join(filter(None, (label, since, f"(as of {seen})")))


def _later(
    kind: Literal["superseded", "amended"], by: Sequence[Symbol], register: Register, label: str, lang: Lang
) -> tuple[str, str]:
    """Each later document with its own date: the text beside the label, and both in one."""
    dates = [register.documents[each].date for each in by]
    if lang == "zh":
        verb = "取代" if kind == "superseded" else "修改"
        text = "，".join(f"{_on(date, lang)}由{each}{verb}" for each, date in zip(by, dates, strict=True))
        named = [f"{each}({_on(date, lang)})" if date else str(each) for each, date in zip(by, dates, strict=True)]
        return text, f"已由{listed(named, lang)}{verb}"
    text = listed([f"by {each}{_on(date, lang)}" for each, date in zip(by, dates, strict=True)], lang)
    return text, f"{label} {text}"


def _on(date: str | None, lang: Lang) -> str:
    """ "on 13 December 2024", "in 2013", as the date is known; nothing where it is not.

    >>> _on("2024-12-13", "en"), _on("2012-12", "en")
    (' on 13 December 2024', ' in December 2012')
    """
    if date is None:
        return ""
    if lang == "zh":
        return date_label(date, lang)
    return f" {'on' if date.count('-') == 2 else 'in'} {date_label(date, lang)}"


def listed(parts: Sequence[str], lang: Lang) -> str:
    """Parts of a sentence in a row: "a, b and c", 甲、乙和丙."""
    comma, last = ("、", "和") if lang == "zh" else (", ", " and ")
    return last.join([comma.join(parts[:-1]), parts[-1]]) if len(parts) > 1 else "".join(parts)
