"""What the checking commands have in common: options, where the root is, printing, mending, the exit code."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from rich.console import Console

from scnotes import fixes, reporters
from scnotes.diagnostics import Diagnostic, Lang, Severity, Text

CLEAN, FOUND, WRONG_CALL = 0, 1, 2


def locale_language() -> Lang:
    """zh or en, from the locale (LC_ALL, LC_MESSAGES, LANG, in this order)."""
    named = next((value for key in ("LC_ALL", "LC_MESSAGES", "LANG") if (value := os.environ.get(key))), "")
    return "zh" if named.lower().startswith("zh") else "en"


def add_options(parser: argparse.ArgumentParser) -> None:
    """The options that every check has."""
    parser.add_argument("paths", nargs="*", type=Path, metavar="PATH", help="files or folders; default: docs/")
    parser.add_argument("--root", type=Path, help="the folder that paths are relative to; default: found from PATH")
    parser.add_argument("--lang", choices=("zh", "en"), default=locale_language(), help="language of the messages")
    parser.add_argument("--format", choices=tuple(reporters.FORMATS), default="text")
    parser.add_argument("--fix", action="store_true", help="mend what has exactly one right answer, after showing it")
    parser.add_argument("--dry-run", action="store_true", help="with --fix: show the changes and write nothing")
    parser.add_argument("--list-rules", action="store_true", help="list the rules and end")


def place(paths: Sequence[Path], root: Path | None, project: Path) -> tuple[Path, list[Path]]:
    """The root and the paths to report on.

    The root is the one given; else the project's, if all paths are in it; else the folder that holds them all.
    Raises LookupError, with what to say, for a path that does not exist or is outside the root given.
    """
    wanted = [path.resolve() for path in paths]
    for path, full in zip(paths, wanted, strict=True):
        if not full.exists():
            raise LookupError(Text(f"没有 {path}", f"there is no {path}"))
    base = root or project
    if root is None and not all(path.is_relative_to(project.resolve()) for path in wanted):
        common = Path(os.path.commonpath(wanted))
        base = common if common.is_dir() else common.parent
    for path, full in zip(paths, wanted, strict=True):
        if not full.is_relative_to(base.resolve()):
            raise LookupError(Text(f"{path} 不在 {base} 之内", f"{path} is outside {base}"))
    return base.resolve(), wanted or [base.resolve() / "docs"]


def mend(findings: Sequence[Diagnostic], root: Path, options: argparse.Namespace) -> bool:
    """Show what has one right answer as a diff and, unless it is a dry run, write it. Gives whether files were changed."""
    texts = fixes.mended(findings, root)
    print(fixes.diff(texts, root), end="", file=sys.stdout if options.format == "text" else sys.stderr)
    if not options.dry_run:
        fixes.write(texts)
    return bool(texts) and not options.dry_run


def report(findings: Sequence[Diagnostic], pages: int, root: Path, options: argparse.Namespace, **more: Any) -> int:
    """Print the findings in the form asked for, and give the exit code: 1 if one of them is an error."""
    lang: Lang = options.lang
    if options.format == "text" and sys.stdout.isatty():
        reporters.terminal(findings, lang, root, Console(highlight=False))
    else:
        print(reporters.FORMATS[options.format](findings, lang, **more), end="")
    if options.format == "text" and not findings:
        print(reporters.clean(pages, lang))
    return FOUND if any(each.severity is Severity.ERROR for each in findings) else CLEAN
