"""A page, and data of its scripts, as these leave them: what is said once is told wherever it is meant."""

from __future__ import annotations

import json
import re
import zlib
from base64 import b64decode
from html import escape
from typing import Any

WORDS = re.compile(r'<script type="application/json" data-words>(.*?)</script>')
MENU = re.compile(
    r' data-said="(?P<said>[^"]*)"(?P<at> data-at(?:="[^"]*")?)?(?P<name>\s+data-name(?:="([^"]*)")?)?>'
)
LINK = re.compile(r'<a\s[^>]*?href="([^"]*)"')
PICK = re.compile(
    r'class="pick" data-pick="([^"]*)"(?: data-name="([^"]*)")?(?: data-place="([^"]*)")? hidden>([^<]*)<'
)
HEAD = re.compile(r'<th scope="row">\s*<a [^>]*>(.*?)</a>')
PLACE = re.compile(r'"models__place"[^>]*>\s*<a [^>]*>(.*?)</a>')
COPY = re.compile(r'(<code>([^<]*)</code><button type="button" data-copy hidden>Kopioi)')
LIKE = re.compile(
    r'(?P<like>class="(?:cite|interval|small-n)"(?:\s+href="[^"]*")?)(?P<title>\s+title="[^"]*")?'
)


def in_full(html: str) -> str:
    """The page with every sentence, name and title where a reader meets it."""
    found = WORDS.search(html)
    words = [escape(word) for word in json.loads(found[1])] if found else []
    html = WORDS.sub("", html)
    html = MENU.sub(lambda menu: _menu(html, menu, words), html)
    html = PICK.sub(lambda pick: _pick(html, pick), html)
    html = COPY.sub(r'\1<span class="visually-hidden">: \2</span>', html)
    titles: dict[str, str] = {}

    def titled(one: re.Match[str]) -> str:
        like = " ".join(one["like"].split())
        if one["title"]:
            titles.setdefault(like, one["title"])
            return one[0]
        return one[0] + titles.get(like, "")

    return LIKE.sub(titled, html)


def _menu(html: str, menu: re.Match[str], words: list[str]) -> str:
    said = re.sub(r"\{(\d+)\}", lambda one: words[int(one[1])] if words else one[0], menu["said"])
    whose, what, *_ = (*said.split(": "), "")
    name = what if menu["name"] is None else menu[4] or whose.partition(", ")[2]
    at = menu["at"] or ""
    if at == " data-at":
        way = LINK.findall(html, 0, menu.start())[-1]
        at = f' data-at="{way}"'
    return f' data-said="{said}"{at} aria-label="Kopioi lause tai ilmoita virheestä: {name}">'


def _pick(html: str, pick: re.Match[str]) -> str:
    name = pick[2] or HEAD.findall(html, 0, pick.start())[-1]
    place = pick[3] or PLACE.findall(html, 0, pick.start())[-1]
    return (
        f'class="pick" data-pick="{pick[1]}" data-name="{name}" data-place="{place}" aria-pressed="false"'
        f' hidden><span>{pick[4]}</span><span class="visually-hidden">: {name}, {place}</span><'
    )


def unpacked(text: str) -> Any:
    """The data of a file as the script `read.js` unpacks it."""
    return json.loads(zlib.decompress(b64decode(json.loads(text)["deflated"])))
