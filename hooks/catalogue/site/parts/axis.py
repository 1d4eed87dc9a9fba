"""A shared axis: from data to per cent of the row's width, its ticks and its reference lines."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_CEILING, Decimal
from typing import TYPE_CHECKING

from catalogue.finnish.formats import number

if TYPE_CHECKING:
    from collections.abc import Iterable

STEPS = (1, 2, 5)
HUNDRED = Decimal(100)


@dataclass(frozen=True)
class Axis:
    """From `low` to `high`, with a tick every `step`; `unit` follows the numbers of the ticks."""

    low: Decimal
    high: Decimal
    step: Decimal
    unit: str = ""

    def place(self, value: Decimal) -> str:
        """Where a value is, in per cent of the width, with at most two decimals: `21.6%`."""
        place = f"{(value - self.low) * 100 / (self.high - self.low):.2f}"
        return f"{place.rstrip('0').rstrip('.')}%"

    def ticks(self) -> tuple[tuple[Decimal, str], ...]:
        """Every tick with its text."""
        count = int((self.high - self.low) / self.step)
        values = [self.low + self.step * index for index in range(count + 1)]
        if self.high - values[-1] >= self.step / 2:
            values.append(self.high)
        return tuple(
            (
                value,
                number(
                    value.normalize().quantize(Decimal(1))
                    if value == value.to_integral_value()
                    else value
                )
                + self.unit,
            )
            for value in values
        )


def from_zero(values: Iterable[Decimal], unit: str = "", most: Decimal | None = None) -> Axis:
    """An axis from nought to a round number not under the largest value, and not over `most`."""
    top = max([*values, Decimal(1)])
    step = next(
        Decimal(step) * 10**power
        for power in range(9)
        for step in STEPS
        if Decimal(step) * 10**power * 4 >= top
    )
    high = step * (top / step).to_integral_value(ROUND_CEILING)
    return Axis(Decimal(0), min(high, most) if most is not None else high, step, unit)


def of_scale(scale: tuple[int, int]) -> Axis:
    """An axis over the whole scale of an instrument, so that a small change looks small."""
    low, high = scale
    step = next(
        Decimal(step) * 10**power
        for power in range(9)
        for step in STEPS
        if Decimal(step) * 10**power * 5 >= high - low
    )
    return Axis(Decimal(low), Decimal(high), step)
