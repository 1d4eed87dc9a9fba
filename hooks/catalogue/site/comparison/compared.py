"""How a model's figures compare: the same indicator elsewhere, only where the figures may stand side by side."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from catalogue.figures.comparability import kind, overlap
from catalogue.figures.figure import Missing, interval
from catalogue.figures.selection import is_national, passes
from catalogue.finnish.formats import collation
from catalogue.site.parts import addresses
from catalogue.site.parts.common import Link, indicator_link, region_short
from catalogue.site.parts.result import result_row

if TYPE_CHECKING:
    from catalogue.facts import Facts
    from catalogue.figures.figure import Figure
    from catalogue.records import Record
    from catalogue.schema.model import Model
    from catalogue.site.parts.result import ResultRow

OVERLAP = "Luottamusväli menee päällekkäin kaikkien muiden kanssa: paremmuutta ei voi päätellä."
SEPARATE = "Luottamusväli on erillään näistä: {}."


@dataclass(frozen=True)
class ComparedRow:
    """One figure of the model, the comparable ones of other regions, and the national total by itself."""

    indicator: Link
    own: ResultRow
    others: tuple[tuple[Link, ResultRow], ...]
    total: tuple[tuple[Link, ResultRow], ...]
    caution: str


@dataclass(frozen=True)
class ComparedView:
    rows: tuple[ComparedRow, ...]
    comparisons: tuple[Link, ...]


def compared_view(facts: Facts, model: Record[Model]) -> ComparedView:
    """Empty rows when nothing elsewhere compares; then the page has no such section."""
    rows = tuple(
        row for figure in facts.figures_by_model.get(model.id, ()) if (row := _row(facts, figure))
    )
    pages = sorted(
        facts.catalogue.comparisons.values(), key=lambda record: (record.data.order, record.id)
    )
    links = tuple(
        Link(record.data.short.fi, addresses.comparison(record.id))
        for record in pages
        if (record.data.models.types or record.data.models.kinds)
        and passes(facts.catalogue, model, record.data)
    )
    return ComparedView(rows, links)


def _row(facts: Facts, figure: Figure) -> ComparedRow | None:
    if isinstance(figure, Missing):
        return None
    others = [
        other
        for other in facts.figures_by_kind[kind(facts.catalogue, figure)]
        if other.located.model.id != figure.located.model.id
    ]
    if not others:
        return None
    ordered = sorted(
        others,
        key=lambda other: (collation(region_short(facts, other.located.id)), other.located.id),
    )
    regions = [other for other in ordered if not is_national(facts.catalogue, other.located.id)]
    totals = [other for other in ordered if other not in regions]
    return ComparedRow(
        indicator_link(facts, figure.located.data.indicator),
        result_row(facts, figure),
        tuple(_entry(facts, other) for other in regions),
        tuple(_entry(facts, other) for other in totals),
        _caution(facts, figure, regions),
    )


def _entry(facts: Facts, figure: Figure) -> tuple[Link, ResultRow]:
    return Link(
        region_short(facts, figure.located.id), addresses.result(figure.located.id)
    ), result_row(facts, figure)


def _caution(facts: Facts, figure: Figure, others: list[Figure]) -> str:
    """What the intervals allow to be said; nothing for figures without intervals or for a national total."""
    known = [other for other in others if interval(other)]
    if interval(figure) is None or not known or is_national(facts.catalogue, figure.located.id):
        return ""
    separate = [
        region_short(facts, other.located.id) for other in known if not overlap(figure, other)
    ]
    return SEPARATE.format(", ".join(separate)) if separate else OVERLAP
