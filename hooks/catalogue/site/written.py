"""Pages and files into the folder of the site: what an earlier build wrote of the same is taken as it is.

A page is of the same when its view says the same, the templates and what they are told of the build are the same, and so
is the frame around it. Nothing is guessed from what was edited: views are made anew every time, only printing is saved.
"""

from __future__ import annotations

from dataclasses import astuple, dataclass, field
from functools import partial
from typing import TYPE_CHECKING, Any

import orjson

from catalogue.cache import digest
from catalogue.site.frame import Layout, layout_of
from catalogue.site.parts.addresses import anchors_of_further
from catalogue.writing import Made, Packed, as_written

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from catalogue.cache import Cache
    from catalogue.site.frame import Frame
    from catalogue.site.page import Page
    from catalogue.site.render import Printed, Renderer
    from catalogue.writing import Content, Out

PAGES, FILES = "sivut", "tiedostot-sivustolla"


@dataclass
class Writer:
    """Writes into `out`, each page in the frame of its layout. `close` leaves word of everything for the next build."""

    renderer: Renderer
    frame_of: Callable[[Layout], Frame]
    out: Out
    cache: Cache
    paths: list[str] = field(default_factory=list)
    frames: dict[Layout, tuple[Frame, str]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        known = self.cache.shelf(FILES).known
        self.out.known = {address: Made(*orjson.loads(told)) for address, told in known.items()}

    def page(self, page: Page) -> None:
        """The page and those on which its lists go on. Raises `MeetingAddresses`."""
        key = self.renderer.key(page)
        shelf = self.cache.shelf(PAGES)
        parts = shelf.seen(page.path) if key else None
        if parts and all(self.out.has(*one) for one in self._wanted(key, parts)):
            for path, _ in parts:
                self.out.keep(path)
        else:
            parts = [*self._written(self.renderer.pages(page), key)]
        shelf.put(page.path, parts)
        self.paths += [path.removesuffix("index.html") for path, layout in parts if layout]

    def further(self, first: Printed, rest: Sequence[Printed], key: str) -> None:
        """The further pages of one that others write; `key` is that page's."""
        for _ in self._anchors(first, key):
            pass
        written = self._written(rest, key)
        self.paths += [path.removesuffix("index.html") for path, layout in written if layout]

    def file(self, address: str, content: Content) -> None:
        """A file beside the pages. Raises `MeetingAddresses`."""
        key = digest(content.text if isinstance(content, Packed) else content)
        self._put(address, key, lambda: as_written(content))

    def close(self) -> None:
        """Leave word of what was written."""
        shelf = self.cache.shelf(FILES)
        for address, made in self.out.made.items():
            shelf.put(address, [*astuple(made)])
        for name in (PAGES, FILES):
            self.cache.shelf(name).save()

    def _written(self, printed: Iterable[Printed], key: str) -> Iterator[list[Any]]:
        """Address of every file with its layout; none of a file that has no frame."""
        for one in printed:
            layout = layout_of(one.page, one.html)
            frame, mark = self._frame(layout)
            own = key and digest(key, mark)
            self._put(one.page.uri, own, partial(frame.filled, one.page, one.html))
            yield [one.page.uri, [*astuple(layout)]]
            yield from self._anchors(one, key)

    def _anchors(self, one: Printed, key: str) -> Iterator[list[Any]]:
        """Where the anchors are that stand on further pages."""
        if one.anchors:
            address = anchors_of_further(one.page.path)
            self._put(address, key, partial(orjson.dumps, one.anchors))
            yield [address, []]

    def _put(self, address: str, key: str, make: Callable[[], str | bytes]) -> None:
        """The file as the earlier site has it, or made."""
        if key and self.out.has(address, key):
            self.out.keep(address)
        else:
            self.out.write(address, make(), key)

    def _wanted(self, key: str, parts: list[Any]) -> Iterator[tuple[str, str]]:
        """Address of every file of a page, and the key that it has when nothing changed."""
        for address, layout in parts:
            yield address, digest(key, self._frame(Layout(*layout))[1]) if layout else key

    def _frame(self, layout: Layout) -> tuple[Frame, str]:
        """The frame with a digest of it."""
        if layout not in self.frames:
            frame = self.frame_of(layout)
            self.frames[layout] = frame, digest(frame.path, *frame.pieces)
        return self.frames[layout]
