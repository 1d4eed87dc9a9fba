"""What a thing of any kind is called where its id is all that is known."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from catalogue.facts import Facts


def name_of(facts: Facts, kind: str, record_id: str) -> str:
    """The Finnish name of what the catalogue holds; of a result what it counts, of an entry of the ledger what is known."""
    if kind == "mention":
        model, _, own = record_id.partition("#")
        mentions = facts.catalogue.models[model].data.mentions
        return next(one.name.fi for one in mentions if one.id == own)
    if kind == "result":
        result = facts.catalogue.results[record_id].data
        return (result.label or facts.catalogue.indicators[result.indicator].data.name).fi
    if kind == "profile":
        return facts.catalogue.regions[record_id].data.name.fi
    data = facts.catalogue.known(kind)[record_id].data
    named = next(
        value
        for field in ("name", "title", "known")
        if (value := getattr(data, field, None)) is not None
    )
    return str(named)
