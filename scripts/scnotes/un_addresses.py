"""Addresses of UN documents as people write them: which document, in which language, in which of the many forms.

The forms and what is known of them were gathered from dated public code and pages; none is asked here.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal
from urllib.parse import SplitResult, parse_qsl, unquote, urlsplit

from scnotes.symbols import LANGUAGES, Symbol, SymbolError, parse

Kind = Literal["document", "file", "temporary", "catalogue"]
Form = Literal["undocs", "docs", "pdf", "mobile", "api", "daccess", "search", "file", "temporary", "catalogue"]

# One-letter codes of the Official Document System and of its links; "ch" is the form of older UN PDFs.
_CODES = {"a": "ar", "c": "zh", "e": "en", "f": "fr", "r": "ru", "s": "es", "ch": "zh"}
_HOSTS = {
    "undocs.org", "www.undocs.org", "docs.un.org", "documents.un.org", "documents-dds-ny.un.org",
    "daccess-ods.un.org", "daccess-dds-ny.un.org", "digitallibrary.un.org", "www.un.org", "un.org",
}  # fmt: skip
_LANGUAGE_SEGMENT = re.compile(r"[A-Za-z]{2,3}(?=/)")


@dataclass(frozen=True, slots=True)
class UnAddress:
    """What an address says. ``written`` and ``code`` are its symbol and language as written, percent-decoded.

    ``symbol`` is None where ``written`` is no symbol, ``lang`` where the address names none of the six languages.
    Files, temporary pages and catalogue records name no symbol.
    """

    kind: Kind
    form: Form
    written: str = ""
    symbol: Symbol | None = None
    code: str = ""
    lang: str | None = None
    secure: bool = True
    host: str = ""

    @property
    def cut(self) -> bool:
        """Whether the symbol lacks its bracket, as when a Markdown link ended at the first one: S/RES/2378."""
        if self.written.count("(") > self.written.count(")"):
            return True
        if self.symbol is not None:
            return self.symbol.series == "security-council-resolution" and "(" not in self.written
        return bool(self.written) and _symbol(f"{self.written}(XXV)") is not None

    @property
    def current(self) -> bool:
        """Whether this is a reader's address of today: https, undocs.org or docs.un.org, with a language of the six."""
        return (
            self.secure
            and self.host in ("undocs.org", "docs.un.org")
            and self.form in ("undocs", "docs")
            and (self.code in LANGUAGES)
        )


def read_address(url: str) -> UnAddress | None:
    """What an address says of a UN document; None if it is not an address of one."""
    try:
        parts = urlsplit(url.strip())
        host = (parts.hostname or "").rstrip(".").lower()
    except ValueError:
        return None
    if parts.scheme.lower() not in ("http", "https") or host not in _HOSTS:
        return None
    path = unquote(parts.path)
    query = {key.lower(): value for key, value in parse_qsl(parts.query, keep_blank_values=True)}
    found = _of_host(host, path, query)
    if found is None:
        return None
    form, written, code = found
    kind: Kind = "document"
    if form in ("file", "temporary", "catalogue"):
        kind = form
    lang = _language(code)
    return UnAddress(kind, form, written, _symbol(written), code, lang, _secure(parts), host)


def _of_host(host: str, path: str, query: dict[str, str]) -> tuple[Form, str, str] | None:
    """Form, symbol and language as written; the order of the cases is that of the forms' age, youngest first."""
    lower = path.lower()
    if host.endswith("undocs.org") or host == "docs.un.org":
        if "finalsymbol" in query:
            return "mobile", query["finalsymbol"], query.get("language", "")
        if lower == "/pdf" and "symbol" in query:
            return "pdf", *_split(query["symbol"])
        form: Form = "docs" if host == "docs.un.org" else "undocs"
        written, code = _split(path.strip("/"))
        return (form, written, code) if written else None
    if host == "digitallibrary.un.org":
        return ("catalogue", "", "") if "/record/" in lower else None
    if host in ("un.org", "www.un.org"):
        if lower.endswith("/view_doc.asp") and "symbol" in query:
            return "search", query["symbol"], query.get("lang", "")
        return None
    if lower.startswith("/api/symbol/access") and "s" in query:
        return "api", query["s"], query.get("l", "")
    if "/access.nsf/" in lower and "ds" in query:
        return "daccess", query["ds"], query.get("lang", "")
    if lower.startswith("/tmp/"):
        return "temporary", "", ""
    return ("file", "", "") if lower.startswith("/doc/") else None


def _split(path: str) -> tuple[str, str]:
    """Symbol and language code of "zh/S/2017/507" and "S/2017/507": no series begins with two or three small letters."""
    match = _LANGUAGE_SEGMENT.match(path)
    if match and (match[0].lower() in (*LANGUAGES, "ch") or match[0].islower()):
        return path[match.end() + 1 :], match[0].lower()
    return path, ""


def _language(code: str) -> str | None:
    lower = code.lower()
    return lower if lower in LANGUAGES else _CODES.get(lower)


def _symbol(written: str) -> Symbol | None:
    try:
        return parse(written)
    except SymbolError:
        return None


def _secure(parts: SplitResult) -> bool:
    return parts.scheme.lower() == "https"
