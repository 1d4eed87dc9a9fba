"""What is not known: one cell for each region, model type and key indicator, with the kind of its emptiness."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from catalogue.figures.comparability import About, Aspect, aspects, declared, difference
from catalogue.figures.figure import SAMPLED, Missing

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from catalogue.figures.figure import Figure
    from catalogue.records import Catalogue, Record
    from catalogue.schema.model import Model

Kind = Literal[
    "exists", "apart", "suppressed", "not_published", "not_measured", "not_tried", "unknown"
]
NOTHING: tuple[Kind, ...] = ("not_published", "not_measured", "unknown")
LAST = 99  # after every indicator that is highlighted
UNLIKE = ("population", "programme")  # what a type declares of its figures
MISSING: tuple[Kind, ...] = (
    "suppressed",
    "not_published",
    "not_measured",
    "not_tried",
)  # what is told first, of many


@dataclass(frozen=True)
class Gap:
    """What a region's models of one type tell of one indicator.

    `figures` are those that say so; `why` is the sentence of a figure of other people or of another programme than
    those that the type declares; `near` is what is told of the same question by another indicator, where this one is not.
    """

    region: str
    type: str
    indicator: str
    kind: Kind
    figures: tuple[Figure, ...] = ()
    why: str = ""
    near: Figure | None = None


def find(catalogue: Catalogue, figures: Mapping[str, Figure]) -> tuple[Gap, ...]:
    """Every cell, by type, region and indicator. Counties that have models; types that name key indicators."""
    models: dict[tuple[str, str], list[Record[Model]]] = defaultdict(list)
    told: dict[tuple[str, str], list[Figure]] = defaultdict(list)
    for model in catalogue.models.values():
        for key in model.data.type:
            models[key, model.id.split("/")[0]].append(model)
    for figure in figures.values():
        told[figure.located.model.id, figure.located.data.indicator].append(figure)
    counties = [
        key
        for key, region in catalogue.regions.items()
        if region.data.kind != "national" and any(place == key for _, place in models)
    ]
    found = []
    for type_id, entry in catalogue.types.items():
        for indicator in entry.data.key_indicators:
            by_county = {
                county: [
                    figure
                    for model in models[type_id, county]
                    for figure in told[model.id, indicator]
                ]
                for county in counties
            }
            found += [
                _gap(
                    catalogue,
                    (county, type_id, indicator),
                    models[type_id, county],
                    by_county[county],
                )
                for county in counties
            ]
    by_model: dict[str, list[Figure]] = defaultdict(list)
    for figure in figures.values():
        by_model[figure.located.model.id].append(figure)
    return tuple(
        replace(
            gap,
            near=near(
                catalogue,
                gap.indicator,
                [figure for model in models[gap.type, gap.region] for figure in by_model[model.id]],
            ),
        )
        if gap.kind in NOTHING
        else gap
        for gap in found
    )


def near(catalogue: Catalogue, indicator: str, figures: Iterable[Figure]) -> Figure | None:
    """What the figures tell of the same question as an indicator of outcomes, by another: the one highlighted first."""
    asked = catalogue.indicators[indicator].data
    if asked.nature != "outcome":
        return None
    told = [
        figure
        for figure in figures
        if figure.indicator.group == asked.group
        and figure.indicator.nature == "outcome"
        and figure.indicator.counts == asked.counts
        and not isinstance(figure, Missing)
        and not figure.located.data.key
    ]
    return min(told, key=lambda one: one.indicator.highlight or LAST, default=None)


def _gap(
    catalogue: Catalogue,
    cell: tuple[str, str, str],
    models: list[Record[Model]],
    figures: list[Figure],
) -> Gap:
    present = tuple(figure for figure in figures if not isinstance(figure, Missing))
    apart = {figure.located.id: unlike_its_type(catalogue, cell[1], figure) for figure in present}
    alike = tuple(figure for figure in present if not apart[figure.located.id])
    if alike:
        return Gap(*cell, "exists", alike)
    if present:
        return Gap(*cell, "apart", present, apart[present[0].located.id])
    for kind in MISSING:
        of_kind = tuple(
            figure for figure in figures if isinstance(figure, Missing) and figure.why == kind
        )
        if of_kind:
            return Gap(*cell, kind, of_kind)
    if models and all(
        catalogue.statuses[catalogue.label(model.data.status)].data.group == "not_tried"
        for model in models
    ):
        return Gap(*cell, "not_tried")
    return Gap(*cell, "unknown")


def unlike_its_type(catalogue: Catalogue, type_id: str, figure: Figure) -> str:
    """Why the figure is not of what its type declares, in Finnish; an empty text when it is."""
    about = catalogue.types[type_id].data.about
    if about is None:
        return ""
    declaration = declared(
        catalogue,
        About(figure.located.data.indicator, about.population or "", about.programme or ""),
    )
    asked: dict[str, Aspect] = {name: declaration[name] for name in UNLIKE if name in declaration}
    population = catalogue.populations.get(figure.located.data.population or "")
    if population is None or population.data.of not in SAMPLED:
        asked.pop(
            "population", None
        )  # of its points, municipalities or events: no people to differ
    return difference(aspects(catalogue, figure), asked, "tyypin vertailussa")
