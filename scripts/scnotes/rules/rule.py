"""One rule: a function that yields findings, under one code, described by its own docstring in both languages."""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from scnotes.diagnostics import Diagnostic, Severity, Text
from scnotes.page import Page

_LINE = re.compile(r"^(en|zh|Bad|Good):\s*(.+)$")
# (page, corpus) for a rule about pages, (corpus) for one about the corpus as a whole.
Check = Callable[..., Iterator[Diagnostic]]


@dataclass(frozen=True)
class Rule:
    """A code, what holds (``title``), why (``reason``), examples, and the function that finds where it does not."""

    code: str
    title: Text
    reason: Text
    bad: tuple[str, ...]
    good: tuple[str, ...]
    check: Check


def rule(code: str) -> Callable[[Check], Rule]:
    """Make a rule of a function. Its docstring is the rule's page: two statements in both languages, Bad and Good.

    Raises ValueError for a docstring that lacks one of them: a rule that nobody explains is not complete.
    """

    def make(check: Check) -> Rule:
        return Rule(code, *describe(code, inspect.getdoc(check) or ""), check)

    return make


def describe(code: str, docstring: str) -> tuple[Text, Text, tuple[str, ...], tuple[str, ...]]:
    """Title, reason, Bad and Good of a rule's docstring (lines "en: …", "zh: …", "Bad: …", "Good: …")."""
    said: dict[str, list[str]] = {"en": [], "zh": [], "Bad": [], "Good": []}
    for line in docstring.splitlines():
        match = _LINE.match(line.strip())
        if match:
            said[match[1]].append(match[2])
    if len(said["en"]) != 2 or len(said["zh"]) != 2 or not said["Bad"] or not said["Good"]:
        raise ValueError(f"{code}: a docstring of two en and two zh lines, Bad and Good is needed")
    title, reason = (Text(zh, en) for zh, en in zip(said["zh"], said["en"], strict=True))
    return title, reason, tuple(said["Bad"]), tuple(said["Good"])


def on_page(
    page: Page,
    start: int,
    end: int,
    code: str,
    message: Text,
    hint: Text | None = None,
    *,
    replacement: str | None = None,
    severity: Severity = Severity.ERROR,
) -> Diagnostic:
    """A finding about the characters from ``start`` to ``end`` of a page's text."""
    line, column = page.position(start)
    path = page.path.as_posix()
    return Diagnostic(path, line, column, code, message, hint, severity, max(end - start, 0), replacement)
