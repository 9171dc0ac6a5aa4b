"""The page reader: what is prose, what has an id, and where things stand."""

from __future__ import annotations

from pathlib import Path

import pytest
from scnotes.diagnostics import Findings
from scnotes.page import read_page

DREADFUL = """---
symbol: S/2022/499
text: full
aliases:
  第507号说明: S/2017/507
---

# 标题S/2001/1 {#top}

一段`S/2001/2`和[文字](https://undocs.org/zh/S/2001/3)，<!-- S/2001/4 -->见S/2001/5。
{: .signature }

* * *

- 一项S/2001/6
- 又一项

    - 里面一项

```
S/2001/7
```

| 列 |
| -- |
| S/2001/8 |
"""


@pytest.fixture
def page(tmp_path: Path):
    path = tmp_path / "docs" / "zh" / "S" / "2022" / "499.md"
    path.parent.mkdir(parents=True)
    path.write_text(DREADFUL, encoding="utf-8")
    return read_page(path, tmp_path)


def test_front_matter_is_read(page):
    assert (page.lang, page.front.symbol, page.full_text) == ("zh", "S/2022/499", True)
    assert page.front.aliases == {"第507号说明": "S/2017/507"}


def test_masked_text_keeps_offsets_and_hides_what_is_not_prose(page):
    assert len(page.masked) == len(page.text)
    for hidden in ("S/2022/499", "S/2001/2", "undocs", "S/2001/4", "S/2001/7", "signature", "{#top}"):
        assert hidden not in page.masked
    for shown in ("S/2001/1", "文字", "S/2001/5", "S/2001/6", "S/2001/8"):
        assert page.masked.index(shown) == page.text.index(shown)


def test_blocks_have_the_ids_that_the_extension_gives(page):
    assert [(block.kind, block.id) for block in page.blocks] == [
        ("heading", "top"),
        ("paragraph", "p1"),
        ("item", "p2"),
        ("item", "p3"),
        ("item", "p4"),
        ("cell", None),
        ("cell", None),
    ]


def test_links_are_kept_with_their_address(page):
    assert [(link.text, link.url) for link in page.links] == [("文字", "https://undocs.org/zh/S/2001/3")]


def test_position_counts_lines_and_columns_from_one(page):
    assert page.position(page.text.index("S/2001/5")) == (10, 69)
    assert page.position(0) == (1, 1)


def test_front_matter_of_the_wrong_shape_is_a_finding_at_its_line(tmp_path):
    path = tmp_path / "docs" / "zh" / "a.md"
    path.parent.mkdir(parents=True)
    path.write_text("---\nsymbol: S/2022/499\ntext: whole\n---\n", encoding="utf-8")
    with pytest.raises(Findings) as error:
        read_page(path, tmp_path)
    (finding,) = error.value.diagnostics
    assert (finding.path, finding.line, finding.code) == ("docs/zh/a.md", 3, "PAG002")


def test_file_that_is_not_utf8_is_a_finding_at_its_line(tmp_path):
    path = tmp_path / "docs" / "zh" / "a.md"
    path.parent.mkdir(parents=True)
    path.write_bytes(b"one\ntwo \xff\n")
    with pytest.raises(Findings) as error:
        read_page(path, tmp_path)
    assert [(finding.code, finding.line) for finding in error.value.diagnostics] == [("PAG001", 2)]


def test_windows_line_ends_change_nothing(tmp_path):
    path = tmp_path / "docs" / "en" / "a.md"
    path.parent.mkdir(parents=True)
    path.write_bytes(b"# T\r\n\r\nsee S/2017/507\r\n")
    page = read_page(path, tmp_path)
    assert page.position(page.text.index("S/2017/507")) == (3, 5)
