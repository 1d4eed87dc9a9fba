"""The tile map: every region that has a place on it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from catalogue.finnish.formats import collation, counted
from catalogue.finnish.words import KIND_UNITS, OTHER_RECORDS
from catalogue.site.parts import addresses
from catalogue.site.parts.counts import services

if TYPE_CHECKING:
    from catalogue.facts import Facts


@dataclass(frozen=True)
class Tile:
    """A region on the tile map; `column` and `row` count from 1.

    `models` counts its services, `count` says how many there are, or of what else where it has none; an empty `count`
    is a region that the catalogue does not tell of.
    """

    name: str
    url: str
    column: int
    row: int
    models: int
    stayed: int
    ended: int
    count: str


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
                name=record.data.short.fi,
                url=url,
                column=column + 1,
                row=row + 1,
                models=len(models),
                stayed=groups.count("stayed") + groups.count("continues"),
                ended=groups.count("ended"),
                count=_count(len(models), len(every) - len(models)) if url else "",
            )
        )
    return tuple(sorted(found, key=lambda tile: collation(tile.name)))


def _count(services: int, others: int) -> str:
    if services:
        return counted(services, KIND_UNITS["palvelumalli"])
    return counted(others, OTHER_RECORDS) if others else ""
