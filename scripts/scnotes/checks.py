"""Run the rules over a corpus: everything found, suppressions applied, in the order of the places."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from scnotes import changes, suppressions
from scnotes.corpus import Corpus
from scnotes.diagnostics import Diagnostic, Findings
from scnotes.parity import addresses, freshness
from scnotes.parity.compare import compare
from scnotes.rules.catalogue import ALL_CODES, CORPUS_RULES, LINK_CODES, PAGE_RULES, PARITY_CODES
from scnotes.rules.hygiene import HYGIENE
from scnotes.terms import Terms


def check_links(root: Path) -> tuple[Corpus, list[Diagnostic]]:
    """Read the corpus below ``root`` and apply the offline rules of links; no network is touched."""
    corpus, findings = Corpus.read(root)
    for rule in CORPUS_RULES:
        findings.extend(rule.check(corpus))
    findings.extend(changes.check(corpus))
    for page in corpus.pages.values():
        for page_rule in PAGE_RULES:
            findings.extend(page_rule.check(page, corpus))
    return corpus, suppressed(corpus, findings, LINK_CODES)


def check_parity(root: Path) -> tuple[Corpus, list[Diagnostic]]:
    """Read the corpus below ``root`` and compare its two languages: structure, values, freshness, addresses, characters."""
    corpus, findings = Corpus.read(root)
    terms = Terms(())
    try:
        terms = Terms.load(root)
    except Findings as error:
        findings.extend(error.diagnostics)
    for (lang, path), page in corpus.pages.items():
        findings.extend(finding for rule in HYGIENE for finding in rule.check(page, corpus))
        english = corpus.pages.get(("en", path))
        if lang == "zh" and english is not None:
            findings.extend(compare(page, english, terms))
    findings.extend(freshness.check(corpus))
    findings.extend(addresses.check(corpus))
    return corpus, suppressed(corpus, findings, PARITY_CODES)


def suppressed(corpus: Corpus, findings: Collection[Diagnostic], run: Collection[str]) -> list[Diagnostic]:
    """What is left of the findings after the suppressions of pages and data files, and what these lack themselves."""
    given = [each for page in corpus.pages.values() for each in suppressions.of_page(page)]
    for path in sorted((corpus.root / "docs" / "_data").glob("*.yml")):
        given.extend(suppressions.of_data(path, corpus.root))
    return suppressions.apply(findings, given, run, ALL_CODES)


def below(findings: Collection[Diagnostic], paths: Collection[Path], root: Path) -> list[Diagnostic]:
    """The findings about the files and folders given."""
    wanted = [path.resolve() for path in paths]
    return [each for each in findings if any((root.resolve() / each.path).is_relative_to(path) for path in wanted)]
