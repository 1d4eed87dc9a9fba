"""What the files tell of everything that is found, gathered while it passes by: ten thousand texts are no ten thousand objects."""

from __future__ import annotations

from array import array
from collections import defaultdict
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from catalogue.search.entries import Entry
    from catalogue.site.parts.kinds import Found


@dataclass
class Gathered:
    """By number: kinds, regions, and texts as a file holds them, each with its characters. `members` are numbers by facet."""

    kinds: list[Found] = field(default_factory=list)
    regions: list[str] = field(default_factory=list)
    texts: list[tuple[int, bytes]] = field(default_factory=list)
    members: dict[tuple[str, str], array[int]] = field(
        default_factory=lambda: defaultdict(partial(array, "L"))
    )

    def passing(self, entries: Iterable[Entry]) -> Iterator[Entry]:
        """The entries as they come."""
        for number, entry in enumerate(entries):
            self.kinds.append(entry.kind)
            self.regions.append(entry.region)
            self.texts.append((len(entry.text), entry.text.encode()))
            for name, values in entry.facets.items():
                for value in values:
                    self.members[name, value].append(number)
            yield entry
