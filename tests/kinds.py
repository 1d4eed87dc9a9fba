"""One page of each kind: of those of a template and layout the one with most to print."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

from catalogue.facts import Build, Facts
from catalogue.site.sitemap import pages

if TYPE_CHECKING:
    from collections.abc import Mapping

    from catalogue.records import Catalogue

KINDS = (
    "comparison-aims", "comparison-figures", "comparison-models", "comparison-process",
    "comparison-reasons", "comparison-statuses", "comparisons", "discrepancies", "fields", "gaps",
    "home", "ids", "indicator", "indicators", "link-states", "model", "models", "news", "open-fields",
    "programme", "programmes", "region", "regions", "search", "side-by-side", "source", "sources",
    "terms", "tombstone", "towns", "type", "types", "versions", "write",
)  # fmt: skip
MADE_UP_ONLY = ("tombstone",)  # kinds that the real catalogue need not have
BY_HAND = (
    "avoin-data/",
    "avoin-data/kaytto/",
    "osallistu/",
    "osallistu/saannot/",
    "saavutettavuus/",
    "svenska/",
    "404.html",
)  # pages that no view makes
SIZES = {"desktop": (1280, 900), "phone": (390, 844), "narrow": (320, 640)}


def addresses(catalogue: Catalogue) -> Mapping[str, str]:
    """The address of the longest page of each kind."""
    longest: dict[str, tuple[int, str]] = {}
    for page in pages(Facts(catalogue, Build(datetime.date(2026, 1, 1)))):
        layout = getattr(page.view, "layout", "")
        kind = page.template.removesuffix(".html") + (f"-{layout}" if layout else "")
        longest[kind] = max(longest.get(kind, (0, "")), (len(repr(page.view)), page.path))
    return {kind: address for kind, (_, address) in longest.items()}
