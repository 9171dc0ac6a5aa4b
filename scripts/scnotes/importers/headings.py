"""Headings of UN letters and concept notes: which lines are one, how deep, and by what id they are found."""

from __future__ import annotations

import re

from scnotes.diagnostics import Lang

# The usual sections of a concept note, in the words of the UN's Chinese and English services.
_SECTIONS: dict[str, dict[Lang, tuple[str, ...]]] = {
    "introduction": {"zh": ("导言", "引言"), "en": ("introduction",)},
    "background": {"zh": ("背景",), "en": ("background",)},
    "objective": {"zh": ("目标", "目的"), "en": ("objective", "objectives")},
    "guiding-questions": {"zh": ("引导性问题", "指导性问题"), "en": ("guiding questions", "questions for discussion")},
    "briefers": {"zh": ("通报人",), "en": ("briefers",)},
    "format": {"zh": ("形式", "会议形式"), "en": ("format",)},
    "briefers-and-format": {
        "zh": ("通报人和形式", "通报人与形式", "形式和通报人"),
        "en": ("briefers and format", "format and briefers"),
    },
    "outcome": {"zh": ("成果文件", "成果", "预期成果"), "en": ("outcome", "outcome document", "expected outcome")},
}
KNOWN: dict[Lang, dict[str, str]] = {
    lang: {name: id_ for id_, names in _SECTIONS.items() for name in names[lang]} for lang in ("zh", "en")
}
# The lines that tell of a meeting above its concept note.
LABEL: dict[Lang, re.Pattern[str]] = {
    "zh": re.compile(r"(?:日期|时间|地点|参会|参加者|与会者|出席|主持人|主席|主题|议题|形式)：."),
    "en": re.compile(
        r"(?:Date|Time|Venue|Place|Location|Participants|Participation|Attendance|Chair|Theme|Topic|Format): ."
    ),
}
_ANNEX: dict[Lang, re.Pattern[str]] = {
    "zh": re.compile(r"附件[一二三四五六七八九十\d]*|.+的(?:信|普通照会|说明|报告)的附件[一二三四五六七八九十\d]*"),
    "en": re.compile(r"Annex(?: [IVX\d]+)?(?: to the (?:identical )?(?:letters?|note|report)\b.*)?"),
}
_ENCLOSURE: dict[Lang, re.Pattern[str]] = {
    "zh": re.compile(r"附文[一二三四五六七八九十\d]*"),
    "en": re.compile(r"Enclosure(?: [IVX\d]+)?"),
}
_CONCEPT_NOTE = {"zh": re.compile("概念(?:说明|文件)"), "en": re.compile("concept (?:note|paper)", re.IGNORECASE)}
_TITLE = {"zh": re.compile("信"), "en": re.compile(r"\bletters?\b", re.IGNORECASE)}
# How the titles of letters, and those of their annexes, end; in dense settings no blank line does.
_WHOLE_TITLE: dict[Lang, re.Pattern[str]] = {
    "zh": re.compile(r"\d{4}年\d{1,2}月\d{1,2}日.+(?:信|普通照会)(?:的附件[一二三四五六七八九十\d]*)?"),
    "en": re.compile(
        r"(?:Annex(?: [IVX\d]+)? to the )?(?:identical )?(?:letters?|notes? verbales?) dated .+ addressed "
        r"(?:respectively )?to the (?:Secretary-General|(?:Chair|President) of the [A-Z]\w+ (?:Council|Assembly|Committee))",
        re.IGNORECASE,
    ),
}
# Longer lines without a full stop are paragraphs that lost it.
_LONGEST: dict[Lang, int] = {"zh": 80, "en": 220}
_NEVER_LAST = ".。:：,，;；!！?？…"


def is_annex(text: str, lang: Lang) -> bool:
    """Whether a block is the heading of an annex or an enclosure."""
    return bool(_ANNEX[lang].fullmatch(text) or _ENCLOSURE[lang].fullmatch(text)) and text[-1] not in _NEVER_LAST


def is_whole_title(text: str, following: str, lang: Lang) -> bool:
    """Whether a text is the title of a letter or of its annex to the end, and the next line does not go on with it."""
    goes_on = following.startswith("的") if lang == "zh" else following[:1].islower()
    return bool(_WHOLE_TITLE[lang].fullmatch(text)) and not goes_on


class Headings:
    """The headings of one document in order: their level (1 the title) and their id, unique in the page."""

    def __init__(self, lang: Lang) -> None:
        self._lang = lang
        self._level = 1
        self._under_annex = False
        self._times: dict[str, int] = {}

    def is_one(self, text: str, first: bool) -> bool:
        """Whether a paragraph reads as a heading: short and without a closing mark. ``first`` is the title's place."""
        longest = _LONGEST[self._lang] * (2 if first else 1)
        return len(text) <= longest and text[-1] not in _NEVER_LAST

    def place(self, text: str) -> tuple[int, str]:
        """The level and id of the next heading.

        An annex stands under the title; the heading at the very top of an annex is the annex's own title, unless it is
        the name of a usual section; everything else is a section of what it stands in.
        """
        known = KNOWN[self._lang].get(text.lower())
        top_of_annex, self._under_annex = self._under_annex, False
        if not self._times:
            return 1, self._named("letter" if _TITLE[self._lang].search(text) else "document")
        if is_annex(text, self._lang):
            self._level = 2
            self._under_annex = True
            return 2, self._named("annex" if _ANNEX[self._lang].fullmatch(text) else "enclosure")
        if top_of_annex and known is None:
            self._level = 3
            return 3, self._named("concept-note" if _CONCEPT_NOTE[self._lang].search(text) else "annex-title")
        return self._level + 1, self._named(known) if known else self._numbered()

    def pass_text(self) -> None:
        """Tell that something other than a heading has come."""
        self._under_annex = False

    def _named(self, name: str) -> str:
        self._times[name] = self._times.get(name, 0) + 1
        return name if self._times[name] == 1 else f"{name}-{self._times[name]}"

    def _numbered(self) -> str:
        self._times["section"] = self._times.get("section", 0) + 1
        return f"section-{self._times['section']}"
