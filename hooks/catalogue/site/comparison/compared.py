"""How a model's figures compare: the same indicator elsewhere, only where the figures may stand side by side."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from catalogue.figures.comparability import kind, machine_compares
from catalogue.figures.selection import is_national, passes
from catalogue.figures.totals import more_than_half, total_of
from catalogue.finnish.formats import collation, number
from catalogue.finnish.words import CAUTIONS
from catalogue.site.parts import addresses
from catalogue.site.parts.common import Link, cite_views, indicator_link, model_link, region_short
from catalogue.site.parts.result import result_row

if TYPE_CHECKING:
    from catalogue.facts import Facts
    from catalogue.figures.figure import Figure
    from catalogue.records import Record
    from catalogue.schema.model import Model
    from catalogue.site.parts.result import ResultRow

MOST = 12  # comparable figures beside one of a model
CUT = "Tässä ovat {} lähintä lukua, kaikkiaan muita on {}: ks. mittarin sivu."


@dataclass(frozen=True)
class Beside:
    """A figure that stands beside the model's own: whose it is, and the figure."""

    whose: Link
    row: ResultRow


@dataclass(frozen=True)
class ComparedRow:
    """One figure of the model, the comparable ones of other regions, and the one total by itself, named.

    `cut` says that only the nearest of many are shown; the indicator's page has them all.
    """

    indicator: Link
    own: ResultRow
    others: tuple[Beside, ...]
    total: Beside | None
    caution: str
    uneven: str
    cut: str


@dataclass(frozen=True)
class ComparedView:
    """The figures of a model beside those that compare with them."""

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


def compared_figures(facts: Facts, figure: Figure) -> tuple[tuple[Figure, ...], Figure | None]:
    """The figures of other regions' models that compare with the figure, in Finnish order, and their one total.

    Of many the nearest in value: a page does not grow with the catalogue. A record that sums up regions has nothing
    beside it, and other national records stand among no regions.
    """
    national = is_national(facts.catalogue, figure.located.id)
    if national or not machine_compares(figure):
        return (), None
    alike = facts.alike[kind(facts.catalogue, figure)]
    regional = sorted(
        alike.nearest(figure, MOST),
        key=lambda other: (collation(region_short(facts, other.located.id)), other.located.id),
    )
    return tuple(regional), total_of(figure, alike.national)


def _row(facts: Facts, figure: Figure) -> ComparedRow | None:
    others, total = compared_figures(facts, figure)
    if not others and total is None:
        return None
    count = len(facts.alike[kind(facts.catalogue, figure)].regions) - 1
    return ComparedRow(
        indicator_link(facts, figure.located.data.indicator),
        result_row(facts, figure),
        tuple(_entry(facts, figure, other) for other in others),
        _total(facts, total) if total else None,
        CAUTIONS.get(figure.indicator.counts, "") if others else "",
        uneven(facts, total) if total else "",
        CUT.format(number(len(others)), number(count)) if count > len(others) else "",
    )


def _entry(facts: Facts, own: Figure, other: Figure) -> Beside:
    """The other's region, and its model where that is of the same region."""
    region = region_short(facts, other.located.id)
    if region == region_short(facts, own.located.id):
        region = model_link(facts, other.located.model.id).label
    return Beside(Link(region, addresses.result(other.located.id)), result_row(facts, other))


def _total(facts: Facts, total: Figure) -> Beside:
    """The total under the name of who added it up."""
    cite = cite_views(facts, total.located.data.sources)[0]
    return Beside(
        Link(f"Alueet yhteensä, {cite.short}", addresses.result(total.located.id)),
        result_row(facts, total),
    )


def uneven(facts: Facts, total: Figure) -> str:
    """A sentence where one region is more than half of the total."""
    part = more_than_half(facts.figures, total)
    if part is None:
        return ""
    region = region_short(facts, part.figure.located.id)
    return (
        f"Yli puolet on yhdeltä alueelta: {region} {number(part.count)} / {number(part.of)}. "
        "Yhteisluku kertoo eniten siitä."
    )
