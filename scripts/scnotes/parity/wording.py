"""Terms in both languages: where a paragraph has a term, its counterpart has one of the accepted terms."""

from __future__ import annotations

from collections.abc import Iterator

from scnotes.diagnostics import Diagnostic, Text
from scnotes.parity.paragraphs import Paragraph
from scnotes.terms import Term, Terms

# Short words (会议, 文件, 决议) have many right translations; only what is a term and nothing else is asked for.
LEAST = {"zh": 4, "en": 12}


def check_terms(zh: Paragraph, en: Paragraph, terms: Terms) -> Iterator[Diagnostic]:
    """TRM001, for each distinctive term of either paragraph, on the paragraph that lacks it."""
    for here, there in ((zh, en), (en, zh)):
        said: set[str] = set()
        for start, end, term in terms.find(here.text, here.lang):
            word = here.text[start:end]
            if term.key in said or len(term.names(here.lang)[0]) < LEAST[here.lang] or term.mark == "other":
                continue
            said.add(term.key)
            if not _has(there, term):
                yield _missing(here, there, term, word)


def _has(paragraph: Paragraph, term: Term) -> bool:
    """Whether the words of an accepted term are there: sentences take terms apart, so most of their stems suffice."""
    text = " ".join(paragraph.text.casefold().replace("-", " ").split())
    if paragraph.lang == "zh":
        return any(name in text or (len(name) >= 4 and name[:2] in text and name[-2:] in text) for name in term.zh)
    for name in term.en:
        stems = [word[:5] for word in name.casefold().replace("-", " ").split() if len(word) > 3] or [name.casefold()]
        if sum(stem in text for stem in stems) >= 0.6 * len(stems):
            return True
    return False


def _missing(here: Paragraph, there: Paragraph, term: Term, word: str) -> Diagnostic:
    accepted = term.names(there.lang)
    line, column = there.page.position(there.start)
    ours, _ = here.page.position(here.start)
    place = f"{here.page.path.as_posix()}:{ours}"
    message = Text(
        f"此段没有“{accepted[0]}”，{place} 有“{word}”", f"{accepted[0]!r} is not here, but {word!r} is in {place}"
    )
    hint = Text(f"术语库认可：{'、'.join(accepted)}", f"the term base accepts: {', '.join(accepted)}")
    return Diagnostic(there.page.path.as_posix(), line, column, "TRM001", message, hint)
