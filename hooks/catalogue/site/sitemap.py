"""Catalogue -> the site's pages and files, at the addresses of the design."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from catalogue.site.comparison.page import (
    comparison_cards,
    comparison_view,
    ordered,
)
from catalogue.site.found import HOME, Crumb
from catalogue.site.page import Page, listing
from catalogue.site.pages.discrepancies import ledger_view
from catalogue.site.pages.fields import fields_view
from catalogue.site.pages.gaps import gaps_view
from catalogue.site.pages.home import home_view
from catalogue.site.pages.ids import ids_view
from catalogue.site.pages.indicator import indicator_view
from catalogue.site.pages.indicators import indicators_view
from catalogue.site.pages.link_states import states_view
from catalogue.site.pages.model import model_view
from catalogue.site.pages.models import models_view
from catalogue.site.pages.news import news_view
from catalogue.site.pages.open_fields import open_fields_view
from catalogue.site.pages.programme import programme_view, programmes_view
from catalogue.site.pages.region import region_view
from catalogue.site.pages.regions import regions_view
from catalogue.site.pages.search import search_view
from catalogue.site.pages.sources import source_view, sources_view
from catalogue.site.pages.terms import term_views
from catalogue.site.pages.towns import towns_view
from catalogue.site.pages.type import type_view
from catalogue.site.pages.types import types_view
from catalogue.site.pages.versions import versions_view
from catalogue.site.pages.write import write_view
from catalogue.site.parts import addresses
from catalogue.site.parts.citation import citations
from catalogue.site.parts.common import region_short
from catalogue.site.parts.left import grave_view, lefts
from catalogue.site.side_by_side.page import side_by_side_view

if TYPE_CHECKING:
    from collections.abc import Iterator

    from catalogue.facts import Facts
    from catalogue.records import Record
    from catalogue.schema.comparison import Comparison
    from catalogue.schema.model import Model
    from catalogue.schema.vocabulary import Tombstone
    from catalogue.site.parts.left import Left

    Lost = dict[str, tuple[Left, ...]]

Make = Callable[[], Page]


def pages(facts: Facts) -> Iterator[Page]:
    """Every generated page, front page first, with what it offers for citing."""
    yield from few(facts)
    yield from many(facts)


def many(facts: Facts) -> Iterator[Page]:
    """The pages of which there is one a record, each made when it is asked for, with what it offers for citing."""
    for _, make in many_made(facts):
        yield make()


def few(facts: Facts) -> Iterator[Page]:
    """The pages of which there is one each, whatever the catalogue holds: the navigation names most of them."""
    for _, make in few_made(facts):
        yield make()


def many_made(facts: Facts) -> Iterator[tuple[str, Make]]:
    """Address and maker of each of the many."""
    lost = lefts(facts)
    for made in (_models, _places, _compared, _registers, _graves):
        for path, make in made(facts):
            yield path, partial(_cited, facts, make, lost)


def few_made(facts: Facts) -> Iterator[tuple[str, Make]]:
    """Address and maker of each of the few."""
    lost = lefts(facts)
    for path, make in _single(facts):
        yield path, partial(_finished, facts, make, lost)


def _cited(facts: Facts, make: Make, lost: Lost) -> Page:
    page = _finished(facts, make, lost)
    return replace(page, citations=citations(facts, page.template, page.path, page.title))


def _finished(facts: Facts, make: Make, lost: Lost) -> Page:
    """The page with what is not of its own: the site around it, its last change, the places that it lost."""
    page, build = make(), facts.build
    return replace(
        page,
        left=lost.get(page.path, ()),
        site=build.site_url,
        changed=build.changed.get(page.edit, build.today),
    )


def _single(facts: Facts) -> Iterator[tuple[str, Make]]:
    yield (
        addresses.HOME,
        lambda: Page(
            addresses.HOME,
            "Työkykymallit",
            "Hyvinvointialueiden toimintamallit työkyvyn tukeen, työllistymiseen ja hyvinvoinnin "
            "edistämiseen tuloksineen ja lähteineen.",
            "home.html",
            home_view(facts),
            wide=True,
        ),
    )
    yield (
        addresses.MODELS,
        lambda: listing(
            addresses.MODELS,
            "Mallit",
            "Kaikki toimintamallit alueen, tyypin, ohjelman ja tilan mukaan.",
            "models.html",
            models_view(facts),
        ),
    )
    yield (
        addresses.REGIONS,
        lambda: listing(
            addresses.REGIONS,
            "Alueet",
            "Hyvinvointialueet, niiden mallit ja tilanne.",
            "regions.html",
            regions_view(facts),
            "models/vocabulary/regions.yml",
        ),
    )
    yield (
        addresses.TOWNS,
        lambda: Page(
            addresses.TOWNS,
            "Kunnat",
            "Jokaisen kunnan hyvinvointialue ja mitä siellä kokeiltiin.",
            "towns.html",
            towns_view(facts),
            (HOME, Crumb("Alueet", addresses.REGIONS)),
            "models/vocabulary/municipalities.yml",
            wide=True,
        ),
    )
    yield (
        addresses.TYPES,
        lambda: listing(
            addresses.TYPES,
            "Mallityypit",
            "Mitä malleja on, missä ja mitä niistä tiedetään.",
            "types.html",
            types_view(facts),
            "models/vocabulary/types.yml",
        ),
    )
    yield (
        addresses.PROGRAMMES,
        lambda: listing(
            addresses.PROGRAMMES,
            "Ohjelmat",
            "Ohjelmat, joissa mallit kehitettiin, ja valtakunnalliset projektit.",
            "programmes.html",
            programmes_view(facts),
            "models/vocabulary/programmes.yml",
        ),
    )
    yield (
        addresses.COMPARISONS,
        lambda: listing(
            addresses.COMPARISONS,
            "Vertailu",
            "Kysymyksiä, joihin alueiden tulokset vastaavat rinnakkain.",
            "comparisons.html",
            comparison_cards(facts),
        ),
    )
    yield (
        addresses.SIDE_BY_SIDE,
        lambda: Page(
            addresses.SIDE_BY_SIDE,
            "Mallit rinnakkain",
            "Valitse kahdesta neljään mallia ja katso, missä ne eroavat.",
            "side-by-side.html",
            side_by_side_view(facts),
            (HOME, Crumb("Vertailu", addresses.COMPARISONS)),
            wide=True,
        ),
    )
    yield (
        addresses.GAPS,
        lambda: listing(
            addresses.GAPS,
            "Aukot",
            "Mitä alueiden malleista ei tiedetä, ja miksi.",
            "gaps.html",
            gaps_view(facts),
        ),
    )
    yield (
        addresses.INDICATORS,
        lambda: listing(
            addresses.INDICATORS,
            "Mittarit",
            "Mitä luvut tarkoittavat ja mihin niitä saa verrata.",
            "indicators.html",
            indicators_view(facts),
        ),
    )
    yield (
        addresses.SOURCES,
        lambda: listing(
            addresses.SOURCES,
            "Lähteet",
            "Asiakirjat ja osoitteet, joihin luettelo nojaa.",
            "sources.html",
            sources_view(facts),
        ),
    )
    yield (
        addresses.LINK_STATES,
        lambda: Page(
            addresses.LINK_STATES,
            "Linkkien tila",
            "Ulkoisten osoitteiden tila ylläpitäjille.",
            "link-states.html",
            states_view(facts),
            (HOME, Crumb("Lähteet", addresses.SOURCES)),
            wide=True,
        ),
    )
    yield (
        addresses.TERMS,
        lambda: listing(
            addresses.TERMS,
            "Sanasto",
            "Termit suomeksi, ruotsiksi ja englanniksi.",
            "terms.html",
            term_views(facts),
            "models/vocabulary/terms.yml",
        ),
    )
    yield (
        addresses.DISCREPANCIES,
        lambda: listing(
            addresses.DISCREPANCIES,
            "Ristiriidat",
            "Luvut, jotka eivät täsmää, laskelmineen ja selityksineen.",
            "discrepancies.html",
            ledger_view(facts),
        ),
    )
    yield (
        addresses.SEARCH,
        lambda: listing(
            addresses.SEARCH,
            "Haku",
            "Hae mallia, kuntaa, mittaria tai termiä koko luettelosta.",
            "search.html",
            search_view(facts),
        ),
    )
    yield (
        addresses.FIELDS,
        lambda: Page(
            addresses.FIELDS,
            "Kentät",
            "Mitä luettelon tiedostojen kenttiin kirjoitetaan ja missä muodossa.",
            "fields.html",
            fields_view(),
            (HOME, Crumb("Osallistu", addresses.CONTRIBUTE)),
        ),
    )
    yield (
        addresses.NEWS,
        lambda: listing(
            addresses.NEWS,
            "Mitä on muuttunut",
            "Mitä malleille on tehty: uudet, korjatut ja poistetut tiedot päivittäin.",
            "news.html",
            news_view(facts),
        ),
    )
    yield (
        addresses.IDS,
        lambda: Page(
            addresses.IDS,
            "Tunnukset",
            "Jokainen tunnus, jonka tiedostoon voi kirjoittaa, nimineen ja selityksineen.",
            "ids.html",
            ids_view(facts),
            (HOME, Crumb("Osallistu", addresses.CONTRIBUTE)),
            wide=True,
        ),
    )
    yield (
        addresses.WRITE,
        lambda: Page(
            addresses.WRITE,
            "Kirjoita",
            "Kirjoita malli tai korjaa luku lomakkeella: tarkistus ja valmis sivu näkyvät samalla.",
            "write.html",
            write_view(facts),
            (HOME, Crumb("Osallistu", addresses.CONTRIBUTE)),
            wide=True,
        ),
    )
    yield (
        addresses.VERSIONS,
        lambda: Page(
            addresses.VERSIONS,
            "Tietojen versiot",
            "Julkaistut versiot tiedoista ja mitä kussakin muuttui.",
            "versions.html",
            versions_view(facts),
            (HOME, Crumb("Avoin data", addresses.OPEN_DATA)),
        ),
    )
    yield (
        addresses.OPEN_FIELDS,
        lambda: Page(
            addresses.OPEN_FIELDS,
            "Avoimen datan kentät",
            "Jokaisen avoimen tiedoston jokainen kenttä: tyyppi ja mitä se kertoo.",
            "open-fields.html",
            open_fields_view(),
            (HOME, Crumb("Avoin data", addresses.OPEN_DATA)),
        ),
    )


def _models(facts: Facts) -> Iterator[tuple[str, Make]]:
    for model in facts.models:
        yield addresses.model(model.id), partial(_model, facts, model)


def _model(facts: Facts, model: Record[Model]) -> Page:
    view = model_view(facts, model)
    return Page(
        addresses.model(model.id),
        f"{view.name}, {region_short(facts, model.id)}",
        view.summary,
        "model.html",
        view,
        (HOME, Crumb("Mallit", addresses.MODELS), Crumb(view.region.label, view.region.url)),
        model.document.path,
    )


def _places(facts: Facts) -> Iterator[tuple[str, Make]]:
    for region in facts.catalogue.profiles:
        yield addresses.region(region), partial(_region, facts, region)
    for key in facts.types_in_order:
        yield addresses.model_type(key), partial(_type, facts, key)
    for programme in facts.catalogue.programmes:
        yield addresses.programme(programme), partial(_programme, facts, programme)


def _region(facts: Facts, region: str) -> Page:
    view = region_view(facts, region)
    return Page(
        addresses.region(region),
        view.name,
        view.summary,
        "region.html",
        view,
        (HOME, Crumb("Alueet", addresses.REGIONS)),
        facts.catalogue.profiles[region].document.path,
    )


def _type(facts: Facts, key: str) -> Page:
    view = type_view(facts, key)
    return Page(
        addresses.model_type(key),
        view.name,
        view.summary,
        "type.html",
        view,
        (HOME, Crumb("Mallityypit", addresses.TYPES)),
        facts.catalogue.types[key].document.path,
    )


def _programme(facts: Facts, key: str) -> Page:
    view = programme_view(facts, key)
    return Page(
        addresses.programme(key),
        view.name,
        view.summary,
        "programme.html",
        view,
        (HOME, Crumb("Ohjelmat", addresses.PROGRAMMES)),
        facts.catalogue.programmes[key].document.path,
    )


def _compared(facts: Facts) -> Iterator[tuple[str, Make]]:
    for record in ordered(facts):
        yield addresses.comparison(record.id), partial(_comparison, facts, record)


def _comparison(facts: Facts, record: Record[Comparison]) -> Page:
    view = comparison_view(facts, record)
    return Page(
        addresses.comparison(record.id),
        view.title,
        view.finding,
        "comparison.html",
        view,
        (HOME, Crumb("Vertailu", addresses.COMPARISONS)),
        record.document.path,
        wide=True,
    )


def _registers(facts: Facts) -> Iterator[tuple[str, Make]]:
    for key in facts.catalogue.indicators:
        yield addresses.indicator(key), partial(_indicator, facts, key)
    for key in facts.catalogue.sources:
        yield addresses.source(key), partial(_source, facts, key)


def _indicator(facts: Facts, key: str) -> Page:
    record = facts.catalogue.indicators[key]
    return Page(
        addresses.indicator(key),
        record.data.name.fi,
        record.data.definition.fi,
        "indicator.html",
        indicator_view(facts, key),
        (HOME, Crumb("Mittarit", addresses.INDICATORS)),
        record.document.path,
    )


def _source(facts: Facts, key: str) -> Page:
    record = facts.catalogue.sources[key]
    return Page(
        addresses.source(key),
        record.data.title.fi,
        f"Lähde: {record.data.publisher.fi}",
        "source.html",
        source_view(facts, key),
        (HOME, Crumb("Lähteet", addresses.SOURCES)),
        record.document.path,
    )


def _graves(facts: Facts) -> Iterator[tuple[str, Make]]:
    """A page at every address of something that was taken out."""
    for (kind, old), grave in facts.where.graves.items():
        if kind in addresses.FOLDERS:
            path = addresses.place_of(kind, old)
            yield path, partial(_grave, facts, path, grave)


def _grave(facts: Facts, path: str, grave: Record[Tombstone]) -> Page:
    return Page(
        path,
        f"Poistettu: {grave.data.name.fi}",
        grave.data.reason.fi,
        "tombstone.html",
        grave_view(facts, grave),
        (HOME,),
        wide=True,
        listed=False,
    )
