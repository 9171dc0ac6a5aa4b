"""Published addresses: which edit breaks one, and that the list has only ever grown."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import check_parity
import pytest
import yaml
from scnotes.corpus import Corpus
from scnotes.parity import addresses

ROOT = Path(__file__).resolve().parent.parent
LETTER = ("docs/zh/S/2022/499.md", "docs/en/S/2022/499.md")


@pytest.fixture
def copy(tmp_path):
    shutil.copytree(ROOT / "docs", tmp_path / "docs")
    return tmp_path


def found(root: Path) -> list[tuple[str, str, str]]:
    """Path, code, message."""
    return [(each.path, each.code, each.message.en) for each in addresses.check(Corpus.read(root)[0])]


def edit(root: Path, path: str, old: str, new: str) -> None:
    text = (root / path).read_text(encoding="utf-8")
    assert text.count(old) == 1
    (root / path).write_text(text.replace(old, new), encoding="utf-8")


def test_every_address_of_the_corpus_is_in_the_list(copy):
    assert found(copy) == []
    listed = addresses.published(copy)
    assert {"p1", "p40", "letter", "background"} <= set(listed["S/2022/499.md"])
    assert {"para-43", "para-74", "para-94"} <= set(listed["S/2017/507.md"])


def test_a_paragraph_put_in_shifts_the_ones_behind_it(copy):
    for path, words in zip(LETTER, ("新的一段。", "A new paragraph."), strict=True):
        text = (copy / path).read_text(encoding="utf-8")
        head, heading, tail = text.partition("#### ")
        (copy / path).write_text(f"{head}{words}\n\n{heading}{tail}", encoding="utf-8")
    rows = found(copy)
    assert [(path, code) for path, code, _ in rows] == [(LETTER[0], "ADR002"), (LETTER[0], "ADR003")]
    assert rows[0][2] == "from #p10 on addresses have shifted: “自2010年以来，安全理事会每年” is now #p11"


def test_a_paragraph_taken_out_of_both_is_told(copy):
    for path in LETTER:
        text = (copy / path).read_text(encoding="utf-8")
        first = next(line for line in text.split("\n") if line.startswith(("谨此告知", "I have the honour")))
        (copy / path).write_text(text.replace(first + "\n\n", ""), encoding="utf-8")
    assert [code for _, code, _ in found(copy)] == ["ADR002", "ADR001", "ADR001"]


def test_a_heading_renamed_in_one_language_is_told_there(copy):
    edit(copy, LETTER[1], "{#background}", "{#the-background}")
    assert found(copy) == [(LETTER[1], "ADR001", "published addresses are gone: #background")]


def test_rewording_breaks_no_address(copy):
    edit(copy, LETTER[0], "自2010年以来，安全理事会每年都", "2010年起，安理会每年都")
    assert found(copy) == []


def test_a_page_that_was_deleted_is_told(copy):
    for path in ("docs/zh/S/2019/990.md", "docs/en/S/2019/990.md"):
        (copy / path).unlink()
    assert [(path, code) for path, code, _ in found(copy)] == [
        ("docs/zh/S/2019/990.md", "ADR001"),
        ("docs/en/S/2019/990.md", "ADR001"),
    ]


def test_publishing_adds_and_never_takes_away(copy, capsys):
    for path in LETTER:
        edit(copy, path, "{#background}", "{#the-background}")
    call = ["--lang", "en", "--root", str(copy), str(copy / "docs"), "--stamp"]
    before = addresses.published(copy)
    assert check_parity.main(call) == 0
    capsys.readouterr()
    after = addresses.published(copy)
    assert set(after["S/2022/499.md"]) - set(before["S/2022/499.md"]) == {"the-background"}
    assert all(set(ids) <= set(after[path]) for path, ids in before.items())
    assert [code for _, code, _ in found(copy)] == ["ADR001", "ADR001"]


def test_the_list_has_only_ever_grown():
    """Each version of the list that the project's history holds is contained in the present one."""
    now = addresses.published(ROOT)
    log = ["git", "log", "--format=%H", "--", addresses.PLACE.as_posix()]
    for commit in subprocess.run(log, cwd=ROOT, capture_output=True, text=True, check=True).stdout.split():
        show = ["git", "show", f"{commit}:{addresses.PLACE.as_posix()}"]
        then = yaml.safe_load(subprocess.run(show, cwd=ROOT, capture_output=True, check=True).stdout)
        for path, ids in then.items():
            assert set(ids) <= set(now.get(path, ())), f"{commit[:7]}: {path}"
