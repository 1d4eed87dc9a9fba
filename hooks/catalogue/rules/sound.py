"""The part of the catalogue that can be computed with: records of the right shape that name only such records."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from catalogue.records import PLURALS, result_id

if TYPE_CHECKING:
    from collections.abc import Iterable

    from catalogue.problems import Problem
    from catalogue.records import Catalogue, Record
    from catalogue.schema.model import Model

Kept = dict[str, dict[str, "Record[Any]"]]


def sound(catalogue: Catalogue, faults: Iterable[Problem]) -> Catalogue:
    """`catalogue` without the records that `faults` are of and those that name what is not there.

    What was taken out is counted among the `broken`, so that nobody is told that it is missing.
    """
    kept: Kept = {kind: dict(getattr(catalogue, plural)) for kind, plural in PLURALS.items()}
    faults = [*faults]
    out = {*_faulty(catalogue, faults)} if faults else set[tuple[str, str]]()
    while out or (out := {*_dangling(kept, _results(kept["model"]))}):
        for kind, record_id in out:
            kept[kind].pop(record_id, None)
        out = set()
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


def _faulty(catalogue: Catalogue, faults: list[Problem]) -> Iterable[tuple[str, str]]:
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


def _dangling(kept: Kept, results: set[str]) -> Iterable[tuple[str, str]]:
    """Records that name something which is not kept, and models in no kept region.

    Explanations of disagreements stay: nothing is computed from them, and without them much would look unexplained.
    """
    for kind, records in kept.items():
        if kind == "discrepancy":
            continue
        for record in records.values():
            if (
                kind in ("model", "profile") and record.id.split("/")[0] not in kept["region"]
            ) or any(
                value not in (results if value.kind == "result" else kept[value.kind])
                for value in record.named
            ):
                yield kind, record.id


def _results(models: dict[str, Record[Model]]) -> set[str]:
    return {
        result_id(model.id, result) for model in models.values() for result in model.data.results
    }
