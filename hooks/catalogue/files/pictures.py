"""Charts of comparisons as pictures, beside their pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from catalogue.site.comparison.page import comparison_view, ordered
from catalogue.site.comparison.picture import picture
from catalogue.site.parts import addresses

if TYPE_CHECKING:
    from collections.abc import Iterator

    from catalogue.facts import Facts


def pictures(facts: Facts) -> Iterator[tuple[str, str]]:
    """Address and SVG of every chart."""
    for record in ordered(facts):
        address = facts.build.site_url + addresses.comparison(record.id)
        for chart in comparison_view(facts, record).charts:
            if chart.picture:
                yield chart.picture.url, picture(chart, address, facts.build.revision)
