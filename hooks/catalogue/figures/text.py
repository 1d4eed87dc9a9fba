"""What a figure says in Finnish, made once: pages, tables, charts, prose and files all say it with these texts."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, assert_never

from catalogue.figures.figure import (
    Change,
    Count,
    Missing,
    Percentage,
    Range,
    Score,
    Share,
    interval,
    programme_period,
)
from catalogue.finnish.formats import NBSP, change, noun, number, percent, period, span
from catalogue.finnish.words import BOUNDS, CONCLUSIONS, MISSING, UNITS
from catalogue.schema.edtf import Untold

if TYPE_CHECKING:
    from decimal import Decimal

    from catalogue.figures.figure import Figure
    from catalogue.records import Catalogue, Located
    from catalogue.schema.vocabulary import Indicator

UNTOLD_BASE = "nimittäjää ei kerrota"
SMALL = "pieni n"


@dataclass(frozen=True, kw_only=True)
class FigureText:
    """Parts of a figure; an empty text does not apply.

    `of` is the denominator or the top of the scale, `n` stands where `of` does not tell it, `reported` is the
    source's own percentage beside its counts.
    """

    bound: str = ""
    before: str = ""
    value: str = ""
    change: str = ""
    of: str = ""
    unit: str = ""
    percent: str = ""
    interval: str = ""
    n: str = ""
    small: str = ""
    base: str = ""
    missing: str = ""
    missing_kind: str = ""
    reported: str = ""
    scale: str = ""
    period: str = ""
    population: str = ""

    @property
    def main(self) -> str:
        """`8 / 37`, `yli 300`, `6,6 → 6,45 (−0,15)`, `7–9`, `97 / 125`; empty for a percentage without its count."""
        if self.before:
            return f"{self.pair} ({self.change})"
        if not self.value:
            return ""
        amount = f"{self.value} / {self.of}" if self.of else self.value
        gap = NBSP if self.unit == "%" else " "
        return f"{self.bound} {amount}{gap}{self.unit}".strip()

    @property
    def pair(self) -> str:
        """`6,6 → 6,45`; only of what was measured before and after."""
        return f"{self.before} → {self.value}" if self.before else ""

    @property
    def rate(self) -> str:
        """`21,6 %`; of a percentage without its count with the source's reservation: `noin 80 %`."""
        bound = self.bound if self.percent and not self.value else ""
        return f"{bound} {self.percent}".lstrip()

    @property
    def lead(self) -> str:
        """The figure where there is room for one number only, or why there is none."""
        return self.main or self.rate or self.missing

    @property
    def rest(self) -> str:
        """The rate, where `lead` is not it."""
        return self.rate if self.main else ""

    @property
    def amount(self) -> str:
        """`8 / 37 · 21,6 %`, or why there is no number."""
        return " · ".join(part for part in (self.lead, self.rest) if part)

    @property
    def certainty(self) -> str:
        """`väli 11,4–37,2, n = 8, pieni n`: how much the number can bear."""
        parts = (
            f"väli {self.interval}" if self.interval else "",
            f"n = {self.n}" if self.n else "",
            self.base,
            self.small,
        )
        return ", ".join(part for part in parts if part)

    @property
    def spoken(self) -> str:
        """The whole of it as one says it: `8 / 37 eli 21,6 % (95 prosentin luottamusväli 11,4–37,2), pieni n`."""
        amount = " eli ".join(part for part in (self.lead, self.rest) if part)
        amount += f" (95 prosentin luottamusväli {self.interval})" if self.interval else ""
        rest = (f"n = {self.n}" if self.n else "", self.base, self.small)
        return ", ".join(part for part in (amount, *rest) if part)

    @property
    def sentence(self) -> str:
        """The whole of it: `8 / 37 · 21,6 %, väli 11,4–37,2, pieni n`."""
        return ", ".join(part for part in (self.amount, self.certainty) if part)


def text_of(catalogue: Catalogue, figure: Figure) -> FigureText:
    """The figure in words, with the people and the time that it is of; ten pages and files show the same words."""
    return catalogue.once(("text", figure.located.id), lambda: _text(catalogue, figure))


def _text(catalogue: Catalogue, figure: Figure) -> FigureText:
    result, found = figure.located.data, interval(figure)
    population = catalogue.populations.get(result.population or "")
    return replace(
        parts_of(figure),
        bound=BOUNDS[result.bound] if result.bound else "",
        interval=span(*found) if found else "",
        n=_n(figure),
        base=UNTOLD_BASE if isinstance(figure, Percentage) and figure.denominator is None else "",
        small=SMALL if figure.small and not isinstance(figure, Missing) else "",
        period=period_text(catalogue, figure.located),
        population=population.data.name.fi if population else "",
    )


def period_text(catalogue: Catalogue, located: Located) -> str:
    """When; where the source does not tell, the years of the programme with a word on it."""
    told, later = located.data.period, located.data.follow_up
    text = period(told) if not isinstance(told, Untold) else ""
    if isinstance(told, Untold):
        years = period(programme_period(catalogue, located.model.data))
        text = (
            f"ohjelmakausi {years}, tarkempaa jaksoa ei kerrota" if years else "jaksoa ei kerrota"
        )
    after = f"{number(later)} kk palvelun päättymisestä" if later is not None else ""
    return ", ".join(part for part in (text, after) if part)


def parts_of(figure: Figure) -> FigureText:
    """What the figure's own kind of number says."""
    scale = span(*figure.scale) if figure.scale else ""
    match figure:
        case Count():
            return FigureText(value=number(figure.count))
        case Share():
            printed = figure.located.data.reported
            return FigureText(
                value=number(figure.numerator),
                of=number(figure.denominator),
                percent=percent(figure.percent) if figure.percent is not None else "",
                reported=percent(printed) if printed is not None else "",
            )
        case Percentage():
            return FigureText(percent=percent(figure.percent))
        case Score():
            top = number(figure.scale[1]) if figure.scale else ""
            value, unit = _measured(figure.indicator, figure.value)
            return FigureText(value=value, of=top, unit=unit, scale=scale)
        case Change():
            return FigureText(
                before=number(figure.before),
                value=number(figure.after),
                change=change(figure.after - figure.before),
                scale=scale,
            )
        case Range():
            return FigureText(
                value=span(figure.least, figure.most), unit=_unit(figure), scale=scale
            )
        case Missing():
            said = figure.located.data.conclusion
            return FigureText(
                missing=MISSING[figure.why]
                + (f"; lähteen mukaan {CONCLUSIONS[said]}" if said else ""),
                missing_kind=figure.why.replace("_", "-"),
                scale=scale,
            )
        case _:
            assert_never(figure)


def _measured(indicator: Indicator, value: Decimal) -> tuple[str, str]:
    """A number with its unit: `6`, `kuukautta`; a change in per cent has its sign."""
    if indicator.measure == "score":
        return number(value), ""
    unit = UNITS[indicator.counts]
    shown = change(value) if indicator.counts == "percent_change" else number(value)
    return shown, noun(value, unit)


def _unit(figure: Range) -> str:
    match figure.indicator.measure:
        case "share":
            return "%"
        case "amount":
            return UNITS[figure.indicator.counts].many
        case "count" | "score":
            return ""


def _n(figure: Figure) -> str:
    """How many stand behind the number, where the number itself does not tell it."""
    if figure.n is None or isinstance(figure, Share | Missing):
        return ""
    return number(figure.n)
