"""View + template -> HTML. Templates escape everything by default and print ready values only."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from catalogue.finnish.formats import date, unbroken
from catalogue.site.parts import addresses
from catalogue.site.parts.reference import forms

if TYPE_CHECKING:
    from pathlib import Path

    from catalogue.facts import Build
    from catalogue.site.page import Page

HEADING = re.compile(r'<h2 id="([^"]+)"[^>]*>(.*?)</h2>', re.DOTALL)
TOP = "sisalto"
TAGS = re.compile(r"<[^>]+>")


@dataclass(frozen=True)
class Renderer:
    """Prints pages with the templates of one folder."""

    folder: Path
    build: Build

    @cached_property
    def environment(self) -> Environment:
        environment = Environment(
            loader=FileSystemLoader(self.folder),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            auto_reload=False,
        )
        environment.globals |= {
            "build": self.build,
            "to": addresses,
            "build_day": date(self.build.today),
        }
        return environment

    def html(self, page: Page) -> str:
        """The content of the page. Templates write addresses from the site's root as `~/…`; they become relative.

        The heading gets the anchor that the link past the menu leads to. A page with a contents list beside it gets the
        same list folded before its first section, for the phone.
        """
        made = self.environment.get_template(page.template).render(view=page.view, page=page)
        made = made.replace("<h1>", f'<h1 id="{TOP}">', 1)
        if not page.wide:
            contents = self.environment.get_template("contents.html").render(
                headings=headings(made)
            )
            made = made.replace("<h2", f"{contents}<h2", 1)
        if page.left:
            made += self.environment.get_template("left.html").render(left=page.left)
        if page.citations:
            made += self.environment.get_template("citation.html").render(
                citations=page.citations, forms=forms(page.citations)
            )
        if page.record:
            made += self.environment.get_template("record-id.html").render(record=page.record)
        return unbroken(made).replace('"~/', f'"{root_of(page.path)}')


def root_of(path: str) -> str:
    """The way from a page to the site's root: `../../` from `mallit/pohjanmaa/`, `./` from the front page."""
    return "../" * path.count("/") or "./"


def headings(html: str) -> tuple[tuple[str, str], ...]:
    """Anchor and text of every second-level heading, for the contents list."""
    return tuple(
        (anchor, " ".join(TAGS.sub("", text).split())) for anchor, text in HEADING.findall(html)
    )
