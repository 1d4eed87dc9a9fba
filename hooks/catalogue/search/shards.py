"""Terms and forms -> small files by the letters that they begin with, so that a browser fetches only what is asked."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from dataclasses import dataclass, field
from itertools import accumulate
from typing import TYPE_CHECKING

import orjson

from catalogue.finnish.tokens import folded

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from catalogue.finnish.morphology import Morphology
    from catalogue.search.index import Segment

LAST = chr(0x10FFFF)  # after every letter
LARGEST = 24_000  # characters of a shard, before it is cut by one letter more


@dataclass(frozen=True)
class Lines:
    """What the shards say of each key: `terms` by term, `forms` by inflected form, `parts` by compound. Ready JSON."""

    terms: Mapping[str, str]
    forms: Mapping[str, str]
    parts: Mapping[str, str]


@dataclass
class Postings:
    """Where each term is, as the files tell it: `of` by term, the `sizes` of the segments, and the words `seen` in them."""

    of: dict[str, bytearray] = field(default_factory=lambda: defaultdict(bytearray))
    sizes: list[int] = field(default_factory=list)
    seen: set[str] = field(default_factory=set)

    def add(self, segment: Segment) -> None:
        """The next segment."""
        number = len(self.sizes)
        for term, posting in segment.postings.items():
            self.of[term] += f",{number},{posting}".encode()
        self.sizes.append(segment.size)
        self.seen.update(segment.words)

    def told(self) -> Mapping[str, str]:
        """The JSON of each term, sorted; nothing of it is held here any more."""
        return {term: f"[{self.of.pop(term)[1:].decode()}]" for term in sorted(self.of)}


def lines(
    postings: Postings,
    seen: Iterable[str],
    morphology: Morphology,
    forms: Iterable[tuple[str, Sequence[str]]],
) -> Lines:
    """Postings, forms and parts of every word seen; `forms` are more forms with the terms that they are of."""
    terms = postings.told()
    inflected: dict[str, dict[str, None]] = defaultdict(dict)
    parts: dict[str, str] = {}
    for word in seen:
        analysis = morphology.analysis(word)
        inflected[folded(word)].update(dict.fromkeys(analysis.bases))
        if analysis.parts and len(analysis.bases) == 1:
            flat = [told for pair in analysis.parts for told in pair]
            parts[analysis.bases[0]] = compact(flat)
    for form, of in forms:
        inflected[form].update(dict.fromkeys(of))
    return Lines(
        terms,
        {
            form: compact([*found])
            for form, found in sorted(inflected.items())
            if [*found] != [form] or form not in terms
        },
        parts,
    )


def shards(told: Lines) -> Iterator[tuple[str, str]]:
    """Prefix and JSON of each shard. A key belongs to the longest prefix that it begins with."""
    keys = sorted({*told.terms, *told.forms, *told.parts})
    every = _all(told)
    sizes = (sum(len(one[key]) + len(key) for one in every if key in one) for key in keys)
    before = [0, *accumulate(sizes)]  # the size of all keys before each
    yield from _cut("", keys, range(len(keys)), before, told)


def _all(told: Lines) -> tuple[Mapping[str, str], ...]:
    return (told.terms, told.forms, told.parts)


def _cut(
    prefix: str, keys: Sequence[str], at: range, before: Sequence[int], told: Lines
) -> Iterator[tuple[str, str]]:
    """The keys at a range of the sorted ones, which all begin with the prefix."""
    start, stop = at.start, at.stop
    if before[stop] - before[start] <= LARGEST or keys[stop - 1] == prefix:
        yield prefix, _shard(keys[start:stop], told)
        return
    if keys[start] == prefix:
        yield prefix, _shard(keys[start : start + 1], told)
        start += 1
    while start < stop:
        longer = keys[start][: len(prefix) + 1]
        end = bisect_right(keys, longer + LAST, start, stop)
        yield from _cut(longer, keys, range(start, end), before, told)
        start = end


def _shard(keys: Sequence[str], told: Lines) -> str:
    fields = (
        f'"{name}":{{{",".join(f"{compact(key)}:{one[key]}" for key in keys if key in one)}}}'
        for name, one in zip("tfp", _all(told), strict=True)
    )
    return f"{{{','.join(fields)}}}"


def compact(value: object) -> str:
    """JSON without a space to spare."""
    return orjson.dumps(value).decode()
