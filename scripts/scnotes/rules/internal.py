"""Rules about links inside the project: files and ids that exist, addresses that survive a move of the site."""

from __future__ import annotations

import difflib
import posixpath
import re
from collections.abc import Iterator
from pathlib import PurePosixPath
from urllib.parse import unquote, urlsplit

from scnotes import front_matter
from scnotes.citations import OwnPage
from scnotes.corpus import Corpus
from scnotes.diagnostics import Diagnostic, Text
from scnotes.markdown_reader import Link
from scnotes.page import Page
from scnotes.rules.rule import on_page, rule


@rule("INT001")
def file_exists(page: Page, corpus: Corpus) -> Iterator[Diagnostic]:
    """
    en: A link inside the project leads to a file that exists.
    zh: 项目内部链接指向存在的文件。

    en: Links are written from file to file (../2017/507.md), a page that a name means from the folder of the language (thirteen.md); the build makes addresses of them.
    zh: 内部链接从文件写到文件(../2017/507.md)，通称所指的网页从该语文的文件夹写起(thirteen.md)，由构建程序转为网址。

    Bad: [说明](../2017/570.md)
    Good: [说明](../2017/507.md)
    """
    for link, path, _ in _internal(page):
        if path and not path.startswith("/") and not (corpus.root / _target(page, path)).is_file():
            message = Text(f"没有文件 {_target(page, path)}", f"there is no file {_target(page, path)}")
            yield _at(page, link, "INT001", message, _like(page, path, corpus))
    for name, meant in front_matter.bound(page).items():
        if isinstance(meant, OwnPage) and (page.lang, meant.path) not in corpus.pages:
            path = posixpath.join(*page.path.parts[: 2 if corpus.bilingual else 0], meant.path)
            line, column = page.front_position("aliases", name)
            message = Text(f"没有文件 {path}", f"there is no file {path}")
            yield Diagnostic(page.path.as_posix(), line, column, "INT001", message)


@rule("INT002")
def id_exists(page: Page, corpus: Corpus) -> Iterator[Diagnostic]:
    """
    en: The id after # in a link is one the page has.
    zh: 链接中#后的标识在该页中存在。

    en: A browser that does not find an id shows the top of the page and says nothing.
    zh: 浏览器找不到标识时只显示页首，不作任何提示。

    Bad: [第94段](../2017/507.md#par-94)
    Good: [第94段](../2017/507.md#para-94)
    """
    for link, path, fragment in _internal(page):
        theirs = corpus.by_path(_target(page, path)) if path else page
        if theirs is None or not fragment or fragment in corpus.ids(theirs):
            continue
        near = difflib.get_close_matches(fragment, sorted(corpus.ids(theirs)), 1)
        message = Text(f"{theirs.path.as_posix()} 中没有 #{fragment}", f"{theirs.path.as_posix()} has no #{fragment}")
        hint = Text(f"是否应为 #{near[0]}？", f"did you mean #{near[0]}?") if near else None
        yield _at(page, link, "INT002", message, hint)


@rule("INT003")
def is_relative(page: Page, corpus: Corpus) -> Iterator[Diagnostic]:
    """
    en: A link inside the project is relative.
    zh: 项目内部链接用相对路径。

    en: The site works at the root of a host and under a sub-path; an address that begins with / works at one of them.
    zh: 网站既可置于主机根目录，也可置于子路径之下；以/开头的地址只在其中一处有效。

    Bad: [说明](/S/2017/507/)
    Good: [说明](../2017/507.md)
    """
    for link, path, _ in _internal(page):
        if path.startswith("/"):
            message = Text(f"{link.url} 以 / 开头", f"{link.url} begins with /")
            hint = Text("写相对于本文件的路径", "write the path relative to this file")
            yield _at(page, link, "INT003", message, hint)


def _internal(page: Page) -> Iterator[tuple[Link, str, str]]:
    """Links without a scheme or host: the path, percent-decoded, and the fragment."""
    for link in page.links:
        # A colon before any slash is a scheme (mailto:, javascript:); urlsplit refuses some broken hosts.
        if re.match(r"[A-Za-z][A-Za-z0-9+.-]*:|//", link.url):
            continue
        parts = urlsplit(link.url)
        if parts.path or parts.fragment:
            yield link, unquote(parts.path), unquote(parts.fragment)


def _target(page: Page, path: str) -> str:
    return posixpath.normpath(posixpath.join(page.path.parent.as_posix(), path))


def _like(page: Page, path: str, corpus: Corpus) -> Text | None:
    """A file that was perhaps meant: one that looks like it, or the source of the page that an address names."""
    target = _target(page, path)
    guesses = [guess for guess in (f"{target}.md", f"{target}/index.md") if corpus.by_path(guess)]
    # Only neighbours: to compare a slip with every page of a large corpus would take as long as the corpus squared.
    guesses += difflib.get_close_matches(target, corpus.neighbours(target), 1)
    if not guesses:
        return None
    written = posixpath.relpath(PurePosixPath(guesses[0]), page.path.parent.as_posix())
    return Text(f"是否应为 {written}？", f"did you mean {written}?")


def _at(page: Page, link: Link, code: str, message: Text, hint: Text | None) -> Diagnostic:
    start = link.start if link.url_start is None else link.url_start
    end = link.end if link.url_start is None else link.url_start + len(link.url)
    return on_page(page, start, end, code, message, hint)
