"""A comparison's table: columns, groups of rows, cells. The page and the files are made of the same table."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from catalogue.figures.figure import value
from catalogue.finnish.words import EFFECTS, SIGNS
from catalogue.site.parts.result import result_row

if TYPE_CHECKING:
    from catalogue.facts import Facts
    from catalogue.figures.figure import Figure
    from catalogue.schema.status import ReasonEffect
    from catalogue.site.parts.common import Link, StatusView
    from catalogue.site.parts.result import ResultRow

GroupKind = Literal["rows", "total", "apart", "missing"]


@dataclass(frozen=True)
class Item:
    """One thing in a cell: a figure, a state or a line of text.

    `name` is said when it is not what the column counts, `column` where the column's own heading is far away, `effect`
    of a reason.
    """

    row: ResultRow | None = None
    figure: Figure | None = None
    status: StatusView | None = None
    link: Link | None = None
    effect: ReasonEffect | None = None
    name: str = ""
    column: str = ""
    why: str = ""

    @property
    def sign(self) -> str:
        """The direction of a reason as a mark."""
        return SIGNS[self.effect] if self.effect else ""

    @property
    def spoken(self) -> str:
        """The direction of a reason in words."""
        return EFFECTS[self.effect] if self.effect else ""

    @property
    def text(self) -> str:
        """The item in words, as the files have it."""
        parts = [f"{self.name}:" if self.name else "", self.sign]
        if self.row:
            parts.append(self.row.text.sentence)
        if self.status:
            parts += [self.status.name, self.status.date]
        if self.link:
            parts += [self.link.label, f"({self.link.note})" if self.link.note else ""]
        return " ".join(part for part in parts if part)


@dataclass(frozen=True)
class Cell:
    """`empty` is what is said when there is nothing; `sort` orders the rows by this column."""

    items: tuple[Item, ...] = ()
    empty: str = ""
    sort: str = ""


@dataclass(frozen=True)
class Head:
    """A column; `figures` says whether it holds numbers."""

    label: str
    figures: bool = False


@dataclass(frozen=True)
class Line:
    """A row: what it is of, in one or two links, its cells in the order of the columns, and of when its figures are."""

    head: Link
    cells: tuple[Cell, ...]
    sub: Link | None = None
    when: str = ""


@dataclass(frozen=True)
class Group:
    kind: GroupKind
    heading: str
    lines: tuple[Line, ...]
    note: str = ""


@dataclass(frozen=True)
class LeftOut:
    """What a reader would look for in the table, and why it is not there."""

    link: Link
    why: str


@dataclass(frozen=True)
class Table:
    """`first` is the heading of the column of heads; `sortable` says whether a reader may reorder the rows."""

    first: str
    heads: tuple[Head, ...]
    groups: tuple[Group, ...]
    sortable: bool = False
    left_out: tuple[LeftOut, ...] = ()


def figure_item(facts: Facts, figure: Figure, why: str = "", *, named: bool = False) -> Item:
    row = result_row(facts, figure)
    return Item(row=row, figure=figure, why=why, name=row.indicator.label if named else "")


def sort_key(figure: Figure | None) -> str:
    """The value as a number in text; an empty text sorts last whichever way."""
    found = value(figure) if figure is not None else None
    return "" if found is None else str(found)
