"""Tables whose rows are figures: each with its words, people, time and source, in groups that compare."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from catalogue.figures.comparability import aspects, machine_compares
from catalogue.figures.figure import Missing
from catalogue.figures.selection import is_national, selected
from catalogue.figures.totals import sums_among
from catalogue.finnish.formats import collation
from catalogue.site.parts import addresses
from catalogue.site.parts.common import Link, model_link, region_short
from catalogue.site.parts.result import result_row
from catalogue.site.parts.table import Cell, Group, Head, Item, Line, Table, sort_key

if TYPE_CHECKING:
    from collections.abc import Sequence

    from catalogue.facts import Facts
    from catalogue.figures.figure import Figure
    from catalogue.schema.comparison import Comparison

COURSES = "Koulutukset ovat eri: lukuja ei verrata keskenään."
LISTED = "Luvut kertovat toiminnan laajuudesta: ne ovat rinnakkain vain luettavaksi."
SUM = "Summa: sisältää taulukon muita lukuja."
GROUPED = ("programme", "type", "population", "scale")
HEADS = (Head("Mitä"), Head("Luku", figures=True), Head("Ketkä ja milloin"), Head("Lähde"))


def figures_table(facts: Facts, comparison: Comparison) -> Table:
    """Every figure of the wanted indicators; each group says of whom it is, and only inside one may one compare."""
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
    """Figures of the same service, people, scale and programme in one group, under words that say which."""
    sets: dict[tuple[str, ...], list[Figure]] = {}
    for figure in figures:
        if not isinstance(figure, Missing):
            told = aspects(facts.catalogue, figure)
            sets.setdefault(tuple(told[name].text for name in GROUPED), []).append(figure)
    name = facts.catalogue.indicators[indicator].data.name.fi
    groups = [
        Group(
            "rows",
            f"{name} · {_what(facts, members[0])}",
            _lines(facts, members),
            _note(facts, members),
        )
        for _, members in sorted(sets.items(), key=lambda pair: [*map(collation, pair[0])])
    ]
    missing = [figure for figure in figures if isinstance(figure, Missing)]
    if missing:
        groups.append(Group("missing", f"{name} · lukua ei ole", _lines(facts, missing)))
    return groups


def _what(facts: Facts, figure: Figure) -> str:
    """Which service, people, scale and programme: what all of the group have."""
    told = aspects(facts.catalogue, figure)
    scale = f"asteikko {told['scale'].text}" if figure.scale else ""
    parts = (told["type"].text, told["population"].text, scale, told["programme"].text)
    return ", ".join(part for part in parts if part)


def _note(facts: Facts, figures: list[Figure]) -> str:
    """Why the figures of one group are still not compared with each other."""
    if len({aspects(facts.catalogue, figure)["course"].id for figure in figures}) > 1:
        return COURSES
    return "" if machine_compares(figures[0]) or len(figures) == 1 else LISTED


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
    sums = sums_among(figures)
    return tuple(_line(facts, figure, figure.located.id in sums) for figure in ordered)


def _line(facts: Facts, figure: Figure, total: bool) -> Line:
    model, row = figure.located.model.id, result_row(facts, figure)
    item = Item(row=replace(row, label=""), figure=figure)
    told = (row.text.population, row.text.period, SUM if total else "", row.note)
    who = [Item(link=Link(text, "")) for text in told if text]
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
