"""Who kept a model of a type and who ended it, each with the reasons that the sources give."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from catalogue.finnish.words import SIGNS
from catalogue.site.parts import addresses
from catalogue.site.parts.common import (
    Link,
    StatusView,
    region_link,
    region_of,
    status_view,
)
from catalogue.site.parts.finding import finding
from catalogue.site.parts.reason import SAID, ReasonView, reason_view

if TYPE_CHECKING:
    from collections.abc import Mapping

    from catalogue.facts import Facts
    from catalogue.records import Record
    from catalogue.schema.model import Model
    from catalogue.schema.status import ReasonEffect
    from catalogue.schema.vocabulary import StatusGroup

KEPT = "Missä se jäi tai päätettiin ottaa käyttöön, ja miksi?"
ENDED = "Missä se päättyi tai ei alkanut, ja miksi?"
OTHER = "Missä jatkoa ei kerrota tai työ tehtiin kerran?"
ANCHORS = {KEPT: "jai", ENDED: "paattyi", OTHER: "muut"}
# The heading of every group of states, and the direction whose reasons come first under it.
UNDER: Mapping[StatusGroup, tuple[str, ReasonEffect]] = {
    "stayed": (KEPT, "enabler"),
    "continues": (KEPT, "enabler"),
    "planned": (KEPT, "enabler"),
    "ended": (ENDED, "barrier"),
    "not_tried": (ENDED, "barrier"),
    "completed": (OTHER, "enabler"),
    "unknown": (OTHER, "enabler"),
}


@dataclass(frozen=True)
class After:
    """What became of one model, and why."""

    region: Link
    model: Link
    status: StatusView
    reasons: tuple[ReasonView, ...]
    said: str


@dataclass(frozen=True)
class Afterwards:
    """A heading and its models; `asks` says whether a reason is missed where none is told, `signs` tells the signs used."""

    anchor: str
    heading: str
    models: tuple[After, ...]
    asks: bool
    signs: str


def afterwards(facts: Facts, models: list[Record[Model]]) -> tuple[Afterwards, ...]:
    """Kept, ended, and the rest; kept and ended also when there is none, so that it is said."""
    groups: dict[str, list[After]] = {KEPT: [], ENDED: [], OTHER: []}
    for model in models:
        status = facts.catalogue.statuses[facts.catalogue.label(model.data.status)].data
        heading, first = UNDER[status.group]
        groups[heading].append(_after(facts, model, first))
    return tuple(
        Afterwards(ANCHORS[heading], heading, tuple(members), heading != OTHER, _signs(members))
        for heading, members in groups.items()
        if members or heading != OTHER
    )


def _signs(members: list[After]) -> str:
    """`+ edisti, − esti`: those that stand under the heading."""
    used = {reason.sign for one in members for reason in one.reasons}
    return ", ".join(
        f"{SIGNS[effect]} {spoken}" for effect, (_, spoken) in SAID.items() if SIGNS[effect] in used
    )


def _after(facts: Facts, model: Record[Model], first: ReasonEffect) -> After:
    told = sorted(model.data.status.reasons, key=lambda reason: reason.effect != first)
    return After(
        region_link(facts, region_of(model.id)),
        Link(model.data.name.fi, addresses.model_status(model.id)),
        status_view(facts, model),
        tuple(reason_view(facts, reason) for reason in told),
        finding(facts, model),
    )
