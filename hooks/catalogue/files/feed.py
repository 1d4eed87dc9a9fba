"""What has changed, as an Atom feed: an entry a model and a day."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.sax.saxutils import escape, quoteattr

from catalogue.site.parts import addresses

if TYPE_CHECKING:
    from collections.abc import Iterator

    from catalogue.changes.news import News
    from catalogue.facts import Facts

MOST = 50
ENTRY = """<entry><id>{id}</id><title>{title}</title><updated>{day}T00:00:00Z</updated><link href={link}/>
<summary>{summary}</summary></entry>
"""
FEED = """<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="fi"><id>{id}</id><title>Työkykymallit: mitä on muuttunut</title>
<updated>{day}T00:00:00Z</updated><author><name>Työkykymallit</name></author><link href={link}/><link rel="self" href={own}/>
{entries}</feed>
"""


def files(facts: Facts) -> Iterator[tuple[str, str]]:
    """The feed; without entries where there is no history."""
    told = (facts.build.history or ())[:MOST]
    site = facts.build.site_url
    latest = told[0].day if told else facts.build.today.isoformat()
    entries = "".join(_entry(site, one, place) for place, one in enumerate(told))
    yield (
        addresses.FEED,
        FEED.format(
            id=escape(f"{site}{addresses.NEWS}"),
            day=latest,
            link=quoteattr(f"{site}{addresses.NEWS}"),
            own=quoteattr(f"{site}{addresses.FEED}"),
            entries=entries,
        ),
    )


def _entry(site: str, one: News, place: int) -> str:
    address = f"{site}{addresses.model(one.model)}"
    return ENTRY.format(
        id=escape(f"{address}#{one.day}-{place}"),
        title=escape(one.name),
        day=one.day,
        link=quoteattr(address),
        summary=escape(" ".join(one.told)),
    )
