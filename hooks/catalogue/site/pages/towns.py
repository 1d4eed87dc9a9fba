"""Every municipality with its county: what was tried there, what stayed, whom the records name. No town is a dead end."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from catalogue.finnish.formats import collation, counted, join
from catalogue.finnish.words import MODELS
from catalogue.site.parts.card import ModelState, model_state
from catalogue.site.parts.common import Link, region_link, type_link
from catalogue.site.parts.counts import by_kind, services
from catalogue.site.parts.towns import towns_of

if TYPE_CHECKING:
    from catalogue.facts import Facts
    from catalogue.records import Record
    from catalogue.schema.model import Model

STAYED = ("stayed", "continues")
NEAREST = 3  # counties to point at where a county has nothing


@dataclass(frozen=True)
class TownView:
    """`models` are those that name the town, each with what became of it."""

    id: str
    name: str
    name_sv: str
    former: str
    models: tuple[ModelState, ...]


@dataclass(frozen=True)
class Tried:
    """A type that the county tried; `count` is said only where there are many."""

    type: Link
    count: str


@dataclass(frozen=True)
class CountyView:
    """`nearest` is only where the catalogue holds nothing of the county."""

    id: str
    link: Link
    name: str
    name_sv: str
    where: str
    counts: str
    tried: tuple[Tried, ...]
    stayed: tuple[ModelState, ...]
    named: str
    nearest: tuple[Link, ...]
    towns: tuple[TownView, ...]


def towns_view(facts: Facts) -> tuple[CountyView, ...]:
    """The counties in Finnish order, each with its towns."""
    naming = _naming(facts)
    keys = [
        key for key, record in facts.catalogue.regions.items() if record.data.kind != "national"
    ]
    ordered = sorted(keys, key=lambda key: collation(facts.catalogue.regions[key].data.short.fi))
    return tuple(_county(facts, key, naming) for key in ordered)


def _naming(facts: Facts) -> dict[str, list[Record[Model]]]:
    found: dict[str, list[Record[Model]]] = {}
    for model in facts.models:
        for town in towns_of(facts.catalogue, model.data):
            found.setdefault(town, []).append(model)
    return found


def _county(facts: Facts, key: str, naming: dict[str, list[Record[Model]]]) -> CountyView:
    region = facts.catalogue.regions[key].data
    models = facts.models_by_region.get(key, [])
    counted_services = services(facts, models)
    return CountyView(
        id=key,
        link=region_link(facts, key),
        name=region.name.fi,
        name_sv=region.name.sv or "",
        where=region.inessive,
        counts=by_kind(facts, models) if models else "",
        tried=_tried(facts, counted_services),
        stayed=tuple(
            model_state(facts, model)
            for model in counted_services
            if _group(facts, model) in STAYED
        ),
        named=_named(models),
        nearest=() if models else _nearest(facts, key),
        towns=_towns(facts, key, naming),
    )


def _tried(facts: Facts, models: list[Record[Model]]) -> tuple[Tried, ...]:
    """Types with the count of the county's services of each, in the types' order."""
    counts = {key: sum(key in model.data.type for model in models) for key in facts.types_in_order}
    return tuple(
        Tried(type_link(facts, key), f" ({counted(count, MODELS)})" if count > 1 else "")
        for key, count in counts.items()
        if count
    )


def _named(models: list[Record[Model]]) -> str:
    """Organisations that the records name as doing the work."""
    told = (model.data.organisation.fi for model in models if model.data.organisation)
    return "; ".join(dict.fromkeys(told))


def _nearest(facts: Facts, key: str) -> tuple[Link, ...]:
    """The counties with models that are nearest on the tile map."""
    here = _tile(facts, key)
    others = [
        other for other in facts.regions_with_models if facts.catalogue.regions[other].data.tile
    ]
    if here is None:
        return ()
    column, row = here

    def distance(other: str) -> tuple[int, str]:
        place = _tile(facts, other) or (0, 0)
        return (place[0] - column) ** 2 + (place[1] - row) ** 2, other

    return tuple(region_link(facts, other) for other in sorted(others, key=distance)[:NEAREST])


def _tile(facts: Facts, key: str) -> tuple[int, int] | None:
    tile = facts.catalogue.regions[key].data.tile
    if not tile:
        return None
    column, row = map(int, tile.split(","))
    return column, row


def _towns(facts: Facts, key: str, naming: dict[str, list[Record[Model]]]) -> tuple[TownView, ...]:
    towns = [
        (town_id, town.data)
        for town_id, town in facts.catalogue.municipalities.items()
        if town.data.region == key
    ]
    return tuple(
        TownView(
            town_id,
            town.name.fi,
            town.name.sv or "",
            join(town.former),
            tuple(model_state(facts, model) for model in naming.get(town_id, ())),
        )
        for town_id, town in sorted(towns, key=lambda pair: collation(pair[1].name.fi))
    )


def _group(facts: Facts, model: Record[Model]) -> str:
    return facts.catalogue.statuses[facts.catalogue.label(model.data.status)].data.group
