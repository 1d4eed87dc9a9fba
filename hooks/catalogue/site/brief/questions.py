"""Questions to ask before starting: from what the sources name as barriers, most regions first."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from catalogue.site.parts import addresses
from catalogue.site.parts.common import CiteView, Link, cite_views, region_of, region_short
from catalogue.site.parts.counts import services

if TYPE_CHECKING:
    from collections.abc import Iterable

    from catalogue.facts import Facts
    from catalogue.records import Record
    from catalogue.schema.model import Model
    from catalogue.schema.status import StatusReason

MOST, MOST_ELSEWHERE = 3, 3


@dataclass(frozen=True)
class Told:
    """A barrier as the source of one region tells it; `model` where it is of another type."""

    region: Link
    model: str
    text: str
    cites: tuple[CiteView, ...]


@dataclass(frozen=True)
class Question:
    """`elsewhere` says that the barriers are of other types' services."""

    question: str
    told: tuple[Told, ...]
    elsewhere: bool


OWN = "Niiden alla on, mitä lähteet kertovat esteistä tämän tyypin malleissa."
SOME = (
    "Niiden alla on, mitä lähteet kertovat esteistä: ensin tämän tyypin malleissa, "
    "sitten muissa palvelumalleissa, joiden nimi on suluissa."
)
NONE = (
    "Tämän tyypin malleista lähteet eivät nimeä esteitä. "
    "Alla on, mitä ne kertovat muiden palvelumallien esteistä."
)


def barriers_of(asked: tuple[Question, ...]) -> str:
    """Whose barriers stand under the questions."""
    elsewhere = {question.elsewhere for question in asked}
    return {frozenset({False}): OWN, frozenset({True}): NONE}.get(frozenset(elsewhere), SOME)


Barriers = dict[str, dict[str, "tuple[Record[Model], StatusReason]"]]


def questions(facts: Facts, models: list[Record[Model]]) -> tuple[Question, ...]:
    """Three: from the barriers of the type's own models, the rest from those of the other services of regions."""
    own, others = _barriers(models), _barriers(services(facts, facts.models))
    made = [_question(facts, key, own[key], elsewhere=False) for key in _ranked(facts, own)]
    made += [
        _question(facts, key, others[key], elsewhere=True)
        for key in _ranked(facts, others)
        if key not in own
    ]
    return tuple(made[:MOST]) if models else ()


def _barriers(models: Iterable[Record[Model]]) -> Barriers:
    """By reason and text: a sentence counts once however many models share it, one of the whole country not at all."""
    found: Barriers = {}
    for model in models:
        for reason in model.data.status.reasons:
            if reason.effect == "barrier" and reason.scope == "own" and reason.basis == "said":
                found.setdefault(reason.reason, {}).setdefault(reason.text.fi, (model, reason))
    return found


def _ranked(facts: Facts, barriers: Barriers) -> list[str]:
    order = list(facts.catalogue.reasons)
    return sorted(
        barriers,
        key=lambda key: (
            -len({region_of(model.id) for model, _ in barriers[key].values()}),
            -len(barriers[key]),
            order.index(key),
        ),
    )


def _question(
    facts: Facts,
    key: str,
    told: dict[str, tuple[Record[Model], StatusReason]],
    *,
    elsewhere: bool,
) -> Question:
    """Of other types one barrier a region is enough."""
    reason, entries = facts.catalogue.reasons[key].data, list(told.values())
    if elsewhere:
        first = {region_of(model.id): (model, entry) for model, entry in reversed(entries)}
        entries = [pair for pair in entries if pair in first.values()][:MOST_ELSEWHERE]
    return Question(
        reason.question.fi if reason.question else reason.name.fi,
        tuple(
            Told(
                Link(region_short(facts, model.id), addresses.model_status(model.id)),
                model.data.name.fi if elsewhere else "",
                entry.text.fi,
                cite_views(facts, entry.sources),
            )
            for model, entry in entries
        ),
        elsewhere,
    )
