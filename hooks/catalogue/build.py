"""The story in one column: files -> catalogue -> facts -> pages -> files.

`site` reads as the list of what is done; a generator of sites (the hook) or a command takes the `Site` and writes it.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from catalogue.facts import Facts
from catalogue.files import citations
from catalogue.files.all import files
from catalogue.links.register import addresses
from catalogue.links.store import Refused, of_register
from catalogue.load import load
from catalogue.site.render import Renderer
from catalogue.site.sitemap import pages

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

    from catalogue.facts import Build
    from catalogue.links.state import State
    from catalogue.records import Catalogue
    from catalogue.site.page import Page


class MeetingAddresses(Exception):
    """Two things of the site want one address; the message names each, in Finnish."""


@dataclass(frozen=True)
class LinkFile:
    """Where the link states are, and the moment after which nothing in them can have happened."""

    path: Path
    now: datetime.datetime


@dataclass(frozen=True)
class SearchEntry:
    """What search finds a page by. `text` is HTML of paragraphs."""

    location: str
    title: str
    text: str


@dataclass(frozen=True)
class Site:
    """Everything that is published, ready to be written: pages by address, files by address, what search finds.

    `notices` are Finnish sentences for who builds: warnings of the checker and link states that could not be read.
    """

    facts: Facts
    renderer: Renderer
    pages: Mapping[str, Page]
    notices: tuple[str, ...] = ()

    @cached_property
    def files(self) -> dict[str, str | bytes]:
        """Every file beside the pages by its address from the site's root. Raises `MeetingAddresses`."""
        made = [*files(self.facts)]
        for page in self.pages.values():
            made += citations.files(page.path, page.citations)
        _refuse_meeting([uri for uri, _ in made] + [page.uri for page in self.pages.values()])
        return dict(made)

    @property
    def search(self) -> Iterator[SearchEntry]:
        """An entry of each page that search may find."""
        for page in self.pages.values():
            if page.words:
                yield SearchEntry(page.path, page.title, page.words)


def site(folder: Path, templates: Path, build: Build, links: LinkFile | None = None) -> Site:
    """The site of the data in `folder`, printed with `templates`.

    Raises `InvalidCatalogue` with every fault of the data, `MeetingAddresses` where two pages want one address.
    """
    catalogue = load(folder, build.today)
    states, notices = _link_states(catalogue, links)
    facts = Facts(catalogue, build, states)
    made = [*pages(facts)]
    _refuse_meeting(page.path for page in made)
    return Site(
        facts,
        Renderer(templates, build),
        {page.path: page for page in made},
        (*map(str, catalogue.warnings), *notices),
    )


def _link_states(catalogue: Catalogue, links: LinkFile | None) -> tuple[State, tuple[str, ...]]:
    """What the weekly check found; nothing, and a sentence why, where its file cannot be used."""
    if links is None:
        return {}, ()
    try:
        found = of_register(links.path.read_bytes(), links.now, addresses(catalogue))
        return found.links, ()
    except (OSError, Refused) as error:
        return {}, (f"Linkkien tilaa ei luettu: {error}",)


def _refuse_meeting(wanted: Iterable[str]) -> None:
    meeting = sorted(address for address, count in Counter(wanted).items() if count > 1)
    if meeting:
        raise MeetingAddresses(
            "Sivustolla olisi kaksi eri sivua tai tiedostoa samassa osoitteessa: "
            f"{', '.join(meeting)}. Vaihda toisen tunnusta."
        )
