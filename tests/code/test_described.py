"""What the tables' descriptions say, word for word, of two made-up tables that hold every sort of column."""

from __future__ import annotations

import datetime
from dataclasses import replace
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from catalogue.api.columns import Column
from catalogue.api.made import missing
from catalogue.facts import Build, Facts
from catalogue.files.api import lists
from catalogue.files.described import LICENCE, TITLE, csvw, datapackage
from catalogue.files.opendata import KEYS, OF_REGION, REFERENCES, Table, tables

if TYPE_CHECKING:
    from catalogue.records import Catalogue

BUILD = Build(datetime.date(2025, 3, 14), "0123", "https://mallit.esimerkki.fi/")
SITE = "https://mallit.esimerkki.fi/"
NUMBERS = (
    "value",
    "low",
    "high",
    "baseline",
)  # the fields of a result that a reason to miss empties
RESULTS = Table(
    "results",
    "Luvut",
    (
        Column("id", "string", many=False, required=True, description="Tunnus"),
        Column("indicator", "string", many=False, required=True, description="Mittari"),
        *(Column(one, "number", many=False, required=False, description=one) for one in NUMBERS),
        Column("n", "integer", many=False, required=False, description="Kuinka monesta"),
        Column("missing", "string", many=False, required=False, description="Syy"),
        Column("cites", "string", many=True, required=False, description="Lähteet"),
        Column("told", "boolean", many=False, required=False, description="Kerrotaanko"),
    ),
    [],
)
REASONS = Table(
    "model_reasons",
    "Syyt",
    (Column("effect", "string", False, True, "Suunta", ("stayed", "ended")),),
    [],
)
EFFECTS = b"effect\r\n"
CSVS = {"avoin-data/csv/results.csv": b"id\r\n", "avoin-data/csv/model_reasons.csv": EFFECTS}


def package() -> dict[str, Any]:
    return datapackage(BUILD, (RESULTS, REASONS), CSVS)


def fields(place: int) -> dict[str, dict[str, Any]]:
    made = package()["resources"][place]["schema"]["fields"]
    return {one.pop("name"): one for one in made}


def test_package_says_what_it_is_and_of_which_version() -> None:
    told = package()
    assert [one["name"] for one in told.pop("resources")] == ["results", "model-reasons"]
    assert (told.pop("title"), told.pop("description")[:21]) == (TITLE, "Hyvinvointialueiden t")
    assert told == {
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": "tyokykymallit",
        "id": f"{SITE}avoin-data/datapackage.json",
        "homepage": f"{SITE}avoin-data/",
        "version": "0123",
        "created": "2025-03-14T00:00:00Z",
        "keywords": ["työkyky", "työllistyminen", "hyvinvointialueet", "toimintamallit"],
        "licenses": [{"name": "CC-BY-4.0", "title": "CC BY 4.0", "path": LICENCE}],
        "contributors": [{"title": "Työkykymallit", "roles": ["publisher"]}],
    }


def test_resource_says_where_its_file_is_what_names_a_row_and_what_it_refers_to() -> None:
    results, reasons = package()["resources"]
    schema = reasons.pop("schema")
    assert schema.pop("fields")
    assert schema == {
        "$schema": "https://datapackage.org/profiles/2.0/tableschema.json",
        "missingValues": [""],
        "primaryKey": ["model", "number"],
        "foreignKeys": [
            {"fields": [name], "reference": {"resource": other, "fields": ["id"]}}
            for name, other in (
                ("model", "models"),
                ("region", "regions"),
                ("status", "statuses"),
                ("reason", "reasons"),
            )
        ],
    }
    assert reasons == {
        "name": "model-reasons",
        "type": "table",
        "title": "Syyt",
        "path": "csv/model_reasons.csv",
        "scheme": "file",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": len(EFFECTS),
        "hash": f"sha256:{sha256(EFFECTS).hexdigest()}",
    }
    assert results["schema"]["primaryKey"] == ["id"]


def test_reference_names_a_table_as_its_resource_is_named() -> None:
    table = replace(REASONS, name="instruments", columns=())
    csvs = {"avoin-data/csv/instruments.csv": b""}
    (made,) = datapackage(BUILD, [table], csvs)["resources"]
    (key,) = made["schema"]["foreignKeys"]
    assert key == {"fields": ["link"], "reference": {"resource": "sources", "fields": ["id"]}}


def test_fields_say_their_types_words_and_what_may_miss_and_why() -> None:
    why = [{"value": one["id"], "label": one["datapackage_label"]} for one in missing()]
    empty = {"value": "", "label": "ei lukua: syy on kentässä missing"}
    numbers = {
        one: {"type": "number", "description": one, "missingValues": [empty, *why]}
        for one in NUMBERS
    }
    assert fields(0) == {
        "id": {"type": "string", "description": "Tunnus", "constraints": {"required": True}},
        "indicator": {
            "type": "string",
            "description": "Mittari",
            "constraints": {"required": True},
        },
        **numbers,
        "n": {"type": "integer", "description": "Kuinka monesta"},
        "missing": {"type": "string", "description": "Syy", "categories": why},
        "cites": {"type": "string", "description": "Lähteet; useita erottaa |"},
        "told": {"type": "boolean", "description": "Kerrotaanko"},
    }
    assert fields(1) == {
        "effect": {
            "type": "string",
            "description": "Suunta",
            "constraints": {"required": True},
            "categories": ["stayed", "ended"],
        }
    }


def test_only_numbers_of_results_are_told_why_they_miss() -> None:
    table = replace(RESULTS, name="comparability")
    csvs = {"avoin-data/csv/comparability.csv": b""}
    (made,) = datapackage(BUILD, [table], csvs)["resources"]
    assert not [one for one in made["schema"]["fields"] if "missingValues" in one]
    assert not [one for one in made["schema"]["fields"] if "categories" in one]


def test_csv_on_the_web_says_the_same() -> None:
    told = csvw(BUILD, (RESULTS, REASONS))
    results, reasons = told.pop("tables")
    assert told == {
        "@context": ["http://www.w3.org/ns/csvw", {"@language": "fi"}],
        "dc:title": TITLE,
        "dc:license": {"@id": "https://creativecommons.org/licenses/by/4.0/"},
        "dc:modified": {"@value": "2025-03-14", "@type": "xsd:date"},
    }
    types = {one["name"]: one["datatype"] for one in results["tableSchema"]["columns"]}
    assert types == {
        **dict.fromkeys(("id", "indicator", "missing", "cites"), "string"),
        **dict.fromkeys(NUMBERS, "decimal"),
        "n": "integer",
        "told": "boolean",
    }
    cites = results["tableSchema"]["columns"][-2]
    assert cites == {
        "name": "cites",
        "titles": "cites",
        "datatype": "string",
        "dc:description": "Lähteet; useita erottaa |",
        "required": False,
        "separator": "|",
    }
    assert results["tableSchema"]["primaryKey"] == ["id"]
    schema = reasons.pop("tableSchema")
    assert reasons == {
        "url": "model_reasons.csv",
        "dc:title": "Syyt",
        "dialect": {"encoding": "utf-8", "delimiter": ",", "header": True},
    }
    (effect,) = schema.pop("columns")
    assert effect == {
        "name": "effect",
        "titles": "effect",
        "datatype": "string",
        "dc:description": "Suunta",
        "required": True,
    }
    assert schema == {
        "primaryKey": ["model", "number"],
        "foreignKeys": [
            {
                "columnReference": name,
                "reference": {"resource": f"{other}.csv", "columnReference": "id"},
            }
            for name, other in (
                ("model", "models"),
                ("region", "regions"),
                ("status", "statuses"),
                ("reason", "reasons"),
            )
        ],
    }


def test_what_names_a_row_and_what_it_refers_to_are_columns_and_tables_that_there_are(
    catalogue: Catalogue,
) -> None:
    made = {one.name: one for one in tables(lists(Facts(catalogue, BUILD)), [])}
    assert REFERENCES.keys() | KEYS.keys() | {*OF_REGION} <= made.keys()
    for table in made.values():
        columns = {one.name for one in table.columns}
        assert {*table.key, *table.references} <= columns, table.name
        assert {*table.references.values()} <= made.keys(), table.name
    for name in OF_REGION:
        assert made[name].references["region"] == "regions"
    for name, table in made.items():
        keys = {tuple(row[one] for one in table.key) for row in table.rows}
        assert len(keys) == len(table.rows), name
