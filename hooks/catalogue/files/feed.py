"""What has changed, as Atom feeds: of all models and of those of each region; an entry a model and a day."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.sax.saxutils import escape, quoteattr

from catalogue.site.parts import addresses
from catalogue.site.parts.changed import in_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from catalogue.changes.news import News
    from catalogue.facts import Facts

MOST = 50
ENTRY = """<entry><id>{id}</id><title>{title}</title><updated>{day}T00:00:00Z</updated><link href={link}/>
<summary>{summary}</summary></entry>
"""
FEED = """<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="fi"><id>{id}</id><title>{title}</title>
<updated>{day}T00:00:00Z</updated><author><name>Työkykymallit</name></author><link href={link}/><link rel="self" href={own}/>
{entries}</feed>
"""


def files(facts: Facts) -> Iterator[tuple[str, str]]:
    """The feed of all and one of each region that has models; without entries where there is no history.

    A feed of each model would be ten thousand files of a large catalogue; a region's is enough to follow one's own.
    """
    told = facts.build.history or ()
    title = "Työkykymallit: mitä on muuttunut"
    yield addresses.FEED, _feed(facts, title, addresses.NEWS, addresses.FEED, told)
    for region in facts.regions_with_models:
        own = tuple(one for one in told if one.model.split("/")[0] == region)
        name = facts.catalogue.regions[region].data.short.fi
        address = addresses.feed_of(region)
        yield address, _feed(facts, f"{title}, {name}", addresses.region(region), address, own)


def _feed(facts: Facts, title: str, page: str, own: str, told: Sequence[News]) -> str:
    site = facts.build.site_url
    return FEED.format(
        id=escape(f"{site}{page}"),
        title=escape(title),
        day=told[0].day if told else facts.build.today.isoformat(),
        link=quoteattr(f"{site}{page}"),
        own=quoteattr(f"{site}{own}"),
        entries="".join(_entry(facts, one, place) for place, one in enumerate(told[:MOST])),
    )


def _entry(facts: Facts, one: News, place: int) -> str:
    address = f"{facts.build.site_url}{addresses.model(one.model)}"
    return ENTRY.format(
        id=escape(f"{address}#{one.day}-{place}"),
        title=escape(one.name),
        day=one.day,
        link=quoteattr(address),
        summary=escape(" ".join(in_words(facts, one))),
    )
