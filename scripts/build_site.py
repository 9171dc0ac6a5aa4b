"""Build the site strictly into site/, and say what was built: `python scripts/build_site.py`."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def build(target: Path, root: Path = ROOT) -> int:
    """Build the corpus of ``root`` into ``target`` and give MkDocs' exit code; a build that fails leaves what was there as it was.

    MkDocs writes a whole site before it counts its warnings, so the build goes to a folder beside the target first.
    """
    fresh = target.with_name(target.name + ".new")
    # Not --quiet: it drops the warnings before --strict can count them.
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--clean", "--site-dir", str(fresh)]
    quiet = os.environ | {"NO_MKDOCS_2_WARNING": "1"}  # the theme advertises its successor in every build
    run = subprocess.run(
        command, cwd=root, env=quiet, check=False, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    )
    code = run.returncode
    if code == 0:
        shutil.rmtree(target, ignore_errors=True)
        fresh.rename(target)
    else:
        said = [line for line in run.stdout.splitlines(keepends=True) if not line.startswith("INFO")]
        print("".join(said), file=sys.stderr, end="")
        shutil.rmtree(fresh, ignore_errors=True)
    return code


def main() -> int:
    """Build into site/; 0 when it was built, 1 when the build failed."""
    target = ROOT / "site"
    if build(target):
        print("the site was not built; site/ is as it was", file=sys.stderr)
        return 1
    english = len(list((target / "en").rglob("index.html")))
    chinese = len(list(target.rglob("index.html"))) - english
    print(f"中文 {chinese} 页, English {english} pages: {target / 'index.html'}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
