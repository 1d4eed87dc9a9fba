"""Pure figures: rates, intervals, and what a result shows. Nothing here reads files or writes Finnish."""

from __future__ import annotations

import math
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING

from catalogue.schema.edtf import Period

if TYPE_CHECKING:
    from catalogue.records import Catalogue, Located
    from catalogue.schema.model import Model
    from catalogue.schema.vocabulary import Indicator

Z95 = 1.959963984540054  # the 0.975 quantile of the standard normal distribution
SMALL_N = 10


@dataclass(frozen=True)
class Figure:
    """What a result amounts to.

    `value` is the number shown: a rate in per cent, a count or a score; `low` and `high` are the Wilson 95 %
    interval in per cent, or the range where the source gives only a range (then `value` is None).
    `numerator` is None where the source prints only a percentage.
    """

    located: Located
    indicator: Indicator
    numerator: int | None = None
    denominator: int | None = None
    value: Decimal | None = None
    baseline: Decimal | None = None
    n: int | None = None
    low: Decimal | None = None
    high: Decimal | None = None

    @property
    def small(self) -> bool:
        """Whether n is so small that the number must be marked."""
        return self.n is not None and self.n < SMALL_N


def wilson(successes: int, n: int, z: float = Z95) -> tuple[float, float]:
    """Wilson score interval of a proportion, as proportions in [0, 1].

    Source: E. B. Wilson (1927), J. Am. Stat. Assoc. 22:209-212; without continuity correction.
    Raises ValueError unless 0 <= successes <= n and n > 0.
    """
    if n <= 0 or not 0 <= successes <= n:
        raise ValueError(f"not a proportion: {successes} of {n}")
    p, z2 = successes / n, z * z
    centre = (p + z2 / (2 * n)) / (1 + z2 / n)
    half = z / (1 + z2 / n) * math.sqrt(p * (1 - p) / n + z2 / (4 * n * n))
    return (0.0 if successes == 0 else centre - half, 1.0 if successes == n else centre + half)


def rounded(value: Decimal | float, decimals: int = 1) -> Decimal:
    """Round half away from zero, as a reader would."""
    return Decimal(str(value)).quantize(Decimal(1).scaleb(-decimals), rounding=ROUND_HALF_UP)


def percentage(numerator: int, denominator: int) -> Decimal:
    return rounded(Decimal(numerator) * 100 / Decimal(denominator))


def half_unit(reported: Decimal) -> Decimal:
    """Half of the last printed digit: how far rounding can have moved the number."""
    exponent = reported.as_tuple().exponent
    return Decimal(5).scaleb(exponent - 1) if isinstance(exponent, int) else Decimal(0)


def agrees(reported: Decimal, numerator: int, denominator: int) -> bool:
    """Whether the printed percentage is the rounded rate of the counts."""
    return abs(Decimal(numerator) * 100 / Decimal(denominator) - reported) <= half_unit(reported)


def possible_numerators(reported: Decimal, denominator: int) -> range:
    """Every whole number of `denominator` that rounds to the printed percentage."""
    low, high = ((reported + side * half_unit(reported)) * denominator / 100 for side in (-1, 1))
    return range(max(0, math.ceil(low)), min(denominator, math.floor(high)) + 1)


def figure(catalogue: Catalogue, located: Located) -> Figure:
    """The figure of one result, by its shape."""
    result, indicator = located.data, catalogue.indicators[located.data.indicator].data
    shape = result.shape()
    if shape == "count" and result.of and result.count is not None and result.count <= result.of:
        low, high = _interval(result.count, result.of)
        return Figure(
            located,
            indicator,
            result.count,
            result.of,
            percentage(result.count, result.of),
            n=result.of,
            low=low,
            high=high,
        )
    if shape == "count" and result.count is not None:
        return Figure(
            located,
            indicator,
            result.count if indicator.measure == "share" else None,
            result.of,
            None if indicator.measure == "share" else Decimal(result.count),
            n=result.n,
        )
    if shape == "reported":
        return _reported(located, indicator)
    if shape == "before":
        return Figure(located, indicator, value=result.after, baseline=result.before, n=result.n)
    if shape == "least":
        return Figure(located, indicator, n=result.n, low=result.least, high=result.most)
    return Figure(located, indicator, value=result.value, n=result.n)


def figures(catalogue: Catalogue) -> dict[str, Figure]:
    """Every result's figure by result id."""
    return {key: figure(catalogue, located) for key, located in catalogue.results.items()}


def _interval(count: int, of: int) -> tuple[Decimal, Decimal]:
    low, high = wilson(count, of)
    return rounded(low * 100), rounded(high * 100)


def _reported(located: Located, indicator: Indicator) -> Figure:
    """A percentage without its count; the interval when exactly one count fits the printed number."""
    result = located.data
    fits = (
        possible_numerators(result.reported, result.of)
        if result.reported is not None and result.of
        else range(0)
    )
    low, high = (
        _interval(fits[0], result.of)
        if len(fits) == 1 and result.of and not result.bound
        else (None, None)
    )
    return Figure(
        located, indicator, None, result.of, result.reported, n=result.of, low=low, high=high
    )


def programme_period(catalogue: Catalogue, model: Model) -> Period | None:
    """From the first programme's beginning to the last one's end: where a figure of no told period lies."""
    periods = [catalogue.programmes[key].data.period for key in model.programme]
    starts = [period.start for period in periods if period.start]
    ends = [period.end for period in periods if period.end]
    return Period(min(starts, default=None), max(ends, default=None)) if starts or ends else None


def scale_of(catalogue: Catalogue, located: Located) -> tuple[int, int] | None:
    """The scale of a result: its own, else its indicator's, else its instrument's."""
    indicator = catalogue.indicators.get(located.data.indicator)
    if located.data.scale or indicator is None or indicator.data.measure != "score":
        return located.data.scale
    instrument = catalogue.instruments.get(indicator.data.instrument or "")
    return indicator.data.scale or (instrument.data.scale if instrument else None)
