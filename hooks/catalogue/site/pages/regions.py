"""The list of regions with the tile map."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from catalogue.site.parts import addresses
from catalogue.site.parts.common import Link
from catalogue.site.parts.tiles import Tile, tiles

if TYPE_CHECKING:
    from catalogue.facts import Facts


@dataclass(frozen=True)
class Elsewhere:
    """A region that has no place on the map, and how many records it has."""

    region: Link
    count: int


@dataclass(frozen=True)
class RegionsView:
    """The map and the list of regions."""

    tiles: tuple[Tile, ...]
    others: tuple[Elsewhere, ...]


def regions_view(facts: Facts) -> RegionsView:
    """Regions on the tile map, and those that have no tile."""
    others = tuple(
        Elsewhere(
            Link(record.data.short.fi, addresses.region(key)),
            len(facts.models_by_region.get(key, ())),
        )
        for key, record in facts.catalogue.regions.items()
        if record.data.tile is None and key in facts.catalogue.profiles
    )
    return RegionsView(tiles(facts), others)
