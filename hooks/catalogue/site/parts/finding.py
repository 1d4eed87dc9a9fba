"""What became of a model, or of an aim, as one piece of text that can be taken along: where, what, why and from where."""

from __future__ import annotations

from typing import TYPE_CHECKING

from catalogue.finnish.formats import capitalised
from catalogue.finnish.words import EFFECTS
from catalogue.site.parts.common import (
    CiteView,
    cite_views,
    claim_mark,
    marked,
    region_short,
    status_view,
)
from catalogue.site.parts.narrative import aim as aim_view

if TYPE_CHECKING:
    from collections.abc import Iterable

    from catalogue.facts import Facts
    from catalogue.records import Record
    from catalogue.schema.model import Aim, Model


def finding(facts: Facts, model: Record[Model]) -> str:
    """`Pohjanmaa, Ryhmä: Ei jatkunut raportin mukaan 9/2024. Esti: talous: rahaa ei ollut (raportti, luku 2). …`."""
    status, view = model.data.status, status_view(facts, model)
    parts = [f"{view.name} {view.told}".strip()]
    parts += [status.text.fi.rstrip(".")] if status.text else []
    for effect, words in EFFECTS.items():
        told = [
            marked(
                f"{facts.catalogue.reasons[reason.reason].data.name.fi}: {reason.text.fi.rstrip('.')}",
                claim_mark(reason.basis, reason.scope),
            )
            + f" ({_places(cite_views(facts, reason.sources))})"
            for reason in status.reasons
            if reason.effect == effect
        ]
        parts += [f"{capitalised(words)}: {'; '.join(told)}"] if told else []
    parts.append(f"Lähde: {_places(cite_views(facts, status.sources))}")
    return f"{_place(facts, model)}: {'. '.join(parts)}."


def aim_finding(facts: Facts, model: Record[Model], aim: Aim) -> str:
    """`Pohjanmaa, Ryhmä: Tavoite: löytää polku. Toteutui osin: osa löysi. Lähde: raportti, luku 3.`."""
    view = aim_view(facts, aim)
    came = ": ".join(part for part in (view.state, view.outcome.rstrip(".")) if part)
    parts = (
        f"Tavoite: {marked(view.text.rstrip('.'), view.aim_mark)}",
        f"Tavoiteluku {view.target}" if view.target else "",
        marked(came, view.mark),
        f"Lähde: {_places(view.cites)}",
    )
    return f"{_place(facts, model)}: {'. '.join(part for part in parts if part)}."


def _place(facts: Facts, model: Record[Model]) -> str:
    return f"{region_short(facts, model.id)}, {model.data.name.fi}"


def _places(cites: Iterable[CiteView]) -> str:
    return "; ".join(f"{cite.short}, {cite.at}" for cite in cites)
