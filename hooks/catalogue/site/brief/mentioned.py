"""What the sources only mention of a type: no model of its own, so it is pointed at where it stands."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from catalogue.site.parts import addresses
from catalogue.site.parts.common import (
    CiteView,
    Link,
    StatusView,
    cite_views,
    region_link,
    region_of,
)
from catalogue.site.parts.narrative import mention_status

if TYPE_CHECKING:
    from catalogue.facts import Facts


@dataclass(frozen=True)
class Mentioned:
    """Something that is mentioned: its region, the model on whose page it stands, and what the source says."""

    region: Link
    link: Link
    parent: str
    status: StatusView | None
    text: str
    cites: tuple[CiteView, ...]


def mentioned(facts: Facts, type_id: str) -> tuple[Mentioned, ...]:
    """What the sources only mention of a type."""
    return tuple(
        Mentioned(
            region_link(facts, region_of(model.id)),
            Link(mention.name.fi, addresses.mention(model.id, mention.id)),
            model.data.name.fi,
            mention_status(facts, mention),
            mention.text.fi,
            cite_views(facts, mention.sources),
        )
        for model, mention in facts.mentions_by_type.get(type_id, ())
    )
