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


@dataclass(frozen=True)
class Aspect:
    """One thing in which two figures must agree: its id, and how a sentence calls it."""

    id: str
    text: str


# What `aspects` lists, in the same order: the sentence when two figures differ in it first.
SENTENCES = (
    "Toinen laskee {}, toinen {}.",
    "Toinen on {}, toinen {}.",
    "Mittarit ovat eri: ”{}” ja ”{}”.",
    "Perusjoukot ovat eri: {} ja {}.",
    "Asteikot ovat eri: {} ja {}.",
    "Ohjelmat ovat eri ({} ja {}), eikä niitä lasketa yhteen.",
    "Rivit koskevat eri asiaa: ”{}” ja ”{}”.",
)


def aspects(catalogue: Catalogue, figure: Figure) -> tuple[Aspect, ...]:
    """Everything in which figures of one column agree, the most telling difference first."""
    result, indicator, programme = figure.located.data, figure.indicator, figure.located.model.data.programme
    scale = scale_of(catalogue, figure.located)
    return (
        Aspect(indicator.counts, COUNTS[indicator.counts]),
        Aspect(indicator.flow, FLOWS[indicator.flow]),
        Aspect(result.indicator, indicator.name.fi),
        Aspect(result.population or "", _population(catalogue, figure)),
        Aspect(_scale(scale), _scale(scale)),
        Aspect(programme, catalogue.programmes[programme].data.short.fi),
        Aspect(result.key or "", result.label.fi if result.label else "koko palvelu"),
    )


def incomparable(catalogue: Catalogue, one: Figure, other: Figure) -> str:
    """Why two figures must not be compared, in Finnish; an empty text when they may."""
    pairs = zip(SENTENCES, aspects(catalogue, one), aspects(catalogue, other), strict=True)
    return next((sentence.format(first.text, second.text) for sentence, first, second in pairs if first.id != second.id), "")


def column(catalogue: Catalogue, figures: Iterable[Figure]) -> Column:
    """Split figures into the largest set that compares (of equal ones the first) and the rest with reasons.

    Figures whose value is missing have nothing to compare and stay with the set.
    """
    groups: dict[tuple[str, ...], list[Figure]] = defaultdict(list)
    missing: list[Figure] = []
    present: list[Figure] = []
    for figure in figures:
        (missing if figure.located.data.missing else present).append(figure)
    for figure in present:
        groups[tuple(aspect.id for aspect in aspects(catalogue, figure))].append(figure)
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


def _population(catalogue: Catalogue, figure: Figure) -> str:
    key = figure.located.data.population
    name = catalogue.populations[key].data.name.fi if key else "ei kerrottu"
    return name[0].lower() + name[1:]


def _scale(scale: tuple[int, int] | None) -> str:
    return f"{scale[0]}–{scale[1]}" if scale else "ei asteikkoa"
