"""Cards of documents in Chromium: pointed at, focused, tapped; where they stand, what they say, and what must not change."""

from __future__ import annotations

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from conftest import moved_site
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

DESKTOP = {"width": 1280, "height": 900}
PHONE = {"width": 390, "height": 844}
SHOWN = ".preview:popover-open"
WRAP_UP = '#p29 a[data-symbol="S/2019/994"]'
# What the card of S/2019/994 says, in each language: title, date, type, status, the first words of our page.
SAYS = {
    "zh": ("S/2019/994 总结会议", "2019年12月27日", "安全理事会主席的说明", "已由S/2024/507(2024年12月13日)取代", "这份安全理事会主席的说明日期为"),
    "en": ("S/2019/994 Wrap-up sessions", "27 December 2019", "Note by the President of the Security Council",
           "Superseded by S/2024/507 on 13 December 2024", "This note by the President of the Security Council is dated 27 December 2019"),
}  # fmt: skip
PREFIX = {"zh": "", "en": "en/"}


@pytest.fixture
def reader(browser, served):
    """Opens a page of the site in a context of its own; whatever goes wrong or out of the site fails the test."""
    contexts, trouble = [], []

    def opened(address: str, **options):
        context = browser.new_context(**({"viewport": DESKTOP} | options))
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda message: trouble.append(message.text) if message.type == "error" else None)
        page.on("pageerror", lambda error: trouble.append(str(error)))
        page.on("request", lambda asked: None if asked.url.startswith(served) else trouble.append(asked.url))
        page.goto(served + address)
        return page

    yield opened
    for context in contexts:
        context.close()
    assert trouble == []


def pointed(page, selector):
    link = page.locator(selector).first
    link.scroll_into_view_if_needed()
    link.hover()
    card = page.locator(SHOWN)
    card.wait_for()
    return link, card


def clear_of(card, link):
    """Whether the card is inside the window and leaves the whole line of the link free."""
    return card.evaluate(
        """(card, link) => {
          const box = card.getBoundingClientRect(), line = link.getBoundingClientRect();
          const half = parseFloat(getComputedStyle(link.closest('p, li, td, dd')).lineHeight) / 2;
          const middle = (line.top + line.bottom) / 2;
          const inside = box.left >= 0 && box.right <= innerWidth && box.top >= 0 && box.bottom <= innerHeight;
          return inside && (box.top >= middle + half - 1 || box.bottom <= middle - half + 1 || box.left >= line.right);
        }""",
        link.element_handle(),
    )


@pytest.mark.parametrize("lang", SAYS)
def test_pointing_at_a_symbol_of_the_letter_shows_its_card(reader, lang):
    page = reader(f"{PREFIX[lang]}S/2022/499/")
    link, card = pointed(page, WRAP_UP)
    for words in SAYS[lang]:
        expect(card).to_contain_text(words)
    assert card.locator(".status--superseded").evaluate("(e) => getComputedStyle(e).borderTopStyle") == "solid"
    assert card.get_attribute("role") == "tooltip"
    assert link.get_attribute("aria-describedby") == card.get_attribute("id")
    assert clear_of(card, link)
    page.mouse.move(5, 5)
    card.wait_for(state="detached")
    assert link.get_attribute("aria-describedby") is None


def test_the_data_is_loaded_by_the_first_card_only(reader):
    page = reader("en/S/2022/499/")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url.rpartition("/")[2]))
    page.wait_for_load_state("networkidle")
    before = asked.count("guide.json")
    pointed(page, WRAP_UP)
    pointed(page, '#p28 a[data-symbol="S/2019/990"]')
    assert (before, asked.count("guide.json")) == (0, 1)


@pytest.mark.parametrize(
    ("address", "selector", "says", "not_said"),
    [
        ("en/S/2022/499/", '#p33 a[href$="#para-94"]', r"Paragraph 94: Encourages the President", "dated 30 August"),
        ("S/2022/499/", '#p37 a[href$="#para-43"]', r"第43段：", "142个执行段落"),
        ("en/guide/", 'a[href$="499/#p22"]', r"Paragraph 22: Which of the working methods", "I have the honour"),
        ("en/S/2017/507/", '.lineage a[data-symbol="S/2016/619"]',
         r"15 July 2016.*Note by the President.*at the United Nations.*Superseded by S/2017/507 on 30 August 2017", "undocs"),
        ("S/2017/507/", '.lineage a[data-symbol="S/2016/619"]', r"2016年7月15日.*联合国网站.*已由S/2017/507\(2017年8月30日\)取代", "undocs"),
        ("en/", 'td a[data-symbol="S/2021/1074"]', r"In force since 22 December 2021 \(as of November 2025\)", "Superseded"),
        ("en/status/", 'td a[data-symbol="S/PRST/2015/19"]', r"Status not stated in the sources seen", "In force"),
        ("S/2022/499/parallel/", '#p29 [lang="en"] a[data-symbol="S/2019/994"]', r"总结会议", "Wrap-up"),
    ],
)  # fmt: skip
def test_a_card_says_what_its_document_or_paragraph_is(reader, address, selector, says, not_said):
    page = reader(address)
    link, card = pointed(page, selector)
    text = " ".join(card.inner_text().split())
    assert re.search(says, text), text
    assert not_said not in text
    assert clear_of(card, link)


@pytest.mark.parametrize(
    ("address", "selector"),
    [
        ("en/S/2022/499/", ".md-sidebar a.md-nav__link[href$='S/2017/507/'], .md-nav__link[href*='2017/507']"),
        ("en/S/2022/499/", "a.term"),
        ("en/S/2022/499/", "#p29 > .headerlink"),
        ("en/S/2022/499/", "a.keeps-place"),
        # The sentence that cites a paragraph names the paragraph below which it stands.
        ("en/S/2017/507/", "#para-43 .provision__cited a[data-symbol]"),
    ],
)
def test_other_links_have_no_card(reader, address, selector):
    page = reader(address)
    pointed(page, "main .document-card a[data-symbol], .document-card ~ p a[data-symbol], #p1 a[data-symbol]")
    page.mouse.move(5, 5)
    page.locator(SHOWN).wait_for(state="detached")
    page.locator(selector).last.focus()
    page.locator(selector).last.dispatch_event("pointerover", {"bubbles": True, "pointerType": "mouse"})
    page.wait_for_timeout(500)
    assert page.locator(SHOWN).count() == 0


def test_results_of_the_search_have_no_card(reader):
    page = reader("en/")
    page.keyboard.press("/")
    page.keyboard.type("S/2019/994")
    result = page.locator("[data-search-list] a").first
    result.wait_for()
    result.hover()
    page.wait_for_timeout(500)
    assert page.locator(SHOWN).count() == 0


def test_the_keyboard_shows_and_dismisses_a_card_without_moving_the_focus(reader):
    page = reader("en/S/2022/499/")
    link = page.locator(WRAP_UP)
    page.locator("#p28 .headerlink").focus()
    for _ in range(20):
        page.keyboard.press("Tab")
        if link.evaluate("(e) => e === document.activeElement"):
            break
    card = page.locator(SHOWN)
    expect(card).to_contain_text("Wrap-up sessions")
    assert clear_of(card, link)
    page.keyboard.press("Escape")
    card.wait_for(state="detached")
    assert link.evaluate("(e) => e === document.activeElement")
    assert link.get_attribute("aria-describedby") is None
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Tab")
    card.wait_for()
    page.keyboard.press("Tab")
    card.wait_for(state="detached")
    link.focus()
    card.wait_for()
    page.keyboard.press("Enter")
    page.wait_for_url("**/en/S/2019/994/")


def test_the_pointer_may_move_onto_the_card_and_escape_dismisses_it(reader):
    page = reader("S/2022/499/")
    _, card = pointed(page, WRAP_UP)
    box = card.bounding_box()
    page.mouse.move(box["x"] + 30, box["y"] + box["height"] / 2, steps=12)
    page.wait_for_timeout(700)
    assert card.is_visible()
    page.keyboard.press("Escape")
    card.wait_for(state="detached")


def test_a_link_is_followed_as_ever(reader):
    page = reader("en/S/2022/499/")
    link, _ = pointed(page, WRAP_UP)
    with page.context.expect_page() as opened:
        link.click(modifiers=["ControlOrMeta"])
    assert opened.value.url.endswith("/en/S/2019/994/")
    link.click()
    page.wait_for_url("**/en/S/2019/994/")
    page.go_back()
    assert page.locator(SHOWN).count() == 0


@pytest.mark.parametrize("place", ["top", "bottom"])
def test_a_tap_shows_the_card_at_the_other_edge_and_a_second_tap_follows(reader, place):
    page = reader("en/S/2022/499/", viewport=PHONE, has_touch=True, is_mobile=True)
    link = page.locator(WRAP_UP)
    link.evaluate(
        "(e, block) => (e.scrollIntoView({block, behavior: 'instant'}), scrollBy({top: block === 'start' ? -90 : 30, behavior: 'instant'}))",
        "start" if place == "top" else "end",
    )
    before = page.url
    link.tap()
    card = page.locator(SHOWN)
    expect(card).to_contain_text("Superseded by S/2024/507 on 13 December 2024")
    assert page.url == before
    box, line = card.bounding_box(), link.bounding_box()
    assert (box["y"] > line["y"] + line["height"]) if place == "top" else (box["y"] + box["height"] < line["y"])
    assert clear_of(card, link)
    assert card.get_attribute("role") == "dialog"
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert card.get_by_role("link", name="Open").get_attribute("href") == page.url.replace("2022/499", "2019/994")
    link.tap()
    page.wait_for_url("**/en/S/2019/994/")


def test_a_tap_on_any_other_link_follows_it_at_once(reader):
    page = reader("en/S/2022/499/", viewport=PHONE, has_touch=True, is_mobile=True)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url.rpartition("/")[2]))
    page.locator("a.term").first.tap()
    page.wait_for_url("**/en/terms/#*")
    assert "guide.json" not in asked


def test_a_tap_elsewhere_closes_the_card_and_open_leads_on(reader):
    page = reader("S/2022/499/", viewport=PHONE, has_touch=True, is_mobile=True)
    link, card = page.locator(WRAP_UP), page.locator(SHOWN)
    link.evaluate("(e) => e.scrollIntoView({block: 'center', behavior: 'instant'})")
    link.tap()
    card.wait_for()
    page.locator("#p29").tap(position={"x": 60, "y": 10})
    card.wait_for(state="detached")
    assert page.url.endswith("S/2022/499/")
    link.tap()
    card.get_by_role("link", name="打开").tap()
    page.wait_for_url("**/S/2019/994/")


@pytest.mark.parametrize("width", [390, 1280])
def test_no_card_of_the_letter_leaves_the_window_or_covers_its_line(reader, width):
    page = reader("en/S/2022/499/", viewport={"width": width, "height": 844})
    links = page.locator('.md-content a[data-symbol]:is([id^="p"] a)')
    assert links.count() > 15
    for number in range(0, links.count(), 2):
        link = links.nth(number)
        link.scroll_into_view_if_needed()
        page.mouse.move(1, 1)
        page.locator(SHOWN).wait_for(state="detached")
        link.hover()
        card = page.locator(SHOWN)
        card.wait_for()
        assert clear_of(card, link), link.get_attribute("href")


def test_print_hides_a_card_that_is_open(reader):
    page = reader("S/2022/499/")
    _, card = pointed(page, WRAP_UP)
    page.emulate_media(media="print")
    assert not page.locator(".preview").is_visible()
    page.emulate_media(media="screen")
    assert card.is_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("touch", [False, True])
def test_axe_finds_nothing_with_a_card_open(reader, scheme, touch):
    options = {"viewport": PHONE, "has_touch": True, "is_mobile": True} if touch else {}
    page = reader("en/S/2022/499/", color_scheme=scheme, reduced_motion="reduce", **options)
    link = page.locator(WRAP_UP)
    link.evaluate("(e) => e.scrollIntoView({block: 'center', behavior: 'instant'})")
    link.tap() if touch else link.hover()
    page.locator(SHOWN).wait_for()
    assert page.locator(SHOWN).evaluate("(e) => getComputedStyle(e).animationName") == "none"
    report = Axe().run(page).response
    assert [(each["id"], [node["html"] for node in each["nodes"]]) for each in report["violations"]] == []
    looked = Axe().run(page, context="#preview", options={"runOnly": ["color-contrast"]}).response["passes"]
    assert sum(len(rule["nodes"]) for rule in looked) >= 4, "axe has measured the colours of the card"


def test_without_scripts_nothing_changes(reader):
    page = reader("en/S/2022/499/", java_script_enabled=False)
    page.locator(WRAP_UP).hover()
    assert page.locator(".preview").count() == 0
    page.locator(WRAP_UP).click()
    page.wait_for_url("**/en/S/2019/994/")


def test_under_a_sub_path(browser, tmp_path_factory):
    with moved_site(tmp_path_factory) as address:
        page = browser.new_page(viewport=DESKTOP)
        out: list[str] = []
        page.on("request", lambda request: None if request.url.startswith(address) else out.append(request.url))
        page.goto(address + "en/guide/")
        _, card = pointed(page, 'a[href$="499/#p22"]')
        expect(card).to_contain_text("Paragraph 22: Which of the working methods")
        assert out == []
        page.close()
