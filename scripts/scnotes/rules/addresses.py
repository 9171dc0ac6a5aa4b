"""Rules about addresses of UN documents that a page writes by hand: what they say must agree with where they stand."""

from __future__ import annotations

from collections.abc import Iterator

from scnotes import symbols
from scnotes.corpus import Corpus
from scnotes.diagnostics import Diagnostic, Text
from scnotes.markdown_reader import Link
from scnotes.page import Page
from scnotes.rules.rule import on_page, rule
from scnotes.symbols import LANGUAGES
from scnotes.un_addresses import UnAddress, read_address

LANGUAGE_NAMES = {
    "ar": ("阿拉伯文", "Arabic", "العربية"),
    "zh": ("中文", "Chinese"),
    "en": ("英文", "English"),
    "fr": ("法文", "French", "Français"),
    "ru": ("俄文", "Russian", "Русский"),
    "es": ("西班牙文", "Spanish", "Español"),
}


@rule("LNK001")
def text_agrees(page: Page, corpus: Corpus) -> Iterator[Diagnostic]:
    """
    en: The symbol in a link's text is the one its address leads to.
    zh: 链接文字中的文号与其地址一致。

    en: A reader who clicks S/2019/990 and gets S/2019/991 does not notice; nothing else on the web does either.
    zh: 读者点击S/2019/990却打开S/2019/991，往往不会察觉，网络上也没有别的环节能察觉。

    Bad: [S/2019/990](https://undocs.org/zh/S/2019/991)
    Good: [S/2019/990](https://undocs.org/zh/S/2019/990)
    """
    for link, address in _addresses(page):
        named = [mention.symbol for mention in symbols.find(link.text)] if link.kind != "bare" else []
        if address.symbol and not address.cut and named and address.symbol not in named:
            message = Text(f"文字是 {named[0]}，地址却是 {address.symbol}",
                           f"the text says {named[0]}, the address {address.symbol}")  # fmt: skip
            right = named[0].url(address.lang or page.lang)
            hint = Text(f"如文字正确，地址应为 {right}", f"if the text is right, the address is {right}")
            yield _at(page, link, "LNK001", message, hint)


@rule("LNK002")
def language_agrees(page: Page, corpus: Corpus) -> Iterator[Diagnostic]:
    """
    en: An address on a Chinese page leads to the Chinese document, one on an English page to the English.
    zh: 中文页的地址指向中文文件，英文页的地址指向英文文件。

    en: Each document exists in six languages; a link whose text names the other language is meant as it is.
    zh: 每份文件有六种语文；链接文字写明其他语文的，视为有意为之。

    Bad: [S/2019/990](https://undocs.org/en/S/2019/990) (中文页)
    Good: [S/2019/990](https://undocs.org/zh/S/2019/990) (中文页)
    Good: [S/2019/990(英文)](https://undocs.org/en/S/2019/990) (中文页)
    """
    for link, address in _addresses(page):
        if address.lang is None or not page.lang_declared or address.lang == page.lang:
            continue
        if address.symbol is None or any(name in link.text for name in LANGUAGE_NAMES[address.lang]):
            continue
        right = address.symbol.url(page.lang)
        message = Text(f"本页语文是 {page.lang}，地址却是 {address.lang}",
                       f"this page is in {page.lang}, the address leads to {address.lang}")  # fmt: skip
        yield _at(page, link, "LNK002", message, _write(right), right)


@rule("LNK003")
def form_is_current(page: Page, corpus: Corpus) -> Iterator[Diagnostic]:
    """
    en: The address of a document has today's form: https, undocs.org or docs.un.org, a language, the symbol.
    zh: 文件地址用现行形式：https、undocs.org或docs.un.org、语文、文号。

    en: Older hosts and forms (http:, /ch/, daccess-ods, view_doc.asp, the API, an address without language) lead nowhere, or to a language that chance decides.
    zh: 旧主机和旧形式(http:、/ch/、daccess-ods、view_doc.asp、接口、不带语文的地址)无法打开，或打开哪种语文不确定。

    Bad: https://undocs.org/ch/S/2017/507
    Bad: http://daccess-ods.un.org/access.nsf/Get?Open&DS=S/2017/507&Lang=C
    Good: https://undocs.org/zh/S/2017/507
    """
    for link, address in _addresses(page):
        known = address.lang is not None or not address.code
        if address.kind == "document" and address.symbol and known and not address.cut and not address.current:
            right = address.symbol.url(address.lang or page.lang)
            message = Text(f"{link.url} 是旧的或已停用的形式", f"{link.url} is an old or retired form")
            yield _at(page, link, "LNK003", message, _write(right), right)


@rule("LNK004")
def not_cut(page: Page, corpus: Corpus) -> Iterator[Diagnostic]:
    """
    en: An address holds the whole symbol, brackets too.
    zh: 地址含有完整文号，包括括号。

    en: A Markdown link may end at the first bracket of S/RES/2378(2017); percent-encoded brackets cannot be cut.
    zh: Markdown链接可能在S/RES/2378(2017)的第一个括号处截断；用百分号编码的括号不会被截断。

    Bad: [S/RES/2378](https://undocs.org/zh/S/RES/2378)(2017)
    Good: [S/RES/2378(2017)](https://undocs.org/zh/S/RES/2378%282017%29)
    """
    for link, address in _addresses(page):
        if address.cut:
            message = Text(f"{address.written} 缺少括号中的部分", f"{address.written} lacks its part in brackets")
            hint = Text("写出完整文号，括号写作 %28 和 %29", "write the whole symbol, its brackets as %28 and %29")
            yield _at(page, link, "LNK004", message, hint)


@rule("LNK005")
def names_a_symbol(page: Page, corpus: Corpus) -> Iterator[Diagnostic]:
    """
    en: What stands in the place of the symbol in an address is a symbol.
    zh: 地址中文号的位置上是文号。

    en: The UN's viewer answers every address with the same page, so that only the grammar can tell.
    zh: 联合国的阅览网页对任何地址都返回同一页面，只有文号规则能够分辨。

    Bad: https://undocs.org/zh/S/2017-507
    Good: https://undocs.org/zh/S/2017/507
    """
    for link, address in _addresses(page):
        if address.kind == "document" and address.symbol is None and not address.cut:
            message = Text(f"地址中的“{address.written}”不是文号", f"{address.written} in the address is no symbol")
            yield _at(page, link, "LNK005", message, Text("核对文号", "check the symbol"))


@rule("LNK006")
def language_exists(page: Page, corpus: Corpus) -> Iterator[Diagnostic]:
    """
    en: The language of an address is one of the six: ar, zh, en, fr, ru, es.
    zh: 地址中的语文是六种语文之一：ar、zh、en、fr、ru、es。

    en: An unknown code is not refused: the reader gets the English file.
    zh: 未知代码不会被拒绝，读者得到的是英文文件。

    Bad: https://undocs.org/cn/S/2017/507
    Good: https://undocs.org/zh/S/2017/507
    """
    for link, address in _addresses(page):
        if address.kind == "document" and address.code and address.lang is None:
            right = address.symbol.url(page.lang) if address.symbol else None
            codes = " ".join(LANGUAGES)
            message = Text(f"{address.code} 不在 {codes} 之中", f"{address.code} is not one of {codes}")
            yield _at(page, link, "LNK006", message, _write(right) if right else None, right)


@rule("LNK007")
def is_lasting(page: Page, corpus: Corpus) -> Iterator[Diagnostic]:
    """
    en: An address leads to a document, not to the temporary page of somebody's session.
    zh: 地址指向文件，而不是他人会话的临时页面。

    en: Pages under /tmp/ on daccess-ods.un.org were dead within the hour.
    zh: daccess-ods.un.org上/tmp/之下的页面一小时内即失效。

    Bad: https://daccess-ods.un.org/tmp/9892757.53498077.html
    Good: https://undocs.org/zh/S/2017/507
    """
    for link, address in _addresses(page):
        if address.kind == "temporary":
            message = Text(f"{link.url} 是临时页面", f"{link.url} is a temporary page")
            hint = Text("改用文号的地址，如 https://undocs.org/zh/S/2017/507",
                        "write the address of the symbol, such as https://undocs.org/en/S/2017/507")  # fmt: skip
            yield _at(page, link, "LNK007", message, hint)


@rule("LNK008")
def held_singly(page: Page, corpus: Corpus) -> Iterator[Diagnostic]:
    """
    en: A decision (A/DEC/…, E/DEC/…) is not linked by its own symbol.
    zh: 决定(A/DEC/…、E/DEC/…)不以其自身文号作链接。

    en: Decisions appear only in the volumes of resolutions and decisions; the document system holds none singly.
    zh: 决定只载于决议和决定汇编；文件系统没有单独的决定文件。

    Bad: https://undocs.org/zh/A/DEC/74/544
    Good: https://undocs.org/zh/A/74/49
    """
    for link, address in _addresses(page):
        if address.symbol and str(address.symbol).startswith(("A/DEC/", "E/DEC/")):
            message = Text(f"{address.symbol} 没有单独的文件", f"there is no document {address.symbol} by itself")
            hint = Text("链接载有该决定的汇编", "link the volume that holds the decision")
            yield _at(page, link, "LNK008", message, hint)


def _addresses(page: Page) -> Iterator[tuple[Link, UnAddress]]:
    for link in page.links:
        address = read_address(link.url)
        if address is not None:
            yield link, address


def _at(
    page: Page, link: Link, code: str, message: Text, hint: Text | None, replacement: str | None = None
) -> Diagnostic:
    if link.url_start is None:
        return on_page(page, link.start, link.end, code, message, hint)
    end = link.url_start + len(link.url)
    return on_page(page, link.url_start, end, code, message, hint, replacement=replacement)


def _write(right: str) -> Text:
    return Text(f"写作 {right}", f"write {right}")
