"""A page, and data of its scripts, as these leave them: what is said once is told wherever it is meant."""

from __future__ import annotations

import json
import re
import zlib
from base64 import b64decode
from html import escape

from pages.ended import ended

MENUS = re.compile(r'<script type="text/plain" data-menus>(.*?)</script>')
MENU = re.compile(r'<button class="figure-menu">')
LINK = re.compile(r'<a\s[^>]*?href="([^"]*)"')
PICK = re.compile(r'class="pick"(?: data-place="([^"]*)")? hidden>([^<]*)<')
ROW = re.compile(r'<th scope="row">\s*<a href="[^"]*?([^/"]+/[^/"]+)/">(.*?)</a>')
PLACE = re.compile(r'<table[^>]* data-place="([^"]*)">|<td data-sort="[^"]*">\s*<a [^>]*>(.*?)</a>')
ID = re.compile(r"Tunnus tiedostoissa:\s*<code>(.*?)</code>")
NAME = re.compile(r"<h1[^>]*>(.*?)</h1>")
KICKER = re.compile(r'<p class="kicker"><a [^>]*>(.*?)</a>')
COPY = re.compile(r'(<code>([^<]*)</code><button(?: type="button")? data-copy hidden>Kopioi)')
LIKE = re.compile(
    r'(?P<like>class="(?:cite|interval|small-n)"(?:\s+href="[^"]*")?)(?P<title>\s+title="[^"]*")?'
)


def in_full(html: str) -> str:
    """The page with every sentence, name and title where a reader meets it."""
    html = ended(html)
    found = MENUS.search(html)
    if found:
        told = iter(json.loads(zlib.decompress(b64decode(found[1]))))
        html = MENUS.sub("", html)
        html = MENU.sub(lambda menu: _menu(html, menu, next(told)), html)
        assert not [*told], "more is told than there are menus"
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


def _menu(html: str, menu: re.Match[str], told: list[str]) -> str:
    said, at, name = map(escape, told)
    if at == "&lt;":
        at = LINK.findall(html, 0, menu.start())[-1]
    way = f' data-at="{at}"' if at else ""
    return (
        f'<button type="button" class="figure-menu" data-said="{said}"{way}'
        f' aria-label="Kopioi lause tai ilmoita virheestä: {name}">'
    )


def _pick(html: str, pick: re.Match[str]) -> str:
    rows, places = (each.findall(html, 0, pick.start()) for each in (ROW, PLACE))
    if '<div class="model">' in html:
        key, name, place = (each.findall(html)[0] for each in (ID, NAME, KICKER))
    else:
        (key, name), place = rows[-1], "".join(places[-1])
    place = pick[1] or place
    return (
        f'class="pick" data-pick="{key}" data-name="{name}" data-place="{place}" aria-pressed="false"'
        f' hidden><span>{pick[2]}</span><span class="visually-hidden">: {name}, {place}</span><'
    )
