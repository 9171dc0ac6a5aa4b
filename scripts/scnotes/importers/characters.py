"""Characters of a text taken out of a PDF: which are wide, which stand for another, which blanks mean anything."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from scnotes.diagnostics import Lang

_HAN = "\u2e80-\u2fdf\u3005\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_FULL_WIDTH = "\u3001-\u3004\u3008-\u303f\uff01-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff65"
# Marks that Chinese and English share a code for: wide only in a Chinese text.
_SHARED = "“”‘’…—·"
_WIDE: dict[Lang, str] = {"zh": _HAN + _FULL_WIDTH + _SHARED, "en": _HAN + _FULL_WIDTH}
_AROUND_WIDE = {lang: re.compile(f"(?<=[{wide}]) | (?=[{wide}])") for lang, wide in _WIDE.items()}
_IS_WIDE = {lang: re.compile(f"[{wide}]") for lang, wide in _WIDE.items()}

_BLANKS = re.compile("[ \t\r\v\f\u00a0\u2000-\u200a\u202f\u205f\u3000]+")
_ZERO_WIDTH = "\u200b\u200c\u200d\u2060\ufeff"
_SOFT_HYPHEN = "\u00ad"

# Fonts that share one glyph between a radical and the character make a PDF give back the radical. Unicode decomposes
# the Kangxi radicals and the compatibility ideographs; of the supplement it only lists equivalents
# (EquivalentUnifiedIdeograph.txt), from which these are the ones that are characters in use.
_SUPPLEMENT = dict(
    zip(
        "⺟⺠⻁⻄⻅⻆⻉⻋⻑⻓⻔⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻨⻩⻬⻮⻰⻳",
        "母民虎西见角贝车長长门青韦页风飞食马骨鬼鱼鸟麦黄齐齿龙龟",
        strict=True,
    )
)
# Full-width letters and signs, which NFKC would also change, are the author's and stay.
_DECOMPOSED = [range(0x2F00, 0x2FD6), range(0xF900, 0xFB00), range(0xFB00, 0xFB07), range(0x2F800, 0x2FA1E)]
_STANDS_FOR = str.maketrans(
    {chr(code): unicodedata.normalize("NFKC", chr(code)) for codes in _DECOMPOSED for code in codes}
    | _SUPPLEMENT
    | dict.fromkeys(_ZERO_WIDTH, "")
)


def tidy(text: str, lang: Lang) -> str:
    """One line with its characters and blanks as a page writes them.

    The rule of blanks, the only one: a blank beside a Chinese character or a full-width mark is dropped (it was put
    there by the setting of the PDF; style sheets set it again), every other run of blanks is one space.

    >>> tidy("  在2019年 和 2021 年通过的 Note 507 ", "zh")
    '在2019年和2021年通过的Note 507'
    """
    text = _BLANKS.sub(" ", text.translate(_STANDS_FOR)).strip()
    text = text[:-1].replace(_SOFT_HYPHEN, "") + text[-1:]
    return _AROUND_WIDE[lang].sub("", text)


def glue(before: str, after: str, lang: Lang) -> str:
    """What stands between two tidy lines of one paragraph: nothing or one space.

    Nothing beside a Chinese character or full-width mark, nor where a word or symbol was broken after its hyphen or
    stroke; the hyphen itself is kept, for nobody can tell whether it belongs to the word.
    """
    if not before or not after:
        return ""
    if _IS_WIDE[lang].match(before[-1]) or _IS_WIDE[lang].match(after[0]):
        return ""
    broken = re.search(r"\w[-‐‑–/]$", before) and re.match(r"[\w(]", after)
    bracket = before[-1] in "([“‘" or after[0] in ")],.;:/”’"
    return "" if broken or bracket else " "


def join(texts: Iterable[str], lang: Lang) -> tuple[str, list[int]]:
    """The lines of one paragraph as one, and the offset in it at which each of them begins."""
    whole = ""
    starts = []
    for text in texts:
        if whole.endswith(_SOFT_HYPHEN):
            whole = whole[:-1]
        else:
            whole += glue(whole, text, lang)
        starts.append(len(whole))
        whole += text
    return whole.removesuffix(_SOFT_HYPHEN), starts


def width(text: str, lang: Lang) -> int:
    """How many cells of half an em the text takes; a Chinese character takes two."""
    wide = {"W", "F", "A"} if lang == "zh" else {"W", "F"}
    return sum(2 if unicodedata.east_asian_width(char) in wide else 1 for char in text)


def first_word(text: str, lang: Lang) -> str:
    """The part of a line that could not have been broken: one Chinese character or one Latin word."""
    if _IS_WIDE[lang].match(text):
        return text[:1]
    return re.split(f"[ {_WIDE[lang]}]", text, maxsplit=1)[0]
