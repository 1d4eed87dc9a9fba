"""Fields of a model as cells: its state, staff, steps and so on, as short as a table needs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from catalogue.finnish.formats import day, join, period
from catalogue.finnish.words import KINDS, UNTOLD
from catalogue.site.parts import addresses
from catalogue.site.parts.background import cost_text, costs, evaluation_text, evaluations
from catalogue.site.parts.common import Link, claim_mark, status_view, target_groups, type_link
from catalogue.site.parts.finding import finding
from catalogue.site.parts.narrative import staffing
from catalogue.site.parts.table import Cell, Item

if TYPE_CHECKING:
    from catalogue.facts import Facts
    from catalogue.records import Record
    from catalogue.schema.model import Model
    from catalogue.schema.status import ReasonEffect


SORTED = ("name", "type", "kind")  # short words; nobody looks for a row by the start of a sentence


def field_cell(facts: Facts, model: Record[Model], field: str) -> Cell:
    """One field; what the sources do not tell is said to be so."""
    if field == "status":
        view = status_view(facts, model)
        because = [Item(link=Link(view.because, ""))] if view.because else []
        item = Item(status=view, said=finding(facts, model), at=addresses.model_status(model.id))
        return Cell((item, *because), sort=f"{view.name} {view.date}")
    made = _items(facts, model, field)
    sort = made[0].text if made and field in SORTED else ""
    return Cell(tuple(made), UNTOLD if not made else "", sort)


def _items(facts: Facts, model: Record[Model], field: str) -> list[Item]:
    if field in ("enablers", "barriers"):
        effect: ReasonEffect = "enabler" if field == "enablers" else "barrier"
        return [
            Item(
                effect=effect,
                link=Link(
                    facts.catalogue.reasons[reason.reason].data.name.fi,
                    addresses.model_status(model.id),
                    claim_mark(reason.basis, reason.scope),
                ),
            )
            for reason in model.data.status.reasons
            if reason.effect == effect
        ]
    return [Item(link=link) for link in _lines(facts, model, field)]


def _lines(facts: Facts, model: Record[Model], field: str) -> list[Link]:
    data = model.data
    if field == "name":
        return [Link(data.name.fi, addresses.model(model.id))]
    if field == "type":
        return [type_link(facts, key) for key in data.type]
    if field == "staffing":
        return [
            Link(": ".join(part for part in (one.role, one.amount) if part), "")
            for one in staffing(facts, data)
        ]
    if field == "costs":
        return [Link(cost_text(cost), "") for cost in costs(facts, data)]
    if field == "evaluations":
        return [Link(evaluation_text(one), "") for one in evaluations(facts, data)]
    if field == "decisions":
        return [
            Link(f"{' '.join([entry.body.fi, day(entry.date)]).strip()}: {entry.text.fi}", "")
            for entry in data.decisions
        ]
    if field == "entry":
        return [Link(step.does.fi if step.does else step.name.fi, "") for step in data.steps[:1]]
    if field == "process":
        return [Link(f"{index}. {step.name.fi}", "") for index, step in enumerate(data.steps, 1)]
    text = _text(facts, data, field)
    return [Link(text, "")] if text else []


def _text(facts: Facts, data: Model, field: str) -> str:
    catalogue = facts.catalogue
    if field == "kind":
        kind = catalogue.kind(data)
        return KINDS[kind] if kind else ""
    if field == "pilot":
        return period(data.pilot)
    if field == "municipalities":
        return join(data.municipalities)
    if field == "partners":
        return join(partner.name.fi for partner in data.partners)
    if field == "target_groups":
        return target_groups(facts, data)
    if field == "instruments":
        return join(catalogue.instruments[key].data.name.fi for key in data.instruments)
    value = getattr(data, field)
    return value.fi if value else ""
