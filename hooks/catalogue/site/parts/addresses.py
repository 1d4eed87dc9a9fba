"""Every address of the site, from its root and without a leading slash. Templates get them ready made."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote

from catalogue.finnish.formats import slug

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

HOME = ""
MODELS = "mallit/"
REGIONS = "alueet/"
TOWNS = "alueet/kunnat/"
TYPES = "tyypit/"
PROGRAMMES = "ohjelmat/"
COMPARISONS = "vertailu/"
SIDE_BY_SIDE = "vertailu/omat/"
GAPS = "aukot/"
INDICATORS = "mittarit/"
INSTRUMENTS = "mittarit/#mittaristot"
SOURCES = "lahteet/"
LINK_STATES = "lahteet/tila/"
TERMS = "sanasto/"
MEANINGS = f"{TERMS}selitykset.zlib"  # of terms, for the pages' script
DISCREPANCIES = "ristiriidat/"
CONTRIBUTE = "osallistu/"
FIELDS = "osallistu/kentat/"
IDS = "osallistu/tunnukset/"
NEWS = "muutokset/"
FEED = "muutokset/atom.xml"
WRITE = "osallistu/kirjoita/"
OPEN_DATA = "avoin-data/"
VERSIONS = "versiot/"
CHANGES_FILE = "versiot/muutokset.json"
OPEN_FIELDS = "avoin-data/kentat/"
ACCESSIBILITY = "saavutettavuus/"
SWEDISH = "svenska/"
SEARCH = "haku/"
SEARCH_PARTS = "haku/osat/"
WORKBOOK = "avoin-data/tyokykymallit.xlsx"
ARCHIVE = "avoin-data/tyokykymallit.zip"
DATAPACKAGE = "avoin-data/datapackage.json"
MACHINE_CSV = "avoin-data/csv/"
EXCEL_CSV = "avoin-data/excel/"
PARQUET = "avoin-data/parquet/"
API = "api/v1/"

# The folder of each kind of record that has pages of its own.
FOLDERS: Mapping[str, str] = {
    "model": MODELS,
    "profile": REGIONS,
    "type": TYPES,
    "programme": PROGRAMMES,
    "indicator": INDICATORS,
    "source": SOURCES,
    "comparison": COMPARISONS,
}


def further(path: str, number: int) -> str:
    """The page on which the lists of a long page go on."""
    return f"{path}sivu/{number}/" if number > 1 else path


def anchors_of_further(path: str) -> str:
    """On which page of a long list each of its anchors is."""
    return f"{path}sivut.json"


def model(model_id: str) -> str:
    """The page of a model."""
    return f"{MODELS}{model_id}/"


def model_status(model_id: str) -> str:
    """Where a model's page tells whether it stayed, and why."""
    return f"{model(model_id)}#juurtuminen"


def model_process(model_id: str) -> str:
    """The process on a model's page."""
    return f"{model(model_id)}#prosessi"


def model_aims(model_id: str) -> str:
    """The aims on a model's page."""
    return f"{model(model_id)}#tavoite"


def mention_anchor(mention_id: str) -> str:
    """The anchor of something that is only mentioned, on its parent's page."""
    return f"maininta-{mention_id}"


def mention(model_id: str, mention_id: str) -> str:
    """A mention on its parent's page."""
    return f"{model(model_id)}#{mention_anchor(mention_id)}"


def place_of(kind: str, record_id: str) -> str:
    """The page of something, or its place on one; an empty text for what has neither."""
    made = PLACES_OF.get(kind)
    return made(record_id) if made else ""


def mention_of(full_id: str) -> str:
    """The place of a mention by its full id `<alue>/<malli>#<maininta>`."""
    model_id, _, mention_id = full_id.partition("#")
    return mention(model_id, mention_id)


def term(term_id: str) -> str:
    """A term in the glossary."""
    return f"{TERMS}#{term_id}"


def services_that(outcome: str) -> str:
    """The list of models, filtered to the regions' services by what became of them."""
    return f"{MODELS}?laji=palvelumalli&taso=alue&lopputulos={outcome}"


def model_file(model_id: str) -> str:
    """The file of a model in the API."""
    return f"{API}models/{model_id}.json"


def feed_of(region: str) -> str:
    """The changes of the models of one region, for a feed reader."""
    return f"muutokset/{region}.xml"


def region(region_id: str) -> str:
    """The page of a region."""
    return f"{REGIONS}{region_id}/"


def towns_of(region_id: str) -> str:
    """The municipalities of a region, with what the catalogue holds of each."""
    return f"{TOWNS}#{region_id}"


def town(town_id: str) -> str:
    """A municipality on the page of towns."""
    return f"{TOWNS}#kunta-{town_id}"


def searched(query: str) -> str:
    """The answer to a query."""
    return f"{SEARCH}?q={quote(query)}"


def model_type(type_id: str) -> str:
    """The page of a type."""
    return f"{TYPES}{type_id}/"


def type_kept(type_id: str) -> str:
    """Where the type's page tells who kept a model and why; who ended one comes next."""
    return f"{model_type(type_id)}#jai"


def programme(programme_id: str) -> str:
    """The page of a programme."""
    return f"{PROGRAMMES}{programme_id}/"


def indicator(indicator_id: str) -> str:
    """The page of an indicator."""
    return f"{INDICATORS}{indicator_id}/"


def instrument(instrument_id: str) -> str:
    """An instrument on the page of indicators."""
    return f"{INDICATORS}#{instrument_id}"


def source(source_id: str) -> str:
    """The page of a source."""
    return f"{SOURCES}{source_id}/"


def comparison(comparison_id: str) -> str:
    """The page of a comparison."""
    return f"{COMPARISONS}{comparison_id}/"


def comparison_file(comparison_id: str) -> str:
    """The comparison in the API."""
    return f"{API}comparisons/{comparison_id}.json"


def comparison_csv(comparison_id: str) -> str:
    """The comparison's table for programs."""
    return f"{MACHINE_CSV}vertailut/{comparison_id}.csv"


def comparison_excel(comparison_id: str) -> str:
    """The same table for a Finnish Excel."""
    return f"{EXCEL_CSV}vertailut/{comparison_id}.csv"


def comparison_page(comparison_id: str) -> str:
    """The comparison's table as a page of its own: to be sent, opened from a disk, put into another site's frame."""
    return f"{OPEN_DATA}html/{comparison_id}.html"


def comparison_words(comparison_id: str) -> str:
    """What the comparison's columns mean, for a Finnish Excel."""
    return f"{EXCEL_CSV}vertailut/{comparison_id}-maaritelmat.csv"


def side_by_side(model_ids: Iterable[str]) -> str:
    """The reader's own comparison with these models picked."""
    return f"{SIDE_BY_SIDE}?mallit={','.join(model_ids)}"


def result_anchor(result_id: str) -> str:
    """The anchor of a result on its model's page."""
    return "tulos-" + slug("-".join(result_id.split("/")[2:]))


def result(result_id: str) -> str:
    """The row of a result on its model's page."""
    return f"{model('/'.join(result_id.split('/')[:2]))}#{result_anchor(result_id)}"


def discrepancy(discrepancy_id: str) -> str:
    """An entry of the ledger."""
    return f"{DISCREPANCIES}#{discrepancy_id}"


def discrepancies_of_kind(kind: str) -> str:
    """The ledger, filtered by a kind."""
    return f"{DISCREPANCIES}?laji={kind}"


def discrepancies_of_region(region_id: str) -> str:
    """The ledger, filtered by a region."""
    return f"{DISCREPANCIES}?alue={region_id}"


def discrepancies_of_result(result_id: str) -> str:
    """The ledger, filtered by a result."""
    return f"{DISCREPANCIES}?luku={result_id}"


def ids_of(kind: str) -> str:
    """Where the ids of a vocabulary are listed, with their names."""
    return f"{IDS}#{ids_anchor(kind)}"


def ids_anchor(kind: str) -> str:
    """The anchor of a list of ids."""
    return f"tunnukset-{kind.replace('_', '-')}"


def part_of_fields(name: str) -> str:
    """Where the reference of fields tells of a part that several files share."""
    return f"{FIELDS}#{part_anchor(name)}"


def part_anchor(name: str) -> str:
    """The anchor of a part of the schema."""
    return f"osa-{name.lower()}"


# Where a thing of each kind is read, by its id.
PLACES_OF: Mapping[str, Callable[[str], str]] = {
    "model": model,
    "profile": region,
    "type": model_type,
    "programme": programme,
    "indicator": indicator,
    "source": source,
    "comparison": comparison,
    "result": result,
    "mention": mention_of,
    "term": term,
    "discrepancy": discrepancy,
    "instrument": instrument,
    "region": towns_of,
    "municipality": town,
}
