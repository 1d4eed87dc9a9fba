"""Lists of models: cards with what a filter needs, and the pages of regions, types and programmes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..formats import collation, period
from .common import (
    CiteView,
    Link,
    StatusView,
    cite_views,
    model_url,
    programme_link,
    region_link,
    region_of,
    status_view,
    type_link,
)
from .facets import Facet, Option
from .results import ResultRow, result_row

if TYPE_CHECKING:
    from ..facts import Facts
    from ..records import Record
    from ..schema.model import Model


OUTCOMES = {
    "jai": "Jäi käyttöön tai jatkuu",
    "suunnitteilla": "Suunnitteilla",
    "paattyi": "Päättyi",
    "ei-kokeiltu": "Ei kokeiltu",
    "tehty": "Kertaluonteinen, tehty",
    "ei-tiedossa": "Ei tiedossa",
}
OF_GROUP = {
    "stayed": "jai",
    "continues": "jai",
    "planned": "suunnitteilla",
    "ended": "paattyi",
    "not_tried": "ei-kokeiltu",
    "completed": "tehty",
    "unknown": "ei-tiedossa",
}


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
class ProgrammeView:
    name: str
    summary: str
    period: str
    funder: str
    totals: tuple[tuple[Link, ResultRow], ...]
    groups: tuple[GroupView, ...]
    sources: tuple[CiteView, ...]


def card(facts: Facts, model: Record[Model]) -> Card:
    data = model.data
    figures = facts.figures_by_model.get(model.id, ())
    status = status_view(facts, model)
    facets = (
        ("alue", region_of(model.id)),
        ("tyyppi", data.type),
        ("ohjelma", data.programme),
        ("tila", data.status.state),
        *(("kohderyhma", group) for group in data.target_groups),
        ("lopputulos", outcome_of(facts, model)),
        ("tuloksia", "on" if any(not figure.located.data.missing for figure in figures) else "ei"),
    )
    return Card(
        model.id,
        data.name.fi,
        model_url(model.id),
        data.summary.fi,
        region_link(facts, region_of(model.id)),
        type_link(facts, data.type),
        programme_link(facts, data.programme),
        status,
        len(figures),
        facets,
    )


def outcome_of(facts: Facts, model: Record[Model]) -> str:
    """What became of a model, as the filter's id."""
    return OF_GROUP[facts.catalogue.statuses[model.data.status.state].data.group]


def models_view(facts: Facts) -> ModelsView:
    cards = tuple(card(facts, model) for model in facts.models)
    catalogue = facts.catalogue
    names: list[tuple[str, str, dict[str, str]]] = [
        ("alue", "Alue", {key: record.data.short.fi for key, record in catalogue.regions.items()}),
        (
            "tyyppi",
            "Mallityyppi",
            {key: record.data.name.fi for key, record in catalogue.types.items()},
        ),
        (
            "ohjelma",
            "Ohjelma",
            {key: record.data.short.fi for key, record in catalogue.programmes.items()},
        ),
        (
            "kohderyhma",
            "Kohderyhmä",
            {key: record.data.name.fi for key, record in catalogue.target_groups.items()},
        ),
        ("lopputulos", "Mitä siitä tuli", OUTCOMES),
        ("tila", "Tila", {key: record.data.name.fi for key, record in catalogue.statuses.items()}),
        ("tuloksia", "Tulokset", {"on": "On tuloksia", "ei": "Ei lukuja"}),
    ]
    return ModelsView(
        cards,
        tuple(Facet(name, label, _options(cards, name, labels)) for name, label, labels in names),
    )


def _options(cards: tuple[Card, ...], name: str, labels: dict[str, str]) -> tuple[Option, ...]:
    counts: dict[str, int] = {}
    for entry in cards:
        for facet, value in entry.facets:
            if facet == name:
                counts[value] = counts.get(value, 0) + 1
    ordered = sorted(counts, key=lambda value: collation(labels[value]))
    return tuple(Option(value, labels[value], counts[value]) for value in ordered)


def programme_view(facts: Facts, programme_id: str) -> ProgrammeView:
    entry = facts.catalogue.programmes[programme_id].data
    models = [model for model in facts.models if model.data.programme == programme_id]
    regions = list(dict.fromkeys(region_of(model.id) for model in models))
    groups = tuple(
        GroupView(
            facts.catalogue.regions[region].data.short.fi,
            region_link(facts, region),
            tuple(card(facts, model) for model in models if region_of(model.id) == region),
        )
        for region in regions
    )
    totals = sorted(
        (
            (
                figure.indicator.highlight,
                Link(model.data.name.fi, model_url(model.id)),
                result_row(facts, figure),
            )
            for model in models
            if facts.catalogue.regions[region_of(model.id)].data.kind == "national"
            for figure in facts.figures_by_model.get(model.id, ())
            if figure.indicator.highlight
            and figure.value is not None
            and not figure.located.data.label
        ),
        key=lambda total: total[0],
    )
    return ProgrammeView(
        entry.name.fi,
        entry.summary.fi,
        period(entry.period),
        entry.funder.fi,
        tuple((link, row) for _, link, row in totals),
        groups,
        cite_views(facts, entry.sources),
    )
