"""The pocket edition: all pages of a language in one HTML file that needs no network, no script and no other file.

A page is an article whose id is its address ("S/2017/507"); what has an id on the page has it here below that of the article
("S/2017/507/para-94"). So links and citations of paragraphs lead to their places inside the file.
"""

from __future__ import annotations

import base64
import mimetypes
import posixpath
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from html import escape
from pathlib import Path
from urllib.parse import unquote

from bs4 import Tag
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from scnotes.corpus import Corpus, site_address
from scnotes.diagnostics import LANGS, Diagnostic, Findings, Lang, Text
from scnotes.fragment import fragment
from scnotes.labels import TAGS
from scnotes.page import Page
from scnotes.parallel import Convert

TEMPLATE = "corpus/pocket.html"
# What only a page of the site can do: marks that copy an address, the way to the page with both languages.
ONLY_ON_THE_SITE = ".headerlink, .side-by-side, script, style, link"
REFERRING = ("for", "headers", "aria-labelledby", "aria-describedby", "aria-controls")
PRESENTATION = re.compile(r"url\(\s*['\"]?#([^)'\"]+)['\"]?\s*\)")
WORDS = {
    "intro": Text(
        "本语料库全部中文网页，合为一个文件：无需网络和脚本，文内链接均在文件之内；指向联合国文件的链接需要网络。",
        "All English pages of the corpus in one file. It needs no network and no script: links between pages stay inside it; "
        "links to documents of the United Nations need a network.",
    ),
    "contents": Text("目录", "Contents"),
    "back": Text("回目录", "Back to the contents"),
    "skip": Text("跳到正文", "Skip to the text"),
    "description": Text(
        "安全理事会工作方法语料库的袖珍版。",
        "The pocket edition of the corpus on the Security Council’s working methods.",
    ),
    "edition": Text("袖珍版", "Pocket edition"),
}


@dataclass(frozen=True)
class Section:
    """A group of the navigation: its name, "" for pages that stand by themselves, and the paths of its pages."""

    name: str
    paths: tuple[str, ...]


@dataclass
class Pocket:
    """The file, and the addresses on the site, relative to its root, of what its pages link to and it does not hold."""

    html: str
    left_out: dict[str, str] = field(default_factory=dict)


def address(lang: Lang) -> str:
    """Where the file of a language stands, relative to the site's root: its name says what it is when it has been saved."""
    return f"pocket/working-methods-{lang}.html"


def pocket(sections: Sequence[Section], corpus: Corpus, lang: Lang, convert: Convert, name: str) -> Pocket:
    """Put the pages into one file, in the order of the navigation; ``name`` is the site's, ``convert`` gives a page's HTML.

    Raises Findings (PCK001) for a link to a place that its page does not have, (PCK002) for a picture that is not in the docs
    folder. A link to something else on the site becomes its words; ``left_out`` says where it led and on which page, so that
    the caller can see whether it is there.
    """
    made = _Edition(corpus, lang)
    articles = {path: made.article(path, convert(corpus.pages[lang, path])) for each in sections for path in each.paths}
    made.prove()
    contents = [
        (each.name, [(_key(path), corpus.pages[lang, path].title, articles[path]) for path in each.paths])
        for each in sections
    ]
    environment = Environment(
        loader=FileSystemLoader(corpus.root / "overrides"),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        autoescape=True,
    )
    words = {key: text.in_(lang) for key, text in WORDS.items()}
    html = environment.get_template(TEMPLATE).render(lang=TAGS[lang], name=name, sections=contents, t=words)
    return Pocket(html, made.left_out)


def _key(path: str) -> str:
    """The id of a page's article."""
    return path.removesuffix(".md")


class _Edition:
    """The articles made so far: the ids they have, and the links that have to be proved."""

    def __init__(self, corpus: Corpus, lang: Lang) -> None:
        self.corpus, self.lang = corpus, lang
        self.ids: set[str] = set()
        self.links: list[tuple[Page, str, str]] = []
        self.findings: list[Diagnostic] = []
        self.left_out: dict[str, str] = {}

    def article(self, path: str, html: str) -> str:
        """A page's HTML with its headings one level lower, its ids below its own, its links and pictures made good."""
        page, key = self.corpus.pages[self.lang, path], _key(path)
        soup = fragment(html)
        for element in soup.select(ONLY_ON_THE_SITE):
            element.decompose()
        for element in soup.find_all(True):
            self._own_ids(element, key)
            if heading := re.fullmatch(r"h([1-5])", element.name):
                element.name = f"h{int(heading[1]) + 1}"
            elif element.name in ("section", "aside", "nav") and element.has_attr("aria-label"):
                element["aria-label"] = f"{element['aria-label']} ({key})"  # every page has its own, and here they meet
            elif element.name == "a" and element.has_attr("href"):
                self._link(element, page, path)
            elif element.name == "img" and element.has_attr("src"):
                self._picture(element, page)
        self.ids.add(key)
        return f'<article id="{escape(key)}">{soup.decode_contents()}</article>'

    def _own_ids(self, element: Tag, key: str) -> None:
        if "id" in element.attrs:
            element["id"] = f"{key}/{element['id']}"
            self.ids.add(str(element["id"]))
        for name in REFERRING:
            if name in element.attrs:
                value = element[name]
                words = value if isinstance(value, list) else str(value).split()
                element[name] = " ".join(f"{key}/{word}" for word in words)
        for name, value in element.attrs.items():
            if isinstance(value, str) and "url(" in value:
                element[name] = PRESENTATION.sub(rf"url(#{key}/\1)", value)
        for name in ("href", "xlink:href"):
            if element.name == "use" and str(element.get(name, "")).startswith("#"):
                element[name] = f"#{key}/{str(element[name])[1:]}"

    def _link(self, link: Tag, page: Page, path: str) -> None:
        href = str(link["href"])
        if re.match(r"[a-z][a-z0-9+.-]*:", href):
            return
        target, _, fragment = href.partition("#")
        file = posixpath.normpath(posixpath.join(posixpath.dirname(path), unquote(target))) if target else path
        if (self.lang, file) in self.corpus.pages:
            place = f"{_key(file)}/{unquote(fragment)}" if fragment else _key(file)
            self.links.append((page, href, place))
            link["href"] = f"#{place}"
        else:
            self.left_out.setdefault(self._on_site(path, target), page.path.as_posix())
            link.unwrap()

    def _on_site(self, path: str, target: str) -> str:
        """The address of something that is not in the file: of a page as Markdown names it, or of a file as HTML does."""
        if target.endswith(".md"):
            where = posixpath.normpath(posixpath.join("docs", self.lang, posixpath.dirname(path), target))
            lang, _, file = where.removeprefix("docs/").partition("/")
            return site_address("en" if lang == LANGS[1] else "zh", file)
        return posixpath.normpath(posixpath.join("/", site_address(self.lang, path), target)).lstrip("/")

    def _picture(self, picture: Tag, page: Page) -> None:
        source = str(picture["src"])
        if source.startswith("data:"):
            return
        file = self.corpus.root / page.path.parent / unquote(source)
        if not file.is_file():
            message = Text(f"袖珍版找不到图片{source}", f"the pocket edition finds no picture {source}")
            self.findings.append(Diagnostic(page.path.as_posix(), 1, 1, "PCK002", message))
            return
        kind = mimetypes.guess_type(file.name)[0] or "application/octet-stream"
        picture["src"] = f"data:{kind};base64,{base64.b64encode(file.read_bytes()).decode()}"

    def prove(self) -> None:
        """Raise what was found: every link inside the file has to arrive."""
        lost: Iterable[tuple[Page, str, str]] = (each for each in self.links if each[2] not in self.ids)
        for page, href, place in lost:
            message = Text(
                f"袖珍版中没有链接{href}所指的#{place}", f"the pocket edition has no #{place}, to which {href} leads"
            )
            self.findings.append(Diagnostic(page.path.as_posix(), 1, 1, "PCK001", message))
        if self.findings:
            raise Findings(sorted(set(self.findings)))


def missing(edition: Pocket, site: Path, corpus: Corpus) -> list[Diagnostic]:
    """PCK003 for each link out of the file that would not arrive on the built site either.

    A page of the corpus is taken as built: the pages of the second language are not yet when those of the first are.
    """
    pages = {site_address(lang, path) for lang, path in corpus.pages}
    return [
        Diagnostic(
            page,
            1,
            1,
            "PCK003",
            Text(f"链接所指的{target}不在网站上", f"a link leads to {target}, which is not on the site"),
        )
        for target, page in sorted(edition.left_out.items())
        if target not in pages and not (site / target).exists()
    ]
