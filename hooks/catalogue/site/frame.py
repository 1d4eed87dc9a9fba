"""The theme's page around ours: the site generator renders it once a layout, with marks where each page's own words belong.

Rendering the theme anew costs more than everything else of a page, and hardly anything in it differs. A frame is made
by the generator itself, so a change of theme is never missed, and the core can fill a stored one without any generator.
"""

from __future__ import annotations

import json
import re
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

from catalogue.site.render import HEADING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from catalogue.site.page import Page

STEM = "kehys-5d1f"  # no text of the catalogue holds it
TITLE, DESCRIPTION, CONTENT, EDIT, HEAD = (
    f"{STEM}-{name}" for name in ("otsikko", "kuvaus", "sisalto", "lahde", "paa")
)
INDENT, LINE = re.compile(r"\n\s+"), "\n"
BETWEEN, TAGS = re.compile(r">\n<(?!(?:a|span)\b)"), "><"  # words of a line need their space


class Unmarked(Exception):
    """The theme did not print a page's content, or no frame of a layout was stored: its name."""


def tight(html: str, content: str = "") -> str:
    """The page without the indents of its frame and the ends of its lines; what is in `content` stays as it is."""
    before, found, after = html.partition(content) if content else (html, "", "")
    return f"{_tight(before)}{found}{_tight(after)}"


def _tight(html: str) -> str:
    return BETWEEN.sub(TAGS, INDENT.sub(LINE, html))


@dataclass(frozen=True)
class Layout:
    """What the theme's page depends on besides the words of a page. `path` is the address of a page that stands for all.

    Ways to other pages are relative and the navigation marks where one is: pages of one first folder and one depth share
    a frame, a page of the navigation has its own.
    """

    path: str
    described: bool
    editable: bool
    headed: bool  # its sections are listed beside the text

    @property
    def name(self) -> str:
        """The name under which the frame is stored."""
        told = (self.described, self.editable, self.headed)
        return f"{self.path} {''.join('01'[one] for one in told)}"


def layout_of(page: Page, html: str, *, alone: bool = False) -> Layout:
    """The layout of a page with this content; `alone`: of a page that shares it with no other."""
    first, *rest = page.path.rstrip("/").split("/")
    shared = "/".join([first, *(STEM for _ in rest), ""])
    return Layout(
        page.path if alone else shared,
        bool(page.description),
        bool(page.edit),
        is_headed(page, html),
    )


def is_headed(page: Page, html: str) -> bool:
    """Whether there is something to list beside the page's text."""
    return not page.wide and HEADING.search(html) is not None


@dataclass(frozen=True)
class Frame:
    """A rendered layout, cut at its marks: every second piece is one."""

    path: str
    pieces: tuple[str, ...]

    @classmethod
    def of(cls, layout: Layout, rendered: str) -> Frame:
        """Raises `Unmarked` where the content's mark is not there once."""
        if rendered.count(CONTENT) != 1:
            raise Unmarked(layout.name)
        marks = [TITLE, DESCRIPTION, CONTENT, EDIT, HEAD]
        if STEM in layout.path:
            marks.insert(0, layout.path)
        return cls(layout.path, tuple(re.split(f"({'|'.join(map(re.escape, marks))})", rendered)))

    def filled(self, page: Page, html: str) -> str:
        """The whole page as the site generator would have written it."""
        words = {
            TITLE: str(page.meta["title"]),
            DESCRIPTION: str(page.meta["description"]),
            CONTENT: html,
            EDIT: page.edit,
            HEAD: page.head,
            self.path: page.path,
        }
        return "".join(
            [words[piece] if place % 2 else piece for place, piece in enumerate(self.pieces)]
        )


def as_json(frames: Mapping[Layout, Frame]) -> str:
    """Frames to be filled another day, when there may be no site generator."""
    return json.dumps(
        {layout.name: asdict(frame) for layout, frame in frames.items()}, ensure_ascii=False
    )


def of_json(text: str) -> Callable[[Layout], Frame]:
    """What `as_json` wrote. The function raises `Unmarked` for a layout that was not stored."""
    stored = {
        name: Frame(made["path"], tuple(made["pieces"])) for name, made in json.loads(text).items()
    }

    def frame_of(layout: Layout) -> Frame:
        if layout.name not in stored:
            raise Unmarked(layout.name)
        return stored[layout.name]

    return frame_of
