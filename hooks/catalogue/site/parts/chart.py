"""A chart as its template prints it: panels of rows, each with words, one small drawing and sources."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from catalogue.site.parts.common import CiteView, Link


@dataclass(frozen=True)
class ChartRow:
    """`told` is the figure in words, beside its mark; `kind` tells a total and a missing value from the rest."""

    label: Link
    told: str
    svg: str
    kind: str = "row"
    more: str = ""
    cites: tuple[CiteView, ...] = ()


@dataclass(frozen=True)
class ReferenceView:
    """A line of reference in a chart."""

    value: str
    place: str
    label: str
    population: str
    cites: tuple[CiteView, ...]


@dataclass(frozen=True)
class Panel:
    """Rows on one axis."""

    heading: str
    rows: tuple[ChartRow, ...]
    ruler: str
    references: tuple[ReferenceView, ...] = ()
    left: str = ""


@dataclass(frozen=True)
class ChartView:
    """A chart with its panels, notes and sources; `picture` is its file, with the name that a reader's copy gets."""

    kind: str
    title: str
    how: str
    panels: tuple[Panel, ...]
    caution: str = ""
    sources: tuple[Link, ...] = ()
    picture: Link | None = None

    @property
    def sources_name(self) -> str:
        """The heading of the sources, one or many."""
        return "Lähteet" if len(self.sources) > 1 else "Lähde"
