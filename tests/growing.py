"""The made-up catalogue, larger: each model many times under names of its own."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

from catalogue.facts import Build, Facts
from catalogue.load import assemble
from catalogue.site.render import Renderer
from catalogue.site.sitemap import pages
from golden import remembered
from pages.harness import LINKS, TEMPLATES

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

PLACES = ("vocabulary/", "sources/", "discrepancies/", "comparisons/")


def larger(files: Mapping[str, bytes], times: int) -> Iterator[tuple[str, bytes]]:
    """The files, and the models of regions again and again; the checker would call them twins."""
    for name, raw in sorted(files.items()):
        if name == LINKS:
            continue
        yield name, raw
        if not name.startswith((*PLACES, "kansallinen/")) and not name.endswith("region.yml"):
            for copy in range(2, times + 1):
                yield f"{name.removesuffix('.yml')}-{copy}.yml", raw


def sizes(files: Mapping[str, bytes], times: int) -> dict[str, int]:
    """Bytes of the content of every page but those of models and sources, by address."""
    catalogue, _ = assemble("models", larger(files, times), remembered)
    build = Build(datetime.date(2025, 3, 14))
    renderer = Renderer(TEMPLATES, build)
    return {
        one.page.path: len(one.html.encode())
        for page in pages(Facts(catalogue, build))
        if page.template not in ("model.html", "source.html")
        for one in renderer.pages(page)
    }
