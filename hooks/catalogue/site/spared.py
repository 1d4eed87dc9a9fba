"""What a page says more than once beside its text stands on it once; `content/assets/spared.js` puts it back.

The sentences that menus of figures offer share their model, their indicator, their time and their source: each such piece
is in a list at the end of the page, and a sentence names it by its number. A menu that leads where the link before it
does, or is named as its sentence begins, does not say so again. A title that only a mouse shows stands at the
first of the elements that share it. Both need a script to be of use, or are there to be found at the first place.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from html import unescape
from itertools import chain

MENU = re.compile(
    r' data-said="(?P<said>[^"]+)"(?: data-at="(?P<at>[^"]*)")?\s+data-name="(?P<name>[^"]*)"'
)
# After the place and after the name of what is counted; before whom, when and from where.
JOINT = re.compile(r"(?<=: )|(?= \([^()]*\)\. Lähde: )|(?=\. Lähde: )")
AROUND = ("<tr", "<li", "<p", "<dd")  # a link of another of these is not the menu's
LINK = re.compile(r'<a\s[^>]*?href="([^"]*)"')
TITLED = re.compile(
    r'(?P<tag><\w+\s+class="(?:cite|interval|small-n)"(?:\s+href="[^"]*")?)\s+title="(?P<title>[^"]*)"'
)
NUMBER = len("{10}")
NEAR = 2000  # characters in which the link before a menu is looked for


def spared(html: str) -> str:
    """The page with what it repeats said once."""
    return _titles(_menus(html))


def _menus(html: str) -> str:
    """A sentence with a brace in it would be read as a number: such a page stays as it is."""
    menus = [*MENU.finditer(html)]
    if not menus or any("{" in menu["said"] for menu in menus):
        return html
    cut = [JOINT.split(menu["said"]) for menu in menus]
    counted = Counter(chain.from_iterable(cut))
    shared = [
        piece for piece, times in counted.items() if (len(piece) - NUMBER) * (times - 1) > NUMBER
    ]
    numbers = {piece: f"{{{number}}}" for number, piece in enumerate(shared)}
    made, position = [], 0
    for menu, pieces in zip(menus, cut, strict=True):
        said = "".join([numbers.get(piece, piece) for piece in pieces])
        made.append(html[position : menu.start()])
        made.append(f' data-said="{said}"{_at(html, menu)}{_name(menu)}')
        position = menu.end()
    made.append(html[position:])
    if shared:
        words = json.dumps([*map(unescape, shared)], ensure_ascii=False, separators=(",", ":"))
        words = words.replace("<", "\\u003c")
        made.append(f'<script type="application/json" data-words>{words}</script>')
    return "".join(made)


def _at(html: str, menu: re.Match[str]) -> str:
    """Where it leads, unless the link before it leads there."""
    if menu["at"] is None:
        return ""
    end = menu.start()
    start = max([html.rfind(tag, max(0, end - NEAR), end) for tag in AROUND])
    links = LINK.findall(html, start, end) if start >= 0 else []
    return " data-at" if links and menu["at"] == links[-1] else f' data-at="{menu["at"]}"'


def _name(menu: re.Match[str]) -> str:
    """Of what it is, unless the sentence begins with it: with a model after its region, or then with what is counted."""
    whose, _, rest = menu["said"].partition(": ")
    if menu["name"] == rest.partition(": ")[0]:
        return ""
    if menu["name"] == whose.partition(", ")[2]:
        return " data-name"
    return f' data-name="{menu["name"]}"'


def _titles(html: str) -> str:
    """An element without its title has that of the first one like it; one with another title keeps its own."""
    first: dict[str, str] = {}

    def kept(found: re.Match[str]) -> str:
        tag = " ".join(found["tag"].split())
        if tag in first and first[tag] == found["title"]:
            return found["tag"]
        first.setdefault(tag, found["title"])
        return found[0]

    return TITLED.sub(kept, html)
