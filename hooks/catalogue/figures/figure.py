"""Figures: a closed union of what a result can amount to, with rates and intervals. Reads no file, writes no Finnish."""

from __future__ import annotations

import math
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING, NamedTuple, assert_never

from catalogue.schema.edtf import Period

if TYPE_CHECKING:
    from collections.abc import Mapping

    from catalogue.records import Catalogue, Located
    from catalogue.schema.model import Model
    from catalogue.schema.result import Missing as Why
    from catalogue.schema.vocabulary import Indicator, Measure

Z95 = 1.959963984540054  # the 0.975 quantile of the standard normal distribution
SMALL_N = 10
SAMPLED = ("persons", "responses")  # populations of which a share is uncertain
# Which shapes of a result an indicator's measure allows.
ALLOWED: Mapping[Measure, tuple[str, ...]] = {
    "count": ("count", "least", "missing"),
    "share": ("count", "reported", "least", "missing"),
    "score": ("value", "before", "least", "missing"),
    "amount": ("value", "before", "least", "missing"),
}


class Interval(NamedTuple):
    """A Wilson 95 % interval in per cent."""

    low: Decimal
    high: Decimal


@dataclass(frozen=True, kw_only=True)
class _OfResult:
    """What every figure has. `n` is how many stand behind the number, where the source tells."""

    located: Located
    indicator: Indicator
    scale: tuple[int, int] | None
    n: int | None

    @property
    def small(self) -> bool:
        """Whether n is so small that the number must be marked."""
        return self.n is not None and self.n < SMALL_N


@dataclass(frozen=True, kw_only=True)
class Count(_OfResult):
    """So many."""

    count: int


@dataclass(frozen=True, kw_only=True)
class Share(_OfResult):
    """So many of so many. Without `percent` and `interval` where the source's part is larger than its whole."""

    numerator: int
    denominator: int
    percent: Decimal | None
    interval: Interval | None

    @property
    def small(self) -> bool:
        """Of a complete count, which has no interval, even a small number is all there is."""
        complete = self.percent is not None and self.interval is None
        return super().small and not complete


@dataclass(frozen=True, kw_only=True)
class Percentage(_OfResult):
    """A printed percentage without its count; `interval` where exactly one count fits the printed number.

    `denominator` is None where the source does not tell of how many.
    """

    percent: Decimal
    denominator: int | None
    interval: Interval | None


@dataclass(frozen=True, kw_only=True)
class Score(_OfResult):
    """One number: a score on a scale, a mean, a time, a change in per cent."""

    value: Decimal


@dataclass(frozen=True, kw_only=True)
class Change(_OfResult):
    """Measured before and after."""

    before: Decimal
    after: Decimal


@dataclass(frozen=True, kw_only=True)
class Range(_OfResult):
    """Only the ends are told; `denominator` where they are percentages."""

    least: Decimal
    most: Decimal
    denominator: int | None


@dataclass(frozen=True, kw_only=True)
class Missing(_OfResult):
    """No number, and why."""

    why: Why


Figure = Count | Share | Percentage | Score | Change | Range | Missing


class Numbers(NamedTuple):
    """A figure as the columns of a file, each where it applies.

    `value` is the number shown: a rate in per cent, a count or a score; `low` and `high` are the interval in per
    cent, or the range where the source gives only a range (then `value` is None).
    """

    numerator: int | None = None
    denominator: int | None = None
    value: Decimal | None = None
    baseline: Decimal | None = None
    low: Decimal | None = None
    high: Decimal | None = None


def numbers(figure: Figure) -> Numbers:
    """The figure's numbers by what they are."""
    low, high = interval(figure) or (None, None)
    match figure:
        case Count():
            return Numbers(value=Decimal(figure.count))
        case Share():
            return Numbers(figure.numerator, figure.denominator, figure.percent, None, low, high)
        case Percentage():
            return Numbers(None, figure.denominator, figure.percent, None, low, high)
        case Score():
            return Numbers(value=figure.value)
        case Change():
            return Numbers(value=figure.after, baseline=figure.before)
        case Range():
            return Numbers(denominator=figure.denominator, low=figure.least, high=figure.most)
        case Missing():
            return Numbers()
        case _:
            assert_never(figure)


def value(figure: Figure) -> Decimal | None:
    """The one number by which figures are drawn and sorted."""
    return numbers(figure).value


def interval(figure: Figure) -> Interval | None:
    """The uncertainty of a rate; a range that the source tells is none."""
    return figure.interval if isinstance(figure, Share | Percentage) else None


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
    """A share in per cent with one decimal, halves away from zero."""
    return rounded(Decimal(numerator) * 100 / Decimal(denominator))


def half_unit(reported: Decimal) -> Decimal:
    """Half of the last printed digit: how far rounding can have moved the number."""
    return Decimal(5).scaleb(int(reported.as_tuple().exponent) - 1)


def agrees(reported: Decimal, numerator: int, denominator: int) -> bool:
    """Whether the printed percentage is the rounded rate of the counts."""
    return abs(Decimal(numerator) * 100 / Decimal(denominator) - reported) <= half_unit(reported)


def possible_numerators(reported: Decimal, denominator: int) -> range:
    """Every whole number of `denominator` that rounds to the printed percentage."""
    low, high = ((reported + side * half_unit(reported)) * denominator / 100 for side in (-1, 1))
    return range(max(0, math.ceil(low)), min(denominator, math.floor(high)) + 1)


def figure(catalogue: Catalogue, located: Located) -> Figure | None:
    """The figure of one result; None where it has no shape, two, or one that its indicator does not allow.

    A rule tells its author what is wrong; who computes from what the rules passed gets a figure of every result.
    """
    record = catalogue.indicators.get(located.data.indicator)
    shapes = located.data.shapes
    if record is None or len(shapes) != 1 or shapes[0] not in ALLOWED[record.data.measure]:
        return None
    scale, result = scale_of(catalogue, located), located.data
    if result.missing is not None:
        return Missing(
            located=located, indicator=record.data, scale=scale, n=result.n, why=result.missing
        )
    untold = result.reported is not None  # a percentage may be printed without saying of how many
    if result.of is None and record.data.measure == "share" and not untold:
        return None
    if (result.of is not None and record.data.measure != "share") or result.of == 0:
        return None
    population = catalogue.populations.get(result.population or "")
    sampled = population is not None and population.data.of in SAMPLED
    return _told(located, record.data, scale, sampled)


def _told(
    located: Located, indicator: Indicator, scale: tuple[int, int] | None, sampled: bool
) -> Figure | None:
    """The figure of a result that has a number, of one shape; None where half of a pair is not told."""
    result = located.data
    if result.count is not None and result.of is not None:
        return _share(located, indicator, result.count, result.of, sampled)
    if result.count is not None:
        return Count(
            located=located, indicator=indicator, scale=scale, n=result.n, count=result.count
        )
    if result.reported is not None:
        return _percentage(located, indicator, result.reported, result.of, sampled)
    if result.value is not None:
        return Score(
            located=located, indicator=indicator, scale=scale, n=result.n, value=result.value
        )
    if result.before is not None and result.after is not None:
        return Change(
            located=located,
            indicator=indicator,
            scale=scale,
            n=result.n,
            before=result.before,
            after=result.after,
        )
    if result.least is not None and result.most is not None:
        return Range(
            located=located,
            indicator=indicator,
            scale=scale,
            n=result.n if result.of is None else result.of,
            least=result.least,
            most=result.most,
            denominator=result.of,
        )
    return None


def _share(
    located: Located, indicator: Indicator, numerator: int, denominator: int, sampled: bool
) -> Share:
    """A share; a complete count of areas, units or events has no interval."""
    possible = numerator <= denominator
    return Share(
        located=located,
        indicator=indicator,
        scale=None,
        n=denominator if possible else located.data.n,
        numerator=numerator,
        denominator=denominator,
        percent=percentage(numerator, denominator) if possible else None,
        interval=_interval(numerator, denominator) if possible and sampled else None,
    )


def _percentage(
    located: Located, indicator: Indicator, printed: Decimal, denominator: int | None, sampled: bool
) -> Percentage | None:
    if not 0 <= printed <= 100:
        return None
    interval = None
    if denominator and sampled and not located.data.bound:
        fits = possible_numerators(printed, denominator)
        interval = _interval(fits[0], denominator) if len(fits) == 1 else None
    return Percentage(
        located=located,
        indicator=indicator,
        scale=None,
        n=denominator,
        percent=printed,
        denominator=denominator,
        interval=interval,
    )


def figures(catalogue: Catalogue) -> dict[str, Figure]:
    """Every figure that can be built, by the id of its result: of a catalogue that passed the rules, every one."""
    return catalogue.once("figures", lambda: _figures(catalogue))


def _figures(catalogue: Catalogue) -> dict[str, Figure]:
    built = ((key, figure(catalogue, located)) for key, located in catalogue.results.items())
    return {key: made for key, made in built if made is not None}


def _interval(count: int, of: int) -> Interval:
    low, high = wilson(count, of)
    return Interval(rounded(low * 100), rounded(high * 100))


def programme_period(catalogue: Catalogue, model: Model) -> Period | None:
    """From the first programme's beginning to the last one's end: where a figure of no told period lies."""
    periods = [catalogue.programmes[key].data.period for key in model.programme]
    starts = [period.start for period in periods if period.start]
    ends = [period.end for period in periods if period.end]
    return Period(min(starts, default=None), max(ends, default=None)) if starts or ends else None


def scale_of(catalogue: Catalogue, located: Located) -> tuple[int, int] | None:
    """The scale of a result: its own, else its indicator's, else its instrument's."""
    indicator = catalogue.indicators.get(located.data.indicator)
    if located.data.scale or indicator is None:
        return located.data.scale
    return own_scale(catalogue, indicator.data)


def own_scale(catalogue: Catalogue, indicator: Indicator) -> tuple[int, int] | None:
    """The scale that a score of the indicator has unless its result says otherwise."""
    if indicator.measure != "score":
        return None
    instrument = catalogue.instruments.get(indicator.instrument or "")
    return indicator.scale or (instrument.data.scale if instrument else None)
