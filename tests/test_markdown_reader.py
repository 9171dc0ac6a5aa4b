"""Every way to write a link is seen, where it stands; none inside code or comments."""

from __future__ import annotations

from pathlib import Path

import pytest
from scnotes.markdown_reader import read_markdown
from scnotes.page import read_page

U = "https://undocs.org/zh/S/2001/"
# Markdown around «1», which stands for an address; the kind of link that is seen, if one is.
WAYS = [
    ("[词](«1»)", "inline"),
    ('[词](«1» "title")', "inline"),
    ("[词](<«1»>)", "inline"),
    ("**[词](«1»)**", "inline"),
    ("[**词**](«1»)", "inline"),
    ("# 标题 [词](«1»)", "inline"),
    ("- 一项[词](«1»)", "inline"),
    ("- 一项\n\n    - 里面[词](«1»)", "inline"),
    ("1. [词](«1»)", "inline"),
    ("> 引文[词](«1»)", "inline"),
    ("| 甲 | 乙 |\n| - | - |\n| 丙 | [词](«1») |", "inline"),
    ("文字[^1]\n\n[^1]: 注[词](«1»)", "inline"),
    ("文字[^1]\n\n[^1]: 注\n\n    又一段[词](«1»)", "inline"),
    ("!!! note\n    正文[词](«1»)", "inline"),
    ("!!! note\n\n    正文[词](«1»)", "inline"),
    ('!!! note "题[词](«1»)"\n\n    正文', "inline"),
    ("??? note\n\n    一\n\n    !!! tip\n\n        二[词](«1»)", "inline"),
    ("- 一项\n\n    !!! note\n\n        正文[词](«1»)", "inline"),
    ('=== "中文"\n\n    正文[词](«1»)', "inline"),
    ('<div markdown="1">\n[词](«1»)\n</div>', "inline"),
    ('<div markdown="1">\n\n[词](«1»)\n\n</div>', "inline"),
    ('<p markdown="span">[词](«1»)</p>', "inline"),
    ("[词][一]\n\n[一]: «1»", "reference"),
    ("[一][]\n\n[一]: «1» 'title'", "reference"),
    ("[一]\n\n[一]: <«1»>", "reference"),
    ("<«1»>", "autolink"),
    ("见«1»。", "bare"),
    ("见 «1», and", "bare"),
    ("(«1»)", "bare"),
    ("- «1»", "bare"),
    ("| 甲 |\n| - |\n| «1» |", "bare"),
    ('文<a href="«1»">词</a>', "html"),
    ("文<a class=x href='«1»'>词</a>", "html"),
    ('<p>\n<a\n  href="«1»">词</a></p>', "html"),
    ("![图](«1»)", "image"),
    ("`«1»`", None),
    ("```\n«1»\n```", None),
    ("~~~\n!!! note\n\n    [词](«1»)\n~~~", None),
    ("    [词](«1»)", None),
    ("<!-- «1» -->", None),
    ("<!--\n[词](«1»)\n-->", None),
    ("<pre>«1»</pre>", None),
    ("文 <!-- [词](«1») --> 文", None),
]


@pytest.mark.parametrize(("written", "kind"), WAYS)
def test_a_way_to_write_a_link(written, kind):
    text = "前文。\n\n" + written.replace("«1»", f"{U}1") + "\n\n后文。\n"
    links = read_markdown(text).links
    assert [(link.kind, link.url) for link in links] == ([(kind, f"{U}1")] if kind else [])
    for link in links:
        assert link.url_start == text.index(U), "the place of the address, in the file as it is"
        assert link.start <= link.url_start or link.kind == "reference"


def test_an_address_in_brackets_keeps_its_own():
    text = "(见https://undocs.org/en/S/RES/242(1967))；https://undocs.org/en/S/RES/242(1967)。"
    assert [link.url for link in read_markdown(text).links] == ["https://undocs.org/en/S/RES/242(1967)"] * 2


def test_front_matter_is_read_too(tmp_path: Path):
    path = tmp_path / "docs" / "zh" / "a.md"
    path.parent.mkdir(parents=True)
    path.write_bytes(
        f"---\r\nnotes:\r\n  - at: p1\r\n    on: 文\r\n    text: 见[词]({U}1)。\r\n---\r\n\r\n文[词]({U}2)\r\n".encode()
    )
    page = read_page(path, tmp_path)
    assert [(link.url, page.position(link.start)) for link in page.links] == [(f"{U}1", (5, 12)), (f"{U}2", (8, 2))]


def test_ids_and_comments():
    text = '# 题 {#top}\n\n<a id="one"></a><i name="two">文</i>\n{: #three .x }\n\n<!-- allow -->\n'
    markup = read_markdown(text)
    assert set(markup.ids) == {"top", "one", "two", "three"}
    assert markup.comments == ((text.index("<!--"), " allow "),)


def test_blocks_of_lists_and_footnotes():
    text = "一[^1]\n\n- 二\n    - 三\n\n> 四\n\n[^1]: 五\n"
    blocks = [
        (block.kind, block.id, text[block.start : block.end].strip())
        for block in read_markdown(text, numbered=True).blocks
    ]
    assert blocks == [
        ("paragraph", "p1", "一[^1]"),
        ("item", "p2", "- 二"),
        ("item", "p3", "- 三"),
        ("paragraph", "p4", "四"),
        ("footnote", None, "五"),
    ]


def test_a_very_long_line_is_read_once():
    text = "见S/2001/1和" * 200_000 + f"[词]({U}1)"
    assert [link.url for link in read_markdown(text).links] == [f"{U}1"]
