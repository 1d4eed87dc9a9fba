"""What the files tell of everything that is found, gathered while it passes by: ten thousand texts are no ten thousand objects."""

from __future__ import annotations

from array import array
from collections import defaultdict
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from catalogue.aside import Aside
    from catalogue.search.entries import Entry
    from catalogue.site.parts.kinds import Found

LARGEST = 14_000  # characters of texts in one file, where it has more than one document


@dataclass
class Gathered:
    """By number: kinds and regions. `members` are numbers by facet, `texts` the files of texts by their first number."""

    texts: Aside
    kinds: list[Found] = field(default_factory=list)
    regions: list[str] = field(default_factory=list)
    members: dict[tuple[str, str], array[int]] = field(
        default_factory=lambda: defaultdict(partial(array, "L"))
    )

    def passing(self, entries: Iterable[Entry]) -> Iterator[Entry]:
        """The entries as they come."""
        start, size = 0, 0
        held: list[str] = []
        for number, entry in enumerate(entries):
            if held and size + len(entry.text) > LARGEST:
                self._lay(start, held)
                start, size, held = number, 0, []
            held.append(entry.text)
            size += len(entry.text)
            self.kinds.append(entry.kind)
            self.regions.append(entry.region)
            for name, values in entry.facets.items():
                for value in values:
                    self.members[name, value].append(number)
            yield entry
        self._lay(start, held)

    def _lay(self, start: int, texts: Sequence[str]) -> None:
        self.texts.lay(str(start), f"[{','.join(texts)}]")
