"""Each offline rule: what it catches, at which place and in which words, and what it must not catch."""

from __future__ import annotations

from pathlib import Path

import pytest
from corpora import PAGE, both, write
from scnotes.checks import check_links
from scnotes.diagnostics import render
from scnotes.rules.catalogue import ALL_CODES, RULES
from scnotes.rules.reading import COMPARING, READING
from scnotes.rules.rule import describe

UNDOCS = "https://undocs.org"


def found(root: Path, lang: str = "en") -> list[str]:
    return [render(each, lang).split("\n")[0] for each in check_links(root)[1]]


# the Chinese page docs/zh/x.md below a heading (its text begins at line 3), and what is said of it
CAUGHT = [
    ("见S／2017／507。", ["3:2: SYM001 S／2017／507 is written S/2017/507"]),
    ("> 见S/2017/570。", ["3:4: SYM002 S/2017/570 is not in the register"]),
    ("- 一\n\n    - 二S/2017/570", ["5:8: SYM002 S/2017/570 is not in the register"]),
    ("| 甲 |\n| - |\n| S/2017/570 |", ["5:3: SYM002 S/2017/570 is not in the register"]),
    ("文[^1]\n\n[^1]: 见S/2017/570", ["5:8: SYM002 S/2017/570 is not in the register"]),
    ("!!! note\n\n    见S/2017/570", ["5:6: SYM002 S/2017/570 is not in the register"]),
    ("## 标题S/2017/570", ["3:6: SYM002 S/2017/570 is not in the register"]),
    (f"<{UNDOCS}/zh/S/2017/570>", ["3:2: SYM002 S/2017/570 is not in the register"]),
    ("S/2017/507第143段", ["3:1: CIT001 S/2017/507 has no paragraph 143: its last is 142"]),
    ("S/2017/507第94至194段", ["3:1: CIT001 S/2017/507 has no paragraph 194: its last is 142"]),
    ("见第507号说明。", ["3:2: CIT002 no front matter says which document 第507号说明 means"]),
    ("见第 612 号说明。", ["3:2: CIT002 no front matter says which document 第 612 号说明 means"]),
    (f"[S/2019/990]({UNDOCS}/zh/S/2017/507)", ["3:14: LNK001 the text says S/2019/990, the address S/2017/507"]),
    (f"[词][a]\n\n[a]: {UNDOCS}/en/S/2017/507", ["5:6: LNK002 this page is in zh, the address leads to en"]),
    (f"{UNDOCS}/ch/S/2017/507", [f"3:1: LNK003 {UNDOCS}/ch/S/2017/507 is an old or retired form"]),
    ("http://undocs.org/zh/S/2017/507", ["3:1: LNK003 http://undocs.org/zh/S/2017/507 is an old or retired form"]),
    ("<a href='https://docs.un.org/S/2017/507'>文</a>",
     ["3:10: LNK003 https://docs.un.org/S/2017/507 is an old or retired form"]),
    (f"[S/RES/2378]({UNDOCS}/zh/S/RES/2378)(2017)",
     ["3:2: SYM002 S/RES/2378 is not in the register", "3:14: LNK004 S/RES/2378 lacks its part in brackets"]),
    (f"[词]({UNDOCS}/zh/S/2017-507)", ["3:5: LNK005 S/2017-507 in the address is no symbol"]),
    (f"[词]({UNDOCS}/cn/S/2017/507)", ["3:5: LNK006 cn is not one of ar zh en fr ru es"]),
    ("[词](https://daccess-ods.un.org/tmp/98.5.html)",
     ["3:5: LNK007 https://daccess-ods.un.org/tmp/98.5.html is a temporary page"]),
    (f"[词]({UNDOCS}/zh/A/DEC/74/544)",
     ["3:5: LNK008 there is no document A/DEC/74/544 by itself", "3:5: SYM002 A/DEC/74/544 is not in the register"]),
    ("[词](S/2017/508.md)", ["3:5: INT001 there is no file docs/zh/S/2017/508.md"]),
    ("![图](a.png)", ["3:6: INT001 there is no file docs/zh/a.png"]),
    ("<a href=\"S/2017/508/\">词</a>", ["3:10: INT001 there is no file docs/zh/S/2017/508"]),
    ("[词](#non)", ["3:5: INT002 docs/zh/x.md has no #non"]),
    ("[词](S/2017/507.md#para-95)", ["3:5: INT002 docs/zh/S/2017/507.md has no #para-95"]),
    ("[词](/S/2017/507/)", ["3:5: INT003 /S/2017/507/ begins with /"]),
]  # fmt: skip

PASSED = [
    "见S/2017/507和S/2019/990。",
    "`S/2017/570` <!-- S/2017/570 -->",
    "```\nS/2017/570 第507号说明\n```",
    "S/2017/507第142段、S/2017/507第1至142段。",
    "S/2019/990第500段",  # how many paragraphs it has is not known
    "[第507号说明](S/2017/507.md)",
    f"[S/2019/990]({UNDOCS}/zh/S/2019/990)",
    f"[S/2019/990](https://docs.un.org/zh/S/2019/990)和<{UNDOCS}/zh/S/2017/507>",
    f"[英文]({UNDOCS}/en/S/2017/507)、[S/2017/507(法文)]({UNDOCS}/fr/S/2017/507)",
    "https://documents.un.org/doc/undoc/gen/n24/272/22/pdf/n2427222.pdf https://digitallibrary.un.org/record/3941057",
    "https://www.un.org/zh/about-us/un-charter https://example.org/S/2017/570",
    "[词](S/2017/507.md) [词](S/2017/507.md#para-94) [词](#top) [词](S/2017/507.md#sources) <mailto:a@un.org>",
    "# 又一标题\n\n[词](#_1)",
    '<a id="here"></a>[词](#here)',
    "HIV/AIDS、24/7、N/A",
]


@pytest.mark.parametrize(("text", "expected"), CAUGHT)
def test_a_fault_is_caught_at_its_place(tmp_path, text, expected):
    root = write(tmp_path, {"docs/zh/x.md": f"# 题 {{#top}}\n\n{text}\n", "docs/en/x.md": "# T {#top}\n"})
    assert found(root) == [f"docs/zh/x.md:{each}" for each in expected]


@pytest.mark.parametrize("text", PASSED)
def test_what_is_right_is_passed(tmp_path, text):
    root = write(tmp_path, {"docs/zh/x.md": f"# 题 {{#top}}\n\n{text}\n", "docs/en/x.md": "# T {#top}\n"})
    assert found(root) == []


FILES = [
    ({"docs/zh/x.md": "# 题\n"}, ["docs/zh/x.md:1:1: COR003 there is no docs/en/x.md beside it"]),
    (both("# 题\n", "S/2019/998.md"),
     ["docs/en/S/2019/998.md:1:1: COR001 S/2019/998, the document of this page, is not in the register",
      "docs/zh/S/2019/998.md:1:1: COR001 S/2019/998, the document of this page, is not in the register"]),
    ({"docs/_data/digests.yml": "S/2019/990:\n  - {para: 1, gist: {zh: 甲, en: A}, basis: read, source: [A]}\n"},
     ["docs/_data/digests.yml:2:1: COR002 S/2019/990 has gists and no page"]),
    ({"docs/zh/S/2017/507.md": PAGE["zh"].replace("---\n\n#", "description: 见S/2017/570\n---\n\n#")},
     ["docs/zh/S/2017/507.md:4:15: SYM002 S/2017/570 is not in the register"]),
    ({"docs/zh/S/2017/507.md": PAGE["zh"].replace("S/2019/990", "S/2019/909").replace("\n", "\r\n")},
     ["docs/zh/S/2017/507.md:8:2: SYM002 S/2019/909 is not in the register"]),
    ({"docs/zh/S/2017/507.md": "\ufeff" + PAGE["zh"].replace("S/2019/990", "S/2019/909")},
     ["docs/zh/S/2017/507.md:8:2: SYM002 S/2019/909 is not in the register"]),
    ({"docs/en/S/2017/507.md": PAGE["en"] + f"\n<{UNDOCS}/zh/S/2017/507>, note 507.\n"},
     ["docs/en/S/2017/507.md:10:2: LNK002 this page is in en, the address leads to zh",
      "docs/en/S/2017/507.md:10:37: CIT002 no front matter says which document note 507 means"]),
    ({"docs/zh/S/2017/507.md": PAGE["zh"].replace("---\n\n#", "aliases:\n  13份说明: thirteen.md\n---\n\n#")},
     ["docs/zh/S/2017/507.md:5:10: INT001 there is no file docs/zh/thirteen.md"]),
    ({"docs/zh/S/2017/507.md": PAGE["zh"].replace("---\n\n#", "aliases:\n  13份说明: thirteen\n---\n\n#")},
     ["docs/zh/S/2017/507.md:5:10: PAG003 13份说明 is bound to 'thirteen', which is no symbol"]),
    (both("# 题 {#top}\n", "thirteen.md")
     | {"docs/zh/S/2017/507.md": PAGE["zh"].replace("---\n\n#", "aliases:\n  13份说明: thirteen.md\n---\n\n#")}, []),
]  # fmt: skip


@pytest.mark.parametrize(("files", "expected"), FILES)
def test_faults_of_pages_and_front_matter(tmp_path, files, expected):
    assert found(write(tmp_path, files)) == expected


def test_the_small_corpus_itself_is_clean(tmp_path):
    assert found(write(tmp_path)) == []


def test_a_full_text_is_left_as_it_is(tmp_path):
    text = "---\nsymbol: S/2017/507\ntext: full\nsource: docs/_source/a.txt\n---\n\n# 题\n\n见S／2019／990。\n"
    assert found(write(tmp_path, {"docs/zh/S/2017/507.md": text})) == []


def test_the_hint_names_the_near_miss(tmp_path):
    root = write(tmp_path, both("见S/2017/570。\n"))
    findings = [each for each in check_links(root)[1] if each.path == "docs/zh/x.md"]
    assert [render(each, "en") for each in findings] == [
        "docs/zh/x.md:1:2: SYM002 S/2017/570 is not in the register\n"
        "  hint: did you mean S/2017/507? If not, add it to docs/_data/documents.yml"
    ]
    assert render(findings[0], "zh").endswith(
        "提示：是否应为 S/2017/507？如不是，在 docs/_data/documents.yml 中为其立一条"
    )


SUPPRESSED = [
    ("见S/2017/570。 <!-- allow SYM002: 原文如此 -->", []),
    ("<!-- allow SYM002: 原文如此 -->\n见S/2017/570。", []),
    ("<!-- allow SYM002: 原文如此 -->\n\n见S/2017/570。",
     ["1:1: SUP001 there is no SYM002 on line 2 to allow", "3:2: SYM002 S/2017/570 is not in the register"]),
    ("见S/2017/570。 <!-- allow SYM002 -->",
     ["1:2: SYM002 S/2017/570 is not in the register", "1:14: SUP002 SYM002 is allowed without a reason"]),
    ("见S/2017/507。 <!-- allow SYM002: 多余 -->", ["1:14: SUP001 there is no SYM002 on line 1 to allow"]),
    ("文 <!-- allow XYZ001: 理由 -->", ["1:3: SUP003 there is no rule XYZ001"]),
    ("文 `<!-- allow SYM002: 代码 -->`", []),
    ("---\ndescription: 见S/2017/570 # allow SYM002: 理由\n---\n\n文", []),
    ("[S/2019/990](https://undocs.org/en/S/2017/507) <!-- allow LNK001, LNK002: 理由 -->", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), SUPPRESSED)
def test_suppressions(tmp_path, text, expected):
    root = write(tmp_path, {"docs/zh/x.md": f"{text}\n", "docs/en/x.md": "T\n"})
    assert found(root) == [f"docs/zh/x.md:{each}" for each in expected]


def test_a_suppression_in_the_register(tmp_path):
    old = "- symbol: S/2017/507"
    root = write(tmp_path)
    path = root / "docs/_data/documents.yml"
    path.write_text(
        path.read_text().replace("    - {source: A, facts: [type, date]}", "    - {source: A, facts: [date]}")
    )
    assert [line.split(" ")[1] for line in found(root)] == ["REG008"]
    path.write_text(
        path.read_text().replace(
            "- symbol: S/2019/990\n  type: note", "- symbol: S/2019/990\n  type: note # allow REG008: 文号可见"
        )
    )
    assert found(root) == []
    assert old in path.read_text()


def test_every_code_is_explained_once_in_both_languages():
    codes = [each.code for each in RULES] + list(READING) + list(COMPARING)
    assert sorted(codes) == sorted(ALL_CODES)
    for each in RULES:
        assert each.title.zh and each.title.en and each.reason.zh and each.reason.en and each.bad and each.good


def test_a_rule_that_nobody_explains_is_refused():
    with pytest.raises(ValueError, match="XYZ001"):
        describe("XYZ001", "A rule.")


def test_the_real_corpus_is_clean():
    assert found(Path(__file__).resolve().parent.parent) == []


@pytest.mark.parametrize("prefix", ["", "en/"])
def test_the_page_of_the_rules_explains_every_code(site, prefix):
    page = (site / prefix / "rules" / "index.html").read_text(encoding="utf-8")
    for code in ALL_CODES:
        assert f'id="{code}"' in page or f"<td>{code}</td>" in page, code
