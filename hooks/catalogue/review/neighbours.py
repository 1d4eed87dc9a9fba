"""Figures of the same thing that another record tells otherwise: a proposal that changes one should look at the other."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from catalogue.figures.text import text_of
from catalogue.records import places

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from catalogue.facts import Facts
    from catalogue.figures.figure import Figure


@dataclass(frozen=True)
class Neighbour:
    """Two results of one indicator, people, region and time, whose numbers differ."""

    id: str
    text: str
    other: str
    other_text: str


def contradicting(facts: Facts, results: Iterable[str]) -> Iterator[Neighbour]:
    """Of the results that were changed."""
    for key in results:
        figure = facts.figures.get(key)
        if figure is None:
            continue
        for other in facts.figures_by_indicator.get(figure.located.data.indicator, ()):
            if other is not figure and _is_of_the_same(figure, other):
                texts = (text_of(facts.catalogue, one).amount for one in (figure, other))
                own, theirs = texts
                if own != theirs:
                    yield Neighbour(key, own, other.located.id, theirs)


def _is_of_the_same(one: Figure, two: Figure) -> bool:
    first, second = one.located, two.located
    return (
        first.data.population == second.data.population
        and str(first.data.period) == str(second.data.period)
        and first.data.key == second.data.key
        and bool({*places(first.model)} & {*places(second.model)})
        and first.model.id != second.model.id
    )
