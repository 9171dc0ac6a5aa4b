"""The command: exit codes, forms of the report, mending, and input that is not what it should be."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree as etree

import check_links
import pytest
from corpora import both, write

FAULTY = both("见S／2017／507，又见S/2017/570。\n")


def run(capsys, *arguments: str | Path) -> tuple[int, str]:
    code = check_links.main(["--lang", "en", *map(str, arguments)])
    return code, capsys.readouterr().out


def test_clean(tmp_path, capsys):
    root = write(tmp_path)
    assert run(capsys, "--root", root, root) == (0, "2 pages, nothing found\n")


def test_findings_as_a_person_reads_them(tmp_path, capsys):
    root = write(tmp_path, FAULTY)
    assert run(capsys, "--root", root, root / "docs" / "zh") == (1, """\
docs/zh/x.md:1:2: SYM001 S／2017／507 is written S/2017/507
  hint: write S/2017/507
docs/zh/x.md:1:15: SYM002 S/2017/570 is not in the register
  hint: did you mean S/2017/507? If not, add it to docs/_data/documents.yml
2 findings in 1 file
""")  # fmt: skip


def test_messages_in_chinese(tmp_path, capsys):
    root = write(tmp_path, FAULTY)
    code, out = run(capsys, "--root", root, "--lang", "zh", root / "docs" / "zh")
    assert (code, out.splitlines()[0], out.splitlines()[-1]) == (
        1, "docs/zh/x.md:1:2: SYM001 S／2017／507 的规范形式是 S/2017/507", "共2处，涉及1个文件"
    )  # fmt: skip


@pytest.mark.parametrize(("locale", "lang"), [("zh_CN.UTF-8", "zh"), ("en_GB.UTF-8", "en"), ("C", "en")])
def test_the_language_is_that_of_the_locale(tmp_path, locale, lang):
    root = write(tmp_path, FAULTY)
    command = [sys.executable, check_links.__file__, "--root", str(root), str(root)]
    environment = {key: value for key, value in os.environ.items() if not key.startswith(("LC_", "LANG"))}
    out = subprocess.run(
        command, env=environment | {"LANG": locale, "PYTHONUTF8": "1"}, capture_output=True, text=True, check=False
    )
    assert out.returncode == 1
    assert ("提示：" in out.stdout) == (lang == "zh")


def test_json(tmp_path, capsys):
    root = write(tmp_path, FAULTY)
    data = json.loads(run(capsys, "--root", root, "--format", "json", root)[1])
    assert data["version"] == 1
    assert [(each["path"], each["line"], each["column"], each["code"]) for each in data["findings"]] == [
        ("docs/en/x.md", 1, 2, "SYM001"),
        ("docs/en/x.md", 1, 15, "SYM002"),
        ("docs/zh/x.md", 1, 2, "SYM001"),
        ("docs/zh/x.md", 1, 15, "SYM002"),
    ]
    assert data["findings"][0]["replacement"] == "S/2017/507"


def test_github_annotations_cannot_be_broken_out_of(tmp_path, capsys):
    root = write(tmp_path, both("[a\n::error::b](https://undocs.org/zh/x%0A::warning::y)\n"))
    out = run(capsys, "--root", root, "--format", "github", root / "docs" / "zh")[1]
    assert out == (
        "::error file=docs/zh/x.md,line=2,col=13,title=LNK005::"
        "x\\n::warning::y in the address is no symbol%0Acheck the symbol\n"
    )


def test_junit(tmp_path, capsys):
    root = write(tmp_path, FAULTY)
    suites = etree.fromstring(run(capsys, "--root", root, "--format", "junit", root)[1])
    assert [suite.get("name") for suite in suites] == ["docs/en/x.md", "docs/zh/x.md"]
    assert [case.get("name") for case in suites.iter("testcase")] == ["SYM001 1:2", "SYM002 1:15"] * 2
    clean = etree.fromstring(run(capsys, "--root", root, "--format", "junit", root / "docs" / "_data")[1])
    assert clean.get("failures") == "0" and len(list(clean.iter("testcase"))) == 1


def test_sarif_has_a_fingerprint_that_survives_a_move_of_lines(tmp_path, capsys):
    def results(text: str) -> list[dict]:
        root = write(tmp_path, both(text))
        return json.loads(run(capsys, "--root", root, "--format", "sarif", root / "docs" / "zh")[1])["runs"][0][
            "results"
        ]

    before, after = results("见S/2017/570。\n"), results("新的一行。\n\n见S/2017/570。\n")
    assert before[0]["partialFingerprints"] == after[0]["partialFingerprints"]
    region = after[0]["locations"][0]["physicalLocation"]["region"]
    assert region == {"startLine": 3, "startColumn": 2, "endColumn": 12}


def test_fix_mends_what_has_one_right_answer(tmp_path, capsys):
    text = "见S／2017／507，\r\nhttp://undocs.org/ch/S/2017/507 和[S/2019/990](https://undocs.org/en/S/2019/990)、S/2017/570\r\n"
    root = write(tmp_path, {"docs/zh/x.md": text, "docs/en/x.md": "T\n"})
    page = root / "docs" / "zh" / "x.md"
    code, out = run(capsys, "--root", root, "--fix", "--dry-run", root)
    assert code == 1
    assert "-见S／2017／507，" in out and "+见S/2017/507，" in out
    assert page.read_bytes().decode() == text, "a dry run writes nothing"
    code, out = run(capsys, "--root", root, "--fix", root)
    assert code == 1, "S/2017/570 has no single right answer"
    assert page.read_bytes().decode() == (
        "见S/2017/507，\r\nhttps://undocs.org/zh/S/2017/507 和[S/2019/990](https://undocs.org/zh/S/2019/990)、S/2017/570\r\n"
    )
    assert out.endswith("1 finding in 1 file\n")


BAD = [
    (b"\xff\xfe", "x.md:1:1: PAG001 byte 0 is not UTF-8"),
    ("一\n二\0三".encode(), "x.md:2:1: PAG007 it holds a NUL character and is no text"),
    (b"", "x.md:1:1: PAG008 the file is empty"),
    (b" \n", "x.md:1:1: PAG008 the file is empty"),
    (b"---\ntitle: a\n\ntext\n", "x.md:1:1: PAG010 the front matter has no closing ---"),
    (b"---\ntitle: [a\n---\n\ntext\n", "x.md:3:1: REG001"),
    (b"---\na: 1\na: 2\n---\n\ntext\n", "x.md:3:1: REG002 this key stands twice"),
    (b"---\n- a\n---\n\ntext\n", "x.md:2:1: PAG002"),
]


@pytest.mark.parametrize(("raw", "expected"), BAD)
def test_bad_input_is_a_finding(tmp_path, capsys, raw, expected):
    (tmp_path / "x.md").write_bytes(raw)
    code, out = run(capsys, tmp_path)
    assert code == 1
    assert out.startswith(expected)


def test_what_only_looks_like_a_page(tmp_path, capsys):
    (tmp_path / "in" / "folder.md").mkdir(parents=True)
    (tmp_path / "in" / "nowhere.md").symlink_to("gone.md")
    (tmp_path / "out.md").write_text("text")
    (tmp_path / "in" / "outside.md").symlink_to("../out.md")
    code, out = run(capsys, tmp_path / "in")
    assert code == 1
    assert [line.split(" ")[1] for line in out.splitlines() if not line.startswith("  ")][:-1] == [
        "FIL001",
        "FIL002",
        "FIL003",
    ]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_no_permission(tmp_path, capsys):
    path = tmp_path / "x.md"
    path.write_text("text")
    path.chmod(0)
    code, out = run(capsys, tmp_path)
    assert (code, out.startswith("x.md:1:1: PAG009 it cannot be read")) == (1, True)


def test_no_permission_as_the_system_reports_it(tmp_path, capsys, monkeypatch):
    (tmp_path / "x.md").write_text("text")

    def refuse(self: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "read_bytes", refuse)
    code, out = run(capsys, tmp_path)
    assert (code, out.splitlines()[0]) == (1, "x.md:1:1: PAG009 it cannot be read: Permission denied")


def test_a_line_of_five_megabytes(tmp_path, capsys):
    (tmp_path / "x.md").write_text("见S/2017/507和 " * 330_000, encoding="utf-8")
    assert run(capsys, tmp_path)[0] == 0


@pytest.mark.parametrize("arguments", [["nowhere"], ["--root", "tests", "docs"], ["--format", "xml"]])
def test_a_wrong_call(arguments, capsys, monkeypatch):
    monkeypatch.chdir(check_links.PROJECT)
    with pytest.raises(SystemExit) as stop:
        check_links.main(arguments)
    assert stop.value.code == 2


def test_no_socket_is_opened_offline(tmp_path, capsys, monkeypatch):
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("the offline check opened a socket")

    monkeypatch.setattr(socket, "socket", refuse)
    assert run(capsys, write(tmp_path), "--root", tmp_path)[0] == 0


def test_the_rules_are_listed(capsys):
    code, out = run(capsys, "--list-rules")
    assert code == 0
    assert "SYM002 A symbol that a page names, in words or in an address, is in the register.\n" in out


def test_a_folder_without_register(tmp_path, capsys):
    (tmp_path / "note.md").write_text("See S/2017/570 and note 507; http://undocs.org/en/S/2017/570\n")
    code, out = run(capsys, tmp_path)
    assert (code, out.splitlines()[0]) == (
        1, "note.md:1:30: LNK003 http://undocs.org/en/S/2017/570 is an old or retired form"
    )  # fmt: skip
