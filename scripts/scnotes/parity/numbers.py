"""Numbers of running Chinese and English text by value: digits, 二十四, twenty-four, 150万, 1.5 million, 下午3时, 3 p.m."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

import cn2an
from text_to_num import alpha2digit

from scnotes.diagnostics import Lang

_SCALE = {
    "百": 2, "千": 3, "万": 4, "十万": 5, "百万": 6, "千万": 7, "亿": 8, "十亿": 9, "百亿": 10, "千亿": 11, "万亿": 12,
    "hundred": 2, "thousand": 3, "million": 6, "billion": 9, "trillion": 12,
}  # fmt: skip
_MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
# Thousands stand apart by comma or (as the UN prints them) by a blank; a list of years does not.
_DIGITS = r"\d{1,3}(?:[,\u00a0\u2009 ]\d{3})+(?![\d])|\d+"
_NUMBER = {
    "zh": re.compile(rf"(?<![A-Za-z\d.])({_DIGITS})(\.\d+)?\s?(十万|百万|千万|十亿|百亿|千亿|万亿|万|亿)?"),
    "en": re.compile(rf"(?<![A-Za-z\d.])({_DIGITS})(\.\d+)?(?:\s(hundred|thousand|million|billion|trillion)\b)?"),
}
_GLUED = re.compile(r"[A-Za-z][A-Za-z.-]*\d[\w.-]*|\d+(?![a-z]*\b(?<=st|nd|rd|th))[A-Z]\w*")
_HAN = re.compile(r"[零〇一二三四五六七八九十百千万亿两廿]+")
_ROMAN = re.compile(r"\b(?=[IVXLC])(X{0,3}(?:IX|IV|V?I{0,3}))\b")
_ROMAN_ITEM = re.compile(r"\((?=[ivx])(x{0,3}(?:ix|iv|v?i{0,3}))\)")
_VAGUE_AFTER, _VAGUE_BEFORE = "多余几来", "数几上成第百千万"


@dataclass(frozen=True, slots=True)
class Value:
    """Something said that the other language must say too.

    ``keys`` are the forms in which it may be said there ("n3", "n15" for 3 p.m.), ``start`` and ``end`` its place in
    the text, ``required`` whether its absence there is a finding. What is only ``required=False`` satisfies others.
    """

    keys: frozenset[str]
    start: int
    end: int
    text: str
    required: bool = True


def numbers(text: str, lang: Lang) -> Iterator[Value]:
    """All numbers of a text, and the months of its dates ("m5")."""
    glued = [(match.start(), match.end()) for match in _GLUED.finditer(text)]
    for match in _NUMBER[lang].finditer(text):
        inside = any(start <= match.start() < end for start, end in glued)
        after, before = text[match.end() : match.end() + 8], text[max(0, match.start() - 6) : match.start()]
        if lang == "zh" and re.match(r"\s?月", after) and 1 <= int(re.sub(r"\D", "", match[1])) <= 12:
            continue  # a month, below
        inside = inside or bool(re.match(r"\s?世纪", after))
        yield Value(_keys(match, lang, before, after), *match.span(), match[0].strip(), not inside)
    for start, end in glued:
        for match in re.finditer(r"\d+", text[start:end]):
            yield Value(frozenset({f"n{int(match[0])}"}), start, end, text[start:end], False)
    yield from _months(text, lang)
    yield from _chinese(text) if lang == "zh" else _english(text)


def _keys(match: re.Match[str], lang: Lang, before: str, after: str) -> frozenset[str]:
    whole = int(re.sub(r"\D", "", match[1]))
    value = Decimal(f"{whole}{match[2] or ''}")
    found = {value}
    if match[3]:
        found.add(value.scaleb(_SCALE[match[3]]))
    # Half days: 下午3时 and 3 p.m. are 15时.
    if value < 12 and (
        re.search(r"(?:下午|晚上?)\s?$", before) if lang == "zh" else re.match(r"(?:\.\d\d)?\s?p\.?m", after)
    ):
        found.add(value + 12)
    # The nineties: 90年代, the 1990s.
    if re.match(r"\s?年代" if lang == "zh" else r"s\b", after):
        found |= {value % 100, value + 1900 if value < 100 else value}
    # The second year of 2021/22 and 2015-16.
    if re.search(r"(?:19|20)\d\d[/–-]$", before) and whole < 100:
        found.add(value + int(before[-5:-3]) * 100)
    if match[2] and re.match(r"\s?[ap]\.?m", after):  # 10.30 a.m.
        found |= {Decimal(whole), Decimal(match[2][1:])}
    return frozenset(f"n{_plain(each)}" for each in found)


def _plain(value: Decimal) -> str:
    return str(int(value)) if value == value.to_integral_value() else str(value.normalize())


def _months(text: str, lang: Lang) -> Iterator[Value]:
    if lang == "zh":
        for match in re.finditer(r"(?<![\d个])(\d{1,2}|十[一二]?|[一二三四五六七八九])\s?月(?!球)", text):
            number = int(match[1]) if match[1].isdecimal() else int(cn2an.cn2an(match[1], "smart"))
            if 1 <= number <= 12:
                yield Value(frozenset({f"m{number}"}), *match.span(), match[0], match[1].isdecimal())
    for match in re.finditer(rf"\b({'|'.join(_MONTHS)})\b", text):
        dated = re.match(r"\s+\d", text[match.end() :]) or re.search(r"\d\s+$", text[: match.start()])
        keys = frozenset({f"m{_MONTHS.index(match[1]) + 1}"})
        # UN documents in Chinese keep some dates of their mastheads in English: those satisfy, and ask for nothing.
        yield Value(keys, *match.span(), match[0], bool(dated) and lang == "en")


def _chinese(text: str) -> Iterator[Value]:
    for match in _HAN.finditer(text):
        value = _han(match[0])
        if value is None:
            continue
        before, after = text[max(0, match.start() - 1) : match.start()], text[match.end() : match.end() + 1]
        if after == "月":
            continue
        article = before == "第" and after == "条"
        exact = (
            len(match[0]) > 1
            and value > 10
            and after not in _VAGUE_AFTER
            and before not in _VAGUE_BEFORE.replace("第", "")
        )
        keys = {f"n{_plain(value)}"}
        if after == "年" and value <= 10:
            keys.add(f"n{_plain(value * 12)}")
        if text.startswith("年代", match.end()):
            keys.add(f"n{_plain(value + 1900)}")
        if text.startswith("世纪", match.end()):
            exact = False
        required = article or (exact and "十" in match[0] and match[0][-1] not in "百千万亿")
        yield Value(frozenset(keys), *match.span(), match[0], required and bool(after))
    for words, key in (("半年", "n6"), ("一年半", "n18"), ("昼夜", "n24"), ("全天", "n24"), ("半小时", "n30"), ("时半", "n30"), ("一周", "n7"),
                       ("两周", "n14"), ("双", "n2"), ("半", "n0.5"), ("世纪", "n100"), ("季度", "n3"),
                       ("每百", "n100"), ("每千", "n1000"), ("每万", "n10000")):  # fmt: skip
        for found in re.finditer(words, text):
            yield Value(frozenset({key}), *found.span(), words, False)


def _han(written: str) -> Decimal | None:
    try:
        return Decimal(str(cn2an.cn2an(written.replace("廿", "二十"), "smart")))
    except (ValueError, InvalidOperation):
        return None


def _english(text: str) -> Iterator[Value]:
    original = {match[0] for match in re.finditer(r"\d+", text)}
    spelt = alpha2digit(text, "en", threshold=0)
    for match in re.finditer(r"(?<![\w.])(\d+)(?:st|nd|rd|th|ths|rds)?\b", spelt):
        if match[1] in original:
            continue
        value = int(match[1])
        keys = {f"n{value}"}
        if re.match(r"\s+(?:dozen|score)", spelt[match.end() :]):
            keys |= {f"n{value * 12}", f"n{value * 20}"}
        if re.match(r"[\s-]+decades?", spelt[match.end() :]):
            keys.add(f"n{value * 10}")
        if re.match(r"[\s-]+years?", spelt[match.end() :]) and value <= 10:
            keys.add(f"n{value * 12}")
        # A word such as thirteen is no idiom; one, first and a hundred often are.
        yield Value(frozenset(keys), 0, 0, match[0], 10 < value < 1000 and value % 100 != 0)
    for words, key in (("dozen", "n12"), ("decade", "n10"), ("centur", "n100"), ("half", "n0.5"), ("twice", "n2"), ("both", "n2"), ("noon", "n12"),
                       ("midnight", "n0"), ("midnight", "n24"), ("fortnight", "n14"), ("quarter", "n25"), ("quarter", "n3"), ("week", "n7")):  # fmt: skip
        if re.search(rf"\b{words}", text, re.IGNORECASE):
            yield Value(frozenset({key}), 0, 0, words, False)
    for match in (*_ROMAN.finditer(text), *_ROMAN_ITEM.finditer(text)):
        if match[1]:
            yield Value(frozenset({f"n{_roman(match[1].upper())}"}), *match.span(), match[0], False)
    if "COVID-19" in text:  # 2019冠状病毒病
        yield Value(frozenset({"n2019"}), 0, 0, "COVID-19", False)


def _roman(written: str) -> int:
    worth = [{"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}[letter] for letter in written]
    return sum(-each if each < max(worth[place:]) else each for place, each in enumerate(worth))
