"""A programme: its national figures and its models by region."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from catalogue.figures.figure import value
from catalogue.finnish.formats import period
from catalogue.site.parts import addresses
from catalogue.site.parts.card import Card, card
from catalogue.site.parts.common import (
    CiteView,
    Link,
    Text,
    also,
    cite_views,
    region_link,
    region_of,
)
from catalogue.site.parts.result import ResultRow, result_row

if TYPE_CHECKING:
    from catalogue.facts import Facts


@dataclass(frozen=True)
class GroupView:
    """Models under one heading."""

    anchor: str
    link: Link
    cards: tuple[Card, ...]


@dataclass(frozen=True)
class ProgrammeView:
    id: str
    url: str
    name: str
    names: tuple[Text, ...]
    summary: str
    summary_also: tuple[Text, ...]
    period: str
    funder: str
    totals: tuple[tuple[Link, ResultRow], ...]
    groups: tuple[GroupView, ...]
    sources: tuple[CiteView, ...]


def programmes_view(facts: Facts) -> tuple[ProgrammeView, ...]:
    return tuple(programme_view(facts, key) for key in facts.catalogue.programmes)


def programme_view(facts: Facts, programme_id: str) -> ProgrammeView:
    entry = facts.catalogue.programmes[programme_id].data
    models = [model for model in facts.models if programme_id in model.data.programme]
    regions = list(dict.fromkeys(region_of(model.id) for model in models))
    groups = tuple(
        GroupView(
            region,
            region_link(facts, region),
            tuple(card(facts, model) for model in models if region_of(model.id) == region),
        )
        for region in regions
    )
    totals = sorted(
        (
            (
                figure.indicator.highlight,
                Link(model.data.name.fi, addresses.model(model.id)),
                result_row(facts, figure),
            )
            for model in models
            if facts.catalogue.regions[region_of(model.id)].data.kind == "national"
            for figure in facts.figures_by_model.get(model.id, ())
            if figure.indicator.highlight
            and value(figure) is not None
            and not figure.located.data.label
        ),
        key=lambda total: total[0],
    )
    return ProgrammeView(
        programme_id,
        addresses.programme(programme_id),
        entry.name.fi,
        also(entry.name),
        entry.summary.fi,
        also(entry.summary),
        period(entry.period),
        entry.funder.fi,
        tuple((link, row) for _, link, row in totals),
        groups,
        cite_views(facts, entry.sources),
    )
