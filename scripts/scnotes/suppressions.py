"""One-line suppressions: a code and a reason, beside the place where a rule is wrong for once.

In Markdown ``<!-- allow SYM002: the source writes it so -->``, in YAML and front matter ``# allow REG007: reason``; on the
line itself, or alone on the line before it.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from scnotes.diagnostics import Diagnostic, Text
from scnotes.page import FRONT_MATTER, Page

_ALLOW = re.compile(r"\s*allow\s+([A-Z]{3}\d{3}(?:\s*,\s*[A-Z]{3}\d{3})*)\s*(?::\s*(.*?))?\s*$", re.DOTALL)
_YAML_COMMENT = re.compile(r"(?:^|\s)#(\s*allow\s.*)$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Suppression:
    """``codes`` are allowed on ``line``; the comment itself stands at ``written`` (line and column)."""

    path: str
    line: int
    written: tuple[int, int]
    codes: tuple[str, ...]
    reason: str


def of_page(page: Page) -> Iterator[Suppression]:
    """The suppressions of a page: its comments outside code, and those of its front matter."""
    for offset, words in page.markup.comments:
        comment_end = page.text.find("-->", offset) + 3
        yield from _read(page.path.as_posix(), page.text, offset, comment_end, words)
    front = FRONT_MATTER.match(page.text)
    yield from _of_yaml(page.path.as_posix(), page.text, front.end() if front else 0)


def of_data(path: Path, root: Path) -> Iterator[Suppression]:
    """The suppressions of a YAML file; none of one that cannot be read, which is a finding of its own."""
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return
    yield from _of_yaml(path.relative_to(root).as_posix(), text, len(text))


def _of_yaml(path: str, text: str, end: int) -> Iterator[Suppression]:
    for match in _YAML_COMMENT.finditer(text, 0, end):
        yield from _read(path, text, match.start(1) - 1, match.end(), match[1])


def _read(path: str, text: str, start: int, end: int, words: str) -> Iterator[Suppression]:
    match = _ALLOW.match(words)
    if match is None:
        return
    line = text.count("\n", 0, start) + 1
    first = text.rfind("\n", 0, start) + 1
    last = text.find("\n", end)
    rest = text[first:start] + text[end : last if last >= 0 else len(text)]
    yield Suppression(
        path,
        line if rest.strip() else line + 1,
        (line, start - first + 1),
        tuple(code.strip() for code in match[1].split(",")),
        (match[2] or "").strip(),
    )


def apply(
    findings: Iterable[Diagnostic], suppressions: Iterable[Suppression], run: Collection[str], known: Collection[str]
) -> list[Diagnostic]:
    """The findings that no suppression covers, and those about the suppressions themselves, sorted.

    ``run`` are the codes that this check can report, ``known`` those that any check can. SUP001: a suppression that
    covers nothing; SUP002: one without a reason; SUP003: a code that there is not.
    """
    given = list(suppressions)
    allowed = {(each.path, each.line, code) for each in given for code in each.codes if each.reason}
    used: set[tuple[str, int, str]] = set()
    left: list[Diagnostic] = []
    for finding in findings:
        key = (finding.path, finding.line, finding.code)
        if key in allowed:
            used.add(key)
        else:
            left.append(finding)
    for each in given:
        left.extend(_about(each, used, run, known))
    return sorted(left)


def _about(
    each: Suppression, used: Collection[tuple[str, int, str]], run: Collection[str], known: Collection[str]
) -> Iterator[Diagnostic]:
    line, column = each.written
    for code in each.codes:
        if code not in known:
            message = Text(f"没有规则 {code}", f"there is no rule {code}")
            yield Diagnostic(
                each.path, line, column, "SUP003", message, Text("--list-rules 列出各规则", "--list-rules shows them")
            )
        elif code not in run:
            continue
        elif not each.reason:
            message = Text(f"允许 {code} 而没有说明理由", f"{code} is allowed without a reason")
            hint = Text(f"写作 allow {code}: 理由", f"write allow {code}: and the reason")
            yield Diagnostic(each.path, line, column, "SUP002", message, hint)
        elif (each.path, each.line, code) not in used:
            message = Text(f"第 {each.line} 行没有 {code} 可允许", f"there is no {code} on line {each.line} to allow")
            yield Diagnostic(each.path, line, column, "SUP001", message, Text("删去这条注释", "delete the comment"))
