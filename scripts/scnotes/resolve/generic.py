"""Links to other hosts are lychee's: it is run on a list of addresses, and its JSON read into the same three verdicts."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path

from scnotes.diagnostics import Text
from scnotes.resolve import reasons
from scnotes.resolve.verdicts import Reason, Verdict, printable

LYCHEE = Path(sys.executable).with_name("lychee")
ABSENT = Reason("lychee", Text("未安装lychee，未查询", "lychee is not installed; not asked"))
REACHED = Reason("reached", Text("网页可以打开", "the page answers"))
SILENT = Reason("lychee-silent", Text("lychee没有给出结果", "lychee says nothing of it"))
GONE = {404, 410}


def check(urls: Iterable[str], agent: str, *, private: bool = False) -> dict[str, Verdict]:
    """A verdict for each address: 404 and 410 disprove it, any other failure leaves it unknown.

    Addresses inside a network are never asked, unless ``private`` (for tests).
    """
    wanted = sorted(set(urls))
    if not wanted:
        return {}
    if not LYCHEE.is_file():
        return {url: Verdict("unknown", ABSENT) for url in wanted}
    with tempfile.TemporaryDirectory() as folder:
        listed = Path(folder) / "links.md"
        listed.write_text("".join(f"<{url}>\n\n" for url in wanted), encoding="utf-8")
        command = [
            str(LYCHEE), "--format", "json", "--no-progress", "--verbose", "--max-retries", "1", "--timeout", "20",
            "--max-concurrency", "4", "--user-agent", agent, *([] if private else ["--exclude-all-private"]), str(listed),
        ]  # fmt: skip
        run = subprocess.run(command, capture_output=True, text=True, check=False, cwd=folder)
    try:
        said = json.loads(run.stdout)
    except json.JSONDecodeError:
        return {url: Verdict("unknown", SILENT) for url in wanted}
    return read(said, wanted)


def read(said: dict[str, object], urls: Iterable[str]) -> dict[str, Verdict]:
    """The verdicts that lychee's JSON holds; of an address that it does not name, unknown."""
    failed, reached = (
        _entries(said, "error_map", "fail_map", "timeout_map"),
        _entries(said, "success_map", "redirect_map"),
    )
    found: dict[str, Verdict] = {}
    for url in urls:
        if url.rstrip("/") in failed:
            status = failed[url.rstrip("/")]
            code = status.get("code")
            text = printable(str(status.get("text", "")))
            if isinstance(code, int):
                outcome = "disproved" if code in GONE else "unknown"
                found[url] = Verdict(outcome, reasons.status(code))  # type: ignore[arg-type]
            else:
                found[url] = Verdict(
                    "unknown", Reason("lychee-failed", Text(f"未能打开：{text}", f"not reached: {text}"))
                )
        else:
            found[url] = Verdict("proved", REACHED) if url.rstrip("/") in reached else Verdict("unknown", SILENT)
    return found


def _entries(said: dict[str, object], *names: str) -> dict[str, dict[str, object]]:
    found: dict[str, dict[str, object]] = {}
    for name in names:
        by_file = said.get(name)
        for entries in by_file.values() if isinstance(by_file, dict) else ():
            for entry in entries:
                if isinstance(entry, dict) and "url" in entry:
                    status = entry.get("status")
                    found[str(entry["url"]).rstrip("/")] = status if isinstance(status, dict) else {}
    return found
