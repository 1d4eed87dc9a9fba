"""The list of model types."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from catalogue.finnish.formats import join
from catalogue.site.parts.common import Link, StatusView, region_of, type_link
from catalogue.site.parts.known import known

if TYPE_CHECKING:
    from catalogue.facts import Facts


@dataclass(frozen=True)
class TypeCard:
    id: str
    link: Link
    plural: str
    summary: str
    known: str
    models: int
    regions: str
    statuses: tuple[tuple[StatusView, int], ...]


def types_view(facts: Facts) -> tuple[TypeCard, ...]:
    found = []
    for key, record in facts.types_in_order.items():
        models = facts.models_by_type.get(key, [])
        shorts = dict.fromkeys(
            facts.catalogue.regions[region_of(model.id)].data.short.fi for model in models
        )
        counts: dict[str, int] = {}
        for model in models:
            state = facts.catalogue.label(model.data.status)
            counts[state] = counts.get(state, 0) + 1
        statuses = []
        for state, count in counts.items():
            entry = facts.catalogue.statuses[state].data
            statuses.append((StatusView(entry.name.fi, entry.group, entry.mark, ""), count))
        data = record.data
        found.append(
            TypeCard(
                key,
                type_link(facts, key),
                data.plural.fi,
                data.summary.fi,
                known(facts, key),
                len(models),
                join(shorts),
                tuple(statuses),
            )
        )
    return tuple(found)
