"""A page with the end tags and the quotes that its templates let go, as a browser reads it: Beautiful Soup does not."""

from __future__ import annotations

import re

BARE = re.compile(r"(?<=\s)(class|scope|role|rel|type|tabindex|aria-hidden)=([\w-]+)(?=[\s>])")
LET_GO = ("li", "dt", "dd", "td", "th", "tr", "thead", "tbody")
AROUND = ("ul", "ol", "dl", "table", "div", "details", "section", "form", "article", "nav")
TAG = re.compile(rf"<(/?)({'|'.join((*LET_GO, *AROUND))})\b[^>]*>")
BEGINS = {  # what an element of the name ends
    "li": ("li",),
    "dt": ("dt", "dd"),
    "dd": ("dt", "dd"),
    "td": ("td", "th"),
    "th": ("td", "th"),
    "tr": ("td", "th", "tr"),
    "tbody": ("td", "th", "tr", "thead", "tbody"),
}


def ended(html: str) -> str:
    """The page with every end tag and every quote."""
    made, place, within = [], 0, list[str]()
    for tag in TAG.finditer(html):
        ending, name = tag[1], tag[2]
        before = []
        while within and (within[-1] != name if ending else within[-1] in BEGINS.get(name, ())):
            assert within[-1] in LET_GO, f"{within[-1]} has no end before {tag[0]}"
            before.append(f"</{within.pop()}>")
        made += [html[place : tag.start()], *before, tag[0]]
        place = tag.end()
        if ending:
            within.pop()
        else:
            within.append(name)
    assert not within, f"{within} have no end"
    return BARE.sub(r'\1="\2"', "".join([*made, html[place:]]))
