"""Parts of a model's page: sections, staffing, aims, reasons, relations."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from catalogue.finnish.formats import day, number, percent
from catalogue.finnish.words import INVERSE, OUTCOMES, RELATIONS, WHOSE
from catalogue.reading.markdown import html
from catalogue.schema.model import Sections
from catalogue.site.parts.common import CiteView, Link, cite_views, indicator_link, model_link

if TYPE_CHECKING:
    from catalogue.facts import Facts
    from catalogue.records import Record
    from catalogue.schema.model import Aim, Model

DESCRIPTION = ("idea", "environment", "target_group", "conditions", "evaluation")


@dataclass(frozen=True)
class Section:
    anchor: str
    heading: str
    html: str


@dataclass(frozen=True)
class AimView:
    text: str
    whose: str
    target: str
    measures: tuple[str, ...]
    data_sources: tuple[str, ...]
    state: str
    state_kind: str
    outcome: str
    cites: tuple[CiteView, ...]


@dataclass(frozen=True)
class ReasonView:
    name: str
    text: str
    cites: tuple[CiteView, ...]


@dataclass(frozen=True)
class RelationView:
    kind: str
    link: Link
    note: str


def sections(sections: Sections, *, description: bool) -> tuple[Section, ...]:
    found = []
    for name, field in Sections.model_fields.items():
        text = getattr(sections, name)
        if text is not None and (name in DESCRIPTION) == description:
            found.append(Section(name.replace("_", "-"), str(field.title), html(text.fi)))
    return tuple(found)


def staffing(facts: Facts, data: Model) -> tuple[tuple[str, str, tuple[CiteView, ...]], ...]:
    rows = []
    for staff in data.staffing:
        amount = (
            [f"{number(staff.persons)} henkilöä" if staff.persons != 1 else "1 henkilö"]
            if staff.persons is not None
            else []
        )
        amount += (
            [f"{percent(staff.full_time_share)} työajasta"]
            if staff.full_time_share is not None
            else []
        )
        told = [", ".join(amount), staff.note.fi if staff.note else ""]
        rows.append(
            (
                staff.role.fi,
                ". ".join(part for part in told if part),
                cite_views(facts, staff.sources),
            )
        )
    return tuple(rows)


def aim(facts: Facts, aim: Aim) -> AimView:
    named = [indicator_link(facts, key).label for key in aim.measured_by]
    return AimView(
        text=aim.text.fi,
        whose=WHOSE[aim.of] if aim.of else "",
        target=number(aim.target) if aim.target is not None else "",
        measures=(*named, *(measure.fi for measure in aim.measures)),
        data_sources=tuple(source.fi for source in aim.data_sources),
        state=OUTCOMES[aim.outcome.state if aim.outcome else "unknown"],
        state_kind=(aim.outcome.state if aim.outcome else "unknown").replace("_", "-"),
        outcome=" ".join(
            [aim.outcome.text.fi, f"({day(aim.outcome.date)})" if aim.outcome.date else ""]
        ).strip()
        if aim.outcome
        else "",
        cites=cite_views(facts, aim.sources),
    )


def reasons(facts: Facts, data: Model, effect: str) -> tuple[ReasonView, ...]:
    return tuple(
        ReasonView(
            facts.catalogue.reasons[reason.reason].data.name.fi,
            reason.text.fi,
            cite_views(facts, reason.sources),
        )
        for reason in data.status.reasons
        if reason.effect == effect
    )


def relations(facts: Facts, model: Record[Model]) -> tuple[RelationView, ...]:
    """The model's own relations, then those that other models tell of it."""
    own = [
        RelationView(
            RELATIONS[link.kind], model_link(facts, link.model), link.note.fi if link.note else ""
        )
        for link in model.data.relations
    ]
    told = {link.model for link in model.data.relations}
    others = [
        RelationView(
            INVERSE[link.kind], model_link(facts, other.id), link.note.fi if link.note else ""
        )
        for other, link in facts.relations_to.get(model.id, ())
        if other.id not in told
    ]
    return (*own, *others)
