"""A model in a list: what its card says and what the filters compare."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from catalogue.figures.figure import Missing
from catalogue.figures.selection import is_national
from catalogue.finnish.formats import counted
from catalogue.finnish.words import NUMBERS
from catalogue.records import places
from catalogue.site.parts import addresses
from catalogue.site.parts.common import (
    Link,
    StatusView,
    region_link,
    region_of,
    status_view,
    types_link,
)
from catalogue.site.parts.towns import towns_of

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from catalogue.facts import Facts
    from catalogue.records import Record
    from catalogue.schema.model import Model
    from catalogue.schema.vocabulary import Mark, StatusGroup


Outcome = Literal["kaytossa", "jatkui", "paatetty", "ei-alkanut", "paattyi", "tehty", "ei-tiedossa"]


@dataclass(frozen=True)
class End:
    """A way in which models end: what it is called in a sentence, the group that colours it, its shape."""

    name: str
    group: StatusGroup
    mark: Mark


OUTCOMES: Mapping[Outcome, End] = {  # in the order of the front page
    "kaytossa": End("oli käytössä", "stayed", "full"),
    "jatkui": End("oli juurtumassa tai jatkui hankkeena", "continues", "half"),
    "paatetty": End("oli päätetty ottaa käyttöön", "planned", "ring"),
    "paattyi": End("päättyi", "ended", "cross"),
    "ei-alkanut": End("ei alkanut", "not_tried", "dash"),
    "tehty": End("tehtiin kertatyönä", "completed", "check"),
    "ei-tiedossa": End("jäi epäselväksi", "unknown", "question"),
}
OF_GROUP: Mapping[StatusGroup, Outcome] = {
    "stayed": "kaytossa",
    "continues": "jatkui",
    "planned": "paatetty",
    "ended": "paattyi",
    "not_tried": "ei-alkanut",
    "completed": "tehty",
    "unknown": "ei-tiedossa",
}


@dataclass(frozen=True)
class Card:
    """A model in a list. `facets` are the ids that the page's filters compare."""

    name: str
    url: str
    summary: str
    region: Link
    type: Link
    status: StatusView
    results: str
    facets: tuple[tuple[str, str], ...]

    @property
    def attributes(self) -> tuple[tuple[str, str], ...]:
        """The facets as the page's script reads them: each name once, its values with a space between."""
        names = dict.fromkeys(name for name, _ in self.facets)
        return tuple(
            (name, " ".join(value for other, value in self.facets if other == name))
            for name in names
        )


@dataclass(frozen=True)
class CardGroup:
    """Models of one region under its heading."""

    anchor: str
    link: Link
    cards: tuple[Card, ...]


@dataclass(frozen=True)
class ModelState:
    """A model and where it stands."""

    model: Link
    status: StatusView


def cards_by_region(facts: Facts, models: Collection[Record[Model]]) -> tuple[CardGroup, ...]:
    """Cards under every region that a model is of, in the order of the regions."""
    groups = []
    for region in facts.regions_with_models:
        members = [model for model in models if region in places(model)]
        if members:
            cards = tuple(card(facts, model) for model in members)
            groups.append(CardGroup(anchor=region, link=region_link(facts, region), cards=cards))
    return tuple(groups)


def model_state(facts: Facts, model: Record[Model]) -> ModelState:
    """A model and where it stands."""
    link = Link(model.data.name.fi, addresses.model(model.id))
    return ModelState(link, status_view(facts, model))


def card(facts: Facts, model: Record[Model]) -> Card:
    """A model in a list."""
    data = model.data
    figures = facts.figures_by_model.get(model.id, ())
    status = status_view(facts, model)
    facets = (
        *(("alue", region) for region in places(model)),
        *(("tyyppi", key) for key in data.type),
        *(("ohjelma", key) for key in data.programme),
        ("tila", facts.catalogue.label(data.status)),
        *(("kohderyhma", group) for group in data.target_groups),
        *(("kunta", town) for town in towns_of(facts.catalogue, data)),
        *(("mittaristo", key) for key in data.instruments),
        ("paatos", data.status.decided.what),
        ("kaytto", data.status.in_use.what),
        ("laji", facts.catalogue.kind(data) or ""),
        ("taso", "valtakunta" if is_national(facts.catalogue, model.id) else "alue"),
        ("lopputulos", outcome_of(facts, model)),
        ("tuloksia", "on" if not all(isinstance(figure, Missing) for figure in figures) else "ei"),
    )
    return Card(
        data.name.fi,
        addresses.model(model.id),
        data.summary.fi,
        region_link(facts, region_of(model.id)),
        types_link(facts, data),
        status,
        counted(len(figures), NUMBERS) if figures else "",
        facets,
    )


def outcome_of(facts: Facts, model: Record[Model]) -> Outcome:
    """What became of a model, as the filter's id."""
    return OF_GROUP[facts.catalogue.statuses[facts.catalogue.label(model.data.status)].data.group]
