"""Tables whose rows are figures: each with its words, people, time and source, in groups that compare."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from catalogue.figures.comparability import axis_kind
from catalogue.figures.figure import Missing
from catalogue.figures.selection import is_national, selected
from catalogue.finnish.formats import collation, span
from catalogue.site.parts import addresses
from catalogue.site.parts.common import Link, model_link, programmes_link, region_short
from catalogue.site.parts.result import result_row
from catalogue.site.parts.table import Cell, Group, Head, Item, Line, Table, sort_key

if TYPE_CHECKING:
    from collections.abc import Sequence

    from catalogue.facts import Facts
    from catalogue.figures.figure import Figure
    from catalogue.schema.comparison import Comparison

HEADS = (Head("Mitä"), Head("Luku", figures=True), Head("Ketkä ja milloin"), Head("Lähde"))


def figures_table(facts: Facts, comparison: Comparison) -> Table:
    """Every figure of the wanted indicators; groups share people, scale and programme, and only inside one may one compare."""
    models = {model.id for model in selected(facts.catalogue, comparison)}
    groups: list[Group] = []
    for wanted in comparison.columns:
        figures = [
            figure
            for figure in facts.figures_by_indicator.get(str(wanted.indicator), ())
            if figure.located.model.id in models
        ]
        groups += _groups(facts, str(wanted.indicator), figures)
    return Table("Alue", HEADS, tuple(groups), sortable=True)


def _groups(facts: Facts, indicator: str, figures: list[Figure]) -> list[Group]:
    sets: dict[tuple[str, ...], list[Figure]] = {}
    for figure in figures:
        if not isinstance(figure, Missing):
            sets.setdefault(axis_kind(facts.catalogue, figure), []).append(figure)
    name = facts.catalogue.indicators[indicator].data.name.fi
    groups = []
    for number, members in enumerate(sets.values()):
        note = (
            ""
            if number == 0
            else "Ei vertaudu yllä olevaan ryhmään: ihmiset, asteikko tai ohjelma on eri."
        )
        groups.append(
            Group("rows", f"{name} · {_what(facts, members[0])}", _lines(facts, members), note)
        )
    missing = [figure for figure in figures if isinstance(figure, Missing)]
    if missing:
        groups.append(Group("missing", f"{name} · lukua ei ole", _lines(facts, missing)))
    return groups


def _what(facts: Facts, figure: Figure) -> str:
    parts = [
        f"asteikko {span(*figure.scale)}" if figure.scale else "",
        programmes_link(facts, figure.located.model.data).label,
    ]
    return ", ".join(part for part in parts if part)


def _lines(facts: Facts, figures: Sequence[Figure]) -> tuple[Line, ...]:
    ordered = sorted(
        figures,
        key=lambda figure: (
            is_national(facts.catalogue, figure.located.id),
            collation(region_short(facts, figure.located.model.id)),
            collation(figure.located.model.data.name.fi),
            figure.located.index,
        ),
    )
    return tuple(_line(facts, figure) for figure in ordered)


def _line(facts: Facts, figure: Figure) -> Line:
    model, row = figure.located.model.id, result_row(facts, figure)
    item = Item(row=replace(row, label=""), figure=figure)
    who = [
        Item(link=Link(text, ""))
        for text in (row.text.population, row.text.period, row.note)
        if text
    ]
    cites = [Item(link=Link(f"{cite.short}, {cite.at}", cite.url)) for cite in row.cites]
    return Line(
        Link(region_short(facts, model), addresses.result(figure.located.id)),
        (
            Cell(
                (Item(link=Link(row.name, "")),),
                sort=row.name,
            ),
            Cell((item,), sort=sort_key(figure)),
            Cell(tuple(who), sort=row.text.population),
            Cell(tuple(cites)),
        ),
        Link(model_link(facts, model).label, ""),
    )
