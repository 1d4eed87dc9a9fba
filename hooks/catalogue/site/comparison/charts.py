"""Charts of a comparison: which figures stand on which axis, in rows of text and marks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from catalogue.figures.comparability import axis_kind, column, separate_pairs
from catalogue.figures.figure import Change, Missing, interval, value
from catalogue.figures.placeholders import filled
from catalogue.figures.selection import is_national, selected
from catalogue.finnish.formats import number, span
from catalogue.finnish.words import COUNTS, READING
from catalogue.site.parts import addresses, marks
from catalogue.site.parts import axis as axes
from catalogue.site.parts.chart import ChartRow, ChartView, Panel, ReferenceView
from catalogue.site.parts.common import (
    Link,
    cite_views,
    programmes_link,
    region_short,
)
from catalogue.site.parts.result import result_row

if TYPE_CHECKING:
    from collections.abc import Iterator
    from decimal import Decimal

    from catalogue.facts import Facts
    from catalogue.figures.figure import Figure
    from catalogue.schema.comparison import Chart, Comparison, Reference
    from catalogue.site.parts.axis import Axis

PER_CENT = "\u00a0%"


def chart_view(facts: Facts, comparison: Comparison, chart: Chart) -> ChartView:
    draw = {"interval": _rates, "multiples": _rates, "dumbbell": _changes, "bar": _counts}[
        chart.kind
    ]
    panels = draw(facts, comparison, chart)
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


def _figures(facts: Facts, comparison: Comparison, indicator: str) -> list[Figure]:
    """The figures of an indicator that compare, or are missing, regions first and in their order."""
    models = [model.id for model in selected(facts.catalogue, comparison)]
    places = {model: place for place, model in enumerate(models)}
    found = [
        figure
        for model in models
        for figure in facts.figures_by_model.get(model, ())
        if figure.located.data.indicator == indicator and figure.located.data.key is None
    ]
    together = column(facts.catalogue, found, indicator).together
    apart = _apart_models(facts, comparison, together)
    return sorted(
        (figure for figure in together if figure.located.model.id not in apart),
        key=lambda figure: places[figure.located.model.id],
    )


def _apart_models(facts: Facts, comparison: Comparison, together: tuple[Figure, ...]) -> set[str]:
    """Models of another programme than the figures that compare: their missing values do not stand among these."""
    programmes = {
        figure.located.model.data.programme
        for figure in together
        if not isinstance(figure, Missing)
    }
    return {
        model.id
        for model in selected(facts.catalogue, comparison)
        if programmes and model.data.programme not in programmes
    }


def _rates(facts: Facts, comparison: Comparison, chart: Chart) -> tuple[Panel, ...]:
    panels = []
    for indicator in chart.indicators:
        figures = _figures(facts, comparison, indicator)
        lines = [line for line in comparison.references if line.about == indicator]
        axis = _axis(facts, figures, lines)
        rows = tuple(
            _rate_row(facts, axis, figure, [line.value for line in lines]) for figure in figures
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


def _rate_row(facts: Facts, axis: Axis, figure: Figure, lines: list[Decimal]) -> ChartRow:
    row = result_row(facts, figure)
    total = is_national(facts.catalogue, figure.located.id)
    label = Link(
        "Kaikki yhteensä" if total else region_short(facts, figure.located.model.id),
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
    """One panel for each indicator, scale, people and programme: a shared axis means a shared measure."""
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
        region = region_short(facts, figure.located.model.id)
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
    return Panel(f"{name}, asteikko {span(*scale)} · {programme}", tuple(rows), marks.ruler(axis))


def _counts(facts: Facts, comparison: Comparison, chart: Chart) -> tuple[Panel, ...]:
    regional = (
        figure
        for figure in _figures(facts, comparison, chart.indicators[0])
        if not is_national(facts.catalogue, figure.located.id)
    )
    figures = [facts.figures[key] for key in chart.results] or list(regional)
    shown = (value(figure) for figure in figures)
    axis = axes.from_zero([one for one in shown if one is not None])
    rows = tuple(_count_row(facts, axis, figure, named=bool(chart.results)) for figure in figures)
    return (Panel("", rows, marks.ruler(axis)),)


def _count_row(facts: Facts, axis: Axis, figure: Figure, *, named: bool) -> ChartRow:
    row, model = result_row(facts, figure), figure.located.model
    label = Link(
        row.label or model.data.name.fi if named else region_short(facts, model.id),
        addresses.result(figure.located.id) if named else addresses.model(model.id),
    )
    shown = value(figure)
    if shown is None:
        return ChartRow(label, row.text.amount, marks.empty(axis), "missing")
    svg = marks.bar(axis, shown, f"{label.label}: {row.text.sentence}")
    return ChartRow(label, row.text.amount, svg, more=row.text.certainty, cites=row.cites)


def _caution(facts: Facts, comparison: Comparison, chart: Chart) -> str:
    """What the intervals allow to be said: overlapping ones are not ranked."""
    said = []
    for indicator in chart.indicators:
        figures = [
            figure
            for figure in _figures(facts, comparison, indicator)
            if interval(figure) and not is_national(facts.catalogue, figure.located.id)
        ]
        if len(figures) < 2:
            continue
        pairs = separate_pairs(figures)
        if not pairs:
            said.append(
                "Kaikki välit menevät päällekkäin: aineistosta ei voi päätellä, "
                "että jokin alue onnistui toista paremmin."
            )
        else:
            which = "näissä pareissa" if len(pairs) > 1 else "tässä parissa"
            named = ", ".join(
                f"{region_short(facts, one.located.model.id)} – {region_short(facts, other.located.model.id)}"
                for one, other in pairs
            )
            said.append(
                f"Välit ovat erillään vain {which}: {named}; muiden alueiden järjestystä ei voi päätellä."
            )
    return " ".join(dict.fromkeys(said))
