"""What a reader gets on paragraphs without the author's doing: a mark that is their address, a mark for review, terms explained."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from xml.etree import ElementTree as etree

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

from scnotes.diagnostics import Lang, Text
from scnotes.labels import WORDS

MARKED = re.compile(r"p\d+")
REVIEW = Text("待复核：另一语文的对应段落已经改动", "To be reviewed: the paragraph of the other language has changed")
GUIDE = Text("导读", "Guide")
GUIDE_TITLE = Text(
    "有关规定、可读的文件和后来的发展",
    "provisions, documents to read, what has happened since",
)
# Terms are explained in prose only: not in titles, links or code, nor in what is generated from the register.
CLOSED = {"a", "abbr", "code", "pre", "script", "style", "h1", "h2", "h3", "h4", "h5", "h6", "section", "dl"}
GENERATED = {"apparatus", "document-card", "term-list"}


@dataclass(frozen=True)
class Explanation:
    """A term's place in a text, what is shown on hover or focus, and where more is to be read."""

    start: int
    end: int
    key: str
    title: str
    href: str


class ReadingAids(Extension):
    """``review``: ids of the paragraphs to be reviewed; ``explain`` finds the terms of a text.

    ``guides``: ids of the paragraphs that the guide has a section on, each with the path to it; ``cite``: the link to
    the page that says how to cite them, if there is one.
    """

    def __init__(
        self,
        lang: Lang,
        review: Collection[str],
        explain: Callable[[str], Collection[Explanation]],
        guides: Mapping[str, str] | None = None,
        cite: str | None = None,
    ) -> None:
        super().__init__()
        self.lang, self.review, self.explain = lang, review, explain
        self.guides, self.cite = guides or {}, cite

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 (Python-Markdown's name)
        """After 'scnotes-citations' (15), so that a symbol's link is never split; before 'relpath' (0), which checks hrefs."""
        md.treeprocessors.register(TermLinks(md, self), "scnotes-terms", 14)
        md.treeprocessors.register(Marks(md, self), "scnotes-marks", 6)


class Marks(Treeprocessor):
    """Each numbered paragraph and item ends with links to itself and to how it is cited, shown on hover and focus only."""

    def __init__(self, md: Markdown, aids: ReadingAids) -> None:
        super().__init__(md)
        self.aids = aids

    def run(self, root: etree.Element) -> None:
        """Mark the elements that have a number (ids p1, p2, …)."""
        for element in root.iter():
            key = element.get("id", "")
            if element.tag in ("p", "li") and MARKED.fullmatch(key):
                if key in self.aids.guides:
                    _append(element, self._guide(self.aids.guides[key]))
                _append(element, self._mark("headerlink", "address", f"#{key}", "¶", key))
                if self.aids.cite:
                    _append(element, self._mark("cite-mark", "cite_paragraph", f"{self.aids.cite}#{key}", "”", key))
                if key in self.aids.review:
                    _append(element, self._review())

    def _mark(self, name: str, word: str, href: str, sign: str, key: str) -> etree.Element:
        label = WORDS[word].in_(self.aids.lang)
        # No title: the theme makes a tooltip of each when a page is opened. The script gives one to a mark that is pointed at.
        mark = etree.Element("a", {"class": name, "href": href})
        mark.set("aria-label", f"{label} ({key})")
        mark.text = sign
        return mark

    def _guide(self, href: str) -> etree.Element:
        lang = self.aids.lang
        mark = etree.Element("a", {"class": "guide-mark", "href": href})
        mark.set("aria-label", GUIDE.in_(lang) + WORDS["colon"].in_(lang) + GUIDE_TITLE.in_(lang))
        mark.text = GUIDE.in_(lang)
        return mark

    def _review(self) -> etree.Element:
        mark = etree.Element("strong", {"class": "to-review"})
        mark.text = REVIEW.in_(self.aids.lang)
        return mark


def _append(element: etree.Element, mark: etree.Element) -> None:
    """At the end of the element's own words: before a nested list or an editor's note."""
    children = list(element)
    if children and children[0].tag == "p" and not (element.text or "").strip():
        children[0].append(mark)
        return
    place = next((index for index, each in enumerate(children) if each.tag in ("ul", "ol", "aside")), len(children))
    element.insert(place, mark)


class TermLinks(Treeprocessor):
    """The first time a page uses a term of the term base, the term is a quiet link to its entry, with an explanation."""

    def __init__(self, md: Markdown, aids: ReadingAids) -> None:
        super().__init__(md)
        self.aids = aids
        self.seen: set[str] = set()

    def run(self, root: etree.Element) -> None:
        """Walk the prose in order."""
        self.seen = set()
        self._walk(root)

    def _walk(self, element: etree.Element) -> None:
        children = list(element)
        if element.tag in ("p", "li"):
            element.text, links = self._split(element.text)
            for index, link in enumerate(links):
                element.insert(index, link)
        for child in children:
            if child.tag not in CLOSED and not GENERATED & set(child.get("class", "").split()):
                self._walk(child)
            if element.tag in ("p", "li"):
                child.tail, links = self._split(child.tail)
                place = list(element).index(child) + 1
                for index, link in enumerate(links):
                    element.insert(place + index, link)

    def _split(self, text: str | None) -> tuple[str | None, list[etree.Element]]:
        """The text up to its first new term, and the links, each with the text that follows it as its tail."""
        found = []
        for each in self.aids.explain(text) if text else ():
            if each.key not in self.seen:
                self.seen.add(each.key)
                found.append(each)
        if not found or text is None:
            return text, []
        links = []
        for each, following in zip(found, [*found[1:], None], strict=True):
            link = etree.Element("a", {"class": "term", "href": each.href, "title": each.title})
            link.text = text[each.start : each.end]
            link.tail = text[each.end : following.start if following else len(text)]
            links.append(link)
        return text[: found[0].start], links
