"""The OpenAPI 3.1 document of the API: made of the types that write it, so that the two cannot differ."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Annotated, Any

from catalogue.api import rows
from catalogue.api.made import VOCABULARIES
from catalogue.api.shape import WHERE, Schema, Schemas
from catalogue.schema import vocabulary as v
from catalogue.schema.model import Model

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pydantic import BaseModel

LISTS: dict[str, tuple[str, str]] = {
    "models": ("ModelRow", "Kaikki mallit lyhyesti"),
    "mentions": ("MentionRow", "Mitä lähteet vain mainitsevat jonkin mallin osana"),
    "results": ("ResultRow", "Kaikki tulokset"),
    "aims": ("AimRow", "Tavoitteet ja mitä niistä tuli"),
    "model_reasons": ("ModelReasonRow", "Miksi mallit jäivät tai päättyivät"),
    "discrepancies": (
        "DiscrepancyRow",
        "Luvut, jotka eivät täsmää tai joiden merkitys on epäselvä",
    ),
    "comparisons": ("ComparisonRow", "Vertailusivut tiedostoineen"),
    "missing": ("MissingRow", "Miksi lukua ei ole: syyt, SDMX ja Data Package"),
    "former": ("FormerRow", "Vanhat tunnukset ja mitä niistä tuli"),
    "regions": ("RegionRow", "Alueet"),
    "types": ("TypeRow", "Mallityypit"),
    "programmes": ("ProgrammeRow", "Ohjelmat"),
    "indicators": ("IndicatorRow", "Mittarit: mitä luvut tarkoittavat"),
    "instruments": ("InstrumentRow", "Mittaristot"),
    "statuses": ("StatusRow", "Tilat ja mistä ne johdetaan"),
    "reasons": ("ReasonRow", "Syiden sanasto"),
    "target_groups": ("TargetGroupRow", "Kohderyhmät"),
    "populations": ("PopulationRow", "Perusjoukot: keitä luvut koskevat"),
    "terms": ("TermRow", "Sanasto"),
    "municipalities": ("MunicipalityRow", "Kunnat ja niiden alueet"),
    "sources": ("SourceRow", "Lähteet ja linkit"),
}
# The record of each vocabulary.
RECORDS: dict[str, type[BaseModel]] = {
    "regions": v.Region,
    "types": v.ModelType,
    "programmes": v.Programme,
    "indicators": v.Indicator,
    "instruments": v.Instrument,
    "statuses": v.Status,
    "reasons": v.Named,
    "target_groups": v.Named,
    "populations": v.Population,
    "terms": v.Term,
    "municipalities": v.OfficialMunicipality,
    "sources": v.Source,
}
LINKS: Schema = {
    "type": "object",
    "description": "Ulkoisten osoitteiden tila viimeisimmässä tarkistuksessa",
    "properties": {"links": {"type": "array", "items": {"type": "object"}}},
}


@cache
def components() -> dict[str, Schema]:
    """Every schema by name."""
    schemas = Schemas()
    page = {"page": Annotated[str | None, "Sivu, jolla siitä kerrotaan"]}
    for plural in VOCABULARIES:
        schemas.record(RECORDS[plural], LISTS[plural][0], page)
    for kind in (
        rows.ModelFile,
        rows.MentionRow,
        rows.ResultRow,
        rows.AimRow,
        rows.ModelReasonRow,
        rows.PairRow,
        rows.DiscrepancyRow,
        rows.ComparisonRow,
        rows.ComparisonFile,
        rows.MissingRow,
        rows.FormerRow,
        rows.ModelRow,
        rows.IndexFile,
    ):
        schemas.of(kind)
    told = schemas.named["ModelFile"]["properties"]
    told["written"] = {
        **schemas.of(Model, flat=False),
        "description": told["written"]["description"],
    }
    for field, name, row, fields in (
        ("results", "ResultFigures", "ResultRow", rows.RESULT_FIGURES),
        ("mentions", "MentionPlace", "MentionRow", rows.MENTION_PLACE),
    ):
        schemas.named[name] = _part(schemas.named[row], fields)
        told[field]["items"] = {"$ref": WHERE + name}
    return {**dict(sorted(schemas.named.items())), "LinksFile": LINKS}


@cache
def schema_of_file(name: str) -> Schema:
    """The schema of a file by its address under the API's root; raises LookupError where there is none."""
    stem = name.removesuffix(".json")
    if name == "index.json":
        return {"$ref": f"{WHERE}IndexFile"}
    if name == "links.json":
        return {"$ref": f"{WHERE}LinksFile"}
    first, _, rest = stem.partition("/")
    if first == "models" and rest and not rest.isdigit():
        return {"anyOf": [{"$ref": f"{WHERE}ModelFile"}, {"$ref": f"{WHERE}FormerRow"}]}
    if first == "comparisons" and rest and not rest.isdigit():
        return {"$ref": f"{WHERE}ComparisonFile"}
    if first == "files":
        return _list("FileEntry")
    return _list(LISTS[first][0])


def document(site_url: str) -> dict[str, Any]:
    """The whole document."""
    paths = {
        "/index.json": _get("index.json", "Mitä tiedostoja on, kokoineen ja tarkistussummineen")
    }
    for name, (_, words) in LISTS.items():
        paths[f"/{name}.json"] = _get(f"{name}.json", words)
        paths[f"/{name}/{{part}}.json"] = _get(
            f"{name}/1.json", f"{words}: osa luettelosta, joka ei mahdu yhteen tiedostoon", "part"
        )
    paths["/models/{region}/{model}.json"] = _get(
        "models/a/b.json",
        "Yksi malli kokonaan, tai mitä vanhasta tunnuksesta tuli",
        "region",
        "model",
    )
    paths["/comparisons/{comparison}.json"] = _get(
        "comparisons/a.json",
        "Yksi vertailu: taulukko ja mitä sen sarakkeet tarkoittavat",
        "comparison",
    )
    paths["/links.json"] = _get("links.json", LINKS["description"])
    paths["/files/{part}.json"] = _get(
        "files/1.json", "Mallien tiedostot, kun niitä on hyvin monta", "part"
    )
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Työkykymallit: avoin rajapinta",
            "version": "1.0.0",
            "description": (
                "Luettelon tiedot tiedostoina. Rajapinnassa ei ole hakuja eikä avaimia. Version 1 "
                "tiedostojen ja kenttien nimet eivät muutu, eikä kentän tyyppi vaihdu; uusia voi tulla."
            ),
            "license": {
                "name": "CC BY 4.0",
                "url": "https://creativecommons.org/licenses/by/4.0/deed.fi",
            },
        },
        "servers": [{"url": f"{site_url}api/v1"}],
        "paths": paths,
        "components": {"schemas": components()},
    }


def _get(name: str, words: str, *parameters: str) -> dict[str, Any]:
    made = _answer(words, {"application/json": {"schema": schema_of_file(name)}})
    if parameters:
        made["parameters"] = [
            {"name": one, "in": "path", "required": True, "schema": {"type": "string"}}
            for one in parameters
        ]
    return {"get": made}


def _answer(words: str, content: dict[str, Any]) -> dict[str, Any]:
    return {"summary": words, "responses": {"200": {"description": words, "content": content}}}


def _part(row: Schema, fields: Sequence[str]) -> Schema:
    """The schema of some fields of a row."""
    return {
        **row,
        "properties": {name: row["properties"][name] for name in fields},
        "required": [*fields],
    }


def _list(name: str) -> Schema:
    return {"type": "array", "items": {"$ref": WHERE + name}}
