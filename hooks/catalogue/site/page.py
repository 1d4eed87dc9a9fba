"""One page of the site, before it is printed."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING, Any

from catalogue.site import found
from catalogue.site.parts import addresses

if TYPE_CHECKING:
    import datetime

    from catalogue.site.parts.citation import Citation
    from catalogue.site.parts.left import Left


# The templates of pages of one record each, at `<folder>/<id>/`.
RECORDS = tuple(
    f"{kind}.html"
    for kind in ("model", "region", "type", "programme", "indicator", "source", "comparison")
)


@dataclass(frozen=True)
class Page:
    """One page: its address from the root, what it is called, and the view that its template prints.

    `edit` is the file in the repository that a reader may correct; `wide` pages have no contents list beside them;
    `left` are the places that were here once; `site` is the site's address; `changed` the day of the page's own last
    change, where one is known; a page that is not `listed` is for those who come by an old link.
    """

    path: str
    title: str
    description: str
    template: str
    view: Any
    crumbs: tuple[found.Crumb, ...] = ()
    edit: str = ""
    wide: bool = False
    citations: tuple[Citation, ...] = ()
    left: tuple[Left, ...] = ()
    site: str = ""
    changed: datetime.date | None = None
    listed: bool = True

    @property
    def uri(self) -> str:
        """The page's file from the site's root."""
        return f"{self.path}index.html"

    @property
    def record(self) -> str:
        """The id of the record that the page tells of; empty where it lists many or none."""
        return self.path.partition("/")[2].rstrip("/") if self.template in RECORDS else ""

    @property
    def meta(self) -> dict[str, object]:
        """What the template around the page is told."""
        return meta(self.title, self.description) | {"head": self.head}

    @property
    def head(self) -> str:
        """What machines find the page by."""
        files = found.files_of(self.template, self.path)
        told = found.Told(self.path, self.title, self.description, self.crumbs, files, self.listed)
        return found.head(told, self.site)


def meta(title: str, description: str) -> dict[str, object]:
    """Front matter for the site generator. Its theme prints title and description as they are: escaped here."""
    return {"title": escape(title), "description": escape(description)}


def further(page: Page, number: int) -> Page:
    """The page on which the lists of a long page go on."""
    return Page(
        addresses.further(page.path, number),
        f"{page.title}, sivu {number}",
        page.description,
        "part.html",
        page.view,
        (*page.crumbs, found.Crumb(page.title, page.path)),
        page.edit,
        wide=True,
        site=page.site,
        changed=page.changed,
    )


def listing(
    path: str, title: str, description: str, template: str, view: Any, edit: str = ""
) -> Page:
    """A page that lists records: one step from the front page, without a contents list."""
    return Page(path, title, description, template, view, (found.HOME,), edit, wide=True)
