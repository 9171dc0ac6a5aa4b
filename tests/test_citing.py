"""How to cite, as a reader meets it: from a paragraph to its reference, in the other language, copied, without a script."""

from __future__ import annotations

import pytest
from test_browser import WIDTHS

pytestmark = pytest.mark.browser

OPACITY = "(e) => getComputedStyle(e).opacity"


def test_the_mark_of_a_paragraph_is_quiet_and_leads_to_its_reference(browser, served):
    page = browser.new_page(viewport=WIDTHS["desktop"])
    page.goto(served + "en/S/2022/499/")
    mark = page.locator("#p20 > .cite-mark")
    assert mark.evaluate(OPACITY) == "0"
    page.locator("#p20").hover()
    page.wait_for_function("getComputedStyle(document.querySelector('#p20 > .cite-mark')).opacity === '1'")
    assert page.locator("#p22 > .cite-mark").evaluate(OPACITY) == "0"
    page.locator("#p22 > .cite-mark").focus()
    page.wait_for_function("getComputedStyle(document.activeElement).opacity === '1'")
    mark.press("Enter")
    page.wait_for_url(served + "en/S/2022/499/cite/#p20")
    assert page.locator(":target h2").inner_text().startswith("p20 This open debate will provide")
    page.locator(":target h2 a").press("Enter")
    page.wait_for_url(served + "en/S/2022/499/#p20")
    page.close()


def test_a_digested_paragraph_has_the_mark_too_and_a_touch_screen_shows_both(browser, served):
    context = browser.new_context(viewport=WIDTHS["phone"], has_touch=True, is_mobile=True)
    page = context.new_page()
    page.goto(served + "S/2017/507/")
    mark = page.locator("#para-94 .cite-mark")
    assert mark.evaluate(OPACITY) == "1"
    mark.tap()
    page.wait_for_url(served + "S/2017/507/cite/#para-94")
    context.close()


@pytest.mark.parametrize(
    ("here", "there"), [("S/2022/499/cite/", "en/S/2022/499/cite/"), ("S/2022/499/", "S/2022/499/cite/")]
)
def test_the_other_language_and_the_card_keep_the_paragraph(browser, served, here, there):
    page = browser.new_page(viewport=WIDTHS["desktop"])
    page.goto(f"{served}{here}#p30")
    link = (
        page.locator('.md-select__link[hreflang="en"]')
        if there.startswith("en")
        else page.get_by_role("link", name="引用", exact=True)
    )
    link.dispatch_event("click")
    page.wait_for_url(f"{served}{there}#p30")
    page.close()


def test_a_reference_is_copied_to_the_letter(browser, served):
    context = browser.new_context()
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(served + "S/2017/507/cite/#para-94")
    button = page.get_by_role("button", name="复制 (para-94, 联合国脚注)")
    button.click()
    page.wait_for_function("document.querySelector('[role=status].said').textContent === '引文已复制'")
    assert page.evaluate("navigator.clipboard.readText()") == "S/2017/507，第94段"
    context.close()


def test_what_may_not_be_copied_is_selected(browser, served):
    page = browser.new_page()
    page.add_init_script("navigator.clipboard.writeText = () => Promise.reject(new Error('refused'))")
    page.goto(served + "en/S/2017/507/cite/")
    page.get_by_role("button", name="Copy (para-94, UN, footnote)").click()
    page.wait_for_function("getSelection().toString() === 'S/2017/507, para. 94'")
    page.close()


def test_without_a_script_there_are_texts_and_files_and_no_buttons(browser, served):
    context = browser.new_context(java_script_enabled=False, viewport=WIDTHS["phone"])
    page = context.new_page()
    page.goto(served + "en/S/2022/499/cite/")
    assert page.locator("#p20 .ready").first.inner_text().startswith("S/2022/499, annex, “Objective”, ")
    assert page.locator(".copy").count() == 0
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    with page.expect_download() as download:
        page.locator("#p20 a", has_text="RIS").click()
    assert download.value.suggested_filename == "S-2022-499-p20.ris"
    assert download.value.path().read_text(encoding="utf-8").startswith("TY  - RPRT")
    context.close()
