"""The page of terms: what the UN's Chinese and English call the same thing, and where the pages use it."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from scnotes.corpus import Corpus, relative
from scnotes.diagnostics import Lang, Text
from scnotes.page import Page
from scnotes.reading_aids import Explanation
from scnotes.terms import MARKS, SECTIONS, Term, Terms

PAGE = "terms.md"
HEADINGS = (
    Text("中文", "English"),
    Text("英文", "Chinese"),
    Text("依据", "Rests on"),
    Text("出现之处", "Where used"),
)
OTHER = Text("英文：{}（{}）", "Chinese: {} ({})")
# A word of two characters (决议, 附件) or of the base's last section, on how symbols are written, needs no explanation in a text.
SHORT = 2
UNEXPLAINED = "4.5"


def explanations(text: str, page: Page, terms: Terms) -> Collection[Explanation]:
    """The terms of a text that a reader may want explained, in order; none on the page of terms itself."""
    if page.path.name == PAGE:
        return ()
    target = relative(Path("docs", page.lang, PAGE), page.path)
    return [
        Explanation(start, end, term.key, _title(term, page.lang), f"{target}#{term.key}")
        for start, end, term in terms.find(text, page.lang)
        if len(term.zh[0]) > SHORT and term.section != UNEXPLAINED
    ]


def _title(term: Term, lang: Lang) -> str:
    other = term.names("en" if lang == "zh" else "zh")
    joined = " / ".join(other) if lang == "zh" else "、".join(other)
    return OTHER.in_(lang).format(joined, SECTIONS[term.section].in_(lang))


def glossary(page: Page, corpus: Corpus) -> str:
    """The term base as Markdown: a table a section; each term with its id, its counterpart, its mark and its occurrences."""
    terms = Terms.load(corpus.root)
    used = _occurrences(page, corpus, terms)
    lines: list[str] = []
    for section, name in SECTIONS.items():
        lines += ["", f"## {name.in_(page.lang)} {{#section-{section.replace('.', '-')}}}", ""]
        lines += ["| " + " | ".join(each.in_(page.lang) for each in HEADINGS) + " |", "|---|---|---|---|"]
        for term in terms.entries:
            if term.section == section:
                own, other = (term.names(lang) for lang in (("zh", "en") if page.lang == "zh" else ("en", "zh")))
                tag = "en" if page.lang == "zh" else "zh-Hans"
                cells = (
                    f'<span id="{term.key}">{_joined(own, page.lang)}</span>',
                    f'<span lang="{tag}">{_joined(other, "en" if tag == "en" else "zh")}</span>',
                    MARKS[term.mark].in_(page.lang),
                    " · ".join(used.get(term.key, ["—"])),
                )
                lines.append("| " + " | ".join(cells) + " |")
    return '<div class="term-list" markdown="1">\n' + "\n".join(lines) + "\n\n</div>"


def _joined(names: tuple[str, ...], lang: Lang) -> str:
    return ("、" if lang == "zh" else "; ").join(names)


def _occurrences(page: Page, corpus: Corpus, terms: Terms) -> dict[str, list[str]]:
    """Links by the term's key: to each paragraph that has an address, to the page as a whole otherwise."""
    found: dict[str, dict[Path, dict[str, None]]] = {}
    for (lang, path), theirs in sorted(corpus.pages.items()):
        if lang != page.lang or path == PAGE:
            continue
        for block in theirs.blocks:
            for _, _, term in terms.find(theirs.masked[block.start : block.end], lang):
                places = found.setdefault(term.key, {}).setdefault(theirs.path, {})
                places[f"#{block.id}" if theirs.full_text and block.id else ""] = None
    return {
        key: [_link(theirs, places, page, corpus) for theirs, places in pages.items()] for key, pages in found.items()
    }


def _link(theirs: Path, places: Collection[str], page: Page, corpus: Corpus) -> str:
    """One page's name, and where its paragraphs have addresses, each of these."""
    there = corpus.by_path(theirs.as_posix())
    assert there is not None, "an occurrence is on a page"
    name = there.front.symbol or there.title
    target = relative(theirs, page.path)
    return " ".join([f"[{name}]({target})", *(f"[{place}]({target}{place})" for place in places if place)])
