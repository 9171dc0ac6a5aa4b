"""What a document's page says of its paragraphs besides their gists: how many were read, which were not, what changed them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from scnotes.changes import Change
from scnotes.corpus import Corpus, relative
from scnotes.diagnostics import Lang, Text
from scnotes.labels import words
from scnotes.page import Page
from scnotes.register import Document, Entry
from scnotes.symbols import Symbol, parse
from scnotes.tables import founded

HELP_PAGE = "corpus.md"
KINDS = {
    "adds": Text("补充", "adds to it"),
    "restates": Text("重申", "restates it"),
    "revises": Text("改定", "revises it"),
    "amends": Text("修改", "amends it"),
}
OVER = {
    "adds": Text("补充{}", "Adds to {}"),
    "restates": Text("重申{}", "Restates {}"),
    "revises": Text("改定{}", "Revises {}"),
    "amends": Text("修改{}", "Amends {}"),
}
COUNTED = Text("全文{total}段：{known}，{rest}。", "{total} paragraph{s}: {known}; {rest}.")
UNCOUNTED = Text(
    "段落总数未见于所见来源；其中{known}，其余未读。",
    "How many paragraphs it has, no source seen says: {known}; the others have not been read.",
)
READ = Text("已读{}段", "{} read")
IN_PART = Text("(其中{}段只读到部分)", " ({} in part)")
REPORTED = Text("据来源转述{}段", "{} known from a source's report")
UNREAD = Text("其余{}段未读", "{} not read")
ALL = Text("各段在此均有摘要", "each has its gist here")
HELP = Text("补充未读段落的办法", "How to contribute a paragraph")
PART = Text("({})段", "paragraph ({})")
RUN = Text("第{}段：本项目未读，见正式文本", "Paragraph {}: not read by us; see the official text")
RUNS = Text("第{}至{}段：本项目未读，见正式文本", "Paragraphs {}–{}: not read by us; see the official text")


def coverage(document: Document, page: Page, corpus: Corpus) -> str | None:
    """Markdown: how many paragraphs were read, are known by report, are unread; and where to send one. None without gists."""
    entries = corpus.register.digest(parse(document.symbol))
    if not entries:
        return None
    lang = page.lang
    read = [entry for entry in entries if entry.basis == "read"]
    in_part = sum(entry.extent != "full" for entry in read)
    known = [READ.in_(lang).format(len(read)) + (IN_PART.in_(lang).format(in_part) if in_part else "")] if read else []
    if len(read) < len(entries):
        known.append(REPORTED.in_(lang).format(len(entries) - len(read)))
    counts = ("，" if lang == "zh" else ", ").join(known)
    if document.paragraphs is None:
        said = UNCOUNTED.in_(lang).format(known=counts)
    else:
        left = document.paragraphs - len(entries)
        rest = UNREAD.in_(lang).format(left) if left else ALL.in_(lang)
        several = "s" if document.paragraphs > 1 else ""
        said = COUNTED.in_(lang).format(total=document.paragraphs, s=several, known=counts, rest=rest)
        if len(read) == document.paragraphs and not in_part:
            return said
    help_page = corpus.pages.get((lang, HELP_PAGE))
    if help_page is None:
        return said
    target = f"{relative(help_page.path, page.path)}#contribute"
    gap = "" if lang == "zh" else " "
    return f"{said}{gap}[{HELP.in_(lang)}]({target}){'。' if lang == 'zh' else '.'}"


def unread(document: Document, entries: Sequence[Entry]) -> Iterator[tuple[int, int]]:
    """Runs of numbered paragraphs without a gist, first and last; none where the number of all is not known, or letters are used."""
    numbers = [entry.para for entry in entries if isinstance(entry.para, int)]
    if document.paragraphs is None or len(numbers) < len(entries):
        return
    first = 1
    for number in [*sorted(numbers), document.paragraphs + 1]:
        if first < number:
            yield first, number - 1
        first = number + 1


def run_label(first: int, last: int, lang: Lang) -> str:
    """What is said of a run of unread paragraphs."""
    return RUN.in_(lang).format(first) if first == last else RUNS.in_(lang).format(first, last)


def later(symbol: Symbol, para: int | str, corpus: Corpus, lang: Lang) -> Iterator[tuple[str, list[str]]]:
    """What later notes did to a paragraph, one line each, with the keys of its sources."""
    for change in corpus.register.changes:
        if change.of == symbol and para in change.paragraphs:
            part = PART.in_(lang).format(change.part) if change.part is not None else ""
            name = f"{change.by} {part}" if part else f"{change.by}"
            did = KINDS[change.kind].in_(lang)
            yield _said(f"{name}{did}" if lang == "zh" else f"{name} {did}", change, lang), list(change.sources)


def earlier(document: Document, corpus: Corpus, lang: Lang) -> Iterator[str]:
    """What a note did to paragraphs of earlier ones, one line each; a formal amendment has its line already."""
    for change in corpus.register.changes:
        if change.by == parse(document.symbol) and change.kind != "amends":
            numbers = ("和" if lang == "zh" else " and ").join(str(number) for number in change.paragraphs)
            several = "s" if len(change.paragraphs) > 1 else ""
            whole = f"{change.of}第{numbers}段" if lang == "zh" else f"{change.of}, paragraph{several} {numbers}"
            line = OVER[change.kind].in_(lang).format(whole)
            if change.part is not None:
                part = PART.in_(lang).format(change.part)
                line = f"{part}{line}" if lang == "zh" else f"{part[0].upper()}{part[1:]} {line[0].lower()}{line[1:]}"
            yield _said(line, change, lang)


def _said(line: str, change: Change, lang: Lang) -> str:
    colon = words(lang)["colon"]
    what = f"{colon}{getattr(change.what, lang)}" if change.what else ""
    return founded(f"{line}{what}", change.basis, lang)
