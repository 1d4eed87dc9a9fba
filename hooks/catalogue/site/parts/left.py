"""What once stood on a page and is not there any more: its anchor still holds, and says where to go."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from catalogue.finnish.formats import day
from catalogue.finnish.words import PUBLISHED
from catalogue.permanence.where import model_of
from catalogue.site.parts import addresses
from catalogue.site.parts.common import Link, model_link, region_link, type_link
from catalogue.site.parts.names import name_of

if TYPE_CHECKING:
    from catalogue.facts import Facts
    from catalogue.records import Record
    from catalogue.schema.vocabulary import Tombstone

PLACES = ("result", "mention", "term", "discrepancy", "instrument", "municipality", "region")


@dataclass(frozen=True)
class Left:
    """One place: what was there; where it is now (`moved`), or why it is nowhere and where to look instead."""

    anchor: str
    text: str
    moved: Link | None = None
    instead: tuple[Link, ...] = ()


@dataclass(frozen=True)
class GraveView:
    """The page at the address of something that was taken out."""

    what: str
    name: str
    day: str
    reason: str
    instead: tuple[Link, ...]


def lefts(facts: Facts) -> dict[str, tuple[Left, ...]]:
    """The places that each page lost, by the page's address."""
    found: dict[str, dict[str, Left]] = defaultdict(dict)
    for (kind, old), now in facts.where.moved.items():
        page, anchor = _place(facts, kind, old)
        target = addresses.place_of(*now)
        if anchor and target not in ("", f"{page}#{anchor}"):
            told = f"{PUBLISHED[now[0]]} on siirtynyt:"  # type: ignore[index]
            found[page][anchor] = Left(anchor, told, Link(name_of(facts, *now), target))
    for (kind, old), grave in facts.where.graves.items():
        page, anchor = _place(facts, kind, old)
        if anchor:
            data = grave.data
            told = f"{data.name.fi}: poistettu {day(data.date)}. {data.reason.fi}"
            found[page][anchor] = Left(anchor, told, None, instead(facts, grave))
    taken = _anchors_of_results(facts, found)
    return {
        page: tuple(entry for anchor, entry in sorted(there.items()) if (page, anchor) not in taken)
        for page, there in found.items()
    }


def grave_view(facts: Facts, grave: Record[Tombstone]) -> GraveView:
    """What is told of a record that is removed."""
    data = grave.data
    return GraveView(
        PUBLISHED[data.of], data.name.fi, day(data.date), data.reason.fi, instead(facts, grave)
    )


def instead(facts: Facts, grave: Record[Tombstone]) -> tuple[Link, ...]:
    """Where its editor tells to look."""
    data = grave.data
    return (
        *(model_link(facts, key) for key in data.models),
        *(region_link(facts, key) for key in data.regions),
        *(type_link(facts, key) for key in data.types),
        *(
            Link(name_of(facts, "indicator", key), addresses.indicator(key))
            for key in data.indicators
        ),
        *(Link(name_of(facts, "source", key), addresses.source(key)) for key in data.sources),
    )


def _place(facts: Facts, kind: str, old: str) -> tuple[str, str]:
    """The page on which a reader of the old address ends, and the anchor that is looked for there."""
    page, _, anchor = addresses.place_of(kind, old).partition("#")
    model = model_of(kind, old)
    if kind not in PLACES or not anchor:
        return page, ""
    now = facts.where.now("model", model) if model else None
    return (addresses.model(now[1]) if now and now[0] == "model" else page), anchor


def _anchors_of_results(facts: Facts, pages: dict[str, dict[str, Left]]) -> set[tuple[str, str]]:
    """Places of today's results on the pages that lost some: a new one may have the anchor of an old one."""
    return {
        (page, anchor)
        for page, _, anchor in (
            addresses.result(key).partition("#") for key in facts.catalogue.results
        )
        if page in pages
    }
