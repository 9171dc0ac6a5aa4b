"""Rules about citations in running text: paragraphs that exist, names that are bound."""

from __future__ import annotations

import re
from collections.abc import Iterator

from scnotes import front_matter
from scnotes.citations import Citation, find_citations, name_pattern
from scnotes.corpus import Corpus
from scnotes.diagnostics import Diagnostic, Text
from scnotes.page import Page
from scnotes.rules.rule import on_page, rule
from scnotes.symbols import Symbol

# "第507号说明" and "note 507" name a note by number alone; which document is meant depends on the date.
_NUMBERED_NOTE = {
    "zh": re.compile(r"第\s*\d{3,4}\s*号说明"),
    "en": re.compile(r"(?<![A-Za-z])[Nn]ote\s+\d{3,4}(?!\d)"),
}


@rule("CIT001")
def paragraph_exists(page: Page, corpus: Corpus) -> Iterator[Diagnostic]:
    """
    en: A paragraph that a page cites is one the document has.
    zh: 网页所引的段，文件中确有其段。

    en: The register gives the number of numbered paragraphs where a source gives it; a pin-cite beyond the last is a slip.
    zh: 登记册在来源载明时记有编号段落的总数；超出末段的段号是笔误。

    Bad: 第507号说明第194段
    Good: 第507号说明第94段
    """
    for offset, citation in _citations(page):
        if not isinstance(citation.target, Symbol) or citation.paragraph is None:
            continue
        document = corpus.register.get(citation.target)
        last = document.paragraphs if document else None
        if last is None or citation.last_paragraph <= last:
            continue
        wrong = citation.last_paragraph
        message = Text(f"{citation.target} 没有第{wrong}段，末段是第{last}段",
                       f"{citation.target} has no paragraph {wrong}: its last is {last}")  # fmt: skip
        hint = Text(
            f"对照 {citation.target.url(page.lang)} 核对段号", f"check the number in {citation.target.url(page.lang)}"
        )
        yield on_page(page, offset + citation.start, offset + citation.end, "CIT001", message, hint)


@rule("CIT002")
def name_is_bound(page: Page, corpus: Corpus) -> Iterator[Diagnostic]:
    """
    en: A name of a document is bound to a symbol in the page's front matter.
    zh: 文件的通称在前言中注明所指文号。

    en: The same name has meant different documents at different dates: note 507 is S/2006/507, S/2010/507, S/2017/507 or S/2024/507.
    zh: 同一通称在不同时期指不同文件：第507号说明可指S/2006/507、S/2010/507、S/2017/507或S/2024/507。

    Bad: 第507号说明(前言中没有aliases)
    Good: aliases: {第507号说明: S/2017/507}
    """
    if not corpus.registered:
        return
    known = corpus.register.aliases(page.lang)
    patterns = [_NUMBERED_NOTE[page.lang], *(name_pattern(name) for name in known)]
    taken = [
        (offset + citation.start, offset + citation.end) for offset, citation in _citations(page) if citation.target
    ]
    taken += [(link.start, link.end) for link in page.links]  # a link says itself which document it means
    seen: set[int] = set()
    for pattern in patterns:
        for match in pattern.finditer(page.masked):
            start, end = match.span()
            if start in seen or any(first < end and start < last for first, last in taken):
                continue
            seen.add(start)
            yield on_page(page, start, end, "CIT002", *_unbound(match[0], known))


def _unbound(name: str, known: dict[str, list[Symbol]]) -> tuple[Text, Text]:
    meant = known.get(name) or known.get(re.sub(r"\s+", "", name)) or []
    example = str(meant[-1]) if meant else "S/2017/507"
    either = "、".join(map(str, meant)), ", ".join(map(str, meant))
    message = Text(f"前言没有注明“{name}”指哪份文件", f"no front matter says which document {name} means")
    hint = Text(
        f"在前言中写 aliases: {{{name}: {example}}}", f"write in the front matter: aliases: {{{name}: {example}}}"
    )
    if len(meant) > 1:
        hint = Text(f"{hint.zh}(可能是{either[0]})", f"{hint.en} (it may be {either[1]})")
    return message, hint


def _citations(page: Page) -> Iterator[tuple[int, Citation]]:
    """Citations of every block, headings too, each with the offset of the text in which it was found."""
    aliases = front_matter.bound(page)
    for block in page.blocks:
        for citation in find_citations(page.masked[block.start : block.end], page.lang, aliases):
            yield block.start, citation
