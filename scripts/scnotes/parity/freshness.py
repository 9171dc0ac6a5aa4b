"""Which version of a paragraph its translation was made from: a hash of each, beside the pages, not in them.

``docs/_data/reviewed/S/2022/499.yml`` holds a line a paragraph: its id and the hashes of the Chinese and the English that a
person compared. Where one of them has changed since, and the other has not, the other is to be reviewed.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from hashlib import sha256
from pathlib import Path

from scnotes.corpus import Corpus
from scnotes.diagnostics import LANGS, Diagnostic, Lang, Text
from scnotes.page import Page
from scnotes.yaml_reader import read_yaml_file

FOLDER = Path("docs") / "_data" / "reviewed"
HEAD = "# Paragraph: [hash of the Chinese, hash of the English] that a person has compared; check_parity.py --stamp writes it.\n"


def fingerprints(page: Page) -> dict[str, str]:
    """A short hash of each block's words, by the block's id, or by its number ("b12") where it has none."""
    found: dict[str, str] = {}
    for number, block in enumerate(page.blocks, start=1):
        words = "".join(unicodedata.normalize("NFC", page.prose(block)).split())
        if words:
            found[block.id or f"b{number}"] = sha256(words.encode()).hexdigest()[:12]
    return found


def reviewed(root: Path, path: str) -> dict[str, tuple[str, str]]:
    """What was recorded for a page ("S/2022/499.md"); empty if nothing was."""
    file = root / FOLDER / Path(path).with_suffix(".yml")
    if not file.is_file():
        return {}
    data = read_yaml_file(file, root).data or {}
    return {str(key): (str(zh), str(en)) for key, (zh, en) in data.items()}


def stale(corpus: Corpus, path: str) -> Iterator[tuple[Lang, str]]:
    """Language and id of each paragraph that is to be reviewed because its counterpart has changed."""
    zh, en = corpus.pages.get(("zh", path)), corpus.pages.get(("en", path))
    if zh is None or en is None:
        return
    now_zh, now_en = fingerprints(zh), fingerprints(en)
    for key, (then_zh, then_en) in reviewed(corpus.root, path).items():
        changed_zh, changed_en = now_zh.get(key, then_zh) != then_zh, now_en.get(key, then_en) != then_en
        if changed_zh and not changed_en:
            yield "en", key
        elif changed_en and not changed_zh:
            yield "zh", key


def check(corpus: Corpus) -> Iterator[Diagnostic]:
    """FRE001: a paragraph whose counterpart has changed since they were compared; FRE002: a page never compared."""
    for path in sorted({path for _, path in corpus.pages}):
        pages = {lang: page for (lang, each), page in corpus.pages.items() if each == path}
        if len(pages) < 2:
            continue
        if not reviewed(corpus.root, path):
            message = Text("两种语文尚未对照", "the two languages have not been compared")
            yield _at(pages["zh"], 0, "FRE002", message, path)
        for lang, key in stale(corpus, path):
            page = pages[lang]
            places = {block.id or f"b{number}": block.start for number, block in enumerate(page.blocks, start=1)}
            message = Text(
                f"{key} 的对应段落已经改动，此段待复核", f"{key}: its counterpart has changed; review this paragraph"
            )
            yield _at(page, places.get(key, 0), "FRE001", message, path)


def _at(page: Page, offset: int, code: str, message: Text, path: str) -> Diagnostic:
    line, column = page.position(offset)
    call = f"python scripts/check_parity.py --stamp docs/zh/{path}"
    hint = Text(f"复核之后运行 {call}", f"when it has been reviewed, run {call}")
    return Diagnostic(page.path.as_posix(), line, column, code, message, hint)


def below(corpus: Corpus, paths: Sequence[Path]) -> list[str]:
    """The pages ("S/2022/499.md") that exist in both languages, one of them in the files and folders given."""
    found = []
    for path in sorted({path for _, path in corpus.pages}):
        pages = [page for (_, each), page in corpus.pages.items() if each == path]
        if len(pages) == 2 and any((corpus.root / page.path).is_relative_to(each) for page in pages for each in paths):
            found.append(path)
    return found


def stamp(corpus: Corpus, pages: Sequence[str]) -> Iterator[Path]:
    """Record pages as they are now; gives the files written, relative to the root."""
    for path in pages:
        zh, en = (fingerprints(corpus.pages[lang, path]) for lang in LANGS)
        lines = [f"{key}: ['{zh[key]}', '{en[key]}']\n" for key in zh if key in en]
        name = FOLDER / Path(path).with_suffix(".yml")
        file = corpus.root / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(HEAD + "".join(lines), encoding="utf-8")
        yield name
