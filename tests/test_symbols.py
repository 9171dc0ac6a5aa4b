"""The grammar of symbols: every pattern against every example, both ways, and what must not be found."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scnotes.symbol_patterns import NOTHING_IN, PATTERNS
from scnotes.symbols import LANGUAGES, SymbolError, find, parse

EXAMPLES = [(pattern.name, example) for pattern in PATTERNS for example in pattern.examples]
COUNTER_EXAMPLES = [(pattern.name, text) for pattern in PATTERNS for text in pattern.counter_examples]
RUNNING = ["见{}号文件。", "（{}）的执行情况", "see {}.", "({}), and", "{}和{}", "“{}”", "{}*", "\u2014{}, para. 3"]


@pytest.mark.parametrize(("series", "symbol"), EXAMPLES)
def test_each_example_is_parsed_in_its_series_and_is_canonical(series, symbol):
    assert (parse(symbol).series, str(parse(symbol))) == (series, symbol)


@pytest.mark.parametrize("text", RUNNING)
@pytest.mark.parametrize(("series", "symbol"), EXAMPLES)
def test_each_example_is_found_in_running_text_at_its_place(series, symbol, text):
    running = text.replace("{}", symbol)
    found = list(find(running))
    assert [mention.text for mention in found] == [symbol] * text.count("{}")
    assert all(running[mention.start : mention.end] == symbol for mention in found)


@pytest.mark.parametrize(("series", "text"), COUNTER_EXAMPLES)
def test_no_counter_example_is_found_in_its_series(series, text):
    assert series not in [mention.symbol.series for mention in find(text)]


@pytest.mark.parametrize("text", NOTHING_IN)
def test_nothing_is_found_where_there_is_no_symbol(text):
    assert list(find(text)) == []


@pytest.mark.parametrize(
    ("text", "canonical"),
    [
        ("S/RES/2378 (2017)", "S/RES/2378(2017)"),
        ("S/RES/2378（2017）", "S/RES/2378(2017)"),
        ("Ｓ／２０１７／５０７", "S/2017/507"),
        ("S/PV.9079(Resumption 1)", "S/PV.9079 (Resumption 1)"),
        ("S/PV.9079 (Resumption1)", "S/PV.9079 (Resumption 1)"),
        ("A/RES/2758 (XXVI)", "A/RES/2758(XXVI)"),
        ("A/72/849–S/2018/399", "A/72/849-S/2018/399"),
        ("A/76/503-S/2021/908", "A/76/503-S/2021/908"),
    ],
)
def test_written_forms_have_one_canonical_form(text, canonical):
    (mention,) = find(f"见{text}。")
    assert (str(mention.symbol), mention.text) == (canonical, text)
    assert mention.canonical == (text == canonical)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("S/2019/990和S/2019/991", ["S/2019/990", "S/2019/991"]),
        ("S/2019/990-S/2019/997", ["S/2019/990", "S/2019/997"]),
        ("S/2019/990–997", ["S/2019/990"]),
        ("(S/2017/507)(通称", ["S/2017/507"]),
        ("S/2017/507(“第507号说明”)", ["S/2017/507"]),
        ("(S/RES/2378 (2017))", ["S/RES/2378(2017)"]),
        ("S/2017/507.\nNext", ["S/2017/507"]),
        ("A/76/L.52和A/76/L.52/Add.1", ["A/76/L.52", "A/76/L.52/Add.1"]),
    ],
)
def test_symbols_of_a_sentence(text, found):
    assert [str(mention.symbol) for mention in find(text)] == found


@pytest.mark.parametrize("text", ["", "S/", "S/2017/507 and", "S/2017/507, S/2019/990", "文号", "HIV/AIDS"])
def test_what_is_not_one_symbol_is_not_parsed(text):
    with pytest.raises(SymbolError):
        parse(text)


def test_address_has_the_language_and_encoded_brackets():
    assert parse("S/2017/507").url("zh") == "https://undocs.org/zh/S/2017/507"
    assert parse("S/RES/2378(2017)").url("en") == "https://undocs.org/en/S/RES/2378%282017%29"
    assert parse("S/PV.9079 (Resumption 1)").url("fr") == "https://undocs.org/fr/S/PV.9079%28Resumption1%29"
    with pytest.raises(ValueError, match="ch is not one of"):
        parse("S/2017/507").url("ch")
    assert {parse("A/64/2").url(lang)[19:21] for lang in LANGUAGES} == set(LANGUAGES)


def test_order_is_natural():
    texts = ["A/RES/76/262", "S/96/Rev.7", "S/2017/507", "S/2019/99", "S/2019/990", "S/2019/1000", "S/PV.9079"]
    assert [str(symbol) for symbol in sorted(parse(text) for text in reversed(texts))] == texts


def test_parent_is_the_document_that_a_modification_belongs_to():
    assert str(parse("A/76/L.52/Add.1").parent) == "A/76/L.52"
    assert str(parse("S/PV.9079 (Resumption 1)").parent) == "S/PV.9079"
    assert parse("S/2017/507").parent is None


@given(st.text(alphabet="AS/ER2017.(X)Vv507号文 -–Rev（）", max_size=60))
def test_offsets_are_exact_and_canonical_forms_parse_to_themselves(text):
    end = 0
    for mention in find(text):
        assert mention.start >= end
        end = mention.end
        assert text[mention.start : mention.end] == mention.text
        assert parse(str(mention.symbol)) == mention.symbol
        assert mention.symbol.path.replace("_", " ") == str(mention.symbol)


@pytest.mark.parametrize("unit", ["S/", "A/1/", "A/1-", "S/PV.1 (", "E/CN.4/A", "/", "A/CONF.1."])
def test_long_hostile_lines_come_to_an_end(unit):
    list(find(unit * 20_000))
