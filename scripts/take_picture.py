"""Take the README's picture of the built site, both languages of the letter side by side: `make picture`."""

from __future__ import annotations

import shutil
import sys
import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from playwright.sync_api import sync_playwright

ROOT = Path(__file__).resolve().parent.parent
PICTURE = ROOT / "docs" / "assets" / "letter.png"
PAGES = ("S/2022/499/#background", "en/S/2022/499/#background")
FRAME = """<body style="margin:0;display:flex;gap:8px;background:#1c4568">
  <iframe style="border:0;width:640px;height:760px" src="{}"></iframe>
  <iframe style="border:0;width:640px;height:760px" src="{}"></iframe></body>"""


class Quiet(SimpleHTTPRequestHandler):
    """Serves the site without a line for each request."""

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


def main() -> int:
    """Write docs/assets/letter.png from site/; 2 if there is no site or no Chromium."""
    chromium = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if chromium is None or not (ROOT / "site" / "index.html").is_file():
        print("make site first; Chromium is needed / 请先运行 make site；需要 Chromium", file=sys.stderr)
        return 2
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(ROOT / "site")))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    base = f"http://127.0.0.1:{server.server_port}/"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
        page = browser.new_page(viewport={"width": 1288, "height": 760}, color_scheme="light")
        page.goto(base)
        page.set_content(FRAME.format(*(base + each for each in PAGES)), wait_until="networkidle")
        PICTURE.parent.mkdir(parents=True, exist_ok=True)
        page.screenshot(path=str(PICTURE))
        browser.close()
    server.shutdown()
    print(PICTURE)
    return 0


if __name__ == "__main__":
    sys.exit(main())
