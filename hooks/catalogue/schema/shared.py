"""Less memory for the same records.

Pydantic keeps with every value a set of the fields that were given. Most are equal, and together they would be a sixth
of a catalogue: equal ones become one set.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TypeVar

from pydantic import BaseModel

T = TypeVar("T", bound=BaseModel)


def sharing(record: T) -> T:
    """The record, whose parts share equal sets with those of other records."""
    waiting: list[BaseModel] = [record]
    while waiting:
        value = waiting.pop()
        given = _one(frozenset(value.__pydantic_fields_set__))
        object.__setattr__(value, "__pydantic_fields_set__", given)
        for item in value.__dict__.values():
            parts = item if item.__class__ is tuple else (item,)
            waiting += [part for part in parts if isinstance(part, BaseModel)]
    return record


@lru_cache(maxsize=10_000)
def _one(names: frozenset[str]) -> set[str]:
    return set(names)
