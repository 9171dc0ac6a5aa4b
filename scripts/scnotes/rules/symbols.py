"""Rules about the symbols that pages write: canonical form, and a record in the register."""

from __future__ import annotations

from collections.abc import Iterator

from scnotes.corpus import Corpus
from scnotes.diagnostics import Diagnostic, Text
from scnotes.page import Page
from scnotes.rules.rule import on_page, rule
from scnotes.symbols import Symbol
from scnotes.un_addresses import read_address


@rule("SYM001")
def canonical(page: Page, corpus: Corpus) -> Iterator[Diagnostic]:
    """
    en: A symbol stands in its canonical form.
    zh: 文号用规范形式。

    en: Full-width characters and stray blanks keep readers from finding a document by its symbol. The text of a document (text: full with a source) is the UN's and is left as it is.
    zh: 全角字符和多余的空格使读者无法按文号检索。文件全文(text: full并注明source)是联合国的原文，照录不改。

    Bad: 见S／2017／507。
    Good: 见S/2017/507。
    """
    if page.full_text and page.front.source:
        return
    for mention in page.mentions:
        if not mention.canonical:
            right = str(mention.symbol)
            message = Text(f"{mention.text} 的规范形式是 {right}", f"{mention.text} is written {right}")
            hint = Text(f"改为 {right}", f"write {right}")
            yield on_page(page, mention.start, mention.end, "SYM001", message, hint, replacement=right)


@rule("SYM002")
def registered(page: Page, corpus: Corpus) -> Iterator[Diagnostic]:
    """
    en: A symbol that a page names, in words or in an address, is in the register.
    zh: 网页提到的文号，无论在正文还是地址中，均在登记册中。

    en: The register holds the date, title and status of every document mentioned; a slip of the pen shows as a symbol without a record.
    zh: 登记册载有所提到的每份文件的日期、标题和效力；笔误的文号在登记册中没有记录。

    Bad: 见S/2017/570。
    Good: 见S/2017/507。
    """
    if not corpus.registered:
        return
    for start, end, symbol in _named(page):
        if corpus.register.get(symbol) is None:
            message = Text(f"登记册中没有 {symbol}", f"{symbol} is not in the register")
            yield on_page(page, start, end, "SYM002", message, _near(symbol, corpus))


def _named(page: Page) -> Iterator[tuple[int, int, Symbol]]:
    for mention in page.mentions:
        yield mention.start, mention.end, mention.symbol
    for link in page.links:
        address = read_address(link.url)
        if address and address.symbol and not address.cut:
            start = link.start if link.url_start is None else link.url_start
            yield start, start + (len(link.url) if link.url_start is not None else 0), address.symbol


def _near(symbol: Symbol, corpus: Corpus) -> Text:
    near = corpus.register.near(symbol, 1)
    if not near:
        return Text("在 docs/_data/documents.yml 中为其立一条", "add it to docs/_data/documents.yml")
    return Text(
        f"是否应为 {near[0]}？如不是，在 docs/_data/documents.yml 中为其立一条",
        f"did you mean {near[0]}? If not, add it to docs/_data/documents.yml",
    )
