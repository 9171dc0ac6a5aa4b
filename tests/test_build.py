"""The strict build of a toy corpus: what it makes of two pages a language, and what stops it."""

from __future__ import annotations

import shutil
from datetime import UTC, datetime
from pathlib import Path

import check_parity
import pytest
import yaml
from bs4 import BeautifulSoup
from build_site import build
from corpora import PAGE, REGISTER, both, write
from scnotes.resolve.ledger import PLACE, Ledger
from scnotes.resolve.reasons import proved
from scnotes.resolve.verdicts import Probe, Verdict
from scnotes.symbols import parse

ROOT = Path(__file__).resolve().parent.parent


def toy(folder: Path, files: dict[str, str] | None = None) -> Path:
    """A project of its own: the real configuration, hooks and templates, and a corpus of one document and a home page."""
    write(folder, both("# 首页 {#top}\n\n见第507号说明。\n", "index.md") | (files or {}))
    for name in ("overrides", "scripts"):
        (folder / name).symlink_to(ROOT / name)
    lines = (ROOT / "mkdocs.yml").read_text(encoding="utf-8").splitlines(keepends=True)
    start = lines.index("nav:\n")
    end = next(number for number in range(start + 1, len(lines)) if lines[number].strip() and lines[number][0] != " ")
    nav = "nav:\n  - 首页: index.md\n  - S/2017/507: S/2017/507.md\n\n"
    (folder / "mkdocs.yml").write_text("".join(lines[:start]) + nav + "".join(lines[end:]), encoding="utf-8")
    return folder


def test_a_toy_corpus_is_built(tmp_path):
    assert build(tmp_path / "site", toy(tmp_path)) == 0
    for prefix, lang, words in (("", "zh-Hans", "定期会晤。"), ("en/", "en", "Regular meetings.")):
        page = BeautifulSoup((tmp_path / "site" / prefix / "S/2017/507/index.html").read_text(), "html.parser")
        assert page.html["lang"] == lang
        assert words in page.select_one("#para-94").get_text()
        link = page.select_one('a[data-symbol="S/2019/990"]')
        assert link["href"] == f"https://undocs.org/{'zh' if lang != 'en' else 'en'}/S/2019/990"
        assert "external" in link["class"]


STOPPED = [
    ({"docs/zh/S/2017/507.md": PAGE["zh"] + "\n[词](nowhere.md)\n"}, "nowhere.md"),
    ({"docs/zh/S/2017/507.md": PAGE["zh"] + "\n[词](#nowhere)\n"}, "#nowhere"),
    (
        {"docs/_data/documents.yml": REGISTER.replace("type: note", "type: memo")},
        "docs/_data/documents.yml:2:9: REG003",
    ),
    ({"docs/_data/changes.yml": "- id: A\n"}, "docs/_data/changes.yml:1:7: CHG001"),
    ({"docs/zh/S/2017/507.md": PAGE["zh"] + '\n<a href="../../lost.zip">词</a>\n'}, "PCK003"),
    (
        {"docs/zh/S/2017/507.md": "---\nsymbol: S/2017/507\ntext: none\n---\n\n# 题\n"},
        "docs/zh/S/2017/507.md:3:7: PAG002",
    ),
]


@pytest.mark.parametrize(("files", "said"), STOPPED)
def test_a_fault_stops_the_build_and_is_named(tmp_path, capsys, files, said):
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "before").touch()
    assert build(tmp_path / "site", toy(tmp_path, files)) != 0
    said_so = capsys.readouterr().err
    assert said in said_so
    assert "Traceback" not in said_so
    assert (tmp_path / "site" / "before").exists(), "a build that fails leaves what was there"


def test_the_configuration_is_read_by_others_too():
    text = (ROOT / "mkdocs.yml").read_text(encoding="utf-8").replace("!ENV", "")
    assert yaml.safe_load(text)["strict"] is True


def test_the_day_of_the_last_proof_is_shown_where_there_is_one(tmp_path):
    folder = toy(tmp_path)
    ledger = Ledger(folder / PLACE)
    probe = Probe(parse("S/2017/507"), "zh")
    ledger.record(probe, Verdict("proved", proved("file")), datetime(2026, 11, 1, tzinfo=UTC))
    ledger.close()
    assert build(tmp_path / "site", folder) == 0
    shown = {
        prefix: BeautifulSoup((tmp_path / "site" / prefix / "S/2017/507/index.html").read_text(), "html.parser").select(
            ".proved"
        )
        for prefix in ("", "en")
    }
    assert [each.get_text() for each in shown[""]] == ["最近查证：2026年11月1日"]
    assert shown["en"] == [], "nothing is shown of what was not proved"


def test_an_edit_of_one_language_is_shown_on_the_page_of_the_other_until_a_person_has_looked(tmp_path, capsys):
    """On the real letter: the paragraph is named at the top and marked in its place; stamping clears both."""
    for name in ("overrides", "scripts", "mkdocs.yml"):
        (tmp_path / name).symlink_to(ROOT / name)
    shutil.copytree(ROOT / "docs", tmp_path / "docs")
    letter = tmp_path / "docs/zh/S/2022/499.md"
    text = letter.read_text(encoding="utf-8")
    letter.write_text(text.replace("2022年截至目前，", "2022年至今，"), encoding="utf-8")

    def marked(prefix: str) -> tuple[list[str], list[str]]:
        """Ids that the box names, ids of the paragraphs that carry the mark."""
        page = BeautifulSoup((tmp_path / "site" / prefix / "S/2022/499/index.html").read_text("utf-8"), "html.parser")
        named = [link["href"] for link in page.select(".review a:not(.headerlink, .term)")]
        return named, [mark.find_parent(id=True)["id"] for mark in page.select(".to-review")]

    assert build(tmp_path / "site", tmp_path) == 0
    assert marked("en") == (["#p13"], ["p13"])
    assert marked("") == ([], [])
    call = ["--lang", "en", "--root", str(tmp_path), str(letter)]
    english = str(tmp_path / "docs/en/S/2022/499.md")
    assert check_parity.main([*call, english]) == 1
    assert "FRE001 p13: its counterpart has changed" in capsys.readouterr().out
    assert check_parity.main([*call, "--stamp"]) == 0
    assert check_parity.main([*call, english]) == 0
    assert build(tmp_path / "site", tmp_path) == 0
    assert marked("en") == ([], [])
