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
