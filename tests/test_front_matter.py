"""Front matter: names, editor's notes and the symbol of a page, each fault at its key."""

from __future__ import annotations

import pytest
from corpora import write
from scnotes.checks import check_links
from scnotes.diagnostics import render

FULL = "---\nsymbol: S/2017/507\ntext: full\nnotes:\n  - at: {at}\n    on: {on}\n    text: 注。\n---\n\n# 题\n\n甲乙丙。\n\n- 丁\n"
HERE = "docs/zh/S/2017/507.md"

CAUGHT = [
    (FULL.format(at="p9", on="甲"), ["5:9: PAG004 there is no paragraph p9\n  hint: the paragraphs of this page are p1 to p2"]),
    (FULL.format(at="p2", on="甲"), ["6:9: PAG005 p2 does not contain “甲”\n  hint: copy the words from the paragraph"]),
    (FULL.format(at="p1", on="甲").replace("full", "digest"),
     ["5:9: PAG004 there is no paragraph p1\n  hint: only a page with text: full has numbered paragraphs"]),
    ("---\nsymbol: S/2017/507\naliases:\n  某说明: x507\n---\n\n见某说明。\n",
     ["4:8: PAG003 某说明 is bound to 'x507', which is no symbol\n  hint: write a symbol such as S/2017/507"]),
    ("---\nsymbol: S/2019/990\n---\n\n文\n",
     ["2:9: PAG006 the page of S/2019/990 belongs at S/2019/990.md\n  hint: move the file or mend the symbol"]),
    ("---\nsymbol: 507\n---\n\n文\n", ["2:9: PAG002"]),
    ("---\nsymbol: S／2017／507\n---\n\n文\n",
     ["2:9: PAG006 'S／2017／507' is not a canonical symbol\n  hint: write S/2017/507"]),
    ("---\nsymbol: note\n---\n\n文\n", ["2:9: PAG006 'note' is not a canonical symbol"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), CAUGHT)
def test_a_fault_is_caught_at_its_key(tmp_path, text, expected):
    root = write(tmp_path, {HERE: text})
    found = [render(each, "en") for each in check_links(root)[1] if each.code.startswith("PAG")]
    assert len(found) == len(expected)
    for line, start in zip(found, expected, strict=True):
        assert line.startswith(f"{HERE}:{start}")


@pytest.mark.parametrize("text", [FULL.format(at="p1", on="乙丙"), FULL.format(at="p2", on="丁")])
def test_a_note_that_finds_its_words_is_passed(tmp_path, text):
    assert check_links(write(tmp_path, {HERE: text}))[1] == []
