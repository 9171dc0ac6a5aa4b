"""What running text cites, in both languages, with exact offsets; and what only looks like a citation."""

from __future__ import annotations

import pytest
from scnotes import symbols
from scnotes.citations import Article, Rule, find_citations

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
    ],
)
def test_what_only_looks_like_a_citation_is_left_alone(lang, text):
    assert find_citations(text, lang, ALIASES[lang]) == []


def test_an_alias_means_nothing_where_it_is_not_bound():
    assert find_citations("第507号说明", "zh", {}) == []


def test_citations_of_one_sentence_come_in_order():
    text = "2017年8月30日的主席说明(S/2017/507)(通称“第507号说明”)以及S/2019/990和S/2019/991"
    found = find_citations(text, "zh", ALIASES["zh"])
    assert [citation.text for citation in found] == ["S/2017/507", "第507号说明", "S/2019/990", "S/2019/991"]
