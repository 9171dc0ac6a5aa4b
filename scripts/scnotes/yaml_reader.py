"""YAML as the project reads it: strings stay strings, a key stands once, every value knows its line and column."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from yaml import CSafeLoader, MappingNode, MarkedYAMLError, Node, ScalarNode, SequenceNode, YAMLError

from scnotes.diagnostics import Diagnostic, Findings, Text


class _DuplicateKeyError(MarkedYAMLError):
    """A key stands twice in a mapping; the mark is at the second."""


# PyYAML with libyaml: every page's front matter and every data file is read at each build, and parsed in Python that took seconds.
class _Strings(CSafeLoader):
    """Only plain decimal digits and true/false become other than text: no dates, no on/off, no 1_000."""

    def construct_mapping(self, node: MappingNode, deep: bool = False) -> dict[Any, Any]:
        seen: set[str] = set()
        for key, _ in node.value:
            if key.value in seen:
                raise _DuplicateKeyError(problem="duplicate key", problem_mark=key.start_mark)
            seen.add(key.value)
        return super().construct_mapping(node, deep)


def _scalar(loader: _Strings, node: ScalarNode) -> Any:
    value = str(node.value)
    if not node.style and value.isascii() and value.isdecimal() and not (len(value) > 1 and value[0] == "0"):
        return int(value)
    if not node.style and value in ("true", "false"):
        return value == "true"
    return value if value or node.style else None


for _tag in ("int", "float", "bool", "null", "timestamp", "value", "str"):
    _Strings.add_constructor(f"tag:yaml.org,2002:{_tag}", _scalar)


@dataclass(frozen=True)
class YamlDocument:
    """A document's data (dict, list, str, int, bool or None) and where each part of it stands."""

    data: Any
    node: Node | None
    first_line: int

    def position(self, where: Sequence[int | str]) -> tuple[int, int]:
        """Line and column, from 1, of the part that keys and indexes lead to; of the nearest part that exists."""
        node = self.node
        if node is None:
            return self.first_line, 1
        for step in where:
            found = _child(node, step)
            if found is None:
                break
            node = found
        mark = node.start_mark
        return mark.line + self.first_line, mark.column + 1


def _child(node: Node, step: int | str) -> Node | None:
    if isinstance(node, MappingNode):
        return next((value for key, value in node.value if key.value == str(step)), None)
    if isinstance(node, SequenceNode) and isinstance(step, int) and step < len(node.value):
        child: Node = node.value[step]
        return child
    return None


def read_yaml(text: str, path: str, first_line: int = 1) -> YamlDocument:
    """Read one document; ``first_line`` is the line of the file at which ``text`` begins.

    Raises Findings: REG001 for text that is not YAML, REG002 for a key that stands twice.
    """
    loader = _Strings(text)
    try:
        node = loader.get_single_node()
        data = None if node is None else loader.construct_document(node)
    except YAMLError as error:
        raise Findings([_finding(error, path, first_line)]) from None
    finally:
        loader.dispose()
    return YamlDocument(data, node, first_line)


def read_yaml_file(path: Path, root: Path) -> YamlDocument:
    """Read a file. Raises Findings as ``read_yaml``; OSError and UnicodeDecodeError are the caller's."""
    return read_yaml(path.read_text(encoding="utf-8"), path.relative_to(root).as_posix())


def _finding(error: YAMLError, path: str, first_line: int) -> Diagnostic:
    mark = error.problem_mark if isinstance(error, MarkedYAMLError) else None
    line, column = (mark.line + first_line, mark.column + 1) if mark else (first_line, 1)
    if isinstance(error, _DuplicateKeyError):
        message = Text("同一键出现两次", "this key stands twice")
        return Diagnostic(path, line, column, "REG002", message, Text("保留一个", "keep one of them"))
    problem = error.problem if isinstance(error, MarkedYAMLError) else str(error)
    message = Text(f"不是合格的YAML：{problem}", f"this is not YAML: {problem}")
    return Diagnostic(path, line, column, "REG001", message, Text("检查缩进和引号", "look at indentation and quotes"))
