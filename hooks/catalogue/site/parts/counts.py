"""How many of what: models counted by their kind, and what is counted in a headline."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from catalogue.figures.selection import is_national
from catalogue.finnish.formats import counted, join
from catalogue.finnish.words import KIND_UNITS
from catalogue.site.parts.common import status_date

if TYPE_CHECKING:
    from collections.abc import Iterable

    from catalogue.facts import Facts
    from catalogue.records import Record
    from catalogue.schema.model import Model

SERVICE = "palvelumalli"


def services(facts: Facts, models: Iterable[Record[Model]]) -> list[Record[Model]]:
    """What headlines count: services that regions run or ran, no training, network, guide or national record."""
    return [
        model
        for model in models
        if facts.catalogue.kind(model.data) == SERVICE
        and not model.data.aggregate
        and not is_national(facts.catalogue, model.id)
    ]


def by_kind(facts: Facts, models: Iterable[Record[Model]]) -> str:
    """`5 palvelumallia, 3 koulutusta ja 1 verkosto`; what sums up others is not counted beside them."""
    counts = Counter(facts.catalogue.kind(one.data) for one in models if not one.data.aggregate)
    return join(counted(counts[kind], unit) for kind, unit in KIND_UNITS.items() if counts[kind])


def years(models: Iterable[Record[Model]]) -> str:
    """`2022–2025`: the years that the statuses of models are told of; an empty text when none has a date."""
    told = [date.year for model in models if (date := status_date(model.data.status))]
    if not told:
        return ""
    return str(told[0]) if min(told) == max(told) else f"{min(told)}–{max(told)}"
