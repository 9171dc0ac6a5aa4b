"""The files for reference managers: CSL-JSON, and out of it BibTeX and RIS."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from scnotes.bibliography.citable import Citable
from scnotes.bibliography.footnotes import pin

# Types by which programs know the files, in the order in which a page offers them.
FORMATS = {
    "bib": ("BibTeX", "application/x-bibtex"),
    "ris": ("RIS", "application/x-research-info-systems"),
    "json": ("CSL-JSON", "application/vnd.citationstyles.csl+json"),
}
TAGS = {"zh": "zh-CN", "en": "en"}
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_TEX = {
    "\\": r"\textbackslash{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    # With their like, and ` after ? or !, these would be one other sign: quotation marks, dashes, ¿ and ¡.
    "'": "'{}",
    "`": "`{}",
    **{sign: f"\\{sign}" for sign in "{}&%#$_"},
}


def csl(item: Citable, site: str) -> dict[str, Any]:
    """One item of CSL-JSON. Its type is "report": neither CSL nor Zotero has one for documents of organizations.

    A place in a document is no field of an item (citing programs ask for it when one cites), so it is the item's note,
    with the paragraph's address on our site.
    """
    found: dict[str, Any] = {
        "id": item.key,
        "type": "report",
        "title": item.title,
        "author": [{"literal": item.author}],
        "authority": item.body,
        "publisher": item.publisher,
        "number": item.document.symbol,
        "genre": item.kind,
        "issued": {"date-parts": [list(item.date)]},
        "URL": item.url,
        "language": TAGS[item.lang],
        "note": "; ".join(filter(None, (pin(item), item.address(site)))) if item.place else "",
    }
    if not item.date:
        del found["issued"]
    return {name: value for name, value in found.items() if value}


def as_json(items: list[dict[str, Any]]) -> str:
    """A CSL-JSON file."""
    return json.dumps(items, ensure_ascii=False, indent=2) + "\n"


def as_bibtex(items: list[dict[str, Any]]) -> str:
    """A BibTeX file: ``date`` for biblatex, year and month for BibTeX; titles in double braces, which keep their capitals."""
    return "\n".join(_entry(item) for item in items)


def _entry(item: dict[str, Any]) -> str:
    date = item.get("issued", {"date-parts": [[]]})["date-parts"][0]
    fields = {
        "title": f"{{{{{tex(item['title'])}}}}}",
        "author": f"{{{{{tex(item['author'][0]['literal'])}}}}}",
        "institution": f"{{{tex(item['publisher'])}}}",
        "type": f"{{{tex(item['genre'])}}}",
        "number": f"{{{tex(item['number'])}}}",
        "date": f"{{{'-'.join(f'{part:02}' for part in date)}}}" if date else "",
        "year": f"{{{date[0]}}}" if date else "",
        "month": _MONTHS[date[1] - 1] if len(date) > 1 else "",
        # Read letter by letter, not as TeX.
        "url": f"{{{item['URL']}}}",
        "language": f"{{{item['language']}}}",
        "note": f"{{{tex(item['note'])}}}" if "note" in item else "",
    }
    lines = "".join(f"  {name} = {value},\n" for name, value in fields.items() if value)
    return f"@techreport{{{item['id']},\n{lines}}}\n"


def tex(text: str) -> str:
    """A text as TeX writes it, so that a reader of BibTeX gives it back."""
    return re.sub(r"[\\~^'`{}&%#$_]|-(?=-)|,(?=,)|[?!](?=`)", lambda match: _TEX.get(match[0], f"{match[0]}{{}}"), text)


def as_ris(items: list[dict[str, Any]]) -> str:
    """A RIS file, in the tags that Zotero's and EndNote's imports read for a report (SN is its number, PB its institution)."""
    return "".join("".join(f"{tag}  - {value}\r\n" for tag, value in _lines(item)) for item in items)


def _lines(item: dict[str, Any]) -> Iterator[tuple[str, str]]:
    date = item.get("issued", {"date-parts": [[]]})["date-parts"][0]
    yield "TY", "RPRT"
    yield "TI", _one_line(item["title"])
    # A comma would part a surname from a first name: institutions of the register have none.
    yield "AU", item["author"][0]["literal"].replace(",", "")
    yield "PB", item["publisher"]
    yield "SN", item["number"]
    yield "M3", item["genre"]
    if date:
        yield "PY", f"{date[0]}"
        yield "DA", "/".join([*(f"{part:02}" for part in date), *("" for _ in range(3 - len(date)))])
    yield "UR", item["URL"]
    yield "LA", item["language"]
    if "note" in item:
        yield "N1", _one_line(item["note"])
    yield "ER", ""


def _one_line(text: str) -> str:
    return " ".join(text.split())
