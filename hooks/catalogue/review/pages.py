"""What differs on the pages of two states of the data: cells of comparisons, numbers of the front page, addresses."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from catalogue.files.comparisons import table_of
from catalogue.site.comparison.page import comparison_view, ordered
from catalogue.site.pages.home import home_view
from catalogue.site.parts import addresses

if TYPE_CHECKING:
    from collections.abc import Iterator

    from catalogue.facts import Facts
    from catalogue.site.comparison.page import ComparisonView
    from catalogue.site.pages.home import HomeView


@dataclass(frozen=True)
class CellChange:
    """One cell of one comparison: which row and column, and its text on both sides."""

    comparison: str
    row: str
    column: str
    before: str
    after: str


@dataclass(frozen=True)
class NumberChange:
    """A number of the front page under what it counts."""

    name: str
    before: str
    after: str


def cell_changes(before: Facts, after: Facts) -> Iterator[CellChange]:
    """Every cell that a reader finds otherwise; the columns that only help machines are left out."""
    old, new = _tables(before), _tables(after)
    for key in dict.fromkeys((*old, *new)):
        was, now = old.get(key, {}), new.get(key, {})
        records = after.catalogue.comparisons if key in new else before.catalogue.comparisons
        for place in dict.fromkeys((*was, *now)):
            if was.get(place, "") != now.get(place, ""):
                title = records[key].data.title.fi
                yield CellChange(title, *place, was.get(place, ""), now.get(place, ""))


def _tables(facts: Facts) -> dict[str, dict[tuple[str, str], str]]:
    """The cells of each comparison by row and column, with its answer."""
    found = {}
    for record in ordered(facts):
        view = comparison_view(facts, record)
        found[record.id] = {("vastaus", "teksti"): view.finding, **_cells(facts, view)}
    return found


def _cells(facts: Facts, view: ComparisonView) -> dict[tuple[str, str], str]:
    cells: dict[tuple[str, str], str] = {}
    for line in table_of(facts, view, ids=False).named():
        row = {name: "" if value is None else str(value) for name, value in line.items()}
        label = " · ".join(part for part in (row[view.table.first], row["tarkenne"]) if part)
        for column, text in row.items():
            if (
                column not in ("ryhmä", "otsikko", "tarkenne", view.table.first)
                and ": " not in column
            ):
                cells[label, column] = text
        cells[label, "ryhmä"] = " ".join(part for part in (row["ryhmä"], row["otsikko"]) if part)
    return cells


def number_changes(before: Facts, after: Facts) -> Iterator[NumberChange]:
    """The figures of the front page that a change alters."""
    old, new = _numbers(home_view(before)), _numbers(home_view(after))
    for name in dict.fromkeys((*old, *new)):
        if old.get(name, "0") != new.get(name, "0"):
            yield NumberChange(name, old.get(name, "0"), new.get(name, "0"))


def _numbers(view: HomeView) -> dict[str, str]:
    """Every number of the front page under what it counts."""
    told = {
        "palvelumalleja": view.services,
        "alueita": view.regions,
        "lukuja": view.results,
        "lähteitä": view.sources,
        "lukuja, jotka eivät täsmää": view.disagreeing,
        "lukuja, joiden merkitys on epäselvä": view.unclear,
        "aukkoja": view.gaps,
        "yhteenveto": view.counts,
        **{f"palvelumalleja: {one.link.label}": one.count for one in view.outcomes},
        **{one.label: one.row.text.sentence for one in view.figures},
    }
    return {name: str(value) for name, value in told.items()}


def dead_addresses(before: Facts, after: Facts) -> tuple[str, ...]:
    """Pages that were there and of which nothing tells where they are now."""
    known = {*after.where.moved, *after.where.graves}
    moved = {addresses.place_of(kind, name) for kind, name in known if kind in addresses.FOLDERS}
    unread = {
        addresses.place_of(kind, name)
        for kind, _, name in (one.partition(":") for one in after.catalogue.broken)
        if kind in addresses.FOLDERS
    }
    return tuple(sorted(_addresses(before) - _addresses(after) - moved - unread))


def _addresses(facts: Facts) -> set[str]:
    return {
        addresses.place_of(kind, record.id)
        for kind, record in facts.catalogue.all_records()
        if kind in addresses.FOLDERS
    }
