"""The search page before a script fills it: the form with its filters, and the lists that lead on without a script."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from catalogue.site.pages.models import models_view
from catalogue.site.parts import addresses
from catalogue.site.parts.common import Link, region_link, type_link
from catalogue.site.parts.kinds import FOUND

if TYPE_CHECKING:
    from catalogue.facts import Facts
    from catalogue.site.parts.facets import Facet

FIRST = 6  # filters that are seen at once
LISTS = (
    Link(
        "Mallit", addresses.MODELS, "kaikki mallit, rajaa alueen, kunnan, tyypin tai tilan mukaan"
    ),
    Link(
        "Kunnat",
        addresses.TOWNS,
        "mihin hyvinvointialueeseen kunta kuuluu ja mitä siellä kokeiltiin",
    ),
    Link("Vertailut", addresses.COMPARISONS, "kysymyksiä, joihin alueiden tulokset vastaavat"),
    Link("Mittarit", addresses.INDICATORS, "mitä luvut tarkoittavat"),
    Link("Ohjelmat", addresses.PROGRAMMES, "missä ohjelmissa malleja kehitettiin"),
    Link("Sanasto", addresses.TERMS, "termit suomeksi, ruotsiksi ja englanniksi"),
    Link("Lähteet", addresses.SOURCES, "asiakirjat, joihin luettelo nojaa"),
    Link("Aukot", addresses.GAPS, "mitä ei tiedetä"),
)


@dataclass(frozen=True)
class SearchView:
    """The search page before a query."""

    kinds: tuple[tuple[str, str], ...]
    first: tuple[Facet, ...]
    more: tuple[Facet, ...]
    lists: tuple[Link, ...]
    types: tuple[Link, ...]
    regions: tuple[Link, ...]


def search_view(facts: Facts) -> SearchView:
    """The choices are those of the list of models; their counts depend on the query, so the script tells them."""
    facets = tuple(
        replace(facet, options=tuple(replace(option, count=None) for option in facet.options))
        for facet in models_view(facts).facets
    )
    return SearchView(
        tuple((kind, label) for kind, (label, _) in FOUND.items()),
        facets[:FIRST],
        facets[FIRST:],
        LISTS,
        tuple(type_link(facts, key) for key in facts.types_in_order),
        tuple(region_link(facts, key) for key in facts.catalogue.profiles),
    )
