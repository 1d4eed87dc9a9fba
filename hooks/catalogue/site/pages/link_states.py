"""Addresses out of the site: where they lead, and what is known of them in words with a date."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from catalogue.finnish.formats import date
from catalogue.links.outcome import WORDS
from catalogue.site.parts import addresses
from catalogue.site.parts.common import Link, StatusView

if TYPE_CHECKING:
    from catalogue.facts import Facts
    from catalogue.links.state import Link as State

NOT_CHECKED = "ei vielä tarkistettu"
# Id of a filter: its label, and the group and mark of its sign (shape and word, colour only beside them).
KINDS = {
    "toimii": ("Toimii", "stayed", "check"),
    "siirtynyt": ("Siirtynyt pysyvästi", "planned", "half"),
    "epaily": ("Epäily: ei vastannut viimeksi", "unknown", "question"),
    "kuollut": ("Kuollut", "ended", "cross"),
    "estetty": ("Palvelin estää tarkistuksen", "unknown", "dash"),
    "tarkistamatta": ("Ei vielä tarkistettu", "unknown", "ring"),
    "ei-osoitetta": ("Ei omaa osoitetta", "unknown", "dash"),
}


@dataclass(frozen=True)
class AddressView:
    """An address. `href` is where a reader is led: the archived copy when the page itself is dead."""

    href: str
    label: str
    original: str
    state: str
    sign: StatusView
    kind: str


@dataclass(frozen=True)
class StateRow:
    """One address on the maintainers' page."""

    source: Link
    address: str
    what: str
    state: str
    sign: StatusView
    target: str
    place: str


@dataclass(frozen=True)
class StateGroup:
    """Addresses in one state."""

    id: str
    label: str
    count: int
    rows: tuple[StateRow, ...]


@dataclass(frozen=True)
class StatesView:
    """Every address by its state, the worst first."""

    checked: str
    groups: tuple[StateGroup, ...]


def address_view(facts: Facts, source_id: str) -> AddressView | None:
    """A source's address with its state; none where the source has no address."""
    source = facts.catalogue.sources[source_id].data
    if source.url is None:
        return None
    link = facts.links.get(source.url)
    kind = kind_of(link)
    copy = source.archive_url if kind == "kuollut" and source.archive_url else ""
    return AddressView(
        copy or source.url,
        "arkistokopio" if copy else source.url,
        source.url if copy else "",
        state_of(link),
        sign_of(kind),
        kind,
    )


def kind_of(link: State | None) -> str:
    """The filter's id of a state."""
    if link is None:
        return "tarkistamatta"
    if link.last.outcome == "moved":
        return "siirtynyt"
    return {"alive": "toimii", "doubt": "epaily", "dead": "kuollut", "blocked": "estetty"}[
        link.verdict()
    ]


def state_of(link: State | None) -> str:
    """`tarkistettu 20.11.2026, toimii`: nothing is called checked that was not."""
    if link is None:
        return NOT_CHECKED
    told = f"tarkistettu {date(link.last.at.date())}, {WORDS[link.last.outcome]}"
    if link.last.alive:
        return told
    alive = (
        f"toimi viimeksi {date(link.last_alive.date())}"
        if link.last_alive
        else "ei ole toiminut kertaakaan tarkistettaessa"
    )
    again = "; tarkistetaan uudelleen" if link.verdict() == "doubt" else ""
    return f"{told}; {alive}{again}"


def sign_of(kind: str) -> StatusView:
    """The sign of a state of an address."""
    label, group, mark = KINDS[kind]
    return StatusView(label, group, mark, "")


def states_view(facts: Facts) -> StatesView:
    """The register's addresses for whoever keeps them."""
    rows: dict[str, list[StateRow]] = {
        kind: []
        for kind in ("kuollut", "epaily", "siirtynyt", "estetty", "tarkistamatta", "toimii")
    }
    moments = []
    for key, source in facts.catalogue.sources.items():
        for field, what in (("url", ""), ("archive_url", "arkistokopio")):
            url = getattr(source.data, field)
            if url is None:
                continue
            link = facts.links.get(url)
            kind = kind_of(link)
            moments += [link.last.at] if link else []
            line, _ = source.document.place((*source.loc, field))
            rows[kind].append(
                StateRow(
                    Link(source.data.title.fi, addresses.source(key)),
                    url,
                    what,
                    state_of(link),
                    sign_of(kind),
                    link.last.target if link else "",
                    f"{source.document.path}:{line}",
                )
            )
    groups = tuple(
        StateGroup(kind, KINDS[kind][0], len(found), tuple(found))
        for kind, found in rows.items()
        if found
    )
    return StatesView(
        date(max(moments).date()) if moments else "",
        groups,
    )
