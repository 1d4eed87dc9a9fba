"""A figure as a row of a table: what it counts, how many of how many, how sure, from where."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from catalogue.figures.figure import programme_period, scale_of
from catalogue.finnish.formats import change, number, percent, period
from catalogue.finnish.words import BOUNDS, MISSING, UNITS
from catalogue.schema.edtf import Untold
from catalogue.site.parts import addresses, marks
from catalogue.site.parts import axis as axes
from catalogue.site.parts.common import (
    CiteView,
    Link,
    cite_views,
    indicator_link,
)

if TYPE_CHECKING:
    from catalogue.facts import Facts
    from catalogue.figures.figure import Figure
    from catalogue.records import Located

SHARES = axes.of_scale((0, 100))


@dataclass(frozen=True)
class ResultRow:
    """Ready texts; an empty text means that the field does not apply. `drawing` is SVG that says nothing the texts do not."""

    id: str
    anchor: str
    url: str
    indicator: Link
    label: str
    main: str
    rate: str
    interval: str
    n: str
    small: bool
    missing: str
    missing_kind: str
    period: str
    population: str
    cites: tuple[CiteView, ...]
    note: str
    reported: str
    scale: str
    shape: str
    drawing: str
    discrepancies: tuple[Link, ...]
    discrepancies_url: str


def result_row(facts: Facts, figure: Figure) -> ResultRow:
    located, result = figure.located, figure.located.data
    scale = scale_of(facts.catalogue, located)
    missing = result.missing or ""
    return ResultRow(
        id=located.id,
        anchor=addresses.result_anchor(located.id),
        url=addresses.result(located.id),
        indicator=indicator_link(facts, result.indicator),
        label=result.label.fi if result.label else "",
        main=main_text(figure),
        rate=_rate(figure),
        interval=interval_text(figure),
        n=number(figure.n)
        if figure.n is not None and not (result.count is not None and result.of)
        else "",
        small=figure.small,
        missing=MISSING[result.missing] if result.missing else "",
        missing_kind=missing.replace("_", "-"),
        period=period_text(facts, located),
        population=facts.catalogue.populations[result.population].data.name.fi
        if result.population
        else "",
        cites=cite_views(facts, result.sources),
        note=result.note.fi if result.note else "",
        reported=percent(result.reported)
        if result.reported is not None and result.count is not None
        else "",
        scale=f"{scale[0]}–{scale[1]}" if scale else "",
        shape=result.shape(),
        drawing=_drawing(figure, scale),
        discrepancies=tuple(
            Link(entry.data.claim.fi, addresses.discrepancy(entry.id))
            for entry in facts.discrepancies_by_result.get(located.id, ())
        ),
        discrepancies_url=addresses.discrepancies_of_result(located.id),
    )


def period_text(facts: Facts, located: Located) -> str:
    """When; where the source does not tell, the years of the programme with a word on it."""
    told, later = located.data.period, located.data.follow_up
    text = period(told) if not isinstance(told, Untold) else ""
    if isinstance(told, Untold):
        years = period(programme_period(facts.catalogue, located.model.data))
        text = (
            f"ohjelmakausi {years}, tarkempaa jaksoa ei kerrota" if years else "jaksoa ei kerrota"
        )
    after = f"{number(later)} kk palvelun päättymisestä" if later is not None else ""
    return ", ".join(part for part in (text, after) if part)


def main_text(figure: Figure) -> str:
    """`8 / 37`, `yli 300`, `6,6 → 6,45`, `7–9`, `97 / 125` or an empty text for a missing figure."""
    result = figure.located.data
    bound = f"{BOUNDS[result.bound]} " if result.bound else ""
    one, many = UNITS[figure.indicator.counts]
    if result.missing:
        return ""
    if result.count is not None:
        return f"{bound}{number(result.count)}" + (f" / {number(result.of)}" if result.of else "")
    if result.before is not None and result.after is not None:
        return f"{number(result.before)} → {number(result.after)} ({change(result.after - result.before)})"
    if result.least is not None:
        ends = f"{number(result.least)}–{number(result.most)}"
        return (
            f"{bound}{ends}"
            if figure.indicator.measure in ("count", "share")
            else f"{bound}{ends} {many}"
        )
    if result.reported is not None:
        return ""
    if figure.indicator.instrument == "ips-laatuarviointi":
        return f"{number(result.value)} / 125"
    if figure.indicator.counts == "percent_change" and result.value is not None:
        return f"{change(result.value)}\u00a0%"
    return f"{bound}{number(result.value)}" + (
        "" if figure.indicator.measure == "score" else f" {one if result.value == 1 else many}"
    )


def _drawing(figure: Figure, scale: tuple[int, int] | None) -> str:
    """A rate with its interval from 0 to 100 per cent, a change over its whole scale; nothing for other figures."""
    if figure.baseline is not None and figure.value is not None and scale:
        return marks.dumbbell(axes.of_scale(scale), figure.baseline, figure.value, "")
    if (
        interval_text(figure)
        and figure.value is not None
        and figure.low is not None
        and figure.high is not None
    ):
        return marks.whisker(SHARES, figure.value, figure.low, figure.high, "")
    return ""


def interval_text(figure: Figure) -> str:
    """The Wilson interval `11,4–37,2`; nothing for ranges."""
    if figure.low is None or figure.located.data.least is not None:
        return ""
    return f"{number(figure.low)}–{number(figure.high)}"


def _rate(figure: Figure) -> str:
    if figure.value is None or figure.indicator.measure != "share":
        return ""
    bound = figure.located.data.bound if figure.numerator is None else None
    return (f"{BOUNDS[bound]} " if bound else "") + percent(figure.value)
