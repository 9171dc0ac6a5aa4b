"""The pages as a reader meets them: in Chromium, on a phone and on a desktop, light and dark, without a console error."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe
from conftest import moved_site

pytestmark = pytest.mark.browser

WIDTHS = {"phone": {"width": 390, "height": 844}, "desktop": {"width": 1280, "height": 900}}
PAGES = ["", "S/2022/499/", "S/2017/507/", "S/2021/1074/", "A/RES/76/262/", "corpus/"]
ADDRESSES = [prefix + page for prefix in ("", "en/") for page in PAGES]


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_pages_render_without_errors_third_parties_or_serious_axe_findings(browser, served, width, scheme):
    context = browser.new_context(viewport=WIDTHS[width], color_scheme=scheme)
    page = context.new_page()
    trouble: list[str] = []
    page.on("console", lambda message: trouble.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: trouble.append(str(error)))
    page.on("request", lambda request: None if request.url.startswith(served) else trouble.append(request.url))
    for address in ADDRESSES:
        page.goto(served + address)
        assert page.locator("h1").first.is_visible(), address
        wider = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        assert wider <= 0, f"{address} scrolls sideways by {wider} px"
        findings = [
            (violation["id"], [node["html"][:160] for node in violation["nodes"]])
            for violation in Axe().run(page).response["violations"]
            if violation["impact"] in ("serious", "critical")
        ]
        assert findings == [], address
    assert trouble == []
    context.close()


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
