"""One look at one document: asks the symbol API, follows what it says, and reads as far as is wanted."""

from __future__ import annotations

import asyncio
import hashlib
import random
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from urllib.parse import urlsplit

from scnotes.resolve import answers, hosts, reasons
from scnotes.resolve.answers import Answer, File, Miss, Page, Redirect, Unclear
from scnotes.resolve.first_page import FirstPage
from scnotes.resolve.pace import Pace
from scnotes.resolve.transport import Fetch
from scnotes.resolve.verdicts import Depth, Probe, Reason, printable
from scnotes.symbols import Symbol


@dataclass(frozen=True, slots=True)
class Found:
    """The file that the API names. ``identity`` is its path, or a hash of its first bytes where the API gave the bytes."""

    identity: str
    hops: tuple[str, ...]
    depth: Depth
    sha256: str = ""
    page: FirstPage | None = None


@dataclass(frozen=True, slots=True)
class Missing:
    """The API says in one of its ways that there is none."""

    shape: str
    hops: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Unsure:
    """Nothing can be told. ``refused`` says that the host, rather than the document, is the reason."""

    reason: Reason
    hops: tuple[str, ...]
    refused: bool = False


Sight = Found | Missing | Unsure
_REFUSED = {"challenge", "wall", "wait", "dns", "connect", "tls", "timeout", "reset", "incomplete"}


@dataclass
class Looker:
    """Looks at documents through ``fetch``, at a pace, as deep as ``depth``; ``read`` reads page one of a PDF."""

    fetch: Fetch
    pace: Pace
    read: Callable[[bytes], Awaitable[FirstPage]]
    depth: Depth

    def __post_init__(self) -> None:
        self._miss_pages: set[str] = set()
        self._english: dict[Symbol, asyncio.Task[Sight]] = {}

    async def look(self, probe: Probe, depth: Depth | None = None, *, impossible: bool = False) -> Sight:
        """Ask for a document, in each spelling until one is not a miss.

        ``impossible`` says that it cannot exist: a page that is shown for it is the page of a miss, and is remembered.
        """
        sight: Sight | None = None
        for spelling in answers.spellings(probe):
            sight = await self._follow(answers.address(spelling, probe.lang), depth or self.depth, impossible)
            if not isinstance(sight, Missing):
                break
        assert sight is not None
        if impossible and isinstance(sight, Missing) and sight.shape == "error" and not self._miss_pages:
            await self._follow(f"https://{hosts.API_HOST}{hosts.ERROR_PATH}", "locate", learn=True)
        return sight

    async def english(self, symbol: Symbol) -> Sight:
        """The English file, located once a symbol."""
        if symbol not in self._english:
            self._english[symbol] = asyncio.create_task(self.look(Probe(symbol, "en"), "locate"))
        return await asyncio.shield(self._english[symbol])

    def forget(self, symbol: Symbol) -> None:
        """Let the English file be located anew."""
        self._english.pop(symbol, None)

    async def _follow(self, url: str, depth: Depth, learn: bool) -> Sight:
        hops: list[str] = []
        seen: set[str] = set()
        file = False
        while len(seen) <= hosts.MOST_HOPS:
            if url in seen:
                return Unsure(reasons.LOOP, tuple(hops))
            seen.add(url)
            file = file or answers.is_file(url)
            if file and depth == "locate" and answers.refusal(url) is None:
                return Found(urlsplit(url).path, (*hops, printable(url)), "locate")
            answer = await self._ask(url, hosts.HEAD_BYTES, ranged=file)
            hops.append(f"{answer.status or answer.trouble} {printable(url)}")
            meaning = answers.read_answer(answer)
            if isinstance(meaning, Redirect):
                url = meaning.url
            elif isinstance(meaning, File):
                return await self._found(answer, meaning, hops, depth, file)
            else:
                return self._nothing(meaning, answer, tuple(hops), file, learn)
        return Unsure(reasons.HOPS, tuple(hops))

    def _nothing(
        self, meaning: Miss | Page | Unclear, answer: Answer, hops: tuple[str, ...], file: bool, learn: bool
    ) -> Sight:
        if isinstance(meaning, Unclear):
            refused = meaning.reason.code in _REFUSED or meaning.reason.code.startswith("status-")
            return Unsure(meaning.reason, hops, refused)
        if file:  # the API has named a file: that there is none contradicts it, and proves nothing
            empty = isinstance(meaning, Miss) and meaning.shape == "empty"
            return Unsure(
                reasons.PAGE if isinstance(meaning, Page) else reasons.EMPTY if empty else reasons.NO_FILE, hops
            )
        if isinstance(meaning, Miss):
            return Missing(meaning.shape, hops)
        if learn and urlsplit(answer.url).hostname == hosts.API_HOST:
            self._miss_pages.add(meaning.fingerprint)
        if meaning.empty or meaning.fingerprint in self._miss_pages:
            return Missing("page", hops)
        return Unsure(reasons.PAGE, hops)

    async def _found(self, answer: Answer, kind: File, hops: list[str], depth: Depth, file: bool) -> Sight:
        """The bytes are a document's; at depth "text" the whole of it is read for page one."""
        head = hashlib.sha256(answer.body).hexdigest()
        identity = urlsplit(answer.url).path if file else head
        if depth != "text":
            return Found(identity, tuple(hops), "file", head)
        if kind.kind != "pdf":
            return Unsure(reasons.UNREADABLE, tuple(hops))
        complete = len(answer.body) < hosts.HEAD_BYTES if answer.status == 206 else answer.whole
        if not complete:
            answer = await self._ask(answer.url, hosts.FILE_BYTES, ranged=False)
            hops.append(f"{answer.status or answer.trouble} {printable(answer.url)}")
            meaning = answers.read_answer(answer)
            if isinstance(meaning, Unclear):
                return self._nothing(meaning, answer, tuple(hops), True, False)
            if not isinstance(meaning, File):
                return Unsure(reasons.NEITHER, tuple(hops))
            if not answer.whole:
                return Unsure(reasons.LARGE, tuple(hops))
        page = await self.read(answer.body)
        return Found(identity, tuple(hops), "text", hashlib.sha256(answer.body).hexdigest(), page)

    async def _ask(self, url: str, limit: int, *, ranged: bool) -> Answer:
        """One answer; after a passing refusal the request is made again, as the host asks or ever later."""
        for attempt in range(hosts.TRIES):
            async with self.pace.turn():
                answer = await self.fetch(url, limit=limit, ranged=ranged)
            if not answers.again(answer):
                return answer
            asked = answers.retry_after(answer, datetime.now(UTC)) if answer.status else None
            if asked is not None and asked > hosts.LONGEST_WAIT:
                return Answer(url, trouble="wait", detail=f"{asked:.0f} s")
            if attempt == hosts.TRIES - 1:
                break
            if asked is not None:
                self.pace.pause(asked)
            else:
                await asyncio.sleep(self.pace.interval * 2**attempt * random.uniform(0.5, 1.5))
        return answer
