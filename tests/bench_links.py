"""How the offline check grows with the corpus, beside lychee's offline run on the same files: `make bench`."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SIZES = (500, 1000, 2000, 5000)


def corpus(folder: Path, pages: int) -> None:
    """A bilingual corpus of so many pages, made of the real ones under other names, with the real register."""
    shutil.copytree(ROOT / "docs" / "_data", folder / "docs" / "_data")
    for lang in ("zh", "en"):
        sources = sorted((ROOT / "docs" / lang).rglob("*.md"))
        for number in range(pages // 2):
            target = folder / "docs" / lang / f"page-{number}" / sources[number % len(sources)].name
            target.parent.mkdir(parents=True)
            text = sources[number % len(sources)].read_text(encoding="utf-8")
            target.write_text(text.replace("\nsymbol: ", "\nabout: "), encoding="utf-8")


def seconds(command: list[str]) -> float:
    """Wall-clock time of a command, whatever it finds."""
    start = time.perf_counter()
    subprocess.run(command, check=False, capture_output=True)
    return time.perf_counter() - start


def main() -> None:
    """Print a row a size."""
    lychee = Path(sys.executable).with_name("lychee")
    print("pages  check_links.py  ms/page  lychee --offline")
    for pages in SIZES:
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            corpus(folder, pages)
            ours = seconds([sys.executable, str(ROOT / "scripts" / "check_links.py"), "--root", name, name])
            theirs = seconds([str(lychee), "--offline", "--no-progress", f"{name}/docs/**/*.md"])
            print(f"{pages:5}  {ours:12.2f} s  {1000 * ours / pages:7.2f}  {theirs:14.2f} s", flush=True)


if __name__ == "__main__":
    main()
