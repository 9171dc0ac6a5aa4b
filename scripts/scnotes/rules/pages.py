"""Rules about pages as a whole: a record for each, each in both languages."""

from __future__ import annotations

from collections.abc import Iterator

from scnotes.corpus import Corpus
from scnotes.diagnostics import Diagnostic, Text
from scnotes.rules.rule import on_page, rule
from scnotes.symbols import SymbolError, parse


@rule("COR001")
def page_has_record(corpus: Corpus) -> Iterator[Diagnostic]:
    """
    en: The page of a document has its record in the register.
    zh: 文件的网页在登记册中有记录。

    en: The card at the top of the page (date, title, status, sources) is made from the record.
    zh: 页首的卡片(日期、标题、效力、来源)由登记册的记录生成。

    Bad: docs/zh/S/2019/998.md, 登记册中没有S/2019/998
    Good: docs/zh/S/2019/997.md
    """
    if not corpus.registered:
        return
    for (_, path), page in corpus.pages.items():
        try:
            symbol = parse(page.front.symbol or path.removesuffix(".md").replace("_", " "))
        except SymbolError:
            continue
        if corpus.register.get(symbol) is None:
            message = Text(
                f"登记册中没有本页的 {symbol}", f"{symbol}, the document of this page, is not in the register"
            )
            hint = Text("在 docs/_data/documents.yml 中为其立一条", "add it to docs/_data/documents.yml")
            yield on_page(page, 0, 0, "COR001", message, hint)


@rule("COR002")
def digest_has_page(corpus: Corpus) -> Iterator[Diagnostic]:
    """
    en: A document of which the register has gists of paragraphs has a page that shows them.
    zh: 登记册载有段落摘要的文件，有显示摘要的网页。

    en: A gist that no page shows is work that no reader sees.
    zh: 没有网页显示的摘要，读者无从看到。

    Bad: digests.yml: S/2019/998, 没有docs/zh/S/2019/998.md
    Good: digests.yml: S/2017/507
    """
    for symbol in corpus.register.digests:
        if corpus.registered and not any(corpus.page(symbol, lang) for lang in ("zh", "en")):
            line = corpus.register.digest_lines.get(symbol, 1)
            message = Text(f"{symbol} 有摘要而没有网页", f"{symbol} has gists and no page")
            hint = Text(f"新建 docs/zh/{symbol.path}.md 和 docs/en/{symbol.path}.md",
                        f"write docs/zh/{symbol.path}.md and docs/en/{symbol.path}.md")  # fmt: skip
            yield Diagnostic("docs/_data/digests.yml", line, 1, "COR002", message, hint)


@rule("COR003")
def page_in_both_languages(corpus: Corpus) -> Iterator[Diagnostic]:
    """
    en: A page exists in both languages, under the same path.
    zh: 网页有两种语文，路径相同。

    en: A counterpart that is missing is silent in the build, and the language switch leads to the home page.
    zh: 缺少对应网页时构建程序不作提示，语文切换会回到首页。

    Bad: docs/zh/S/2019/990.md, 没有docs/en/S/2019/990.md
    Good: docs/zh/S/2019/990.md, docs/en/S/2019/990.md
    """
    if not corpus.bilingual:
        return
    for (lang, path), page in corpus.pages.items():
        other = "en" if lang == "zh" else "zh"
        if (other, path) not in corpus.pages:
            message = Text(f"没有对应的 docs/{other}/{path}", f"there is no docs/{other}/{path} beside it")
            hint = Text(
                "以同样的结构写出另一语文的网页", "write the page in the other language, with the same structure"
            )
            yield on_page(page, 0, 0, "COR003", message, hint)
