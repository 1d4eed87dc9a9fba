"""Whose small numbers are guarded: by the indicator, by the people, and by how few of them there are.

A group is guarded where belonging to it tells of health, disability, benefits or special care, where the indicator
does, or where it has fewer than twenty known members. Then a count of 1-4, or one whose complement is 1-4, is not
published, unless the national summary printed that very figure.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from catalogue.figures.figure import SAMPLED, possible_numerators

if TYPE_CHECKING:
    from collections.abc import Iterator

    from catalogue.records import Catalogue, Located
    from catalogue.schema.result import Result, Variant

SMALLEST = 5  # the smallest count that may be told of a guarded group
FEW = 20  # a group with fewer known members is guarded whatever it is
CLIENTS = "asiakkaat"  # the indicator that counts a service's clients


def groups_in(catalogue: Catalogue) -> Groups:
    """The groups of the catalogue, the same for all who ask."""
    return catalogue.once("groups", lambda: Groups(catalogue))


@dataclass(frozen=True)
class Groups:
    """The groups of a catalogue: their known sizes, and which of their numbers must not be told."""

    catalogue: Catalogue

    @cached_property
    def sizes(self) -> dict[tuple[str, str], set[int]]:
        """Every size that a model tells of a population: its clients, denominators, respondents."""
        found: dict[tuple[str, str], set[int]] = defaultdict(set)
        for located in self.catalogue.results.values():
            result = located.data
            told = {result.of, result.n}
            if result.indicator == CLIENTS and result.key is None:
                told.add(result.count)
            found[located.model.id, str(result.population)] |= {size for size in told if size}
        return found

    def size(self, located: Located, printed: Result | Variant | None = None) -> int | None:
        """How many the result is of: its own denominator, else the only size that its model tells of the people."""
        of = (printed or located.data).of
        if of:
            return of
        known = self.sizes[located.model.id, str(located.data.population)]
        return next(iter(known)) if len(known) == 1 else None

    def guarded(self, located: Located) -> bool:
        """Whether the result is of a guarded group; a group of units or events is none."""
        indicator = self.catalogue.indicators.get(located.data.indicator)
        population = self.catalogue.populations.get(located.data.population or "")
        if indicator is not None and indicator.data.disclosure == "guarded":
            return True
        if population is None or population.data.of not in SAMPLED:
            return False
        if population.data.disclosure == "guarded":
            return True
        size = self.size(located)
        part = located.data.of is not None or located.data.part_of is not None
        return part and size is not None and size < FEW

    def allowed(self, located: Located) -> bool:
        """Whether the national summary printed the figure, so that it is public already."""
        cited = (self.catalogue.sources.get(cite.id) for cite in located.data.sources)
        return any(source is not None and source.data.national_summary for source in cited)

    def small(self, located: Located, printed: Result | Variant) -> bool:
        """Whether a count of 1-4, or its complement, can be read of what is printed."""
        return any(0 < count < SMALLEST for count in self._counts(located, printed))

    def _counts(self, located: Located, printed: Result | Variant) -> Iterator[int]:
        size = self.size(located, printed)
        if printed.count is not None:
            yield printed.count
            if size is not None:
                yield size - printed.count
        elif printed.reported is not None and size:
            fits = possible_numerators(printed.reported, size)
            near = round(printed.reported * size / 100)
            for count in fits or (near,):
                yield count
                yield size - count

    @cached_property
    def hidden(self) -> dict[str, Located]:
        """Results whose number is left out because it is small."""
        return {
            key: located
            for key, located in self.catalogue.results.items()
            if located.data.missing == "suppressed"
        }

    @cached_property
    def models(self) -> set[str]:
        """Models that hide a number or tell of a guarded group: their texts must not give one away."""
        return {
            located.model.id
            for located in self.catalogue.results.values()
            if located.data.missing == "suppressed" or self.guarded(located)
        }
