"""Terms and forms -> small files by the letters that they begin with, so that a browser fetches only what is asked."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

import orjson

from catalogue.finnish.tokens import folded

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from catalogue.finnish.morphology import Morphology
    from catalogue.search.index import Segment

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
    sizes = dict.fromkeys(keys, 0)
    for one in _all(told):
        for key, text in one.items():
            sizes[key] += len(text) + len(key)
    yield from _cut("", keys, sizes, told)


def _all(told: Lines) -> tuple[Mapping[str, str], ...]:
    return (told.terms, told.forms, told.parts)


def _cut(
    prefix: str, keys: list[str], sizes: Mapping[str, int], told: Lines
) -> Iterator[tuple[str, str]]:
    if sum(sizes[key] for key in keys) <= LARGEST or all(key == prefix for key in keys):
        yield prefix, _shard(keys, told)
        return
    groups: dict[str, list[str]] = defaultdict(list)
    for key in keys:
        groups[key[: len(prefix) + 1]].append(key)
    own = groups.pop(prefix, [])
    if own:
        yield prefix, _shard(own, told)
    for longer, members in groups.items():
        yield from _cut(longer, members, sizes, told)


def _shard(keys: list[str], told: Lines) -> str:
    fields = (
        f'"{name}":{{{",".join(f"{compact(key)}:{one[key]}" for key in keys if key in one)}}}'
        for name, one in zip("tfp", _all(told), strict=True)
    )
    return f"{{{','.join(fields)}}}"


def compact(value: object) -> str:
    """JSON without a space to spare."""
    return orjson.dumps(value).decode()
