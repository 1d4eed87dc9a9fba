"""Totals beside their parts: which figure adds up which, and whether one part is most of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from catalogue.figures.figure import Count, Percentage, Share

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from catalogue.figures.figure import Figure


@dataclass(frozen=True)
class Part:
    """How much of a total one of its parts is, in the people or things that both are counted of."""

    figure: Figure
    count: int
    of: int


def total_of(figure: Figure, candidates: Iterable[Figure]) -> Figure | None:
    """The one total among figures that compare; nothing where there is none, or where it could be either of two."""
    found = [
        other
        for other in candidates
        if other.located.model.data.aggregate and other.located.id != figure.located.id
    ]
    return found[0] if len(found) == 1 else None


def sums_among(figures: Iterable[Figure]) -> set[str]:
    """Ids of the figures that are sums of others shown with them."""
    shown = {figure.located.id: figure for figure in figures}
    return {
        key
        for key, figure in shown.items()
        if any(str(part) in shown for part in figure.located.data.sum_of)
    }


def more_than_half(figures: Mapping[str, Figure], total: Figure) -> Part | None:
    """The region's part that is more than half of the total: of its people where it is a share, else of its count."""
    whole = _size(total)
    for key in total.located.data.sum_of:
        part = figures.get(str(key))
        size = _size(part) if part and not part.located.model.data.aggregate else None
        if part and size and whole and 2 * size > whole:
            return Part(part, size, whole)
    return None


def _size(figure: Figure) -> int | None:
    """The denominator of a share, the count of a count."""
    match figure:
        case Share() | Percentage():
            return figure.denominator
        case Count():
            return figure.count
    return None
