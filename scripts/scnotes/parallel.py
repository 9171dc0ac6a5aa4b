"""A document's two languages side by side, paragraph by paragraph: made from its two pages and nothing else.

Each page is converted as it is for its own address; the elements of its text are then paired. A note that stands in one
language stays beside that language.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher

from bs4 import Tag

from scnotes.corpus import Corpus, site_address
from scnotes.diagnostics import LANGS, Lang, Text
from scnotes.fragment import fragment
from scnotes.labels import TAGS
from scnotes.page import Page

NAME = "parallel"
TITLE = Text("{}：中英对照", "{}: English and Chinese side by side")
DESCRIPTION = Text("{}的中文和英文逐段对照。", "The English and Chinese of {}, paragraph by paragraph.")
INTRODUCTION = Text(
    "本页由该文件的[中文页](../{0}.md){{: .keeps-place }}和英文页逐段生成，别无来源；段落地址与两页相同。",
    "This page is made from the document’s [English page](../{0}.md){{: .keeps-place }} and its Chinese page, and from nothing else; "
    "its addresses are those of both.",
)
TOP = "top"
ABSENT = Text("此处无对应内容", "nothing answers here")
# Of what is generated on a document's page, the digest belongs to the text; the card, the indexes and sources do not.
DIGEST = "section.provision, #paragraphs"
BANNERS = ".authentic, .unofficial"

Convert = Callable[[Page], str]


@dataclass
class Cell:
    """One element of a page: what it is compared by, its HTML, and its place in a list."""

    kind: str
    key: str
    html: str
    depth: int = 0
    beside: list[str] = field(default_factory=list)


def paths(corpus: Corpus) -> Iterator[str]:
    """The documents ("S/2022/499.md") that have a page in both languages."""
    for lang, path in corpus.pages:
        if lang == LANGS[0] and (LANGS[1], path) in corpus.pages and corpus.pages[lang, path].front.symbol:
            yield path


def address(path: str) -> str:
    """Where the page of a document stands: "S/2022/499.md" has "S/2022/499/parallel.md" beside it."""
    return f"{path.removesuffix('.md')}/{NAME}.md"


def markdown(path: str, lang: Lang, corpus: Corpus, convert: Convert) -> str:
    """The page of a document in the reader's language, whose column comes first; ``convert`` gives a page's HTML."""
    symbol = corpus.pages[lang, path].front.symbol or path
    theirs: Lang = "en" if lang == "zh" else "zh"
    columns = [_Column(each, path, lang, corpus).cells(convert(corpus.pages[each, path])) for each in (lang, theirs)]
    rows = "\n".join(_row(ours, other, (lang, theirs)) for ours, other in _paired(*columns))
    name = posixpath.basename(path).removesuffix(".md")
    return (
        f"---\ndescription: {DESCRIPTION.in_(lang).format(symbol)}\nhide: [toc]\n---\n\n"
        f"# {TITLE.in_(lang).format(symbol)} {{#{TOP}}}\n\n"
        f"{INTRODUCTION.in_(lang).format(name)}\n\n"
        f'<div class="parallel">\n{rows}\n</div>\n'
    )


@dataclass
class _Column:
    """One language of one document on the side-by-side page of ``reader``."""

    lang: Lang
    path: str
    reader: Lang
    corpus: Corpus

    def cells(self, html: str) -> list[Cell]:
        """The elements of a page's text in order, links made good for the new address, headings one level lower."""
        soup = fragment(html)
        found = [Cell("banner", "", str(banner.extract())) for banner in soup.select(BANNERS)]
        for generated in soup.select(".document-card, .review"):
            generated.decompose()
        for apparatus in soup.select(".apparatus"):
            for child in list(apparatus.find_all(True, recursive=False)):
                following = child.find_previous_sibling(id="paragraphs") is not None and child.name == "p"
                if not (child.css.match(DIGEST) or following):
                    child.decompose()
            apparatus.unwrap()
        for link in soup.find_all("a", href=True):
            link["href"] = self._href(str(link["href"]))
        for element in soup.find_all(True, recursive=False):
            found.extend(self._of(element, 0, found))
        return found

    def _of(self, element: Tag, depth: int, before: list[Cell]) -> Iterator[Cell]:
        if element.name == "aside" and before:
            before[-1].beside.append(str(element))
        elif element.name in ("ul", "ol") and not element.get("class"):
            for item in element.find_all("li", recursive=False):
                nested = [each.extract() for each in item.find_all(["ul", "ol"], recursive=False)]
                key = _take_id(item)
                yield Cell("li", key, f"<{element.name}>{item}</{element.name}>", depth)
                for each in nested:
                    yield from self._of(each, depth + 1, before)
        elif element.name == "div":
            for child in element.find_all(True, recursive=False):
                yield from self._of(child, depth, before)
        else:
            key = _take_id(element)
            heading = re.fullmatch(r"h([1-5])", element.name)
            kind = element.name
            if heading:
                element.name = f"h{int(heading[1]) + 1}"
                key = "" if key == TOP else key  # the side-by-side page's own title has it
            yield Cell(kind, key, str(element), depth)

    def _href(self, href: str) -> str:
        """A link of the page's own, as it must be written two folders lower, in the folder of the reader's language."""
        if re.match(r"[a-z]+:", href):
            return href
        target, hash_, fragment = href.partition("#")
        if not target:
            return href
        file = posixpath.normpath(posixpath.join(posixpath.dirname(self.path), target))
        here = site_address(self.reader, address(self.path))
        return posixpath.relpath(site_address(self.lang, file) or ".", here) + "/" + hash_ + fragment


def _take_id(element: Tag) -> str:
    return str(element.attrs.pop("id", ""))


def _paired(ours: Sequence[Cell], theirs: Sequence[Cell]) -> Iterator[tuple[Cell | None, Cell | None]]:
    """Elements that answer each other, by kind and address in their order; None where one has no answer."""
    matcher = SequenceMatcher(None, [(c.kind, c.key) for c in ours], [(c.kind, c.key) for c in theirs], autojunk=False)
    for operation, i, i_end, j, j_end in matcher.get_opcodes():
        if operation == "equal":
            yield from zip(ours[i:i_end], theirs[j:j_end], strict=True)
        else:
            yield from ((cell, None) for cell in ours[i:i_end])
            yield from ((None, cell) for cell in theirs[j:j_end])


def _row(ours: Cell | None, theirs: Cell | None, langs: tuple[Lang, Lang]) -> str:
    one = ours or theirs
    assert one is not None, "a row has an element"
    if one.kind == "hr":
        return "<hr>"
    key = f' id="{one.key}"' if one.key else ""
    depth = f" pair--depth-{one.depth}" if one.depth else ""
    cells = "".join(
        f'<div class="pair__text" lang="{TAGS[lang]}">{_inside(cell, lang)}</div>'
        for cell, lang in zip((ours, theirs), langs, strict=True)
    )
    return f'<div class="pair pair--{one.kind}{depth}"{key}>{cells}</div>'


def _inside(cell: Cell | None, lang: Lang) -> str:
    return cell.html + "".join(cell.beside) if cell else f'<p class="absent">{ABSENT.in_(lang)}</p>'
