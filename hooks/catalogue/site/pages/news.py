"""What has changed in the data, in plain words: by day, and by model."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from catalogue.finnish.formats import date, day
from catalogue.finnish.words import CORRECTIONS, PUBLISHED
from catalogue.site.parts import addresses
from catalogue.site.parts.changed import in_words
from catalogue.site.parts.common import Link, region_short
from catalogue.site.parts.names import name_of

if TYPE_CHECKING:
    from catalogue.changes.news import News
    from catalogue.facts import Facts
    from catalogue.schema.vocabulary import Correction

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
class CorrectionView:
    """A record that was corrected, the day, the kind of the reason, and an editor's words of it."""

    of: Link
    day: str
    kind: str
    text: str


@dataclass(frozen=True)
class NewsView:
    """`known` tells whether there was a history to read; `feed` is the address of the same for a feed reader."""

    known: bool
    feed: str
    days: tuple[NewsDay, ...]
    corrections: tuple[CorrectionView, ...]


def news_view(facts: Facts) -> NewsView:
    """The latest changes by day."""
    told = facts.build.history
    days = groupby((told or ())[:MOST], key=lambda one: one.day)
    return NewsView(
        told is not None,
        addresses.FEED,
        tuple(
            NewsDay(date(_day(when)), tuple(_line(facts, one) for one in own)) for when, own in days
        ),
        tuple(
            _correction(facts, one.data)
            for one in sorted(
                facts.catalogue.corrections.values(),
                key=lambda one: (one.data.date, one.id),
                reverse=True,
            )
        ),
    )


def _correction(facts: Facts, told: Correction) -> CorrectionView:
    now = facts.where.now(told.of, told.id)
    name = name_of(facts, *now) if now else told.id
    url = addresses.place_of(*now) if now else addresses.place_of(told.of, told.id)
    return CorrectionView(
        Link(f"{PUBLISHED[told.of]}: {name}", url),
        day(told.date),
        CORRECTIONS[told.why],
        told.text.fi,
    )


def _line(facts: Facts, one: News) -> NewsLine:
    here = one.model in facts.catalogue.models
    region = one.model.split("/")[0]
    return NewsLine(
        Link(one.name, addresses.model(one.model) if here else ""),
        region_short(facts, one.model) if region in facts.catalogue.regions else "",
        in_words(facts, one),
    )


def _day(text: str) -> datetime.date:

    return datetime.date.fromisoformat(text)
