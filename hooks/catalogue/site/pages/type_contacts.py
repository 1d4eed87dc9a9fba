"""Whom to ask about the models of a type: organisations and their public pages, no persons."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from catalogue.site.pages.link_states import AddressView, address_view
from catalogue.site.parts import addresses
from catalogue.site.parts.common import Link, region_link, region_of

if TYPE_CHECKING:
    from catalogue.facts import Facts
    from catalogue.records import Record
    from catalogue.schema.model import Model


@dataclass(frozen=True)
class ContactPage:
    """A page that tells of the work; `address` where it is on the web."""

    link: Link
    address: AddressView | None


@dataclass(frozen=True)
class Contact:
    """Who carried a model out, and the pages that tell of it."""

    region: Link
    organisation: str
    pages: tuple[ContactPage, ...]


def contacts(facts: Facts, models: list[Record[Model]]) -> tuple[Contact, ...]:
    """One for each region and organisation, in the order of the models."""
    found: dict[tuple[str, str], dict[str, None]] = {}
    for model in models:
        data, region = model.data, region_of(model.id)
        name = data.organisation.fi if data.organisation else ""
        profile = facts.catalogue.profiles[region].data
        pages = found.setdefault((region, name), {})
        for key in (data.innokyla, data.collection or profile.collection, profile.report):
            if key:
                pages.setdefault(key)
    return tuple(
        Contact(
            region_link(facts, region),
            name or facts.catalogue.regions[region].data.name.fi,
            tuple(
                ContactPage(
                    Link(
                        facts.catalogue.sources[key].data.title.fi,
                        addresses.source(key),
                        facts.catalogue.sources[key].data.publisher.fi,
                    ),
                    address_view(facts, key),
                )
                for key in pages
            ),
        )
        for (region, name), pages in found.items()
    )
