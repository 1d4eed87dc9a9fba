"""Of what the regions' models of a type consisted: whom they served, who worked, with whom, and by which steps."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from catalogue.finnish.formats import join, places
from catalogue.reading.markdown import html
from catalogue.site.parts import addresses
from catalogue.site.parts.common import (
    CiteView,
    Link,
    cite_views,
    claim_mark,
    region_link,
    region_of,
    target_groups,
)
from catalogue.site.parts.narrative import staffing

if TYPE_CHECKING:
    from collections.abc import Iterable

    from catalogue.facts import Facts
    from catalogue.records import Record
    from catalogue.schema.model import Model


@dataclass(frozen=True, kw_only=True)
class Composition:
    """One model. `steps` are names in order; `cites` are those of everything that the row tells, each once."""

    id: str
    name: str
    url: str
    region: Link
    also_in: str
    summary: str
    whom: str
    who: tuple[str, ...]
    partners: tuple[str, ...]
    steps: tuple[str, ...]
    process_url: str
    cites: tuple[CiteView, ...]


@dataclass(frozen=True)
class Need:
    """What a model took in the source's words."""

    region: Link
    model: Link
    html: str
    cites: tuple[CiteView, ...]
    mark: str


def composition(facts: Facts, model: Record[Model]) -> Composition:
    """Who did the work of a model, as one row."""
    data = model.data
    regions = facts.catalogue.regions
    told = [*(one.sources for one in data.staffing), *(one.sources for one in data.partners)]
    told += [data.process.sources] if data.process else []
    return Composition(
        id=model.id,
        name=data.name.fi,
        url=addresses.model(model.id),
        region=region_link(facts, region_of(model.id)),
        also_in=join(regions[key].data.short.fi for key in data.also_in),
        summary=data.summary.fi,
        whom=target_groups(facts, data),
        who=tuple(
            ": ".join(part for part in (one.role, one.amount) if part)
            for one in staffing(facts, data)
        ),
        partners=_partners(data),
        steps=tuple(step.name.fi for step in data.steps),
        process_url=addresses.model_process(model.id),
        cites=by_source(cite for sources in told for cite in cite_views(facts, sources)),
    )


def _partners(data: Model) -> tuple[str, ...]:
    """Names; those that the editors concluded under their own words."""
    groups: dict[str, list[str]] = {}
    for partner in data.partners:
        groups.setdefault(claim_mark(partner.basis, partner.scope), []).append(partner.name.fi)
    return tuple(
        join(names) + (f" ({mark})" if mark else "") for mark, names in sorted(groups.items())
    )


def needs(facts: Facts, models: Iterable[Record[Model]]) -> tuple[Need, ...]:
    """What the sources tell of the conditions of each model."""
    return tuple(
        Need(
            region_link(facts, region_of(model.id)),
            Link(model.data.name.fi, addresses.model(model.id)),
            html(told.text.fi),
            cite_views(facts, told.sources),
            claim_mark(told.basis, told.scope),
        )
        for model in models
        if (told := model.data.sections.conditions)
    )


def by_source(cites: Iterable[CiteView]) -> tuple[CiteView, ...]:
    """Each source once, with all its places."""
    found: dict[str, list[CiteView]] = {}
    for cite in dict.fromkeys(cites):
        found.setdefault(cite.url, []).append(cite)
    return tuple(replace(same[0], at=places([cite.at for cite in same])) for same in found.values())
