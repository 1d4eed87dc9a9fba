"""The tile map: every region that has a place on it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from catalogue.finnish.formats import collation
from catalogue.site.parts import addresses
from catalogue.site.parts.counts import services

if TYPE_CHECKING:
    from catalogue.facts import Facts


@dataclass(frozen=True)
class Tile:
    """A region on the tile map; `column` and `row` count from 1. Its services are counted, the rest is `others`."""

    name: str
    url: str
    column: int
    row: int
    models: int
    stayed: int
    ended: int
    others: int


def tiles(facts: Facts) -> tuple[Tile, ...]:
    """Every region that has a place on the map, in Finnish order."""
    found = []
    for key, record in facts.catalogue.regions.items():
        if record.data.tile is None:
            continue
        every = facts.models_by_region.get(key, [])
        models = services(facts, every)
        groups = [
            facts.catalogue.statuses[facts.catalogue.label(model.data.status)].data.group
            for model in models
        ]
        column, row = map(int, record.data.tile.split(","))
        url = addresses.region(key) if key in facts.catalogue.profiles else ""
        found.append(
            Tile(
                record.data.short.fi,
                url,
                column + 1,
                row + 1,
                len(models),
                groups.count("stayed") + groups.count("continues"),
                groups.count("ended"),
                len(every) - len(models),
            )
        )
    return tuple(sorted(found, key=lambda tile: collation(tile.name)))
