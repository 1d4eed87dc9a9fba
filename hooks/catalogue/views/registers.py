"""Pages of sources, indicators, instruments, terms and discrepancies."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..comparability import COUNTS, FLOWS
from ..formats import collation
from ..reconcile import slug
from .common import Link, model_link, programme_link
from .results import ResultRow, result_row

if TYPE_CHECKING:
    from ..facts import Facts
    from ..schema.vocabulary import Indicator

SOURCE_KINDS = {
    "report": "Raportti",
    "slides": "Esitys",
    "workshops": "Työpaja-aineisto",
    "innokyla_model": "Innokylän toimintamalli",
    "innokyla_collection": "Innokylän kokonaisuus",
    "web": "Verkkosivu",
    "study": "Tutkimus",
    "law": "Laki",
    "publication": "Julkaisu",
    "training": "Koulutus",
    "form": "Lomake tai opas",
}
MEASURES = {"count": "Lukumäärä", "share": "Osuus", "score": "Pistemäärä", "amount": "Määrä"}
DIRECTIONS = {
    "up": "suurempi on parempi",
    "down": "pienempi on parempi",
    "none": "ei hyvää eikä huonoa suuntaa",
}


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


@dataclass(frozen=True)
class IndicatorView:
    name: str
    definition: str
    facts: tuple[tuple[str, str], ...]
    comparable: str
    rows: tuple[tuple[Link, Link, ResultRow], ...]


@dataclass(frozen=True)
class TermView:
    anchor: str
    name: str
    sv: str
    en: str
    also: str
    definition: str


def indicator_cards(facts: Facts) -> tuple[IndicatorCard, ...]:
    cards = [
        IndicatorCard(
            record.data.name.fi,
            f"mittarit/{key}/",
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
        (
            "Julkisuus",
            "suojattu: lukuja 1–4 ei julkaista" if data.disclosure == "guarded" else "avoin",
        ),
    ]
    rows = []
    for figure in facts.figures_by_indicator.get(indicator_id, ()):
        model = figure.located.model
        rows.append(
            (
                model_link(facts, model.id),
                programme_link(facts, model.data.programme),
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


def term_views(facts: Facts) -> tuple[TermView, ...]:
    views = [
        TermView(
            slug(record.data.name.fi),
            record.data.name.fi,
            record.data.name.sv or "",
            record.data.name.en or "",
            ", ".join((*record.data.abbreviations, *record.data.synonyms)),
            record.data.definition.fi,
        )
        for record in facts.catalogue.terms.values()
    ]
    return tuple(sorted(views, key=lambda term: collation(term.name)))
