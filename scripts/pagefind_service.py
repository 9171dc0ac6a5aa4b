"""Writes Pagefind's index of records.

Pagefind's own Python interface waits a tenth of a second before it reads each answer. This speaks to the same program in the
same form, JSON in base64 with a comma after it, and does not wait.
"""

from __future__ import annotations

import base64
import io
import json
import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from pagefind.service import get_executable
from scnotes.search_records import Record

# What our search box loads; the rest that Pagefind writes are search boxes of its own.
USED = ("pagefind.js", "pagefind-worker.js", "pagefind-entry.json", "*.pagefind", "*.pf_*")


def write_index(records: Sequence[Record], target: Path) -> None:
    """Write the index into the folder ``target``. Raises RuntimeError with what Pagefind said of a request it refused."""
    # "und", no language: Pagefind neither stems nor cuts words that are cut already.
    requests: list[dict[str, Any]] = [{"type": "NewIndex", "config": None}]
    for record in records:
        requests.append(
            {
                "type": "AddRecord",
                "index_id": 0,
                "url": record.url,
                "content": record.content,
                "language": "und",
                "meta": record.meta,
                "filters": record.filters,
                "sort": None,
            }
        )
    requests.append({"type": "WriteFiles", "index_id": 0, "output_path": str(target)})
    program = get_executable()
    if program is None:
        raise RuntimeError("pagefind_bin is not installed: make clean, then make site")
    with subprocess.Popen([program, "--service"], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as service:
        try:
            for number, request in enumerate(requests, 1):
                _ask(service, {"message_id": number, "payload": request})
        finally:
            service.terminate()
    for path in target.rglob("*"):
        if path.is_file() and not any(path.match(pattern) for pattern in USED):
            path.unlink()


def _ask(service: subprocess.Popen[bytes], message: dict[str, Any]) -> None:
    assert service.stdin is not None and isinstance(service.stdout, io.BufferedReader)
    service.stdin.write(base64.b64encode(json.dumps(message).encode()) + b",")
    service.stdin.flush()
    said = b""
    # One request at a time, so the comma that ends its answer is the last that comes.
    while not said.endswith(b","):
        more = service.stdout.read1()
        if not more:
            raise RuntimeError(f"Pagefind ended before it answered {message['payload']['type']}")
        said += more
    answer = json.loads(base64.b64decode(said[:-1]))["payload"]
    if answer["type"] == "Error":
        raise RuntimeError(f"Pagefind refused {message['payload']['type']}: {answer['message']}")
