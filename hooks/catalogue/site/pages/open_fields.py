"""The reference of the open data: every field of every table, made of the types that write them."""

from __future__ import annotations

from dataclasses import dataclass

from catalogue.api.columns import columns
from catalogue.api.openapi import LISTS
from catalogue.site.parts import addresses
from catalogue.site.parts.common import Link

KINDS = {
    "string": "teksti",
    "integer": "kokonaisluku",
    "number": "luku",
    "boolean": "totuusarvo",
}
PAIRS = ("comparability", ("PairRow", "Saman mittarin lukujen parit: vertautuvatko ne"))


@dataclass(frozen=True)
class OpenField:
    """One field: its name, the kind of its values, what it tells."""

    name: str
    kind: str
    description: str


@dataclass(frozen=True)
class OpenTableView:
    """A table: its anchor, what it holds, its files, its fields."""

    name: str
    title: str
    files: tuple[Link, ...]
    fields: tuple[OpenField, ...]


def open_fields_view() -> tuple[OpenTableView, ...]:
    """Every table of the open data, in the order of the API's lists."""
    return tuple(
        OpenTableView(
            name,
            title,
            (
                Link("CSV", f"{addresses.MACHINE_CSV}{name}.csv"),
                *([] if name == PAIRS[0] else [Link("JSON", f"{addresses.API}{name}.json")]),
            ),
            tuple(
                OpenField(
                    one.name,
                    f"luettelo ({KINDS[one.type]})" if one.many else KINDS[one.type],
                    one.description,
                )
                for one in columns(kind)
            ),
        )
        for name, (kind, title) in (*LISTS.items(), PAIRS)
    )
