"""The marks of one row: view data -> SVG text. Places are per cent of the width, so that no mark is stretched.

Drawn here, not by a library: matplotlib, Altair (vl-convert), Observable Plot and pygal draw one picture of fixed
size, whose text shrinks on a phone and whose colours do not follow the theme. These marks are a line, a circle and
a rectangle, placed in per cent of the row's width, so that nothing is scaled and no script runs.
"""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from decimal import Decimal

    from catalogue.site.parts.axis import Axis

HEIGHT, MIDDLE = 28, 14
EVEN = (3, 4, 5)  # parts of an axis that the style sheet knows how to draw


def whisker(
    axis: Axis,
    value: Decimal,
    low: Decimal,
    high: Decimal,
    told: str,
    *,
    total: bool = False,
    lines: Iterable[Decimal] = (),
) -> str:
    """A rate and its interval: a dot on a line with end bars; a square for a total, which is not one of the rows."""
    x, start, end = (axis.place(number) for number in (value, low, high))
    ends = "".join(
        f'<line x1="{at}" x2="{at}" y1="{MIDDLE - 5}" y2="{MIDDLE + 5}"/>' for at in (start, end)
    )
    dot = (
        f'<svg x="{x}" y="{MIDDLE}" overflow="visible"><rect x="-6" y="-6" width="12" height="12" class="chart-dot"/></svg>'
        if total
        else f'<circle cx="{x}" cy="{MIDDLE}" r="6" class="chart-dot"/>'
    )
    line = f'<line x1="{start}" x2="{end}" y1="{MIDDLE}" y2="{MIDDLE}"/>'
    return _row(axis, f'<g class="chart-line">{line}{ends}</g>{dot}', told, lines)


def dot(axis: Axis, value: Decimal, told: str, lines: Iterable[Decimal] = ()) -> str:
    """A score without an interval."""
    return _row(
        axis,
        f'<circle cx="{axis.place(value)}" cy="{MIDDLE}" r="6" class="chart-dot"/>',
        told,
        lines,
    )


def dumbbell(axis: Axis, before: Decimal, after: Decimal, told: str) -> str:
    """Before as a ring, after as a dot, and the way between."""
    start, end = axis.place(before), axis.place(after)
    line = f'<line x1="{start}" x2="{end}" y1="{MIDDLE}" y2="{MIDDLE}" class="chart-line"/>'
    ring = f'<circle cx="{start}" cy="{MIDDLE}" r="6" class="chart-ring"/>'
    return _row(
        axis, f'{line}{ring}<circle cx="{end}" cy="{MIDDLE}" r="6" class="chart-dot"/>', told
    )


def bar(axis: Axis, value: Decimal, told: str) -> str:
    """A count as a bar from nought."""
    return _row(
        axis, f'<rect x="0" y="5" width="{axis.place(value)}" height="18" class="chart-bar"/>', told
    )


def empty(axis: Axis, lines: Iterable[Decimal] = ()) -> str:
    """The track of a row that has no figure: nothing is drawn where nothing is known."""
    return _row(axis, "", "", lines)


def ruler(axis: Axis) -> str:
    """The axis under the rows: text of real size at the ticks."""
    made, ticks = [], axis.ticks()
    for index, (value, text) in enumerate(ticks):
        anchor = "start" if index == 0 else "end" if index == len(ticks) - 1 else "middle"
        made.append(
            f'<text x="{axis.place(value)}" y="18" text-anchor="{anchor}" class="chart-text">{escape(text)}</text>'
        )
    return f'<svg class="chart-ruler" width="100%" height="24" aria-hidden="true">{"".join(made)}</svg>'


def small_whisker(axis: Axis, value: Decimal, low: Decimal, high: Decimal) -> str:
    """A rate and its interval between the ends of its axis, beside words that say it."""
    x, start, end = (axis.place(number) for number in (value, low, high))
    ends = "".join(f'<line x1="{at}" x2="{at}" y1="-5" y2="5"/>' for at in (start, end))
    return _small(axis, f'<line x1="{start}" x2="{end}"/>{ends}<circle cx="{x}" r="6"/>')


def small_dumbbell(axis: Axis, before: Decimal, after: Decimal) -> str:
    """Before and after between the ends of their axis, beside words that say them."""
    start, end = axis.place(before), axis.place(after)
    ring = f'<circle cx="{start}" r="6" class="chart-ring"/>'
    return _small(axis, f'<line x1="{start}" x2="{end}"/>{ring}<circle cx="{end}" r="6"/>')


def _small(axis: Axis, marks: str) -> str:
    """The style draws the marks in the middle, and ticks at even distances by their number."""
    ticks = axis.ticks()
    low, high = escape(ticks[0][1]), escape(ticks[-1][1])
    parts = len(ticks) - 1
    even = parts in EVEN and axis.low + axis.step * parts == axis.high
    drawn, grid = (f"chart-row chart-row--{parts}", "") if even else ("chart-row", _grid(axis))
    return (
        f'<span class="chart-small" aria-hidden="true">{low}'
        f'<svg class="{drawn}">{grid}{marks}</svg>{high}</span>'
    )


def _row(axis: Axis, marks: str, told: str, lines: Iterable[Decimal] = ()) -> str:
    drawn = _grid(axis)
    if context := "".join(_upright(axis, value) for value in lines):
        drawn += f'<g class="chart-reference">{context}</g>'
    role = f'role="img" aria-label="{escape(told)}"' if told else 'aria-hidden="true"'
    return f'<svg class="chart-row" width="100%" height="{HEIGHT}" {role}>{drawn}{marks}</svg>'


def _grid(axis: Axis) -> str:
    """A line at every tick."""
    lines = "".join(_upright(axis, value) for value, _ in axis.ticks())
    return f'<g class="chart-grid">{lines}</g>'


def _upright(axis: Axis, value: Decimal) -> str:
    """A line over the height of the row."""
    at = axis.place(value)
    return f'<line x1="{at}" x2="{at}" y2="{HEIGHT}"/>'
