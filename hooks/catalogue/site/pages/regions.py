"""The list of regions with the tile map."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from catalogue.site.parts import addresses
from catalogue.site.parts.tiles import Tile, tiles

if TYPE_CHECKING:
    from catalogue.facts import Facts


@dataclass(frozen=True)
class RegionsView:
    tiles: tuple[Tile, ...]
    others: tuple[Tile, ...]


def regions_view(facts: Facts) -> RegionsView:
    others = tuple(
        Tile(
            record.data.short.fi,
            addresses.region(key),
            0,
            0,
            0,
            0,
            0,
            len(facts.models_by_region.get(key, [])),
        )
        for key, record in facts.catalogue.regions.items()
        if record.data.tile is None and key in facts.catalogue.profiles
    )
    return RegionsView(tiles(facts), others)
