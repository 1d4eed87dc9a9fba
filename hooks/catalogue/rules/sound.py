"""The part of the catalogue that can be computed with: records of the right shape that name only such records."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from catalogue.records import PLURALS, result_id

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from catalogue.problems import Problem
    from catalogue.records import Catalogue, Record
    from catalogue.schema.model import Model

Kept = dict[str, dict[str, "Record[Any]"]]
Name = tuple[str, str]  # kind and id


def sound(catalogue: Catalogue, faults: Iterable[Problem]) -> Catalogue:
    """`catalogue` without the records that `faults` are of and those that name what is not there.

    What was taken out is counted among the `broken`, so that nobody is told that it is missing.
    """
    faults = [*faults]
    if not faults and not catalogue.broken:
        return catalogue
    kept: Kept = {kind: dict(getattr(catalogue, plural)) for kind, plural in PLURALS.items()}
    out = {*_faulty(catalogue, faults)}
    if catalogue.broken:  # of what names them no rule tells
        out |= {*_dangling(kept)}
    while out:
        gone = {*_names(kept, out)}
        for kind, record_id in out:
            kept[kind].pop(record_id, None)
        out = {*_naming(kept, gone)}
    lost = {
        f"{kind}:{record_id}"
        for kind, plural in PLURALS.items()
        for record_id in getattr(catalogue, plural)
        if record_id not in kept[kind]
    }
    if not lost:
        return catalogue
    merged: dict[str, Any] = {plural: kept[kind] for kind, plural in PLURALS.items()}
    return replace(catalogue, **merged, broken=catalogue.broken | lost)


def _faulty(catalogue: Catalogue, faults: list[Problem]) -> Iterator[Name]:
    """Kind and id of the record that each fault stands in: the last that begins at or before its line."""
    starts: dict[str, list[tuple[int, str, str]]] = defaultdict(list)
    paths = {fault.path for fault in faults}  # in no other file is a place looked for: that is dear
    for kind, record in catalogue.all_records():
        if record.document.path in paths:
            line, _ = record.document.place(record.loc, key=True)
            starts[record.document.path].append((line, kind, record.id))
    for found in starts.values():
        found.sort()
    for fault in faults:
        at = bisect_right(starts[fault.path], fault.line, key=lambda start: start[0])
        if at:
            yield starts[fault.path][at - 1][1:]


def _dangling(kept: Kept) -> Iterator[Name]:
    """Records that name something which is not kept, and models in no kept region.

    Explanations of disagreements stay: nothing is computed from them, and without them much would look unexplained.
    """
    known = {(kind, key) for kind, records in kept.items() for key in records}
    known |= {*_results(kept["model"].values())}
    for kind, record in _computed_with(kept):
        if any(name not in known for name in _named(kind, record)):
            yield kind, record.id


def _naming(kept: Kept, gone: set[Name]) -> Iterator[Name]:
    """Records that name one of those. Most name none, which one look tells."""
    ids = {name for _, name in gone}
    every = any(kind == "region" for kind, _ in gone)
    for kind, record in _computed_with(kept):
        maybe = every or not ids.isdisjoint(record.named)
        if maybe and any(name in gone for name in _named(kind, record)):
            yield kind, record.id


def _computed_with(kept: Kept) -> Iterator[tuple[str, Record[Any]]]:
    for kind, records in kept.items():
        if kind != "discrepancy":
            yield from ((kind, record) for record in records.values())


def _named(kind: str, record: Record[Any]) -> Iterator[Name]:
    """What the record names, and the region that it is of."""
    if kind in ("model", "profile"):
        yield "region", record.id.split("/")[0]
    yield from ((value.kind, value) for value in record.named)


def _names(kept: Kept, out: Iterable[Name]) -> Iterator[Name]:
    """What is gone with these records."""
    for kind, record_id in out:
        yield kind, record_id
        if kind == "model" and record_id in kept["model"]:
            yield from _results((kept["model"][record_id],))


def _results(models: Iterable[Record[Model]]) -> Iterator[Name]:
    for model in models:
        yield from (("result", result_id(model.id, result)) for result in model.data.results)
