"""Parts of a model's page: sections, staffing, aims, reasons, relations."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Generic, TypeVar

from catalogue.finnish.formats import counted, day, number, percent
from catalogue.finnish.words import INVERSE, KINDS, OUTCOMES, PERSONS, RELATIONS, WHOSE
from catalogue.reading.markdown import html
from catalogue.schema.sections import Sections
from catalogue.site.parts import addresses
from catalogue.site.parts.common import (
    CiteView,
    Link,
    StatusView,
    Text,
    also,
    cite_views,
    claim_mark,
    indicator_link,
    label_of,
    model_link,
    status_date,
)
from catalogue.site.parts.reason import ReasonView, reason_view

if TYPE_CHECKING:
    from catalogue.facts import Facts
    from catalogue.records import Record
    from catalogue.schema.claim import Cite
    from catalogue.schema.model import Aim, Mention, Model, Outcome
    from catalogue.schema.model import Link as Relating

DESCRIPTION = ("idea", "environment", "target_group", "conditions", "evaluation")


@dataclass(frozen=True)
class Section:
    """A section of text with its sources."""

    anchor: str
    heading: str
    html: str
    cites: tuple[CiteView, ...]
    mark: str
    also: tuple[Text, ...]


@dataclass(frozen=True)
class StepView:
    """A step: what is done and by whom; sources where it has its own."""

    name: str
    does: str
    by: str
    cites: tuple[CiteView, ...]


@dataclass(frozen=True)
class StaffView:
    """A role, how much of it there was and what is said of that."""

    role: str
    amount: str
    cites: tuple[CiteView, ...]


@dataclass(frozen=True)
class ProcessView:
    """The steps of the work with their sources."""

    steps: tuple[StepView, ...]
    cites: tuple[CiteView, ...]
    mark: str


@dataclass(frozen=True)
class PartnerView:
    """A partner and what it did."""

    name: str
    role: str
    cites: tuple[CiteView, ...]
    mark: str


@dataclass(frozen=True)
class MentionView:
    """Something that the sources only mention; `kind` is its type or its kind in words."""

    anchor: str
    name: str
    kind: str
    text: str
    status: StatusView | None
    cites: tuple[CiteView, ...]
    mark: str
    also: tuple[Text, ...]


@dataclass(frozen=True)
class AimView:
    """An aim, how it was to be measured and what became of it."""

    text: str
    whose: str
    target: str
    measures: tuple[str, ...]
    data_sources: tuple[str, ...]
    state: str
    state_kind: str
    outcome: str
    cites: tuple[CiteView, ...]
    aim_mark: str
    mark: str
    also: tuple[Text, ...]


@dataclass(frozen=True)
class RelationView:
    """How another model is related to this one."""

    kind: str
    link: Link
    note: str
    cites: tuple[CiteView, ...]
    mark: str


T = TypeVar("T", PartnerView, RelationView)


@dataclass(frozen=True)
class Told(Generic[T]):
    """Items of a list; `cites` and `mark` are those that all of them share, printed once, and then no item has its own."""

    items: tuple[T, ...]
    cites: tuple[CiteView, ...] = ()
    mark: str = ""


def once(items: tuple[T, ...]) -> Told[T]:
    """The items with what they share told once."""
    if len(items) < 2 or len({(item.cites, item.mark) for item in items}) > 1:
        return Told(items)
    bare = tuple(replace(item, cites=(), mark="") for item in items)
    return Told(bare, items[0].cites, items[0].mark)


def sections(facts: Facts, sections: Sections, *, description: bool) -> tuple[Section, ...]:
    """The sections that are told; `description`: those of the description, else those of the work."""
    found = []
    for name, field in Sections.model_fields.items():
        told = getattr(sections, name)
        if told is not None and (name in DESCRIPTION) == description:
            found.append(
                Section(
                    name.replace("_", "-"),
                    str(field.title),
                    html(told.text.fi),
                    cite_views(facts, told.sources),
                    claim_mark(told.basis, told.scope),
                    tuple(Text(html(one.text), one.lang) for one in also(told.text)),
                )
            )
    return tuple(found)


def process(facts: Facts, data: Model) -> ProcessView | None:
    """The process, where one is told."""
    if data.process is None:
        return None
    steps = tuple(
        StepView(
            name=step.name.fi,
            does=step.does.fi if step.does else "",
            by=step.by.fi if step.by else "",
            cites=cite_views(facts, step.sources),
        )
        for step in data.process.steps
    )
    mark = claim_mark(data.process.basis, data.process.scope)
    return ProcessView(steps, cite_views(facts, data.process.sources), mark)


def partners(facts: Facts, data: Model) -> Told[PartnerView]:
    """The partners, with the sources that they share told once."""
    return once(
        tuple(
            PartnerView(
                partner.name.fi,
                partner.role.fi if partner.role else "",
                cite_views(facts, partner.sources),
                claim_mark(partner.basis, partner.scope),
            )
            for partner in data.partners
        )
    )


def mentions(facts: Facts, data: Model) -> tuple[MentionView, ...]:
    """What the sources only mention beside the model."""
    found = []
    for mention in data.mentions:
        kind = KINDS[mention.kind] if mention.kind else ""
        if mention.type:
            kind = facts.catalogue.types[mention.type].data.name.fi
        found.append(
            MentionView(
                addresses.mention_anchor(mention.id),
                mention.name.fi,
                kind,
                mention.text.fi,
                mention_status(facts, mention),
                cite_views(facts, mention.sources),
                claim_mark(mention.basis),
                (*also(mention.name), *also(mention.text)),
            )
        )
    return tuple(found)


def mention_status(facts: Facts, mention: Mention) -> StatusView | None:
    """Where something that is only mentioned stands."""
    if mention.status is None:
        return None
    label = label_of(facts, mention.status)
    return StatusView(label.name.fi, label.group, label.mark, day(status_date(mention.status)))


def staffing(facts: Facts, data: Model) -> tuple[StaffView, ...]:
    """The roles and how much of each there was."""
    rows = []
    for staff in data.staffing:
        amount = [counted(staff.persons, PERSONS)] if staff.persons is not None else []
        amount += (
            [f"{percent(staff.full_time_share)} työajasta"]
            if staff.full_time_share is not None
            else []
        )
        told = [", ".join(amount), staff.note.fi if staff.note else ""]
        rows.append(
            StaffView(
                role=staff.role.fi,
                amount=". ".join(part for part in told if part),
                cites=cite_views(facts, staff.sources),
            )
        )
    return tuple(rows)


def aim(facts: Facts, aim: Aim) -> AimView:
    """An aim as its page shows it."""
    named = [indicator_link(facts, key).label for key in aim.measured_by]
    return AimView(
        text=aim.text.fi,
        whose=WHOSE[aim.of] if aim.of else "",
        target=number(aim.target) if aim.target is not None else "",
        measures=(*named, *(measure.fi for measure in aim.measures)),
        data_sources=tuple(source.fi for source in aim.data_sources),
        state=OUTCOMES[aim.outcome.state if aim.outcome else "unknown"],
        state_kind=(aim.outcome.state if aim.outcome else "unknown").replace("_", "-"),
        outcome=_outcome(aim.outcome) if aim.outcome else "",
        cites=cite_views(facts, _cites(aim)),
        aim_mark=claim_mark(aim.basis, aim.scope),
        mark=claim_mark(aim.outcome.basis) if aim.outcome else "",
        also=also(aim.text),
    )


def _outcome(outcome: Outcome) -> str:
    told = [outcome.text.fi] if outcome.text else []
    return " ".join([*told, *([f"({day(outcome.date)})"] if outcome.date else [])])


def _cites(aim: Aim) -> tuple[Cite, ...]:
    """Of the aim and of what became of it, each once."""
    return tuple(dict.fromkeys((*aim.sources, *(aim.outcome.sources if aim.outcome else ()))))


def reasons(facts: Facts, data: Model, effect: str) -> tuple[ReasonView, ...]:
    """The reasons of one direction."""
    return tuple(
        reason_view(facts, reason) for reason in data.status.reasons if reason.effect == effect
    )


def relations(facts: Facts, model: Record[Model]) -> Told[RelationView]:
    """The model's own relations, then those that other models tell of it."""
    own = [
        _relation(facts, RELATIONS[link.kind], _target(facts, link), link)
        for link in model.data.relations
    ]
    told = {link.model for link in model.data.relations}
    others = [
        _relation(facts, INVERSE[link.kind], model_link(facts, other.id), link)
        for other, link in facts.relations_to.get(model.id, ())
        if other.id not in told
    ]
    return once((*own, *others))


def _relation(facts: Facts, kind: str, target: Link, told: Relating) -> RelationView:
    note = told.note.fi if told.note else ""
    return RelationView(kind, target, note, cite_views(facts, told.sources), claim_mark(told.basis))


def _target(facts: Facts, told: Relating) -> Link:
    """The other model, or the page outside the catalogue that tells of it."""
    if told.model:
        return model_link(facts, told.model)
    source = facts.catalogue.sources[told.source or ""]
    return Link(source.data.title.fi, addresses.source(source.id), source.data.publisher.fi)
