"""A figure as a row of a table: what it counts, what it says, a drawing of it, from where, and what is open about it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from catalogue.facts import once
from catalogue.figures.figure import Change, Percentage, Share
from catalogue.figures.text import text_of
from catalogue.finnish.formats import NBSP
from catalogue.site.parts import addresses, marks
from catalogue.site.parts import axis as axes
from catalogue.site.parts.common import CiteView, Link, cite_views, indicator_link, region_short

if TYPE_CHECKING:
    from catalogue.facts import Facts
    from catalogue.figures.figure import Figure
    from catalogue.figures.text import FigureText

SHARES = replace(axes.of_scale((0, 100)), unit=f"{NBSP}%")


@dataclass(frozen=True, kw_only=True)
class Flag:
    """A mark that the figure has open questions: what is seen, what is heard after it, where they are, their claims."""

    label: str
    spoken: str
    url: str
    title: str


@dataclass(frozen=True, kw_only=True)
class ResultRow:
    """Ready texts; an empty text means that the field does not apply. `drawing` is SVG that says nothing the texts do not."""

    id: str
    anchor: str
    url: str
    indicator: Link
    label: str
    text: FigureText
    note: str
    cites: tuple[CiteView, ...]
    drawing: str
    flag: Flag | None
    place: str

    @property
    def name(self) -> str:
        """What the row counts: its own label, else the indicator's name."""
        return self.label or self.indicator.label

    @property
    def said(self) -> str:
        """The figure in one sentence that can be taken along: where, what, how much, of whom, when and from where."""
        return f"{self.place}: {self.told}"

    @property
    def told(self) -> str:
        """The same where the place is known: what, how much, of whom, when and from where."""
        what = ": ".join(part for part in (self.indicator.label, self.label) if part)
        parts = (self.text.population, self.text.period)
        about = "; ".join(part for part in parts if part)
        about = f" ({about})" if about else ""
        return f"{what}: {self.text.spoken}{about}. Lähde: {self.source}."

    @property
    def source(self) -> str:
        """Every source with its place: `THL, luku 3.9; Pohjanmaan raportti, luku 2`."""
        return "; ".join(f"{cite.short}, {cite.at}" for cite in self.cites)


def result_row(facts: Facts, figure: Figure) -> ResultRow:
    """A figure as a row of a table, made once."""
    return once(facts, "row", figure.located.id, figure, lambda: _row(facts, figure))


def _row(facts: Facts, figure: Figure) -> ResultRow:
    located, result = figure.located, figure.located.data
    return ResultRow(
        id=located.id,
        anchor=addresses.result_anchor(located.id),
        url=addresses.result(located.id),
        indicator=indicator_link(facts, result.indicator),
        label=result.label.fi if result.label else "",
        text=text_of(facts.catalogue, figure),
        note=result.note.fi if result.note else "",
        cites=cite_views(facts, result.sources),
        drawing=_drawing(figure),
        flag=_flag(facts, located.id),
        place=f"{region_short(facts, located.id)}, {located.model.data.name.fi}",
    )


def _flag(facts: Facts, result_id: str) -> Flag | None:
    entries = facts.discrepancies_by_result.get(result_id, ())
    known = " · ".join(entry.data.known.fi for entry in entries)
    if not entries:
        return None
    if len(entries) > 1:
        return Flag(
            label=f"⚠ {len(entries)}",
            spoken=" avointa kysymystä luvusta",
            url=addresses.discrepancies_of_result(result_id),
            title=known,
        )
    return Flag(
        label="⚠",
        spoken=" avoin kysymys luvusta",
        url=addresses.discrepancy(entries[0].id),
        title=known,
    )


def _drawing(figure: Figure) -> str:
    """A rate with its interval from 0 to 100 per cent, a change over its whole scale; nothing for other figures."""
    match figure:
        case Change() if figure.scale:
            axis = axes.of_scale(figure.scale)
            return marks.small_dumbbell(axis, figure.before, figure.after)
        case Share() | Percentage() if figure.interval and figure.percent is not None:
            return marks.small_whisker(SHARES, figure.percent, *figure.interval)
        case _:
            return ""
