"""A second hook of a test's site: MkDocs renders every page itself, as if there were few of them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from catalogue.build import Site

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from catalogue.site.page import Page


@dataclass(frozen=True)
class Whole(Site):
    """The same site with no page of which there are many."""

    @cached_property
    def few(self) -> Mapping[str, Page]:
        return {page.path: page for page in (*super().few.values(), *super().many())}

    def many(self) -> Iterator[Page]:
        return iter(())


def on_config(config: Any) -> Any:
    state = config.extra["catalogue"]
    state["site"] = Whole(state["site"].facts, state["site"].renderer)
    return config
