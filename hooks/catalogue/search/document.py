"""What search finds: one thing of the catalogue with its words by field, and the passages that it may show."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Mapping

    from catalogue.site.parts.kinds import Found

Field = Literal["name", "key", "place", "about", "told", "body"]
# How much a word of a field weighs, and how many words the field usually has.
FIELDS: Mapping[Field, tuple[float, int]] = {
    "name": (10, 4),  # what the thing is called, in every language
    "key": (4, 8),  # its type, abbreviations, target groups, instruments
    "place": (4, 8),  # its region and municipalities
    "about": (3.5, 25),  # its summary
    "told": (1.6, 60),  # status and reasons, indicators, mentions, who took part, figures
    "body": (1.0, 300),  # everything else that its page says
}


@dataclass(frozen=True)
class Passage:
    """A paragraph of the thing's page, under its heading; `anchor` leads to it."""

    anchor: str
    heading: str
    text: str


@dataclass(frozen=True, kw_only=True)
class Document:
    """`note` is what a hit says beside its title; `facets` are the ids that filters compare."""

    kind: Found
    url: str
    title: str
    note: str = ""
    region: str = ""
    words: tuple[tuple[Field, str], ...] = ()
    passages: tuple[Passage, ...] = ()
    facets: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
