"""Templates read only what their views have, in every branch."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from catalogue.facts import Build
from catalogue.site.comparison import page as comparison
from catalogue.site.page import Page
from catalogue.site.pages import (
    discrepancies,
    fields,
    gaps,
    home,
    indicator,
    indicators,
    link_states,
    model,
    models,
    programme,
    region,
    regions,
    sources,
    terms,
    type,
    types,
)
from catalogue.site.parts import addresses
from catalogue.site.parts.citation import Citation
from catalogue.site.side_by_side import page as side_by_side
from templates import Reader, hints

if TYPE_CHECKING:
    from collections.abc import Callable

FOLDER = Path(__file__).parents[1] / "overrides" / "catalogue"
GIVEN = {"build": frozenset([Build]), "to": frozenset([addresses])}
# What prints each page: the template, and the function that makes its view.
VIEWS: dict[str, Callable[..., Any]] = {
    "comparison.html": comparison.comparison_view,
    "comparisons.html": comparison.comparison_cards,
    "discrepancies.html": discrepancies.ledger_view,
    "fields.html": fields.fields_view,
    "gaps.html": gaps.gaps_view,
    "home.html": home.home_view,
    "indicator.html": indicator.indicator_view,
    "link-states.html": link_states.states_view,
    "model.html": model.model_view,
    "models.html": models.models_view,
    "programme.html": programme.programme_view,
    "region.html": region.region_view,
    "regions.html": regions.regions_view,
    "side-by-side.html": side_by_side.side_by_side_view,
    "source.html": sources.source_view,
    "sources.html": sources.sources_view,
    "terms.html": terms.term_views,
    "type.html": type.type_view,
    "types.html": types.types_view,
}
VIEWS |= {
    "indicators.html": indicators.indicators_view,
    "programmes.html": programme.programmes_view,
}


@dataclass(frozen=True)
class _Formats:
    """What `render` gives beside the views."""

    headings: tuple[tuple[str, str], ...]
    formats: tuple[tuple[str, str], ...]
    citations: tuple[Citation, ...]


def reader() -> Reader:
    return Reader(FOLDER, dict(GIVEN))


@pytest.mark.parametrize("name", sorted(VIEWS))
def test_template_reads_only_what_its_view_has(name: str) -> None:
    read = reader()
    read.template(name, view=hints(VIEWS[name])["return"], page=Page)
    assert sorted(read.faults) == []
