"""A comparison's table: columns, groups of rows, cells. The page and the files are made of the same table."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from catalogue.figures.figure import value
from catalogue.finnish.formats import slug
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
    of a reason, `told` what a source says of it, `said` what became of a model as one piece of text and `at` where that stands.
    """

    row: ResultRow | None = None
    figure: Figure | None = None
    status: StatusView | None = None
    link: Link | None = None
    effect: ReasonEffect | None = None
    name: str = ""
    column: str = ""
    told: str = ""
    why: str = ""
    said: str = ""
    at: str = ""

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
        text = " ".join(part for part in parts if part)
        return f"{text}: {self.told}" if self.told else text


@dataclass(frozen=True)
class Cell:
    """`empty` is what is said when there is nothing; `sort` orders the rows by this column; `fold` names what is folded."""

    items: tuple[Item, ...] = ()
    empty: str = ""
    sort: str = ""
    fold: str = ""


@dataclass(frozen=True)
class Head:
    """A column; `figures` says whether it holds numbers, `sorts` whether rows can be ordered by it."""

    label: str
    figures: bool = False
    sorts: bool = False

    @property
    def key(self) -> str:
        """The column in the page's address."""
        return slug(self.label)


@dataclass(frozen=True)
class Silence:
    """One kind of nothing in a row, and the columns that have it."""

    text: str
    columns: str


@dataclass(frozen=True)
class Line:
    """A row: what it is of, in one or two links, its cells in the order of the columns, and of when its figures are.

    `silent` gathers its empty cells: on a phone they are one line each kind and not a cell each. `again` is a row of the
    same model as the one before it: there a phone does not repeat it.
    """

    head: Link
    cells: tuple[Cell, ...]
    sub: Link | None = None
    when: str = ""
    silent: tuple[Silence, ...] = ()
    again: bool = False


@dataclass(frozen=True)
class Group:
    """Rows of a table under one heading."""

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
class Sign:
    """A mark of a direction and its words."""

    effect: str
    mark: str
    words: str


@dataclass(frozen=True)
class Table:
    """`first` is the heading of the column of heads; `sortable` says whether a reader may reorder the rows."""

    first: str
    heads: tuple[Head, ...]
    groups: tuple[Group, ...]
    sortable: bool = False
    left_out: tuple[LeftOut, ...] = ()

    @property
    def first_key(self) -> str:
        """The column of heads in the page's address."""
        return slug(self.first)

    @property
    def signs(self) -> tuple[Sign, ...]:
        """The marks of directions that stand in cells: they need a key."""
        used = {
            item.effect
            for group in self.groups
            for line in group.lines
            for cell in line.cells
            for item in cell.items
        }
        return tuple(
            Sign(effect, SIGNS[effect], words)
            for effect, words in EFFECTS.items()
            if effect in used
        )


def gathered(table: Table) -> Table:
    """The table with what follows from its cells: which columns sort, and what each row does not tell."""
    lines = [line for group in table.groups if group.kind == "rows" for line in group.lines]
    heads = tuple(
        replace(head, sorts=table.sortable and any(line.cells[at].sort for line in lines))
        for at, head in enumerate(table.heads)
    )
    groups = tuple(
        replace(
            group,
            lines=tuple(
                replace(
                    line,
                    silent=_silent(table.heads, line),
                    again=before is not None and (line.head, line.sub) == (before.head, before.sub),
                )
                for before, line in zip([None, *group.lines], group.lines, strict=False)
            ),
        )
        for group in table.groups
    )
    return replace(table, heads=heads, groups=groups)


def _silent(heads: tuple[Head, ...], line: Line) -> tuple[Silence, ...]:
    found: dict[str, list[str]] = {}
    for head, cell in zip(heads, line.cells, strict=True):
        if cell.empty and not cell.items:
            found.setdefault(cell.empty, []).append(head.label)
    return tuple(Silence(text, "; ".join(columns)) for text, columns in found.items())


def figure_item(facts: Facts, figure: Figure, why: str = "", *, named: bool = False) -> Item:
    """A figure in a cell; `why` it does not compare, `named` with what it counts."""
    row = result_row(facts, figure)
    return Item(row=row, figure=figure, why=why, name=row.indicator.label if named else "")


def sort_key(figure: Figure | None) -> str:
    """The value as a number in text; an empty text sorts last whichever way."""
    found = value(figure) if figure is not None else None
    return "" if found is None else str(found)
