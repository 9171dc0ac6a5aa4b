"""The Atom feed of changes, one a language (RFC 4287): made from the data alone, so that the same data give the same bytes."""

from __future__ import annotations

from datetime import UTC, datetime

from feedgen.feed import FeedGenerator

from scnotes import changes
from scnotes.changes import Change
from scnotes.corpus import Corpus, site_address
from scnotes.diagnostics import LANGS, Lang
from scnotes.labels import TAGS


def feed(corpus: Corpus, lang: Lang, site_url: str, site_name: str) -> bytes | None:
    """The feed as XML, or None while there is no change. ``site_url`` ends in a slash. Raises Findings for faulty data.

    The id of the feed is its address, and that of an entry its address on the page of changes: published addresses stay.
    """
    entries = changes.load(corpus)
    if not entries:
        return None
    atom = FeedGenerator()
    atom.id(site_url + site_address(lang, "") + changes.FEED)
    atom.title(site_name)
    atom.author({"name": site_name})
    atom.updated(_time(entries[0].date))
    atom.language(TAGS[lang])
    atom.generator("")  # it would name the version of the library
    atom.link(href=site_url + site_address(lang, "") + changes.FEED, rel="self", type="application/atom+xml")
    atom.link(href=site_url + site_address(lang, changes.PAGE), rel="alternate", type="text/html", hreflang=TAGS[lang])
    for other in LANGS:
        if other != lang:
            theirs = site_url + site_address(other, "") + changes.FEED
            atom.link(href=theirs, rel="alternate", type="application/atom+xml", hreflang=TAGS[other])
    for change in entries:
        _add(atom, change, corpus, lang, site_url)
    return bytes(atom.atom_str(pretty=True))


def _add(atom: FeedGenerator, change: Change, corpus: Corpus, lang: Lang, site_url: str) -> None:
    address = f"{site_url}{site_address(lang, changes.PAGE)}#{change.id}"
    entry = atom.add_entry(order="append")
    entry.id(address)
    entry.title(getattr(change.title, lang))
    entry.summary(getattr(change.summary, lang))
    entry.updated(_time(change.date))
    entry.published(_time(change.date))
    entry.link(href=address, rel="alternate", type="text/html", hreflang=TAGS[lang])
    for path in change.pages:
        name = changes.name_of(path, lang, corpus)
        entry.link(href=site_url + site_address(lang, path), rel="related", type="text/html", title=name)


def _time(date: str) -> datetime:
    return datetime.fromisoformat(date).replace(tzinfo=UTC)
