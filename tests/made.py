"""Made-up results in the base of the golden cases."""

from __future__ import annotations

from typing import TYPE_CHECKING

from catalogue.figures.figure import figures
from catalogue.load import assemble, checked

if TYPE_CHECKING:
    from catalogue.figures.figure import Figure
    from catalogue.records import Catalogue
    from golden import Files

ROWS = """\
name: Uusi
type: neuvonta
programme: kokeiluohjelma
summary: Lyhyt.
sections: {}
status: {decided: adopt, in_use: fully, sources: [{id: yhteenveto, at: luku 2}]}
sources: [{id: yhteenveto, at: luku 2}]
reviewed: 2024
results:
  - {%s, period: 2023, population: kaikki-asiakkaat, sources: [{id: yhteenveto, at: luku 2}]}
"""


def catalogue_of(base: Files, *rows: str) -> Catalogue:
    """The base of the golden cases with a model that has these results."""
    head, row = ROWS.split("  - ")
    text = head + "".join("  - " + row % one for one in rows)
    return checked(*assemble("models", [*base.items(), ("mantyla/uusi.yml", text.encode())]))


def figure_of(base: Files, row: str) -> Figure:
    """The figure of one result, from `indicator: tyollistyneet, count: 8, of: 37`."""
    indicator = row.split(",")[0].removeprefix("indicator: ")
    return figures(catalogue_of(base, row))[f"mantyla/uusi/{indicator}"]
