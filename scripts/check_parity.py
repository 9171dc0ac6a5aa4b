"""Compare the Chinese and English pages: `python scripts/check_parity.py [PATH …]`, or any two files with `--pair ZH EN`. Exit 0 clean, 1 findings, 2 wrong call."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from scnotes import command
from scnotes.checks import below, check_parity
from scnotes.corpus import Corpus
from scnotes.diagnostics import Diagnostic, Findings, Lang
from scnotes.page import Page, read_page
from scnotes.parity import addresses, freshness
from scnotes.parity.compare import compare
from scnotes.rules.catalogue import listed

PROJECT = Path(__file__).resolve().parent.parent


def main(arguments: list[str] | None = None) -> int:
    """Run the command; ``arguments`` without the program's name."""
    parser = argparse.ArgumentParser(prog="check_parity.py", description=__doc__)
    command.add_options(parser)
    parser.add_argument("--pair", nargs=2, type=Path, metavar=("ZH", "EN"), help="compare two Markdown files")
    parser.add_argument(
        "--stamp",
        action="store_true",
        help="record that the two languages of PATH were compared, and publish their addresses",
    )
    options = parser.parse_args(arguments)
    if options.list_rules:
        print(listed(options.lang), end="")
        return command.CLEAN
    try:
        root, paths = command.place(options.pair or options.paths, options.root, PROJECT)
    except LookupError as error:
        parser.error(error.args[0].in_(options.lang))
    if options.pair:
        return command.report(_pair(paths[0], paths[1], root), 2, root, options)
    if options.stamp:
        corpus = Corpus.load(root)
        pages = freshness.below(corpus, paths)
        for written in (*freshness.stamp(corpus, pages), addresses.publish(corpus, pages)):
            print(written.as_posix())
        return command.CLEAN
    corpus, findings = check_parity(root)
    if options.fix and command.mend(below(findings, paths, root), root, options):
        corpus, findings = check_parity(root)
    return command.report(below(findings, paths, root), len(corpus.pages), root, options)


def _pair(zh: Path, en: Path, root: Path) -> list[Diagnostic]:
    findings: list[Diagnostic] = []
    pages: dict[Lang, Page] = {}
    files: dict[Lang, Path] = {"zh": zh, "en": en}
    for lang, path in files.items():
        try:
            pages[lang] = read_page(path, root, lang)
        except Findings as error:
            findings.extend(error.diagnostics)
    return sorted(findings or compare(pages["zh"], pages["en"]))


if __name__ == "__main__":
    sys.exit(main())
