"""What a document's page shows besides its prose: the card above, and below the digest, citations, lineage, sources."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from scnotes import digests, parallel
from scnotes.chronology import chronology
from scnotes.corpus import Corpus, Reference, relative
from scnotes.diagnostics import Lang
from scnotes.glossary import glossary
from scnotes.labels import BODIES, FACTS, LANGUAGES, STATUS, TYPES, date_label, paragraph_label, words
from scnotes.open_debates import open_debates
from scnotes.page import Page
from scnotes.parity import freshness
from scnotes.pictures.map import document_map
from scnotes.pictures.timeline import timeline
from scnotes.register import Document, Status
from scnotes.resolve.ledger import PLACE, proof_dates
from scnotes.rules.handbook import handbook
from scnotes.symbols import Symbol, parse
from scnotes.tables import COMMA, founded
from scnotes.thirteen import thirteen

VIEWS: dict[str, Callable[[Page, Corpus], str]] = {
    "map": document_map,
    "rules": lambda page, corpus: handbook(page.lang),
    "terms": glossary,
    "chronology": chronology,
    "debates": open_debates,
    "thirteen": thirteen,
    "timeline": timeline,
}
OPENING = 24


def compose(markdown: str, page: Page, corpus: Corpus) -> str:
    """A page's Markdown with the generated parts: the card after the H1, the rest at the end.

    ``markdown`` is the page's text without front matter. A page with a ``view`` gets what that view makes of the
    project's data at its end; any other that is not about a document is given back as it is.
    """
    markdown = _with_review(markdown, page, corpus)
    if page.front.view is not None:
        return f"{markdown}\n\n{VIEWS[page.front.view](page, corpus)}"
    if page.front.symbol is None:
        return markdown
    document = corpus.register.get(parse(page.front.symbol))
    if document is None:
        return markdown
    environment = _environment(corpus.root / "overrides")
    card = environment.get_template("corpus/card.html").render(_card(document, page, corpus))
    apparatus = environment.get_template("corpus/apparatus.html").render(_apparatus(document, page, corpus))
    before, heading, after = _split_at_title(markdown)
    return f"{before}{heading}\n\n{card}\n\n{after}\n\n{apparatus}\n"


def _environment(templates: Path) -> Environment:
    # The templates write Markdown with HTML in it: the register's values are ours and hold no markup to escape.
    return Environment(
        loader=FileSystemLoader(templates),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        # {#id} is a heading's id in Markdown, not a comment.
        comment_start_string="{##",
        comment_end_string="##}",
    )


def _with_review(markdown: str, page: Page, corpus: Corpus) -> str:
    """The text with a box below the title that names each paragraph whose counterpart has changed, if there is one."""
    blocks = {block.id or f"b{number}": block for number, block in enumerate(page.blocks, start=1)}
    stale = [key for lang, key in freshness.stale(corpus, _path(page)) if lang == page.lang and key in blocks]
    if not stale:
        return markdown
    named = [
        f"[{page.prose(blocks[key])[:OPENING]}…](#{key})" if blocks[key].id else f"{page.prose(blocks[key])[:OPENING]}…"
        for key in stale
    ]
    before, heading, after = _split_at_title(markdown)
    box = f"**{words(page.lang)['to_review']}**\n\n" + "".join(f"- {each}\n" for each in named)
    return f'{before}{heading}\n\n<div class="review" markdown="1">\n\n{box}\n</div>\n\n{after}'


def _path(page: Page) -> str:
    return page.path.relative_to(Path("docs", page.lang)).as_posix()


def _split_at_title(markdown: str) -> tuple[str, str, str]:
    lines = markdown.split("\n")
    index = next((i for i, line in enumerate(lines) if line.startswith("# ")), None)
    if index is None:
        return "", "", markdown
    return "".join(line + "\n" for line in lines[:index]), lines[index], "\n".join(lines[index + 1 :])


def _card(document: Document, page: Page, corpus: Corpus) -> dict[str, Any]:
    lang = page.lang
    symbol = parse(document.symbol)
    banner = None
    if page.full_text:
        banner = words(lang)["translation_banner" if page.front.translation else "authentic_banner"]
    title = getattr(document.title, lang, None) if document.title else None
    derived_title = title is not None and corpus.register.basis(document, f"title.{lang}") == "derived"
    return {
        "lang": lang,
        "t": words(lang),
        "doc": {
            "symbol": document.symbol,
            "kind_label": TYPES[document.type].in_(lang),
            "body_label": BODIES[document.body].in_(lang),
            "date_label": date_label(document.date, lang) if document.date else None,
            "title": title,
            "title_note": words(lang)["derived"] if derived_title else None,
            "subject": getattr(document.subject, lang),
            "paragraphs": document.paragraphs,
            "languages": [(code, name, symbol.url(code), _bcp47(code)) for code, name in LANGUAGES.items()],
            "authentic_url": symbol.url(lang),
        },
        "status": _status(corpus.register.status(symbol), corpus, lang),
        "proved": _proved(symbol, corpus, lang),
        "side_by_side": _side_by_side(page, corpus),
        "remarks": [getattr(remark, lang) for remark in document.remarks],
        "translation_banner": banner,
    }


def _side_by_side(page: Page, corpus: Corpus) -> str | None:
    path = _path(page)
    return relative(Path(parallel.address(path)), Path(path)) if path in parallel.paths(corpus) else None


def _proved(symbol: Symbol, corpus: Corpus, lang: Lang) -> str | None:
    """The day on which the official text in the page's language was last proved to be there; None without a ledger."""
    day = proof_dates(corpus.root / PLACE).get((str(symbol), lang))
    return date_label(day.isoformat(), lang) if day else None


def _bcp47(code: str) -> str:
    return "zh-Hans" if code == "zh" else code


def _status(status: Status, corpus: Corpus, lang: Lang) -> dict[str, Any] | None:
    if status.kind == "none":
        return None
    by = COMMA[lang].join(str(symbol) for symbol in status.by)
    if status.kind == "superseded":
        when = date_label(status.date, lang) if status.date else ""
        text = f"{when}由{by}取代" if lang == "zh" else f"by {by}" + (f" on {when}" if when else "")
    elif status.kind == "amended":
        text = f"经{by}修改" if lang == "zh" else f"by {by}"
    else:
        when = date_label(status.as_of, lang) if status.as_of else ""
        text = (
            f"截至{when}所见来源未列其被取代" if lang == "zh" else f"no source seen up to {when} lists it as superseded"
        )
    label = STATUS[status.kind].in_(lang)
    return {
        "kind": status.kind,
        "label": label,
        "text": text,
        "source_keys": _named_sources(status.sources, corpus, lang),
    }


def _named_sources(keys: Iterable[str], corpus: Corpus, lang: Lang) -> list[tuple[str, str]]:
    sources = corpus.register.sources
    return [(getattr(sources[key].name, lang), sources[key].url) for key in keys if key in sources]


def _apparatus(document: Document, page: Page, corpus: Corpus) -> dict[str, Any]:
    symbol = parse(document.symbol)
    return {
        "lang": page.lang,
        "t": words(page.lang),
        "digest": list(_digest(symbol, corpus, page.lang)),
        "unread": _unread(document, corpus, page.lang),
        "coverage": digests.coverage(document, page, corpus),
        "doc_symbol": document.symbol,
        "official_url": symbol.url(page.lang),
        "citations": [_cited(reference, page, corpus) for reference in corpus.references(symbol, page.lang)],
        "lineage": list(_lineage(symbol, document, corpus, page.lang)),
        "sources": list(_sources(document, corpus, page.lang)),
    }


def _digest(symbol: Symbol, corpus: Corpus, lang: Lang) -> Iterator[dict[str, Any]]:
    t = words(lang)
    extents = {"partial": t["partial"], "subject": t["subject_only"], "restated": t["substance_restated"]}
    for entry in corpus.register.digest(symbol):
        label = paragraph_label(entry.para, lang)
        yield {
            "id": f"para-{entry.para}",
            "label": label[0].upper() + label[1:],
            "section": getattr(entry.section, lang) if entry.section else None,
            "gist": getattr(entry.gist, lang),
            "basis": t[entry.basis] + extents.get(entry.extent or "", ""),
            "note": getattr(entry.note, lang) if entry.note else None,
            "sources": _named_sources(entry.source, corpus, lang),
            "later": [
                (said, _named_sources(keys, corpus, lang))
                for said, keys in digests.later(symbol, entry.para, corpus, lang)
            ],
        }


def _unread(document: Document, corpus: Corpus, lang: Lang) -> dict[str, str]:
    """Runs of paragraphs without a gist: id of the entry before which the run stands ("" for the end), what is said of it."""
    entries = corpus.register.digest(parse(document.symbol))
    numbered = {entry.para for entry in entries}
    return {
        f"para-{last + 1}" if last + 1 in numbered else "": digests.run_label(first, last, lang)
        for first, last in digests.unread(document, entries)
    }


def _cited(reference: Reference, page: Page, corpus: Corpus) -> dict[str, Any]:
    """One paragraph that cites the document, with the sentence that does."""
    citing = reference.page
    target = relative(citing.path, page.path)
    heading = citing.front.symbol or citing.path.stem
    return {
        "page_title": heading,
        "href": f"{target}#{reference.block.id}",
        "paragraph": paragraph_label(reference.block.id[1:] if reference.block.id else "", page.lang),
        "sentence": _sentence(reference, page.lang),
    }


def _sentence(reference: Reference, lang: Lang) -> str:
    """The sentence of the paragraph in which the citation stands."""
    prose = reference.page.masked[reference.block.start : reference.block.end]
    stops = "。？！；" if lang == "zh" else ("? ", "! ", ". ")
    start = max((prose.rfind(stop, 0, reference.citation.start) for stop in stops), default=-1)
    ends = [prose.find(stop, reference.citation.end) for stop in stops]
    end = min((position for position in ends if position >= 0), default=len(prose) - 1)
    return " ".join(prose[start + 1 : end + 1].split())


def _lineage(symbol: Symbol, document: Document, corpus: Corpus, lang: Lang) -> Iterator[str]:
    """One line a relation, both directions; the stored one from this record, the other from the register."""
    register = corpus.register
    for theirs in register.superseded_by(symbol):
        yield _line("被{}取代", "Superseded by {}", [theirs], corpus, lang)
    if document.supersedes:
        yield _line("取代{}", "Supersedes {}", [parse(old) for old in document.supersedes], corpus, lang)
    for theirs in register.amended_by(symbol):
        yield _line("经{}修改", "Amended by {}", [theirs], corpus, lang)
    for amended in document.amends:
        which = ""
        if amended.paragraphs:
            numbers = COMMA[lang].join(str(number) for number in amended.paragraphs)
            which = f"第{numbers}段" if lang == "zh" else f", paragraph {numbers}"
        said = f"修改{amended.symbol}{which}" if lang == "zh" else f"Amends {amended.symbol}{which}"
        yield founded(said, register.basis(document, "amends"), lang)
    yield from digests.earlier(document, corpus, lang)


def _line(zh: str, en: str, others: list[Symbol], corpus: Corpus, lang: Lang) -> str:
    named = COMMA[lang].join(_dated(symbol, corpus, lang) if len(others) == 1 else str(symbol) for symbol in others)
    return (zh if lang == "zh" else en).format(named)


def _dated(symbol: Symbol, corpus: Corpus, lang: Lang) -> str:
    record = corpus.register.get(symbol)
    if record is None or record.date is None:
        return str(symbol)
    date = date_label(record.date, lang)
    return f"{symbol}（{date}）" if lang == "zh" else f"{symbol} ({date})"


def _sources(document: Document, corpus: Corpus, lang: Lang) -> Iterator[dict[str, Any]]:
    """One entry a source of the record: its name and address, or the reasoning, and the facts it stands for."""
    for entry in document.sources:
        facts = COMMA[lang].join(FACTS[fact].in_(lang) for fact in entry.facts)
        if entry.derived is not None:
            yield {"name": getattr(entry.derived, lang), "url": None, "what": facts, "derived": True}
        elif entry.source is not None:
            source = corpus.register.sources[entry.source]
            yield {"name": getattr(source.name, lang), "url": source.url, "what": facts, "derived": False}
