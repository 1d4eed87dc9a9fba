"""What the tables are, for machines: a Data Package 2.0 and CSV on the Web, both made of the tables' own columns."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING, Any

from catalogue.api.columns import BETWEEN, Column
from catalogue.api.made import missing
from catalogue.site.parts import addresses

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from catalogue.facts import Build
    from catalogue.files.opendata import Table

PROFILE = "https://datapackage.org/profiles/2.0/"
LICENCE = "https://creativecommons.org/licenses/by/4.0/deed.fi"
TITLE = "Työkykymallit: hyvinvointialueiden toimintamallit tuloksineen"
DESCRIPTION = (
    "Hyvinvointialueiden toimintamallit työkyvyn tukeen, työllistymiseen ja hyvinvoinnin "
    "edistämiseen: mallit, tulokset, tavoitteet ja syyt lähteineen."
)
XSD = {"string": "string", "integer": "integer", "number": "decimal", "boolean": "boolean"}


def datapackage(build: Build, tables: Sequence[Table], csvs: Mapping[str, bytes]) -> dict[str, Any]:
    """The descriptor; `csvs` are the tables' files by address."""
    return {
        "$schema": f"{PROFILE}datapackage.json",
        "name": "tyokykymallit",
        "id": build.site_url + addresses.DATAPACKAGE,
        "title": TITLE,
        "description": DESCRIPTION,
        "homepage": build.site_url + addresses.OPEN_DATA,
        "version": build.version,
        "created": f"{build.today.isoformat()}T00:00:00Z",
        "keywords": ["työkyky", "työllistyminen", "hyvinvointialueet", "toimintamallit"],
        "licenses": [{"name": "CC-BY-4.0", "title": "CC BY 4.0", "path": LICENCE}],
        "contributors": [{"title": "Työkykymallit", "roles": ["publisher"]}],
        "resources": [_resource(table, csvs) for table in tables],
    }


def csvw(build: Build, tables: Sequence[Table]) -> dict[str, Any]:
    """Metadata beside the CSV files, by the W3C's recommendation."""
    return {
        "@context": ["http://www.w3.org/ns/csvw", {"@language": "fi"}],
        "dc:title": TITLE,
        "dc:license": {"@id": "https://creativecommons.org/licenses/by/4.0/"},
        "dc:modified": {"@value": build.today.isoformat(), "@type": "xsd:date"},
        "tables": [
            {
                "url": f"{table.name}.csv",
                "dc:title": table.title,
                "dialect": {"encoding": "utf-8", "delimiter": ",", "header": True},
                "tableSchema": {
                    "columns": [_csvw_column(one) for one in table.columns],
                    "primaryKey": list(table.key),
                    "foreignKeys": [
                        {
                            "columnReference": name,
                            "reference": {"resource": f"{other}.csv", "columnReference": "id"},
                        }
                        for name, other in table.references.items()
                    ],
                },
            }
            for table in tables
        ],
    }


def _resource(table: Table, csvs: Mapping[str, bytes]) -> dict[str, Any]:
    raw = csvs[f"{addresses.MACHINE_CSV}{table.name}.csv"]
    return {
        "name": table.name.replace("_", "-"),
        "type": "table",
        "title": table.title,
        "path": f"csv/{table.name}.csv",
        "scheme": "file",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": len(raw),
        "hash": f"sha256:{sha256(raw).hexdigest()}",
        "schema": {
            "$schema": f"{PROFILE}tableschema.json",
            "fields": [_field(table, one) for one in table.columns],
            "missingValues": [""],
            "primaryKey": list(table.key),
            "foreignKeys": [
                {
                    "fields": [name],
                    "reference": {"resource": other.replace("_", "-"), "fields": ["id"]},
                }
                for name, other in table.references.items()
            ],
        },
    }


def _field(table: Table, column: Column) -> dict[str, Any]:
    made: dict[str, Any] = {
        "name": column.name,
        "type": column.type,
        "description": _told(column),
    }
    if column.required:
        made["constraints"] = {"required": True}
    if column.words:
        made["categories"] = [*column.words]
    if table.name == "results" and column.name == "missing":
        made["categories"] = [
            {"value": one["id"], "label": one["datapackage_label"]} for one in missing()
        ]
    if table.name == "results" and column.name in ("value", "low", "high", "baseline"):
        told = [{"value": one["id"], "label": one["datapackage_label"]} for one in missing()]
        made["missingValues"] = [{"value": "", "label": "ei lukua: syy on kentässä missing"}, *told]
    return made


def _csvw_column(column: Column) -> dict[str, Any]:
    made: dict[str, Any] = {
        "name": column.name,
        "titles": column.name,
        "datatype": XSD[column.type],
        "dc:description": _told(column),
        "required": column.required,
    }
    return made | ({"separator": BETWEEN} if column.many else {})


def _told(column: Column) -> str:
    return f"{column.description}; useita erottaa {BETWEEN}" if column.many else column.description
