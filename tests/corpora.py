"""A small bilingual corpus in a folder, for tests of rules: register, two pages a language, ready to be spoilt."""

from __future__ import annotations

from pathlib import Path

REGISTER = """\
- symbol: S/2017/507
  type: note
  body: security-council
  date: '2017-08-30'
  subject: {zh: 综合说明, en: Comprehensive note}
  paragraphs: 142
  aliases: {zh: [第507号说明], en: [note 507]}
  sources:
    - {source: A, facts: [type, date, paragraphs, aliases]}

- symbol: S/2019/990
  type: note
  body: security-council
  date: '2019-12-27'
  subject: {zh: 访问团, en: Missions}
  sources:
    - {source: A, facts: [type, date]}
"""
SOURCES = """\
A:
  name: {zh: 来源, en: A source}
  url: https://undocs.org/en/S/2017/507
  official: true
"""
DIGESTS = """\
S/2017/507:
  - para: 94
    gist: {zh: 定期会晤。, en: Regular meetings.}
    basis: reported
    source: [A]
"""
# Not in every corpus: a test that is about debates writes these over it.
DEBATES = """\
debates:
  - records: [S/PV.8539]
    concept_note: S/2019/450
    sources:
      - {source: A, facts: [records, concept_note]}
  - dates: ['2020-05-15']
    presidency: {zh: 爱沙尼亚, en: Estonia}
    sources:
      - {source: A, facts: [dates, presidency]}

gaps:
  - year: 2017
    sources:
      - {source: A, facts: [year]}
"""
CHAIRS = """\
- first: 2018
  last: 2019
  chairs: [{zh: 科威特, en: Kuwait}]
  sources:
    - {source: A, facts: [chairs]}
- first: 2020
  chairs: [{zh: 丹麦, en: Denmark}, {zh: 巴基斯坦, en: Pakistan}]
  sources:
    - {source: A, facts: [chairs]}
"""
RECORDS = """
- symbol: S/2019/450
  type: letter
  body: security-council
  date: '2019-05-29'
  subject: {zh: 概念说明, en: Concept note}
  sources:
    - {source: A, facts: [type, date]}

- symbol: S/2019/990
  type: note
  body: security-council
  date: '2019-12-27'
  subject: {zh: 访问团, en: Missions}
  sources:
    - {source: A, facts: [type, date]}

- symbol: S/PV.8539
  type: meeting-record
  body: security-council
  date: '2019-06-06'
  subject: {zh: 公开辩论, en: Open debate}
  presidency: {zh: 科威特, en: Kuwait}
  sources:
    - {source: A, facts: [type, date, presidency]}
"""
EVENTS = """\
- date: '1993-06'
  event: {zh: 工作组成立, en: The Working Group is established}
  document: S/2019/450
  sources:
    - {source: A, facts: [date, event, document]}
"""
CHANGES = """\
- by: S/2019/990
  part: c
  of: S/2017/507
  paragraphs: [94]
  kind: adds
  what: {zh: 更多会晤, en: more meetings}
  sources:
    - {source: A, facts: [paragraphs, what]}
"""
FAMILY = {
    "docs/_data/documents.yml": REGISTER.partition("\n- symbol: S/2019/990")[0] + RECORDS,
    "docs/_data/debates.yml": DEBATES,
    "docs/_data/chairs.yml": CHAIRS,
    "docs/_data/events.yml": EVENTS,
    "docs/_data/changes.yml": CHANGES,
}
PAGE = {
    "zh": "---\nsymbol: S/2017/507\ntext: digest\n---\n\n# S/2017/507 {#top}\n\n见S/2019/990。\n",
    "en": "---\nsymbol: S/2017/507\ntext: digest\n---\n\n# S/2017/507 {#top}\n\nSee S/2019/990.\n",
}


def write(root: Path, files: dict[str, str] | None = None) -> Path:
    """Write the corpus, and over it the files given (path to text); gives ``root``."""
    whole = {
        "docs/_data/documents.yml": REGISTER,
        "docs/_data/sources.yml": SOURCES,
        "docs/_data/digests.yml": DIGESTS,
        "docs/zh/S/2017/507.md": PAGE["zh"],
        "docs/en/S/2017/507.md": PAGE["en"],
    }
    for name, text in (whole | (files or {})).items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode())
    return root


def both(text: str, name: str = "x.md") -> dict[str, str]:
    """The same page in both languages, so that neither misses its counterpart."""
    return {f"docs/zh/{name}": text, f"docs/en/{name}": text}
