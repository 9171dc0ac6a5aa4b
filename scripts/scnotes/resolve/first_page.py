"""What page one of a PDF shows: the document's own symbol, and the language. Run as a program, it reads for its parent.

A PDF from the network may be made to exhaust its reader, so it is read by a process of its own with bounds on memory and time.
"""

from __future__ import annotations

import asyncio
import json
import logging
import re
import struct
import sys
from dataclasses import asdict, dataclass
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

from scnotes.symbols import Symbol, find

MEMORY = 512 * 1024 * 1024
SECONDS = 20.0
_CHARACTERS = 20_000
_SCRIPTS = {"zh": r"[\u3400-\u9fff]", "ar": r"[\u0600-\u06ff\ufb50-\ufdff\ufe70-\ufeff]", "ru": r"[\u0400-\u04ff]"}
_WORDS = {
    "en": "the of and to in by for with that which united nations security council general assembly resolution",
    "fr": "le la les des du et en dans pour par que sur nations unies conseil sécurité assemblée générale résolution",
    "es": "el los las del y en por para que sobre naciones unidas consejo seguridad asamblea resolución",
}
_NAMES = {"chinese": "zh", "english": "en", "french": "fr", "spanish": "es", "russian": "ru", "arabic": "ar"}


@dataclass(frozen=True, slots=True)
class FirstPage:
    """``heads`` are the symbols that may be the page's own, ``symbols`` all of them; ``lang`` is "" where it cannot be told."""

    readable: bool
    blank: bool = True
    heads: tuple[str, ...] = ()
    symbols: tuple[str, ...] = ()
    lang: str = ""


def read_text(text: str) -> FirstPage:
    """What the text of a first page shows.

    A UN document has its symbol at the top of page one, before "Distr."; a PDF may give its top last, so that this word, where
    there is one, tells more than the order. A symbol elsewhere on the page is one that the document cites.
    """
    text = text[:_CHARACTERS]
    if not text.strip():
        return FirstPage(readable=True)
    # Extraction breaks symbols at their separators: "S/ 2017/507", "A/72/849–\nS/2018/399".
    joined = re.sub(r"(?<=[A-Za-z0-9)])[ \t]*([/.])[ \t]*(?=[A-Z0-9(])", r"\1", text)
    joined = re.sub(r"[-–—]\s*\n?\s*(?=S/\d)", "-", joined)
    mentions = list(find(joined))
    marks = [mark.start() for mark in re.finditer(r"Distr\b", joined)]
    before = [each for mark in marks for each in [m for m in mentions if mark - 160 < m.start < mark][-1:]]
    heads = [str(mention.symbol) for mention in before or mentions[:1]]
    return FirstPage(True, False, tuple(dict.fromkeys(heads)), tuple(str(m.symbol) for m in mentions), language(text))


def shows(symbol: Symbol, page: FirstPage) -> bool | None:
    """Whether the page is headed by the symbol; None if the page shows it elsewhere only, or shows none at all."""
    wanted = _parts(str(symbol))
    if any(wanted & _parts(head) for head in page.heads):
        return True
    return False if page.heads and not any(wanted & _parts(each) for each in page.symbols) else None


def _parts(symbol: str) -> set[str]:
    """A symbol as compared: blanks left out, the two of a joint symbol apart."""
    return set(re.split(r"-(?=[SE]/)", symbol.replace(" ", "").casefold().replace("-s/", "-S/").replace("-e/", "-E/")))


def language(text: str) -> str:
    """The language of a page's text, by its script, its commonest words, and its masthead; "" if they do not tell."""
    letters = sum(character.isalpha() for character in text) or 1
    for lang, script in _SCRIPTS.items():
        if len(re.findall(script, text)) > 0.2 * letters:
            return lang
    words = re.findall(r"[^\W\d_]+", text.lower())
    scores = {lang: sum(word in known.split() for word in words) for lang, known in _WORDS.items()}
    best = max(scores, key=lambda lang: scores[lang])
    if scores[best] >= 2 and sum(score == scores[best] for score in scores.values()) == 1:
        return best
    named = re.findall(r"(?<!Original: )(?<!Original:)\b(Chinese|English|French|Spanish|Russian|Arabic)\b", text)
    return _NAMES[named[0].lower()] if len(set(named)) == 1 else ""


def read_pdf(data: bytes) -> FirstPage:
    """Page one of a PDF."""
    from pypdf import PdfReader  # costs a tenth of a second, and only the child process needs it

    try:
        reader = PdfReader(BytesIO(data))
        if reader.is_encrypted:
            reader.decrypt("")
        return read_text(reader.pages[0].extract_text())
    except Exception:  # a hostile file may raise anything at all, RecursionError and MemoryError included
        return FirstPage(readable=False)


class Reader:
    """Hands PDFs to one child process, and ends the child that takes too long."""

    def __init__(self, seconds: float = SECONDS) -> None:
        self._seconds = seconds
        self._child: asyncio.subprocess.Process | None = None
        self._turn = asyncio.Lock()

    async def __call__(self, data: bytes) -> FirstPage:
        """Page one of a PDF; not readable if the child fails or takes too long."""
        async with self._turn:
            try:
                async with asyncio.timeout(self._seconds):
                    return await self._ask(data)
            except (TimeoutError, OSError, ValueError, TypeError):
                await self.close()
                return FirstPage(readable=False)
            except asyncio.CancelledError:
                await self.close()
                raise

    async def _ask(self, data: bytes) -> FirstPage:
        if self._child is None or self._child.returncode is not None:
            self._child = await asyncio.create_subprocess_exec(
                *(sys.executable, "-m", "scnotes.resolve.first_page"),
                cwd=Path(__file__).parents[2],
                stdin=asyncio.subprocess.PIPE,
                stdout=asyncio.subprocess.PIPE,
                stderr=asyncio.subprocess.DEVNULL,
                start_new_session=True,  # Ctrl-C is the parent's to handle
            )
        assert self._child.stdin is not None and self._child.stdout is not None
        self._child.stdin.write(struct.pack(">I", len(data)) + data)
        await self._child.stdin.drain()
        said = json.loads(await self._child.stdout.readline())
        return FirstPage(said["readable"], said["blank"], tuple(said["heads"]), tuple(said["symbols"]), said["lang"])

    async def close(self) -> None:
        """End the child."""
        child, self._child = self._child, None
        if child is not None:
            if child.returncode is None:
                child.kill()
            await child.wait()


def _serve(stdin: BinaryIO, stdout: BinaryIO) -> None:
    """Read length-prefixed PDFs until the parent is gone; answer each with one line of JSON."""
    while header := stdin.read(4):
        page = read_pdf(stdin.read(struct.unpack(">I", header)[0]))
        stdout.write(json.dumps(asdict(page)).encode() + b"\n")
        stdout.flush()


def _bound_memory() -> None:
    try:
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    except (ImportError, ValueError, OSError):  # not every system has it; the bound on time holds everywhere
        pass


if __name__ == "__main__":
    logging.disable()
    _bound_memory()
    _serve(sys.stdin.buffer, sys.stdout.buffer)
