"""The only module that reaches the network: one GET, redirects not followed, and nothing but what may be asked.

The transport of httpx2 is used without its client: so there are no cookies, no credentials, no redirects, nothing unpacked,
and nothing read from the environment.
"""

from __future__ import annotations

import asyncio
import socket
import ssl
from collections.abc import Mapping
from dataclasses import dataclass, field
from ipaddress import ip_address
from types import TracebackType
from typing import Protocol
from urllib.parse import urlsplit

import httpx2

from scnotes.diagnostics import Text
from scnotes.resolve import hosts
from scnotes.resolve.answers import Answer, refusal

_READ_HEADERS = ("location", "content-type", "content-encoding", "retry-after", *hosts.WALL_HEADERS)


class Fetch(Protocol):
    """One GET of an address; at most ``limit`` bytes of the body are read. Never raises but for cancellation."""

    async def __call__(self, url: str, *, limit: int, ranged: bool) -> Answer: ...


class EndpointError(ValueError):
    """An endpoint that is not of the form HOST=URL, with a UN host and a loopback address."""

    def __init__(self, message: Text) -> None:
        super().__init__(message.en)
        self.message = message


def read_endpoints(written: list[str]) -> dict[str, str]:
    """UN host to the loopback address that plays it, of HOST=URL entries; raises EndpointError."""
    endpoints: dict[str, str] = {}
    for entry in written:
        host, _, url = entry.partition("=")
        if host not in hosts.ALLOWED:
            known = " ".join(sorted(hosts.ALLOWED))
            raise EndpointError(
                Text(f"{host!r}不是所查询的主机：{known}", f"{host!r} is not a host that is asked: {known}")
            )
        try:
            parts = urlsplit(url)
            loopback = parts.hostname == "localhost" or ip_address(parts.hostname or "").is_loopback
            bare = parts.path in ("", "/") and not (parts.query or parts.fragment or parts.username)
            allowed = parts.scheme in ("http", "https") and loopback and bare and parts.port != 0
        except ValueError:
            allowed = False
        if not allowed:
            raise EndpointError(
                Text(f"{url!r}不是本机地址，如http://127.0.0.1:8080", f"{url!r} is not a loopback address such as http://127.0.0.1:8080")
            )  # fmt: skip
        # "localhost" is a name that a resolver may lead elsewhere.
        endpoints[host] = f"{parts.scheme}://{parts.netloc.replace('localhost', '127.0.0.1')}"
    return endpoints


@dataclass
class Transport:
    """Asks UN hosts over https, or the loopback addresses that play them; with endpoints, no other host is asked.

    ``agent`` says who asks and where to complain; ``deadline`` is for a whole request, in seconds.
    """

    agent: str
    endpoints: Mapping[str, str] = field(default_factory=dict)
    proxy: str | None = None
    deadline: float = hosts.DEADLINE

    async def __aenter__(self) -> Transport:
        """Open the pool of connections."""
        limits = httpx2.Limits(max_connections=64, max_keepalive_connections=16)
        self._pool = httpx2.AsyncHTTPTransport(trust_env=False, proxy=self.proxy, limits=limits)
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close it."""
        await self._pool.aclose()

    async def __call__(self, url: str, *, limit: int, ranged: bool) -> Answer:
        """One GET; see Fetch."""
        refused = refusal(url)
        host = urlsplit(url).hostname if refused is None else None
        if refused is None and self.endpoints and host not in self.endpoints:
            refused = "no endpoint for the host"
        if refused is not None or host is None:
            return Answer(url, trouble="forbidden", detail=url)
        try:
            async with asyncio.timeout(self.deadline):
                return await self._get(url, host, limit, ranged)
        except (TimeoutError, httpx2.TimeoutException):
            return Answer(url, trouble="timeout")
        except (httpx2.TransportError, httpx2.InvalidURL, httpx2.StreamError, OSError, UnicodeError) as error:
            return Answer(url, trouble=_trouble(error))

    async def _get(self, url: str, host: str, limit: int, ranged: bool) -> Answer:
        parts = urlsplit(url)
        target = parts.path + (f"?{parts.query}" if parts.query else "")
        base = self.endpoints.get(host, f"https://{host}")
        headers = {
            "Host": host,
            "User-Agent": self.agent,
            "Accept": "application/pdf, */*;q=0.1",
            "Accept-Encoding": "identity",
        }
        if ranged:
            headers["Range"] = f"bytes=0-{limit - 1}"
        timeouts = httpx2.Timeout(self.deadline, connect=min(hosts.CONNECT, self.deadline)).as_dict()
        request = httpx2.Request("GET", base + target, headers=headers, extensions={"timeout": timeouts})
        response = await self._pool.handle_async_request(request)
        try:
            body, whole = await _read(response, limit)
        finally:
            await response.aclose()
        return Answer(url, response.status_code, _headers(response), body, whole)


async def _read(response: httpx2.Response, limit: int) -> tuple[bytes, bool]:
    """Raw bytes up to the limit, and whether that was all."""
    stream = response.stream
    assert isinstance(stream, httpx2.AsyncByteStream)
    read = bytearray()
    async for part in stream:
        read += part
        if len(read) > limit:
            return bytes(read[:limit]), False
    return bytes(read), True


def _headers(response: httpx2.Response) -> dict[str, str]:
    """The few headers that are read, each once and cut to a bearable length."""
    return {
        name: value.decode("latin-1")[:2048]
        for key, value in response.headers.raw
        if (name := key.decode("latin-1").lower()) in _READ_HEADERS
    }


def _trouble(error: BaseException) -> str:
    """The kind of a failure, found in the chain of its causes."""
    chain: list[BaseException] = []
    cause: BaseException | None = error
    while cause is not None and cause not in chain:
        chain.append(cause)
        cause = cause.__cause__ or cause.__context__
    if any(isinstance(each, socket.gaierror) for each in chain):
        return "dns"
    if any(isinstance(each, ssl.SSLError) for each in chain):
        return "tls"
    if isinstance(error, httpx2.ConnectError | httpx2.ProxyError):
        return "connect"
    if isinstance(error, httpx2.RemoteProtocolError):
        said = str(error)
        if "without sending complete" in said or "incomplete" in said:
            return "incomplete"
        return "reset" if "disconnected" in said else "protocol"
    return "reset" if isinstance(error, httpx2.NetworkError | OSError) else "protocol"
