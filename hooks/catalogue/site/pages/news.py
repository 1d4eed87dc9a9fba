"""What has changed in the data, in plain words: by day, and by model."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from catalogue.finnish.formats import date
from catalogue.site.parts import addresses
from catalogue.site.parts.common import Link, region_short

if TYPE_CHECKING:
    from catalogue.changes.news import News
    from catalogue.facts import Facts

MOST = 200  # entries of the page


@dataclass(frozen=True)
class NewsLine:
    """A model and what became of it; without an address where it is not here any more."""

    model: Link
    place: str
    told: tuple[str, ...]


@dataclass(frozen=True)
class NewsDay:
    """What became of the models on one day."""

    day: str
    lines: tuple[NewsLine, ...]


@dataclass(frozen=True)
class NewsView:
    """`known` tells whether there was a history to read; `feed` is the address of the same for a feed reader."""

    known: bool
    feed: str
    days: tuple[NewsDay, ...]


def news_view(facts: Facts) -> NewsView:
    """The latest changes by day."""
    told = facts.build.history
    days = groupby((told or ())[:MOST], key=lambda one: one.day)
    return NewsView(
        told is not None,
        addresses.FEED,
        tuple(
            NewsDay(date(_day(day)), tuple(_line(facts, one) for one in own)) for day, own in days
        ),
    )


def _line(facts: Facts, one: News) -> NewsLine:
    here = one.model in facts.catalogue.models
    region = one.model.split("/")[0]
    return NewsLine(
        Link(one.name, addresses.model(one.model) if here else ""),
        region_short(facts, one.model) if region in facts.catalogue.regions else "",
        one.told,
    )


def _day(text: str) -> datetime.date:

    return datetime.date.fromisoformat(text)
