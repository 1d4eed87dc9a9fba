"""What has become of one model lately, in plain words, for its own page."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import TYPE_CHECKING

from catalogue.finnish.formats import date
from catalogue.site.parts import addresses

if TYPE_CHECKING:
    from catalogue.facts import Facts

MOST = 5  # days that a page tells; the rest is in the repository


@dataclass(frozen=True)
class ChangeView:
    """A day, and what became of the model then."""

    day: str
    told: str


@dataclass(frozen=True)
class ChangedView:
    """The latest changes of a model, and the feed of its region."""

    changes: tuple[ChangeView, ...]
    feed: str


def changed(facts: Facts, model_id: str) -> ChangedView | None:
    """None where nothing is known to have changed, or where there is no history to read."""
    found = facts.news_by_model.get(model_id, ())[:MOST]
    if not found:
        return None
    changes = tuple(
        ChangeView(date(datetime.date.fromisoformat(one.day)), " ".join(one.told)) for one in found
    )
    return ChangedView(changes, addresses.feed_of(model_id.split("/")[0]))
