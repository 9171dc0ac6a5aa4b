"""What stands in short after a symbol, in both languages, and the numbers that are no symbols."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scnotes.shorthand import find_all

LISTS = [
    ("A/76/L.1 and Add.1 and 2.", ["Add.1 = A/76/L.1/Add.1", "2 = A/76/L.1/Add.2"]),
    (
        "E/CN.4/Sub.2/2000/L.10和Add.1和2。",
        ["Add.1 = E/CN.4/Sub.2/2000/L.10/Add.1", "2 = E/CN.4/Sub.2/2000/L.10/Add.2"],
    ),
    ("S/2019/990, 991 and 994", ["991 = S/2019/991", "994 = S/2019/994"]),
    ("S/2019/990、991和994第3段", ["991 = S/2019/991", "994 = S/2019/994"]),
    ("S/2019/990 to 997", ["997 = S/2019/997"]),
    ("S/2019/990–997", ["997 = S/2019/997"]),
    ("S/2019/990至997号文件", ["997 = S/2019/997"]),
    ("(A/C.6/56/SR.11-24和27)", ["24 = A/C.6/56/SR.24", "27 = A/C.6/56/SR.27"]),
    ("(见CEDAW/C/SR.1453和1454)", ["1454 = CEDAW/C/SR.1454"]),
    ("(A/56/10和Corr.1)", ["Corr.1 = A/56/10/Corr.1"]),
    ("A/54/L.74/Add.1 and Add.2", ["Add.2 = A/54/L.74/Add.2"]),
    ("A/59/668 and Add.1-6", ["Add.1 = A/59/668/Add.1", "6 = A/59/668/Add.6"]),
    ("A/CONF.62/WP.10/Rev.1 and Corr.1", ["Corr.1 = A/CONF.62/WP.10/Rev.1/Corr.1"]),
    ("S/96 and Rev. 1-6", ["Rev. 1 = S/96/Rev.1", "6 = S/96/Rev.6"]),
    ("S/PV.9079 and (Resumption 1)", ["(Resumption 1) = S/PV.9079 (Resumption 1)"]),
]
NO_LISTS = [
    "S/2019/990, 15 June 2019",
    "S/2019/990, 991 people",
    "S/2019/990和2021年",
    "S/2021/1074, 2022",
    "S/2019/990、994项",
    "A/76/2, 3 and 4",
    "A/76/100, 102",
    "S/PV.9079, 28 June",
    "A/C.6/56/SR.11, 15 November",
    "A/54/L.74/Add.1 and Corr.1",
    "S/2017/507 and Add.1/x",
]


@pytest.mark.parametrize(("text", "further"), LISTS)
def test_a_list_goes_on_with_exact_places(text, further):
    first, *rest = find_all(text)
    assert text.find(first.text) == first.start
    assert [f"{mention.text} = {mention.symbol}" for mention in rest] == further
    assert all(text[mention.start : mention.end] == mention.text for mention in rest)


@pytest.mark.parametrize("text", NO_LISTS)
def test_what_may_be_a_page_a_date_or_a_quantity_is_left_alone(text):
    assert len(list(find_all(text))) == 1


@given(
    st.lists(
        st.sampled_from(
            ["S/2019/990", "A/76/L.1", "、", " and ", "-", "Add.1", "Rev. 2", "991", "(Resumption 1)", "号"]
        ),
        max_size=12,
    )
)
def test_mentions_never_overlap_and_their_words_are_the_text(parts):
    text, end = "".join(parts), 0
    for mention in find_all(text):
        assert end <= mention.start < mention.end
        assert text[mention.start : mention.end] == mention.text
        end = mention.end
