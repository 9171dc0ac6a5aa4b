"""The extension, with the whole HTML it must give."""

from __future__ import annotations

from markdown import Markdown
from scnotes import symbols
from scnotes.citations import Citation, Destination
from scnotes.markdown_ext import CorpusExtension
from scnotes.page import Note

ALIASES = {"zh": {"第507号说明": symbols.parse("S/2017/507")}, "en": {"note 507": symbols.parse("S/2017/507")}}


def destination(citation: Citation) -> Destination | None:
    """A site that has a page for S/2017/507, with paragraph 94, and nothing else; S/2022/499 is the page itself."""
    if str(citation.target) == "S/2022/499":
        return None
    if str(citation.target) == "S/2017/507":
        return Destination(
            "507.md" + (f"#para-{citation.paragraph}" if citation.paragraph == 94 else ""), external=False
        )
    return Destination(citation.target.url("zh"), external=True)


def convert(text: str, lang: str = "zh", **options: object) -> str:
    extension = CorpusExtension(lang, destination, aliases=ALIASES[lang], **options)
    return Markdown(extensions=["attr_list", "tables", "md_in_html", extension]).convert(text)


def test_symbol_with_a_page_links_to_the_page():
    assert (
        convert("见S/2017/507。")
        == '<p>见<a class="symbol" data-symbol="S/2017/507" href="507.md">S/2017/507</a>。</p>'
    )


def test_symbol_without_a_page_links_to_the_un_with_brackets_encoded():
    assert convert("S/RES/2378(2017)") == (
        '<p><a class="symbol external" data-symbol="S/RES/2378(2017)" '
        'href="https://undocs.org/zh/S/RES/2378%282017%29" rel="external">S/RES/2378(2017)</a></p>'
    )


def test_pin_cite_links_to_the_paragraph():
    assert convert("paragraph 94 of note 507", "en") == (
        '<p><a class="symbol named" data-symbol="S/2017/507" href="507.md#para-94">paragraph 94 of note 507</a></p>'
    )


def test_provision_links_to_the_charter():
    assert convert("《联合国宪章》第二十四条") == (
        '<p><a class="instrument external" href="https://www.un.org/zh/about-us/un-charter" '
        'rel="external">《联合国宪章》第二十四条</a></p>'
    )


def test_nothing_is_linked_in_headings_code_and_links_nor_a_document_to_itself():
    text = "# S/2017/507\n\n`S/2017/507` [S/2017/507](x.md) S/2022/499"
    assert convert(text) == (
        '<h1>S/2017/507</h1>\n<p><code>S/2017/507</code> <a href="x.md">S/2017/507</a> S/2022/499</p>'
    )


def test_text_around_inline_markup_keeps_its_order():
    assert convert("a S/2017/507 b **c S/2017/507 d** e S/2017/507 f") == (
        '<p>a <a class="symbol" data-symbol="S/2017/507" href="507.md">S/2017/507</a> b '
        '<strong>c <a class="symbol" data-symbol="S/2017/507" href="507.md">S/2017/507</a> d</strong> e '
        '<a class="symbol" data-symbol="S/2017/507" href="507.md">S/2017/507</a> f</p>'
    )


def test_paragraphs_and_items_of_a_full_text_are_numbered_and_generated_parts_are_not():
    text = '# T\n\n<section markdown="1">\ncard\n</section>\n\none\n\n- two\n- three\n\nfour\n{: .signature }'
    assert convert(text, numbered=True) == (
        "<h1>T</h1>\n<section>\n<p>card</p>\n</section>\n"
        '<p id="p1">one</p>\n<ul>\n<li id="p2">two</li>\n<li id="p3">three</li>\n</ul>\n'
        '<p class="signature" id="p4">four</p>'
    )


def test_note_stands_after_its_paragraph_and_has_its_own_links():
    html = convert("10天内", numbered=True, notes=[Note(at="p1", on="10天", text="见S/2017/507。")])
    assert html == (
        '<p id="p1">10天内</p>\n<aside aria-label="编者注 (p1) 10天" class="editor-note">\n'
        "<p><strong>编者注</strong>：“10天”——见"
        '<a class="symbol" data-symbol="S/2017/507" href="507.md">S/2017/507</a>。</p>\n</aside>'
    )


def test_datum_has_its_label_in_an_element_of_its_own():
    assert convert("Date: 28 June 2022\n{: .datum }", "en") == (
        '<p class="datum"><span class="datum__label">Date:</span> 28 June 2022</p>'
    )
