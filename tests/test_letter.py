"""The letter: its Chinese is the source's to the character; its English has the same shape and cites the same things."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

import pytest
from scnotes.citations import Article, OwnPage, Rule
from scnotes.corpus import Corpus

ROOT = Path(__file__).parent.parent
SOURCE = ROOT / "docs" / "_source" / "S-2022-499.zh.txt"
LETTER = "S/2022/499.md"


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    return Corpus.load(ROOT)


def bare(text: str) -> str:
    return re.sub(r"\s+", "", text)


def bare_source() -> str:
    lines = SOURCE.read_text(encoding="utf-8").splitlines()
    return bare("".join(line for line in lines if not line.startswith("https://"))).replace("•", "")


def bare_page(text: str) -> str:
    body = text.split("\n---\n", 1)[1]
    body = re.sub(r"\{[:#][^}\n]*\}", "", body)
    return bare(re.sub(r"^(#+|-) ", "", body, flags=re.MULTILINE))


def test_source_is_as_received():
    recorded, name = (SOURCE.parent / "SHA256SUMS").read_text(encoding="utf-8").split()
    assert name == SOURCE.name
    assert hashlib.sha256(SOURCE.read_bytes()).hexdigest() == recorded


def test_chinese_page_equals_the_source_to_the_character(corpus):
    assert bare_page(corpus.pages["zh", LETTER].text) == bare_source()


def test_a_changed_character_is_noticed(corpus):
    text = corpus.pages["zh", LETTER].text
    assert bare_page(text.replace("10天内", "10个工作日内")) != bare_source()


def test_both_languages_have_the_same_blocks(corpus):
    zh, en = ([(b.kind, b.level, b.id) for b in corpus.pages[lang, LETTER].blocks] for lang in ("zh", "en"))
    assert zh == en
    assert len([block for block in zh if block[0] == "item"]) == 17  # fifteen questions, two briefers


def cited(corpus: Corpus, lang: str) -> list[tuple[str | None, str, int | None]]:
    found = []
    for reference in corpus.citations(corpus.pages[lang, LETTER]):
        target = reference.citation.target
        name = repr(target) if isinstance(target, Article | Rule) else str(target)
        found.append((reference.block.id, name, reference.citation.paragraph))
    return found


def test_both_languages_cite_the_same_in_the_same_paragraphs(corpus):
    zh, en = cited(corpus, "zh"), cited(corpus, "en")
    assert sorted(zh, key=str) == sorted(en, key=str)
    for symbol in (
        "S/2017/507",
        "S/2019/990",
        "S/2019/991",
        "S/2019/994",
        "S/2019/997",
        "S/2021/647",
        "S/2021/1074",
        "A/RES/76/262",
    ):
        assert any(name == symbol for _, name, _ in zh), symbol
    assert {paragraph for _, name, paragraph in zh if name == "S/2017/507" and paragraph} == {43, 74, 94}


@pytest.mark.parametrize(("lang", "words"), [("zh", "13份说明"), ("en", "13 notes")])
def test_the_13_notes_lead_to_their_list(corpus, lang, words):
    page = corpus.pages[lang, LETTER]
    found = [each for each in corpus.citations(page) if isinstance(each.citation.target, OwnPage)]
    assert [(each.block.id, each.citation.text) for each in found] == [("p18", words)]
    assert corpus.destination(found[0].citation, page).href == "../../thirteen.md"


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_note_is_on_words_of_its_paragraph(corpus, lang):
    page = corpus.pages[lang, LETTER]
    blocks = {block.id: page.prose(block) for block in page.blocks}
    assert page.front.notes
    for note in page.front.notes:
        assert note.on in blocks[note.at], (note.at, note.on)
