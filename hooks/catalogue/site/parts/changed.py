"""What has become of one model lately, in plain words, for its own page."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from catalogue.finnish.formats import date
from catalogue.site.parts import addresses
from catalogue.site.parts.result import result_row

if TYPE_CHECKING:
    from catalogue.changes.news import News
    from catalogue.facts import Facts

FIGURES = re.compile(r"\{([^{}]+)\}")  # as the history names them
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


def in_words(facts: Facts, one: News) -> tuple[str, ...]:
    """What became of a model, with the names that its figures have now; what is no more is only counted."""
    return tuple(_named(facts, one.model, told) for told in one.told)


def _named(facts: Facts, model: str, told: str) -> str:
    ids = [facts.where.now("result", f"{model}/{key}") for key in FIGURES.findall(told)]
    names = dict.fromkeys(_name(facts, now[1]) for now in ids if now and now[0] == "result")
    plain = FIGURES.sub("", told)
    return f"{plain.removesuffix('.')} ({'; '.join(names)})." if names else plain


def _name(facts: Facts, result: str) -> str:
    """The indicator with the label of the figure."""
    row = result_row(facts, facts.figures[result])
    return ": ".join(part for part in (row.indicator.label, row.label) if part)


def changed(facts: Facts, model_id: str) -> ChangedView | None:
    """None where nothing is known to have changed, or where there is no history to read."""
    found = facts.news_by_model.get(model_id, ())[:MOST]
    if not found:
        return None
    changes = tuple(
        ChangeView(date(datetime.date.fromisoformat(one.day)), " ".join(in_words(facts, one)))
        for one in found
    )
    return ChangedView(changes, addresses.feed_of(model_id.split("/")[0]))
