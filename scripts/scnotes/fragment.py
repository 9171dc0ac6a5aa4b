"""A page's HTML, which is part of a document, as a tree: read by lxml, which takes half the time of the parser in Python."""

from __future__ import annotations

from bs4 import BeautifulSoup, Tag


def fragment(html: str) -> Tag:
    """The element whose children are the top elements of ``html``."""
    body = BeautifulSoup(f"<body>{html}</body>", "lxml").body
    assert body is not None, "lxml makes one"
    return body
