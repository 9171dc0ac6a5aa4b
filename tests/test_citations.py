"""What running text cites, in both languages, with exact offsets; and what only looks like a citation."""

from __future__ import annotations

import pytest
from scnotes import symbols
from scnotes.citations import Article, OwnPage, Rule, find_citations

NOTE_507 = symbols.parse("S/2017/507")
ALIASES = {"zh": {"第507号说明": NOTE_507}, "en": {"note 507": NOTE_507}}

CITED = [
    # language, text, words of the citation, target, paragraph
    ("zh", "见S/2017/507号文件", "S/2017/507", "S/2017/507", None),
    ("zh", "大会通过了第 76/262 号决议，", "第 76/262 号决议", "A/RES/76/262", None),
    ("zh", "第2231(2015)号决议", "第2231(2015)号决议", "S/RES/2231(2015)", None),
    ("zh", "第2758(XXVI)号决议", "第2758(XXVI)号决议", "A/RES/2758(XXVI)", None),
    ("zh", "铭记第 507 号说明第 74 段的规定", "第 507 号说明第 74 段", "S/2017/507", 74),
    ("zh", "第507号说明第111至113段", "第507号说明第111至113段", "S/2017/507", 111),
    ("zh", "S/2017/507第94段", "S/2017/507第94段", "S/2017/507", 94),
    ("zh", "根据《联合国宪章》第二十四条，", "《联合国宪章》第二十四条", Article(24), None),
    ("zh", "《宪章》第一百零八条第一项", "《宪章》第一百零八条第一项", Article(108), None),
    ("zh", "安理会暂行议事规则第37条", "暂行议事规则第37条", Rule(37), None),
    ("zh", "《联合国宪章》、", "《联合国宪章》", Article(None), None),
    ("en", "see S/2017/507.", "S/2017/507", "S/2017/507", None),
    ("en", "its resolution 76/262, in which", "resolution 76/262", "A/RES/76/262", None),
    ("en", "resolution 2231 (2015)", "resolution 2231 (2015)", "S/RES/2231(2015)", None),
    ("en", "bearing in mind paragraph 94 of note 507,", "paragraph 94 of note 507", "S/2017/507", 94),
    ("en", "paragraphs 111 to 113 of S/2017/507", "paragraphs 111 to 113 of S/2017/507", "S/2017/507", 111),
    ("en", "Note 507, paragraph 43, says", "Note 507, paragraph 43", "S/2017/507", 43),
    ("en", "S/2017/507, para. 43", "S/2017/507, para. 43", "S/2017/507", 43),
    ("en", "Article 24 (1) of the Charter", "Article 24 (1) of the Charter", Article(24), None),
    (
        "en",
        "rule 37 of the provisional rules of procedure",
        "rule 37 of the provisional rules of procedure",
        Rule(37),
        None,
    ),
    ("en", "the Charter of the United Nations", "Charter of the United Nations", Article(None), None),
]


@pytest.mark.parametrize(("lang", "text", "words", "target", "paragraph"), CITED)
def test_citation_is_found_with_its_exact_words(lang, text, words, target, paragraph):
    (citation,) = find_citations(text, lang, ALIASES[lang])
    assert citation.text == words == text[citation.start : citation.end]
    assert citation.target == (symbols.parse(target) if isinstance(target, str) else target)
    assert citation.paragraph == paragraph


LISTED = [
    # language, text, each citation as "words = target"
    ("zh", "《宪章》第二十四条第一项", ["《宪章》第二十四条第一项 = 24"]),
    ("zh", "《宪章》第二十四和三十条", ["《宪章》第二十四 = 24", "三十条 = 30"]),
    (
        "zh",
        "《联合国宪章》第二十四条、第二十五条和第三十条规定",
        ["《联合国宪章》第二十四条 = 24", "第二十五条 = 25", "第三十条 = 30"],
    ),
    ("en", "Articles 24 and 30 of the Charter", ["Articles 24 = 24", "30 of the Charter = 30"]),
    ("en", "Articles 1, 2 (4) and 51 of the Charter", ["Articles 1 = 1", "2 (4) = 2", "51 of the Charter = 51"]),
    ("en", "Article 2, paragraph 4, of the Charter", ["Article 2, paragraph 4, of the Charter = 2"]),
    (
        "en",
        "rules 37 and 39 of the provisional rules of procedure",
        ["rules 37 = 37", "39 of the provisional rules of procedure = 39"],
    ),
    ("zh", "暂行议事规则第37条和第39条", ["暂行议事规则第37条 = 37", "第39条 = 39"]),
    ("zh", "第S-10/2号决议", ["第S-10/2号决议 = A/RES/S-10/2"]),
    ("en", "resolution 377 (V)", ["resolution 377 (V) = A/RES/377(V)"]),
    ("zh", "第377 A (V)号决议", ["第377 A (V)号决议 = A/RES/377(V)"]),
    (
        "zh",
        "第2378(2017)和2719(2023)号决议",
        ["第2378(2017) = S/RES/2378(2017)", "2719(2023)号决议 = S/RES/2719(2023)"],
    ),
    (
        "en",
        "resolutions 2378 (2017), 2719 (2023) and 76/262",
        ["resolutions 2378 (2017) = S/RES/2378(2017)", "2719 (2023) = S/RES/2719(2023)", "76/262 = A/RES/76/262"],
    ),
    (
        "zh",
        "包括第825(1993)号、第1540(2004)号和第1928(2010)号决议，以及",
        [
            "第825(1993)号 = S/RES/825(1993)",
            "第1540(2004)号 = S/RES/1540(2004)",
            "第1928(2010)号决议 = S/RES/1928(2010)",
        ],
    ),
    ("zh", "S/2019/990、991和994第3段", ["S/2019/990 = S/2019/990", "991 = S/2019/991", "994第3段 = S/2019/994"]),
    ("en", "A/76/L.1 and Add.1", ["A/76/L.1 = A/76/L.1", "Add.1 = A/76/L.1/Add.1"]),
    ("zh", "人权理事会第43/1号决议", ["第43/1号决议 = A/HRC/RES/43/1"]),
    ("en", "resolution 76/262 In short", ["resolution 76/262 = A/RES/76/262"]),
]


@pytest.mark.parametrize(("lang", "text", "found"), LISTED)
def test_each_number_of_a_list_is_a_citation_of_its_own(lang, text, found):
    citations = find_citations(text, lang, {})
    targets = [c.target if isinstance(c.target, symbols.Symbol) else c.target.number for c in citations]
    assert [f"{citation.text} = {target}" for citation, target in zip(citations, targets, strict=True)] == found
    assert all(text[citation.start : citation.end] == citation.text for citation in citations)


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("zh", "第507段"),
        ("zh", "第15074号说明"),
        ("zh", "第二十四条"),
        ("zh", "第76届会议"),
        ("en", "note 5071 and keynote 507x"),
        ("en", "Article 24 of the Statute"),
        ("en", "resolution 5"),
        ("en", "paragraph 94"),
        ("en", "rule 37"),
        ("en", "rules 37 and 39 of the Assembly"),
        ("en", "Articles 24 and 30 of the Statute"),
        ("zh", "环境大会第5/14号决议"),
        ("zh", "经济及社会理事会第2005/31号决议"),
        ("zh", "第76/262号、第76/263号文件"),
    ],
)
def test_what_only_looks_like_a_citation_is_left_alone(lang, text):
    assert find_citations(text, lang, ALIASES[lang]) == []


def test_a_name_may_mean_a_page_of_this_site():
    bound = {"zh": {"13份说明": OwnPage("thirteen.md")}, "en": {"13 notes": OwnPage("thirteen.md")}}
    for lang, text, name in (
        ("zh", "通过的13份说明载有", "13份说明"),
        ("en", "and the 13 notes subsequently", "13 notes"),
    ):
        (citation,) = find_citations(text, lang, bound[lang])
        assert (citation.text, citation.target) == (name, OwnPage("thirteen.md"))
        assert find_citations(text, lang, {}) == []
    assert find_citations("the 113 notes and 13 notesheets", "en", bound["en"]) == []


def test_an_alias_means_nothing_where_it_is_not_bound():
    assert find_citations("第507号说明", "zh", {}) == []


def test_citations_of_one_sentence_come_in_order():
    text = "2017年8月30日的主席说明(S/2017/507)(通称“第507号说明”)以及S/2019/990和S/2019/991"
    found = find_citations(text, "zh", ALIASES["zh"])
    assert [citation.text for citation in found] == ["S/2017/507", "第507号说明", "S/2019/990", "S/2019/991"]
