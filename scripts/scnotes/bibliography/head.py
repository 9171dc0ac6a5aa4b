"""What a document's page says of the document in its head: Highwire Press tags, Dublin Core, schema.org.

Zotero's translator "Embedded Metadata" takes a page with ``citation_technical_report_institution`` for a report, and
title, date, number, institution, language and address from the tags of the same family; a name with blanks but no comma
it parts into first name and surname; it takes what sort of report it is from ``DC.type``, unless that names one of its
own types. See zotero/translators, "Embedded Metadata.js" and "RDF.js".
"""

from __future__ import annotations

import json
from typing import Any

from scnotes import labels
from scnotes.bibliography.citable import WHOLE, Citable
from scnotes.bibliography.formats import FORMATS, TAGS
from scnotes.diagnostics import Text
from scnotes.page import Page

# "Letter" alone would be taken for private correspondence.
LETTER = Text("信函", "Letter, document of the United Nations")
RIGHTS = Text("联合国文件属于联合国", "Texts of the United Nations are the United Nations’")
SCHEMA = "http://purl.org/dc/elements/1.1/"


def tags(item: Citable, site: str) -> list[tuple[str, str]]:
    """Names and contents of the meta elements of a document's page: the document is the United Nations', the page ours."""
    # The comma keeps an institution's name whole.
    author = item.author + ("," if " " in item.author else "")
    found = [
        ("citation_title", item.title),
        ("citation_author", author),
        ("citation_date", _iso(item).replace("-", "/")),
        ("citation_technical_report_institution", item.publisher),
        ("citation_technical_report_number", item.document.symbol),
        ("citation_language", TAGS[item.lang]),
        ("citation_public_url", item.url),
        ("citation_abstract_html_url", item.address(site)),
        ("DC.title", item.title),
        ("DC.creator", author),
        ("DC.publisher", item.publisher),
        ("DC.identifier", item.document.symbol),
        ("DC.date", _iso(item)),
        ("DC.type", LETTER.in_(item.lang) if item.document.type == "letter" else item.kind),
        ("DC.language", labels.TAGS[item.lang]),
        ("DC.rights", RIGHTS.in_(item.lang)),
    ]
    return [(name, content) for name, content in found if content]


def linked_data(item: Citable, site: str, page: Page) -> str:
    """The document's page in schema.org's words, as JSON that is safe inside a script element.

    What the page is about is the UN's document; a full text is based on it, and our translation is one of its Chinese.
    """
    found: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "CreativeWork" if page.full_text else "WebPage",
        "@id": item.address(site),
        "url": item.address(site),
        "name": next((page.prose(block) for block in page.blocks if block.kind == "heading"), item.title),
        "inLanguage": labels.TAGS[item.lang],
    }
    if item.ours:
        found["translationOfWork"] = _report(Citable(item.document, "zh"))
    else:
        found["isBasedOn" if page.full_text else "about"] = _report(item)
    escaped = {ord(sign): f"\\u{ord(sign):04x}" for sign in "<>&\u2028\u2029"}
    return json.dumps(found, ensure_ascii=False).translate(escaped)


def _report(item: Citable) -> dict[str, Any]:
    united_nations = {"@type": "Organization", "name": item.publisher}
    found: dict[str, Any] = {
        "@type": "Report",
        "@id": item.url,
        "url": item.url,
        "name": item.title,
        "identifier": item.document.symbol,
        "reportNumber": item.document.symbol,
        "genre": item.kind,
        "inLanguage": labels.TAGS[item.lang],
        "author": {"@type": "Organization", "name": item.body, "parentOrganization": united_nations},
        "publisher": united_nations,
    }
    if item.date:
        # The date of a letter is the day it was written; when it was distributed the register does not say.
        found["dateCreated" if item.document.type == "letter" else "datePublished"] = _iso(item)
    return found


def _iso(item: Citable) -> str:
    return "-".join(f"{part:02}" for part in item.date)


def alternates() -> list[tuple[str, str, str]]:
    """Address below the document's page, media type and name of the files of the whole document."""
    return [(f"cite/{WHOLE}.{ending}", media, label) for ending, (label, media) in FORMATS.items()]
