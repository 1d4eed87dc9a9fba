"""The page of a region: what was tried, what stayed, what ended and why, and what is not known."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from catalogue.figures.figure import value
from catalogue.finnish.formats import collation, counted, join, lowered
from catalogue.finnish.words import MODELS, OPEN_QUESTIONS, TOWNS
from catalogue.site.pages.gaps import RegionGaps, region_gaps
from catalogue.site.parts import addresses
from catalogue.site.parts.card import Card, ModelState, card, model_state
from catalogue.site.parts.common import (
    CiteView,
    Link,
    StatusView,
    Text,
    also,
    cite_views,
    marked,
)
from catalogue.site.parts.counts import by_kind, services, years
from catalogue.site.parts.reason import reason_view
from catalogue.site.parts.result import ResultRow, result_row

if TYPE_CHECKING:
    from collections.abc import Iterable

    from catalogue.facts import Facts
    from catalogue.records import Record
    from catalogue.schema.model import Model
    from catalogue.schema.scalars import Localised

STAYED = ("stayed", "continues")
ENDED = ("ended", "not_tried")
MOST_MODELS, MOST_FIGURES, MOST_CLAIMS = 6, 4, 5


@dataclass(frozen=True)
class ReasonOf:
    """What a model's sources say of a reason."""

    model: Link
    text: str


@dataclass(frozen=True)
class Reason:
    """Why models of the region stayed or ended; `count` is how many, in words."""

    name: str
    count: str
    models: tuple[ReasonOf, ...]


@dataclass(frozen=True)
class Town:
    """A municipality; its Swedish name where it is another."""

    name: str
    name_sv: str
    code: str


@dataclass(frozen=True)
class StateCount:
    """How many models stand so."""

    status: StatusView
    count: int


@dataclass(frozen=True)
class ModelFigures:
    """The figures of a model that answer first; `period` is theirs where all have the same."""

    model: Link
    rows: tuple[ResultRow, ...]
    period: str


@dataclass(frozen=True)
class Claim:
    """What is known of figures that are open to question; `severity` is how much it changes."""

    severity: str
    link: Link


@dataclass(frozen=True)
class RegionView:
    """The page of a region."""

    name: str
    names: tuple[Text, ...]
    brand: str
    summary: str
    summary_also: tuple[Text, ...]
    project: str
    links: tuple[Link, ...]
    municipalities: tuple[Town, ...]
    municipality_count: str
    cards: tuple[Card, ...]
    kinds: str
    years: str
    counts: tuple[StateCount, ...]
    figures: tuple[ModelFigures, ...]
    stayed: tuple[ModelState, ...]
    ended: tuple[ModelState, ...]
    enablers: tuple[Reason, ...]
    barriers: tuple[Reason, ...]
    either: tuple[Reason, ...]
    gaps: tuple[RegionGaps, ...]
    types_missing: str
    discrepancies: tuple[Claim, ...]
    more_discrepancies: Link | None
    sources: tuple[CiteView, ...]
    feed: str


def region_view(facts: Facts, region_id: str) -> RegionView:
    """A region with its models, figures, reasons and gaps."""
    region, profile = (
        facts.catalogue.regions[region_id].data,
        facts.catalogue.profiles[region_id].data,
    )
    models = _by_type(facts, facts.models_by_region.get(region_id, []))
    linked = [key for key in (profile.report, profile.collection) if key]
    sources, claims = facts.catalogue.sources, _discrepancies(facts, models)
    return RegionView(
        name=region.name.fi,
        names=also(region.name),
        brand=region.brand or "",
        summary=profile.summary.fi,
        summary_also=also(profile.summary),
        project=profile.project.fi if profile.project else "",
        links=tuple(
            Link(sources[key].data.title.fi, addresses.source(key), sources[key].data.publisher.fi)
            for key in linked
        ),
        municipalities=tuple(
            Town(town.name.fi, _other(town.name), town.code)
            for town in sorted(profile.municipalities, key=lambda town: collation(town.name.fi))
        ),
        municipality_count=counted(len(profile.municipalities), TOWNS),
        cards=tuple(card(facts, model) for model in models),
        kinds=by_kind(facts, models),
        years=years(services(facts, models)),
        counts=_counts(facts, services(facts, models)),
        figures=_figures(facts, models),
        stayed=_with_status(facts, models, STAYED),
        ended=_with_status(facts, models, ENDED),
        enablers=_reasons(facts, models, "enabler"),
        barriers=_reasons(facts, models, "barrier"),
        either=_reasons(facts, models, "either"),
        gaps=region_gaps(facts, region_id),
        types_missing=_types_missing(facts, models),
        discrepancies=claims[:MOST_CLAIMS],
        more_discrepancies=_more(region_id, len(claims)),
        feed=addresses.feed_of(region_id),
        sources=cite_views(facts, profile.sources),
    )


def _by_type(facts: Facts, models: Iterable[Record[Model]]) -> list[Record[Model]]:
    order = list(facts.types_in_order)
    return sorted(
        models, key=lambda model: (order.index(model.data.main_type), collation(model.data.name.fi))
    )


def _with_status(
    facts: Facts, models: list[Record[Model]], groups: tuple[str, ...]
) -> tuple[ModelState, ...]:
    return tuple(
        model_state(facts, model)
        for model in models
        if facts.catalogue.statuses[facts.catalogue.label(model.data.status)].data.group in groups
    )


def _counts(facts: Facts, models: list[Record[Model]]) -> tuple[StateCount, ...]:
    found = []
    for key, entry in facts.catalogue.statuses.items():
        count = sum(facts.catalogue.label(model.data.status) == key for model in models)
        if count:
            state = StatusView(entry.data.name.fi, entry.data.group, entry.data.mark, "")
            found.append(StateCount(state, count))
    return tuple(sorted(found, key=lambda state: -state.count))


def _figures(facts: Facts, models: list[Record[Model]]) -> tuple[ModelFigures, ...]:
    """The figures that answer first, by model: indicators in their authors' order, models in the types'."""
    found = []
    for model in models:
        ranked = [
            (figure.indicator.highlight, figure)
            for figure in facts.figures_by_model.get(model.id, ())
            if figure.indicator.highlight
            and value(figure) is not None
            and not figure.located.data.label
        ]
        rows = tuple(
            result_row(facts, figure)
            for _, figure in sorted(ranked, key=lambda pair: pair[0])[:MOST_FIGURES]
        )
        if rows:
            link = Link(model.data.name.fi, addresses.model(model.id))
            periods = {row.text.period for row in rows}
            found.append(ModelFigures(link, rows, periods.pop() if len(periods) == 1 else ""))
    return tuple(found[:MOST_MODELS])


def _reasons(facts: Facts, models: list[Record[Model]], effect: str) -> tuple[Reason, ...]:
    """The models' own reasons of one direction with the models they concern, those of most models first."""
    gathered: dict[str, list[ReasonOf]] = {}
    for model in models:
        for reason in model.data.status.reasons:
            if reason.effect == effect and reason.scope == "own":
                link = Link(model.data.name.fi, addresses.model_status(model.id))
                told = reason_view(facts, reason)
                text = marked(told.text, told.mark)
                gathered.setdefault(reason.reason, []).append(ReasonOf(link, text))
    counts = {key: len({one.model.url for one in told}) for key, told in gathered.items()}
    ordered = sorted(
        gathered,
        key=lambda key: (-counts[key], collation(facts.catalogue.reasons[key].data.name.fi)),
    )
    return tuple(
        Reason(
            name=facts.catalogue.reasons[key].data.name.fi,
            count=counted(counts[key], MODELS),
            models=tuple(gathered[key]),
        )
        for key in ordered
    )


def _types_missing(facts: Facts, models: list[Record[Model]]) -> str:
    """Types with key indicators of which the catalogue has no model here, not even a mention."""
    present = {key for model in models for key in model.data.type}
    present |= {part.type for model in models for part in model.data.mentions if part.type}
    names = [
        entry.data.name.fi
        for key, entry in facts.types_in_order.items()
        if entry.data.key_indicators and key not in present
    ]
    return join(map(lowered, names))


def _discrepancies(facts: Facts, models: list[Record[Model]]) -> tuple[Claim, ...]:
    found = {
        entry.id: entry
        for model in models
        for entry in facts.discrepancies_by_model.get(model.id, ())
    }
    ranks = ("high", "medium", "low")
    ordered = sorted(
        found.values(),
        key=lambda entry: (ranks.index(entry.data.severity), collation(entry.data.known.fi)),
    )
    return tuple(
        Claim(entry.data.severity, Link(entry.data.known.fi, addresses.discrepancy(entry.id)))
        for entry in ordered
    )


def _more(region_id: str, count: int) -> Link | None:
    """The way to all of them, where the page shows only the first."""
    if count <= MOST_CLAIMS:
        return None
    label = f"Alueen kaikki {counted(count, OPEN_QUESTIONS)} laskelmineen"
    return Link(label, addresses.discrepancies_of_region(region_id))


def _other(name: Localised) -> str:
    return name.sv if name.sv and name.sv != name.fi else ""
