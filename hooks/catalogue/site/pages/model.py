"""The page of one operating model: Innokylä's headings in Innokylä's order, and what Innokylä has no field for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from catalogue.finnish.formats import day, join, lowered, period
from catalogue.finnish.words import DECIDED, GROUPS, IN_USE
from catalogue.site.comparison.compared import ComparedView, compared_view
from catalogue.site.pages.link_states import AddressView, address_view
from catalogue.site.parts import addresses
from catalogue.site.parts.background import (
    ContextView,
    CostView,
    EvaluationView,
    SourceView,
    context,
    costs,
    evaluations,
    every_source,
)
from catalogue.site.parts.changed import ChangedView, changed
from catalogue.site.parts.common import (
    CiteView,
    Fact,
    Link,
    StatusView,
    Text,
    also,
    checked,
    cite_views,
    claim_mark,
    label_of,
    programme_link,
    programmes_link,
    region_link,
    region_of,
    status_view,
    target_groups,
    type_link,
    types_link,
)
from catalogue.site.parts.finding import aim_finding, finding
from catalogue.site.parts.narrative import (
    AimView,
    MentionView,
    PartnerView,
    ProcessView,
    RelationView,
    Section,
    StaffView,
    Told,
    aim,
    mentions,
    partners,
    process,
    reasons,
    relations,
    sections,
    staffing,
)
from catalogue.site.parts.questions import Questions, questions
from catalogue.site.parts.result import ResultRow, result_row
from catalogue.site.parts.results import Block, blocks
from catalogue.site.parts.since import SinceView, changed_since

if TYPE_CHECKING:
    from catalogue.facts import Facts
    from catalogue.records import Record
    from catalogue.schema.model import Model
    from catalogue.schema.status import Status
    from catalogue.site.parts.reason import ReasonView


MOST_REASONS = 3


@dataclass(frozen=True)
class Basic:
    """A field of the basic facts; links without an address are plain text."""

    label: str
    links: tuple[Link, ...]


@dataclass(frozen=True)
class CheckView:
    """What a later look found, and when."""

    date: str
    text: str
    cites: tuple[CiteView, ...]


@dataclass(frozen=True)
class DecisionView:
    """Who decided what of the model."""

    body: str
    date: str
    text: str
    cites: tuple[CiteView, ...]


@dataclass(frozen=True)
class SaidAim:
    """An aim and what became of it; `said` is both in one piece of text."""

    view: AimView
    said: str


@dataclass(frozen=True)
class ResultGroup:
    """The figures under one heading."""

    anchor: str
    heading: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True)
class LinkedSource:
    """A page or an attachment with what it is and the state of its address."""

    source: Link
    caption: str
    address: AddressView | None


@dataclass(frozen=True)
class ModelView:
    """Everything that the template of a model prints."""

    file_url: str
    name: str
    names: tuple[Text, ...]
    region: Link
    where: str
    when: str
    type: Link
    status: StatusView
    first_reasons: tuple[ReasonView, ...]
    status_said: str
    status_text: str
    status_facts: tuple[Fact, ...]
    status_cites: tuple[CiteView, ...]
    status_mark: str
    checks: tuple[CheckView, ...]
    checked: str
    status_also: tuple[Text, ...]
    summary: str
    summary_also: tuple[Text, ...]
    highlights: tuple[ResultRow, ...]
    basics: tuple[Basic, ...]
    sections: tuple[Section, ...]
    path_sections: tuple[Section, ...]
    process: ProcessView | None
    staffing: tuple[StaffView, ...]
    partners: Told[PartnerView]
    context: tuple[ContextView, ...]
    costs: tuple[CostView, ...]
    evaluations: tuple[EvaluationView, ...]
    mentions: tuple[MentionView, ...]
    instruments: tuple[Link, ...]
    aims: tuple[SaidAim, ...]
    groups: tuple[ResultGroup, ...]
    compared: ComparedView
    elsewhere: Link | None
    since: tuple[SinceView, ...]
    enablers: tuple[ReasonView, ...]
    barriers: tuple[ReasonView, ...]
    either: tuple[ReasonView, ...]
    decisions: tuple[DecisionView, ...]
    relations: Told[RelationView]
    discrepancies: tuple[Questions, ...]
    sources: tuple[SourceView, ...]
    more_sources: tuple[SourceView, ...]
    links: tuple[LinkedSource, ...]
    reviewed: str
    changed: ChangedView | None


def model_view(facts: Facts, model: Record[Model]) -> ModelView:
    """The whole page of a model."""
    data, rows = (
        model.data,
        [result_row(facts, figure) for figure in facts.figures_by_model.get(model.id, ())],
    )
    cited = every_source(facts, model)
    return ModelView(
        file_url=addresses.model_file(model.id),
        name=data.name.fi,
        names=also(data.name),
        region=region_link(facts, region_of(model.id)),
        type=types_link(facts, data),
        where=_where(facts, model),
        when=period(data.pilot) if data.pilot else "",
        status=status_view(facts, model),
        first_reasons=_first_reasons(facts, data),
        status_said=finding(facts, model),
        status_text=data.status.text.fi if data.status.text else "",
        status_facts=_status_facts(data.status),
        status_cites=cite_views(facts, data.status.sources),
        status_mark=claim_mark(data.status.basis, data.status.scope),
        checks=tuple(
            CheckView(
                date=day(check.date),
                text=". ".join([IN_USE[check.what], *([check.text.fi] if check.text else [])]),
                cites=cite_views(facts, check.sources),
            )
            for check in data.status.checks
        ),
        checked=_checked(data.status),
        status_also=also(data.status.text),
        summary=data.summary.fi,
        summary_also=also(data.summary),
        highlights=_highlights(facts, rows),
        basics=_basics(facts, model),
        sections=sections(facts, data.sections, description=True),
        path_sections=sections(facts, data.sections, description=False),
        process=process(facts, data),
        staffing=staffing(facts, data),
        partners=partners(facts, data),
        context=context(facts, data),
        costs=costs(facts, data),
        evaluations=evaluations(facts, data),
        mentions=mentions(facts, data),
        instruments=tuple(
            Link(facts.catalogue.instruments[key].data.name.fi, addresses.instrument(key))
            for key in data.instruments
        ),
        aims=tuple(
            SaidAim(aim(facts, entry), aim_finding(facts, model, entry)) for entry in data.aims
        ),
        groups=_groups(facts, rows),
        compared=compared_view(facts, model),
        elsewhere=_elsewhere(facts, model),
        since=changed_since(facts, model),
        enablers=reasons(facts, data, "enabler"),
        barriers=reasons(facts, data, "barrier"),
        either=reasons(facts, data, "either"),
        decisions=tuple(
            DecisionView(
                body=entry.body.fi,
                date=day(entry.date),
                text=entry.text.fi,
                cites=cite_views(facts, entry.sources),
            )
            for entry in data.decisions
        ),
        relations=relations(facts, model),
        discrepancies=questions(facts.discrepancies_by_model.get(model.id, ())),
        sources=tuple(source for source in cited if source.whole),
        more_sources=tuple(source for source in cited if not source.whole),
        links=_links(facts, data),
        reviewed=day(data.reviewed),
        changed=changed(facts, model.id),
    )


def _where(facts: Facts, model: Record[Model]) -> str:
    """` Pohjois-Savossa`, with the space before it; nothing of a record of the whole country."""
    region = facts.catalogue.regions[region_of(model.id)].data
    return "" if region.kind == "national" else f" {region.inessive}"


def _elsewhere(facts: Facts, model: Record[Model]) -> Link | None:
    """The way to who else kept or ended a model of the type, where others have one."""
    key = model.data.main_type
    if len(facts.models_by_type[key]) < 2:
        return None
    name = lowered(facts.catalogue.types[key].data.name.fi)
    return Link(f"missä {name} jäi, missä se päättyi ja miksi", addresses.type_kept(key))


def _links(facts: Facts, data: Model) -> tuple[LinkedSource, ...]:
    """The Innokylä page, links and attachments, each with its caption and the state of its address."""
    keys = {key: "" for key in (data.innokyla, *data.links) if key}
    keys |= {one.source: one.caption.fi if one.caption else "" for one in data.attachments}
    return tuple(
        LinkedSource(
            source=Link(
                facts.catalogue.sources[key].data.title.fi,
                addresses.source(key),
                facts.catalogue.sources[key].data.publisher.fi,
            ),
            caption=caption,
            address=address_view(facts, key),
        )
        for key, caption in keys.items()
    )


def _first_reasons(facts: Facts, data: Model) -> tuple[ReasonView, ...]:
    """At most three that a source gives for this very model, in the direction that the status went."""
    group = label_of(facts, data.status).group
    effect = {"ended": "barrier", "not_tried": "barrier"}.get(group, "enabler")
    told = reasons(facts, data, effect) if group not in ("unknown", "completed") else ()
    return tuple(reason for reason in told if not reason.mark)[:MOST_REASONS]


def _status_facts(status: Status) -> tuple[Fact, ...]:
    """The two facts, each with its date; the label alone is theirs in one word."""
    decided, used = status.decided, status.in_use
    by = ", ".join(
        part for part in (decided.by.fi if decided.by else "", day(decided.date)) if part
    )
    return (
        Fact("Päätös jatkosta", DECIDED[decided.what] + (f" ({by})" if by else "")),
        Fact("Käyttö", IN_USE[used.what] + (f" ({day(used.date)})" if used.date else "")),
    )


def _checked(status: Status) -> str:
    """`tarkistettu 5/2026: käytössä`: what the latest check found; an empty text when nobody has checked."""
    if not status.checks:
        return ""
    return f"tarkistettu {checked(max(status.checks, key=lambda check: check.date))}"


def _highlights(facts: Facts, rows: list[ResultRow]) -> tuple[ResultRow, ...]:
    """At most three figures that answer first: by the indicators' own order."""
    ranked: list[tuple[int, int, ResultRow]] = []
    for row in rows:
        rank = facts.figures[row.id].indicator.highlight
        if rank is not None and not row.text.missing and not row.label:
            ranked.append((rank, len(ranked), row))
    return tuple(row for _, _, row in sorted(ranked, key=lambda entry: entry[:2])[:3])


def _basics(facts: Facts, model: Record[Model]) -> tuple[Basic, ...]:
    data, catalogue = model.data, facts.catalogue
    funders = data.funders or tuple(catalogue.programmes[key].data.funder for key in data.programme)
    profile = catalogue.profiles[region_of(model.id)].data
    collection = catalogue.sources.get(data.collection or profile.collection or "")
    rows: list[tuple[str, list[Link]]] = [
        ("Aiemmat nimet", [Link(name.fi, "") for name in data.former_names]),
        ("Toteutuspaikka", [Link(data.place.fi, "")] if data.place else []),
        ("Toteuttaja", [Link(data.organisation.fi, "")] if data.organisation else []),
        ("Alue", [region_link(facts, region_of(model.id))]),
        ("Myös alueilla", [region_link(facts, key) for key in data.also_in]),
        ("Vanha alue", [Link(data.area.fi, "")] if data.area else []),
        ("Kunnat", [Link(join(data.municipalities), "")] if data.municipalities else []),
        ("Mallityyppi", [type_link(facts, key) for key in data.type]),
        ("Kohderyhmä", [Link(target_groups(facts, data), "")] if data.target_groups else []),
        (
            "Ohjelma",
            [programme_link(facts, key) for key in data.programme]
            or [programmes_link(facts, data)],
        ),
        ("Hanke", [Link(data.project.fi, "")] if data.project else []),
        ("Rahoittaja", [Link(name, "") for name in dict.fromkeys(one.fi for one in funders)]),
        ("Toiminnan aika", [Link(period(data.pilot), "")] if data.pilot else []),
        (
            "Kokonaisuus",
            [Link(collection.data.title.fi, addresses.source(collection.id))] if collection else [],
        ),
        ("Innokylän sivu", [Link(text, "") for text in _page_dates(data)]),
    ]
    return tuple(Basic(label, tuple(links)) for label, links in rows if links)


def _page_dates(data: Model) -> list[str]:
    page = data.page
    pairs = (("luotu", page.created), ("muokattu", page.edited)) if page else ()
    return [f"{word} {day(date)}" for word, date in pairs if date]


def _groups(facts: Facts, rows: list[ResultRow]) -> tuple[ResultGroup, ...]:
    found = []
    for group, heading in GROUPS.items():
        members = tuple(row for row in rows if facts.figures[row.id].indicator.group == group)
        if members:
            found.append(ResultGroup(f"tulokset-{group}", heading, blocks(members)))
    return tuple(found)
