"""A page, and data of its scripts, as these leave them: what is said once is told wherever it is meant."""

from __future__ import annotations

import json
import re
from html import escape
from typing import Any

WORDS = re.compile(r'<script type="application/json" data-words>(.*?)</script>')
MENU = re.compile(r'data-said="([^"]*)"')
NAME = re.compile(r'(class="figure-menu"[^>]*) data-name="')
LIKE = re.compile(
    r'(?P<like>class="(?:cite|interval|small-n)"(?:\s+href="[^"]*")?)(?P<title>\s+title="[^"]*")?'
)


def in_full(html: str) -> str:
    """The page with every sentence, name and title where a reader meets it."""
    found = WORDS.search(html)
    words = [escape(word) for word in json.loads(found[1])] if found else []
    html = WORDS.sub("", html)
    if words:
        html = MENU.sub(
            lambda menu: re.sub(r"\{(\d+)\}", lambda number: words[int(number[1])], menu[0]), html
        )
    html = NAME.sub(r'\1 aria-label="Kopioi lause tai ilmoita virheestä: ', html)
    titles: dict[str, str] = {}

    def titled(one: re.Match[str]) -> str:
        like = " ".join(one["like"].split())
        if one["title"]:
            titles.setdefault(like, one["title"])
            return one[0]
        return one[0] + titles.get(like, "")

    return LIKE.sub(titled, html)


def unpacked(text: str) -> Any:
    """The data of a file as the script `packed.js` reads it."""
    told = json.loads(text)

    def full(one: Any) -> Any:
        if isinstance(one, int) and not isinstance(one, bool):
            return told["words"][one]
        if not isinstance(one, list):
            return one
        if not one or not isinstance(one[0], int) or one[0] >= 0:
            return [full(part) for part in one]
        values = [full(part) for part in one[1:]]
        return (
            "".join(values)
            if one[0] == -1
            else dict(zip(told["shapes"][-2 - one[0]], values, strict=True))
        )

    return full(told["value"])
