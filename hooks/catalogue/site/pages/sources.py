"""The list of sources with its filters, and the page of one source."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from catalogue.finnish.formats import collation, day, slug
from catalogue.finnish.words import LANGUAGES, SOURCE_KINDS
from catalogue.site.pages.link_states import KINDS, AddressView, address_view, sign_of, state_of
from catalogue.site.parts import addresses
from catalogue.site.parts.common import Link, StatusView, model_link
from catalogue.site.parts.facets import Facet, Option

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from catalogue.facts import Facts
    from catalogue.schema.vocabulary import SourceKind

FIRST: tuple[SourceKind, ...] = ("report", "slides", "workshops")


@dataclass(frozen=True)
class SourceCard:
    """A source in the list; `facets` are what the page's filters compare."""

    title: str
    url: str
    publisher: str
    kind: str
    year: str
    cited: int
    sign: StatusView
    state: str
    facets: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class SourcesView:
    """The list of sources with its filters."""

    cards: tuple[SourceCard, ...]
    facets: tuple[Facet, ...]


@dataclass(frozen=True)
class SourceView:
    """The page of a source."""

    title: str
    publisher: str
    kind: str
    year: str
    language: str
    authors: str
    address: AddressView | None
    archive: str
    archive_state: str
    accessed: str
    doi: str
    found_at: Link | None
    note: str
    models: tuple[Link, ...]


def source_card(facts: Facts, source_id: str) -> SourceCard:
    """A source in the list."""
    data = facts.catalogue.sources[source_id].data
    address = address_view(facts, source_id)
    kind = address.kind if address else "ei-osoitetta"
    facets = (("laji", data.kind), ("tila", kind), ("julkaisija", slug(data.publisher.fi)))
    return SourceCard(
        data.title.fi,
        addresses.source(source_id),
        data.publisher.fi,
        SOURCE_KINDS[data.kind],
        day(data.year),
        len(facts.citing_models.get(source_id, ())),
        sign_of(kind),
        address.state if address else "",
        facets,
    )


def sources_view(facts: Facts) -> SourcesView:
    """The documents first, then by title."""
    cards = [source_card(facts, source) for source in facts.catalogue.sources]
    first = {SOURCE_KINDS[kind] for kind in FIRST}
    cards.sort(key=lambda card: (card.kind not in first, collation(card.title)))
    publishers = {slug(card.publisher): card.publisher for card in cards}
    states = {kind: label for kind, (label, _, _) in KINDS.items()}
    return SourcesView(
        tuple(cards),
        (
            Facet("laji", "Laji", _options(cards, "laji", SOURCE_KINDS)),
            Facet("tila", "Osoitteen tila", _options(cards, "tila", states)),
            Facet("julkaisija", "Julkaisija", _options(cards, "julkaisija", publishers)),
        ),
    )


def source_view(facts: Facts, source_id: str) -> SourceView:
    """A source with the models that cite it."""
    data = facts.catalogue.sources[source_id].data
    page = facts.catalogue.sources[data.found_at].data.title.fi if data.found_at else ""
    return SourceView(
        data.title.fi,
        data.publisher.fi,
        SOURCE_KINDS[data.kind],
        day(data.year),
        LANGUAGES[data.language],
        data.authors or "",
        address_view(facts, source_id),
        data.archive_url or "",
        state_of(facts.links.get(data.archive_url or "")),
        day(data.accessed),
        data.doi or "",
        Link(page, addresses.source(data.found_at)) if data.found_at else None,
        data.note.fi if data.note else "",
        tuple(model_link(facts, model.id) for model in facts.citing_models.get(source_id, ())),
    )


def _options(
    cards: Iterable[SourceCard], name: str, labels: Mapping[Any, str]
) -> tuple[Option, ...]:
    found = [value for card in cards for facet, value in card.facets if facet == name]
    return tuple(
        Option(key, labels[key], found.count(key))
        for key in sorted(set(found), key=lambda key: collation(labels[key]))
    )
