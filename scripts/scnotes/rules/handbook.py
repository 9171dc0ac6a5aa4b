"""The page of the rules, in one language, made of the rules' own docstrings."""

from __future__ import annotations

from scnotes.diagnostics import Lang
from scnotes.rules.catalogue import RULES
from scnotes.rules.reading import COMPARING, READING

BAD, GOOD = {"zh": "不对", "en": "Bad"}, {"zh": "正确", "en": "Good"}
OTHERS = {
    "zh": "## 文件、前言、登记册和两种语文的比较 {#reading}\n\n读取和比较时发现的问题：\n",
    "en": "## Files, front matter, register, and the two languages {#reading}\n\nFound while reading and comparing:\n",
}
HEAD = {"zh": "| 规则 | 内容 |", "en": "| Rule | What holds |"}


def handbook(lang: Lang) -> str:
    """Markdown: a section a rule with its reason and examples, then a table of what readers report."""
    parts = []
    for rule in sorted(RULES, key=lambda each: each.code):
        examples = [f"{BAD[lang]}: `` {each} ``" for each in rule.bad] + [
            f"{GOOD[lang]}: `` {each} ``" for each in rule.good
        ]
        listed = "\n".join(f"- {each}" for each in examples)
        parts.append(
            f"## {rule.code} {{#{rule.code}}}\n\n**{rule.title.in_(lang)}**\n\n{rule.reason.in_(lang)}\n\n{listed}\n"
        )
    said = READING | COMPARING
    rows = [HEAD[lang], "| --- | --- |", *(f"| {code} | {said[code].in_(lang)} |" for code in sorted(said))]
    return "\n".join([*parts, OTHERS[lang], *rows]) + "\n"
