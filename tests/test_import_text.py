"""The importer: from the text of a UN document, as received, to its page."""

from __future__ import annotations

import html
import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import import_text as command
import pytest
from conftest import FLAGS, missing
from scnotes.diagnostics import Findings, Lang
from scnotes.importers.characters import glue, tidy
from scnotes.importers.text import Imported, import_text
from scnotes.symbols import parse

ROOT = Path(__file__).resolve().parent.parent
GOLDEN = Path(__file__).parent / "golden" / "importers"
CASES: dict[str, tuple[str, Lang]] = {
    "chinese-indented": ("S/2031/12", "zh"),
    "english-dense": ("S/2031/13", "en"),
    "english-spaced": ("S/2031/14", "en"),
}
TITLE = "Letter dated 5 May 2031 from Westland addressed to the President of the Security Council\n\n"


FULL_LINE = "One sentence of the text, as long as the lines of this page are, that before its end"


def imported(text: str, lang: Lang = "en") -> Imported:
    return import_text(text.encode(), parse("S/2031/12"), lang, "source.txt")


def bound(result: Imported) -> list[tuple[int, str | None, int | None]]:
    return [(binding.line, binding.words, binding.at) for binding in result.bindings]


# The real letter


def test_the_letter_is_the_golden_page() -> None:
    source = ROOT / "docs" / "_source" / "S-2022-499.zh.txt"
    page = (ROOT / "docs" / "zh" / "S" / "2022" / "499.md").read_text(encoding="utf-8")
    result = import_text(source.read_bytes(), parse("S/2022/499"), "zh", "source.txt")
    assert result.body == page.split("\n---\n", 1)[1].lstrip("\n")
    assert result.diagnostics == []
    assert result.left_out == []
    assert bound(result) == [
        (23, "S/2017/507", 5),
        (94, "第76/262号决议", 90),
        (165, "S/2017/507", 125),
        (166, "S/2021/1074", 159),
        (233, "S/2019/990", 181),
        (234, "S/2019/997", 187),
        (235, "S/2019/994", 193),
        (236, "S/2021/647", 213),
        (297, "S/2019/991", 243),
        (298, "S/2017/507", 281),
    ]


def test_the_letter_without_trailing_blanks_is_the_same_page() -> None:
    source = (ROOT / "docs" / "_source" / "S-2022-499.zh.txt").read_text(encoding="utf-8")
    stripped = re.sub(r" +$", "", source, flags=re.MULTILINE)
    letter = import_text(source.encode(), parse("S/2022/499"), "zh", "source.txt")
    assert import_text(stripped.encode(), parse("S/2022/499"), "zh", "source.txt").body == letter.body


# Golden cases


def test_every_golden_folder_is_a_case() -> None:
    assert {folder.name for folder in GOLDEN.iterdir()} == set(CASES)


@pytest.mark.parametrize("case", CASES)
def test_golden(case: str) -> None:
    symbol, lang = CASES[case]
    result = import_text((GOLDEN / case / "source.txt").read_bytes(), parse(symbol), lang, "source.txt")
    assert result.body == (GOLDEN / case / "expected.md").read_text(encoding="utf-8")


# Characters


@pytest.mark.parametrize(
    ("text", "lang", "expected"),
    [
        ("在2019年 和 2021 年通过的 13 份说明", "zh", "在2019年和2021年通过的13份说明"),
        ("第 507 号说明 (S/2017/507) 的执行", "zh", "第507号说明(S/2017/507)的执行"),
        ("日期： 2022 年", "zh", "日期：2022年"),
        ("“ COVID-19 ” 大流行", "zh", "“COVID-19”大流行"),
        ("e-deleGATE  eSpeakers", "zh", "e-deleGATE eSpeakers"),
        ("said “open debate” twice", "en", "said “open debate” twice"),
        ("rule\u00a037\u2009of \u3000 the rules", "en", "rule 37 of the rules"),
        ("⼤会⼀致通过 ⻓期", "zh", "大会一致通过长期"),
        ("豈 e\ufb03cient", "en", "豈efficient"),
        ("ＡＢＣ①½㎡", "zh", "ＡＢＣ①½㎡"),
        ("zero\u200bwidth so\u00adft", "en", "zerowidth soft"),
    ],
)
def test_tidy(text: str, lang: Lang, expected: str) -> None:
    assert tidy(text, lang) == expected


@pytest.mark.parametrize(
    ("before", "after", "lang", "expected"),
    [
        ("安全理", "事会", "zh", ""),
        ("关于", "Note 507", "zh", ""),
        ("COVID-19", "期间", "zh", ""),
        ("门户网站", "(S/2021/1074)", "zh", ""),
        ("open", "debate", "zh", " "),
        ("open", "debate", "en", " "),
        ("non-", "proliferation", "en", ""),
        ("S/2017/", "507", "en", ""),
        ("a debate –", "the first", "en", " "),
        ("S/RES/2231", "(2015)", "en", " "),
    ],
)
def test_glue(before: str, after: str, lang: Lang, expected: str) -> None:
    assert glue(before, after, lang) == expected


# Addresses


def test_addresses_bind_to_successive_mentions_of_their_own_page() -> None:
    result = imported(
        TITLE
        + "S/2017/507 comes first.\n\nS/2017/507 comes again.\n\n"
        + "https://undocs.org/en/S/2017/507\nhttps://undocs.org/en/S/2017/507\n\f"
        + "Then S/2019/990 comes.\n\nhttps://docs.un.org/en/S/2019/990\nhttps://undocs.org/en/S/2017/507\n"
    )
    assert bound(result) == [(7, "S/2017/507", 3), (8, "S/2017/507", 5), (11, "S/2019/990", 9), (12, None, None)]
    assert [(d.line, d.code) for d in result.diagnostics] == [(12, "IMP001")]
    assert "https" not in result.body


@pytest.mark.parametrize(
    ("sentence", "url", "words"),
    [
        ("It recalls resolution 76/262.", "https://undocs.org/en/A/RES/76/262", "resolution 76/262"),
        ("It recalls resolutions 1325 (2000) and 2231 (2015).", "https://undocs.org/S/RES/2231(2015)", "2231 (2015)"),
        ("It recalls decision 76/262.", "https://undocs.org/en/A/RES/76/262", None),
        ("It recalls resolution 76/2621.", "https://undocs.org/en/A/RES/76/262", None),
        ("回顾第2231(2015)号决议。", "https://undocs.org/zh/S/RES/2231%282015%29", "第2231(2015)号决议"),
        ("回顾第1325(2000)号和第2231(2015)号决议。", "https://undocs.org/zh/S/RES/1325(2000)", "第1325(2000)号"),
        ("回顾第76/262号决定。", "https://undocs.org/zh/A/RES/76/262", None),
        ("It recalls S/2017/507.", "https://undocs.org/Home/Mobile?FinalSymbol=S%2F2017%2F507", "S/2017/507"),
        ("It recalls S/2017/507/Add.1.", "https://undocs.org/en/S/2017/507", None),
        ("It recalls the page.", "https://undocs.org/en/help", None),
    ],
)
def test_address_and_words(sentence: str, url: str, words: str | None) -> None:
    result = imported(f"{TITLE}{sentence}\n\n{url}\n")
    assert [binding.words for binding in result.bindings] == [words]
    assert [d.code for d in result.diagnostics] == ([] if words else ["IMP001"])


def test_a_mention_broken_by_the_line_is_found() -> None:
    result = imported(
        f"{TITLE}It recalls the note by the President, which is S/2017/\n507.\n\nhttps://undocs.org/S/2017/507\n"
    )
    assert bound(result) == [(6, "S/2017/507", 3)]


def test_an_address_in_a_sentence_stays() -> None:
    assert "See https://undocs.org/en/S/2017/507." in imported(TITLE + "See https://undocs.org/en/S/2017/507.\n").body


# Furniture


@pytest.mark.parametrize(
    "line",
    [
        "2/5",
        "22-09684 (C)",
        "22-09684 (E)    2/5",
        "2/5   22-09684",
        "*2209684*",
        "S/2031/12",
        "Page 2",
        "Please recycle",
    ],
)
def test_furniture_is_left_out_and_told(line: str) -> None:
    result = imported(f"{TITLE}{FULL_LINE}\n{line}\ngoes on below.\n")
    assert result.body.endswith(f"\n\n{FULL_LINE} goes on below.\n")
    assert [left.number for left in result.left_out] == [4]


@pytest.mark.parametrize("line", ["24/7", "S/2031/13", "2031", "S/2031/12 and more"])
def test_what_only_looks_like_furniture_stays(line: str) -> None:
    assert line in imported(f"{TITLE}{FULL_LINE}\n{line}\ngoes on below.\n").body


def test_running_lines_are_left_out_at_page_edges_only() -> None:
    pages = [f"A running title\n\nText number {word}.\n\n{n}\n" for n, word in enumerate(("one", "two", "three"), 1)]
    result = imported("\f".join([TITLE + "Open.\n", *pages]))
    assert result.body.endswith("{#letter}\n\nOpen.\n\nText number one.\n\nText number two.\n\nText number three.\n")


# Blocks and headings


def test_a_dash_in_a_sentence_is_no_bullet_and_a_list_is() -> None:
    long = "The members discussed the annual report of the Council at length and agreed that it"
    result = imported(
        f"{TITLE}{long}\n– like the one before it – was late. It will be followed by:\n– one thing;\n– another.\n"
    )
    assert result.body.endswith("was late. It will be followed by:\n\n- one thing;\n- another.\n")
    assert f"{long} – like" in result.body


def test_a_bullet_alone_on_its_line_takes_the_next() -> None:
    assert imported(TITLE + "The list:\n\n•\n\none thing\n\n●\n\nanother\n").body.endswith("- one thing\n- another\n")


@pytest.mark.parametrize("rule", ["* * *", "***", "*   *   *", "_____"])
def test_rules(rule: str) -> None:
    assert imported(f"{TITLE}Before.\n\n{rule}\n\nAfter.\n").body.endswith("Before.\n\n* * *\n\nAfter.\n")


def test_repeated_and_unknown_headings_have_ids_of_their_own() -> None:
    body = imported(
        TITLE + "Text.\n\nBackground\n\nText.\n\nWays ahead\n\nText.\n\nAnnex I\n\nBackground\n\nText.\n\nAnnex II\n\n"
        "Concept paper on records\n\nText.\n\nOther matters\n\nText.\n"
    ).body
    assert re.findall(r"^#+ .+", body, re.MULTILINE)[1:] == [
        "## Background {#background}",
        "## Ways ahead {#section-1}",
        "## Annex I {#annex}",
        "### Background {#background-2}",
        "## Annex II {#annex-2}",
        "### Concept paper on records {#concept-note}",
        "#### Other matters {#section-2}",
    ]


def test_marks_of_markdown_stay_marks_of_the_text() -> None:
    result = imported(TITLE + "1. An *asterisk*, a_name, [brackets] and <tags>.\n")
    assert result.body.endswith(r"1\. An \*asterisk\*, a_name, \[brackets] and \<tags>." + "\n")


# Findings


@pytest.mark.parametrize(
    ("source", "place"),
    [
        (TITLE.encode() + b"caf\xe9", ("IMP002", 3, 4)),
        (b"\n\x0c\n", ("IMP003", 1, 1)),
        (b"", ("IMP003", 1, 1)),
        (b"\n\nThis is a sentence. It is no title.\n", ("IMP004", 3, 1)),
    ],
)
def test_a_text_that_cannot_be_read(source: bytes, place: tuple[str, int, int]) -> None:
    with pytest.raises(Findings) as raised:
        import_text(source, parse("S/2031/12"), "en", "source.txt")
    assert [(d.code, d.line, d.column) for d in raised.value.diagnostics] == [place]


# The command


def test_command(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / "deep").mkdir()
    monkeypatch.chdir(tmp_path / "deep")
    source = tmp_path / "received.txt"
    source.write_text(TITLE + "It recalls S/2017/507.\n\nhttps://undocs.org/en/S/2017/507\n", encoding="utf-8")
    call = [str(source), "--symbol", "S/2031/12", "--lang", "en"]
    page = tmp_path / "docs" / "en" / "S" / "2031" / "12.md"

    assert command.main(call) == 0
    assert page.read_text(encoding="utf-8").startswith(
        "---\nsymbol: S/2031/12\ntext: full\nsource: received.txt\n---\n\n# Letter dated"
    )
    assert capsys.readouterr().out.splitlines() == [
        "received.txt:5: https://undocs.org/en/S/2017/507 → received.txt:3: S/2017/507",
        "docs/en/S/2031/12.md",
    ]

    page.write_text("edited", encoding="utf-8")
    assert command.main(call) == 1
    assert page.read_text(encoding="utf-8") == "edited"
    assert "docs/en/S/2031/12.md:1:1: IMP005" in capsys.readouterr().err

    assert command.main([*call, "--force"]) == 0
    written = page.read_text(encoding="utf-8")
    assert written != "edited"

    edited = written.replace("text: full\n", "text: full\ndescription: mine\n").replace("Text", "Spoilt")
    page.write_text(edited, encoding="utf-8")
    assert command.main([*call, "--force"]) == 0
    front, _, body = written.partition("\n---\n")
    assert page.read_text(encoding="utf-8") == edited.partition("\n---\n")[0] + "\n---\n" + body, "front matter stays"
    assert front in written

    source.write_text(TITLE + "Text.\n\nhttps://undocs.org/en/S/2017/507\n", encoding="utf-8")
    assert command.main([*call, "--output", str(tmp_path / "other.md")]) == 1
    assert "received.txt:5:1: IMP001" in capsys.readouterr().err
    assert (tmp_path / "other.md").exists()

    source.unlink()
    assert command.main(call) == 2
    with pytest.raises(SystemExit) as left:
        command.main([str(source), "--symbol", "nothing", "--lang", "en"])
    assert left.value.code == 2


# Round trips through real PDFs: the text of the golden cases, set and read back

STYLES = {
    "spaced": "p{margin:0 0 11pt}",
    "indented": "p{margin:0;text-indent:2em;text-align:justify}.flush{text-indent:0}",
}

MASTHEAD: dict[Lang, str] = {"zh": "安全理事会", "en": "Security Council"}
FEET = ("S/2017/507", "A/RES/76/262", "S/RES/2231(2015)")


def as_html(body: str, lang: Lang, style: str) -> str:
    """The page's Markdown as a letter in HTML, under a masthead and above the addresses that such a letter ends with."""
    parts = [
        f'<p class="flush">{"联合国" if lang == "zh" else "United Nations"}</p><p class="flush">{MASTHEAD[lang]}</p>'
    ]
    for line in body.splitlines():
        text = html.escape(re.sub(r" \{#[\w-]+\}$|\\", "", line.lstrip("#- ")))
        if line.startswith("#"):
            parts.append(f"<h3>{text}</h3>")
        elif line.startswith("- "):
            parts.append(f'<p class="flush" style="margin-left:3em;text-indent:-1.5em">• {text}</p>')
        elif line and not line.startswith("{:"):
            brief = len(text) < 30 and not text.endswith((".", "。", ":", "："))
            parts.append(f'<p class="{"flush" if brief else ""}">{text}</p>')
    parts += [f'<p class="flush">https://undocs.org/{lang}/{symbol}</p>' for symbol in FEET]
    fonts = "font:11.5pt/1.5 'Noto Serif CJK SC',serif"
    return (
        f'<!doctype html><html lang="{lang}"><meta charset="utf-8"><title>A letter</title>'
        f"<style>@page{{size:A4;margin:25mm}}body{{{fonts}}}h3{{font-size:12pt}}{style}</style>{''.join(parts)}</html>"
    )


def tool(how: str, *names: str) -> str:
    """The path of the first of these programs that is there; otherwise the test is skipped, or fails in CI."""
    found = next(filter(None, map(shutil.which, names)), None)
    if found is None:
        missing(names[0], how)
    return str(found)


def with_chromium(page: Path) -> Path:
    chromium = tool(
        "apt install chromium, or the package of your system", "chromium", "chromium-browser", "google-chrome"
    )
    pdf = page.with_suffix(".pdf")
    profile = f"--user-data-dir={page.parent / 'profile'}"
    arguments = ["--headless", *FLAGS, profile, f"--print-to-pdf={pdf}", page.as_uri()]
    subprocess.run([chromium, *arguments], check=True, capture_output=True, timeout=120)
    return pdf


def with_libreoffice(page: Path) -> Path:
    soffice = tool("apt install libreoffice-writer, or the package of your system", "soffice", "libreoffice")
    profile = f"-env:UserInstallation={(page.parent / 'profile').as_uri()}"
    arguments = ["--headless", profile, "--convert-to", "pdf:writer_web_pdf_Export", "--outdir", str(page.parent)]
    subprocess.run([soffice, *arguments, str(page)], check=True, capture_output=True, timeout=240)
    return page.with_suffix(".pdf")


@pytest.mark.parametrize("options", [(), ("-layout",)], ids=["plain", "layout"])
@pytest.mark.parametrize(
    ("case", "setter", "style"),
    [
        ("chinese-indented", with_chromium, "indented"),
        ("chinese-indented", with_chromium, "spaced"),
        ("english-dense", with_chromium, "indented"),
        ("english-dense", with_chromium, "spaced"),
        ("english-dense", with_libreoffice, "spaced"),
        ("chinese-indented", with_libreoffice, "spaced"),
    ],
)
def test_round_trip(
    case: str, setter: Callable[[Path], Path], style: str, options: tuple[str, ...], tmp_path: Path
) -> None:
    pdftotext = tool("apt install poppler-utils, or the package of your system", "pdftotext")
    symbol, lang = CASES[case]
    expected = (GOLDEN / case / "expected.md").read_text(encoding="utf-8")
    page = tmp_path / "letter.html"
    page.write_text(as_html(expected, lang, STYLES[style]), encoding="utf-8")
    text = subprocess.run([pdftotext, *options, str(setter(page)), "-"], check=True, capture_output=True).stdout
    assert import_text(text, parse(symbol), lang, "source.txt").body == expected
