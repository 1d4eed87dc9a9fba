"""Ids that name nothing."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from catalogue.answers.meant import KINDS, answer
from catalogue.finnish.formats import day
from catalogue.permanence.where import where_in
from catalogue.records import home_of
from catalogue.schema.scalars import Id

if TYPE_CHECKING:
    from collections.abc import Iterator

    from catalogue.permanence.where import Where
    from catalogue.problems import Problem
    from catalogue.records import Catalogue


def unknown_ids(catalogue: Catalogue) -> Iterator[Problem]:
    """A reference to what is not there, with the nearest that is."""
    where = where_in(catalogue)

    @cache  # a source that hundreds of places name is looked for once in each region
    def told(kind: str, value: str, home: str) -> str:
        moved = _moved(where, kind, value)
        if moved:
            return f"Ei ole {KINDS[kind][0]} ”{value}”.{moved}"
        return answer(catalogue, kind, value, home)

    known = {kind: catalogue.known(kind) for kind in KINDS}
    for _, record in catalogue.all_records():
        if all(value in known[value.kind] for value in record.named):
            continue
        for loc, value in record.leaves:
            if not isinstance(value, Id) or value in known[value.kind]:
                continue
            if not _is_broken(catalogue, value.kind, value):
                message = told(value.kind, str(value), home_of(record.document.path))
                yield record.problem(loc, "tuntematon-tunnus", message)


def _moved(where: Where, kind: str, value: str) -> str:
    """What became of something that was here once; an empty text where nobody tells."""
    now = where.now(kind, value)
    if now:
        return f" Sen tunnus on nyt ”{now[1]}”."
    gone = where.gone(kind, value)
    return f" Se poistettiin {day(gone.data.date)}: {gone.data.reason.fi}" if gone else ""


def _is_broken(catalogue: Catalogue, kind: str, value: str) -> bool:
    """Whether the id belongs to a record that exists but has faults of its own, reported elsewhere."""
    if kind == "result":
        kind, value = "model", "/".join(value.split("/")[:2])
    return f"{kind}:{value}" in catalogue.broken or f"{kind}:*" in catalogue.broken
