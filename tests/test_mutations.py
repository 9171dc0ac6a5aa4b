"""Plant one fault of each kind at random places of the real corpus: each is reported at its line, and nothing else new."""

from __future__ import annotations

import random
import re
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from scnotes import front_matter
from scnotes.corpus import Corpus
from scnotes.diagnostics import Diagnostic
from scnotes.page import Page
from scnotes.register import Register
from scnotes.rules.catalogue import CORPUS_RULES, PAGE_RULES
from scnotes.symbols import Symbol, find

ROOT = Path(__file__).resolve().parent.parent
TIMES = 25  # places a kind


@cache
def corpus() -> Corpus:
    return Corpus.load(ROOT)


def on(page: Page, among: Corpus) -> list[Diagnostic]:
    return [finding for rule in PAGE_RULES for finding in rule.check(page, among)]


# What is added at the end of a paragraph, and the code that must be reported there.
PLANTED = [
    ("SYM002", "S/2031/999"),
    ("LNK001", "[S/2019/990](https://undocs.org/{lang}/S/2019/991)"),
    ("LNK002", "[S/2019/990](https://undocs.org/{other}/S/2019/990)"),
    ("LNK003", "https://undocs.org/ch/S/2019/990"),
    ("LNK003", "[S/2019/990](http://undocs.org/{lang}/S/2019/990)"),
    ("LNK003", "<https://docs.un.org/S/2019/990>"),
    ("LNK003", "http://daccess-ods.un.org/access.nsf/Get?Open&DS=S/2019/990&Lang=C"),
    ("LNK004", "[S/RES/2378](https://undocs.org/{lang}/S/RES/2378)(2017)"),
    ("LNK005", "[S](https://undocs.org/{lang}/S-2019-990)"),
    ("LNK006", "[S/2019/990](https://undocs.org/cn/S/2019/990)"),
    ("LNK007", "[S/2019/990](https://daccess-ods.un.org/tmp/98.5.html)"),
    ("CIT001", {"zh": "S/2017/507第143段", "en": "paragraph 143 of S/2017/507"}),
    ("CIT002", {"zh": "第612号说明", "en": "note 612"}),
    ("INT001", "[a](nowhere.md)"),
    ("INT002", "[a](#nowhere)"),
    ("INT003", "[a](/S/2017/507/)"),
]


@pytest.mark.parametrize(("code", "fault"), PLANTED)
def test_a_planted_fault_is_found_at_its_line(code, fault):
    chance = random.Random(f"{code} {fault}")
    pages = sorted(corpus().pages.items())
    for _ in range(TIMES):
        (lang, path), page = chance.choice(pages)
        block = chance.choice([each for each in page.blocks if each.kind in ("paragraph", "item")])
        at = block.start + len(page.text[block.start : block.end].split("\n")[0])
        other = "en" if lang == "zh" else "zh"
        words = fault[lang] if isinstance(fault, dict) else fault.format(lang=lang, other=other)
        spoilt = replace(page, text=f"{page.text[:at]} {words}{page.text[at:]}")
        spoilt.__dict__.pop("markup", None)
        found = on(spoilt, replace(corpus(), pages=corpus().pages | {(lang, path): spoilt}))
        line = page.position(at)[0]
        assert (code, line) in {(each.code, each.line) for each in found}, (path, line, words)
        assert {each.line for each in found} == {line}, "nothing else is reported"


def test_a_slip_in_a_symbol_is_found():
    """One digit of a symbol changed, so that it is another document's or nobody's."""
    chance = random.Random(507)
    pages = [page for page in corpus().pages.values() if list(find(page.masked))]
    for _ in range(100):
        page = chance.choice(sorted(pages, key=lambda each: each.path))
        mention = chance.choice(list(find(page.masked)))
        slip = re.sub(r"\d$", lambda match: str((int(match[0]) + 1) % 10), mention.text + "9")
        spoilt = replace(page, text=page.text[: mention.start] + slip + page.text[mention.end :])
        found = on(spoilt, corpus())
        assert ("SYM002", page.position(mention.start)) in {(each.code, (each.line, each.column)) for each in found}


def test_a_name_unbound_is_found():
    for page in corpus().pages.values():
        documents = [name for name, meant in front_matter.bound(page).items() if isinstance(meant, Symbol)]
        used = [name for name in documents if page.masked.lower().count(name.lower())]
        linked = [link.text for link in page.links]
        if used and used[0] not in linked:
            spoilt = replace(page, front=page.front.model_copy(update={"aliases": {}}))
            assert "CIT002" in {each.code for each in on(spoilt, corpus())}, page.path


def test_a_page_missing_in_one_language_is_found():
    for (lang, path), _ in corpus().pages.items():
        pages = {key: page for key, page in corpus().pages.items() if key != (lang, path)}
        other = "en" if lang == "zh" else "zh"
        found = [finding for rule in CORPUS_RULES for finding in rule.check(replace(corpus(), pages=pages))]
        assert ("COR003", f"docs/{other}/{path}") in {(each.code, each.path) for each in found}


def test_a_record_missing_is_found_wherever_its_symbol_stands():
    chance = random.Random(2017)
    for symbol in chance.sample(sorted(corpus().register.documents), 20):
        documents = {key: value for key, value in corpus().register.documents.items() if key != symbol}
        spoilt = replace(corpus(), register=replace(corpus().register, documents=documents))
        for page in corpus().pages.values():
            lines = {page.position(mention.start) for mention in page.mentions if mention.symbol == symbol}
            found = {(each.line, each.column) for each in on(page, spoilt) if each.code == "SYM002"}
            assert found == lines, (symbol, page.path)


# A change of the register's text, as a pattern and what replaces it at one random place, and the code reported.
REGISTER_FAULTS = [
    ("REG001", "documents", r"^- symbol: (.+)$", r"- symbol: [\1"),
    ("REG002", "documents", r"^(  type: .+)$", r"\1\n\1"),
    ("REG003", "documents", r"^  type: .+$", "  type: memorandum"),
    ("REG003", "documents", r"^  body: (.+)$", r"  bodies: \1"),
    ("REG004", "documents", r"^- symbol: (\S+)$", r"- symbol: x\1"),
    ("REG008", "documents", r"^(  subject: .+\n)(?=  (?:remarks|sources):)", r"\1  standing: '2025-11'\n"),
    ("REG010", "documents", r"^(    - \{source: )[^,]+,", r"\1nobody,"),
    ("REG010", "digests", r"^(    source: \[)([^\],]+)", r"\1nobody"),
    ("REG010", "debates", r"^(      - \{source: )[^,]+,", r"\1nobody,"),
    ("REG006", "debates", r"^(    agenda: ).+$", r"\1S/2031/999"),
    ("REG010", "effects", r"^(    - \{source: )[^,]+,", r"\1nobody,"),
    ("REG013", "effects", r"^(  paragraphs: \[)", r"\g<1>999, "),
    ("REG010", "chairs", r"^(    - \{source: )[^,]+,", r"\1nobody,"),
    ("REG010", "events", r"^(    - \{source: )[^,]+,", r"\1nobody,"),
]


@pytest.mark.parametrize(("code", "name", "pattern", "replacement"), REGISTER_FAULTS)
def test_a_fault_in_the_register_is_found_at_its_record(tmp_path, code, name, pattern, replacement):
    data = tmp_path / "docs" / "_data"
    data.mkdir(parents=True)
    for each in ("documents", "sources", "digests", "debates", "chairs", "events", "effects"):
        (data / f"{each}.yml").write_bytes((ROOT / "docs" / "_data" / f"{each}.yml").read_bytes())
    text = (data / f"{name}.yml").read_text(encoding="utf-8")
    chance = random.Random(f"{code} {pattern}")
    for match in chance.sample(list(re.finditer(pattern, text, re.MULTILINE)), 3):
        spoilt = text[: match.start()] + match.expand(replacement) + text[match.end() :]
        (data / f"{name}.yml").write_text(spoilt, encoding="utf-8")
        found = [each for each in Register.read(data, tmp_path)[1] if each.code == code]
        first = text.count("\n", 0, match.start()) + 1
        record = text.count("\n", 0, text.rfind("\n- symbol", 0, match.end()) + 1) + 1 if name == "documents" else first
        following = text.find("\n- symbol", match.end())
        last = text.count("\n", 0, following if following > 0 else len(text)) + 3 if name == "documents" else first + 1
        assert found, (code, first)
        assert any(record <= each.line <= last for each in found), (code, first, found)


def test_the_unchanged_corpus_is_clean():
    assert [finding for page in corpus().pages.values() for finding in on(page, corpus())] == []
