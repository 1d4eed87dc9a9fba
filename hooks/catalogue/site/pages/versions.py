"""The page of published versions: what changed with each, so that who cites one sees what is otherwise today."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from catalogue.finnish.formats import date
from catalogue.finnish.words import PUBLISHED
from catalogue.site.parts import addresses
from catalogue.site.parts.common import Link
from catalogue.site.parts.names import name_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from catalogue.facts import Facts, Version

MOST = 200  # cells of one version on the page; the file has all


@dataclass(frozen=True)
class CellView:
    """One cell: what it is of, what it said and says, and why it changed."""

    what: Link
    field: str
    before: str
    after: str
    why: str


@dataclass(frozen=True)
class VersionView:
    """One version; `later` says how many cells have changed since it in the published versions."""

    name: str
    day: str
    cells: tuple[CellView, ...]
    more: int
    later: int
    archive: str
    models: str


@dataclass(frozen=True)
class VersionsView:
    """All versions, newest first, and how today's data relate to the newest."""

    versions: tuple[VersionView, ...]
    now: str
    as_released: bool


def versions_view(facts: Facts) -> VersionsView:
    """Every published version, newest first."""
    found, later = [], 0
    for one in facts.build.versions:
        found.append(_version(facts, one, later))
        later += len(one.changes)
    return VersionsView(tuple(found), facts.build.version, facts.build.as_released)


def _version(facts: Facts, one: Version, later: int) -> VersionView:
    root = f"{addresses.VERSIONS}{one.name}/"
    return VersionView(
        one.name,
        date(one.day),
        tuple(_cell(facts, cell) for cell in one.changes[:MOST]),
        max(0, len(one.changes) - MOST),
        later,
        f"{root}{addresses.ARCHIVE}" if one.on_site else "",
        f"{root}{addresses.API}models.json" if one.on_site else "",
    )


def _cell(facts: Facts, cell: Mapping[str, str]) -> CellView:
    kind, key = cell["kind"], cell["id"]
    now = facts.where.now(kind, key)
    name = name_of(facts, *now) if now else key
    label = f"{PUBLISHED[kind]}: {name}"  # type: ignore[index]
    url = addresses.place_of(*now) if now else addresses.place_of(kind, key)
    return CellView(Link(label, url), cell["field"], cell["before"], cell["after"], _why(cell))


def _why(cell: Mapping[str, str]) -> str:
    """An editor's own words with the kind of the reason; versions of before such words have only that."""
    kind, told = cell["reason_in_finnish"], cell.get("told", "")
    return f"{told} ({kind})" if told else kind
