"""Terms and forms -> small files by the letters that they begin with, so that a browser fetches only what is asked."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from dataclasses import dataclass
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


def lines(
    segments: Sequence[Segment],
    seen: Iterable[str],
    morphology: Morphology,
    forms: Iterable[tuple[str, Sequence[str]]],
) -> Lines:
    """Postings, forms and parts of every word seen; `forms` are more forms with the terms that they are of."""
    postings: dict[str, list[str]] = defaultdict(list)
    for number, segment in enumerate(segments):
        first = f"{number},"
        for term, posting in segment.postings.items():
            postings[term].append(first + posting)
    inflected: dict[str, dict[str, None]] = defaultdict(dict)
    parts: dict[str, str] = {}
    for word in seen:
        found = morphology.analysis(word)
        inflected[folded(word)].update(dict.fromkeys(found.bases))
        if found.parts and len(found.bases) == 1:
            flat = [told for pair in found.parts for told in pair]
            parts[found.bases[0]] = compact(flat)
    for form, terms in forms:
        inflected[form].update(dict.fromkeys(terms))
    return Lines(
        {term: f"[{','.join(found)}]" for term, found in sorted(postings.items())},
        {
            form: compact([*terms])
            for form, terms in sorted(inflected.items())
            if [*terms] != [form] or form not in postings
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
