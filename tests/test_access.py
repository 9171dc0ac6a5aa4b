"""Every page for every reader: axe in both schemes at both widths, weight, keyboard, motion, no script, paper."""

from __future__ import annotations

import gzip
import subprocess
from pathlib import Path

import axe
import pytest
from axe import WIDTHS
from conftest import missing
from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

BUDGET = 250_000
READ = ["", "S/2022/499/", "S/2019/994/"]  # home, the letter, a note
ADDRESSES = [prefix + page for prefix in ("", "en/") for page in READ]


def test_every_page_in_both_schemes_at_both_widths(browser: Browser, site, served):
    """No finding of axe, no console error, no third party, nothing that scrolls sideways, and less than the budget at first load."""
    page = axe.open_page(browser)
    trouble: list[str] = []
    loaded: set[str] = set()
    page.on("console", lambda message: trouble.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: trouble.append(str(error)))
    page.on("request", lambda request: loaded.add(request.url))
    packed: dict[str, int] = {}
    found: list[object] = []
    for address in axe.pages(site):
        loaded.clear()
        page.goto(served + address)
        assert page.locator("h1").first.is_visible(), address
        trouble.extend(f"{address} asks for {url}" for url in loaded if not url.startswith(served))
        weight = sum(packed.setdefault(url, _packed(site, url.removeprefix(served))) for url in loaded)
        if weight > BUDGET:
            trouble.append(f"{address} weighs {weight} bytes")
        for size in WIDTHS.values():
            page.set_viewport_size(size)
            wider = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
            if wider > 0:
                trouble.append(f"{address} scrolls sideways by {wider} px at {size['width']}")
        found.extend(axe.findings(page, address))
    assert found == []
    assert trouble == []
    page.context.close()


def _packed(site: Path, address: str) -> int:
    """The bytes of a file of the site when a host sends it: compressed by gzip where that is less, as it is for text."""
    path = site / address.partition("#")[0].partition("?")[0]
    whole = (path / "index.html" if path.is_dir() else path).read_bytes()
    return min(len(whole), len(gzip.compress(whole, 6)))


def test_axe_sees_a_fault_in_either_scheme_and_a_small_target(browser: Browser, served):
    """The sweep above can fail: colours that are too near only in the dark, links that are too small and too close."""
    page = axe.open_page(browser)
    page.goto(served + "changes/")
    page.evaluate(
        "document.querySelector('article').insertAdjacentHTML('beforeend', `<style>"
        "[data-md-color-scheme=slate] #faint { color: #333; background: #222 }"
        ".tiny { display: block; width: 9px; height: 9px; overflow: hidden }</style>"
        "<p id=faint>faint</p><div><a class=tiny href=a>a</a><a class=tiny href=b>b</a></div>`)"
    )
    found = {(each.rule, each.scheme) for each in axe.findings(page, "changes/")}
    assert found == {("color-contrast", "dark"), ("target-size", "light")}
    page.context.close()


# --- Keyboard ---------------------------------------------------------------------------------------------------------

# What has the focus: its name, whether it is inside the window, on top there, and whether its focus is drawn.
FOCUS = """() => {
  const each = document.activeElement;
  if (each === document.body) return null;
  const drawn = each.matches(".md-option") ? each.nextElementSibling : each.matches(".md-search__input") ? each.form : each;
  const box = [...drawn.getClientRects()].find(({width, height}) => width > 0 && height > 0);
  const style = getComputedStyle(drawn);
  const at = box && document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
  return {
    name: (each.getAttribute("aria-label") || each.textContent || "").trim().slice(0, 60), html: each.outerHTML.slice(0, 160),
    inside: Boolean(box) && box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth,
    onTop: Boolean(at) && (drawn.contains(at) || at.contains(drawn)),
    outlined: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 1,
  };
}"""
LONGEST = 1500


def walk(page: Page, key: str = "Tab") -> list[dict[str, object]]:
    """Press the key until the focus has left the page; gives what had it, in order."""
    stops = []
    for _ in range(LONGEST):
        page.keyboard.press(key)
        stop = page.evaluate(FOCUS)
        if stop is not None and not stop["inside"]:
            page.wait_for_timeout(100)  # the search opens a moment after its field has the focus
            stop = page.evaluate(FOCUS)
        if stop is None:
            return stops
        stops.append(stop)
    raise AssertionError(f"the focus is still on {stops[-1]['html']}")


def opened(browser: Browser, address: str, width: str, **more: object) -> Page:
    page = browser.new_context(viewport=WIDTHS[width], reduced_motion="reduce", **more).new_page()
    page.goto(address)
    return page


@pytest.mark.parametrize("address", READ)
@pytest.mark.parametrize("width", WIDTHS)
def test_tab_goes_through_the_page_and_out_of_it_with_the_focus_in_sight(browser: Browser, served, address, width):
    page = opened(browser, served + "en/" + address, width)
    stops = walk(page)
    unseen = [stop for stop in stops if not (stop["inside"] and stop["onTop"] and stop["outlined"])]
    assert unseen == []
    names = [str(stop["name"]) for stop in stops]
    wanted = ["Skip to content", "Security Council working methods", "深色 / Dark", "Select language", "中文", "Search"]
    if width == "phone":
        wanted[1] = "Navigation"  # the way home is the first line of it
    else:
        wanted.append("The letter")
    places = [names.index(name) for name in wanted]
    assert places == sorted(places), names[:20]
    assert names[-1] == "Changes as an Atom feed"
    page.context.close()


@pytest.mark.parametrize("address", READ)
def test_the_skip_link_leads_past_the_header(browser: Browser, served, address):
    page = opened(browser, served + "en/" + address, "desktop")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('article') !== null")
    page.context.close()


def test_the_opener_of_the_menu_is_there_where_the_menu_is_not(browser: Browser, served):
    for width, shown in (("phone", True), ("desktop", False)):
        page = browser.new_page(viewport=WIDTHS[width])
        page.goto(served)
        page.wait_for_selector(".drawer-button", state="attached")
        assert page.locator(".drawer-button").is_visible() is shown
        page.close()


@pytest.mark.parametrize("address", READ)
def test_the_navigation_of_a_phone_by_keys_alone(browser: Browser, served, address):
    page = opened(browser, served + "en/" + address, "phone")
    opener = page.locator(".drawer-button")
    side = page.locator(".md-sidebar--primary")
    assert not side.is_visible(), "what is out of sight is out of the order of the keys"
    opener.focus()
    assert opener.get_attribute("aria-expanded") == "false"
    page.keyboard.press("Enter")
    page.wait_for_function("document.activeElement.closest('.md-sidebar--primary')")
    assert opener.get_attribute("aria-expanded") == "true"
    page.keyboard.press("Escape")
    assert opener.evaluate("(each) => each === document.activeElement")
    assert not side.is_visible()
    # In again, up to the first level where the page stands lower, down into the notes, and away by a link.
    page.keyboard.press(" ")
    page.wait_for_function("document.activeElement.closest('.md-sidebar--primary')")
    for _ in range(3):
        back = page.locator(".md-sidebar--primary .md-nav__title[tabindex]:visible")
        if back.count():
            back.last.focus()
            page.keyboard.press("Enter")
            page.wait_for_timeout(100)
    group = page.locator(".md-sidebar--primary label.md-nav__link", has_text="Documents cited")
    group.focus()
    page.keyboard.press("Enter")
    page.wait_for_function(
        "document.activeElement.closest('.md-nav')?.textContent.trim().startsWith('Documents cited')"
    )
    seen = page.evaluate(FOCUS)
    assert seen["inside"] and seen["onTop"], seen
    page.locator(".md-sidebar--primary a:visible", has_text="S/2021/647").focus()
    assert page.evaluate(FOCUS)["onTop"]
    page.keyboard.press("Enter")
    page.wait_for_url(served + "en/S/2021/647/")
    page.context.close()


@pytest.mark.parametrize("address", READ)
@pytest.mark.parametrize("width", WIDTHS)
def test_the_language_menu_opens_on_focus_and_closes_on_escape(browser: Browser, served, address, width):
    page = opened(browser, served + address, width)
    page.locator(".md-select button").focus()
    menu = page.locator(".md-select__inner")
    assert menu.evaluate("(each) => getComputedStyle(each).opacity") == "1"
    page.keyboard.press("Tab")
    page.keyboard.press("Escape")
    assert not menu.is_visible()
    assert page.evaluate("document.activeElement.matches('.md-select button')")
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_url(served + "en/" + address)
    page.context.close()


@pytest.mark.parametrize("address", READ)
@pytest.mark.parametrize("width", WIDTHS)
def test_the_search_is_entered_and_left_by_keys(browser: Browser, served, address, width):
    page = opened(browser, served + "en/" + address, width)
    page.locator("[data-search-query]").focus()
    page.wait_for_function("document.getElementById('__search').checked")
    page.keyboard.type("wrap-up")
    page.wait_for_selector("[data-search-list] a")
    page.keyboard.press("Escape")
    page.wait_for_function("!document.getElementById('__search').checked")
    assert walk(page), "the page goes on"
    page.context.close()


# --- Motion -----------------------------------------------------------------------------------------------------------

MOVING = """() => [document.documentElement, ...document.querySelectorAll("body, body *")].flatMap((each) =>
  ["", "::before", "::after"].map((part) => getComputedStyle(each, part || null)).filter((style) =>
    [style.transitionDuration, style.animationName === "none" ? "0s" : style.animationDuration].join().split(",")
      .some((time) => parseFloat(time) > 0.01) || style.scrollBehavior === "smooth")
  .map((style) => each.className + " " + style.transitionDuration)).length"""


@pytest.mark.parametrize("address", READ)
def test_nothing_moves_for_a_reader_who_wants_no_motion(browser: Browser, served, address):
    moving = {}
    for motion in ("reduce", "no-preference"):
        page = browser.new_page(reduced_motion=motion)
        page.goto(served + address)
        moving[motion] = page.evaluate(MOVING)
        page.close()
    assert moving["reduce"] == 0
    assert moving["no-preference"] > 0, "the measure sees motion where there is some"


# --- Without script ---------------------------------------------------------------------------------------------------

HIDDEN = """() => [...document.querySelectorAll("article *")].filter((each) =>
  [...each.childNodes].some((node) => node.nodeType === 3 && node.data.trim()) &&
  !each.matches("script, style, title, .headerlink, .cite-mark, svg *") && !each.checkVisibility({visibilityProperty: true, opacityProperty: true}))
  .map((each) => each.outerHTML.slice(0, 120))"""


@pytest.mark.parametrize("width", WIDTHS)
def test_without_script_every_page_is_whole(browser: Browser, site, served, width):
    page = browser.new_context(java_script_enabled=False, viewport=WIDTHS[width]).new_page()
    for address in axe.pages(site):
        page.goto(served + address)
        # Columns are named by the head of their table or, on a phone, where each cell stands by itself, in the cell.
        named_elsewhere = "<th" if width == "phone" else '<span class="fact-table__label"'
        hidden = [html for html in page.evaluate(HIDDEN) if not html.startswith(named_elsewhere)]
        assert hidden == [], address
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), address
    page.context.close()


@pytest.mark.parametrize("width", WIDTHS)
def test_without_script_the_navigation_and_the_switch_work(browser: Browser, served, width):
    page = browser.new_context(java_script_enabled=False, viewport=WIDTHS[width]).new_page()
    page.goto(served + "en/")
    assert not page.locator("[data-search-query]").is_visible(), "what needs a script is not offered"
    if width == "phone":
        page.locator('.md-header label[for="__drawer"]').click()
        page.locator(".md-sidebar--primary label.md-nav__link", has_text="Documents cited").click()
    page.locator(".md-sidebar--primary a", has_text="S/2021/647").click()
    assert page.url == served + "en/S/2021/647/"
    page.locator(".md-select button").focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_url(served + "S/2021/647/")
    page.context.close()


# --- Paper ------------------------------------------------------------------------------------------------------------

PRINTED = [
    ("S/2022/499/", "引导性问题", "第507号说明"),
    ("en/S/2022/499/", "Guiding questions", "note 507"),
    ("en/S/2019/994/", "wrap-up sessions", "S/2019/994"),
    ("en/", "Start here", "S/2021/647"),
    ("S/2022/499/parallel/", "引导性问题", "note 507"),
]
NOT_PRINTED = [
    "目录",
    "Table of contents",
    "Skip to content",
    "跳转至",
    "Pocket edition",
    "袖珍版",
    "¶",
    "返回页面顶部",
    "Back to top",
]


# What a paragraph says without its marks; the buttons of the card are no words of the text.
WORDS = """() => [...document.querySelectorAll("article p:not([hidden], .side-by-side)")].map((each) => {
  const words = each.cloneNode(true);
  for (const mark of words.querySelectorAll(".headerlink, .cite-mark, .guide-mark")) mark.remove();
  return words.textContent;
})"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("address", "one", "other"), PRINTED)
def test_the_paper_has_the_text_and_no_navigation(browser: Browser, served, tmp_path, address, one, other, scheme):
    page = browser.new_page(color_scheme=scheme)
    page.goto(served + address)
    shown = page.evaluate(WORDS)
    file = tmp_path / "page.pdf"
    page.pdf(path=str(file), prefer_css_page_size=True)
    page.close()
    text = "".join(read_pdf(file).split())
    assert one.replace(" ", "") in text and other.replace(" ", "") in text
    for word in NOT_PRINTED:
        assert word.replace(" ", "") not in text, word
    # The first words of each paragraph, as far as no link, mark or page break comes between.
    starts = ["".join(each.split())[:12] for each in shown]
    lost = [start for start in starts if start not in text]
    assert len(lost) <= len(starts) // 10, lost


INK = """() => [...document.querySelectorAll("article *")].filter((each) => each.checkVisibility() && each.textContent.trim())
  .filter((each) => getComputedStyle(each).color.match(/[\\d.]+/g).slice(0, 3).some((part) => part > 128))
  .map((each) => each.outerHTML.slice(0, 120))"""


def test_ink_is_dark_for_a_reader_of_the_dark_scheme(browser: Browser, served):
    page = browser.new_page(color_scheme="dark", reduced_motion="reduce")  # no colour half-way through a transition
    page.goto(served + "en/S/2019/994/")
    assert page.evaluate(INK), "on the screen it is light"
    page.emulate_media(media="print")
    assert page.evaluate(INK) == []
    page.close()


def read_pdf(file: Path) -> str:
    """The words of a PDF, by pdftotext; the test is skipped where that is not installed, and fails in CI."""
    try:
        run = subprocess.run(["pdftotext", "-layout", str(file), "-"], capture_output=True, text=True, check=True)
    except FileNotFoundError:
        missing("pdftotext", "apt install poppler-utils")
        raise
    return run.stdout
