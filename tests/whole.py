"""A second hook of a test's site: MkDocs renders every page itself, as if there were few of them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from catalogue.build import Site
from catalogue.site.sitemap import many_made
from sitegen.run import run_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from catalogue.site.page import Page
    from catalogue.site.sitemap import Make


@dataclass(frozen=True)
class Whole(Site):
    """The same site with no page of which there are many."""

    @cached_property
    def few_made(self) -> Mapping[str, Make]:
        return {**super().few_made, **dict(many_made(self.facts))}

    def many(self) -> Iterator[Page]:
        return iter(())


def on_config(config: Any) -> Any:
    run = run_of(config)
    run.made = Whole(run.site.facts, run.site.renderer)
    return config
