"""What is open about a model's figures, by class: figures that do not add up, and figures of unclear meaning."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from catalogue.finnish.words import CLASS_HEADINGS, DISCREPANCY_CLASSES, SEVERITIES
from catalogue.site.parts import addresses
from catalogue.site.parts.common import Link

if TYPE_CHECKING:
    from collections.abc import Sequence

    from catalogue.records import Record
    from catalogue.schema.vocabulary import Discrepancy


RANKS = list(SEVERITIES)  # the serious first
SHOWN = 3  # entries before the rest is folded


@dataclass(frozen=True)
class Questions:
    """Entries of the ledger of one class, each as what is known; the note is the claim and the arithmetic."""

    heading: str
    links: tuple[Link, ...]
    folded: tuple[Link, ...]


def questions(entries: Sequence[Record[Discrepancy]]) -> tuple[Questions, ...]:
    """The classes that have entries, numbers first; in each the serious ones first."""
    ranked = sorted(entries, key=lambda entry: RANKS.index(entry.data.severity))
    found = []
    for name, heading in CLASS_HEADINGS.items():
        links = tuple(
            Link(
                entry.data.known.fi,
                addresses.discrepancy(entry.id),
                f"Lähteessä: {entry.data.claim.fi} Laskelma: {entry.data.computed.fi}",
            )
            for entry in ranked
            if DISCREPANCY_CLASSES[entry.data.kind] == name
        )
        if links:
            end = SHOWN if len(links) > SHOWN + 1 else len(links)
            found.append(Questions(heading, links[:end], links[end:]))
    return tuple(found)
