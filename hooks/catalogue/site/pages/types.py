"""The list of model types."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from catalogue.records import places
from catalogue.site.parts.common import Link, type_link, where
from catalogue.site.parts.counts import by_kind
from catalogue.site.parts.known import known

if TYPE_CHECKING:
    from catalogue.facts import Facts


@dataclass(frozen=True)
class TypeCard:
    """A type in the list."""

    id: str
    link: Link
    summary: str
    known: str
    models: int
    counts: str
    regions: str


def types_view(facts: Facts) -> tuple[TypeCard, ...]:
    """Every type in its authors' order."""
    found = []
    for key, record in facts.types_in_order.items():
        models = facts.models_by_type.get(key, [])
        regions = dict.fromkeys(region for model in models for region in places(model))
        data = record.data
        found.append(
            TypeCard(
                key,
                type_link(facts, key),
                data.summary.fi,
                known(facts, key),
                len(models),
                by_kind(facts, models),
                where(facts, regions),
            )
        )
    return tuple(found)
