"""The Markdown files of a folder, and what only looks like one."""

from __future__ import annotations

import os
from pathlib import Path

from scnotes.diagnostics import Diagnostic, Text

# Folders that hold no pages of ours: what a build or an installation makes, and hidden ones.
PASSED_OVER = {"site", "node_modules", "__pycache__"}


def markdown_files(folder: Path, root: Path) -> tuple[list[Path], list[Diagnostic]]:
    """All ``*.md`` files below a folder, sorted, and a finding for each that is none.

    FIL001: a folder named like a page; FIL002: a symbolic link to nothing; FIL003: one that leads out of the root;
    FIL004: a folder that the system does not let us read.
    """
    found: list[Path] = []
    findings: list[Diagnostic] = []

    def report(path: Path, code: str, message: Text, hint: Text) -> None:
        findings.append(Diagnostic(path.relative_to(root).as_posix(), 1, 1, code, message, hint))

    def unreadable(error: OSError) -> None:
        message = Text(f"无法读取此文件夹：{error.strerror}", f"this folder cannot be read: {error.strerror}")
        report(Path(error.filename), "FIL004", message, Text("检查权限", "look at its permissions"))

    for here, folders, files in os.walk(folder, onerror=unreadable):
        folders[:] = sorted(name for name in folders if name not in PASSED_OVER and not name.startswith("."))
        for name in [name for name in folders if name.endswith(".md")]:
            message = Text("这是文件夹，名称却像网页", "this is a folder, named like a page")
            report(Path(here) / name, "FIL001", message, Text("改名", "give it another name"))
        for name in sorted(files):
            path = Path(here) / name
            if not name.endswith(".md"):
                continue
            if not path.exists():
                message = Text(
                    f"符号链接指向不存在的 {os.readlink(path)}",
                    f"a symbolic link to {os.readlink(path)}, which is not there",
                )
                report(path, "FIL002", message, Text("改正或删去", "mend or delete it"))
            elif not path.resolve().is_relative_to(root.resolve()):
                message = Text("符号链接指向项目之外", "a symbolic link that leads out of the project")
                report(path, "FIL003", message, Text("将文件移入项目", "move the file into the project"))
            else:
                found.append(path)
    return sorted(found), findings
