"""The addresses that the site has published: a list that only grows, and which edit would break one of them.

``docs/_data/addresses.yml`` holds, for each page, the ids that both languages have had, and for a paragraph whose number
comes from its place how its Chinese began; so a paragraph that moved to another number is told from one that was reworded.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from scnotes.corpus import GENERATED_IDS, Corpus
from scnotes.diagnostics import Diagnostic, Text
from scnotes.page import Page
from scnotes.yaml_reader import read_yaml_file

PLACE = Path("docs") / "_data" / "addresses.yml"
HEAD = """\
# Published addresses: page, id, and how the paragraph began where its number comes from its place. check_parity.py --stamp
# adds to this list; nothing is ever taken from it, because people have cited these addresses.
"""
LENGTH = 16
BY_PLACE = re.compile(r"p\d+")


def published(root: Path) -> dict[str, dict[str, str]]:
    """Ids by page ("S/2022/499.md") with their openings; empty without a list. Raises Findings if it is no YAML."""
    file = root / PLACE
    data = read_yaml_file(file, root).data if file.is_file() else {}
    return {str(path): {str(key): str(value) for key, value in ids.items()} for path, ids in (data or {}).items()}


def openings(page: Page) -> dict[str, str]:
    """The first characters of each paragraph whose number comes from its place, by id."""
    return {block.id: page.prose(block)[:LENGTH] for block in page.blocks if block.id and BY_PLACE.fullmatch(block.id)}


def check(corpus: Corpus) -> Iterator[Diagnostic]:
    """ADR001: an address is gone; ADR002: addresses lead to other paragraphs; ADR003: an address is not in the list."""
    known = published(corpus.root)
    for path in sorted({path for _, path in corpus.pages} | set(known)):
        pages = {lang: page for (lang, each), page in corpus.pages.items() if each == path}
        ids = known.get(path, {})
        if "zh" in pages:
            yield from _moved(pages["zh"], ids)
        for lang in ("zh", "en"):
            page = pages.get(lang)
            have = _ids(corpus, page) if page else set()
            name = page.path.as_posix() if page else f"docs/{lang}/{path}"
            if page is None and not ids:
                continue
            gone = [key for key in ids if key not in have]
            if gone:
                yield _gone(name, gone)
        if len(pages) == 2:
            new = [key for key in _common(corpus, path) if key not in ids]
            if new:
                yield _new(pages["zh"], new, path)


def _moved(page: Page, ids: Mapping[str, str]) -> Iterator[Diagnostic]:
    """One finding for each run of paragraphs that were shifted alike: it is one edit that shifted them."""
    now = openings(page)
    places = {block.id: block.start for block in page.blocks if block.id}
    shift_before = 0
    for key, opening in ids.items():
        if not opening or key not in now or now[key].startswith(opening) or opening.startswith(now[key]):
            shift_before = 0
            continue
        elsewhere = next((other for other, words in now.items() if words.startswith(opening)), None)
        shift = int(elsewhere[1:]) - int(key[1:]) if elsewhere else 0
        if elsewhere is not None and shift != shift_before:
            message = Text(
                f"#{key} 起地址错位：“{opening}”现为 #{elsewhere}",
                f"from #{key} on addresses have shifted: “{opening}” is now #{elsewhere}",
            )
            hint = Text(
                "增删的段落在此之前；请恢复原有段落的次序",
                "a paragraph was added or taken out before it; put the published ones back in their places",
            )
            yield Diagnostic(page.path.as_posix(), *page.position(places[key]), "ADR002", message, hint)
        shift_before = shift


def _gone(name: str, gone: Sequence[str]) -> Diagnostic:
    listed = ", ".join(f"#{key}" for key in gone)
    message = Text(f"已发布的地址不复存在：{listed}", f"published addresses are gone: {listed}")
    hint = Text(
        "恢复该标题、段落或摘要：有人已引用此地址", "restore the heading, paragraph or digest: people have cited it"
    )
    return Diagnostic(name, 1, 1, "ADR001", message, hint)


def _new(page: Page, new: Sequence[str], path: str) -> Diagnostic:
    listed = ", ".join(f"#{key}" for key in new)
    message = Text(f"地址尚未登记：{listed}", f"addresses not yet in the list: {listed}")
    call = f"python scripts/check_parity.py --stamp docs/zh/{path}"
    return Diagnostic(page.path.as_posix(), 1, 1, "ADR003", message, Text(f"运行 {call}", f"run {call}"))


def publish(corpus: Corpus, paths: Sequence[str]) -> Path:
    """Add the addresses of pages ("S/2022/499.md") to the list and give its path, relative to the root."""
    listed = published(corpus.root)
    for path in paths:
        zh = corpus.pages["zh", path]
        now = openings(zh)
        listed[path] = listed.get(path, {}) | {key: now.get(key, "") for key in _common(corpus, path)}
    lines = [HEAD]
    for path in sorted(path for path, ids in listed.items() if ids):
        lines.append(f"\n{path}:\n")
        lines += [f"  {key}: {json.dumps(opening, ensure_ascii=False)}\n" for key, opening in listed[path].items()]
    file = corpus.root / PLACE
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text("".join(lines), encoding="utf-8")
    return PLACE


def _ids(corpus: Corpus, page: Page) -> set[str]:
    return corpus.ids(page) - set(GENERATED_IDS)


def _common(corpus: Corpus, path: str) -> list[str]:
    """The ids that both languages have: paragraphs in their order, then the others by name."""
    both = _ids(corpus, corpus.pages["zh", path]) & _ids(corpus, corpus.pages["en", path])
    return sorted(both, key=lambda key: (not BY_PLACE.fullmatch(key), [int(n) for n in re.findall(r"\d+", key)], key))
