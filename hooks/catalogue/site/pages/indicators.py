"""The list of indicators and instruments."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from catalogue.finnish.formats import collation, span
from catalogue.finnish.words import MEASURES
from catalogue.site.parts import addresses

if TYPE_CHECKING:
    from catalogue.facts import Facts


@dataclass(frozen=True)
class IndicatorCard:
    """An indicator in the list."""

    name: str
    url: str
    definition: str
    measure: str
    values: int


@dataclass(frozen=True)
class InstrumentView:
    """An instrument in the list."""

    anchor: str
    name: str
    summary: str
    scale: str


@dataclass(frozen=True)
class IndicatorsView:
    """The page of indicators and instruments."""

    indicators: tuple[IndicatorCard, ...]
    instruments: tuple[InstrumentView, ...]


def indicators_view(facts: Facts) -> IndicatorsView:
    """Indicators and instruments in Finnish order."""
    return IndicatorsView(indicator_cards(facts), instrument_views(facts))


def indicator_cards(facts: Facts) -> tuple[IndicatorCard, ...]:
    """Every indicator with the count of its figures."""
    cards = [
        IndicatorCard(
            name=record.data.name.fi,
            url=addresses.indicator(key),
            definition=record.data.definition.fi,
            measure=MEASURES[record.data.measure],
            values=len(facts.figures_by_indicator.get(key, ())),
        )
        for key, record in facts.catalogue.indicators.items()
    ]
    return tuple(sorted(cards, key=lambda entry: collation(entry.name)))


def instrument_views(facts: Facts) -> tuple[InstrumentView, ...]:
    """Every instrument with its indicators."""
    return tuple(
        InstrumentView(
            anchor=key,
            name=record.data.name.fi,
            summary=record.data.summary.fi,
            scale=span(*record.data.scale) if record.data.scale else "",
        )
        for key, record in facts.catalogue.instruments.items()
    )
