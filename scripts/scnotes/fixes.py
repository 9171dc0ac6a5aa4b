"""Mend what has exactly one right answer: findings with a replacement become new texts, shown as a diff first."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable
from pathlib import Path

from scnotes.diagnostics import Diagnostic


def mended(findings: Iterable[Diagnostic], root: Path) -> dict[Path, tuple[str, str]]:
    """For each file with something to mend, its text before and after; line ends and a BOM stay as they are.

    Of two findings about the same characters the first is mended; the next run sees to the other.
    """
    by_file: dict[str, list[Diagnostic]] = {}
    for finding in sorted(findings):
        if finding.replacement is not None:
            by_file.setdefault(finding.path, []).append(finding)
    texts: dict[Path, tuple[str, str]] = {}
    for name, each in by_file.items():
        path = root / name
        before = path.read_bytes().decode("utf-8")
        texts[path] = before, _replace(before, each)
    return texts


def _replace(text: str, findings: Iterable[Diagnostic]) -> str:
    bom = "\ufeff" if text.startswith("\ufeff") else ""
    lines = re.findall(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+", text.removeprefix("\ufeff"))
    reached: dict[int, int] = {}  # from the end of a line backwards, so that columns stay true
    for finding in sorted(findings, key=lambda each: (each.line, -each.column, each.length)):
        line, start = finding.line - 1, finding.column - 1
        end = start + finding.length
        if end <= reached.get(line, len(lines[line])):
            lines[line] = lines[line][:start] + (finding.replacement or "") + lines[line][end:]
            reached[line] = start
    return bom + "".join(lines)


def diff(texts: dict[Path, tuple[str, str]], root: Path) -> str:
    """What would change, as a unified diff."""
    parts: list[str] = []
    for path, (before, after) in texts.items():
        name = path.relative_to(root).as_posix()
        old, new = before.splitlines(keepends=True), after.splitlines(keepends=True)
        parts.extend(difflib.unified_diff(old, new, f"a/{name}", f"b/{name}"))
    return "".join(parts)


def write(texts: dict[Path, tuple[str, str]]) -> None:
    """Write the mended texts in place of the old."""
    for path, (_, after) in texts.items():
        path.write_bytes(after.encode("utf-8"))
