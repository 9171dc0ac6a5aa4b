"""What one answer of a UN host means: a file, a step on, a miss, a page, or nothing that can be told. Pure."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from html.parser import HTMLParser
from urllib.parse import quote, urljoin, urlsplit, urlunsplit

from scnotes.resolve import hosts, reasons
from scnotes.resolve.verdicts import Probe, Reason

_REDIRECTS = (301, 302, 303, 307, 308)
_AGAIN = (429, 502, 503, 504)
_AGAIN_TROUBLES = ("reset", "incomplete")
# What differs from one showing of a page to the next: numbers, and identifiers of a request.
_VARYING = re.compile(rb"[0-9a-fA-F-]{8,}|\d+")


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer to one request, redirects not followed. ``body`` is raw, cut at the limit; ``whole`` says it was not cut.

    ``trouble`` is a key of ``reasons.trouble`` when there was no answer that can be used.
    """

    url: str
    status: int = 0
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes = b""
    whole: bool = True
    trouble: str = ""
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Redirect:
    """A step on, to an absolute address that nobody has checked yet."""

    url: str


@dataclass(frozen=True, slots=True)
class File:
    """The first bytes of a document: pdf, wpd, doc or docx."""

    kind: str


@dataclass(frozen=True, slots=True)
class Miss:
    """The host's way to say that there is no such document: "error", "empty", "gone"."""

    shape: str


@dataclass(frozen=True, slots=True)
class Page:
    """A page of status 200: a miss if it is the one that a miss leads to. ``empty`` says that it looks like that one."""

    fingerprint: str
    empty: bool


@dataclass(frozen=True, slots=True)
class Unclear:
    """An answer that tells nothing of the document."""

    reason: Reason


Meaning = Redirect | File | Miss | Page | Unclear


def address(symbol: str, lang: str) -> str:
    """The symbol API's address: every sign percent-encoded, because a blank sent as "+" is answered as a miss."""
    return hosts.API.format(symbol=quote(symbol, safe=""), lang=lang)


def spellings(probe: Probe) -> list[str]:
    """The ways to ask for a document, the likeliest first: without blanks, with them, and as an original."""
    text = str(probe.symbol)
    bare = text.replace(" ", "")
    return [*dict.fromkeys((bare, text)), f"{bare}{hosts.ORIGINAL}"]


def refusal(url: str) -> str | None:
    """Why an address may not be asked, as a word for the log; None if it may: https, a UN host of the list, its own port."""
    if len(url) > 2000 or "\\" in url or not url.isprintable() or " " in url:
        return "malformed"
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        return "malformed"
    if parts.scheme != "https":
        return "not https"
    if parts.username is not None or parts.password is not None:
        return "credentials"
    if parts.hostname not in hosts.ALLOWED:
        return "host not on the list"
    return None if port in (None, 443) else "port"


def is_file(url: str) -> bool:
    """Whether an address is that of a document's file."""
    return urlsplit(url).path.lower().startswith(hosts.FILE_PATH)


def lowered(url: str) -> str:
    """A file's address with its path in small letters, as the host serves it."""
    parts = urlsplit(url)
    return urlunsplit(parts._replace(path=parts.path.lower())) if is_file(url) else url


def read_answer(answer: Answer) -> Meaning:
    """What an answer means, whichever address it came from; the order of the questions matters."""
    if answer.trouble:
        return Unclear(reasons.trouble(answer.trouble, answer.detail))
    if answer.status == 202 or any(name in answer.headers for name in hosts.WALL_HEADERS):
        return Unclear(reasons.CHALLENGE)
    if answer.status in _REDIRECTS and answer.headers.get("location"):
        return _redirect(answer, answer.headers["location"])
    if answer.status in (404, 410):
        return Miss("gone")
    if answer.status not in (200, 206):
        return Unclear(reasons.status(answer.status))
    if answer.headers.get("content-encoding", "identity").lower() not in ("identity", ""):
        return Unclear(reasons.ENCODED)
    return _body(answer)


def _redirect(answer: Answer, location: str) -> Meaning:
    try:
        target = urljoin(answer.url, location.strip())
        parts = urlsplit(target)
    except ValueError:
        return Unclear(reasons.trouble("forbidden", location))
    if parts.hostname == hosts.API_HOST and parts.path.lower().rstrip("/") == hosts.ERROR_PATH:
        return Miss("error")
    return Redirect(lowered(parts._replace(fragment="").geturl()))


def _body(answer: Answer) -> Meaning:
    body = answer.body
    for magic, kind in hosts.MAGIC.items():
        if body.startswith(magic):
            return File(kind)
    if body.startswith(hosts.REDIRECT_TEXT):
        return _redirect(answer, body[len(hosts.REDIRECT_TEXT) :].split(b"\n")[0].decode("latin-1"))
    if not body.strip():
        return Miss("empty") if answer.whole and not body else Unclear(reasons.NEITHER)
    html = "html" in answer.headers.get("content-type", "").lower() or body.lstrip()[:1] == b"<"
    if not html:
        return Unclear(reasons.NEITHER)
    return _page(answer)


def _page(answer: Answer) -> Meaning:
    text = answer.body.decode("utf-8", "replace")
    if any(word in text.lower() for word in hosts.WALL_WORDS):
        return Unclear(reasons.WALL)
    shell = len(answer.body) < 1.5 * hosts.EMPTY_PAGE_BYTES and not _visible(text)
    empty = answer.whole and (len(answer.body) == hosts.EMPTY_PAGE_BYTES or shell)
    fingerprint = hashlib.sha256(_VARYING.sub(b"#", answer.body)).hexdigest()
    return Page(fingerprint, empty and urlsplit(answer.url).hostname == hosts.API_HOST)


class _Words(HTMLParser):
    """The words that a page shows before any script has run."""

    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []
        self._hidden = 0

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self._hidden += tag in ("title", "script", "style", "noscript")

    def handle_endtag(self, tag: str) -> None:
        self._hidden -= tag in ("title", "script", "style", "noscript")

    def handle_data(self, data: str) -> None:
        if not self._hidden:
            self.words += data.split()


def _visible(html: str) -> bool:
    parser = _Words()
    parser.feed(html)
    return bool(parser.words)


def again(answer: Answer) -> bool:
    """Whether the same request is worth making again soon."""
    return answer.status in _AGAIN or answer.trouble in _AGAIN_TROUBLES


def retry_after(answer: Answer, now: datetime) -> float | None:
    """The seconds that a host asks to wait (RFC 9110, 10.2.3: seconds or a date); None if it asks nothing readable."""
    value = answer.headers.get("retry-after", "").strip()
    if value.isascii() and value.isdecimal():
        return float(value[:9])
    try:
        when = parsedate_to_datetime(value)
    except (ValueError, IndexError, TypeError, OverflowError):
        return None
    when = when if when.tzinfo else when.replace(tzinfo=UTC)
    return max(0.0, (when - now).total_seconds())
