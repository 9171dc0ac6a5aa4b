"""From what was seen to a verdict. Pure."""

from __future__ import annotations

from scnotes.resolve import reasons
from scnotes.resolve.first_page import shows
from scnotes.resolve.looking import Found, Missing, Sight, Unsure
from scnotes.resolve.verdicts import Evidence, Probe, Reason, Verdict


def needs_english(probe: Probe, sight: Sight) -> bool:
    """Whether the verdict hangs on the English file: only the text of page one tells the language without it."""
    if not isinstance(sight, Found) or probe.lang == "en":
        return False
    return sight.page is None or sight.page.lang == ""


def judge(probe: Probe, sight: Sight, english: Sight | None) -> Verdict:
    """The verdict on what was seen once; a fault needs a second witness, which is not this function's business."""
    if isinstance(sight, Missing):
        return Verdict("disproved", reasons.NO_SUCH, Evidence(sight.hops))
    if isinstance(sight, Unsure):
        return Verdict("unknown", sight.reason, Evidence(sight.hops))
    evidence = Evidence(sight.hops, sight.identity if "/" in sight.identity else "", sight.sha256, sight.depth)
    fault = _text_fault(probe, sight) or _language_fault(probe, sight, english)
    if fault is None:
        return Verdict("proved", reasons.proved(sight.depth), evidence)
    return Verdict("disproved" if fault.code in _DISPROVING else "unknown", fault, evidence)


_DISPROVING = {"other-symbol", "other-language", reasons.FALLBACK.code}


def _text_fault(probe: Probe, sight: Found) -> Reason | None:
    """What page one says against the document, if it was read."""
    page = sight.page
    if page is None:
        return None
    if not page.readable:
        return reasons.UNREADABLE
    if page.blank:
        return reasons.NO_TEXT
    shown = shows(probe.symbol, page)
    if shown is False:
        return reasons.other_symbol(page.heads[0])
    if shown is None:
        return reasons.NO_SYMBOL
    return reasons.other_language(page.lang) if page.lang not in ("", probe.lang) else None


def _language_fault(probe: Probe, sight: Found, english: Sight | None) -> Reason | None:
    """The English file is no document in another language, whatever the API was asked for."""
    if not needs_english(probe, sight):
        return None
    if isinstance(english, Missing):
        return None
    if not isinstance(english, Found):
        return reasons.NO_ENGLISH
    return reasons.FALLBACK if english.identity.lower() == sight.identity.lower() else None
