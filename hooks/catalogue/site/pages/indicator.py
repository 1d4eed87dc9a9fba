"""An indicator: its definition, what it compares with, every value."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from catalogue.finnish.formats import collation
from catalogue.finnish.words import COUNTS, DIRECTIONS, DISCLOSURES, FLOWS, MEASURES
from catalogue.site.parts.common import Link, model_link, programmes_link
from catalogue.site.parts.result import ResultRow, result_row

if TYPE_CHECKING:
    from catalogue.facts import Facts
    from catalogue.schema.vocabulary import Indicator


@dataclass(frozen=True)
class IndicatorView:
    name: str
    definition: str
    facts: tuple[tuple[str, str], ...]
    comparable: str
    rows: tuple[tuple[Link, Link, ResultRow], ...]


def indicator_view(facts: Facts, indicator_id: str) -> IndicatorView:
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
            (
                model_link(facts, model.id),
                programmes_link(facts, model.data),
                result_row(facts, figure),
            )
        )
    ordered = sorted(rows, key=lambda row: (collation(row[0].note), collation(row[0].label)))
    return IndicatorView(
        data.name.fi,
        data.definition.fi,
        tuple(pair for pair in told if pair[1]),
        data.comparable.fi if data.comparable else "",
        tuple(ordered),
    )
