"""What readers got and when: docs/_data/changes.yml, from which the page of changes and the feeds are made."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

from pydantic import Field, TypeAdapter, ValidationError

from scnotes.corpus import Corpus, relative
from scnotes.diagnostics import LANGS, Diagnostic, Findings, Lang, Text
from scnotes.labels import date_label
from scnotes.page import Page
from scnotes.records import Record
from scnotes.yaml_reader import YamlDocument, read_yaml_file

PLACE = Path("docs") / "_data" / "changes.yml"
PAGE = "changes.md"
FEED = "feed.xml"  # in the folder of the language
SUBSCRIBE = Text("以Atom订阅", "Subscribe by Atom")
COLON = Text("：", ": ")
FOLLOW = Text("照相邻的一条填写", "follow the entry beside it")


class Said(Record):
    """Words in both languages, neither of them empty."""

    zh: Annotated[str, Field(min_length=1)]
    en: Annotated[str, Field(min_length=1)]


class Change(Record):
    """One change. ``id`` is its permanent address on the page of changes; ``pages`` are paths below docs/<lang>/."""

    id: Annotated[str, Field(pattern=r"^[a-z][a-z0-9-]*$")]
    date: Annotated[str, Field(pattern=r"^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$")]
    title: Said
    summary: Said
    pages: tuple[str, ...] = Field(min_length=1)


def load(corpus: Corpus) -> list[Change]:
    """All changes, newest first; no file is no change. Raises Findings with everything that ``check`` finds."""
    changes, findings = _read(corpus)
    if findings:
        raise Findings(findings)
    return changes


def check(corpus: Corpus) -> list[Diagnostic]:
    """Findings: CHG001 an entry out of form, CHG002 a page that is not there, CHG003 not the newest first, CHG004 an id twice."""
    return _read(corpus)[1]


def _read(corpus: Corpus) -> tuple[list[Change], list[Diagnostic]]:
    path = corpus.root / PLACE
    if not path.is_file():
        return [], []
    try:
        document = read_yaml_file(path, corpus.root)
        changes = TypeAdapter(list[Change]).validate_python(document.data or [])
    except Findings as findings:
        return [], findings.diagnostics
    except ValidationError as errors:
        return [], [
            _finding(document, error["loc"], "CHG001", Text(f"不合规定：{error['msg']}", error["msg"]), FOLLOW)
            for error in errors.errors()
        ]
    return changes, sorted(_faults(changes, document, corpus))


def _faults(changes: list[Change], document: YamlDocument, corpus: Corpus) -> Iterator[Diagnostic]:
    seen: set[str] = set()
    for number, change in enumerate(changes):
        for place, path in enumerate(change.pages):
            for lang in LANGS:
                if (lang, path) not in corpus.pages:
                    message = Text(f"没有网页 docs/{lang}/{path}", f"there is no page docs/{lang}/{path}")
                    hint = Text(
                        "写网页在语言文件夹之下的路径", "write the page's path below the folder of the language"
                    )
                    yield _finding(document, (number, "pages", place), "CHG002", message, hint)
        if number and change.date > changes[number - 1].date:
            message = Text(f"{change.date}晚于上一条", f"{change.date} is later than the entry above it")
            hint = Text("新的在前", "the newest stands first")
            yield _finding(document, (number, "date"), "CHG003", message, hint)
        if change.id in seen:
            message = Text(f"标识{change.id}出现两次", f"the id {change.id} stands twice")
            hint = Text("另取一个，已发布的不改", "choose another for the new entry; a published one stays")
            yield _finding(document, (number, "id"), "CHG004", message, hint)
        seen.add(change.id)


def _finding(document: YamlDocument, where: tuple[int | str, ...], code: str, message: Text, hint: Text) -> Diagnostic:
    line, column = document.position(where)
    return Diagnostic(PLACE.as_posix(), line, column, code, message, hint)


def history(page: Page, corpus: Corpus) -> str:
    """The page of changes as Markdown: where to subscribe, and a section a change with links to the pages it is about."""
    lang = page.lang
    # In HTML, because the feed is no file of the docs folder, where MkDocs would look for it.
    parts = [f'<p><a href="../{FEED}" type="application/atom+xml">{SUBSCRIBE.in_(lang)}</a></p>']
    for change in load(corpus):
        title = date_label(change.date, lang) + COLON.in_(lang) + getattr(change.title, lang)
        links = " · ".join(
            f"[{name_of(path, lang, corpus)}]({relative(_at(lang, path), page.path)})" for path in change.pages
        )
        parts.append(f"## {title} {{#{change.id}}}\n\n{getattr(change.summary, lang)}\n\n{links}")
    return "\n\n".join(parts) + "\n"


def name_of(path: str, lang: Lang, corpus: Corpus) -> str:
    """What a page is called in a link: the symbol of its document, or else its title."""
    there = corpus.pages[lang, path]
    return there.front.symbol or there.title


def _at(lang: Lang, path: str) -> Path:
    return Path("docs", lang, path)
