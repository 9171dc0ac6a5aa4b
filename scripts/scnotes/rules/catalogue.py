"""All rules, in the order of their codes."""

from __future__ import annotations

from scnotes.diagnostics import Lang
from scnotes.rules import addresses, citations, internal, pages, symbols
from scnotes.rules.hygiene import HYGIENE
from scnotes.rules.reading import COMPARING, READING
from scnotes.rules.rule import Rule

PAGE_RULES: tuple[Rule, ...] = (
    citations.paragraph_exists,
    citations.name_is_bound,
    internal.file_exists,
    internal.id_exists,
    internal.is_relative,
    addresses.text_agrees,
    addresses.language_agrees,
    addresses.form_is_current,
    addresses.not_cut,
    addresses.names_a_symbol,
    addresses.language_exists,
    addresses.is_lasting,
    addresses.held_singly,
    symbols.canonical,
    symbols.registered,
)
CORPUS_RULES: tuple[Rule, ...] = (pages.page_has_record, pages.digest_has_page, pages.page_in_both_languages)
RULES = (*PAGE_RULES, *CORPUS_RULES, *HYGIENE)

LINK_CODES = frozenset(READING) | {rule.code for rule in (*PAGE_RULES, *CORPUS_RULES)}
PARITY_CODES = frozenset(READING) | frozenset(COMPARING) | {rule.code for rule in HYGIENE}
ALL_CODES = LINK_CODES | PARITY_CODES


def listed(lang: Lang) -> str:
    """A line a rule: its code and what holds, in the order of the codes."""
    titles = READING | COMPARING
    titles |= {rule.code: rule.title for rule in RULES}
    return "".join(f"{code} {titles[code].in_(lang)}\n" for code in sorted(titles))
