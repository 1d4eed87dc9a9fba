"""Parts that many pages print: links, statuses, citations."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from catalogue.facts import once
from catalogue.finnish.formats import day, join, lowered, place
from catalogue.finnish.words import BASES, IN_USE, SCOPES, SOURCE_GENITIVES
from catalogue.site.parts import addresses

if TYPE_CHECKING:
    from collections.abc import Iterable

    from catalogue.facts import Facts
    from catalogue.records import Record
    from catalogue.schema.claim import BasisWord, Cite, ScopeWord
    from catalogue.schema.edtf import Day
    from catalogue.schema.model import Model
    from catalogue.schema.scalars import Localised
    from catalogue.schema.status import Check, ShortStatus, Status
    from catalogue.schema.vocabulary import Status as Label


NATIONALLY = "valtakunnallisesti"


@dataclass(frozen=True)
class Link:
    """A link inside the site: `url` from the site's root, without a leading slash."""

    label: str
    url: str
    note: str = ""


@dataclass(frozen=True)
class Fact:
    """One thing told under its label."""

    label: str
    text: str


@dataclass(frozen=True)
class StatusView:
    """A label in words and shape; `group` names the style, `told` says by whose word and of when."""

    name: str
    group: str
    mark: str
    date: str
    because: str = ""
    told: str = ""


@dataclass(frozen=True)
class CiteView:
    """A source with its place: `L3.9` of a report."""

    title: str
    short: str
    url: str
    at: str


@dataclass(frozen=True)
class Text:
    """A text in another language than the page's, which marks it with `lang`."""

    text: str
    lang: str


def also(value: Localised | None) -> tuple[Text, ...]:
    """The same text in Swedish and in English, where its author gives it."""
    if value is None:
        return ()
    pairs = ((value.sv, "sv"), (value.en, "en"))
    return tuple(Text(text, lang) for text, lang in pairs if text)


def model_link(facts: Facts, model_id: str) -> Link:
    """A way to a model; its note is the region."""
    model = facts.catalogue.models[model_id]
    return Link(model.data.name.fi, addresses.model(model_id), region_short(facts, model_id))


def region_of(model_id: str) -> str:
    """The region in a model's id."""
    return model_id.split("/")[0]


def region_short(facts: Facts, model_id: str) -> str:
    """The short name of a model's region."""
    return facts.catalogue.regions[region_of(model_id)].data.short.fi


def region_link(facts: Facts, region_id: str) -> Link:
    """A way to the region's page, where it has one."""
    url = addresses.region(region_id) if region_id in facts.catalogue.profiles else ""
    return Link(facts.catalogue.regions[region_id].data.short.fi, url)


def where(facts: Facts, regions: Iterable[str]) -> str:
    """`Pohjanmaa ja Satakunta, lisäksi valtakunnallisesti`: what is of the whole country stands apart from counties."""
    names = {key: facts.catalogue.regions[key].data for key in regions}
    counties = [data.short.fi for data in names.values() if data.kind != "national"]
    if len(counties) == len(names):
        return join(counties)
    return f"{join(counties)}, lisäksi {NATIONALLY}" if counties else NATIONALLY


def type_link(facts: Facts, type_id: str) -> Link:
    """A way to a type."""
    return Link(facts.catalogue.types[type_id].data.name.fi, addresses.model_type(type_id))


def programme_link(facts: Facts, programme_id: str) -> Link:
    """A way to a programme."""
    return Link(
        facts.catalogue.programmes[programme_id].data.short.fi, addresses.programme(programme_id)
    )


def types_link(facts: Facts, model: Model) -> Link:
    """The model's types in one label; a way to the first."""
    names = [facts.catalogue.types[key].data.name.fi for key in model.type]
    return Link(" / ".join(names), addresses.model_type(model.main_type))


def programmes_link(facts: Facts, model: Model) -> Link:
    """The model's programmes in one label; a way to the first, where it has one."""
    if not model.programme:
        return Link("Oma työ, ei ohjelmaa", "")
    names = [facts.catalogue.programmes[key].data.short.fi for key in model.programme]
    return Link(" / ".join(names), addresses.programme(model.programme[0]))


def indicator_link(facts: Facts, indicator_id: str) -> Link:
    """A way to an indicator."""
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
    """The state, its date and, for what ended or stayed, the reasons that weighed in that direction.

    Only what a source says of this very model: no conclusion of the editors, no sentence on the whole country.
    """
    return once(facts, "status", model.id, model, lambda: _status_view(facts, model.data.status))


def _status_view(facts: Facts, status: Status) -> StatusView:
    entry = label_of(facts, status)
    wanted = {"ended": "barrier", "not_tried": "barrier", "stayed": "enabler"}.get(entry.group)
    names = [
        facts.catalogue.reasons[reason.reason].data.name.fi
        for reason in status.reasons
        if reason.effect == wanted and not claim_mark(reason.basis, reason.scope)
    ]
    because = ", ".join(dict.fromkeys(lowered(name) for name in names))
    date = day(status_date(status))
    whose = SOURCE_GENITIVES.get(facts.catalogue.sources[status.sources[0].id].data.kind, "lähteen")
    told = f"{whose} mukaan {date}".rstrip() if entry.group != "unknown" else ""
    return StatusView(entry.name.fi, entry.group, entry.mark, date, because, told)


def checked(check: Check) -> str:
    """`5/2026: käytössä`: what somebody found later."""
    return f"{day(check.date)}: {IN_USE[check.what]}"


def label_of(facts: Facts, status: Status | ShortStatus) -> Label:
    """The label of a state, as its vocabulary has it."""
    return facts.catalogue.statuses[facts.catalogue.label(status)].data


def status_date(status: Status | ShortStatus) -> Day | None:
    """As of when: of the use, else of the decision; nothing where neither is told."""
    return status.in_use.date or status.decided.date


def marked(text: str, mark: str) -> str:
    """The text with what must be known of it: `Osa sai työtä. (toimituksen päätelmä)`."""
    return f"{text} ({mark})" if text and mark else text or mark


def claim_mark(basis: BasisWord, scope: ScopeWord = "own") -> str:
    """What a reader must know of a claim that its own source does not say in so many words."""
    marks = [BASES[basis]] if basis == "inferred" else []
    marks += [SCOPES[scope]] if scope == "national" else []
    return ", ".join(marks)


def place_of_mention(facts: Facts, region: str, types: tuple[str, ...]) -> str:
    """The place of a mention of one of the types in the region; an empty text where there is none."""
    places = [
        addresses.mention(model.id, mention.id)
        for key in types
        for model, mention in facts.mentions_by_type.get(key, ())
        if region_of(model.id) == region
    ]
    return places[-1] if places else ""


def cite_views(facts: Facts, cites: tuple[Cite, ...]) -> tuple[CiteView, ...]:
    """Sources with their places, in the order of the record."""
    return tuple([_cite_view(facts, cite) for cite in cites])


def _cite_view(facts: Facts, cite: Cite) -> CiteView:
    source = facts.catalogue.sources[cite.id]

    def made() -> CiteView:
        short, url = short_title(facts, cite.id), addresses.source(cite.id)
        return CiteView(source.data.title.fi, short, url, place(cite.at))

    return once(facts, "cite", f"{cite.id} {cite.at}", source, made)


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
