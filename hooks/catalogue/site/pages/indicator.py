"""An indicator: its definition, what it compares with, every value."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from catalogue.finnish.formats import collation
from catalogue.finnish.words import COUNTS, DIRECTIONS, DISCLOSURES, FLOWS, MEASURES
from catalogue.site.parts.common import Fact, Link, model_link, programmes_link
from catalogue.site.parts.result import ResultRow, result_row

if TYPE_CHECKING:
    from catalogue.facts import Facts
    from catalogue.schema.vocabulary import Indicator


@dataclass(frozen=True)
class Value:
    """A figure of the indicator with its model and programme."""

    model: Link
    programme: str
    row: ResultRow


@dataclass(frozen=True)
class IndicatorView:
    """The page of an indicator."""

    name: str
    definition: str
    facts: tuple[Fact, ...]
    comparable: str
    rows: tuple[Value, ...]


def indicator_view(facts: Facts, indicator_id: str) -> IndicatorView:
    """An indicator with every figure of it."""
    record = facts.catalogue.indicators[indicator_id]
    data: Indicator = record.data
    told = [
        ("Laji", MEASURES[data.measure]),
        ("Mitä lasketaan", COUNTS[data.counts]),
        ("Kertymä vai tilanne", FLOWS[data.flow]),
        ("Suunta", DIRECTIONS[data.direction]),
        ("Osoittaja", data.numerator.fi if data.numerator else ""),
        ("Nimittäjä", data.denominator.fi if data.denominator else ""),
        (
            "Mittaristo",
            facts.catalogue.instruments[data.instrument].data.name.fi if data.instrument else "",
        ),
        ("Julkisuus", DISCLOSURES[data.disclosure]),
    ]
    rows = []
    for figure in facts.figures_by_indicator.get(indicator_id, ()):
        model = figure.located.model
        rows.append(
            Value(
                model=model_link(facts, model.id),
                programme=programmes_link(facts, model.data).label,
                row=result_row(facts, figure),
            )
        )
    ordered = sorted(
        rows, key=lambda value: (collation(value.model.note), collation(value.model.label))
    )
    return IndicatorView(
        name=data.name.fi,
        definition=data.definition.fi,
        facts=tuple(Fact(label, text) for label, text in told if text),
        comparable=data.comparable.fi if data.comparable else "",
        rows=tuple(ordered),
    )
