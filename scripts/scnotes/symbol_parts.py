"""The bricks of which symbols are built: components between two slashes, and what may follow the last of them.

Source: the Dag Hammarskjöld Library's guide to symbols (https://research.un.org/en/docs/symbols), and symbols as
documents, footnotes and catalogues write them. Blanks are single: a text is read line by line, words are not joined.
"""

from __future__ import annotations

# Session numbers until the 1970s: (XXVI), (S-VI), (ES-I), (LXI).
ROMAN = r"[IVXL]{1,7}"
SESSION = rf"(?:S-|ES-)?{ROMAN}"
# CONF.217, SER.B, PC.V, L. 60, G.2635-P, OzL.Pro.WG.1, sub.2. Catalogues write ADD.1, older records "Add. 1".
_DOTTED = (
    r"(?:[A-Z][A-Za-z]{0,11}|sub|add|rev|corr|pv|sr)(?:\.[A-Z][A-Za-z]{1,9}){0,2}"
    r"\.(?: ?\d{1,5}(?:-P|[A-Z](?:-[A-Z])?)?(?![A-Za-z])|[IVXLC]{1,7}(?![A-Za-z])|[A-Z](?![A-Za-z]))"
)
# MP.EIA, EB.AIR, OzL.Pro: only before a further component.
_DOTTED_WORD = r"[A-Z][A-Za-z]{1,4}\.[A-Z][A-Za-z]{1,5}(?=/)"
# The few with a blank or a point of their own.
_PHRASE = r"AD HOC GROUP|CODE TOT|IRON ORE|VER\.\d\.\d|MED (?:IG|WG)\.\d{1,3}"
# RES, NGO, CHE, ES-11, PC-19, WG-ABS, FPA-ICEF-UNW; the few words in small letters.
_WORD = (
    r"(?:Agenda|Summary|Inf|Res|Dec|Misc|Report|ExCom|Hg|Sub|Geneva|Vienna|Nairobi|Part\d)(?![A-Za-z]|\.[A-Za-z0-9])"
    r"|[A-Z]{1,12}\d{0,4}(?:-(?:[A-Z]{1,8}|\d{1,3})){0,6}(?![A-Za-z]|\.[A-Za-z0-9])"
)
# 76, 235B, 84A-B, and pairs of periodic reports (4-5) or halves of an item (6-A). 87-S is no such pair: A/64/87-S/2009/1.
_NUMBER = r"\d{1,2}-(?:\d{1,2}|[A-DP])(?![0-9A-Za-z])|\d{1,5}(?:[A-Z](?:-[A-Z])?)?(?![A-Za-z])"
# EX(70), COP(13), CST(S-2), WP(XXXV), SR(770.B), L.3456(PLEN.20/3), 214(XIX). "(2018)" after a blank is a date.
_BRACKET = rf"\((?:(?:S-)?\d{{1,3}}(?:\.[A-Z])?|{SESSION}|[A-Z]{{2,5}}\.\d{{1,3}}/\d{{1,3}})\)"
COMPONENT = (
    rf"(?:(?:{_PHRASE}|{_DOTTED}|{_DOTTED_WORD}|{_WORD})(?:{_BRACKET})?"
    rf"|(?:{_NUMBER})(?:\((?:{SESSION})\))?|\(\d{{2}}\))"
)
# What names a part of a document, or a separate record of a resumed meeting; ODS writes them without blanks.
_PART = (
    r" {0,2}(?:\( ?[Rr](?:esumption|ESUMPTION) ?\d{0,2} ?\)"
    r"|\((?:[Ii]ncome sect|[Vv]ol|[Pp]art|[Ss]ect|VOL|PART|SECT)\.? ?(?:\d{1,2}[A-Z]?|[IVX]{1,6}(?:-[A-Z])?|One|Two|Three)\)"
    r"|\((?:SUPP|[Ss]upp|Introduction|Corrected)\)|\[Vol\.[IVX]{1,6}\])"
)
# Possessive and bounded: a symbol has no more than a dozen parts, and a hostile line must not be read twice.
TAIL = rf"(?:/{COMPONENT}){{0,12}}+(?:(?:{_PART}){{1,2}}+(?:/(?:Add|Corr|Rev|Amend)\.\d{{1,3}}){{0,2}}+)?+"
