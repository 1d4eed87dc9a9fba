"""What a page says more than once beside its text stands on it once; `content/assets/spared.js` puts it back.

The sentences that menus of figures offer share their model, their indicator, their time and their source: they are packed
into one list at the end of the page, in the order of the menus, each with where it leads and what it is of. A menu that
leads where the link before it does, says only that. A title that only a mouse shows stands at the first of the elements
that share it. Both need a script to be of use, or are there to be found at the first place.
"""

from __future__ import annotations

import re
import zlib
from base64 import b64encode
from html import unescape

import orjson

MENU = re.compile(r' data-said="([^"]*)"(?: data-at="([^"]*)")? data-name="([^"]*)">')
TITLED = re.compile(
    r'class=(?P<of>"?(?:cite|interval|small-n)"?(?:\s+href="[^"]*")?)\s+title="(?P<title>[^"]*)"'
)
HREF = 'href="'
SAME = "<"  # leads where the link before it does


def spared(html: str, root: str = "~/") -> str:
    """The page with what it repeats said once; `root` is the way from it to the root of the site."""
    return _titles(_menus(html, root))


def _menus(html: str, root: str) -> str:
    told: list[tuple[str, str, str]] = []

    def bare(menu: re.Match[str]) -> str:
        said, at, name = menu.groups("")
        if at and _leads(html, menu.start(), at):
            at = SAME
        told.append((_plain(said), _plain(at.replace("~/", root, 1)), _plain(name)))
        return ">"

    made = MENU.sub(bare, html)
    if not told:
        return html
    packed = b64encode(zlib.compress(orjson.dumps(told), 9)).decode()
    return f'{made}<script type="text/plain" data-menus>{packed}</script>'


def _leads(html: str, end: int, at: str) -> bool:
    """Whether the last link before the place leads there."""
    link = html.rfind(HREF, 0, end)
    return link >= 0 and html.startswith(f'{at}"', link + len(HREF))


def _plain(text: str) -> str:
    return unescape(text) if "&" in text else text


def _titles(html: str) -> str:
    """An element without its title has that of the first one like it; one with another title keeps its own."""
    first: dict[str, str] = {}

    def kept(found: re.Match[str]) -> str:
        alike, title = " ".join(found["of"].split()), found["title"]
        if first.get(alike) == title:
            return f"class={found['of']}"
        first.setdefault(alike, title)
        return found[0]

    return TITLED.sub(kept, html)
