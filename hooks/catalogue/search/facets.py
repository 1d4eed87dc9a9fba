"""What the filters of search compare: for every choice the numbers of its documents."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from catalogue.site.pages.models import choices

if TYPE_CHECKING:
    from collections.abc import Sequence

    from catalogue.facts import Facts
    from catalogue.search.gathered import Gathered


def facets(facts: Facts, found: Gathered) -> list[Any]:
    """`[[name, label, [[id, label, [distance from the one before, …]], …]], …]` in the order of the list of models."""
    told = []
    for name, label, labels in choices(facts):
        options = [
            [value, labels[value], _distances(found.members[name, value])]
            for value in labels
            if (name, value) in found.members
        ]
        told.append([name, label, options])
    return told


def _distances(numbers: Sequence[int]) -> list[int]:
    return [number - before for before, number in zip([0, *numbers], numbers, strict=False)]
