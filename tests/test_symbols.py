"""The grammar of symbols: every pattern against every example, both ways, and what must not be found."""

from __future__ import annotations

import pytest
from hypothesis import example, given
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
        ("A/55/985 - S/2001/574", "A/55/985-S/2001/574"),
        ("E/2010/30-E/CN.15/2010/20", "E/2010/30-E/CN.15/2010/20"),
        ("A/37/333-S/15278", "A/37/333-S/15278"),
        ("A/64/87-E/2009/89", "A/64/87-E/2009/89"),
        ("UNEP/OzL.Conv.11/7-UNEP/OzL.Pro.29/8", "UNEP/OzL.Conv.11/7-UNEP/OzL.Pro.29/8"),
        ("S/2001/521/ADD.1", "S/2001/521/Add.1"),
        ("A/36/51/CORR.1", "A/36/51/Corr.1"),
        ("A/36/pv.53", "A/36/PV.53"),
        ("E/CN.4/sub.2/1994/56", "E/CN.4/Sub.2/1994/56"),
        ("S/AGENDA/4072", "S/Agenda/4072"),
        ("A/37/351/Add. 1", "A/37/351/Add.1"),
        ("S/PV.6201(RESUMPTION1)", "S/PV.6201 (Resumption 1)"),
        ("S/PV.3483 (Resumption)", "S/PV.3483 (Resumption)"),
        ("A/62/17(PartI)", "A/62/17 (Part I)"),
        ("A/75/5（Vol. I）", "A/75/5 (Vol. I)"),
        ("A/31/39[Vol.II](SUPP)", "A/31/39 (Vol. II) (Supp)"),
        ("A/76/6 (Sect. 2)", "A/76/6 (Sect. 2)"),
        ("ICC-ASP/1/3 (part II-B)", "ICC-ASP/1/3 (Part II-B)"),
        ("A/RES/217 A (III)", "A/RES/217(III)A"),
        ("A/RES/377 (V)", "A/RES/377(V)"),
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
        ("UN Doc. A/72/849 (2018), para. 3", ["A/72/849"]),
        ("E/CN.4/1999/4 (1998)", ["E/CN.4/1999/4"]),
        ("NPT/CONF.2000/28 (Parts I and II)", ["NPT/CONF.2000/28"]),
        ("A/RES/49/75 K, of 1994; A/RES/76/262 A new", ["A/RES/49/75K", "A/RES/76/262"]),
        ("S/2017/507¹，另见S/2019/990²。", ["S/2017/507", "S/2019/990"]),
        ("S/2017/507.1 The Council", ["S/2017/507"]),
        ("S/2017/507和/或S/2010/507", ["S/2017/507", "S/2010/507"]),
        ("document A/64/92-E/2009/98. See also S/26015;", ["A/64/92-E/2009/98", "S/26015"]),
        ('{"symbol":"A/76/1","date":"2021-09-01"}', ["A/76/1"]),
        ("A/76/L.52,2022-04-20,draft\nS/2021/647\n", ["A/76/L.52", "S/2021/647"]),
        ("| S/PV.9079（Resumption 1） |", ["S/PV.9079 (Resumption 1)"]),
        ("a digit too many: S/PV.100440", ["S/PV.100440"]),
        ("见A/C.6/56/SR.11-24和27", ["A/C.6/56/SR.11"]),
        ("[A/RES/217(III)A]", ["A/RES/217(III)A"]),
        ("CMW/C/GC/3-CRC/C/GC/22", ["CMW/C/GC/3-CRC/C/GC/22"]),
        ("word\u2014A/76/1\u2014word", ["A/76/1"]),
        ("《大会正式记录》，补编第10号(A/56/10和Corr.1)。", ["A/56/10"]),
        ("Case IT-04-74-A/234 and A/C.3, A/76", []),
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
    assert str(parse("A/75/5 (Vol. I)/Corr.1").parent) == "A/75/5 (Vol. I)"
    assert str(parse("A/75/5 (Vol. I)").parent) == "A/75/5"
    assert parse("S/RES/2378(2017)").parent is None
    assert parse("S/2017/507").parent is None


@given(st.text(alphabet="AS/ER2017.(X)Vv507号文 -–Rev（）", max_size=60))
@example("A/31/39[Vol.II](SUPP)/Corr.1")
@example("S/PV.1 ( resumption )")
def test_offsets_are_exact_and_canonical_forms_parse_to_themselves(text):
    end = 0
    for mention in find(text):
        assert mention.start >= end
        end = mention.end
        assert text[mention.start : mention.end] == mention.text
        assert parse(str(mention.symbol)) == mention.symbol
        assert mention.symbol.path.replace("_", " ") == str(mention.symbol)


@pytest.mark.parametrize(
    "unit",
    [
        "S/",
        "A/1/",
        "A/1-",
        "S/PV.1 (",
        "E/CN.4/A",
        "/",
        "A/CONF.1.",
        "UNEP/OzL.Pro.",
        "A/76/1 (Vol. ",
        "UNCTAD/AB/",
        "DP/FPA-",
        "A/76/1-",
    ],
)
def test_long_hostile_lines_come_to_an_end(unit):
    list(find(unit * 20_000))
