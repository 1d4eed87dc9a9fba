"""Tables whose rows are models: one column a figure or a field, and under a rule what does not compare, with its reason."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from catalogue.figures.columns import column_of
from catalogue.figures.comparability import Apart
from catalogue.figures.figure import Missing
from catalogue.figures.selection import is_national, selected
from catalogue.finnish.words import FIELDS, UNTOLD
from catalogue.records import places
from catalogue.site.comparison.compared import uneven
from catalogue.site.comparison.model_fields import field_cell
from catalogue.site.parts import addresses
from catalogue.site.parts.common import Link, model_link, place_of_mention, region_of, region_short
from catalogue.site.parts.result import result_row
from catalogue.site.parts.table import (
    Cell,
    Group,
    Head,
    Item,
    LeftOut,
    Line,
    Table,
    figure_item,
    sort_key,
)

if TYPE_CHECKING:
    from catalogue.facts import Facts
    from catalogue.figures.comparability import Column as Compared
    from catalogue.figures.figure import Figure
    from catalogue.records import Record
    from catalogue.schema.comparison import Column, Comparison
    from catalogue.schema.model import Model

APART = "Eivät vertaudu yllä oleviin"
TOTAL = "Valtakunnallinen yhteenveto"
EVERY_REGION = "Alueet yhteensä"
ASIDE = "ei vertaudu"
ONLY_A_PART = "Luku koskee vain osaa palvelusta."
ANOTHER_PART = "Luku koskee toista osaa palvelusta."
THE_WHOLE = "Luku koskee koko palvelua."
NATIONAL = "valtakunnallinen tietue eikä alueen malli."


def models_table(facts: Facts, comparison: Comparison) -> Table:
    """Comparable models in the order of their regions, the national total by itself, the rest apart."""
    models = tuple(
        model
        for model in selected(facts.catalogue, comparison)
        if model.data.aggregate or not is_national(facts.catalogue, model.id)
    )
    compared = [_compared(facts, models, comparison, wanted) for wanted in comparison.columns]
    apart_ids = {model.id for model in models if _stands_apart(model, comparison.columns, compared)}
    heads = tuple(_head(facts, wanted) for wanted in comparison.columns)
    regions = [model for model in models if not is_national(facts.catalogue, model.id)]
    many = len({region_of(model.id) for model in regions}) < len(regions)
    groups = [
        Group(
            "rows",
            "",
            tuple(
                _line(facts, model, comparison, compared, many=many)
                for model in regions
                if model.id not in apart_ids
            ),
        ),
        Group(
            "total",
            TOTAL,
            tuple(
                _line(facts, model, comparison, compared, many=False)
                for model in models
                if model.data.aggregate and model.id not in apart_ids
            ),
            _uneven(facts, compared),
        ),
        Group("apart", APART, tuple(_apart_lines(facts, models, comparison, compared, apart_ids))),
    ]
    return Table(
        "Alue",
        heads,
        tuple(group for group in groups if group.lines),
        sortable=True,
        left_out=(
            *left_out(facts, comparison),
            *national_left_out(facts, comparison, totals=True),
        ),
    )


def _compared(
    facts: Facts, models: tuple[Record[Model], ...], comparison: Comparison, wanted: Column
) -> Compared | None:
    """The figures of a column, split; none for a column of fields."""
    if wanted.indicator is None:
        return None
    ids = [
        figure.located.id
        for model in models
        for figure in facts.figures_by_model.get(model.id, ())
        if not model.data.aggregate or _of_whole(figure, wanted)
    ]
    figures = [facts.figures[key] for key in dict.fromkeys([*ids, *wanted.results])]
    return column_of(facts.catalogue, comparison, wanted, figures)


def _uneven(facts: Facts, compared: list[Compared | None]) -> str:
    """What the reader of the totals must know: each place where one region is more than half of one."""
    totals = (
        figure
        for each in compared
        if each
        for figure in each.together
        if figure.located.model.data.aggregate
    )
    return " ".join(dict.fromkeys(filter(None, (uneven(facts, total) for total in totals))))


def _of_whole(figure: Figure, wanted: Column) -> bool:
    """Of a record that sums up others only the total of the column itself: what is beside it has no total."""
    return figure.located.data.indicator == wanted.indicator


def _own(compared: Compared, model: Record[Model]) -> list[Figure]:
    return [figure for figure in compared.together if figure.located.model.id == model.id]


def _apart(compared: Compared | None, model_id: str) -> list[Apart]:
    return (
        [entry for entry in compared.apart if entry.figure.located.model.id == model_id]
        if compared
        else []
    )


def _stands_apart(
    model: Record[Model], columns: tuple[Column, ...], compared: list[Compared | None]
) -> bool:
    """Whether none of the model's figures of the columns' own indicators compares with the others although it has some."""
    values = [
        figure
        for each in compared
        if each
        for figure in _own(each, model)
        if not isinstance(figure, Missing)
    ]
    return not values and any(
        entry.figure.located.data.indicator == wanted.indicator
        for wanted, each in zip(columns, compared, strict=True)
        for entry in _apart(each, model.id)
    )


def _line(
    facts: Facts,
    model: Record[Model],
    comparison: Comparison,
    compared: list[Compared | None],
    *,
    many: bool,
) -> Line:
    cells = []
    for wanted, each in zip(comparison.columns, compared, strict=True):
        if each is None:
            cells.append(field_cell(facts, model, str(wanted.field)))
            continue
        figures = _own(each, model)
        told = [figure for figure in figures if not isinstance(figure, Missing)]
        elsewhere = () if told else _elsewhere(facts, model, wanted, each)
        cells.append(
            Cell(
                (*(figure_item(facts, figure) for figure in told or figures), *elsewhere),
                "" if figures or elsewhere else UNTOLD,
                sort_key(told[0] if told else None),
            )
        )
    return _headed(facts, model.id, tuple(cells), many=many)


def _elsewhere(
    facts: Facts, model: Record[Model], wanted: Column, compared: Compared
) -> tuple[Item, ...]:
    """Pointers to what the model tells instead, each with the reason why it does not stand in the column."""
    apart = [entry for entry in compared.apart if entry.figure.located.model.id == model.id]
    parts = [
        Apart(figure, _whose(figure, wanted))
        for figure in facts.figures_by_model.get(model.id, ())
        if figure.located.data.indicator == wanted.indicator and not isinstance(figure, Missing)
    ]
    return tuple(_pointer(facts, wanted, entry) for entry in (apart or parts[:1]))


def _whose(figure: Figure, wanted: Column) -> str:
    """Of how much of the service a figure of the column's indicator is, where it is not of what the column is of."""
    if not figure.located.data.key:
        return THE_WHOLE
    return ANOTHER_PART if wanted.key else ONLY_A_PART


def _pointer(facts: Facts, wanted: Column, entry: Apart) -> Item:
    """The figure in words, so that no file takes it for a number of the column."""
    row = result_row(facts, entry.figure)
    name = row.indicator.label if entry.figure.located.data.indicator != wanted.indicator else ASIDE
    return Item(link=Link(f"{name}: {row.text.amount}", row.url), why=entry.why)


def _apart_lines(
    facts: Facts,
    models: tuple[Record[Model], ...],
    comparison: Comparison,
    compared: list[Compared | None],
    apart_ids: set[str],
) -> list[Line]:
    """A row for each model with a figure that does not compare; its fields only if it has no row above."""
    ids = [model.id for model in models]
    ids += [entry.figure.located.model.id for each in compared if each for entry in each.apart]
    lines = []
    for model_id in dict.fromkeys(ids):
        if not any(_apart(each, model_id) for each in compared):
            continue
        cells = []
        for wanted, each in zip(comparison.columns, compared, strict=True):
            if each is None:
                alone = model_id in apart_ids
                cells.append(
                    field_cell(facts, facts.catalogue.models[model_id], str(wanted.field))
                    if alone
                    else Cell()
                )
                continue
            cells.append(
                Cell(
                    tuple(
                        figure_item(
                            facts,
                            entry.figure,
                            entry.why,
                            named=entry.figure.located.data.indicator != wanted.indicator,
                        )
                        for entry in _apart(each, model_id)
                    )
                )
            )
        lines.append(
            _headed(
                facts,
                model_id,
                _told_apart(facts, comparison, cells),
                many=model_id not in {model.id for model in models},
            )
        )
    return lines


def _headed(facts: Facts, model_id: str, cells: tuple[Cell, ...], *, many: bool) -> Line:
    total = facts.catalogue.models[model_id].data.aggregate
    name = EVERY_REGION if total else region_short(facts, model_id)
    head = Link(name, addresses.model(model_id))
    sub = Link(model_link(facts, model_id).label, "") if many else None
    return Line(head, cells, sub, _when(cells))


def _when(cells: tuple[Cell, ...]) -> str:
    """The periods of the figures of a row, each once: a reader sees them beside what is compared."""
    told = [
        item.row.text.period
        for cell in cells
        for item in cell.items
        if item.row and not isinstance(item.figure, Missing)
    ]
    return "; ".join(period for period in dict.fromkeys(told) if period)


def _head(facts: Facts, wanted: Column) -> Head:
    if wanted.indicator is None:
        return Head(
            wanted.label.fi if wanted.label else FIELDS[wanted.field] if wanted.field else ""
        )
    data = facts.catalogue.indicators[wanted.indicator].data
    return Head(wanted.label.fi if wanted.label else data.name.fi, figures=True)


OUTSIDE = "malli ei kuulu tämän vertailun ohjelmaan tai tilaan."
ONLY_MENTIONED = "lähteet vain mainitsevat tällaisen mallin."
NO_SUCH = "lähteet eivät kerro tällaisesta mallista; se ei tarkoita, ettei sellaista olisi."


def left_out(facts: Facts, comparison: Comparison) -> tuple[LeftOut, ...]:
    """Regions of the catalogue that have no row, and why."""
    catalogue = facts.catalogue
    present = {region for model in selected(catalogue, comparison) for region in places(model)}
    found = []
    for region in sorted(catalogue.profiles, key=lambda key: catalogue.regions[key].data.short.fi):
        if (
            region in present
            or catalogue.regions[region].data.kind == "national"
            or (comparison.models.regions and region not in comparison.models.regions)
        ):
            continue
        others = [
            model
            for model in facts.models_by_region.get(region, ())
            if not {*model.data.type}.isdisjoint(comparison.models.types)
        ]
        link, why = addresses.region(region), NO_SUCH
        if place := place_of_mention(facts, region, comparison.models.types):
            link, why = place, ONLY_MENTIONED
        if others:
            link, why = model_link(facts, others[0].id).url, OUTSIDE
        found.append(LeftOut(Link(catalogue.regions[region].data.short.fi, link), why))
    return tuple(found)


def national_left_out(
    facts: Facts, comparison: Comparison, *, totals: bool = False
) -> tuple[LeftOut, ...]:
    """National records that have no row: all of them, or those that are no `totals`."""
    return tuple(
        LeftOut(model_link(facts, model.id), NATIONAL)
        for model in selected(facts.catalogue, comparison)
        if is_national(facts.catalogue, model.id) and not (totals and model.data.aggregate)
    )


def _told_apart(facts: Facts, comparison: Comparison, cells: list[Cell]) -> tuple[Cell, ...]:
    """The cells of a row without columns: each figure says the heading that it would stand under."""
    heads = [_head(facts, wanted) for wanted in comparison.columns]
    return tuple(
        replace(
            cell,
            items=tuple(
                replace(item, column=head.label)
                if head.figures and not item.name and not item.status
                else item
                for item in cell.items
            ),
        )
        for head, cell in zip(heads, cells, strict=True)
    )
