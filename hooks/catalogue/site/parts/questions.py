"""What is open about a model's figures, by class: figures that do not add up, and figures of unclear meaning."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from catalogue.finnish.words import CLASS_HEADINGS, DISCREPANCY_CLASSES
from catalogue.site.parts import addresses
from catalogue.site.parts.common import Link

if TYPE_CHECKING:
    from collections.abc import Sequence

    from catalogue.records import Record
    from catalogue.schema.vocabulary import Discrepancy


@dataclass(frozen=True)
class Questions:
    """Entries of the ledger of one class, each as what is known."""

    heading: str
    links: tuple[Link, ...]


def questions(entries: Sequence[Record[Discrepancy]]) -> tuple[Questions, ...]:
    """The classes that have entries, numbers first."""
    found = (
        Questions(
            heading,
            tuple(
                Link(entry.data.known.fi, addresses.discrepancy(entry.id))
                for entry in entries
                if DISCREPANCY_CLASSES[entry.data.kind] == name
            ),
        )
        for name, heading in CLASS_HEADINGS.items()
    )
    return tuple(one for one in found if one.links)
