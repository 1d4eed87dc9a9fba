"""Figures of one kind in the order of their values, so that those nearest to one of them are found without looking at all."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from catalogue.figures.comparability import kind
from catalogue.figures.figure import Missing, value
from catalogue.figures.selection import is_national

if TYPE_CHECKING:
    from collections.abc import Iterable

    from catalogue.figures.figure import Figure
    from catalogue.records import Catalogue


@dataclass(frozen=True)
class Alike:
    """Figures that compare: those of regions by their values, and the national ones by themselves.

    A model has at most one of a kind: indicator and key are the result's name in its file.
    """

    regions: tuple[Figure, ...]
    national: tuple[Figure, ...]

    def nearest(self, figure: Figure, most: int) -> tuple[Figure, ...]:
        """The `most` regional figures of other models that are nearest in value."""
        place = bisect_left(self.regions, _order(figure), key=_order)
        window = self.regions[max(0, place - most) : place + most + 1]
        others = [one for one in window if one.located.model.id != figure.located.model.id]
        return tuple(sorted(others, key=lambda one: abs(_order(one) - _order(figure)))[:most])


def alike(catalogue: Catalogue, figures: Iterable[Figure]) -> dict[tuple[str, ...], Alike]:
    """Figures that are there, by everything that must agree for two to compare."""
    groups: dict[tuple[str, ...], list[Figure]] = defaultdict(list)
    for figure in figures:
        if not isinstance(figure, Missing):
            groups[kind(catalogue, figure)].append(figure)
    return {key: _alike(catalogue, members) for key, members in groups.items()}


def _alike(catalogue: Catalogue, members: list[Figure]) -> Alike:
    regions: list[Figure] = []
    national: list[Figure] = []
    for one in members:
        (national if is_national(catalogue, one.located.id) else regions).append(one)
    ordered = sorted(regions, key=lambda one: (_order(one), one.located.id))
    return Alike(tuple(ordered), tuple(sorted(national, key=lambda one: one.located.id)))


def _order(figure: Figure) -> Decimal:
    return value(figure) or Decimal(0)
