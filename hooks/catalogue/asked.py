"""A site while somebody writes it: a page is made when it is asked for, and what is not asked for is not made.

Whoever saves a file waits for the check of the files and for the pages that are looked at, not for ten thousand others.
Every page and file is the one that a build would write.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import partial
from threading import Lock
from typing import TYPE_CHECKING

import orjson

from catalogue.files.redirects import redirects
from catalogue.site.frame import layout_of
from catalogue.site.parts import addresses
from catalogue.site.sitemap import many_made
from catalogue.writing import Out, as_written

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from catalogue.build import Site
    from catalogue.site.frame import Frame, Layout
    from catalogue.writing import Content

OF_PAGE = re.compile(r"(?P<path>.*?)(?:(?:sivu/\d+/)?index\.html|sivut\.json)")


class Asked:
    """Makes the pages and files of a site at their addresses under `root`, each when it is asked for."""

    def __init__(self, made: Site, frame_of: Callable[[Layout], Frame], root: Path) -> None:
        self.made, self.frame_of, self.out = made, frame_of, Out(root)
        self.pages = {**made.few_made, **dict(many_made(made.facts))}
        self.beside: dict[str, Callable[[], Iterable[tuple[str, Content]]]] = {
            "search": made.searched,
            "moved": partial(redirects, made.facts),
            "rest": made.files,
        }

    def lay(self, address: str) -> None:
        """Write what is at the address, with what is made with it; nothing where there is something, or nothing of ours."""
        if (self.out.root / address).is_file():
            return
        found = OF_PAGE.fullmatch(address)
        if found and found["path"] in self.pages:
            self._page(found["path"])
        elif address.startswith(addresses.SEARCH_PARTS):
            self._files("search")
        else:
            self._files("moved" if found else "rest")

    def _page(self, path: str) -> None:
        """The page with the further pages of its lists."""
        first, *rest = self.made.renderer.pages(self.pages[path]())
        for one in (first, *rest):
            layout = layout_of(
                one.page, one.html, alone=one is first and path in self.made.few_made
            )
            self.out.write(one.page.uri, self.frame_of(layout).filled(one.page, one.html))
        if first.anchors:
            self.out.write(addresses.anchors_of_further(path), orjson.dumps(first.anchors))

    def _files(self, kind: str) -> None:
        """All files of a kind, once."""
        for address, content in self.beside.pop(kind, tuple)():
            if address not in self.out.taken:
                self.out.write(address, as_written(content))


@dataclass(eq=False)
class Counter:
    """Where the readers of a served site ask. While it is built nobody is answered."""

    lock: Lock = field(default_factory=Lock)
    asked: Asked | None = None

    def lay(self, address: str) -> None:
        """Make what is at the address, where this site makes it."""
        with self.lock:
            if self.asked:
                self.asked.lay(address)


COUNTERS: dict[Path, Counter] = {}  # by the folder of a site: a generator makes all else anew


def opened(root: Path) -> Counter:
    """The counter of a site that will be built again while it is served."""
    return COUNTERS.setdefault(root.resolve(), Counter())


def counter_of(root: Path) -> Counter | None:
    """The counter of the site in this folder; None where it is only built."""
    return COUNTERS.get(root.resolve())
