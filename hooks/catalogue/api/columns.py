"""Rows as tables: which fields become columns, of which type, and how a list stands in one cell."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from operator import itemgetter
from typing import TYPE_CHECKING, Any

from catalogue.api.openapi import components

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

BETWEEN = "|"  # no id and no name holds it


@dataclass(frozen=True)
class Column:
    """A column: its field, its JSON type, whether a cell may be empty or holds a list, its words."""

    name: str
    type: str
    many: bool
    required: bool
    description: str
    words: tuple[str, ...] = ()

    def cell(self, row: Mapping[str, Any]) -> Any:
        """What the column says of a row."""
        return self._joined(row[self.name]) if self.many else row[self.name]

    def cells(self, rows: Sequence[Mapping[str, Any]]) -> Iterable[Any]:
        """What the column says of each row."""
        told = map(itemgetter(self.name), rows)
        return map(self._joined, told) if self.many else told

    def _joined(self, value: Sequence[Any] | None) -> str:
        return BETWEEN.join(map(_one, value or ()))


@cache
def columns(kind: str) -> tuple[Column, ...]:
    """The columns of rows of a kind; what is a group of fields of its own is no column."""
    schemas = components()
    made = []
    for name, schema in schemas[kind]["properties"].items():
        types = schema.get("type", [])
        types = [types] if isinstance(types, str) else types
        plain = [one for one in types if one != "null"]
        items = schema.get("items", {})
        many = plain == ["array"]
        of_texts = items.get("type") == "string" or items.get("$ref", "").endswith("/CiteRow")
        cites = items.get("$ref", "").endswith("/Cite")
        if len(plain) != 1 or plain == ["object"] or (many and not (of_texts or cites)):
            continue
        made.append(
            Column(
                name,
                "string" if many else plain[0],
                many,
                "null" not in types and not many,
                schema.get("description", ""),
                tuple(word for word in schema.get("enum", ()) if word is not None),
            )
        )
    return tuple(made)


def _one(item: Any) -> str:
    """An id, or a source with its place."""
    return f"{item['id']}, {item['at']}" if isinstance(item, dict) else str(item)
