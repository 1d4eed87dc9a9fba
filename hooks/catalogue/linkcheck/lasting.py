"""The built site against the register of what was ever published: every address still leads to its place.

What records have is known from the data (`mallit check`). Here are the anchors that templates and hand-written pages
make: those that the site links to are registered, and a registered one must be there in every later site.
"""

from __future__ import annotations

import posixpath
import re
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from catalogue.linkcheck.internal import read_pages
from catalogue.permanence.register import PAGE
from catalogue.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from catalogue.records import Published

RECORDS = re.compile(  # a page of one record, whose anchors every such page may have
    r"(?P<folder>mallit/)[^/]+/[^/]+/|"
    r"(?P<other>(?:alueet|tyypit|ohjelmat|mittarit|lahteet|vertailu)/)(?!kunnat/|tila/|omat/)[^/]+/"
)
# Anchors that belong to records: the data knows them, and the rule of the checker watches over them.
OF_DATA = re.compile(r"(?:tulos|maininta|kunta|osa|tiedosto|doc)-")
LISTS_OF_RECORDS = ("ristiriidat/", "sanasto/", "mittarit/", "alueet/kunnat/", "aukot/")


def anchors_linked_to(site: Path) -> tuple[str, ...]:
    """Every page and place that the site itself links to, one address for all pages of one kind; sorted."""
    pages = read_pages(site)
    found = {
        _general(_page(name))
        for name in pages
        if name.endswith("index.html") and not RECORDS.fullmatch(_page(name))
    }
    for name, page in pages.items():
        for written, _, _ in page.links:
            parts = urlsplit(written)
            if parts.scheme or parts.netloc or not parts.fragment:
                continue
            path = posixpath.normpath(posixpath.join(_page(name) or ".", unquote(parts.path)))
            where = "" if path == "." else f"{path}/"
            if f"{where}index.html" in pages and not _of_data(where, parts.fragment):
                found.add(f"{_general(where)}#{unquote(parts.fragment)}")
    return tuple(sorted(found))


def lost(site: Path, published: Iterable[Published]) -> tuple[Problem, ...]:
    """Registered addresses of pages and places that the site has not any more."""
    pages = read_pages(site)
    there = {_general(_page(name)) for name in pages}
    there |= {
        f"{_general(_page(name))}#{anchor}"
        for name, page in pages.items()
        for anchor in page.anchors
    }
    return tuple(
        Problem(
            entry.path,
            entry.line,
            1,
            "rekisteri",
            f"Osoite {entry.id} on julkaistu, mutta rakennetulla sivustolla sitä ei enää ole.",
        )
        for entry in published
        if entry.kind == PAGE and entry.id not in there
    )


def _page(name: str) -> str:
    return name.removesuffix("index.html")


def _general(page: str) -> str:
    found = RECORDS.fullmatch(page)
    if not found:
        return page or "./"
    return f"{found['folder']}*/*/" if found["folder"] else f"{found['other']}*/"


def _of_data(page: str, anchor: str) -> bool:
    return bool(OF_DATA.match(anchor)) or page in LISTS_OF_RECORDS
