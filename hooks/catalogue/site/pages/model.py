"""The page of one operating model: Innokylä's headings in Innokylä's order, and what Innokylä has no field for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from catalogue.finnish.formats import day, join, period
from catalogue.finnish.words import GROUPS
from catalogue.site.comparison.compared import ComparedView, compared_view
from catalogue.site.pages.link_states import AddressView, address_view
from catalogue.site.parts import addresses
from catalogue.site.parts.common import (
    CiteView,
    Link,
    StatusView,
    cite_views,
    programme_link,
    region_link,
    region_of,
    status_view,
    target_groups,
    type_link,
)
from catalogue.site.parts.narrative import (
    AimView,
    ReasonView,
    RelationView,
    Section,
    aim,
    reasons,
    relations,
    sections,
    staffing,
)
from catalogue.site.parts.result import ResultRow, result_row

if TYPE_CHECKING:
    from catalogue.facts import Facts
    from catalogue.records import Record
    from catalogue.schema.model import Model


@dataclass(frozen=True)
class ModelView:
    """Everything that the template of a model prints."""

    id: str
    file_url: str
    name: str
    name_sv: str
    region: Link
    type: Link
    programme: Link
    status: StatusView
    status_text: str
    status_cites: tuple[CiteView, ...]
    summary: str
    highlights: tuple[ResultRow, ...]
    basics: tuple[tuple[str, tuple[Link, ...]], ...]
    sections: tuple[Section, ...]
    path_sections: tuple[Section, ...]
    process: tuple[tuple[str, str, str], ...]
    staffing: tuple[tuple[str, str, tuple[CiteView, ...]], ...]
    partners: tuple[tuple[str, str], ...]
    instruments: tuple[Link, ...]
    aims: tuple[AimView, ...]
    groups: tuple[tuple[str, str, tuple[ResultRow, ...]], ...]
    compared: ComparedView
    enablers: tuple[ReasonView, ...]
    barriers: tuple[ReasonView, ...]
    decisions: tuple[tuple[str, str, str, tuple[CiteView, ...]], ...]
    relations: tuple[RelationView, ...]
    discrepancies: tuple[Link, ...]
    sources: tuple[CiteView, ...]
    links: tuple[tuple[Link, AddressView | None], ...]
    reviewed: str


def model_view(facts: Facts, model: Record[Model]) -> ModelView:
    data, rows = (
        model.data,
        [result_row(facts, figure) for figure in facts.figures_by_model.get(model.id, ())],
    )
    linked = [source for source in (data.innokyla, *data.links) if source]
    return ModelView(
        id=model.id,
        file_url=addresses.model_file(model.id),
        name=data.name.fi,
        name_sv=data.name.sv or "",
        region=region_link(facts, region_of(model.id)),
        type=type_link(facts, data.type),
        programme=programme_link(facts, data.programme),
        status=status_view(facts, model),
        status_text=data.status.text.fi if data.status.text else "",
        status_cites=cite_views(facts, data.status.sources),
        summary=data.summary.fi,
        highlights=_highlights(facts, rows),
        basics=_basics(facts, model),
        sections=sections(data.sections, description=True),
        path_sections=sections(data.sections, description=False),
        process=tuple(
            (step.name.fi, step.does.fi if step.does else "", step.by.fi if step.by else "")
            for step in data.process
        ),
        staffing=staffing(facts, data),
        partners=tuple(
            (partner.name.fi, partner.role.fi if partner.role else "") for partner in data.partners
        ),
        instruments=tuple(
            Link(facts.catalogue.instruments[key].data.name.fi, addresses.instrument(key))
            for key in data.instruments
        ),
        aims=tuple(aim(facts, entry) for entry in data.aims),
        groups=_groups(facts, rows),
        compared=compared_view(facts, model),
        enablers=reasons(facts, data, "enabler"),
        barriers=reasons(facts, data, "barrier"),
        decisions=tuple(
            (entry.body.fi, day(entry.date), entry.text.fi, cite_views(facts, entry.sources))
            for entry in data.decisions
        ),
        relations=relations(facts, model),
        discrepancies=tuple(
            Link(entry.data.claim.fi, addresses.discrepancy(entry.id))
            for entry in facts.discrepancies_by_model.get(model.id, ())
        ),
        sources=cite_views(facts, data.sources),
        links=tuple(
            (
                Link(
                    facts.catalogue.sources[key].data.title.fi,
                    addresses.source(key),
                    facts.catalogue.sources[key].data.publisher.fi,
                ),
                address_view(facts, key),
            )
            for key in linked
        ),
        reviewed=day(data.reviewed),
    )


def _highlights(facts: Facts, rows: list[ResultRow]) -> tuple[ResultRow, ...]:
    """At most three figures that answer first: by the indicators' own order."""
    ranked: list[tuple[int, int, ResultRow]] = []
    for row in rows:
        rank = facts.figures[row.id].indicator.highlight
        if rank is not None and not row.missing and not row.label:
            ranked.append((rank, len(ranked), row))
    return tuple(row for _, _, row in sorted(ranked, key=lambda entry: entry[:2])[:3])


def _basics(facts: Facts, model: Record[Model]) -> tuple[tuple[str, tuple[Link, ...]], ...]:
    data, catalogue = model.data, facts.catalogue
    funders = data.funders or (catalogue.programmes[data.programme].data.funder,)
    profile = catalogue.profiles[region_of(model.id)].data
    collection = catalogue.sources.get(profile.collection or "")
    rows: list[tuple[str, list[Link]]] = [
        ("Toteutuspaikka", [Link(data.place.fi, "")] if data.place else []),
        ("Toteuttaja", [Link(data.organisation.fi, "")] if data.organisation else []),
        ("Alue", [region_link(facts, region_of(model.id))]),
        ("Kunnat", [Link(join(data.municipalities), "")] if data.municipalities else []),
        ("Mallityyppi", [type_link(facts, data.type)]),
        ("Kohderyhmä", [Link(target_groups(facts, data), "")] if data.target_groups else []),
        ("Ohjelma", [programme_link(facts, data.programme)]),
        ("Rahoittaja", [Link(funder.fi, "") for funder in funders]),
        ("Toiminnan aika", [Link(period(data.pilot), "")] if data.pilot else []),
        (
            "Kokonaisuus",
            [Link(collection.data.title.fi, addresses.source(collection.id))] if collection else [],
        ),
    ]
    return tuple((label, tuple(links)) for label, links in rows if links)


def _groups(
    facts: Facts, rows: list[ResultRow]
) -> tuple[tuple[str, str, tuple[ResultRow, ...]], ...]:
    found = []
    for group, heading in GROUPS.items():
        members = tuple(row for row in rows if facts.figures[row.id].indicator.group == group)
        if members:
            found.append((group, heading, members))
    return tuple(found)
