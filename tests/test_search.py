"""The search as a reader uses it, in Chromium: what is found first, where it leads, keys, phone, sub-path, no other language."""

from __future__ import annotations

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from conftest import moved_site
from test_browser import WIDTHS

pytestmark = pytest.mark.browser

UN = "https://undocs.org/"
# The language searched in, what is typed, the address of the first result (None: nothing is found).
QUERIES = [
    # Symbols, whole and in part, in every spelling
    ("zh", "S/2021/647", "S/2021/647/"),
    ("zh", "s/2021/647", "S/2021/647/"),
    ("zh", "Ｓ／２０２１／６４７", "S/2021/647/"),
    ("zh", "2021/647", "S/2021/647/"),
    ("zh", "647", "S/2021/647/"),
    ("zh", "76/262", "A/RES/76/262/"),
    ("zh", "第76/262号决议", "A/RES/76/262/"),
    ("zh", "PV.9079", "S/PV.9079/"),
    ("zh", "PV.8539", f"{UN}zh/S/PV.8539"),
    ("zh", "S/2024/507", "S/2024/507/"),
    ("zh", "507", "S/2017/507/"),
    ("zh", "第507号说明", "S/2017/507/"),
    ("zh", "第 507 号说明", "S/2017/507/"),
    ("zh", "第507号说明第94段", "S/2017/507/#para-94"),
    ("zh", "S/2017/507第94段", "S/2017/507/#para-94"),
    ("en", "S/2021/647", "en/S/2021/647/"),
    ("en", "2021/647", "en/S/2021/647/"),
    ("en", "647", "en/S/2021/647/"),
    ("en", "note 507", "en/S/2017/507/"),
    ("en", "Note 507, paragraph 94", "en/S/2017/507/#para-94"),
    ("en", "S/2017/507 para. 94", "en/S/2017/507/#para-94"),
    ("en", "resolution 76/262", "en/A/RES/76/262/"),
    ("en", "S/2024/507", "en/S/2024/507/"),
    ("en", "S/2016/619", f"{UN}en/S/2016/619"),
    # Chinese words at the beginning, in the middle and at the end of sentences; with and without blanks
    ("zh", "霍查", "S/2022/499/#p5"),
    ("zh", "非洲联盟", "S/2017/507/#para-122"),
    ("zh", "互动更充分", "S/2017/507/#para-43"),
    ("zh", "动更充", "S/2017/507/#para-43"),
    ("zh", "大会主席、经社理事会主席", "S/2017/507/#para-94"),
    ("zh", "应对准备计划", "S/2022/499/#p23"),
    ("zh", "紧急情况 准备计划", "S/2022/499/#p23"),
    ("zh", "否决票后10天内", "S/2022/499/#p15"),
    ("zh", "COVID-19大流行期间", "S/2022/499/#p22"),
    ("zh", "13 份说明载有", "S/2022/499/#p18"),
    # English words, inflected, with apostrophes and hyphens
    ("en", "Ferit Hoxha", "en/S/2022/499/#p5"),
    ("en", "hoxha", "en/S/2022/499/#p5"),
    ("en", "African Union", "en/S/2017/507/#para-122"),
    ("en", "preparedness plans", "en/S/2022/499/#p23"),
    ("en", "COVID-19 working methods", "en/S/2022/499/#p22"),
    # A term in the other language
    ("zh", "briefer", "S/2022/499/#briefers-and-format"),
    ("zh", "preparedness plan", "S/2022/499/#p23"),
    ("en", "通报人", "en/S/2022/499/#briefers-and-format"),
    ("en", "应对准备计划", "en/S/2022/499/#p23"),
    ("en", "第507号说明", "en/S/2017/507/"),
    ("zh", "rule 37", "S/96/Rev.7/#rule-37"),
    # A term by another name
    ("zh", "希尔弗斯", "S/2022/499/#p42"),
    ("en", "VTC", "en/S/2022/499/#p12"),
    # The document before what our pages say around it
    ("zh", "总结会议", "S/2019/994/#top"),
    ("zh", "wrap-up", "S/2019/994/#top"),
    ("zh", "月度评估", "S/2022/499/#p31"),
    ("zh", "公平分担负担", "S/2022/499/#p40"),
    ("zh", "默哀", "S/2023/612/#provisions"),
    ("en", "monthly assessments", "en/S/2022/499/#p31"),
    ("en", "burden-sharing", "en/S/2022/499/#p40"),
    ("en", "总结会议", "en/S/2019/994/#top"),
    # What is nowhere is not found, though something like it is
    ("zh", "总结玄", None),
    ("zh", "作安排", None),
    ("zh", "zebra", None),
    ("zh", "S/2021/6471", None),
    ("en", "aardvark", None),
    ("en", "sessionx", None),
    ("en", "玄学", None),
]
HAN = re.compile(r"[\u4e00-\u9fff]")


@pytest.fixture(scope="module")
def pages(browser, served):
    """A page of each language with the search open."""
    opened = {}
    for lang, home in (("zh", ""), ("en", "en/")):
        page = browser.new_page(viewport=WIDTHS["desktop"])
        page.goto(served + home)
        page.keyboard.press("/")
        opened[lang] = page
    yield opened
    for page in opened.values():
        page.close()


def ask(page, query: str) -> list[dict[str, str]]:
    """Type a query and give the results shown: address and text."""
    page.wait_for_selector("[data-search-filters]:not([hidden])", state="attached")
    page.evaluate("document.querySelector('[data-search-meta]').textContent = ''")
    page.locator("[data-search-query]").fill(query)
    page.wait_for_function("document.querySelector('[data-search-meta]').textContent")
    page.wait_for_function(
        "!/[1-9]/.test(document.querySelector('[data-search-meta]').textContent)"
        " || document.querySelector('[data-search-list] a')"
    )
    return page.eval_on_selector_all(
        "[data-search-list] a", "links => links.map(link => ({href: link.href, text: link.innerText}))"
    )


@pytest.mark.parametrize(("lang", "query", "first"), QUERIES, ids=[f"{lang}-{query}" for lang, query, _ in QUERIES])
def test_first_result(pages, served, lang, query, first):
    results = ask(pages[lang], query)
    if first is None:
        assert results == []
    else:
        assert results
        assert results[0]["href"] == (first if first.startswith("https") else served + first)


@pytest.mark.parametrize("query", ["wrap-up", "wrap-up session"])
def test_english_term_finds_chinese_paragraphs_and_says_so(pages, served, query):
    results = ask(pages["zh"], query)
    assert any(result["href"] == served + "S/2019/994/#provisions" for result in results)
    assert all("对应用语：wrap-up session → 总结会议" in result["text"] for result in results)
    assert pages["zh"].locator("[data-search-list] [lang=en]").first.inner_text() == "wrap-up session"


def test_nothing_of_the_other_language_is_shown_otherwise(pages, served):
    for query in ("veto", "open debate", "507", "2019", "COVID-19", "总结会议"):
        for result in ask(pages["en"], query):
            assert result["href"].startswith((served + "en/", UN + "en/"))
            shown = re.sub("Corresponding term: .*", "", result["text"])
            assert not HAN.search(shown) or "/rules/" in result["href"], result
    for query in ("会议", "507", "2019", "wrap-up"):
        for result in ask(pages["zh"], query):
            assert result["href"].startswith((served, UN + "zh/")) and not result["href"].startswith(served + "en/")
            assert HAN.search(re.sub("对应用语：.*", "", result["text"])), result


def test_results_say_what_the_document_is_in_words(pages):
    for lang, words in (
        ("zh", "主席的说明 2021年7月12日 已由S/2024/507(2024年12月13日)取代"),
        ("en", "12 July 2021 Superseded by S/2024/507 on 13 December 2024"),
    ):
        text = " ".join(ask(pages[lang], "647")[0]["text"].split())
        assert text.startswith("S/2021/647 ") and words in text


def test_filters(pages):
    page = pages["en"]
    ask(page, "meeting")
    page.locator("select[name=type]").select_option("resolution")
    page.wait_for_function(
        "[...document.querySelectorAll('[data-search-list] a')].every(link => link.href.includes('/A/RES/76/262/'))"
    )
    page.locator("select[name=type]").select_option("")
    page.locator("select[name=year]").select_option("2021")
    page.wait_for_function(
        "[...document.querySelectorAll('[data-search-list] a')].every(link => link.href.includes('/S/2021/'))"
    )
    assert page.locator("[data-search-list] a").count() > 0
    page.locator("select[name=year]").select_option("")


def test_more_results_follow(pages):
    page = pages["en"]
    before = len(ask(page, "council"))
    page.locator(".search-more").click()
    page.wait_for_function(f"document.querySelectorAll('[data-search-list] a').length > {before}")
    focused = page.evaluate("[...document.querySelectorAll('[data-search-list] a')].indexOf(document.activeElement)")
    assert focused == before


def test_every_result_leads_to_something_on_its_page(browser, served):
    """All addresses of the index, those of the generated rules included."""
    page = browser.new_page()
    page.goto(served)
    for lang, home in (("zh", ""), ("en", "en/")):
        page.goto(served + home)
        missing = page.evaluate(
            """async (base) => {
              const pagefind = await import(`${base}/pagefind.js`);
              const { results } = await pagefind.search(null);
              const urls = await Promise.all(results.map(async (each) => (await each.data()).raw_url));
              const pages = {};
              for (const url of urls) {
                const [path, id] = url.split("#");
                pages[path] ||= new DOMParser().parseFromString(await (await fetch(`/${path}`)).text(), "text/html");
                if (id ? pages[path].getElementById(id) : pages[path]) continue;
                (pages.missing ||= []).push(url);
              }
              return { missing: pages.missing || [], count: urls.length };
            }""",
            f"/assets/search/{lang}",
        )
        assert missing["missing"] == [] and missing["count"] > 150
    page.close()


def test_keyboard_alone(browser, served):
    page = browser.new_page(viewport=WIDTHS["desktop"])
    page.goto(served + "corpus/")
    query = page.locator("[data-search-query]")
    for key in ("/", "s", "f"):
        page.keyboard.press(key)
        page.wait_for_function("document.getElementById('__search').checked")
        assert query.evaluate("input => input === document.activeElement") and query.input_value() == ""
        page.keyboard.press("Escape")
        assert not page.evaluate("document.getElementById('__search').checked")
    page.keyboard.press("/")
    page.keyboard.type("507")
    page.wait_for_selector("[data-search-list] a")
    index = "[...document.querySelectorAll('[data-search-list] a')].indexOf(document.activeElement)"
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    assert page.evaluate(index) == 1
    page.keyboard.press("ArrowUp")
    assert page.evaluate(index) == 0
    page.keyboard.press("ArrowUp")
    assert query.evaluate("input => input === document.activeElement")
    # Tab leads to the choices, which arrows change; a letter leads back.
    for _ in range(5):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.name") == "type":
            break
    assert page.evaluate("document.activeElement.name") == "type"
    page.keyboard.press("Escape")
    assert not page.evaluate("document.getElementById('__search').checked")
    # Enter at once, before any result is shown, opens the first one.
    page.keyboard.press("/")
    page.keyboard.type("第94段")
    page.keyboard.press("Enter")
    page.wait_for_url(served + "S/2017/507/#para-94")
    assert page.locator(":target").is_visible()
    assert not page.evaluate("document.getElementById('__search').checked")
    page.close()


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("home", "query"), [("", "wrap-up"), ("en/", "annual report")])
def test_open_search_has_no_axe_findings(browser, served, width, scheme, home, query):
    context = browser.new_context(viewport=WIDTHS[width], color_scheme=scheme, reduced_motion="reduce")
    page = context.new_page()
    trouble: list[str] = []
    page.on("console", lambda message: trouble.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: trouble.append(str(error)))
    page.on("request", lambda request: None if request.url.startswith(served) else trouble.append(request.url))
    page.goto(served + home + "S/2017/507/")
    page.locator("header label[for=__search]").first.click() if width == "phone" else page.keyboard.press("/")
    page.keyboard.type(query)
    page.wait_for_selector("[data-search-list] a")
    assert page.locator("[data-search-list] a").first.is_visible()
    # On a phone the theme first grows a disc behind the box, and after 0.4 s fixes the page behind it.
    page.wait_for_function("document.documentElement.scrollWidth <= document.documentElement.clientWidth", timeout=5000)
    # Motion is off for who asked for that.
    assert page.locator(".md-search__inner").evaluate("box => getComputedStyle(box).transitionDuration") == "0s"
    assert [
        (found["id"], [node["html"][:120] for node in found["nodes"]])
        for found in Axe().run(page).response["violations"]
    ] == []
    assert trouble == []
    context.close()


def test_under_a_sub_path(browser, tmp_path_factory):
    with moved_site(tmp_path_factory) as address:
        page = browser.new_page(viewport=WIDTHS["desktop"])
        trouble: list[str] = []
        page.on("pageerror", lambda error: trouble.append(str(error)))
        page.on("request", lambda request: None if request.url.startswith(address) else trouble.append(request.url))
        for start, query, first in (
            ("S/2019/994/", "647", "S/2021/647/"),
            ("en/S/2019/994/", "African Union", "en/S/2017/507/#para-122"),
            ("no/such/page/", "647", "en/S/2021/647/"),
        ):
            page.goto(address + start)
            page.keyboard.press("/")
            results = ask(page, query)
            # The page that was not found is in the language built last.
            assert results[0]["href"] in (address + first, address + first.removeprefix("en/"))
            page.locator("[data-search-list] a").first.click()
            page.wait_for_url(results[0]["href"])
        assert trouble == []
        page.close()
