"""Words of documents -> postings, in segments of consecutive documents that are remembered from build to build.

How much a word tells of a document does not depend on other documents (the browser weighs rare words itself), so a
segment whose documents say what they said is not made again.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from contextlib import suppress
from dataclasses import dataclass, field
from hashlib import blake2b
from typing import TYPE_CHECKING

from pydantic import BaseModel

from catalogue.finnish.tokens import words
from catalogue.search.document import FIELDS
from catalogue.writing import remember, remembered

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

    from catalogue.finnish.morphology import Morphology
    from catalogue.search.document import Document

RULES = "1"  # of this module: other rules make the memory worthless
SEGMENT = 64  # documents
LENGTH = 0.4  # how much a long field is held against its words
REPEATED = 1.2  # the less a second mention adds
FULL, HALF = 255, 6  # the greatest weight of a word in a document; the sum that gives half of it


@dataclass(frozen=True)
class Segment:
    """`postings` by term: `document,weight,…` with documents counted from the segment's first; `words` as they stand."""

    postings: Mapping[str, str]
    words: tuple[str, ...]


class _Remembered(BaseModel):
    rules: str
    segments: dict[str, tuple[dict[str, str], tuple[str, ...]]]


@dataclass
class Memory:
    """Segments of earlier builds by digest; `save` keeps those that this build used."""

    path: Path | None = None
    known: dict[str, Segment] = field(default_factory=dict)
    used: dict[str, Segment] = field(default_factory=dict)

    def __post_init__(self) -> None:
        with suppress(ValueError):  # a spoilt memory is made anew
            told = _Remembered.model_validate_json(remembered(self.path))
            if told.rules == RULES:
                self.known = {key: Segment(*one) for key, one in told.segments.items()}

    def save(self) -> None:
        if self.path and self.used.keys() != self.known.keys():
            segments = {key: (one.postings, one.words) for key, one in self.used.items()}
            text = json.dumps({"rules": RULES, "segments": segments}, ensure_ascii=False)
            remember(self.path, text)


def segments(
    documents: Sequence[Document], morphology: Morphology, memory: Memory
) -> list[Segment]:
    """The segments of the documents in order, from memory where nothing changed."""
    found = []
    for start in range(0, len(documents), SEGMENT):
        members = documents[start : start + SEGMENT]
        key = _digest(members)
        made = memory.known.get(key) or _segment(members, morphology)
        memory.used[key] = made
        found.append(made)
    return found


def _digest(members: Iterable[Document]) -> str:
    told = blake2b(digest_size=16)
    for document in members:
        for name, text in document.words:
            told.update(f"{name}\t{text}\n".encode())
        told.update(b"\f")
    return told.hexdigest()


def _segment(members: Iterable[Document], morphology: Morphology) -> Segment:
    postings: dict[str, list[int]] = defaultdict(list)
    seen: set[str] = set()
    for number, document in enumerate(members):
        counts = _counts(document)
        seen.update(*counts.values())
        for term, weight in _weights(counts, morphology).items():
            postings[term] += (number, weight)
    joined = {term: ",".join(map(str, postings[term])) for term in sorted(postings)}
    return Segment(joined, tuple(sorted(seen)))


def _counts(document: Document) -> dict[str, Counter[str]]:
    found: dict[str, Counter[str]] = defaultdict(Counter)
    for name, text in document.words:
        found[name].update(words(text))
    return found


def _weights(counts: Mapping[str, Counter[str]], morphology: Morphology) -> dict[str, int]:
    """BM25F in spirit: each field saturates, then their sum; 1–255."""
    sums: dict[str, float] = defaultdict(float)
    for name, (weight, usual) in FIELDS.items():
        if name not in counts:
            continue
        times: dict[str, float] = defaultdict(float)
        for word, count in counts[name].items():
            found = morphology.analysis(word)
            for base in found.bases:
                times[base] += count
            for part, share in found.parts:
                times[part] += count * share / 100
        length = 1 - LENGTH + LENGTH * counts[name].total() / usual
        for term, often in times.items():
            told = often / length
            sums[term] += weight * (1 + REPEATED) * told / (told + REPEATED)
    return {term: max(1, round(FULL * told / (told + HALF))) for term, told in sums.items()}
