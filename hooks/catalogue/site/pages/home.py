"""The front page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from catalogue.figures.selection import is_national
from catalogue.finnish.formats import counted
from catalogue.finnish.words import DISCREPANCY_CLASSES, KIND_UNITS, MENTIONED
from catalogue.site.comparison.page import ordered
from catalogue.site.pages.types import TypeCard, types_view
from catalogue.site.parts import addresses
from catalogue.site.parts.card import OUTCOMES, outcome_of
from catalogue.site.parts.common import Link
from catalogue.site.parts.counts import by_kind, services, years
from catalogue.site.parts.result import ResultRow, result_row
from catalogue.site.parts.tiles import Tile, tiles

if TYPE_CHECKING:
    from collections.abc import Iterator

    from catalogue.facts import Facts


FIXED = (  # after the questions of types and comparisons, the ways that every catalogue has
    Link("Vertaan malleja rinnakkain", addresses.SIDE_BY_SIDE),
    Link("Mitkä luvut eivät täsmää?", addresses.DISCREPANCIES),
    Link("Lataan aineiston", addresses.OPEN_DATA),
)
SHORT = 60  # characters of arithmetic that fit beside a figure


@dataclass(frozen=True)
class Outcome:
    """How many models ended one way; the link lists them."""

    link: Link
    count: int
    group: str
    mark: str


@dataclass(frozen=True)
class KeyFigure:
    """A figure of the front page; `flag` is the arithmetic that does not agree with it."""

    row: ResultRow
    label: str
    flag: Link | None
    source: str


@dataclass(frozen=True)
class HomeView:
    """The front page."""

    counts: str
    mentions: str
    national: bool
    regions: int
    told: str
    services: int
    years: str
    results: int
    sources: int
    disagreeing: int
    unclear: int
    outcomes_url: str
    tiles: tuple[Tile, ...]
    types: tuple[TypeCard, ...]
    questions: tuple[Link, ...]
    figures: tuple[KeyFigure, ...]
    outcomes: tuple[Outcome, ...]
    gaps: int
    asked: int


def home_view(facts: Facts) -> HomeView:
    """Counts, figures and questions, all from the data."""
    run = services(facts, facts.models)
    outcomes = [outcome_of(facts, model) for model in run]
    counties = [
        key
        for key in facts.regions_with_models
        if facts.catalogue.regions[key].data.kind != "national"
    ]
    mentions = sum(len(model.data.mentions) for model in facts.models)
    return HomeView(
        counts=by_kind(facts, facts.models),
        mentions=counted(mentions, MENTIONED) if mentions else "",
        national=any(is_national(facts.catalogue, model.id) for model in facts.models),
        regions=len(counties),
        told=counted(len(run), KIND_UNITS["palvelumalli"]),
        services=len(run),
        years=years(run),
        results=len(facts.figures),
        sources=len(facts.catalogue.sources),
        disagreeing=_in_class(facts, "numbers"),
        unclear=_in_class(facts, "meaning"),
        outcomes_url=_outcomes(facts),
        tiles=tiles(facts),
        types=types_view(facts),
        questions=(*_questions(facts), *FIXED),
        figures=tuple(_key_figures(facts)),
        outcomes=tuple(
            Outcome(
                Link(end.name, addresses.services_that(key)),
                outcomes.count(key),
                end.group,
                end.mark,
            )
            for key, end in OUTCOMES.items()
            if key in outcomes
        ),
        gaps=sum(gap.kind != "exists" for gap in facts.gaps),
        asked=len(facts.gaps),
    )


def _in_class(facts: Facts, name: str) -> int:
    entries = facts.catalogue.discrepancies.values()
    return sum(DISCREPANCY_CLASSES[entry.data.kind] == name for entry in entries)


def _questions(facts: Facts) -> Iterator[Link]:
    """The questions with which types and then comparisons ask to be on the front page."""
    for key, kind in facts.types_in_order.items():
        if kind.data.front_page:
            yield Link(kind.data.front_page.fi, addresses.model_type(key))
    for record in ordered(facts):
        if record.data.front_page:
            yield Link(record.data.front_page.fi, addresses.comparison(record.id))


def _outcomes(facts: Facts) -> str:
    """Where what became of the models is compared; else the list of models."""
    tables = (record.id for record in ordered(facts) if record.data.layout == "statuses")
    return next(map(addresses.comparison, tables), addresses.MODELS)


def _key_figures(facts: Facts) -> Iterator[KeyFigure]:
    """The figures that have words for the front page, in the order of the models."""
    for model in facts.models:
        for figure in facts.figures_by_model.get(model.id, ()):
            if words := figure.located.data.front_page:
                yield _key_figure(facts, figure.located.id, words.fi)


def _key_figure(facts: Facts, result_id: str, words: str) -> KeyFigure:
    """The arithmetic of the figure's own disagreement where it is short, else that there are open questions."""
    row = result_row(facts, facts.figures[result_id])
    entries = sorted(
        facts.discrepancies_by_result.get(result_id, ()), key=lambda entry: entry.data.kind != "sum"
    )
    flag = None
    if entries:
        computed = next((entry for entry in entries if len(entry.data.computed.fi) <= SHORT), None)
        first = computed or entries[0]
        flag = Link(
            first.data.computed.fi if computed else "avoin kysymys luvusta",
            addresses.discrepancy(first.id),
        )
    return KeyFigure(
        row,
        words,
        flag,
        row.source.split("; ")[0],
    )
