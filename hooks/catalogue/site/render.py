"""View + template -> HTML. Templates escape everything by default and print ready values only."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

import orjson
from jinja2 import FileSystemLoader, StrictUndefined
from pydantic import BaseModel

from catalogue.cache import digest
from catalogue.finnish.formats import date, unbroken
from catalogue.finnish.joints import SOFT, edition
from catalogue.site.breaking import Texts
from catalogue.site.compiling import OPTIONS, Quick
from catalogue.site.explained import PAGES
from catalogue.site.page import further
from catalogue.site.paging import divided, part_view
from catalogue.site.parts import addresses
from catalogue.site.spared import spared

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from jinja2 import BytecodeCache, Environment

    from catalogue.facts import Build
    from catalogue.finnish.joints import Joints
    from catalogue.site.explained import Terms
    from catalogue.site.page import Page

HEADING = re.compile(r'<h2 id="([^"]+)"[^>]*>(.*?)</h2>', re.DOTALL)
TOP = "sisalto"
TAGS = re.compile(r"<[^>]+>")


@dataclass(frozen=True)
class Printed:
    """A page and its content, ready for the frame; `anchors` are those of its lists that stand on further pages."""

    page: Page
    html: str
    anchors: Mapping[str, int] = field(default_factory=dict)


def as_bytes(printed: tuple[Printed, ...]) -> bytes:
    """A page and its further pages, to be read by `of_bytes`."""
    return orjson.dumps([(one.html, one.anchors) for one in printed])


def of_bytes(page: Page, told: bytes) -> tuple[Printed, ...]:
    """What `as_bytes` wrote of the page."""
    return tuple(
        Printed(page if number == 1 else further(page, number), html, anchors)
        for number, (html, anchors) in enumerate(orjson.loads(told), 1)
    )


@dataclass(frozen=True)
class Renderer:
    """Prints pages with the templates of one folder; with `joints`, long words break at them; `terms` are explained."""

    folder: Path
    build: Build
    joints: Joints | None = None
    terms: Terms | None = None
    compiled: BytecodeCache | None = None  # templates as earlier builds compiled them

    @cached_property
    def environment(self) -> Environment:
        """The templates, with what all of them may ask."""
        environment = Quick(
            loader=FileSystemLoader(self.folder),
            undefined=StrictUndefined,
            bytecode_cache=self.compiled,
            **OPTIONS,
        )
        environment.globals |= {
            "build": self.build,
            "to": addresses,
            "build_day": date(self.build.today),
        }
        return environment

    @cached_property
    def texts(self) -> Texts | None:
        """The texts of pages as their lines break."""
        return Texts(self.joints.broken) if self.joints else None

    def forget(self) -> None:
        """Let go of the texts of pages that were printed."""
        vars(self).pop("texts", None)

    @cached_property
    def version(self) -> str:
        """Of everything that goes into all pages: templates, what they are told of the build, terms, joints of words."""
        texts = (path.read_bytes() for path in sorted(self.folder.rglob("*.html")))
        more = (self.terms.mark if self.terms else "", edition() if self.joints else "")
        return digest(repr(self.build), *more, *texts)

    def key(self, page: Page) -> str:
        """The same for pages that print the same; empty where a view holds more than what it prints."""
        try:
            said = orjson.dumps(page, default=self._told)
        except TypeError:
            return ""
        return digest(self.version, said)

    def _told(self, value: object) -> object:
        """What a view holds besides texts and numbers: records, behind figures that the files of a page tell of."""
        if isinstance(value, BaseModel):
            return self._mark(value)
        if mark := getattr(value, "mark", None):  # of a file that a record was read from
            return mark
        if isinstance(value, Decimal):
            return str(value)
        if isinstance(value, tuple):  # one with names
            return [*value]
        raise TypeError

    def _mark(self, data: BaseModel) -> str:
        """The same for the same data. A comparison tells of a model with each of its figures."""
        found = self._marks.get(id(data))
        if not found or found[0] is not data:
            found = self._marks[id(data)] = data, digest(data.model_dump_json())
        return found[1]

    @cached_property
    def _marks(self) -> dict[int, tuple[BaseModel, str]]:
        return {}

    def html(self, page: Page) -> str:
        """The content of the page; of a page that would be too large, its first part."""
        return self.pages(page)[0].html

    def pages(self, page: Page) -> tuple[Printed, ...]:
        """The page, and those on which its lists go on. Addresses from the site's root become relative.

        The page of a model holds one model, however large: it stays whole.
        """
        html = self._content(page)
        root = root_of(page.path)
        whole = spared(html, root)
        parts = divided(html, len(whole.encode())) if page.template != "model.html" else None
        if parts is None:
            return (Printed(page, _relative(page, whole)),)
        template = self.environment.get_template("part.html")
        count = len(parts.rest) + 1
        first = parts.first.replace('"@/', f'"~/{page.path}')
        first += template.render(view=part_view(page, 1, count), page=page)
        made = [Printed(page, _relative(page, spared(first, root)), parts.anchors)]
        for number, pieces in enumerate(parts.rest, 2):
            part = further(page, number)
            html = template.render(view=part_view(page, number, count, pieces), page=part)
            made.append(Printed(part, _relative(part, spared(_anchored(html), root_of(part.path)))))
        return (*made,)

    def _content(self, page: Page) -> str:
        """The content with addresses as templates write them, from the site's root as `~/…`.

        The heading gets the anchor that the link past the menu leads to. A page with a contents list beside it gets the
        same list folded before its first section, for the phone.
        """
        made = self.environment.get_template(page.template).render(view=page.view, page=page)
        made = _anchored(made)
        if not page.wide:
            contents = self.environment.get_template("contents.html").render(
                headings=headings(made)
            )
            made = made.replace("<h2", f"{contents}<h2", 1)
        if self.terms and page.template in PAGES:
            made = self.terms.explained(made)
        made = unbroken(made) if self.texts is None else self.texts.breaking(made)
        beside = ""
        if page.left:
            beside += self.environment.get_template("left.html").render(left=page.left)
        if page.citations:
            template = self.environment.get_template("citation.html")
            beside += template.render(citations=page.citations)
        if page.record:
            beside += self.environment.get_template("record-id.html").render(record=page.record)
        return made + unbroken(beside)


def _relative(page: Page, html: str) -> str:
    return html.replace('"~/', f'"{root_of(page.path)}')


def _anchored(html: str) -> str:
    """With the anchor that the link past the menu leads to."""
    return html.replace("<h1>", f'<h1 id="{TOP}">')


def root_of(path: str) -> str:
    """The way from a page to the site's root: `../../` from `mallit/pohjanmaa/`, `./` from the front page."""
    return "../" * path.count("/") or "./"


@lru_cache(maxsize=1)  # a page's layout and its frame ask for the same
def headings(html: str) -> tuple[tuple[str, str], ...]:
    """Anchor and text of every second-level heading, for the contents list."""
    return tuple(
        (anchor, " ".join(TAGS.sub("", text).replace(SOFT, "").split()))
        for anchor, text in HEADING.findall(html)
    )
