"""The run: what is asked, in which order, between which controls, and when a verdict counts.

A run proves itself: one document known to exist and one that cannot are asked first, after every 25 documents, and before a
fault is reported. If they do not come out right, nothing of the run is believed. A fault needs two witnesses: it is looked at
again after a pause, or was reported by an earlier run.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime

from scnotes import symbols
from scnotes.diagnostics import Text
from scnotes.resolve import hosts, reasons
from scnotes.resolve.first_page import Reader
from scnotes.resolve.judge import judge, needs_english
from scnotes.resolve.ledger import Ledger, moved
from scnotes.resolve.looking import Looker, Missing, Unsure
from scnotes.resolve.pace import Pace
from scnotes.resolve.transport import Fetch
from scnotes.resolve.verdicts import Depth, Evidence, Outcome, Probe, Reason, Verdict, counts, unknown

Progress = Callable[[int, int, Probe, Verdict], None]


@dataclass(frozen=True, slots=True)
class Settings:
    """``pace`` in seconds between two starts, which also sets how long second looks and repetitions wait."""

    depth: Depth = "text"
    budget: int | None = None
    pace: float = hosts.PACE
    at_once: int = hosts.AT_ONCE


@dataclass
class Proof:
    """A verdict for each probe. Unless ``trusted``, nothing of the run is believed and ``why`` says why."""

    verdicts: dict[Probe, Verdict]
    why: Text | None = None
    interrupted: bool = False
    requests: int = 0

    @property
    def trusted(self) -> bool:
        """Whether the controls came out right, or none was needed."""
        return self.why is None

    @property
    def counts(self) -> dict[Outcome, int]:
        """How many probes have each outcome."""
        return counts(self.verdicts.values())


class Void(Exception):
    """A control did not come out right."""

    def __init__(self, reason: Reason) -> None:
        super().__init__(reason.text.en)
        self.reason = reason


async def prove(
    probes: Sequence[Probe],
    *,
    settings: Settings,
    ledger: Ledger,
    fetch: Fetch,
    progress: Progress = lambda *_: None,
) -> Proof:
    """Prove each document once. Raises LedgerError only: whatever the network does becomes a verdict.

    Cancellation (Ctrl-C) ends the run and keeps what was proved.
    """
    now = datetime.now(UTC)
    verdicts, due = plan(probes, settings, ledger, now)
    if not due:
        return Proof(verdicts)
    reader = Reader()
    run = _Run(
        settings, ledger, Looker(fetch, Pace(settings.pace, settings.at_once), reader, settings.depth), due, progress
    )
    why: Text | None = None
    interrupted = False
    try:
        await run.all()
    except Void as void:
        why = run.void(void.reason)
    except asyncio.CancelledError:
        task = asyncio.current_task()
        if task is not None:
            task.uncancel()
        interrupted = True
        run.end()
    finally:
        await reader.close()
    return Proof(verdicts | run.verdicts, why, interrupted, run.looker.pace.starts)


def plan(
    probes: Sequence[Probe], settings: Settings, ledger: Ledger, now: datetime
) -> tuple[dict[Probe, Verdict], list[Probe]]:
    """The verdicts that need no asking, and what is asked: each once, never seen before seen long ago, within the budget."""
    settled: dict[Probe, Verdict] = {}
    due: list[tuple[str, Probe]] = []
    for probe in sorted(set(probes)):
        row = ledger.row(probe)
        if str(probe.symbol).startswith(hosts.NEVER_SINGLE):
            settled[probe] = unknown(reasons.NOT_SINGLE)
        elif row is not None and row.fresh(probe, settings.depth, now):
            settled[probe] = row.verdict()
        else:
            due.append((row.last_seen.isoformat() if row else "", probe))
    asked = [probe for _, probe in sorted(due)]
    within = asked if settings.budget is None else asked[: settings.budget]
    settled |= {probe: unknown(reasons.BUDGET) for probe in asked[len(within) :]}
    return settled, within


@dataclass
class _Run:
    """One run over the probes that are due."""

    settings: Settings
    ledger: Ledger
    looker: Looker
    due: list[Probe]
    progress: Progress
    verdicts: dict[Probe, Verdict] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._languages = list(dict.fromkeys(probe.lang for probe in self.due))
        self._since_control: list[Probe] = []
        self._refusals = self._controls = 0
        self._last_fault = 0.0

    async def all(self) -> None:
        """First looks, time-outs once more, faults once more, and the controls between them; raises Void."""
        for _ in self._languages:
            await self._control()
        await self._each(self.due, self._first)
        late = [probe for probe in self.due if self.verdicts[probe].reason.code == "timeout"]
        await self._each(late, self._first)
        faults = [probe for probe in self.due if self.verdicts[probe].outcome == "disproved"]
        again = [probe for probe in faults if not self._seen_earlier(probe)]
        if again:
            pause = hosts.SECOND_LOOK * self.settings.pace
            await asyncio.sleep(max(0.0, self._last_fault + pause - asyncio.get_running_loop().time()))
            await self._each(again, self._second)
        await self._control()
        self._since_control = []
        for probe in faults:
            self._record(probe)

    async def _each(self, probes: list[Probe], look: Callable[[Probe], asyncio.Future[None]] | object) -> None:
        """Look at each, several at once; after every 25 the controls take their turn among them."""
        turns = self._turns(probes)

        async def work() -> None:
            for probe in turns:
                await (self._control() if probe is None else look(probe))  # type: ignore[operator]
                if self._refusals >= hosts.REFUSALS:
                    self._refusals = 0
                    await self._control()

        try:
            async with asyncio.TaskGroup() as group:
                for _ in range(min(self.settings.at_once, len(probes))):
                    group.create_task(work())
        except* Void as voids:
            raise next(_leaves(voids)) from None

    def _turns(self, probes: list[Probe]) -> Iterator[Probe | None]:
        for number, probe in enumerate(probes, start=1):
            yield probe
            if number % hosts.CONTROL_EVERY == 0 and number < len(probes):
                yield None

    async def _control(self) -> None:
        """The two controls, in one language after the other; what was found before they were asked is then kept."""
        kept, self._since_control = self._since_control, []
        lang = self._languages[self._controls % len(self._languages)]
        self._controls += 1
        good = Probe(symbols.parse(hosts.GOOD), lang)
        verdict = await self._verdict(good)
        if verdict.outcome != "proved":
            self._since_control = kept
            raise Void(verdict.reason if verdict.outcome == "unknown" else reasons.CONTROL_GOOD)
        sight = await self.looker.look(Probe(symbols.parse(hosts.IMPOSSIBLE), lang), impossible=True)
        if not isinstance(sight, Missing):
            self._since_control = kept
            raise Void(sight.reason if isinstance(sight, Unsure) else reasons.CONTROL_BAD)
        for probe in kept:
            if self.verdicts[probe].outcome != "disproved":
                self._record(probe)

    async def _verdict(self, probe: Probe) -> Verdict:
        sight = await self.looker.look(probe)
        english = await self.looker.english(probe.symbol) if needs_english(probe, sight) else None
        refused = isinstance(sight, Unsure) and sight.refused
        self._refusals = self._refusals + 1 if refused else 0
        return judge(probe, sight, english)

    async def _first(self, probe: Probe) -> None:
        verdict = await self._verdict(probe)
        note = moved(self.ledger.row(probe), verdict)
        if note is not None:
            verdict = replace(verdict, evidence=replace(verdict.evidence, notes=(note,)))
        if verdict.outcome == "disproved":
            self._last_fault = asyncio.get_running_loop().time()
        self._keep(probe, verdict)

    async def _second(self, probe: Probe) -> None:
        """The second witness: the same fault again, or what was seen instead."""
        first = self.verdicts[probe]
        self.verdicts[probe] = unknown(reasons.ONCE, first.evidence)
        self.looker.forget(probe.symbol)
        verdict = await self._verdict(probe)
        if verdict.outcome == "disproved" and verdict.reason != first.reason:
            verdict = unknown(reasons.ONCE, verdict.evidence)
        elif verdict.outcome == "disproved":
            verdict = replace(
                verdict, evidence=replace(verdict.evidence, hops=(*first.evidence.hops, *verdict.evidence.hops))
            )
        self._keep(probe, verdict)

    def _seen_earlier(self, probe: Probe) -> bool:
        row = self.ledger.row(probe)
        return row is not None and row.outcome == "disproved" and row.code == self.verdicts[probe].reason.code

    def _keep(self, probe: Probe, verdict: Verdict) -> None:
        self.verdicts[probe] = verdict
        self._since_control.append(probe)
        self.progress(len(self.verdicts), len(self.due), probe, verdict)

    def _record(self, probe: Probe) -> None:
        now = datetime.now(UTC)
        self.verdicts[probe] = replace(self.verdicts[probe], seen=now.date().isoformat())
        self.ledger.record(probe, self.verdicts[probe], now)

    def end(self) -> None:
        """The run was ended: proofs are kept, faults seen once are not faults, the rest was not asked."""
        for probe, verdict in self.verdicts.items():
            if verdict.outcome == "disproved" and not self._seen_earlier(probe):
                self.verdicts[probe] = unknown(reasons.ONCE, verdict.evidence)
        for probe in dict.fromkeys(self._since_control):
            self._record(probe)
        self.verdicts |= {probe: unknown(reasons.STOPPED) for probe in self.due if probe not in self.verdicts}

    def void(self, reason: Reason) -> Text:
        """Believe nothing of the run; the sentence that says why. What controls on both sides have held stays in the ledger."""
        blank = Evidence()
        self.verdicts = {
            probe: unknown(reasons.void(reason), self.verdicts[probe].evidence if probe in self.verdicts else blank)
            for probe in self.due
        }
        return Text(
            f"未能查证：对照查询未得应有的结果（{reason.text.zh}），故本次所查一概存疑。",
            f"Nothing was proved: the controls did not come out right ({reason.text.en}), so every verdict of this run is unknown.",
        )


def _leaves(group: BaseExceptionGroup[Void]) -> Iterator[Void]:
    for error in group.exceptions:
        if isinstance(error, BaseExceptionGroup):
            yield from _leaves(error)
        else:
            yield error
