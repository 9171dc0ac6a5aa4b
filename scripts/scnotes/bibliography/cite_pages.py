"""A page beside each document's page with ready references to it and its paragraphs, and files of each to download."""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from html import escape

from scnotes.bibliography.citable import Citable, citables
from scnotes.bibliography.footnotes import footnote, in_text, translation
from scnotes.bibliography.formats import FORMATS, as_bibtex, as_json, as_ris, csl
from scnotes.bibliography.gbt import gbt
from scnotes.corpus import Corpus, site_address
from scnotes.diagnostics import LANGS, Lang, Text
from scnotes.labels import paragraph_label
from scnotes.page import Page
from scnotes.symbols import parse

NAME = "cite"
TITLE = Text("引用{}", "How to cite {}")
DESCRIPTION = Text(
    "{}及其各段的引文：联合国体例、GB/T 7714—2015，以及BibTeX、RIS、CSL-JSON文件。",
    "References to {} and its paragraphs, in the form of the United Nations and of GB/T 7714—2015, and as BibTeX, RIS and CSL-JSON.",
)
INTRODUCTION = Text(
    "以下引文可照抄，文件可导入文献管理软件；段落地址与[文件页](../{0}.md){{: .keeps-place }}相同。"
    "GB/T 7714要求的引用日期须由读者加在日期之后，如[2026-01-31]。",
    "The references are ready to copy, the files to import into a reference manager; the addresses are those of the "
    "[document’s page](../{0}.md){{: .keeps-place }}. GB/T 7714 asks for the day on which you looked: add it after the date, as in [2026-01-31].",
)
UNNUMBERED = Text(
    "联合国文本中这些段落没有编号：引文写明附件和标题，并附本网站的段落地址；p1、p2等是本网站的地址，不是联合国的段号。",
    "The United Nations’ text does not number these paragraphs: the references name the annex and the heading, and add the "
    "paragraph’s address here; p1, p2 and so on are addresses of this site, not numbers of the United Nations.",
)
DOCUMENT = Text("整份文件", "The document")
STYLES = {
    "footnote": Text("联合国脚注", "UN, footnote"),
    "in_text": Text("联合国正文", "UN, in the text"),
    "gbt": Text("GB/T 7714—2015", "GB/T 7714—2015"),
    "translation": Text("引用本站译文", "Our translation"),
}
FILES = Text("文件", "Files")
TOP = "top"


@dataclass
class CitePages:
    """The maker of the pages; ``site`` is the site's address, ending in a slash, and ``name`` its name in the language."""

    site: str = ""
    name: str = ""

    def paths(self, corpus: Corpus) -> Iterator[str]:
        """The documents of the register that have a page in both languages."""
        for lang, path in corpus.pages:
            if lang == LANGS[0] and has_cite_page(corpus.pages[lang, path], path, corpus):
                yield path

    def address(self, path: str) -> str:
        """Where the page of a document stands: "S/2022/499.md" has "S/2022/499/cite.md" beside it."""
        return address(path)

    def markdown(self, path: str, lang: Lang, corpus: Corpus, convert: Callable[[Page], str]) -> str:
        """The page of a document in a language; nothing of the document's page itself is needed."""
        items = list(citables(path, lang, corpus))
        symbol = items[0].document.symbol
        named = posixpath.basename(path).removesuffix(".md")
        unnumbered = any(item.place and item.place.number is None for item in items)
        sections = "\n".join(self._section(item, named) for item in items)
        return (
            f"---\ndescription: {DESCRIPTION.in_(lang).format(symbol)}\nhide: [toc]\n---\n\n"
            f"# {TITLE.in_(lang).format(symbol)} {{#{TOP}}}\n\n"
            f"{INTRODUCTION.in_(lang).format(named)}\n\n"
            f"{UNNUMBERED.in_(lang) if unnumbered else ''}\n\n"
            f'<div class="citations">\n{sections}\n</div>\n'
        )

    def files(self, path: str, lang: Lang, corpus: Corpus) -> Iterator[tuple[str, str]]:
        """Address, relative to the site's root, and text of each file that the page offers."""
        folder = site_address(lang, address(path))
        for item in citables(path, lang, corpus):
            items = [csl(item, self.site)]
            for ending, write in (("bib", as_bibtex), ("ris", as_ris), ("json", as_json)):
                yield f"{folder}{item.id}.{ending}", write(items)

    def _section(self, item: Citable, named: str) -> str:
        lang = item.lang
        texts = {"footnote": footnote(item, self.site), "in_text": in_text(item), "gbt": gbt(item)}
        if item.ours:
            texts["translation"] = translation(item, self.site, self.name)
        rows = "".join(
            f'<dt>{STYLES[style].in_(lang)}</dt><dd class="ready">{escape(text)}</dd>' for style, text in texts.items()
        )
        links = " · ".join(
            f'<a href="{item.id}.{ending}" download="{item.key}.{ending}" type="{media}">{label}</a>'
            for ending, (label, media) in FORMATS.items()
        )
        files = f"<dt>{FILES.in_(lang)}</dt><dd>{links}</dd>"
        return f'<section class="citation" id="{item.id}">{_heading(item)}<dl>{rows}{files}</dl></section>'


def address(path: str) -> str:
    """The page of citations of a document, below the folder of the language."""
    return f"{path.removesuffix('.md')}/{NAME}.md"


def has_cite_page(page: Page, path: str, corpus: Corpus) -> bool:
    """Whether a page is about a document of the register and stands in both languages."""
    both = all((lang, path) in corpus.pages for lang in LANGS)
    return both and page.front.symbol is not None and corpus.register.get(parse(page.front.symbol)) is not None


def _heading(item: Citable) -> str:
    """The document, or the paragraph's number and opening words, which lead to it."""
    if item.place is None:
        return f"<h2>{DOCUMENT.in_(item.lang)}</h2>"
    place = item.place
    number = place.id if place.number is None else paragraph_label(place.number, item.lang)
    label = number[0].upper() + number[1:] if place.number is not None else number
    return f'<h2>{escape(label)} <a class="citation__opening" href="../#{place.id}">{escape(place.opening)}</a></h2>'
