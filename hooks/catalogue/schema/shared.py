"""Less memory for the same records.

Pydantic keeps with every value a set of the fields that were given. Most are equal, and together they would be a sixth
of a catalogue: equal ones become one set. So do equal parts that hold texts and nothing else: a model cites the same
place of the same source again and again, and names of phases and partners are often the same.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TypeVar

from pydantic import BaseModel

T = TypeVar("T", bound=BaseModel)
REMEMBERED = 20_000  # parts of those that were met last


def sharing(record: T) -> T:
    """The record, whose parts share equal sets and equal parts with those of other records."""
    given = _one(frozenset(record.__pydantic_fields_set__))
    fields = record.__dict__
    plain = True
    for name, item in fields.items():
        if item is None or isinstance(item, str):
            continue
        plain = False
        if isinstance(item, BaseModel):
            fields[name] = sharing(item)
        elif item.__class__ is tuple and item and isinstance(item[0], BaseModel):
            fields[name] = tuple([sharing(part) for part in item])
    object.__setattr__(record, "__pydantic_fields_set__", given)
    if not plain:
        return record
    same = _same(record.__class__, tuple(given), *fields.values())
    if not same:
        same.append(record)
    return same[0]  # type: ignore[return-value]


@lru_cache(maxsize=10_000)
def _one(names: frozenset[str]) -> set[str]:
    return set(names)


@lru_cache(maxsize=REMEMBERED, typed=True)
def _same(kind: type[BaseModel], given: tuple[str, ...], *texts: str | None) -> list[BaseModel]:
    """The first part of the kind that holds these texts, once there is one."""
    return []
