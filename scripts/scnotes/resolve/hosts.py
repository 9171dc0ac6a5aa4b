"""What is known of the UN's document hosts, each with its date and source: correct it here, and nowhere else.

No UN host could be reached where this was written (November 2026); the facts come from dated public sources.
"""

from __future__ import annotations

from datetime import timedelta

# The symbol API: the one place that knows. Observed 17-18 September 2026: github.com/yuiseki/undocs,
# docs/findings/2026-09-17-fetching.md at 0f2d970.
API = "https://documents.un.org/api/symbol/access?s={symbol}&l={lang}&t=pdf"
API_HOST = "documents.un.org"

# The only hosts that are ever asked, over https on its own port. digitallibrary.un.org is not: its terms forbid automated
# downloads, and it answers with a challenge (digitallibrary.un.org/pages/?ln=fr&page=tos; September 2026).
ALLOWED = frozenset({"documents.un.org", "documents-dds-ny.un.org", "docs.un.org", "undocs.org", "www.undocs.org"})

# The file of a document: where a hit leads, in small letters; the same path in capitals answers 301 or an empty page
# (yuiseki/undocs, as above).
FILE_PATH = "/doc/"
# Where a miss leads (tests in yuiseki/undocs: 24 of 24), and the size in bytes of the page found there, the site's empty
# application page (github.com/un-fck/digitallibrary.unfck.org docs/fulltexts.md at 08328f7; verified again 11 July 2026 in
# github.com/mrrross/Space at 3dafb14).
ERROR_PATH = "/error"
EMPTY_PAGE_BYTES = 1303
# One client met the redirect as a text of status 200 (python/fulltext_fetch.py, as quoted in the project's notes on links).
REDIRECT_TEXT = b"Found. Redirecting to "
# Tried once after a miss, as the UN library's own upload program does: github.com/dag-hammarskjold-library/new-ods-api,
# ods/ods_rutines.py at ec8ea9b.
ORIGINAL = "(OR)"
# Never there as documents of their own (decisions appear in volumes only): docs/fulltexts.md, as above.
NEVER_SINGLE = ("A/DEC/", "E/DEC/")

# First bytes of a document: PDF; WordPerfect 5.1 and Word of earlier years (docs/fulltexts.md, as above).
MAGIC = {b"%PDF-": "pdf", b"\xffWPC": "wpd", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1": "doc", b"PK\x03\x04": "docx"}

# Controls, asked in every run. The good one is the document that this corpus is about, published in all six languages. The
# impossible one has a number that the Council did not come near in 2000 or in any other year, and the year is over.
GOOD = "S/2017/507"
IMPOSSIBLE = "S/2000/9999"
CONTROL_EVERY = 25

# Guidance of the Dag Hammarskjöld Library to a project: at most 100 requests in 5 minutes (github.com/GetOutOfMahSwamp/UNSpeaks,
# config.py). Above about four at once refusals rise from 0.3 to 4-13 % (yuiseki/undocs, 18 September 2026).
PACE = 3.0
AT_ONCE = 4
# Finding a document took 5.8, 17.5 and 30.8 s in three calls (same source).
DEADLINE = 90.0
CONNECT = 10.0
TRIES = 3
LONGEST_WAIT = 120.0
MOST_HOPS = 5
HEAD_BYTES = 4096
FILE_BYTES = 8 * 1024 * 1024
# A second look comes this many paces after the first sight of a fault: half a minute at the usual pace.
SECOND_LOOK = 10
REFUSALS = 3

# How long a proof stays fresh; each key takes 75 to 100 % of it, so that they do not fall due together.
FRESH = timedelta(days=90)
SPREAD = 0.25

# Words that name a page as a wall or as maintenance: such a page says nothing of the document.
WALL_WORDS = (
    "captcha", "challenge", "access denied", "forbidden", "just a moment", "verify you are", "unusual traffic",
    "maintenance", "unavailable", "try again later", "too many requests", "request unsuccessful", "gateway",
    "维护", "验证", "稍后", "暂时", "拒绝访问",
)  # fmt: skip
WALL_HEADERS = ("x-amzn-waf-action", "cf-mitigated")
