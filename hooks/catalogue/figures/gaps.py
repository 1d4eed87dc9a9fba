"""What is not known: one cell for each region, model type and key indicator, with the kind of its emptiness."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from catalogue.figures.comparability import column, incomparable
from catalogue.figures.figure import Missing

if TYPE_CHECKING:
    from collections.abc import Mapping

    from catalogue.figures.figure import Figure
    from catalogue.records import Catalogue, Record
    from catalogue.schema.model import Model

Kind = Literal[
    "exists", "apart", "suppressed", "not_published", "not_measured", "not_tried", "unknown"
]
MISSING: tuple[Kind, ...] = (
    "suppressed",
    "not_published",
    "not_measured",
    "not_tried",
)  # what is told first, of many


@dataclass(frozen=True)
class Gap:
    """What a region's models of one type tell of one indicator.

    `figures` are those that say so; `why` is the sentence of a figure that does not compare with the type's others.
    """

    region: str
    type: str
    indicator: str
    kind: Kind
    figures: tuple[Figure, ...] = ()
    why: str = ""


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
            main = column(
                catalogue, (figure for members in by_county.values() for figure in members)
            ).together
            found += [
                _gap(
                    catalogue,
                    (county, type_id, indicator),
                    models[type_id, county],
                    by_county[county],
                    main,
                )
                for county in counties
            ]
    return tuple(found)


def _gap(
    catalogue: Catalogue,
    cell: tuple[str, str, str],
    models: list[Record[Model]],
    figures: list[Figure],
    main: tuple[Figure, ...],
) -> Gap:
    present = tuple(figure for figure in figures if not isinstance(figure, Missing))
    in_main = tuple(figure for figure in present if any(figure is other for other in main))
    if in_main:
        return Gap(*cell, "exists", in_main)
    if present:
        return Gap(*cell, "apart", present, incomparable(catalogue, present[0], main[0]))
    if models and all(
        catalogue.statuses[catalogue.label(model.data.status)].data.group == "not_tried"
        for model in models
    ):
        return Gap(*cell, "not_tried")
    for kind in MISSING:
        of_kind = tuple(
            figure for figure in figures if isinstance(figure, Missing) and figure.why == kind
        )
        if of_kind:
            return Gap(*cell, kind, of_kind)
    return Gap(*cell, "unknown")
