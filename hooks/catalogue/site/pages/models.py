"""The list of every model with its filters."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from catalogue.figures.selection import is_national
from catalogue.finnish.formats import capitalised, collation
from catalogue.finnish.words import DECIDED, IN_USE, KINDS
from catalogue.site.parts.card import OUTCOMES, Card, card
from catalogue.site.parts.counts import by_kind
from catalogue.site.parts.facets import Facet, Option
from catalogue.site.parts.towns import towns_of

if TYPE_CHECKING:
    from catalogue.facts import Facts
    from catalogue.records import Record
    from catalogue.schema.model import Model
    from catalogue.schema.vocabulary import Kind

# Filters whose choices are records, with their kind: a shared address may still have a former id.
CHOSEN = {
    "tyyppi": "type",
    "alue": "region",
    "kunta": "municipality",
    "kohderyhma": "target_group",
    "ohjelma": "programme",
    "mittaristo": "instrument",
    "tila": "status",
}


@dataclass(frozen=True)
class ModelsView:
    """The list of models with its filters."""

    counts: str
    cards: tuple[Card, ...]
    facets: tuple[Facet, ...]


def models_view(facts: Facts) -> ModelsView:
    """Every model by region, with what can be filtered by."""
    ordered = in_order(facts)
    cards = tuple(card(facts, model) for model in ordered)
    return ModelsView(
        by_kind(facts, facts.models),
        cards,
        tuple(
            Facet(name, label, _options(facts, cards, name, labels))
            for name, label, labels in choices(facts)
        ),
    )


def in_order(facts: Facts) -> list[Record[Model]]:
    """Every model: services before trainings, guides and other work; the regions' before national ones."""
    kinds: list[Kind | None] = [*KINDS]
    return sorted(
        facts.models,
        key=lambda model: (
            kinds.index(facts.catalogue.kind(model.data)),
            is_national(facts.catalogue, model.id),
        ),
    )


def choices(facts: Facts) -> tuple[tuple[str, str, dict[str, str]], ...]:
    """Name and label of every filter with the labels of its choices, each in the order in which it is listed."""
    catalogue = facts.catalogue
    return (
        ("tyyppi", "Mallityyppi", _sorted({k: r.data.name.fi for k, r in catalogue.types.items()})),
        ("alue", "Alue", _regions(facts)),
        ("kunta", "Kunta", _sorted(_towns(facts))),
        (
            "lopputulos",
            "Mitä siitä tuli",
            {str(key): capitalised(end.name) for key, end in OUTCOMES.items()},
        ),
        ("laji", "Laji", {str(key): name for key, name in KINDS.items()}),
        (
            "kohderyhma",
            "Kohderyhmä",
            _sorted({k: r.data.name.fi for k, r in catalogue.target_groups.items()}),
        ),
        ("ohjelma", "Ohjelma", {k: r.data.short.fi for k, r in catalogue.programmes.items()}),
        ("paatos", "Päätös jatkosta", {str(key): name for key, name in DECIDED.items()}),
        ("kaytto", "Käyttö", {str(key): name for key, name in IN_USE.items()}),
        ("tuloksia", "Tulokset", {"on": "On tuloksia", "ei": "Ei lukuja"}),
        (
            "mittaristo",
            "Mittaristo",
            _sorted({k: r.data.name.fi for k, r in catalogue.instruments.items()}),
        ),
        ("taso", "Taso", {"alue": "Alueiden", "valtakunta": "Valtakunnalliset"}),
        ("tila", "Tila", {k: r.data.name.fi for k, r in catalogue.statuses.items()}),
    )


def _towns(facts: Facts) -> dict[str, str]:
    """Every town that a model names, by the id of the municipality."""
    return {
        town: facts.catalogue.municipalities[town].data.name.fi
        for model in facts.models
        for town in towns_of(facts.catalogue, model.data)
    }


def _regions(facts: Facts) -> dict[str, str]:
    """Counties in Finnish order; what is of the whole country stands after them."""
    named = sorted(
        facts.catalogue.regions.items(),
        key=lambda pair: (pair[1].data.kind == "national", collation(pair[1].data.short.fi)),
    )
    return {key: record.data.short.fi for key, record in named}


def _sorted(labels: dict[str, str]) -> dict[str, str]:
    return dict(sorted(labels.items(), key=lambda pair: collation(pair[1])))


def _options(
    facts: Facts, cards: tuple[Card, ...], name: str, labels: dict[str, str]
) -> tuple[Option, ...]:
    counts: dict[str, int] = {}
    for entry in cards:
        for facet, value in entry.facets:
            if facet == name:
                counts[value] = counts.get(value, 0) + 1
    return tuple(
        Option(
            value,
            labels[value],
            counts[value],
            " ".join(facts.where.older(CHOSEN[name], value)) if name in CHOSEN else "",
        )
        for value in labels
        if value in counts
    )
