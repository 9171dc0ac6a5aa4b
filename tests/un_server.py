"""The UN's hosts on this machine: the symbol API, its files, and everything that goes wrong there, by symbol."""

from __future__ import annotations

import asyncio
import gzip
import ssl
import threading
from collections import Counter
from urllib.parse import parse_qs, unquote, urlsplit

SHELL = b"<!doctype html><html><head><title>ODS</title></head><body><div id=root></div></body></html>"
SHELL += b" " * (1303 - len(SHELL))
VIEWER = b"<!doctype html><html><head><title>docs</title></head><body><p>Welcome to the viewer</p></body></html>" * 30


def pdf(text: str) -> bytes:
    """A PDF of one page that shows a text in any script: code points are the glyphs' numbers, and map to themselves."""
    shown = text.encode("utf-16-be").hex().upper()
    cmap = (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def 1 begincodespacerange <0000> <FFFF> "
        "endcodespacerange 1 beginbfrange <0000> <FFFF> <0000> endbfrange endcmap end end"
    )
    content = f"BT /F1 12 Tf 40 700 Td <{shown}> Tj ET"
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
        f"<< /Length {len(content)} >>\nstream\n{content}\nendstream",
        "<< /Type /Font /Subtype /Type0 /BaseFont /X /Encoding /Identity-H /DescendantFonts [6 0 R] /ToUnicode 7 0 R >>",
        "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /X /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> >>",
        f"<< /Length {len(cmap)} >>\nstream\n{cmap}\nendstream",
    ]
    body = b"%PDF-1.4\n"
    offsets = []
    for number, each in enumerate(objects, start=1):
        offsets.append(len(body))
        body += f"{number} 0 obj\n{each}\nendobj\n".encode()
    start = len(body)
    body += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    body += b"".join(f"{offset:010} 00000 n \n".encode() for offset in offsets)
    return body + f"trailer << /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF".encode()


WORDS = {
    "zh": "联合国 安全理事会 中文 主席的说明",
    "en": "United Nations Security Council Original: English Note by the President of the",
}


class UnServer:
    """Plays the hosts on a loopback port. ``asked`` counts requests by path and query; ``most`` is how many ran at once."""

    def __init__(self, tls: ssl.SSLContext | None = None, latency: float = 0.0) -> None:
        self.asked: Counter[str] = Counter()
        self.agents: set[str] = set()
        self.most = self._now = 0
        self._tls, self._latency = tls, latency
        self.port = 0
        self._ready = threading.Event()
        self._thread = threading.Thread(target=lambda: asyncio.run(self._play()), daemon=True)
        self._thread.start()
        self._ready.wait()

    @property
    def url(self) -> str:
        return f"{'https' if self._tls else 'http'}://127.0.0.1:{self.port}"

    def close(self) -> None:
        self._loop.call_soon_threadsafe(self._ended.set)
        self._thread.join()

    async def _play(self) -> None:
        """Until the end; asyncio.run then cancels what still hangs or drips."""
        self._loop, self._ended = asyncio.get_running_loop(), asyncio.Event()
        server = await asyncio.start_server(self._serve, "127.0.0.1", 0, ssl=self._tls)
        self.port = server.sockets[0].getsockname()[1]
        self._ready.set()
        await self._ended.wait()
        server.close()

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            while head := await reader.readuntil(b"\r\n\r\n"):
                self._now += 1
                self.most = max(self.most, self._now)
                try:
                    lines = head.decode("latin-1").split("\r\n")
                    headers = dict(line.lower().split(": ", 1) for line in lines[1:] if ": " in line)
                    self.agents.add(headers.get("user-agent", ""))
                    self.asked[lines[0].split(" ")[1]] += 1
                    await asyncio.sleep(self._latency)
                    await self._answer(lines[0].split(" ")[1], headers, writer)
                finally:
                    self._now -= 1
        except (asyncio.IncompleteReadError, ConnectionError):
            pass
        finally:
            writer.close()

    async def _answer(self, target: str, headers: dict[str, str], writer: asyncio.StreamWriter) -> None:
        parts = urlsplit(target)
        if parts.path == "/api/symbol/access":
            query = parse_qs(parts.query)
            await self._symbol(query["s"][0], query["l"][0], target, writer)
        elif parts.path.startswith("/doc/"):
            await self._file(unquote(parts.path), headers, writer)
        elif parts.path == "/error":
            await send(writer, 200, SHELL, "text/html")
        else:
            await send(writer, 200, VIEWER, "text/html")

    async def _symbol(self, symbol: str, lang: str, target: str, writer: asyncio.StreamWriter) -> None:
        last = symbol.removesuffix("(OR)")
        name = CASES.get(last, "miss")
        times = self.asked[target]
        if name == "miss":
            await send(writer, 302, b"", location="https://documents.un.org/error")
        elif name == "shell":
            await send(writer, 200, SHELL, "text/html")
        elif name == "empty":
            await send(writer, 200, b"")
        elif name == "challenge":
            await send(writer, 202, b"", extra={"x-amzn-waf-action": "challenge"})
        elif name == "wall":
            await send(writer, 200, b"<html><body>Access denied. Verify you are human</body></html>", "text/html")
        elif name == "viewer":
            await send(writer, 200, VIEWER, "text/html")
        elif name in ("403", "404", "500"):
            await send(writer, int(name), b"no")
        elif name in ("429", "503") and times < 2:
            await send(writer, int(name), b"later", extra={"retry-after": "0"} if name == "429" else {})
        elif name == "wait":
            await send(writer, 429, b"later", extra={"retry-after": "9999"})
        elif name == "hang":
            await asyncio.sleep(30)
        elif name == "drip":
            for _ in range(100):
                writer.write(b"H")
                await writer.drain()
                await asyncio.sleep(0.3)
        elif name == "reset":
            writer.transport.abort()
        elif name == "loop":
            await send(writer, 302, b"", location=target)
        elif name == "private":
            await send(writer, 302, b"", location="http://127.0.0.1:9/doc/x.pdf")
        elif name == "elsewhere":
            await send(writer, 302, b"", location="https://example.org/doc/x.pdf")
        elif name == "textual":
            await send(writer, 200, f"Found. Redirecting to /doc/{last}/{lang}.pdf".encode(), "text/plain")
        elif name == "fallback":
            await send(writer, 302, b"", location=f"/doc/UNDOC/{last}/EN.PDF")
        elif name == "bomb":
            await send(writer, 200, gzip.compress(b"%PDF-1.4" + b"0" * 10_000_000), extra={"content-encoding": "gzip"})
        else:
            await send(writer, 302, b"", location=f"/doc/UNDOC/{name.upper()}/{last}/{lang.upper()}.PDF")

    async def _file(self, path: str, headers: dict[str, str], writer: asyncio.StreamWriter) -> None:
        lower = path.lower()
        if lower != path:
            await send(writer, 301, b"", location=lower)
            return
        lang = "zh" if lower.endswith("zh.pdf") else "en"
        symbol = "/".join(path.upper().split("/")[-4:-1])
        if "/endless/" in path:
            writer.write(b"HTTP/1.1 200 OK\r\nContent-Type: application/pdf\r\n\r\n%PDF-1.4")
            while not writer.is_closing():
                writer.write(b"0" * 65536)
                await writer.drain()
            return
        if "/short/" in path:
            writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: 5000\r\n\r\n%PDF-1.4")
            await writer.drain()
            writer.close()
            return
        if "/nofile/" in path:
            await send(writer, 200, SHELL, "text/html")
            return
        shown = "S/1999/1" if "/wrongsymbol/" in path else symbol
        words = WORDS["en" if "/wronglanguage/" in path else lang]
        data = pdf(f"{shown} Distr. {words}")
        if headers.get("range", "").startswith("bytes=0-"):
            await send(writer, 206, data[: int(headers["range"][8:]) + 1], "application/pdf")
        else:
            await send(writer, 200, data, "application/pdf")


async def send(
    writer: asyncio.StreamWriter,
    status: int,
    body: bytes,
    kind: str = "text/plain",
    *,
    location: str = "",
    extra: dict[str, str] | None = None,
) -> None:
    lines = [f"HTTP/1.1 {status} X", f"Content-Length: {len(body)}", f"Content-Type: {kind}"]
    lines += [f"Location: {location}"] if location else []
    lines += [f"{key}: {value}" for key, value in (extra or {}).items()]
    writer.write("\r\n".join(lines).encode() + b"\r\n\r\n" + body)
    await writer.drain()


# What each symbol meets; one that is not here does not exist.
NAMES = (
    "good", "shell", "empty", "challenge", "wall", "viewer", "403", "404", "500", "429", "503", "wait", "hang", "drip", "reset", "loop",
    "private", "elsewhere", "textual", "fallback", "bomb", "endless", "short", "nofile", "wrongsymbol", "wronglanguage",
)  # fmt: skip
CASES = {f"S/2001/{number}": name for number, name in enumerate(NAMES, start=101)} | {"S/2017/507": "good"}
SYMBOL = {name: symbol for symbol, name in CASES.items() if symbol != "S/2017/507"}
