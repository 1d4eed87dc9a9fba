"""What earlier builds worked out for search, in files of the cache folder that may go at any time."""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import dataclass, field
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING

from catalogue.finnish import morphology, tokens
from catalogue.search import concepts, document, index
from catalogue.search.index import Segment
from catalogue.writing import remember, remembered

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from catalogue.finnish.morphology import Morphology
    from catalogue.search.concepts import Concept

RULES = (concepts, document, index, morphology, tokens)


def edition(named: Sequence[Concept], words: Morphology) -> str:
    """Of all that a segment is made by beside its documents: the names, the morphology, and the rules, which are code."""
    told = blake2b(repr((named, words.edition)).encode(), digest_size=16)
    for module in RULES:
        told.update(Path(str(module.__file__)).read_bytes())
    return told.hexdigest()


@dataclass
class Memory:
    """Segments of earlier builds by digest; `save` keeps those that this build used.

    `edition` tells of everything else that a segment is made by. A file that is not the memory's own, or that is
    broken, is as good as none: everything is made again.
    """

    path: Path | None = None
    edition: str = ""
    known: dict[str, Segment] = field(default_factory=dict)
    used: dict[str, Segment] = field(default_factory=dict)

    def __post_init__(self) -> None:
        with suppress(ValueError, TypeError, AttributeError):  # a spoilt memory is made anew
            self.known = _read(remembered(self.path), self.edition)

    def segment(self, key: str, make: Callable[[], Segment]) -> Segment:
        """What is remembered under a key, else made now."""
        if key not in self.used:
            self.used[key] = self.known.get(key) or make()
        return self.used[key]

    def save(self) -> None:
        """Leave what was used for the next build."""
        if self.path and self.used.keys() != self.known.keys():
            lines = [json.dumps(self.edition)]
            lines += [
                json.dumps([key, one.size, one.postings, one.words], ensure_ascii=False)
                for key, one in self.used.items()
            ]
            remember(self.path, "\n".join(lines))


def _read(text: str, edition: str) -> dict[str, Segment]:
    """What the file holds; nothing where it is of another edition. Raises where it is no memory."""
    head, *lines = text.split("\n")
    if not head or json.loads(head) != edition:
        return {}
    told = map(json.loads, lines)
    return {key: Segment(size, postings, tuple(found)) for key, size, postings, found in told}
