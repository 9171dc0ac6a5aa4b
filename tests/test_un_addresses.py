"""Every form in which a UN document's address is met, and what it says."""

from __future__ import annotations

import pytest
from scnotes.un_addresses import read_address

# address, form, symbol, language, whether it is a reader's address of today
FORMS = [
    ("https://undocs.org/zh/S/2017/507", "undocs", "S/2017/507", "zh", True),
    ("https://undocs.org/en/S/RES/2378%282017%29", "undocs", "S/RES/2378(2017)", "en", True),
    ("https://docs.un.org/en/A/RES/79/1", "docs", "A/RES/79/1", "en", True),
    ("https://docs.un.org/en/S/2017/507?direct=true", "docs", "S/2017/507", "en", True),
    ("https://docs.un.org/S/2026/161", "docs", "S/2026/161", None, False),
    ("https://undocs.org/A/RES/70/1", "undocs", "A/RES/70/1", None, False),
    ("https://www.undocs.org/fr/A/70/1", "undocs", "A/70/1", "fr", False),
    ("http://undocs.org/en/S/2017/507", "undocs", "S/2017/507", "en", False),
    ("https://undocs.org/ch/S/2017/507", "undocs", "S/2017/507", "zh", False),
    ("https://undocs.org/pdf?symbol=en/A/RES/38/77", "pdf", "A/RES/38/77", "en", False),
    ("https://undocs.org/Home/Mobile?FinalSymbol=S%2F2017%2F507&Language=E", "mobile", "S/2017/507", "en", False),
    ("https://documents.un.org/api/symbol/access?s=S/2017/507&l=zh&t=pdf", "api", "S/2017/507", "zh", False),
    ("https://documents.un.org/api/symbol/access?s=S/PV.9079%20(Resumption%201)&l=E&t=pdf", "api",
     "S/PV.9079 (Resumption 1)", "en", False),
    ("http://daccess-ods.un.org/access.nsf/Get?Open&DS=S/2017/507&Lang=C", "daccess", "S/2017/507", "zh", False),
    ("https://daccess-ods.un.org/access.nsf/Get?OpenAgent&DS=A/70/1&Lang=R", "daccess", "A/70/1", "ru", False),
    ("https://daccess-ods.un.org/access.nsf/GetFile?Open&DS=A/70/1&Lang=A&Type=DOC", "daccess", "A/70/1", "ar", False),
    ("http://www.un.org/ga/search/view_doc.asp?symbol=A/71/PV.22", "search", "A/71/PV.22", None, False),
    ("https://www.un.org/en/ga/search/view_doc.asp?symbol=A/71/PV.22&Lang=S", "search", "A/71/PV.22", "es", False),
]  # fmt: skip
NAMELESS = [
    ("https://documents.un.org/doc/undoc/gen/n24/272/22/pdf/n2427222.pdf", "file"),
    ("https://documents-dds-ny.un.org/doc/UNDOC/GEN/N17/266/66/PDF/N1726666.pdf?OpenElement", "file"),
    ("https://daccess-ods.un.org/tmp/9892757.53498077.html", "temporary"),
    ("https://daccess-ods.un.org/TMP/9892757.53498077.html", "temporary"),
    ("https://digitallibrary.un.org/record/3941057", "catalogue"),
]
CUT = ["https://undocs.org/en/S/RES/2378", "https://undocs.org/en/S/RES/2378(2017", "https://undocs.org/A/RES/2758"]
OTHERS = [
    "https://www.un.org/zh/about-us", "https://undocs.org/", "mailto:a@undocs.org", "undocs.org/zh/S/2017/507",
    "https://notundocs.org/zh/S/2017/507", "https://undocs.org.example/zh/S/2017/507", "http://[::1", "S/2017/507.md",
]  # fmt: skip


@pytest.mark.parametrize(("url", "form", "symbol", "lang", "current"), FORMS)
def test_a_form_is_read(url, form, symbol, lang, current):
    address = read_address(url)
    assert address is not None
    assert (address.form, str(address.symbol), address.lang, address.current) == (form, symbol, lang, current)
    assert address.kind == "document"
    assert not address.cut


@pytest.mark.parametrize(("url", "form"), NAMELESS)
def test_addresses_that_name_no_symbol(url, form):
    address = read_address(url)
    assert address is not None
    assert (address.kind, address.symbol, address.current) == (form, None, False)


@pytest.mark.parametrize("url", CUT)
def test_an_address_cut_at_a_bracket_is_known(url):
    address = read_address(url)
    assert address is not None
    assert address.cut


@pytest.mark.parametrize("url", ["https://undocs.org/zh/S/2017-507", "https://undocs.org/zh/working-methods"])
def test_an_address_without_a_symbol_is_not_cut(url):
    address = read_address(url)
    assert address is not None
    assert address.symbol is None and not address.cut


def test_an_unknown_language_is_kept_as_written():
    address = read_address("https://undocs.org/ja/S/2017/507")
    assert address is not None
    assert (address.code, address.lang, str(address.symbol), address.current) == ("ja", None, "S/2017/507", False)


@pytest.mark.parametrize("url", OTHERS)
def test_other_addresses_are_not_read(url):
    assert read_address(url) is None
