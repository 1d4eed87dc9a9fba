"""Addresses meet nowhere: names that the site keeps for itself, and pages that would lie on one another."""

from __future__ import annotations

import datetime
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from built import ROOT
from catalogue import build
from catalogue.build import publish, site
from catalogue.facts import Build
from catalogue.rules.names import RESERVED
from catalogue.site import sitemap
from catalogue.site.frame import CONTENT, Frame
from catalogue.site.parts.addresses import FOLDERS
from catalogue.writing import MeetingAddresses, Out
from golden import BASE

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from catalogue.facts import Facts
    from catalogue.site.page import Page

EDITION = Build(datetime.date(2026, 1, 1))
TEMPLATES = ROOT / "overrides" / "catalogue"


def test_every_page_of_the_site_among_those_of_records_is_reserved() -> None:
    made = site(BASE / "models", TEMPLATES, EDITION)
    for kind, folder in FOLDERS.items():
        removed = {name for of, name in made.facts.where.graves if of == kind}
        records = {*made.facts.catalogue.known(kind), *removed}
        fixed = {
            path.removeprefix(folder).strip("/")
            for path in (*made.few, *(page.path for page in made.many()))
            if path.startswith(folder) and path != folder
        }
        assert fixed - records == set(RESERVED.get(kind, ())), kind


def published(folder: Path) -> None:
    """Everything of the base written without a theme."""
    made = site(BASE / "models", TEMPLATES, EDITION)
    plain = Frame("", ("", CONTENT, ""))
    publish(made, lambda _: plain, Out(folder, {page.uri for page in made.few.values()}))


def test_two_pages_at_one_address_are_refused_by_name(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    real = sitemap.many

    def doubled(facts: Facts) -> Iterator[Page]:
        for page in real(facts):
            yield page
        yield replace(page, path="mallit/koivula/valmennus/")

    monkeypatch.setattr(build, "many", doubled)
    with pytest.raises(MeetingAddresses, match="mallit/koivula/valmennus/"):
        published(tmp_path)


def test_a_page_and_a_file_at_one_address_are_refused_by_name(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(build, "files", lambda *_: [("mallit/index.html", "x")])
    with pytest.raises(MeetingAddresses, match=r"mallit/index\.html"):
        published(tmp_path)
