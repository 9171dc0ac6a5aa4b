"""How fast a run may ask: one start an interval, so many in flight, and nothing while the host asks to wait."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from scnotes.resolve import hosts


class Pace:
    """``interval`` in seconds between two starts, ``at_once`` requests in flight."""

    def __init__(self, interval: float = hosts.PACE, at_once: int = hosts.AT_ONCE) -> None:
        self.interval = interval
        self.starts = 0
        self._slots = asyncio.Semaphore(at_once)
        self._door = asyncio.Lock()
        self._next = 0.0

    @asynccontextmanager
    async def turn(self) -> AsyncIterator[None]:
        """Wait for a turn; it lasts as long as the request."""
        async with self._slots:
            async with self._door:
                clock = asyncio.get_running_loop()
                while (wait := self._next - clock.time()) > 0:
                    await asyncio.sleep(wait)
                self._next = clock.time() + self.interval
                self.starts += 1
            yield

    def pause(self, seconds: float) -> None:
        """Let nobody start for so long."""
        self._next = max(self._next, asyncio.get_running_loop().time() + seconds)
