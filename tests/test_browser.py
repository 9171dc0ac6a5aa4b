"""What a reader does on the pages, in Chromium: switching languages, following citations, copying addresses, getting lost."""

from __future__ import annotations

import pytest
from axe import WIDTHS
from conftest import moved_site

pytestmark = pytest.mark.browser


@pytest.mark.parametrize(("here", "there"), [("S/2019/994/", "en/S/2019/994/"), ("en/S/2022/499/", "S/2022/499/")])
def test_language_switch_leads_to_the_same_document(browser, served, here, there):
    page = browser.new_page(viewport=WIDTHS["desktop"])
    page.goto(served + here)
    page.locator(".md-select button").first.hover()
    page.locator(f'a.md-select__link[hreflang="{"en" if there.startswith("en/") else "zh"}"]').click()
    assert page.url.partition("#")[0] == served + there
    page.close()


def test_citation_of_a_paragraph_arrives_at_the_paragraph(browser, served):
    page = browser.new_page(viewport=WIDTHS["desktop"])
    page.goto(served + "S/2022/499/")
    page.locator('a[data-symbol="S/2017/507"][href$="#para-94"]').first.click()
    assert page.url == served + "S/2017/507/#para-94"
    assert page.locator(":target").is_visible()
    page.close()


@pytest.mark.parametrize(
    ("missing", "offered"),
    [
        ("s/2017/507/", "S/2017/507/"),
        ("en/S/2019/990.html/", "en/S/2019/990/"),
        ("S/2016/619/", "https://undocs.org/zh/S/2016/619"),
    ],
)
def test_404_page_reads_the_symbol_and_offers_a_way_on(browser, served, missing, offered):
    page = browser.new_page()
    page.goto(served + missing)
    page.wait_for_selector("[data-not-found-offer] a")
    hrefs = page.eval_on_selector_all("[data-not-found-offer] a", "links => links.map(link => link.href)")
    assert (offered if offered.startswith("https") else served + offered) in hrefs
    page.close()


def test_404_page_under_a_sub_path(browser, tmp_path_factory):
    """Published as a project's pages are: the switch and the offer stay below the sub-path."""
    with moved_site(tmp_path_factory) as address:
        page = browser.new_page(viewport=WIDTHS["desktop"])
        trouble: list[str] = []
        page.on("pageerror", lambda error: trouble.append(str(error)))
        page.on("request", lambda request: None if request.url.startswith(address) else trouble.append(request.url))
        page.goto(address + "S/2017/507.pdf")
        page.wait_for_selector("[data-not-found-offer] a")
        hrefs = page.eval_on_selector_all(
            "[data-not-found-offer] a, .md-select__link", "links => links.map(link => link.href)"
        )
        assert sorted(hrefs) == sorted(address + each for each in ("", "en/", "S/2017/507/", "en/S/2017/507/"))
        page.locator('[data-not-found-offer] a[lang="en"]').click()
        assert page.url == address + "en/S/2017/507/"
        assert trouble == []
        page.close()


READING = "(id) => document.getElementById(id).getBoundingClientRect().top"


@pytest.mark.parametrize("width", WIDTHS)
def test_the_language_switch_keeps_the_paragraph(browser, served, width):
    page = browser.new_page(viewport=WIDTHS[width])
    for here, there in (("S/2022/499/", "en/S/2022/499/"), ("en/S/2022/499/parallel/", "S/2022/499/parallel/")):
        page.goto(served + here)
        page.evaluate("document.getElementById('p20').scrollIntoView({block: 'start', behavior: 'instant'})")
        page.evaluate("scrollBy({top: -80, behavior: 'instant'})")
        page.locator(f'.md-select__link[hreflang="{"en" if there.startswith("en") else "zh"}"]').dispatch_event("click")
        page.wait_for_url(f"{served}{there}#p*")
        at = int(page.url.rpartition("#p")[2])
        assert at in (19, 20), page.url
        assert 0 <= page.evaluate(READING, f"p{at}") < 200
    page.close()


def test_side_by_side_keeps_the_paragraph_both_ways(browser, served):
    page = browser.new_page()
    page.goto(served + "S/2022/499/#p30")
    page.get_by_role("link", name="中英对照").dispatch_event("click")
    page.wait_for_url(served + "S/2022/499/parallel/#p30")
    page.locator("a.keeps-place").dispatch_event("click")
    page.wait_for_url(served + "S/2022/499/#p30")
    page.close()


def test_from_the_top_the_switch_leads_to_the_top(browser, served):
    page = browser.new_page()
    page.goto(served + "S/2022/499/")
    page.locator('.md-select__link[hreflang="en"]').dispatch_event("click")
    page.wait_for_url(served + "en/S/2022/499/")
    page.close()


def test_the_mark_of_a_paragraph_copies_its_address(browser, served):
    context = browser.new_context()
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(served + "en/S/2022/499/")
    mark = page.locator("#p10 > .headerlink")
    assert mark.evaluate("(e) => getComputedStyle(e).opacity") == "0"
    mark.focus()
    page.wait_for_function("getComputedStyle(document.activeElement).opacity === '1'")
    mark.press("Enter")
    page.wait_for_function("document.querySelector('[role=status].said').textContent === 'Link copied'")
    assert page.evaluate("navigator.clipboard.readText()") == f"{served}en/S/2022/499/#p10"
    assert page.url.endswith("#p10")
    arrived = page.locator("#p10").evaluate("(e) => getComputedStyle(e).backgroundColor")
    assert arrived != page.locator("#p11").evaluate("(e) => getComputedStyle(e).backgroundColor")
    context.close()


def test_a_term_says_its_counterpart_on_focus_and_leads_to_its_entry(browser, served):
    page = browser.new_page()
    page.goto(served + "S/2022/499/")
    term = page.locator("a.term", has_text="公开辩论").first
    assert page.locator("a.term", has_text="公开辩论").count() == 1
    term.focus()
    tip = page.locator(".md-tooltip2", has_text="英文：open debate")
    tip.wait_for(state="visible")
    term.press("Enter")
    page.wait_for_url(served + "terms/#open-debate")
    page.close()


def test_side_by_side_is_stacked_on_a_phone_and_needs_no_script(browser, served):
    for width, stacked in (("phone", True), ("desktop", False)):
        context = browser.new_context(java_script_enabled=False, viewport=WIDTHS[width])
        page = context.new_page()
        page.goto(served + "S/2022/499/parallel/")
        boxes = [each.bounding_box() for each in page.locator("#p10 > .pair__text").all()]
        assert (boxes[1]["y"] >= boxes[0]["y"] + boxes[0]["height"]) is stacked
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        context.close()
