"""All pages and the register, loaded once: the pairs of languages, who cites whom, where a citation leads."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path, PurePosixPath

from markdown.extensions.toc import slugify, unique

from scnotes import front_matter
from scnotes.citations import Citation, Destination, OwnPage, find_citations
from scnotes.diagnostics import LANGS, Diagnostic, Findings, Lang
from scnotes.files import markdown_files
from scnotes.markdown_reader import Block
from scnotes.page import Page, read_page
from scnotes.register import Register
from scnotes.symbols import Symbol

# Sections that are added to a document's page when the site is built (overrides/corpus/apparatus.html).
GENERATED_IDS = ("paragraphs", "cited-by", "lineage", "sources")


@dataclass(frozen=True, slots=True)
class Reference:
    """A citation in the paragraph where it stands."""

    page: Page
    block: Block
    citation: Citation


@dataclass(frozen=True)
class Corpus:
    """The register and the pages, by language and by path below ``docs/<lang>/`` ("S/2022/499.md")."""

    root: Path
    register: Register
    pages: dict[tuple[Lang, str], Page]
    registered: bool = True
    bilingual: bool = True

    @classmethod
    def load(cls, root: Path) -> Corpus:
        """Read ``root/docs``. Raises Findings with everything that cannot be read, of all files."""
        corpus, findings = cls.read(root)
        if findings:
            raise Findings(findings)
        return corpus

    @classmethod
    def read(cls, root: Path) -> tuple[Corpus, list[Diagnostic]]:
        """What can be read, and everything that cannot, in order.

        A root with ``docs/zh`` or ``docs/en`` is a bilingual corpus; of any other folder, all Markdown files are read.
        Without ``docs/_data/documents.yml`` there is no register to compare with.
        """
        data, docs = root / "docs" / "_data", root / "docs"
        bilingual = any((docs / lang).is_dir() for lang in LANGS)
        registered = (data / "documents.yml").is_file()
        register, findings = Register.read(data, root) if registered else (Register({}, {}, {}), [])
        # A register that cannot be read says nothing of the symbols on the pages.
        registered = bool(register.documents)
        pages: dict[tuple[Lang, str], Page] = {}
        for folder in [docs / lang for lang in LANGS] if bilingual else [root]:
            paths, faults = markdown_files(folder, root)
            findings.extend(faults)
            for path in paths:
                try:
                    page = read_page(path, root)
                    findings.extend(front_matter.check(page, path.relative_to(folder)))
                    pages[page.lang, path.relative_to(folder).as_posix()] = page
                except Findings as error:
                    findings.extend(error.diagnostics)
        return cls(root, register, pages, registered, bilingual), sorted(findings)

    @cached_property
    def _by_path(self) -> dict[str, Page]:
        return {page.path.as_posix(): page for page in self.pages.values()}

    def by_path(self, path: str) -> Page | None:
        """The page of a path relative to the root."""
        return self._by_path.get(path)

    @cached_property
    def _neighbours(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for path in sorted(self._by_path):
            found.setdefault(posixpath.dirname(path), []).append(path)
        return found

    def neighbours(self, path: str) -> list[str]:
        """Paths of the pages in the same folder as a path, sorted."""
        return self._neighbours.get(posixpath.dirname(path), [])

    def page(self, symbol: Symbol, lang: Lang) -> Page | None:
        """The page of a document in a language, if there is one."""
        return self.pages.get((lang, f"{symbol.path}.md"))

    def anchors(self, symbol: Symbol) -> set[str]:
        """Ids of the paragraphs of a document that its page has: "para-94" for each digest entry."""
        return {f"para-{entry.para}" for entry in self.register.digest(symbol)}

    def ids(self, page: Page) -> set[str]:
        """Every id that the built page has: of headings, paragraphs, HTML, digest entries and generated sections."""
        own = {*page.heading_ids(), *page.markup.ids, *(block.id for block in page.blocks if block.id)}
        used: set[str] = set(own)
        for block in page.blocks:
            if block.kind == "heading" and not block.id:
                own.add(unique(slugify(page.prose(block), "-"), used))
        symbol = front_matter.symbol_of(page)
        if symbol:
            own |= {*self.anchors(symbol), *GENERATED_IDS}
        return own

    def destination(self, citation: Citation, page: Page) -> Destination | None:
        """Where a citation on a page leads; None for a page's mention of itself, and for a page that is not there (INT001).

        A paragraph that our page does not have is left out of the link: the page says what is missing.
        """
        target = citation.target
        if isinstance(target, OwnPage):
            named = self.pages.get((page.lang, target.path))
            return Destination(relative(named.path, page.path), external=False) if named and named is not page else None
        if not isinstance(target, Symbol):
            return Destination(target.url(page.lang), external=True)
        theirs = self.page(target, page.lang)
        if theirs is None:
            return Destination(target.url(page.lang), external=True)
        anchor = f"para-{citation.paragraph}"
        fragment = f"#{anchor}" if anchor in self.anchors(target) else ""
        if theirs is page or theirs.path == page.path:
            return Destination(fragment, external=False) if fragment else None
        return Destination(relative(theirs.path, page.path) + fragment, external=False)

    def citations(self, page: Page) -> Iterator[Reference]:
        """Citations of a page's paragraphs and items, in order; headings and existing links are left out."""
        aliases = front_matter.bound(page)
        for block in page.blocks:
            if block.kind in ("paragraph", "item"):
                for citation in find_citations(page.masked[block.start : block.end], page.lang, aliases):
                    yield Reference(page, block, citation)

    @cached_property
    def _references(self) -> dict[tuple[Symbol, Lang], list[Reference]]:
        found: dict[tuple[Symbol, Lang], list[Reference]] = {}
        for page in self.pages.values():
            if page.full_text:
                for reference in self.citations(page):
                    if isinstance(reference.citation.target, Symbol):
                        found.setdefault((reference.citation.target, page.lang), []).append(reference)
        return found

    def references(self, symbol: Symbol, lang: Lang) -> list[Reference]:
        """Where the full texts in a language cite a document: our own prose does not count as citing."""
        return self._references.get((symbol, lang), [])


def relative(target: Path, origin: Path) -> str:
    """The path from one page's folder to another page, with forward slashes."""
    return posixpath.relpath(PurePosixPath(target), PurePosixPath(origin).parent)


def site_address(lang: Lang, path: str) -> str:
    """The address on the site, relative to its root, of the page at a path below ``docs/<lang>/``; "" is the home page's.

    >>> site_address("en", "S/2022/499.md")
    'en/S/2022/499/'
    """
    folder = path.removesuffix(".md").removesuffix("index")
    folder = f"{folder}/" if folder and not folder.endswith("/") else folder
    return folder if lang == LANGS[0] else f"{lang}/{folder}"
