"""A model's figures under one heading, in blocks: what a block's figures share is said once above them."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from catalogue.site.parts.common import CiteView, Link

if TYPE_CHECKING:
    from catalogue.site.parts.result import ResultRow

SHOWN = 5  # rows of a block before the rest is folded
OF_ONE = 3  # labelled rows of one indicator that make a block of their own
NO_FIGURE = "Lukua ei ole"


@dataclass(frozen=True)
class TitledRow:
    """A figure with its title: the question or the part that it is of, else the indicator; `sub` is the indicator then."""

    title: Link
    sub: Link | None
    row: ResultRow


@dataclass(frozen=True)
class Block:
    """Figures of the same people, time and source; `about` is the indicator where all are of one and have own titles."""

    about: Link | None
    whose: str
    cites: tuple[CiteView, ...]
    rows: tuple[TitledRow, ...]
    folded: tuple[TitledRow, ...]


def blocks(rows: tuple[ResultRow, ...]) -> tuple[Block, ...]:
    """In the order of their first figures."""
    parts = Counter(row.indicator.url for row in rows if row.label)
    found: dict[tuple[object, ...], list[ResultRow]] = {}
    for row in rows:
        of_one = row.indicator.url if row.label and parts[row.indicator.url] >= OF_ONE else ""
        key = (row.text.population, row.text.period, row.cites, of_one)
        found.setdefault(key, []).append(row)
    return tuple(_block(members, bool(key[-1])) for key, members in found.items())


def _block(rows: list[ResultRow], of_one: bool) -> Block:
    first = rows[0]
    told = tuple(_titled(row, of_one) for row in rows)
    whose = " · ".join(part for part in (first.text.population, first.text.period) if part)
    # One row more than fits is not folded away alone.
    end = SHOWN if len(told) > SHOWN + 1 else len(told)
    return Block(
        first.indicator if of_one else None,
        whose or NO_FIGURE,
        first.cites,
        told[:end],
        told[end:],
    )


def _titled(row: ResultRow, of_one: bool) -> TitledRow:
    if not row.label:
        return TitledRow(row.indicator, None, row)
    return TitledRow(Link(row.label, ""), None if of_one else row.indicator, row)
