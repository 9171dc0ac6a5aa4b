"""2,000 documents at 50 ms an answer, 20 at once and without pace, against the hosts played on this machine: `make bench`."""

from __future__ import annotations

import asyncio
import resource
import time

from scnotes.resolve import hosts
from scnotes.resolve.ledger import Ledger
from scnotes.resolve.prove import Settings, prove
from scnotes.resolve.transport import Transport
from scnotes.resolve.verdicts import Probe
from scnotes.symbols import parse
from un_server import CASES, UnServer

DOCUMENTS, LATENCY, AT_ONCE = 2000, 0.05, 20


def main() -> None:
    """Print time, requests and memory."""
    probes = [Probe(parse(f"S/{2002 + number // 900}/{number % 900 + 1}"), "en") for number in range(DOCUMENTS)]
    CASES.update({str(probe.symbol): "good" for probe in probes})
    server = UnServer(latency=LATENCY)

    async def run() -> int:
        async with Transport("bench", {hosts.API_HOST: server.url}) as transport:
            settings = Settings("file", pace=0.0, at_once=AT_ONCE)
            proof = await prove(probes, settings=settings, ledger=Ledger(":memory:"), fetch=transport)
            assert proof.counts["proved"] == DOCUMENTS, proof.counts
            return proof.requests

    start = time.perf_counter()
    requests = asyncio.run(run())
    seconds = time.perf_counter() - start
    least = requests * LATENCY / AT_ONCE
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(
        f"{DOCUMENTS} documents, {requests} requests: {seconds:.1f} s (limits allow {least:.1f} s), {memory} MB, most at once {server.most}"
    )


if __name__ == "__main__":
    main()
