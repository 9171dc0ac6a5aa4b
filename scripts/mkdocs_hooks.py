"""The only file that knows MkDocs: hands each page to the library; writes the search index and the 404 page's list of pages."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, cast

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page as MkDocsPage
from pagefind_service import write_index
from scnotes import front_matter
from scnotes.corpus import Corpus
from scnotes.diagnostics import LANGS, Findings, Lang
from scnotes.markdown_ext import CorpusExtension
from scnotes.search_records import guide, records
from scnotes.terms import Terms
from scnotes.views import compose

_corpus: Corpus | None = None


def on_pre_build(config: MkDocsConfig) -> None:
    """Load the corpus; called once a language, and again when `mkdocs serve` sees a change."""
    global _corpus
    try:
        _corpus = Corpus.load(Path(config.config_file_path).parent)
    except Findings as findings:
        raise Abort(str(findings)) from None


def on_page_markdown(markdown: str, *, page: MkDocsPage, config: MkDocsConfig, files: Files) -> str:
    """Add the generated parts of a document's page, and give the converter this page's extension."""
    assert _corpus is not None, "on_pre_build loads the corpus"
    lang, _, path = page.file.src_uri.partition("/")
    ours = _corpus.pages.get((cast(Lang, lang), path))
    kept: list[Any] = [each for each in config.markdown_extensions if not isinstance(each, CorpusExtension)]
    config.markdown_extensions = kept
    if ours is None:
        return markdown
    corpus = _corpus
    extension = CorpusExtension(
        ours.lang,
        lambda citation: corpus.destination(citation, ours),
        aliases=front_matter.bound(ours),
        numbered=ours.full_text,
        notes=ours.front.notes,
    )
    kept.append(extension)
    return compose(markdown, ours, corpus)


@event_priority(-200)  # after static-i18n, which has -100 and sets the links
def on_page_context(context: dict[str, Any], *, page: MkDocsPage, config: MkDocsConfig, nav: Any) -> None:
    """Lead the language switch to the same page by relative address: on home pages static-i18n writes "/", lost under a sub-path."""
    for alternate in getattr(config.extra, "alternate", ()):
        theirs = getattr(page.file, "alternates", {}).get(alternate["lang"])
        if theirs is not None:
            alternate["link"] = theirs.url


@event_priority(-200)
def on_template_context(context: dict[str, Any], *, template_name: str, config: MkDocsConfig) -> None:
    """On the 404 page, which is no page's translation, the switch leads to the home pages: static-i18n writes "/" and "/en/"."""
    if template_name == "404.html":
        for alternate in getattr(config.extra, "alternate", ()):
            alternate["link"] = "./" if alternate["lang"] == LANGS[0] else f"{alternate['lang']}/"


def on_post_build(config: MkDocsConfig) -> None:
    """Write the list of pages, and the search index of the language that was built: this is called once for each."""
    assert _corpus is not None, "on_pre_build loads the corpus"
    _list_pages(_corpus, Path(config.site_dir))
    lang: Lang = "en" if config.theme["language"] == "en" else "zh"
    target = Path(config.site_dir) / "assets" / "search" / lang
    try:
        terms = Terms.load(_corpus.root)
        found = records(_corpus, terms, lang)
        write_index(found, target)
    except (Findings, RuntimeError) as error:
        raise Abort(str(error)) from None
    (target / "guide.json").write_text(json.dumps(guide(_corpus, terms, found, lang), ensure_ascii=False), "utf-8")


def _list_pages(corpus: Corpus, site: Path) -> None:
    """Write assets/pages.json: symbol to page address by language, relative to the site's root."""
    addresses: dict[str, dict[str, str]] = {}
    for (lang, path), page in corpus.pages.items():
        if page.front.symbol is not None:
            folder = path.removesuffix(".md") + "/"
            addresses.setdefault(page.front.symbol, {})[lang] = folder if lang == LANGS[0] else f"{lang}/{folder}"
    target = site / "assets" / "pages.json"
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(json.dumps(addresses, ensure_ascii=False, sort_keys=True), encoding="utf-8")
