"""What surrounds a model's results on its page: figures of the surroundings, costs, evaluations, and what all is cited."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pydantic import BaseModel

from catalogue.finnish.formats import day, number, period, place
from catalogue.finnish.words import CURRENCIES
from catalogue.schema.claim import Cite
from catalogue.site.parts import addresses
from catalogue.site.parts.common import CiteView, cite_views

if TYPE_CHECKING:
    from catalogue.facts import Facts
    from catalogue.records import Record
    from catalogue.schema.model import Effect, Model


@dataclass(frozen=True)
class ContextView:
    """A figure of the surroundings: `amount` with its unit, and whether it is a forecast."""

    name: str
    amount: str
    period: str
    forecast: bool
    cites: tuple[CiteView, ...]


@dataclass(frozen=True)
class CostView:
    """`1 200 euroa`, for what, in the money of which year, and what must be known of it."""

    amount: str
    per: str
    year: str
    text: str
    cites: tuple[CiteView, ...]


@dataclass(frozen=True)
class EvaluationView:
    """How the work was evaluated, and what was seen."""

    method: str
    comparison_group: str
    effect: str
    text: str
    cites: tuple[CiteView, ...]


@dataclass(frozen=True)
class SourceView:
    """A source of the page with the places that are cited in it; `whole` is one that the record as a whole rests on."""

    title: str
    url: str
    at: str
    whole: bool


def context(facts: Facts, data: Model) -> tuple[ContextView, ...]:
    """What was true of the region when the model was tried."""
    return tuple(
        ContextView(
            entry.name.fi,
            " ".join([number(entry.value), *([entry.unit.fi] if entry.unit else [])]),
            period(entry.period),
            bool(entry.forecast),
            cite_views(facts, entry.sources),
        )
        for entry in data.context
    )


def costs(facts: Facts, data: Model) -> tuple[CostView, ...]:
    """What the model cost, as the sources tell it."""
    return tuple(
        CostView(
            f"{number(entry.amount)} {CURRENCIES[entry.currency]}",
            entry.per.fi,
            day(entry.year),
            entry.text.fi if entry.text else "",
            cite_views(facts, entry.sources),
        )
        for entry in data.costs
    )


def evaluations(facts: Facts, data: Model) -> tuple[EvaluationView, ...]:
    """The evaluations that the sources tell of."""
    return tuple(
        EvaluationView(
            entry.method.fi,
            entry.comparison_group.fi if entry.comparison_group else "",
            _effect(entry.effect) if entry.effect else "",
            entry.text.fi,
            cite_views(facts, entry.sources),
        )
        for entry in data.evaluations
    )


def cost_text(cost: CostView) -> str:
    """`1 200 euroa / asiakas (2023): Arvio.`, in one line."""
    return f"{cost.amount} / {cost.per} ({cost.year}){': ' + cost.text if cost.text else ''}"


def evaluation_text(told: EvaluationView) -> str:
    """`ennen ja jälkeen, jonottaneet, erotus 1,5: Ero oli pieni.`, in one line."""
    parts = (told.method, told.comparison_group, told.effect)
    return f"{', '.join(part for part in parts if part)}: {told.text}"


def _effect(effect: Effect) -> str:
    """`erotus 1,5 (0,5–2,5)`; the interval is the source's own."""
    low, high = effect.low, effect.high
    ends = f" ({number(low)}–{number(high)})" if low is not None and high is not None else ""
    return f"{effect.measure.fi} {number(effect.value)}{ends}"


def every_source(facts: Facts, model: Record[Model]) -> tuple[SourceView, ...]:
    """The sources of the whole record, then those that only single claims and figures cite, each once."""
    places: dict[str, dict[str, None]] = {}
    for cite in model.data.sources:
        places.setdefault(cite.id, {})[place(cite.at)] = None
    whole = set(places)
    every: list[Cite] = []
    _gather(model.data, every)
    for cite in every:
        if cite.id not in whole:
            places.setdefault(cite.id, {})[place(cite.at)] = None
    return tuple(
        SourceView(
            facts.catalogue.sources[key].data.title.fi,
            addresses.source(key),
            "; ".join(at),
            key in whole,
        )
        for key, at in places.items()
    )


def _gather(data: BaseModel, cites: list[Cite]) -> None:
    """Every citation in a part of a record, in the order of the fields."""
    for item in data.__dict__.values():
        for part in item if item.__class__ is tuple else (item,):
            if part.__class__ is Cite:
                cites.append(part)
            elif isinstance(part, BaseModel):
                _gather(part, cites)
