"""What a page says more than once beside its text stands on it once; `content/assets/spared.js` puts it back.

The sentences that menus of figures offer share their model, their indicator, their time and their source: each such piece
is in a list at the end of the page, and a sentence names it by its number. A title that only a mouse shows stands at the
first of the elements that share it. Both need a script to be of use, or are there to be found at the first place.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from html import unescape
from itertools import chain

SAID = ' data-said="'
# After the place and after the name of what is counted; before whom, when and from where.
JOINT = re.compile(r"(?<=: )|(?= \([^()]*\)\. Lähde: )|(?=\. Lähde: )")
TITLED = re.compile(
    r'(?P<tag><\w+\s+class="(?:cite|interval|small-n)"(?:\s+href="[^"]*")?)\s+title="(?P<title>[^"]*)"'
)
NUMBER = len("{10}")


def spared(html: str) -> str:
    """The page with what it repeats said once."""
    return _titles(_menus(html))


def _menus(html: str) -> str:
    """A sentence with a brace in it would be read as a number: such a page stays as it is."""
    first, *menus = html.split(SAID)
    said = [one.partition('"') for one in menus]
    if any("{" in sentence for sentence, *_ in said):
        return html
    cut = [JOINT.split(sentence) for sentence, *_ in said]
    counted = Counter(chain.from_iterable(cut))
    shared = [
        piece for piece, times in counted.items() if (len(piece) - NUMBER) * (times - 1) > NUMBER
    ]
    if not shared:
        return html
    numbers = {piece: f"{{{number}}}" for number, piece in enumerate(shared)}
    named = ("".join([numbers.get(piece, piece) for piece in pieces]) for pieces in cut)
    after = (
        f"{sentence}{quote}{rest}" for sentence, (_, quote, rest) in zip(named, said, strict=True)
    )
    made = SAID.join([first, *after])
    words = json.dumps([*map(unescape, shared)], ensure_ascii=False, separators=(",", ":"))
    words = words.replace("<", "\\u003c")
    return f'{made}<script type="application/json" data-words>{words}</script>'


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
