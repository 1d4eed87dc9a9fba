"""Parts that many pages print: links, statuses, citations."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from catalogue.finnish.formats import day, join, lowered
from catalogue.site.parts import addresses

if TYPE_CHECKING:
    from catalogue.facts import Facts
    from catalogue.records import Record
    from catalogue.schema.model import Model
    from catalogue.schema.result import Cite
    from catalogue.schema.scalars import Localised


@dataclass(frozen=True)
class Link:
    """A link inside the site: `url` from the site's root, without a leading slash."""

    label: str
    url: str
    note: str = ""


@dataclass(frozen=True)
class StatusView:
    """A state in words and shape; `group` names the style."""

    name: str
    group: str
    mark: str
    date: str
    because: str = ""


@dataclass(frozen=True)
class CiteView:
    """A source with its place: `L3.9` of a report."""

    title: str
    short: str
    url: str
    at: str


@dataclass(frozen=True)
class Text:
    """A text in the page's language, or visibly in another."""

    text: str
    lang: str = ""


def text_of(value: Localised | None, lang: str = "fi") -> Text | None:
    """The text in `lang`; Finnish, marked as such, where there is no other."""
    if value is None:
        return None
    found = getattr(value, lang)
    return Text(found) if found else Text(value.fi, "fi")


def model_link(facts: Facts, model_id: str) -> Link:
    model = facts.catalogue.models[model_id]
    return Link(model.data.name.fi, addresses.model(model_id), region_short(facts, model_id))


def region_of(model_id: str) -> str:
    return model_id.split("/")[0]


def region_short(facts: Facts, model_id: str) -> str:
    return facts.catalogue.regions[region_of(model_id)].data.short.fi


def region_link(facts: Facts, region_id: str) -> Link:
    return Link(facts.catalogue.regions[region_id].data.short.fi, addresses.region(region_id))


def type_link(facts: Facts, type_id: str) -> Link:
    return Link(facts.catalogue.types[type_id].data.name.fi, addresses.model_type(type_id))


def programme_link(facts: Facts, programme_id: str) -> Link:
    return Link(
        facts.catalogue.programmes[programme_id].data.short.fi, addresses.programme(programme_id)
    )


def indicator_link(facts: Facts, indicator_id: str) -> Link:
    return Link(
        facts.catalogue.indicators[indicator_id].data.name.fi, addresses.indicator(indicator_id)
    )


def target_groups(facts: Facts, model: Model) -> str:
    """`Työttömät, osatyökykyiset ja nuoret`."""
    first, *others = [
        facts.catalogue.target_groups[key].data.name.fi for key in model.target_groups
    ] or [""]
    return join([first, *map(lowered, others)])


def status_view(facts: Facts, model: Record[Model]) -> StatusView:
    """The state, its date and, for what ended or stayed, the reasons that weighed in that direction."""
    status = model.data.status
    entry = facts.catalogue.statuses[status.state].data
    wanted = {"ended": "barrier", "not_tried": "barrier", "stayed": "enabler"}.get(entry.group)
    names = [
        facts.catalogue.reasons[reason.reason].data.name.fi
        for reason in status.reasons
        if reason.effect == wanted
    ]
    because = ", ".join(dict.fromkeys(lowered(name) for name in names))
    return StatusView(entry.name.fi, entry.group, entry.mark, day(status.date), because)


def cite_views(facts: Facts, cites: tuple[Cite, ...]) -> tuple[CiteView, ...]:
    return tuple(
        CiteView(
            facts.catalogue.sources[cite.id].data.title.fi,
            short_title(facts, cite.id),
            addresses.source(cite.id),
            cite.at,
        )
        for cite in cites
    )


def short_title(facts: Facts, source_id: str) -> str:
    """`THL`, `Pohjanmaan raportti` …: the publisher, enough to tell the sources of one page apart."""
    source = facts.catalogue.sources[source_id].data
    if source.kind == "study" and source.authors:
        return " ".join([source.authors.split(",")[0], day(source.year)]).strip()
    publisher = source.publisher.fi
    if "(" in publisher:
        return publisher[publisher.index("(") + 1 : publisher.index(")")]
    return (
        publisher.replace(" hyvinvointialue", " raportti") if source.kind == "report" else publisher
    )
