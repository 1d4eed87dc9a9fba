"""Why a model stayed or ended: one reason as every page that prints reasons shows it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from catalogue.finnish.words import SIGNS
from catalogue.site.parts.common import CiteView, cite_views, claim_mark

if TYPE_CHECKING:
    from collections.abc import Mapping

    from catalogue.facts import Facts
    from catalogue.schema.status import ReasonEffect, StatusReason

# The class of the sign's style, and what is heard in its place.
SAID: Mapping[ReasonEffect, tuple[str, str]] = {
    "enabler": ("plus", "edisti"),
    "barrier": ("minus", "esti"),
    "either": ("both", "vaikuttaa, suuntaa ei kerrota"),
}


@dataclass(frozen=True, kw_only=True)
class ReasonView:
    """`sign` is seen, `spoken` is heard instead of it; `side` is its style. `mark`: what a reader must know of it."""

    sign: str
    side: str
    spoken: str
    name: str
    text: str
    cites: tuple[CiteView, ...]
    mark: str


def reason_view(facts: Facts, reason: StatusReason) -> ReasonView:
    """What a source says of why, with its kind in words."""
    side, spoken = SAID[reason.effect]
    return ReasonView(
        sign=SIGNS[reason.effect],
        side=side,
        spoken=spoken,
        name=facts.catalogue.reasons[reason.reason].data.name.fi,
        text=reason.text.fi,
        cites=cite_views(facts, reason.sources),
        mark=claim_mark(reason.basis, reason.scope),
    )
