"""What the search knows: addresses that exist, words cut so that Chinese is found, one language a record."""

from __future__ import annotations

import json
import re
from collections import Counter
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from scnotes.corpus import Corpus
from scnotes.search_records import CLOSE, Facts, Record, cut, guide, records
from scnotes.terms import Terms

ROOT = Path(__file__).resolve().parent.parent
HAN = re.compile(r"[\u4e00-\u9fff]")


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    return Corpus.load(ROOT)


@pytest.fixture(scope="module")
def terms() -> Terms:
    return Terms.load(ROOT)


@pytest.fixture(scope="module", params=["zh", "en"])
def found(request, corpus, terms):
    return request.param, records(corpus, terms, request.param)


def spelt(*characters: str) -> str:
    return "qx" + "".join(
        CLOSE if each == "." else "".join("abcdefghijklmnop"[int(digit, 16)] for digit in f"{ord(each):04x}")
        for each in characters
    )


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", ""),
        ("，。 —", ""),
        ("会", [spelt("会", ".")]),
        ("会议", [spelt("会", "议"), spelt("议", ".")]),
        ("会 议", [spelt("会", "."), spelt("议", ".")]),
        ("S/2021/647", ["sqz", "2021qz", "647qz"]),
        ("Ｓ／２０２１", ["sqz", "2021qz"]),
        ("第507号", [spelt("第", "."), "507qz", spelt("号", ".")]),
        ("第 507 号", [spelt("第", "."), "507qz", spelt("号", ".")]),
        ("The Council’s wrap-up", ["theqz", "councilsqz", "wrapqz", "upqz"]),
        ("Arria-formula会议", ["arriaqz", "formulaqz", spelt("会", "议"), spelt("议", ".")]),
        ("Türkiye_x", ["türkiyeqz", "xqz"]),
        ("〇年", [spelt("〇", "年"), spelt("年", ".")]),
    ],
)
def test_words_are_cut(text, words):
    assert cut(text) == " ".join(words)


def test_no_word_of_the_corpus_is_the_beginning_of_another(found):
    """Else Pagefind finds the shorter one when the longer one is asked for and is nowhere."""
    words = sorted({word for record in found[1] for word in record.content.split()})
    assert [(one, two) for one, two in pairwise(words) if two.startswith(one)] == []


def test_addresses_are_unique_and_exist(found, corpus):
    lang, all_of_them = found
    assert [url for url, count in Counter(record.url for record in all_of_them).items() if count > 1] == []
    for record in all_of_them:
        address, _, anchor = record.url.partition("#")
        path = address.removeprefix("en/") if lang == "en" else address
        assert address.startswith("en/") == (lang == "en")
        page = corpus.pages[lang, f"{path.removesuffix('/')}.md" if path else "index.md"]
        # The ids of a generated page are made when it is built; test_search.py opens them.
        assert page.front.view or anchor in corpus.ids(page), record.url


def test_both_languages_have_the_same_addresses(corpus, terms):
    zh, en = ([record.url for record in records(corpus, terms, lang)] for lang in ("zh", "en"))
    assert zh == [url.removeprefix("en/") for url in en]


def test_every_paragraph_and_digest_entry_is_there(found, corpus):
    lang, all_of_them = found
    urls = {record.url for record in all_of_them}
    prefix = "" if lang == "zh" else "en/"
    for symbol in corpus.register.documents:
        page = corpus.page(symbol, lang)
        if page is not None:
            ids = {block.id for block in page.blocks if block.id} | corpus.anchors(symbol)
            assert {f"{prefix}{symbol.path}/#{each}" for each in ids} <= urls


def test_records_say_what_they_are(found):
    lang, all_of_them = found
    record = next(each for each in all_of_them if each.url.endswith("S/2017/507/#para-94"))
    assert record.meta["symbol"] == "S/2017/507"
    assert record.meta["date"] == ("2017年8月30日" if lang == "zh" else "30 August 2017")
    assert record.meta["status"] == (
        "已由S/2024/507(2024年12月13日)取代" if lang == "zh" else "Superseded by S/2024/507 on 13 December 2024"
    )
    assert record.filters["type"] == ["note"] and record.filters["year"] == ["2017"]
    assert cut("第507号说明第94段" if lang == "zh" else "note 507 paragraph 94") in record.content
    assert all(each.text and each.facts.title for each in all_of_them)


def test_records_are_of_one_language(found):
    lang, all_of_them = found
    if lang == "en":
        # The rules show characters; the digests quote none.
        assert [each.url for each in all_of_them if HAN.search(each.text) and "rules/" not in each.url] == []
    else:
        assert [each.url for each in all_of_them if not HAN.search(each.text + each.facts.title)] == []


def test_an_editors_note_is_found_with_its_paragraph_and_stays_out_of_its_text(found):
    _, all_of_them = found
    record = next(each for each in all_of_them if each.url.endswith("S/2022/499/#p18"))
    assert "S/2021/1074" in record.note and "S/2021/1074" not in record.text
    assert "](" not in "".join(each.note for each in all_of_them)


def test_terms_are_tagged(found):
    _, all_of_them = found
    tagged = {record.url.removeprefix("en/") for record in all_of_them if "wrap-up-session" in record.terms}
    assert {"S/2019/994/#top", "S/2019/994/#provisions"} <= tagged
    assert "wrap-up-session" not in next(each for each in all_of_them if each.url.endswith("#para-94")).terms


def test_content_of_a_record():
    record = Record("x/#p1", Facts("S/1", "t"), "第1段", "甲乙", words="丙丁", note="戊己", terms=("a",), year="2017")
    for words in ("第1段", "甲乙", "丙丁", "戊己", "S/1"):
        assert cut(words) in record.content
    assert record.filters == {"type": ["site"], "year": ["2017"], "term": ["a"], "rank": ["behind"]}
    assert replace(record, year="", terms=()).filters == {"type": ["site"], "rank": ["behind"]}
    assert "丙丁" not in "".join(record.meta.values())


def test_guide(found, corpus, terms):
    lang, all_of_them = found
    known = json.loads(json.dumps(guide(corpus, terms, all_of_them, lang)))
    assert len(known["documents"]) == len(corpus.register.documents)
    by_symbol = {each["symbol"]: each for each in known["documents"]}
    prefix = "" if lang == "zh" else "en/"
    assert by_symbol["S/2021/647"]["url"] == f"{prefix}S/2021/647/"
    assert by_symbol["S/2016/619"]["url"] == f"https://undocs.org/{lang}/S/2016/619"
    assert by_symbol["S/2017/507"]["names"] == ["第507号说明", "note 507"]
    assert set(by_symbol["S/2017/507"]["paragraphs"]) == {
        url.split("#para-")[1] for url in (each.url for each in all_of_them) if "S/2017/507/#para-" in url
    }
    entry = next(each for each in known["terms"] if each[0] == "wrap-up-session")
    names = [["总结会议"], ["wrap-up session"]]
    assert entry[1:] == (names if lang == "zh" else names[::-1])
    used = {key for record in all_of_them for key in record.terms}
    assert {each[0] for each in known["terms"]} == used
    assert {each[0] for each in known["filters"]["type"]} == {
        "letter", "meeting-record", "note", "resolution", "rules", "site",
    }  # fmt: skip
    years = {record.date[:4] for symbol, record in corpus.register.documents.items() if corpus.page(symbol, lang)}
    assert known["filters"]["year"] == sorted(years, reverse=True)
