"""What earlier runs found: one row a document and language, in SQLite. Losing it costs time, not truth."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from hashlib import sha256
from pathlib import Path

from scnotes.diagnostics import Text
from scnotes.resolve import hosts
from scnotes.resolve.verdicts import DEPTHS, Depth, Evidence, Outcome, Probe, Reason, Verdict
from scnotes.symbols import SymbolError, parse

# Where the ledger lies in a project; it is not committed, CI keeps it in its cache.
PLACE = Path(".links") / "ledger.sqlite"
_SCHEMA = """
CREATE TABLE IF NOT EXISTS proof (
    symbol TEXT NOT NULL, lang TEXT NOT NULL,
    outcome TEXT NOT NULL, code TEXT NOT NULL,
    hops TEXT NOT NULL, path TEXT NOT NULL, sha256 TEXT NOT NULL, depth TEXT NOT NULL,
    first_seen TEXT NOT NULL, last_seen TEXT NOT NULL, streak INTEGER NOT NULL, proved_on TEXT NOT NULL,
    PRIMARY KEY (symbol, lang)
) WITHOUT ROWID
"""


class LedgerError(Exception):
    """The file is no ledger, or cannot be written."""

    def __init__(self, path: Path, error: Exception) -> None:
        self.message = Text(
            f"无法使用查证记录{path}（{error}）；可将其删除，只会多费时间",
            f"the ledger {path} cannot be used ({error}); it may be deleted, which costs time only",
        )
        super().__init__(self.message.en)


@dataclass(frozen=True, slots=True)
class Row:
    """The last verdict: seen first and last at these moments, ``streak`` runs in a row. ``path`` and ``sha256`` are of the last proof."""

    outcome: Outcome
    code: str
    path: str
    sha256: str
    depth: Depth
    first_seen: datetime
    last_seen: datetime
    streak: int
    proved_on: str

    def fresh(self, probe: Probe, depth: Depth, now: datetime) -> bool:
        """Whether a proof at least as deep is young enough; failures never are, nor is what lies in the future."""
        if self.outcome != "proved" or DEPTHS.index(self.depth) < DEPTHS.index(depth):
            return False
        share = sha256(f"{probe.symbol} {probe.lang}".encode()).digest()[0] / 255
        return timedelta(0) <= now - self.last_seen < hosts.FRESH * (1 - hosts.SPREAD * share)

    def verdict(self) -> Verdict:
        """The proof as it stands in the ledger."""
        day = self.last_seen.date().isoformat()
        reason = Reason("fresh", Text(f"{day}已证实", f"proved on {day}"))
        return Verdict("proved", reason, Evidence((), self.path, self.sha256, self.depth), day, fresh=True)


class Ledger:
    """The rows of a file, or of memory for ":memory:"."""

    def __init__(self, path: Path | str) -> None:
        self._path = Path(path)
        try:
            if str(path) != ":memory:":
                self._path.parent.mkdir(parents=True, exist_ok=True)
            self._base = sqlite3.connect(path)
            self._base.execute(_SCHEMA)
            self._base.commit()
        except (sqlite3.Error, OSError) as error:
            raise LedgerError(self._path, error) from None

    def close(self) -> None:
        """Close the file."""
        self._base.close()

    def row(self, probe: Probe) -> Row | None:
        """What is known of a document in a language."""
        with self._told():
            found = self._base.execute(
                "SELECT outcome, code, path, sha256, depth, first_seen, last_seen, streak, proved_on"
                " FROM proof WHERE symbol = ? AND lang = ?",
                (str(probe.symbol), probe.lang),
            ).fetchone()
            if found is not None and found[4] not in DEPTHS:
                raise ValueError(found[4])
            return None if found is None else Row(*found[:5], *map(datetime.fromisoformat, found[5:7]), *found[7:])

    def record(self, probe: Probe, verdict: Verdict, now: datetime) -> None:
        """Write what was seen. A failure keeps path, hash and day of the last proof, and ends its trust."""
        before = self.row(probe)
        same = before is not None and before.outcome == verdict.outcome and before.code == verdict.reason.code
        proved = verdict.outcome == "proved"
        moment = now.astimezone(UTC).isoformat(timespec="seconds")
        evidence = verdict.evidence
        kept = (before.path, before.sha256, before.depth, before.proved_on) if before else ("", "", "locate", "")
        path, digest, depth, proved_on = (
            (evidence.path, evidence.sha256, evidence.depth, moment[:10]) if proved else kept
        )
        first = before.first_seen.isoformat(timespec="seconds") if before and same else moment
        row = (
            *(str(probe.symbol), probe.lang, verdict.outcome, verdict.reason.code, "\n".join(evidence.hops)),
            *(path, digest, depth, first, moment, before.streak + 1 if before and same else 1, proved_on),
        )
        with self._told(), self._base:
            self._base.execute(f"INSERT OR REPLACE INTO proof VALUES ({', '.join('?' * len(row))})", row)

    @contextmanager
    def _told(self) -> Iterator[None]:
        try:
            yield
        except (sqlite3.Error, ValueError) as error:
            raise LedgerError(self._path, error) from None


def moved(row: Row | None, verdict: Verdict) -> Text | None:
    """That a proved document now lies elsewhere than at its last proof: it may have been reissued."""
    path = verdict.evidence.path
    if row is None or verdict.outcome != "proved" or not (row.path and path) or row.path == path:
        return None
    return Text(
        f"该文号现指向另一文件{path}；{row.proved_on}时为{row.path}",
        f"the symbol now leads to another file, {path}; on {row.proved_on} it was {row.path}",
    )


def proof_dates(path: Path) -> dict[tuple[str, str], date]:
    """By symbol and language the day of the last proof, of all documents not disproved since; empty without a ledger."""
    if not path.is_file():
        return {}
    try:
        with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as base:
            rows = base.execute(
                "SELECT symbol, lang, proved_on FROM proof WHERE proved_on != '' AND outcome != 'disproved'"
            )
            found = {(str(parse(symbol)), lang): date.fromisoformat(day) for symbol, lang, day in rows}
    except (sqlite3.Error, ValueError, SymbolError):
        return {}
    return found
