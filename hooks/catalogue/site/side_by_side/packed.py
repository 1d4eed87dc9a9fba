"""Data for the pages' scripts, packed: models told side by side repeat each other, and a site is published unpacked.

`content/assets/read.js` unpacks them. What travels to a reader is as small either way.
"""

from __future__ import annotations

import zlib
from base64 import b64encode

import orjson


def packed(value: object) -> str:
    """The value as JSON that holds it deflated, in the letters of base64."""
    raw = zlib.compress(orjson.dumps(value), 9)
    return orjson.dumps(
        {"deflated": b64encode(raw).decode()}, option=orjson.OPT_APPEND_NEWLINE
    ).decode()
