"""What may stand side by side. Two figures compare only if they count the same thing of the same people the same way."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

from catalogue.figures.figure import Missing, interval
from catalogue.finnish.formats import join, lowered, span
from catalogue.finnish.words import COUNTS, FLOWS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from catalogue.figures.figure import Figure, Interval
    from catalogue.records import Catalogue


@dataclass(frozen=True)
class Apart:
    """A figure that does not belong among the others, and why, in one plain sentence."""

    figure: Figure
    why: str


@dataclass(frozen=True)
class Column:
    """Figures of one column: those that compare (and those whose value is missing), and those that stand apart."""

    together: tuple[Figure, ...]
    apart: tuple[Apart, ...]


@dataclass(frozen=True)
class Aspect:
    """One thing in which two figures must agree: its id, and how a sentence calls it."""

    id: str
    text: str


# What `aspects` lists, in the same order: the sentence when two figures differ in it first. Pages fill them, too.
SENTENCES = (
    "Tässä lasketaan {}, muissa {}.",
    "Tässä on {}, muissa {}.",
    "Mittarit ovat eri: tässä {}, muissa {}.",
    "Perusjoukot ovat eri: tässä {}, muissa {}.",
    "Asteikot ovat eri: tässä {}, muissa {}.",
    "Ohjelmat ovat eri (tässä {}, muissa {}), eikä niitä lasketa yhteen.",
    "Rivit koskevat eri asiaa: tässä {}, muissa {}.",
)


def aspects(catalogue: Catalogue, figure: Figure) -> tuple[Aspect, ...]:
    """Everything in which figures of one column agree, the most telling difference first."""
    result, indicator = figure.located.data, figure.indicator
    programmes = figure.located.model.data.programme
    scale = span(*figure.scale) if figure.scale else "ei asteikkoa"
    return (
        Aspect(indicator.counts, COUNTS[indicator.counts]),
        Aspect(indicator.flow, FLOWS[indicator.flow]),
        Aspect(result.indicator, f"”{indicator.name.fi}”"),
        Aspect(result.population or "", _population(catalogue, figure)),
        Aspect(scale, scale),
        Aspect(" ".join(programmes), _programmes(catalogue, programmes)),
        Aspect(result.key or "", f"”{result.label.fi}”" if result.label else "koko palvelu"),
    )


def incomparable(catalogue: Catalogue, one: Figure, other: Figure) -> str:
    """Why the first figure must not be compared with the other, in Finnish; an empty text when it may."""
    pairs = zip(SENTENCES, aspects(catalogue, one), aspects(catalogue, other), strict=True)
    return next(
        (
            sentence.format(first.text, second.text)
            for sentence, first, second in pairs
            if first.id != second.id
        ),
        "",
    )


def column(catalogue: Catalogue, figures: Iterable[Figure], indicator: str = "") -> Column:
    """Split figures into the largest set that compares (of equal ones the first) and the rest with reasons.

    The set is looked for among the figures of `indicator` where it has any. Figures whose value is missing have
    nothing to compare and stay with the set.
    """
    groups: dict[tuple[str, ...], list[Figure]] = defaultdict(list)
    missing: list[Figure] = []
    present: list[Figure] = []
    for figure in figures:
        (missing if isinstance(figure, Missing) else present).append(figure)
    for figure in present:
        groups[kind(catalogue, figure)].append(figure)
    own = [members for members in groups.values() if members[0].located.data.indicator == indicator]
    if not groups:
        return Column(tuple(missing), ())
    together = max(own or groups.values(), key=len)
    apart = [
        Apart(figure, incomparable(catalogue, figure, together[0]))
        for members in groups.values()
        if members is not together
        for figure in members
    ]
    return Column((*together, *missing), tuple(apart))


def overlap(one: Figure, other: Figure) -> bool:
    """Whether two intervals overlap, so that their rates must not be ranked; unknown intervals do."""
    first, second = interval(one), interval(other)
    return first is None or second is None or _meet(first, second)


def separate_pairs(figures: Iterable[Figure]) -> tuple[tuple[Figure, Figure], ...]:
    """Pairs whose intervals do not overlap; each has the lower rate first."""
    known = [(figure, found) for figure in figures if (found := interval(figure))]
    return tuple(
        (one, other) if first.high < second.low else (other, one)
        for (one, first), (other, second) in combinations(known, 2)
        if not _meet(first, second)
    )


def _meet(one: Interval, other: Interval) -> bool:
    return one.low <= other.high and other.low <= one.high


def kind(catalogue: Catalogue, figure: Figure) -> tuple[str, ...]:
    """What two figures must share to be compared: then, and only then, `incomparable` finds nothing."""
    return tuple(aspect.id for aspect in aspects(catalogue, figure))


def axis_kind(catalogue: Catalogue, figure: Figure) -> tuple[str, ...]:
    """What marks on one axis share: everything but the row's own subject (the key), which each mark's label names."""
    return kind(catalogue, figure)[:-1]


def _programmes(catalogue: Catalogue, programmes: tuple[str, ...]) -> str:
    return join(catalogue.programmes[key].data.short.fi for key in programmes) or "ei ohjelmaa"


def _population(catalogue: Catalogue, figure: Figure) -> str:
    key = figure.located.data.population
    return lowered(catalogue.populations[key].data.name.fi) if key else "ei kerrottu"
