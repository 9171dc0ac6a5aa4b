"""The real site, built once; a server that plays a static host; Chromium."""

from __future__ import annotations

import os
import shutil
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from build_site import build
from playwright.sync_api import Browser, sync_playwright

FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


def missing(tool: str, how: str) -> None:
    """Skip the test for want of a tool, saying how to get it; in CI that is a failure."""
    message = f"{tool} is not installed: {how}"
    if os.environ.get("CI") == "true":
        pytest.fail(message)
    pytest.skip(message)


@pytest.fixture(scope="session")
def port() -> int:
    """A free port; the site is built for the address at which it is served, because the theme asks there for its sitemap."""
    with socket.create_server(("127.0.0.1", 0)) as probe:
        return int(probe.getsockname()[1])


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory, port: int) -> Path:
    """The real corpus as a site."""
    os.environ["SITE_URL"] = f"http://127.0.0.1:{port}/"
    target = tmp_path_factory.mktemp("built") / "site"
    assert build(target) == 0
    return target


class StaticHost(SimpleHTTPRequestHandler):
    """Serves a folder; an unknown path gets 404.html, as on GitHub Pages."""

    prefix = "/"

    def translate_path(self, path: str) -> str:
        """A path below the prefix; nothing above it exists."""
        inside = path.removeprefix(self.prefix)
        return super().translate_path("/" + inside if path.startswith(self.prefix) else "/nothing-here")

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        if code != 404:
            return super().send_error(code, message, explain)
        body = (Path(self.directory) / "404.html").read_bytes()
        self.send_response(404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)
        return None

    def log_message(self, *_: object) -> None:
        """Keep the test's output clean."""


@pytest.fixture(scope="session")
def served(site: Path, port: int) -> Iterator[str]:
    """The address of the real site on this machine, ending in a slash."""
    server = ThreadingHTTPServer(("127.0.0.1", port), partial(StaticHost, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{port}/"
    server.shutdown()


@contextmanager
def moved_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The site built for, and served under, a sub-path of a host of its own; gives the address."""
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port = int(probe.getsockname()[1])
    before = os.environ.get("SITE_URL")
    address = os.environ["SITE_URL"] = f"http://127.0.0.1:{port}/sub/"
    target = tmp_path_factory.mktemp("moved") / "site"
    try:
        assert build(target) == 0
    finally:
        os.environ.pop("SITE_URL") if before is None else os.environ.update(SITE_URL=before)
    host = type("SubPathHost", (StaticHost,), {"prefix": "/sub/"})
    server = ThreadingHTTPServer(("127.0.0.1", port), partial(host, directory=str(target)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield address
    server.shutdown()


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Chromium of the system."""
    executable = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    if executable is None:
        missing("Chromium", "apt install chromium, or the package of your system")
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=executable, args=FLAGS)
        yield chromium
        chromium.close()
