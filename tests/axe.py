"""Accessibility as axe sees it: every page of the built site, in both colour schemes and at both widths."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import axe_playwright_python
from playwright.sync_api import Browser, Page

SCRIPT = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text(encoding="utf-8")
WIDTHS = {"phone": {"width": 390, "height": 844}, "desktop": {"width": 1280, "height": 900}}
# The theme's own choice of colours (mkdocs.yml, palette): its input, and the scheme that the page then says it has.
SCHEMES = {"light": ("__palette_0", "default"), "dark": ("__palette_1", "slate")}
# Nothing is left out. Only these rules look at colours: the others say the same in both schemes, so they are asked once a width.
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
COLOURS = ["color-contrast", "link-in-text-block"]
PART = 5
SHOW = """(end) => document.querySelectorAll("main > article").forEach((each, index) => (each.hidden = index >= end))"""
RUN = """(only) => axe.run(document, {
  runOnly: only.colours ? {type: "rule", values: only.colours} : {type: "tag", values: only.tags},
  rules: Object.fromEntries((only.without ?? []).map((rule) => [rule, {enabled: false}])),
  resultTypes: ["violations"], preload: false, iframes: false,
}).then(({violations}) => violations.map(({id, impact, nodes}) =>
  ({id, impact: impact ?? "none", nodes: nodes.map(({html}) => html.slice(0, 200))})))"""


@dataclass(frozen=True)
class Finding:
    """A rule that does not hold on a page, and the elements for which it does not."""

    address: str
    scheme: str
    width: str
    rule: str
    impact: str
    nodes: tuple[str, ...]


def pages(site: Path) -> list[str]:
    """The addresses of all pages of the built site, relative to its root: the 404 page and the pocket editions too."""
    return sorted(path.relative_to(site).as_posix().removesuffix("index.html") for path in site.rglob("*.html"))


def open_page(browser: Browser) -> Page:
    """A page for ``findings``. Motion is reduced, so that no colour is measured half-way through a transition."""
    return browser.new_context(reduced_motion="reduce", viewport=WIDTHS["phone"], color_scheme="light").new_page()


def findings(page: Page, address: str) -> Iterator[Finding]:
    """What axe finds on the page that is open, in light and dark, at the width of a phone and of a desktop."""
    page.evaluate(SCRIPT)
    articles = page.locator("main > article").count()
    # What these two rules cost grows with the square of the page: of a pocket edition they see the first articles (home, letter,
    # guide, notes), whose styles are those of all; the other rules see it whole.
    if articles > PART:
        for found in page.evaluate(RUN, {"tags": TAGS, "without": ["color-contrast", "target-size"]}):
            yield Finding(address, "light", "phone", found["id"], found["impact"], tuple(found["nodes"]))
        page.evaluate(SHOW, PART)
    for scheme in SCHEMES:
        _choose(page, scheme)
        for width, size in WIDTHS.items():
            page.set_viewport_size(size)
            only = {"tags": TAGS} if scheme == "light" else {"colours": COLOURS}
            for found in page.evaluate(RUN, only):
                yield Finding(address, scheme, width, found["id"], found["impact"], tuple(found["nodes"]))


def _choose(page: Page, scheme: str) -> None:
    """Light or dark: by the reader's choice in the header where the page has it, else by the system's."""
    page.emulate_media(color_scheme=scheme)
    choice, name = SCHEMES[scheme]
    if page.locator(f"#{choice}").count():
        page.evaluate("(id) => document.getElementById(id).click()", choice)
        assert page.evaluate("document.body.dataset.mdColorScheme") == name
