"""The columns of a comparison as it declares them: which figures a column is of, and which stand elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from catalogue.figures.comparability import About, Column, column, declared

if TYPE_CHECKING:
    from collections.abc import Iterable

    from catalogue.figures.figure import Figure
    from catalogue.records import Catalogue
    from catalogue.schema.comparison import Column as Wanted
    from catalogue.schema.comparison import Comparison


def about(comparison: Comparison, wanted: Wanted) -> About:
    """What the column is about, in the comparison's own words; its type where the comparison is of one type."""
    types = comparison.models.types
    return About(
        indicator=str(wanted.indicator),
        population=str((wanted.about and wanted.about.population) or ""),
        programme=str((wanted.about and wanted.about.programme) or ""),
        type=str(types[0]) if len(types) == 1 else "",
        key=wanted.key or "",
    )


def column_of(
    catalogue: Catalogue, comparison: Comparison, wanted: Wanted, figures: Iterable[Figure]
) -> Column:
    """The figures that belong to the column, split by what it is about."""
    belonging = [
        figure
        for figure in figures
        if belongs(figure, wanted) or figure.located.id in wanted.results
    ]
    return column(catalogue, belonging, declared(catalogue, about(comparison, wanted)))


def belongs(figure: Figure, wanted: Wanted) -> bool:
    """Whether a reader would look for the figure in this column: its indicator, or one often taken for it."""
    result = figure.located.data
    if result.indicator in wanted.beside:
        return result.missing is None
    return result.indicator == wanted.indicator and (
        result.key == wanted.key or (result.key is None and result.missing is not None)
    )


def column_with(comparison: Comparison, indicator: str) -> Wanted | None:
    """The column of whole services in which a chart's figures stand."""
    return next(
        (one for one in comparison.columns if one.indicator == indicator and one.key is None), None
    )
