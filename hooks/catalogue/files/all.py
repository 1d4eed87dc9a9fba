"""Every file beside the pages: the static API, redirects, and what the pages' scripts read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from catalogue.files import api
from catalogue.files import comparisons as downloads
from catalogue.files.redirects import redirects
from catalogue.files.workbook import workbook
from catalogue.site.parts import addresses
from catalogue.site.side_by_side import page as side_by_side

if TYPE_CHECKING:
    from collections.abc import Iterator

    from catalogue.facts import Facts


def files(facts: Facts) -> Iterator[tuple[str, str | bytes]]:
    """Address from the site's root and content of each file."""
    yield from api.files(facts)
    yield from downloads.files(facts)
    yield from side_by_side.files(facts)
    yield from redirects(facts)
    yield addresses.WORKBOOK, workbook(facts)
