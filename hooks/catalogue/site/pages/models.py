"""The list of every model with its filters."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from catalogue.finnish.formats import capitalised, collation
from catalogue.finnish.words import KINDS
from catalogue.site.parts.card import OUTCOMES, Card, card
from catalogue.site.parts.counts import by_kind
from catalogue.site.parts.facets import Facet, Option

if TYPE_CHECKING:
    from catalogue.facts import Facts


@dataclass(frozen=True)
class ModelsView:
    counts: str
    cards: tuple[Card, ...]
    facets: tuple[Facet, ...]


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
        ("laji", "Laji", {str(key): name for key, name in KINDS.items()}),
        ("taso", "Taso", {"alue": "Alueiden", "valtakunta": "Kansalliset"}),
        (
            "kohderyhma",
            "Kohderyhmä",
            {key: record.data.name.fi for key, record in catalogue.target_groups.items()},
        ),
        (
            "lopputulos",
            "Mitä siitä tuli",
            {key: capitalised(end.name) for key, end in OUTCOMES.items()},
        ),
        ("tila", "Tila", {key: record.data.name.fi for key, record in catalogue.statuses.items()}),
        ("tuloksia", "Tulokset", {"on": "On tuloksia", "ei": "Ei lukuja"}),
    ]
    former = {key: " ".join(record.data.former_ids) for key, record in catalogue.statuses.items()}
    return ModelsView(
        by_kind(facts, facts.models),
        cards,
        tuple(
            Facet(name, label, _options(cards, name, labels, former if name == "tila" else {}))
            for name, label, labels in names
        ),
    )


def _options(
    cards: tuple[Card, ...], name: str, labels: dict[str, str], former: dict[str, str]
) -> tuple[Option, ...]:
    counts: dict[str, int] = {}
    for entry in cards:
        for facet, value in entry.facets:
            if facet == name:
                counts[value] = counts.get(value, 0) + 1
    ordered = sorted(counts, key=lambda value: collation(labels[value]))
    return tuple(
        Option(value, labels[value], counts[value], former.get(value, "")) for value in ordered
    )
