"""A programme: its national figures and its models by region."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from catalogue.figures.figure import value
from catalogue.finnish.formats import period
from catalogue.site.parts import addresses
from catalogue.site.parts.card import CardGroup, cards_by_region
from catalogue.site.parts.common import (
    CiteView,
    Link,
    Text,
    also,
    cite_views,
    region_of,
)
from catalogue.site.parts.result import ResultRow, result_row

if TYPE_CHECKING:
    from catalogue.facts import Facts


@dataclass(frozen=True)
class Total:
    """A national figure and the record that tells it."""

    model: Link
    row: ResultRow


@dataclass(frozen=True)
class ProgrammeView:
    """The page of a programme."""

    id: str
    url: str
    name: str
    names: tuple[Text, ...]
    summary: str
    summary_also: tuple[Text, ...]
    period: str
    funder: str
    totals: tuple[Total, ...]
    groups: tuple[CardGroup, ...]
    sources: tuple[CiteView, ...]


def programmes_view(facts: Facts) -> tuple[ProgrammeView, ...]:
    """Every programme in its authors' order."""
    return tuple(programme_view(facts, key) for key in facts.catalogue.programmes)


def programme_view(facts: Facts, programme_id: str) -> ProgrammeView:
    """A programme with its models and its national figures."""
    entry = facts.catalogue.programmes[programme_id].data
    models = [model for model in facts.models if programme_id in model.data.programme]
    totals = sorted(
        (
            (
                figure.indicator.highlight,
                Total(
                    Link(model.data.name.fi, addresses.model(model.id)),
                    result_row(facts, figure),
                ),
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
        id=programme_id,
        url=addresses.programme(programme_id),
        name=entry.name.fi,
        names=also(entry.name),
        summary=entry.summary.fi,
        summary_also=also(entry.summary),
        period=period(entry.period),
        funder=entry.funder.fi,
        totals=tuple(total for _, total in totals),
        groups=cards_by_region(facts, models),
        sources=cite_views(facts, entry.sources),
    )
