"""Charts of a comparison: which figures stand on which axis, in rows of text and marks."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from catalogue.figures.columns import column_of, column_with
from catalogue.figures.comparability import axis_kind
from catalogue.figures.figure import Change, Missing, interval, value
from catalogue.figures.placeholders import filled
from catalogue.figures.selection import is_national, selected
from catalogue.finnish.formats import number, span
from catalogue.finnish.words import CAUTIONS, COUNTS, READING
from catalogue.site.comparison.compared import uneven
from catalogue.site.parts import addresses, marks
from catalogue.site.parts import axis as axes
from catalogue.site.parts.chart import ChartRow, ChartView, Panel, ReferenceView
from catalogue.site.parts.common import (
    Link,
    cite_views,
    programmes_link,
    region_short,
    types_link,
)
from catalogue.site.parts.result import result_row

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from decimal import Decimal

    from catalogue.facts import Facts
    from catalogue.figures.figure import Figure
    from catalogue.schema.comparison import Chart, Comparison, Reference
    from catalogue.site.parts.axis import Axis

NO_TEST = "Välien päällekkäisyys ei ole testi eikä niiden erillisyys todiste."
MOST_ROWS, MOST_PANELS = 30, 12
PER_CENT = "\u00a0%"


def chart_view(facts: Facts, comparison: Comparison, chart: Chart) -> ChartView:
    """A chart of a comparison by its kind."""
    draw = {"interval": _rates, "multiples": _rates, "dumbbell": _changes, "bar": _counts}[
        chart.kind
    ]
    panels = tuple(map(_shown, draw(facts, comparison, chart)[:MOST_PANELS]))
    how = READING[chart.kind]
    if chart.kind == "bar":
        how = how.format(COUNTS[facts.catalogue.indicators[chart.indicators[0]].data.counts])
    cited = {
        cite.url: Link(cite.short, cite.url)
        for panel in panels
        for row in panel.rows
        for cite in row.cites
    }
    return ChartView(
        chart.kind,
        filled(facts.catalogue, comparison, chart.title.fi),
        how,
        panels,
        _caution(facts, comparison, chart) if chart.kind in ("interval", "multiples") else "",
        tuple(cited.values()),
    )


def _shown(panel: Panel) -> Panel:
    """As many rows as one can look at, and always the total."""
    rows = [row for row in panel.rows if row.kind != "total"]
    if len(rows) <= MOST_ROWS:
        return panel
    total = (row for row in panel.rows if row.kind == "total")
    left = f"Kuvassa on {MOST_ROWS} riviä {number(len(rows))} rivistä. Kaikki ovat taulukossa."
    return replace(panel, rows=(*rows[:MOST_ROWS], *total), left=left)


def _figures(facts: Facts, comparison: Comparison, indicator: str) -> list[Figure]:
    """The figures of the indicator's column, or missing ones of its programme, regions first and in their order."""
    wanted = column_with(comparison, indicator)
    if wanted is None:
        return []
    models = [
        model
        for model in selected(facts.catalogue, comparison)
        if model.data.aggregate or not is_national(facts.catalogue, model.id)
    ]
    found = [
        figure
        for model in models
        for figure in facts.figures_by_model.get(model.id, ())
        if figure.located.data.indicator == indicator and figure.located.data.key is None
    ]
    return list(column_of(facts.catalogue, comparison, wanted, found).together)


def _rates(facts: Facts, comparison: Comparison, chart: Chart) -> tuple[Panel, ...]:
    panels = []
    for indicator in chart.indicators:
        figures = _figures(facts, comparison, indicator)
        lines = [line for line in comparison.references if line.about == indicator]
        axis = _axis(facts, figures, lines)
        rows = tuple(
            _rate_row(facts, axis, figure, figures, [line.value for line in lines])
            for figure in figures
        )
        name = (
            facts.catalogue.indicators[indicator].data.name.fi if len(chart.indicators) > 1 else ""
        )
        panels.append(
            Panel(
                name,
                rows,
                marks.ruler(axis),
                tuple(_reference(facts, axis, line) for line in lines),
            )
        )
    return tuple(panels)


def _axis(facts: Facts, figures: list[Figure], lines: list[Reference]) -> Axis:
    scales = [figure.scale for figure in figures if figure.scale]
    if scales:
        return axes.of_scale(scales[0])
    tops = [end for figure in figures for end in _ends(figure)]
    return axes.from_zero([*tops, *(line.value for line in lines)], PER_CENT, axes.HUNDRED)


def _ends(figure: Figure) -> Iterator[Decimal]:
    """What must fit on the axis: the value and the upper end of its interval."""
    found, shown = interval(figure), value(figure)
    if found is not None:
        yield found.high
    if shown is not None:
        yield shown


def _whose(facts: Facts, figure: Figure, shown: Sequence[Figure]) -> str:
    """The region of a figure; where the picture shows several models of that region, also the model."""
    model = figure.located.model
    region = region_short(facts, model.id)
    beside = {one.located.model.id for one in shown} - {model.id}
    alike = any(region_short(facts, other) == region for other in beside)
    return f"{region}: {model.data.name.fi}" if alike else region


def _rate_row(
    facts: Facts, axis: Axis, figure: Figure, shown_with: Sequence[Figure], lines: list[Decimal]
) -> ChartRow:
    row = result_row(facts, figure)
    total = bool(figure.located.model.data.aggregate)
    label = Link(
        "Alueet yhteensä" if total else _whose(facts, figure, shown_with),
        addresses.result(figure.located.id),
    )
    text, shown, found = row.text, value(figure), interval(figure)
    if shown is None:
        return ChartRow(label, text.amount, marks.empty(axis, lines), "missing")
    spoken = f"{label.label}: {text.sentence}"
    svg = (
        marks.whisker(axis, shown, *found, spoken, total=total, lines=lines)
        if found
        else marks.dot(axis, shown, spoken, lines)
    )
    return ChartRow(label, text.amount, svg, "total" if total else "row", text.certainty, row.cites)


def _reference(facts: Facts, axis: Axis, line: Reference) -> ReferenceView:
    return ReferenceView(
        f"noin {number(line.value)}{axis.unit}",
        axis.place(line.value),
        line.label.fi,
        line.population.fi,
        cite_views(facts, line.sources),
    )


def _changes(facts: Facts, comparison: Comparison, chart: Chart) -> tuple[Panel, ...]:
    """One panel for each indicator, type, scale, people and programme: a shared axis means a shared measure."""
    models = [model.id for model in selected(facts.catalogue, comparison)]
    sets: dict[tuple[str, ...], list[Change]] = {}
    for indicator in chart.indicators:
        for figure in facts.figures_by_indicator.get(indicator, ()):
            if figure.located.model.id in models and isinstance(figure, Change):
                sets.setdefault(axis_kind(facts.catalogue, figure), []).append(figure)
    return tuple(_change_panel(facts, members) for members in sets.values())


def _change_panel(facts: Facts, figures: list[Change]) -> Panel:
    first = figures[0]
    scale = first.scale or (0, 10)
    axis, rows = axes.of_scale(scale), []
    for figure in figures:
        row = result_row(facts, figure)
        region = _whose(facts, figure, figures)
        svg = marks.dumbbell(
            axis, figure.before, figure.after, f"{region}, {row.name}: {row.text.sentence}"
        )
        rows.append(
            ChartRow(
                Link(f"{region}: {row.label}" if row.label else region, row.url),
                row.text.amount,
                svg,
                more=row.text.certainty,
                cites=row.cites,
            )
        )
    name = first.indicator.name.fi
    programme = programmes_link(facts, first.located.model.data).label
    service = types_link(facts, first.located.model.data).label
    heading = f"{name}, asteikko {span(*scale)} · {service}, {programme}"
    return Panel(heading, tuple(rows), marks.ruler(axis))


def _counts(facts: Facts, comparison: Comparison, chart: Chart) -> tuple[Panel, ...]:
    regional = (
        figure
        for figure in _figures(facts, comparison, chart.indicators[0])
        if not figure.located.model.data.aggregate
    )
    figures = [facts.figures[key] for key in chart.results] or list(regional)
    shown = (value(figure) for figure in figures)
    axis = axes.from_zero([one for one in shown if one is not None])
    rows = tuple(
        _count_row(facts, axis, figure, figures, named=bool(chart.results)) for figure in figures
    )
    return (Panel("", rows, marks.ruler(axis)),)


def _count_row(
    facts: Facts, axis: Axis, figure: Figure, shown_with: Sequence[Figure], *, named: bool
) -> ChartRow:
    row, model = result_row(facts, figure), figure.located.model
    label = Link(
        row.label or model.data.name.fi if named else _whose(facts, figure, shown_with),
        addresses.result(figure.located.id) if named else addresses.model(model.id),
    )
    shown = value(figure)
    if shown is None:
        return ChartRow(label, row.text.amount, marks.empty(axis), "missing")
    svg = marks.bar(axis, shown, f"{label.label}: {row.text.sentence}")
    return ChartRow(label, row.text.amount, svg, more=row.text.certainty, cites=row.cites)


def _caution(facts: Facts, comparison: Comparison, chart: Chart) -> str:
    """What nobody may conclude from regions side by side, and whether one region makes most of the total."""
    said = []
    for indicator in chart.indicators:
        figures = _figures(facts, comparison, indicator)
        told = [figure for figure in figures if not isinstance(figure, Missing)]
        regional = [figure for figure in told if not figure.located.model.data.aggregate]
        if len(regional) > 1:
            said.append(CAUTIONS.get(regional[0].indicator.counts, ""))
            said.append(NO_TEST if chart.kind == "interval" else "")
        said += [uneven(facts, figure) for figure in told if figure.located.model.data.aggregate]
    return " ".join(dict.fromkeys(filter(None, said)))
