"""Two states of the data -> every record that is new, gone, renamed or changed, with its cells."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

from catalogue.changes.cells import Cell, cells
from catalogue.records import PLURALS, former_id

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from catalogue.records import Catalogue, Record

What = Literal["added", "removed", "renamed", "changed"]


@dataclass(frozen=True)
class Changed:
    """One record: what became of it, its states on both sides, and the cells that differ.

    `former` is the id that a renamed record had.
    """

    kind: str
    id: str
    what: What
    cells: tuple[Cell, ...]
    before: Record[Any] | None
    after: Record[Any] | None
    former: str = ""


def changes(before: Catalogue, after: Catalogue) -> tuple[Changed, ...]:
    """Every record that differs, by kind in the order of `PLURALS` and by id.

    What could not be read on one side is no change: nobody knows what it says.
    """
    unread = before.broken | after.broken
    return tuple(
        one
        for kind, plural in PLURALS.items()
        for one in changed_records(kind, getattr(before, plural), getattr(after, plural))
        if not _is_unread(one, unread)
    )


def changed_records(
    kind: str, before: Mapping[str, Record[Any]], after: Mapping[str, Record[Any]]
) -> Iterator[Changed]:
    """The same of the records of one kind."""
    renamed = dict(_renamed(before, after))
    for key in sorted({*before, *after} - {*renamed.values()}):
        former = renamed.get(key, "")
        old, new = before.get(former or key), after.get(key)
        found = cells(old.data if old else None, new.data if new else None)
        if old and new and not found and not former:
            continue
        what: What = (
            "renamed" if former else "changed" if old and new else "added" if new else "removed"
        )
        yield Changed(kind, key, what, found, old, new, former)


def _renamed(
    before: Mapping[str, Record[Any]], after: Mapping[str, Record[Any]]
) -> Iterable[tuple[str, str]]:
    """The id of each new record that says what it was called, and that former id."""
    for key, record in after.items():
        for name in getattr(record.data, "former_ids", ()):
            former = former_id(key, name)
            if key not in before and former in before and former not in after:
                yield key, former


def _is_unread(one: Changed, unread: frozenset[str]) -> bool:
    return bool({f"{one.kind}:{one.id}", f"{one.kind}:{one.former}", f"{one.kind}:*"} & unread)
