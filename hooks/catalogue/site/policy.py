"""What a page allows the browser: the policy is made from what its frame really holds, and stands before all else.

Only files of this site and scripts that a frame prints inline are allowed, these by their hashes: one that leads on. A
script that came into a page with its content would have no hash: the content is left out when hashes are made. There is
no inline style, no plugin, no form to elsewhere and no request to elsewhere, and no other site is told from which page a
reader came.
"""

from __future__ import annotations

import re
from base64 import b64encode
from hashlib import sha256

CHARSET = re.compile(r'<meta charset="?utf-8"?>', re.IGNORECASE)
SCRIPT = re.compile(r"<script(?P<attributes>[^>]*)>(?P<text>.*?)</script>", re.DOTALL)
RUNS = re.compile(r"""\bsrc=|\btype=["']?application/(?:ld\+)?json""")
ALLOWED = (
    "default-src 'none'",
    "script-src {scripts}",
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
)


class NoHead(Exception):
    """A page does not begin as HTML of the theme does, so its policy has no place."""


def guarded(html: str, content: str = "") -> str:
    """The page with its policy right after the character set. `content` is the part that no hash is made of."""
    start = CHARSET.search(html)
    if start is None:
        raise NoHead(html[:100])
    frame = html.replace(content, "") if content else html
    return f"{html[: start.end()]}{_metas(_hashes(frame))}{html[start.end() :]}"


def _hashes(frame: str) -> list[str]:
    """Of each inline script that the browser would run, once."""
    texts = [one["text"] for one in SCRIPT.finditer(frame) if not RUNS.search(one["attributes"])]
    digests = (b64encode(sha256(text.encode()).digest()).decode() for text in texts)
    return list(dict.fromkeys(f"'sha256-{digest}'" for digest in digests))


def _metas(hashes: list[str]) -> str:
    policy = ";".join(ALLOWED).format(scripts=" ".join(["'self'", *hashes]))
    return (
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
        '<meta name="referrer" content="no-referrer">'
    )
