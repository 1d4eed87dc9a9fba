"""Every file beside the pages: the static API, redirects, and what the pages' scripts read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from . import api, downloads
from .redirects import redirects
from .views import side_by_side
from .workbook import ADDRESS, workbook

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .facts import Facts


def files(facts: Facts) -> Iterator[tuple[str, str | bytes]]:
    """Address from the site's root and content of each file."""
    yield from api.files(facts)
    yield from downloads.files(facts)
    yield from side_by_side.files(facts)
    yield from redirects(facts.catalogue)
    yield ADDRESS, workbook(facts)
