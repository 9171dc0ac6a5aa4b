"""Characters that do not belong in a text: look-alikes, invisible ones, punctuation of the other script, doubled words."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from scnotes.diagnostics import Diagnostic, Text
from scnotes.page import Page
from scnotes.rules.rule import on_page, rule

_LOOKALIKE = re.compile("[\u2e80-\u2fdf\uf900-\ufaff]")
_INVISIBLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff]")
_HAN = "\u4e00-\u9fff"
_HALF_IN_CHINESE = re.compile(rf"(?<=[{_HAN}])[,;!?](?=[{_HAN}]|\s|$)|(?<=[{_HAN}]):(?=[{_HAN}])")
_FULL_IN_ENGLISH = re.compile(r"(?<=[A-Za-z])[，；：。！？]|[，；：。！？](?=\s?[A-Za-z])")
_FULL = {",": "，", ";": "；", "!": "！", "?": "？", ":": "："}
_HALF = {full: half for half, full in _FULL.items()} | {"。": "."}
# 目的的, 为了了解, 和和平, 与与会者, 及及时 are right.
_DOUBLED_HAN = re.compile(
    r"(?<![目标])的的(?!确)|了了(?!解)|在在|是是(?!否)|和和(?![平谐解睦])|与与(?!会)|及及(?!时|其)|或或(?!者)"
)
_DOUBLED_WORD = re.compile(r"\b(the|of|and|to|in|a|an|on|for|with|by)\s+\1\b", re.IGNORECASE)
_STRAIGHT_IN_CHINESE = re.compile(rf"\"(?=[{_HAN}])|(?<=[{_HAN}])\"")


@rule("TXT001")
def no_lookalikes(page: Page, corpus: object) -> Iterator[Diagnostic]:
    """
    en: No character is a radical or a compatibility form that only looks like the right one.
    zh: 不用貌似汉字的部首字符和兼容字符。

    en: Text copied from PDFs holds them; a search for the right character does not find them.
    zh: 从PDF复制的文字含有这类字符，用正确的字检索不到。

    Bad: ⼤会
    Good: 大会
    """
    for match in _LOOKALIKE.finditer(page.masked):
        right = unicodedata.normalize("NFKC", match[0])
        name = f"U+{ord(match[0]):04X}"
        message = Text(f"{name} 不是“{right}”", f"{name} is not {right}")
        if right == match[0]:
            yield on_page(page, *match.span(), "TXT001", message, Text("换成正确的字", "write the right character"))
        else:
            hint = Text(f"写作 {right}", f"write {right}")
            yield on_page(page, *match.span(), "TXT001", message, hint, replacement=right)


@rule("TXT002")
def nothing_invisible(page: Page, corpus: object) -> Iterator[Diagnostic]:
    """
    en: No invisible character stands in the text: zero width, soft hyphen, direction marks, controls.
    zh: 文中没有看不见的字符：零宽字符、软连字符、方向标记、控制字符。

    en: They split words for search and for screen readers.
    zh: 它们把词语割裂，检索和朗读都会出错。

    Bad: 安全​理事会
    Good: 安全理事会
    """
    for match in _INVISIBLE.finditer(page.masked):
        name = f"U+{ord(match[0]):04X}"
        message = Text(f"看不见的字符 {name}", f"the invisible character {name}")
        yield on_page(page, *match.span(), "TXT002", message, Text("删去", "delete it"), replacement="")


@rule("TXT003")
def own_punctuation(page: Page, corpus: object) -> Iterator[Diagnostic]:
    """
    en: Chinese text has full-width commas, semicolons, colons and stops between Chinese characters, English text half-width ones.
    zh: 中文的汉字之间用全角逗号、分号、冒号和句号，英文用半角标点。

    en: Brackets round symbols and figures are half-width in the UN's Chinese texts and are left alone.
    zh: 联合国中文文件中文号和数字外的括号用半角，不在此列。

    Bad: 安理会,大会
    Good: 安理会，大会
    """
    pattern, table = (_HALF_IN_CHINESE, _FULL) if page.lang == "zh" else (_FULL_IN_ENGLISH, _HALF)
    for match in pattern.finditer(page.masked):
        right = table[match[0]]
        message = Text(f"此处标点应为“{right}”", f"the punctuation here is {right!r}")
        yield on_page(
            page, *match.span(), "TXT003", message, Text(f"写作 {right}", f"write {right}"), replacement=right
        )


@rule("TXT004")
def right_quotation_marks(page: Page, corpus: object) -> Iterator[Diagnostic]:
    """
    en: Chinese words stand in “ ”, not in straight quotation marks.
    zh: 中文词语用“ ”，不用直引号。

    en: The UN's Chinese texts do so; straight marks come from a keyboard in English.
    zh: 联合国中文文件如此；直引号多因英文键盘输入。

    Bad: "公开辩论"
    Good: “公开辩论”
    """
    if page.lang != "zh":
        return
    for match in _STRAIGHT_IN_CHINESE.finditer(page.masked):
        hint = Text("写作“或”", "write “ or ”")
        yield on_page(
            page, *match.span(), "TXT004", Text("中文用了直引号", "a straight quotation mark in Chinese"), hint
        )


@rule("TXT005")
def nothing_doubled(page: Page, corpus: object) -> Iterator[Diagnostic]:
    """
    en: No small word is written twice in a row, as happens where lines are joined.
    zh: 虚词不重复，如行与行相接处常见的那样。

    en: The eye passes over it at the end of a line.
    zh: 行末重复的字眼睛容易略过。

    Bad: of the the Council
    Good: of the Council
    """
    pattern = _DOUBLED_HAN if page.lang == "zh" else _DOUBLED_WORD
    for match in pattern.finditer(page.masked):
        message = Text(f"“{match[0]}”重复", f"{match[0]!r}: a word twice")
        yield on_page(page, *match.span(), "TXT005", message, Text("删去一个", "delete one"))


HYGIENE = (no_lookalikes, nothing_invisible, own_punctuation, right_quotation_marks, nothing_doubled)
