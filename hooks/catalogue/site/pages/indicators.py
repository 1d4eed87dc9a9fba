"""The list of indicators and instruments."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from catalogue.finnish.formats import collation
from catalogue.finnish.words import MEASURES
from catalogue.site.parts import addresses

if TYPE_CHECKING:
    from catalogue.facts import Facts


@dataclass(frozen=True)
class IndicatorCard:
    name: str
    url: str
    definition: str
    measure: str
    values: int


@dataclass(frozen=True)
class InstrumentView:
    anchor: str
    name: str
    summary: str
    scale: str


def indicator_cards(facts: Facts) -> tuple[IndicatorCard, ...]:
    cards = [
        IndicatorCard(
            record.data.name.fi,
            addresses.indicator(key),
            record.data.definition.fi,
            MEASURES[record.data.measure],
            len(facts.figures_by_indicator.get(key, ())),
        )
        for key, record in facts.catalogue.indicators.items()
    ]
    return tuple(sorted(cards, key=lambda entry: collation(entry.name)))


def instrument_views(facts: Facts) -> tuple[InstrumentView, ...]:
    return tuple(
        InstrumentView(
            key,
            record.data.name.fi,
            record.data.summary.fi,
            "{}–{}".format(*record.data.scale) if record.data.scale else "",
        )
        for key, record in facts.catalogue.instruments.items()
    )
