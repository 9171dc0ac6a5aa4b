"""Check the links of the corpus: `python scripts/check_links.py [PATH …]`. Offline, deterministic; with --online the UN is asked.

Exit 0 clean, 1 findings, 2 wrong call, 3 the online run could not be trusted.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from scnotes import command
from scnotes.checks import below, check_links
from scnotes.corpus import Corpus
from scnotes.resolve import command as online
from scnotes.rules.catalogue import listed

PROJECT = Path(__file__).resolve().parent.parent


def main(arguments: list[str] | None = None) -> int:
    """Run the command; ``arguments`` without the program's name."""
    parser = argparse.ArgumentParser(prog="check_links.py", description=__doc__)
    command.add_options(parser)
    online.add_options(parser)
    options = parser.parse_args(arguments)
    if options.list_rules:
        print(listed(options.lang), end="")
        return command.CLEAN
    try:
        root, paths = command.place(options.paths, options.root, PROJECT)
    except LookupError as error:
        parser.error(error.args[0].in_(options.lang))
    if options.online:
        return online.run(Corpus.read(root)[0], paths, options, parser)
    corpus, findings = check_links(root)
    if options.fix and command.mend(below(findings, paths, root), root, options):
        corpus, findings = check_links(root)
    return command.report(below(findings, paths, root), len(corpus.pages), root, options)


if __name__ == "__main__":
    sys.exit(main())
