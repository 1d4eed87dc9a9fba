"""What may stand side by side. Two figures compare only if they count the same thing of the same people the same way."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from .derive import scale_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from .derive import Figure
    from .records import Catalogue

COUNTS = {"persons": "ihmisiä", "events": "tapahtumia", "responses": "vastauksia", "organisations": "organisaatioita",
          "points": "pisteitä", "days": "päiviä", "weeks": "viikkoja", "months": "kuukausia", "years": "vuosia",
          "percent": "prosentteja", "percent_change": "muutosprosentteja", "euros": "euroja", "items": "kappaleita"}
FLOWS = {"stock": "tilanne tiettynä hetkenä", "flow": "kertymä jakson aikana"}


@dataclass(frozen=True)
class Apart:
    """A figure that does not belong among the others, and why, in one plain sentence."""

    figure: Figure
    why: str


@dataclass(frozen=True)
class Column:
    """Figures of one column: those that compare, and those that stand apart."""

    together: tuple[Figure, ...]
    apart: tuple[Apart, ...]


def incomparable(catalogue: Catalogue, one: Figure, other: Figure) -> str:
    """Why two figures must not be compared, in Finnish; an empty text when they may."""
    first, second = one.located.data, other.located.data
    if one.indicator.counts != other.indicator.counts:
        return f"Toinen laskee {COUNTS[one.indicator.counts]}, toinen {COUNTS[other.indicator.counts]}."
    if one.indicator.flow != other.indicator.flow:
        return f"Toinen on {FLOWS[one.indicator.flow]}, toinen {FLOWS[other.indicator.flow]}."
    if first.indicator != second.indicator:
        return f"Mittarit ovat eri: ”{one.indicator.name.fi}” ja ”{other.indicator.name.fi}”."
    if first.population != second.population:
        return f"Perusjoukot ovat eri: {_population(catalogue, one)} ja {_population(catalogue, other)}."
    scales = [scale_of(catalogue, figure.located) for figure in (one, other)]
    if scales[0] != scales[1]:
        return f"Asteikot ovat eri: {_scale(scales[0])} ja {_scale(scales[1])}."
    programmes = [figure.located.model.data.programme for figure in (one, other)]
    if programmes[0] != programmes[1]:
        names = [catalogue.programmes[key].data.short.fi for key in programmes]
        return f"Ohjelmat ovat eri ({names[0]} ja {names[1]}), eikä niitä lasketa yhteen."
    if first.key != second.key:
        return "Rivit koskevat eri asiaa: " + " ja ".join(
            f"”{result.label.fi if result.label else 'koko palvelu'}”" for result in (first, second)) + "."
    return ""


def column(catalogue: Catalogue, figures: Iterable[Figure]) -> Column:
    """Split figures into the largest set that compares (of equal ones the first) and the rest with reasons.

    Figures whose value is missing have nothing to compare and stay with the set.
    """
    groups: dict[tuple[object, ...], list[Figure]] = defaultdict(list)
    missing, present = [], []
    for figure in figures:
        (missing if figure.located.data.missing else present).append(figure)
    for figure in present:
        groups[_kind(catalogue, figure)].append(figure)
    if not groups:
        return Column(tuple(missing), ())
    together = max(groups.values(), key=len)
    apart = [Apart(figure, incomparable(catalogue, figure, together[0]))
             for members in groups.values() if members is not together for figure in members]
    return Column((*together, *missing), tuple(apart))


def overlap(one: Figure, other: Figure) -> bool:
    """Whether two intervals overlap, so that their rates must not be ranked; unknown intervals do."""
    if one.low is None or one.high is None or other.low is None or other.high is None:
        return True
    return one.low <= other.high and other.low <= one.high


def _kind(catalogue: Catalogue, figure: Figure) -> tuple[object, ...]:
    result = figure.located.data
    return (result.indicator, result.population, scale_of(catalogue, figure.located), figure.located.model.data.programme,
            result.key)


def _population(catalogue: Catalogue, figure: Figure) -> str:
    key = figure.located.data.population
    name = catalogue.populations[key].data.name.fi if key else "ei kerrottu"
    return name[0].lower() + name[1:]


def _scale(scale: tuple[int, int] | None) -> str:
    return f"{scale[0]}–{scale[1]}" if scale else "ei asteikkoa"
