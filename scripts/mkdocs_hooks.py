"""The only file that knows MkDocs: hands each page to the library; writes what is no page: search index, citations, list of pages."""

from __future__ import annotations

import gc
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Protocol, cast

from markdown import Markdown
from markdown.extensions import Extension
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.plugins import CombinedEvent, event_priority
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as MkDocsPage
from pagefind_service import write_index
from scnotes import front_matter, parallel
from scnotes.bibliography import head
from scnotes.bibliography.citable import citables
from scnotes.bibliography.cite_pages import CitePages, has_cite_page
from scnotes.changes import FEED
from scnotes.corpus import Corpus, site_address
from scnotes.diagnostics import LANGS, Findings, Lang
from scnotes.feed import feed
from scnotes.glossary import explanations
from scnotes.guide import sections as guide_sections
from scnotes.markdown_ext import CorpusExtension
from scnotes.page import Page
from scnotes.parity.freshness import stale
from scnotes.pocket import Pocket, Section, missing, pocket
from scnotes.pocket import address as pocket_address
from scnotes.reading_aids import ReadingAids
from scnotes.search_records import guide, records
from scnotes.status_column import StatusColumn
from scnotes.terms import Terms
from scnotes.views import cite_link, compose

_corpus: Corpus | None = None
_terms = Terms(())
_pocket: Pocket | None = None  # of the language that is being built, as the feed is
_feed: bytes | None = None
STYLES = "assets/stylesheets/site.css"
_styles: list[str] = []  # those of mkdocs.yml, in their order
_html: dict[Path, str] = {}  # the pages as converted for the side-by-side pages of both languages
OURS = (CorpusExtension, ReadingAids, StatusColumn)


class Beside(Protocol):
    """A module that makes a page beside each of some pages, in both languages, out of what these say."""

    def paths(self, corpus: Corpus) -> Iterator[str]:
        """The pages ("S/2022/499.md") that have one beside them."""
        ...

    def address(self, path: str) -> str:
        """Where it stands, below the folder of the language."""
        ...

    def markdown(self, path: str, lang: Lang, corpus: Corpus, convert: parallel.Convert) -> str:
        """Its text with front matter; ``convert`` gives a page's HTML."""
        ...


CITE = CitePages()
BESIDE: tuple[Beside, ...] = (parallel, CITE)


def on_startup(*, command: str, dirty: bool) -> None:
    """A build is short and then ends: looking for garbage all the while took a tenth of its time."""
    if command == "build":
        gc.disable()


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Have the pages ask for one stylesheet of ours instead of many, which keep the first page waiting."""
    if config.extra_css != [STYLES]:
        _styles[:] = [str(each) for each in config.extra_css]
        config.extra_css[:] = [STYLES]
    return config


def on_pre_build(config: MkDocsConfig) -> None:
    """Load the corpus before the first language, and again when `mkdocs serve` sees a change."""
    global _corpus, _terms
    if not cast(Any, config.plugins["i18n"]).is_default_language_build:
        return
    _html.clear()
    try:
        root = Path(config.config_file_path).parent
        _corpus, _terms = Corpus.load(root), Terms.load(root)
    except Findings as findings:
        raise Abort(str(findings)) from None


@event_priority(100)
def _announce(files: Files, *, config: MkDocsConfig) -> Files:
    """Before static-i18n, which knows files of the docs folder only, and finds the two languages of each."""
    assert _corpus is not None, "on_pre_build loads the corpus"
    place = (config.docs_dir, config.site_dir, config.use_directory_urls)
    for maker in BESIDE:
        for path in maker.paths(_corpus):
            for lang in LANGS:
                files.append(File(f"{lang}/{maker.address(path)}", *place, inclusion=InclusionLevel.NOT_IN_NAV))
    return files


@event_priority(-200)
def _write(files: Files, *, config: MkDocsConfig) -> Files:
    """After static-i18n, which makes each file anew: give the pages that are made in this language their text."""
    assert _corpus is not None, "on_pre_build loads the corpus"
    CITE.site, CITE.name = str(config.site_url), config.site_name
    made = {maker.address(path): (maker, path) for maker in BESIDE for path in maker.paths(_corpus)}
    converter = _Converter(config, _corpus)
    for file in files.documentation_pages():
        lang, _, path = file.src_uri.partition("/")
        if path in made:
            file.generated_by = "scnotes"
            maker, origin = made[path]
            file.content_string = maker.markdown(origin, cast(Lang, lang), _corpus, converter)
    return files


on_files = CombinedEvent(_announce, _write)


class _Converter:
    """A page's HTML, as MkDocs would make it but with links as they are written; each page once."""

    def __init__(self, config: MkDocsConfig, corpus: Corpus) -> None:
        self.config, self.corpus = config, corpus

    def __call__(self, page: Page) -> str:
        if page.path in _html:
            return _html[page.path]
        kept: list[Any] = [each for each in self.config.markdown_extensions if not isinstance(each, OURS)]
        extensions = [*kept, *_extensions(page, self.corpus)]
        markdown = Markdown(extensions=extensions, extension_configs=self.config.mdx_configs)
        _html[page.path] = markdown.convert(compose(page.body, page, self.corpus))
        return _html[page.path]


def on_page_markdown(markdown: str, *, page: MkDocsPage, config: MkDocsConfig, files: Files) -> str:
    """Add the generated parts of a document's page, and give the converter this page's extensions."""
    assert _corpus is not None, "on_pre_build loads the corpus"
    lang, _, path = page.file.src_uri.partition("/")
    ours = _corpus.pages.get((cast(Lang, lang), path))
    kept: list[Any] = [each for each in config.markdown_extensions if not isinstance(each, OURS)]
    config.markdown_extensions = kept
    if ours is None:
        return markdown
    kept.extend(_extensions(ours, _corpus))
    return compose(markdown, ours, _corpus)


def _extensions(page: Page, corpus: Corpus) -> list[Extension]:
    """What a page's Markdown needs besides the extensions of mkdocs.yml."""
    path = page.path.relative_to(Path("docs", page.lang)).as_posix()
    review = {key for lang, key in stale(corpus, path) if lang == page.lang}
    return [
        CorpusExtension(
            page.lang,
            lambda citation: corpus.destination(citation, page),
            aliases=front_matter.bound(page),
            numbered=page.full_text,
            notes=page.front.notes,
        ),
        ReadingAids(
            page.lang,
            review,
            lambda text: explanations(text, page, _terms),
            guides=guide_sections(page, corpus),
            cite=cite_link(page, corpus),
        ),
        StatusColumn(page.lang, corpus.register),
    ]


@event_priority(-200)
def on_nav(nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
    """Make what the foot of every page offers before the pages are written: the pocket edition, whose size it says, and the feed."""
    global _pocket, _feed
    assert _corpus is not None, "on_pre_build loads the corpus"
    lang = _language(config)
    try:
        _pocket = pocket(list(_sections(nav)), _corpus, lang, _Converter(config, _corpus), config.site_name)
        _feed = feed(_corpus, lang, config.site_url or "/", config.site_name)
    except Findings as findings:
        raise Abort(str(findings)) from None
    size = f"{len(_pocket.html.encode()) / 1000:.0f} kB"
    config.extra["pocket"] = {"address": pocket_address(lang), "size": size}
    config.extra["feed"] = site_address(lang, "") + FEED if _feed else None
    return nav


def _language(config: MkDocsConfig) -> Lang:
    return "en" if config.theme["language"] == "en" else "zh"


def _sections(nav: Navigation) -> Iterator[Section]:
    for item in nav.items:
        pages = [each for each in (item.children or [item]) if isinstance(each, MkDocsPage)]
        paths = tuple(page.file.src_uri.partition("/")[2] for page in pages)
        yield Section(item.title or "" if item.children else "", paths)


@event_priority(-200)  # after static-i18n, which has -100 and sets the links
def on_page_context(context: dict[str, Any], *, page: MkDocsPage, config: MkDocsConfig, nav: Any) -> None:
    """Lead the language switch to the same page by relative address; say in a document's head what the document is.

    On home pages static-i18n writes "/", which is lost under a sub-path.
    """
    for alternate in getattr(config.extra, "alternate", ()):
        theirs = getattr(page.file, "alternates", {}).get(alternate["lang"])
        if theirs is not None:
            alternate["link"] = theirs.url
    assert _corpus is not None, "on_pre_build loads the corpus"
    lang, _, path = page.file.src_uri.partition("/")
    ours = _corpus.pages.get((cast(Lang, lang), path))
    if ours is not None and has_cite_page(ours, path, _corpus):
        item = next(citables(path, ours.lang, _corpus))
        site = str(config.site_url)
        context["cited"] = {
            "tags": head.tags(item, site),
            "schema": head.SCHEMA,
            "data": head.linked_data(item, site, ours),
            "alternates": head.alternates(),
        }


@event_priority(-200)
def on_template_context(context: dict[str, Any], *, template_name: str, config: MkDocsConfig) -> None:
    """On the 404 page, which is no page's translation, the switch leads to the home pages: static-i18n writes "/" and "/en/"."""
    if template_name == "404.html":
        for alternate in getattr(config.extra, "alternate", ()):
            alternate["link"] = "./" if alternate["lang"] == LANGS[0] else f"{alternate['lang']}/"


def on_post_build(config: MkDocsConfig) -> None:
    """Write the list of pages, and what the language that was built has beside them: this is called once for each."""
    assert _corpus is not None, "on_pre_build loads the corpus"
    site, lang = Path(config.site_dir), _language(config)
    _list_pages(_corpus, site)
    _join_styles(site)
    _carry(site, lang)
    for path in CITE.paths(_corpus):
        for name, text in CITE.files(path, lang, _corpus):
            (site / name).write_bytes(text.encode())
    target = site / "assets" / "search" / lang
    try:
        found = records(_corpus, _terms, lang)
        write_index(found, target)
    except (Findings, RuntimeError) as error:
        raise Abort(str(error)) from None
    (target / "guide.json").write_text(json.dumps(guide(_corpus, _terms, found, lang), ensure_ascii=False), "utf-8")


def _join_styles(site: Path) -> None:
    """Write the one stylesheet; those it is made of, which MkDocs has copied, stand beside it for the second language."""
    (site / STYLES).write_text("".join((site / each).read_text("utf-8") for each in _styles), "utf-8")


def _carry(site: Path, lang: Lang) -> None:
    """Write the pocket edition and the feed, when the pages are there that the edition's links would have led to."""
    assert _pocket is not None and _corpus is not None, "on_nav makes it"
    if _feed is not None:
        (site / site_address(lang, "") / FEED).write_bytes(_feed)
    target = site / pocket_address(lang)
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(_pocket.html, encoding="utf-8")
    if lost := missing(_pocket, site, _corpus):
        raise Abort(str(Findings(lost)))


def _list_pages(corpus: Corpus, site: Path) -> None:
    """Write assets/pages.json: symbol to page address by language, relative to the site's root."""
    addresses: dict[str, dict[str, str]] = {}
    for (lang, path), page in corpus.pages.items():
        if page.front.symbol is not None:
            addresses.setdefault(page.front.symbol, {})[lang] = site_address(lang, path)
    target = site / "assets" / "pages.json"
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(json.dumps(addresses, ensure_ascii=False, sort_keys=True), encoding="utf-8")
