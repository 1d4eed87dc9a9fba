"""Every figure that stands beside another on a page of the real catalogue, by page and indicator.

`PYTHONPATH=hooks:tests python -m data.shown` writes `pairs.txt`, which a reader goes through; the test compares.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from catalogue.facts import Build, Facts
from catalogue.figures.figure import Missing
from catalogue.load import load
from catalogue.site.comparison.compared import compared_figures
from catalogue.site.comparison.page import comparison_view, ordered
from catalogue.site.pages.type import type_view

if TYPE_CHECKING:
    from collections.abc import Iterator

    from catalogue.figures.figure import Figure

FOLDER = Path(__file__).parent
ROOT = FOLDER.parents[1]


@dataclass(frozen=True)
class Beside:
    """Figures that a page puts side by side under one indicator; `machine` says that nobody named them."""

    page: str
    indicator: str
    figures: tuple[Figure, ...]
    machine: bool


def beside(facts: Facts) -> Iterator[Beside]:
    """Every set of two or more figures that stand side by side as alike."""
    for each in (*_models(facts), *_types(facts), *_comparisons(facts)):
        if len(each.figures) > 1:
            yield each


def _models(facts: Facts) -> Iterator[Beside]:
    for model in facts.models:
        for figure in facts.figures_by_model.get(model.id, ()):
            others, total = compared_figures(facts, figure)
            shown = (figure, *others, *((total,) if total else ()))
            indicator = str(figure.located.data.indicator)
            yield Beside(f"mallit/{model.id}", indicator, shown, machine=True)


def _types(facts: Facts) -> Iterator[Beside]:
    for kind, entry in facts.catalogue.types.items():
        if entry.data.kind == "koulutus":
            continue  # the page says above the table that no course compares with another
        view = type_view(facts, kind)
        for place, indicator in enumerate(facts.catalogue.types[kind].data.key_indicators):
            cells = (row.cells[place] for row in view.rows)
            shown = tuple(facts.figures[cell.row.id] for cell in cells if cell.row and not cell.gap)
            yield Beside(f"tyypit/{kind}", str(indicator), shown, machine=False)


def _comparisons(facts: Facts) -> Iterator[Beside]:
    for record in ordered(facts):
        table = comparison_view(facts, record).table
        if record.data.layout == "models":
            for place, head in enumerate(table.heads):
                shown = tuple(
                    item.figure
                    for group in table.groups
                    if group.kind in ("rows", "total")
                    for line in group.lines
                    for item in line.cells[place].items
                    if item.figure and not isinstance(item.figure, Missing)
                )
                yield Beside(f"vertailu/{record.id}", head.label, shown, machine=False)
        elif record.data.layout == "figures":
            for group in table.groups:
                shown = tuple(
                    item.figure
                    for line in group.lines
                    for cell in line.cells
                    for item in cell.items
                    if item.figure and not isinstance(item.figure, Missing)
                )
                if not group.note:
                    yield Beside(f"vertailu/{record.id}", group.heading, shown, machine=False)


def listed(facts: Facts) -> str:
    """The sets as text: page, indicator and what stands there, one set a paragraph."""
    told = []
    for each in beside(facts):
        first = each.figures[0]
        head = f"{each.page} · {each.indicator} · {first.located.model.data.type[0]}"
        head += f" · {first.located.data.population}"
        told.append("\n".join([head, *(f"  {one.located.id}" for one in each.figures)]))
    return "\n\n".join(told) + "\n"


def main() -> None:
    facts = Facts(load(ROOT / "models"), Build(datetime.date(2026, 11, 28)))
    (FOLDER / "pairs.txt").write_text(listed(facts), encoding="utf-8")


if __name__ == "__main__":
    main()
