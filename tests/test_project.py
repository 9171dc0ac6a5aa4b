"""The project itself: who may import whom, pinned requirements, sizes, workflows, the same paths in both languages."""

from __future__ import annotations

import ast
import re
import subprocess
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).resolve().parent.parent
LIBRARY = ROOT / "scripts" / "scnotes"
MODULES = sorted((ROOT / "scripts").rglob("*.py"))
# A module may import those of its own layer and of the layers before it.
LAYERS = [
    {"diagnostics", "symbol_parts", "symbol_patterns", "symbols", "shorthand"},
    {"yaml_reader", "markdown_reader", "un_addresses", "citations", "files", "fragment", "labels"},
    {
        "page",
        "records",
        "debates",
        "debate_rules",
        "effects",
        "provisions",
        "provision_rules",
        "register",
        "register_rules",
        "reporters",
        "fixes",
    },
    {"front_matter", "markdown_ext", "corpus", "reading_aids", "status", "status_column"},
    {
        "terms",
        "changes",
        "glossary",
        "parallel",
        "bibliography",
        "tables",
        "digests",
        "chronology",
        "open_debates",
        "thirteen",
        "overview",
        "pictures",
        "guide",
        "provisions_page",
        "resolve",
        "suppressions",
        "views",
        "rules",
        "importers",
        "parity",
    },
    {"checks", "command", "feed", "pocket", "search_records"},
]


def tracked() -> list[Path]:
    names = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    return [ROOT / name for name in names.split("\0") if name and (ROOT / name).is_file()]


def imported(path: Path) -> set[str]:
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found |= {node.module} | {f"{node.module}.{alias.name}" for alias in node.names}
    return found


def layer(name: str) -> int:
    for number, names in enumerate(LAYERS):
        if name in names:
            return number
    raise AssertionError(f"{name} is in no layer: say in tests/test_project.py where it belongs")


@pytest.mark.parametrize("path", sorted(LIBRARY.rglob("*.py")), ids=lambda path: path.relative_to(LIBRARY).as_posix())
def test_the_library_imports_downwards(path):
    own = path.relative_to(LIBRARY).parts[0].removesuffix(".py")
    if own == "__init__":
        return
    for name in imported(path):
        parts = name.split(".")
        if path.name == "command.py" and path.parent != LIBRARY:
            own = "command"  # the command's side of a package stands above the package
        if parts[0] == "scnotes" and len(parts) > 1 and parts[1] != own:
            assert layer(parts[1]) <= layer(own), f"{own} imports {parts[1]}"


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_only_the_hooks_know_mkdocs(path):
    knows = any(name.split(".")[0] == "mkdocs" for name in imported(path))
    assert knows == (path.name == "mkdocs_hooks.py")


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_a_module_is_short_and_says_what_it_is(path):
    text = path.read_text(encoding="utf-8")
    assert len(text.splitlines()) <= 310
    assert ast.get_docstring(ast.parse(text))


def test_requirements_are_pinned_with_hashes():
    wanted = [line for line in (ROOT / "requirements.in").read_text().splitlines() if line and not line.startswith("#")]
    assert all(re.fullmatch(r"[\w.-]+(\[[\w,]+\])?==[\w.]+", line) for line in wanted), wanted
    locked = (ROOT / "requirements.txt").read_text()
    entries = re.split(r"\n(?=[a-z0-9])", locked.strip())
    assert all("==" in entry and "--hash=sha256:" in entry for entry in entries if not entry.startswith("#"))
    names = {line.split(" ")[0].replace(".", "-").lower() for line in locked.splitlines() if "==" in line}
    assert {re.sub(r"\[.*?\]", "", line).replace(".", "-").lower() for line in wanted} <= names


def test_no_registry_and_no_machine_is_named():
    forbidden = re.compile(
        r"--(?:extra-)?index-url|--find-links|pypi\.org|files\.pythonhosted|/root/|/home/\w+/|registry\.npmjs"
    )
    for path in tracked():
        if path.suffix in (".png", ".pdf") or path == Path(__file__):
            continue
        assert not forbidden.search(path.read_text(encoding="utf-8", errors="replace")), path


def test_pages_have_the_same_paths_in_both_languages():
    paths = {
        lang: {path.relative_to(ROOT / "docs" / lang) for path in (ROOT / "docs" / lang).rglob("*.md")}
        for lang in ("zh", "en")
    }
    assert paths["zh"] == paths["en"] != set()


@pytest.mark.parametrize("path", sorted((ROOT / ".github" / "workflows").glob("*.yml")), ids=lambda path: path.name)
def test_workflows_ask_for_little_and_end(path):
    flow = yaml.safe_load(path.read_text(encoding="utf-8"))
    assert flow["permissions"] == {}, "each job asks for what it needs"
    assert "group" in flow["concurrency"]
    for job in flow["jobs"].values():
        assert job["timeout-minutes"] <= 60
        assert job["permissions"]
        for step in job["steps"]:
            assert re.search(r"@(v\d+(\.\d+)*|[0-9a-f]{40})$", step["uses"]) if "uses" in step else step["run"]


def test_every_make_target_is_helped_and_phony():
    text = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = set(re.findall(r"^([a-z]+):", text, re.MULTILINE))
    assert targets == set(re.findall(r"^([a-z]+):.*##", text, re.MULTILINE))
    phony = re.search(r"^\.PHONY: (.+)$", text, re.MULTILINE)
    assert phony and set(phony[1].split()) == targets


def test_ci_runs_the_commands_of_the_readme():
    readme, ci = (ROOT / "README.md").read_text(encoding="utf-8"), (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    block = re.search(r"```\n(.*?)```", readme, re.DOTALL)
    assert block and block[1].split("\n")[:2] == ["make site", "make test"]
    assert all(f"\n{command}" in ci for command in ("make site", "make test", "make check"))
