"""Lists of models: cards with what a filter needs, and the pages of regions, types and programmes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..formats import collation, join, number, period
from ..prose import html
from .common import (
    CiteView, Link, StatusView, cite_views, model_url, programme_link, region_link, region_of, status_view, type_link,
)
from .facets import Facet, Option
from .known import known
from .results import ResultRow, result_row

if TYPE_CHECKING:
    from ..facts import Facts
    from ..records import Record
    from ..schema.model import Model


@dataclass(frozen=True)
class Card:
    """A model in a list. `facets` are the ids that the page's filters compare."""

    id: str
    name: str
    url: str
    summary: str
    region: Link
    type: Link
    programme: Link
    status: StatusView
    results: int
    facets: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class ModelsView:
    cards: tuple[Card, ...]
    facets: tuple[Facet, ...]


@dataclass(frozen=True)
class GroupView:
    """Models under one heading."""

    heading: str
    link: Link | None
    cards: tuple[Card, ...]


@dataclass(frozen=True)
class RegionView:
    name: str
    name_sv: str
    brand: str
    summary: str
    project: str
    links: tuple[Link, ...]
    municipalities: tuple[tuple[str, str, str], ...]
    groups: tuple[GroupView, ...]
    counts: tuple[tuple[StatusView, int], ...]
    highlights: tuple[tuple[Link, ResultRow], ...]
    discrepancies: int
    sources: tuple[CiteView, ...]


@dataclass(frozen=True)
class TypeView:
    name: str
    summary: str
    description: str
    known: str
    regions: tuple[tuple[Link, tuple[Card, ...]], ...]
    missing: tuple[str, ...]


@dataclass(frozen=True)
class ProgrammeView:
    name: str
    summary: str
    period: str
    funder: str
    groups: tuple[GroupView, ...]
    sources: tuple[CiteView, ...]


def card(facts: Facts, model: Record[Model]) -> Card:
    data = model.data
    figures = facts.figures_by_model.get(model.id, ())
    status = status_view(facts, model)
    facets = (
        ("alue", region_of(model.id)), ("tyyppi", data.type), ("ohjelma", data.programme), ("tila", data.status.state),
        *(("kohderyhma", group) for group in data.target_groups),
        ("tuloksia", "on" if any(not figure.located.data.missing for figure in figures) else "ei"),
    )
    return Card(model.id, data.name.fi, model_url(model.id), data.summary.fi, region_link(facts, region_of(model.id)),
                type_link(facts, data.type), programme_link(facts, data.programme), status, len(figures), facets)


def models_view(facts: Facts) -> ModelsView:
    cards = tuple(card(facts, model) for model in facts.models)
    catalogue = facts.catalogue
    names: list[tuple[str, str, dict[str, str]]] = [
        ("alue", "Alue", {key: record.data.short.fi for key, record in catalogue.regions.items()}),
        ("tyyppi", "Mallityyppi", {key: record.data.name.fi for key, record in catalogue.types.items()}),
        ("ohjelma", "Ohjelma", {key: record.data.short.fi for key, record in catalogue.programmes.items()}),
        ("kohderyhma", "Kohderyhmä", {key: record.data.name.fi for key, record in catalogue.target_groups.items()}),
        ("tila", "Tila", {key: record.data.name.fi for key, record in catalogue.statuses.items()}),
        ("tuloksia", "Tulokset", {"on": "On tuloksia", "ei": "Ei lukuja"}),
    ]
    return ModelsView(cards, tuple(Facet(name, label, _options(cards, name, labels)) for name, label, labels in names))


def _options(cards: tuple[Card, ...], name: str, labels: dict[str, str]) -> tuple[Option, ...]:
    counts: dict[str, int] = {}
    for entry in cards:
        for facet, value in entry.facets:
            if facet == name:
                counts[value] = counts.get(value, 0) + 1
    ordered = sorted(counts, key=lambda value: collation(labels[value]))
    return tuple(Option(value, labels[value], counts[value]) for value in ordered)


def region_view(facts: Facts, region_id: str) -> RegionView:
    region, profile = facts.catalogue.regions[region_id].data, facts.catalogue.profiles[region_id].data
    models = facts.models_by_region.get(region_id, [])
    linked = [key for key in (profile.report, profile.collection) if key]
    return RegionView(
        name=region.name.fi, name_sv=region.name.sv or "", brand=region.brand or "", summary=profile.summary.fi,
        project=profile.project.fi if profile.project else "",
        links=tuple(Link(facts.catalogue.sources[key].data.title.fi, f"lahteet/{key}/",
                         facts.catalogue.sources[key].data.publisher.fi) for key in linked),
        municipalities=tuple((town.name.fi, town.name.sv or "", town.code) for town in
                             sorted(profile.municipalities, key=lambda town: collation(town.name.fi))),
        groups=by_type(facts, models), counts=_counts(facts, models),
        highlights=_highlights(facts, models),
        discrepancies=len({entry.id for model in models for entry in facts.discrepancies_by_model.get(model.id, ())}),
        sources=cite_views(facts, profile.sources))


def by_type(facts: Facts, models: list[Record[Model]]) -> tuple[GroupView, ...]:
    """Cards under their types, in the vocabulary's order of the file."""
    found = []
    for type_id, entry in facts.types_in_order.items():
        cards = tuple(card(facts, model) for model in models if model.data.type == type_id)
        if cards:
            found.append(GroupView(entry.data.plural.fi, type_link(facts, type_id), cards))
    return tuple(found)


def _counts(facts: Facts, models: list[Record[Model]]) -> tuple[tuple[StatusView, int], ...]:
    found = []
    for key, entry in facts.catalogue.statuses.items():
        count = sum(model.data.status.state == key for model in models)
        if count:
            found.append((StatusView(entry.data.name.fi, entry.data.group, entry.data.mark, ""), count))
    return tuple(sorted(found, key=lambda pair: -pair[1]))


def _highlights(facts: Facts, models: list[Record[Model]]) -> tuple[tuple[Link, ResultRow], ...]:
    found = []
    for model in models:
        for figure in facts.figures_by_model.get(model.id, ()):
            if figure.indicator.highlight and figure.value is not None and not figure.located.data.label:
                row = result_row(facts, figure)
                found.append((figure.indicator.highlight, (Link(model.data.name.fi, model_url(model.id)), row)))
    return tuple(pair for _, pair in sorted(found, key=lambda entry: entry[0])[:6])


def type_view(facts: Facts, type_id: str) -> TypeView:
    entry, models = facts.catalogue.types[type_id].data, facts.models_by_type.get(type_id, [])
    present = list(dict.fromkeys(region_of(model.id) for model in models))
    return TypeView(
        name=entry.plural.fi, summary=entry.summary.fi, description=html(entry.description.fi) if entry.description else "",
        known=known(facts, type_id),
        regions=tuple((region_link(facts, region), tuple(card(facts, model) for model in models if region_of(model.id) == region))
                      for region in present),
        missing=tuple(facts.catalogue.regions[region].data.short.fi for region in facts.regions_with_models
                      if region not in present and facts.catalogue.regions[region].data.kind != "national"))


def programme_view(facts: Facts, programme_id: str) -> ProgrammeView:
    entry = facts.catalogue.programmes[programme_id].data
    models = [model for model in facts.models if model.data.programme == programme_id]
    regions = list(dict.fromkeys(region_of(model.id) for model in models))
    groups = tuple(
        GroupView(facts.catalogue.regions[region].data.short.fi, region_link(facts, region),
                  tuple(card(facts, model) for model in models if region_of(model.id) == region))
        for region in regions)
    return ProgrammeView(entry.name.fi, entry.summary.fi, period(entry.period), entry.funder.fi, groups,
                         cite_views(facts, entry.sources))


def counted(count: int, singular: str, plural: str) -> str:
    """`1 malli`, `12 mallia`."""
    return f"{number(count)} {singular if count == 1 else plural}"


def named(words: list[str]) -> str:
    return join(sorted(words, key=collation))
