"""Which figures are new, gone or other than they were, as a reader sees them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from catalogue.figures.figure import figures
from catalogue.figures.text import text_of

if TYPE_CHECKING:
    from catalogue.figures.figure import Figure
    from catalogue.records import Catalogue


@dataclass(frozen=True)
class FigureChange:
    """A figure by its result's id: its name, what it was and is (empty where it is not), and where it is said.

    `sourced` tells whether the place in the source, or the source itself, was changed with it.
    """

    id: str
    name: str
    before: str
    after: str
    sources: str
    sourced: bool


HIDDEN = "(ei näytetä: suojattu ryhmä)"


def figure_changes(before: Catalogue, after: Catalogue) -> tuple[FigureChange, ...]:
    """Every figure whose number, people, time or bound differs, in order of result."""
    old, new = figures(before), figures(after)
    found = []
    unread = before.broken | after.broken
    for key in sorted({*old, *new}):
        if f"model:{'/'.join(key.split('/')[:2])}" in unread:
            continue
        was = _told(before, old.get(key))
        now = _told(after, new.get(key))
        if was != now:
            was = HIDDEN if was and _is_guarded(before, old[key]) else was
            figure = new.get(key) or old[key]
            name = figure.located.data.label or figure.indicator.name
            both = key in old and key in new
            sourced = not both or _cited(old[key]) != _cited(new[key])
            found.append(FigureChange(key, name.fi, was, now, _cited(figure), sourced))
    return tuple(found)


def _is_guarded(catalogue: Catalogue, figure: Figure) -> bool:
    """Whether an earlier number of these people may be one that was taken away on purpose."""
    population = catalogue.populations.get(figure.located.data.population or "")
    guarded = population is not None and population.data.disclosure == "guarded"
    return guarded or figure.indicator.disclosure == "guarded"


def _told(catalogue: Catalogue, figure: Figure | None) -> str:
    """`8 / 37 · 21,6 %, väli 11,4–37,2; 8/2023–9/2024; tiimin asiakkaat`."""
    if figure is None:
        return ""
    text = text_of(catalogue, figure)
    return "; ".join(part for part in (text.sentence, text.period, text.population) if part)


def _cited(figure: Figure) -> str:
    return "; ".join(f"{cite.id}, {cite.at}" for cite in figure.located.data.sources)
