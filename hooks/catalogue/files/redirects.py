"""Addresses never change: whatever had a page or a file of its own leads to where it is, or says that it is no more.

The way on keeps the reader's query and anchor; a browser without script follows the plain one. A file of the API cannot
lead on, so the file at an old address says where the record is, or since when and why it is not.
"""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from catalogue.site.parts import addresses
from catalogue.site.parts.names import name_of
from catalogue.site.policy import guarded

if TYPE_CHECKING:
    from collections.abc import Iterator

    from catalogue.facts import Facts

PAGE = """<!doctype html>
<html lang="fi"><head><meta charset="utf-8"><title>Sivu on siirtynyt</title>
<noscript><meta http-equiv="refresh" content="0; url={url}"></noscript>
<link rel="canonical" href="{canonical}"><meta name="robots" content="noindex">
</head><body><p>Sivu on siirtynyt: <a href="{url}">{name}</a></p>
<script>{script}</script></body></html>
"""
SCRIPT = (
    'const to=document.querySelector("a");'
    "location.replace(to.pathname+location.search+(to.hash||location.hash))"
)


def redirects(facts: Facts) -> Iterator[tuple[str, str]]:
    """File and text of every old address; the way to the new one is relative, so it holds under any root."""
    for (kind, old), now in facts.where.moved.items():
        if kind in addresses.FOLDERS:
            here, target = addresses.place_of(kind, old), addresses.place_of(*now)
            made = PAGE.format(
                url="../" * here.count("/") + target,
                canonical=facts.build.site_url + target,
                name=escape(name_of(facts, *now)),
                script=SCRIPT,
            )
            yield f"{here}index.html", guarded(made)
