#!/usr/bin/env python3
"""Turn the text of a UN document, as pdftotext gives it, into a page of the corpus.

Exit 0: written, no findings. Exit 1: findings; the page is written if its text could be read. Exit 2: wrong call.
"""

from __future__ import annotations

import argparse
import locale
import sys
from pathlib import Path

from scnotes.diagnostics import LANGS, Diagnostic, Findings, Lang, Text, render
from scnotes.importers.text import Imported, import_text
from scnotes.page import FRONT_MATTER
from scnotes.symbols import Symbol, SymbolError, parse


def main(argv: list[str] | None = None) -> int:
    """Run the command; the exit code."""
    arguments = _parser().parse_args(argv)
    lang: Lang = arguments.lang
    reader: Lang = "zh" if (locale.getlocale()[0] or "").startswith("zh") else "en"
    root = _root()
    source: Path = arguments.source
    page: Path = arguments.output or root / "docs" / lang / f"{arguments.symbol.path}.md"
    try:
        raw = source.read_bytes()
    except OSError as error:
        print(f"{source}: {error.strerror}", file=sys.stderr)
        return 2
    place = _from_root(source, root)
    try:
        imported = import_text(raw, arguments.symbol, lang, place)
        _write(page, _front_matter(arguments.symbol, place) + imported.body, _from_root(page, root), arguments.force)
    except Findings as findings:
        _print_findings(findings.diagnostics, reader)
        return 1
    _print_report(imported, place, _from_root(page, root))
    _print_findings(imported.diagnostics, reader)
    return 1 if imported.diagnostics else 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description="Turn the text of a UN document, as pdftotext gives it, into a page.")
    parser.add_argument("source", type=Path, help="the text as received, UTF-8")
    parser.add_argument("--symbol", type=_symbol, required=True, help="the document's symbol, such as S/2022/499")
    parser.add_argument("--lang", choices=LANGS, required=True, help="the language of the text")
    parser.add_argument("--output", type=Path, help="the page to write (default: docs/LANG/SYMBOL.md)")
    parser.add_argument(
        "--force", action="store_true", help="write the text of a page that exists anew; its front matter stays"
    )
    return parser


def _symbol(text: str) -> Symbol:
    try:
        return parse(text)
    except SymbolError as error:
        raise argparse.ArgumentTypeError(str(error)) from error


def _root() -> Path:
    """The nearest directory, from here upwards, that has a docs directory; here if none has."""
    here = Path.cwd()
    return next((path for path in [here, *here.parents] if (path / "docs").is_dir()), here)


def _from_root(path: Path, root: Path) -> str:
    path = path.resolve()
    return (path.relative_to(root) if path.is_relative_to(root) else path).as_posix()


def _front_matter(symbol: Symbol, source: str) -> str:
    return f"---\nsymbol: {symbol}\ntext: full\nsource: {source}\n---\n\n"


def _write(page: Path, text: str, place: str, force: bool) -> None:
    page.parent.mkdir(parents=True, exist_ok=True)
    if force and page.is_file():
        # What an editor added (names, notes, a description) is not in the source and must not be lost.
        kept = FRONT_MATTER.match(page.read_text(encoding="utf-8"))
        text = kept[0] + text.partition("\n---\n")[2] if kept else text
    try:
        with page.open("w" if force else "x", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except FileExistsError:
        message = Text("页面已经存在，没有改动", "the page exists and is left as it is")
        hint = Text("要重写正文，加上--force；前言不变", "--force writes its text anew and keeps its front matter")
        raise Findings([Diagnostic(place, 1, 1, "IMP005", message, hint)]) from None


def _print_report(imported: Imported, source: str, page: str) -> None:
    """What was done with every line that is not in the page."""
    for line in imported.left_out:
        print(f"{source}:{line.number}: - {line.text}")
    for binding in imported.bindings:
        if binding.words is not None:
            print(f"{source}:{binding.line}: {binding.url} → {source}:{binding.at}: {binding.words}")
    print(page)


def _print_findings(diagnostics: list[Diagnostic], lang: Lang) -> None:
    for diagnostic in diagnostics:
        print(render(diagnostic, lang), file=sys.stderr)


if __name__ == "__main__":
    sys.exit(main())
