"""Findings in the forms that people and programs read: text, JSON, GitHub annotations, JUnit, SARIF."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from hashlib import sha256
from itertools import groupby
from pathlib import Path
from typing import Any
from urllib.parse import quote
from xml.etree import ElementTree as etree

from rich.cells import cell_len
from rich.console import Console
from rich.text import Text as Styled

from scnotes.diagnostics import Diagnostic, Lang, Severity, Text, render

VERSION = 1  # of the JSON form; it changes when a key is renamed or dropped
_MARGIN = 40  # characters of a line shown on either side of the place


def text(findings: Sequence[Diagnostic], lang: Lang) -> str:
    """One or two lines a finding, and a line that counts them; nothing where nothing is found."""
    lines = [render(_safe(each), lang) for each in findings]
    return "\n".join([*lines, count(findings, lang)]) + "\n" if findings else ""


def terminal(findings: Sequence[Diagnostic], lang: Lang, root: Path, console: Console) -> None:
    """As ``text``, coloured, with the line of the file and the place in it pointed at."""
    for each in findings:
        head, _, hint = render(_safe(each), lang).partition("\n")
        place, _, said = head.partition(f": {each.code} ")
        colour = "red" if each.severity is Severity.ERROR else "yellow"
        console.print(Styled.assemble((place, "bold"), ": ", (each.code, colour), " ", said), soft_wrap=True)
        for line in _pointed(each, root):
            console.print(Styled(line, "dim"), soft_wrap=True)
        if hint:
            console.print(Styled(hint, "green"), soft_wrap=True)
    if findings:
        console.print(count(findings, lang))


def _pointed(finding: Diagnostic, root: Path) -> list[str]:
    try:
        lines = (root / finding.path).read_text(encoding="utf-8-sig").split("\n")
        line = lines[finding.line - 1]
    except (OSError, UnicodeDecodeError, IndexError):
        return []
    column = finding.column - 1
    start = max(0, column - _MARGIN)
    length = max(1, min(finding.length, _MARGIN))
    piece = shown(line[start : column + length + _MARGIN])
    indent = cell_len(shown(line[start:column]))
    return [f"    {piece}", "    " + " " * indent + "^" * max(1, cell_len(line[column : column + length]))]


def shown(words: str) -> str:
    """Words that cannot act on a terminal or begin a line of their own: control characters are escaped."""
    return "".join(each if each.isprintable() or each == "\u3000" else ascii(each)[1:-1] for each in words)


def _safe(finding: Diagnostic) -> Diagnostic:
    def text_of(said: Text) -> Text:
        return Text(shown(said.zh), shown(said.en))

    hint = text_of(finding.hint) if finding.hint else None
    return replace(finding, path=shown(finding.path), message=text_of(finding.message), hint=hint)


def count(findings: Iterable[Diagnostic], lang: Lang) -> str:
    """How many findings in how many files: "3 findings in 2 files"; "共3处，涉及2个文件"."""
    each = list(findings)
    files = len({finding.path for finding in each})
    if lang == "zh":
        return f"共{len(each)}处，涉及{files}个文件"
    return f"{len(each)} finding{'s' * (len(each) != 1)} in {files} file{'s' * (files != 1)}"


def as_json(findings: Sequence[Diagnostic], lang: Lang, links: Sequence[dict[str, Any]] | None = None) -> str:
    """One object: version, findings and, from an online run, one row a link occurrence."""
    rows = [
        {
            "path": each.path,
            "line": each.line,
            "column": each.column,
            "length": each.length,
            "code": each.code,
            "severity": each.severity.value,
            "message": each.message.in_(lang),
            "hint": each.hint.in_(lang) if each.hint else None,
            "replacement": each.replacement,
        }
        for each in findings
    ]
    data: dict[str, Any] = {"version": VERSION, "findings": rows}
    if links is not None:
        data["links"] = list(links)
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def github(findings: Sequence[Diagnostic], lang: Lang) -> str:
    """Workflow commands that GitHub shows beside the lines of a change."""
    return "".join(
        f"::{each.severity.value} file={_property(shown(each.path))},line={each.line},col={each.column},"
        f"title={_property(each.code)}::{_data(_said(each, lang))}\n"
        for each in findings
    )


def _data(words: str) -> str:
    return words.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(words: str) -> str:
    return _data(words).replace(":", "%3A").replace(",", "%2C")


def junit(findings: Sequence[Diagnostic], lang: Lang) -> str:
    """A suite a file, a case a finding; one passing case where nothing is found."""
    suites = etree.Element("testsuites", name="scnotes", tests=str(max(len(findings), 1)), failures=str(len(findings)))
    if not findings:
        suite = etree.SubElement(suites, "testsuite", name="scnotes", tests="1", failures="0", errors="0")
        etree.SubElement(suite, "testcase", classname="scnotes", name="findings")
    for path, group in groupby(findings, key=lambda each: each.path):
        cases = list(group)
        number = str(len(cases))
        suite = etree.SubElement(suites, "testsuite", name=shown(path), tests=number, failures=number, errors="0")
        for each in cases:
            name = f"{each.code} {each.line}:{each.column}"
            case = etree.SubElement(suite, "testcase", classname=shown(path), name=name)
            failure = etree.SubElement(case, "failure", type=each.code, message=shown(each.message.in_(lang)))
            failure.text = render(_safe(each), lang)
    etree.indent(suites)
    return etree.tostring(suites, encoding="unicode", xml_declaration=True) + "\n"


def sarif(findings: Sequence[Diagnostic], lang: Lang) -> str:
    """SARIF 2.1.0, with fingerprints that do not change when lines move."""
    seen: dict[str, int] = {}
    results = []
    for each in findings:
        key = f"{each.path}\n{each.code}\n{each.message.en}"
        seen[key] = seen.get(key, 0) + 1
        region = {"startLine": each.line, "startColumn": each.column, "endColumn": each.column + each.length}
        results.append(
            {
                "ruleId": each.code,
                "level": each.severity.value,
                "message": {"text": _said(each, lang)},
                "locations": [{"physicalLocation": {"artifactLocation": {"uri": _uri(each.path)}, "region": region}}],
                "partialFingerprints": {"scnotes/v1": sha256(f"{key}\n{seen[key]}".encode()).hexdigest()},
            }
        )
    rules = [{"id": code} for code in sorted({each.code for each in findings})]
    run = {
        "tool": {"driver": {"name": "scnotes", "rules": rules}},
        "columnKind": "unicodeCodePoints",
        "results": results,
    }
    data = {"$schema": "https://json.schemastore.org/sarif-2.1.0.json", "version": "2.1.0", "runs": [run]}
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def _uri(path: str) -> str:
    return quote(path)


def _said(finding: Diagnostic, lang: Lang) -> str:
    hint = f"\n{shown(finding.hint.in_(lang))}" if finding.hint else ""
    return shown(finding.message.in_(lang)) + hint


FORMATS: dict[str, Callable[[Sequence[Diagnostic], Lang], str]] = {
    "text": text,
    "json": as_json,
    "github": github,
    "junit": junit,
    "sarif": sarif,
}


def clean(pages: int, lang: Lang) -> str:
    """What is said when nothing is found."""
    return Text(f"{pages}页，没有发现问题", f"{pages} pages, nothing found").in_(lang)
