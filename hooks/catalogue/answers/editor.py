"""Schemas for editors that check and complete while an author writes: the types, ids with their names, faults in Finnish.

The ids stand in a file of their own, `tunnukset.json`, to which the others refer: only that changes with the data. Ids
of vocabularies are refused when they are not known; sources and models, which come with a proposal, are only suggested.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from catalogue.answers.meant import names
from catalogue.finnish.formats import lowered
from catalogue.finnish.words import MEASURES, meanings
from catalogue.records import PLURALS
from catalogue.schema.editor import KINDS, record_schema
from catalogue.schema.edtf import DATE_PATTERN, HOW_DAY, HOW_PERIOD, SPAN_PATTERN, TOLD_PATTERN
from catalogue.schema.scalars import FORMER_PATTERN, HOW_ID, ID

if TYPE_CHECKING:
    from collections.abc import Mapping

    from catalogue.records import Catalogue
    from catalogue.schema.editor import FileKind
    from catalogue.schema.vocabulary import Measure

IDS_FILE = "tunnukset.json"
CLOSED = (
    "region",
    "type",
    "programme",
    "indicator",
    "instrument",
    "status",
    "reason",
    "target_group",
    "population",
)
OPEN = ("source", "model")
WHOLE, NUMBER = r"^\d{1,9}$", r"^-?\d{1,9}(\.\d{1,6})?$"
HOWS = {
    DATE_PATTERN: HOW_DAY,
    SPAN_PATTERN: HOW_PERIOD,
    TOLD_PATTERN: f"{HOW_PERIOD} Jos lähde ei kerro jaksoa, kirjoita ohjelmakausi.",
    FORMER_PATTERN: "Aiempi tunnus on malli tai <alue>/<malli>.",
    f"^{ID}$": HOW_ID,
    r"^\d+-\d+$": "Kirjoita asteikko muodossa 0-10: pienin, yhdysviiva, suurin.",
    WHOLE: "Kirjoita kokonaisluku numeroin ilman välejä, esimerkiksi 1128.",
    NUMBER: "Kirjoita luku desimaalipisteellä ja ilman yksikköä, esimerkiksi 34.1.",
}
# The fields of numbers that each measure does not have, as the rule `tuloksen-muoto` knows them.
FOREIGN: Mapping[Measure, tuple[str, ...]] = {
    "count": ("value", "before", "after", "of", "reported", "n", "scale"),
    "share": ("value", "before", "after", "n", "scale"),
    "score": ("count", "of", "reported"),
    "amount": ("count", "of", "reported", "scale"),
}


def schemas(catalogue: Catalogue | None = None) -> dict[str, str]:
    """File name and text of every schema; with a catalogue also the file of ids."""
    made = {f"{kind.name}.json": _text(_of(kind)) for kind in KINDS}
    return made | ({IDS_FILE: _text(_ids(catalogue))} if catalogue else {})


def _text(schema: dict[str, Any]) -> str:
    return json.dumps(schema, ensure_ascii=False, indent=1) + "\n"


def _of(kind: FileKind) -> dict[str, Any]:
    made = _for_editors(record_schema(kind))
    types = made.pop("$defs", {})
    if "Result" in types:
        types["Result"]["allOf"] = [_complete(), *map(_fields_of, FOREIGN)]
    if kind.many:
        made = {
            "type": "object",
            "patternProperties": {f"^{ID}$": made},
            "additionalProperties": False,
        }
    head = {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": kind.heading,
        "$comment": "Tehty komennolla make schema: älä muokkaa käsin.",
    }
    return {**head, **made, **({"$defs": types} if types else {})}


def _for_editors(value: Any) -> Any:
    """With the ids that may be written, the meanings of fixed words, and Finnish for what is refused."""
    if isinstance(value, list):
        return [_for_editors(item) for item in value]
    if not isinstance(value, dict):
        return value
    made = {key: _for_editors(item) for key, item in value.items()}
    if made.get("type") == "integer" and "properties" not in made:
        made = {**made, "type": ["integer", "string"], "pattern": WHOLE}
    elif made.get("type") == "number":
        made = {**made, "type": ["number", "string"], "pattern": NUMBER}
    kind = made.get("x-viittaa")
    if kind in (*CLOSED, *OPEN):
        made["allOf"] = [{"$ref": f"{IDS_FILE}#/definitions/{kind}"}]
    if isinstance(made.get("enum"), list) and len(made["enum"]) > 1:
        told = dict(meanings(tuple(made["enum"])))
        listed = ", ".join(f"{word} ({meaning})" for word, meaning in told.items())
        made |= {"enumDescriptions": [*told.values()], "errorMessage": f"Vaihtoehdot: {listed}."}
    if isinstance(made.get("pattern"), str):
        made["patternErrorMessage"] = made["errorMessage"] = HOWS.get(made["pattern"], HOW_ID)
    return made


def _complete() -> dict[str, Any]:
    """A figure says of whom and when it is."""
    return {
        "if": {"not": {"required": ["missing"]}},
        "then": {"required": ["period", "population"]},
    }


def _fields_of(measure: Measure) -> dict[str, Any]:
    """What a result of an indicator of this measure does not have."""
    refused = {
        field: {
            "const": "",
            "errorMessage": f"Mittari on {lowered(MEASURES[measure])}: {field} ei kuulu siihen.",
        }
        for field in FOREIGN[measure]
    }
    chosen = {"indicator": {"$ref": f"{IDS_FILE}#/definitions/measure-{measure}"}}
    return {
        "if": {"required": ["indicator"], "properties": chosen},
        "then": {"properties": refused},
    }


def _ids(catalogue: Catalogue) -> dict[str, Any]:
    found: dict[str, Any] = {kind: _known(catalogue, kind) for kind in CLOSED}
    found |= {kind: {"anyOf": [_known(catalogue, kind), {"type": "string"}]} for kind in OPEN}
    for measure in FOREIGN:
        own = [key for key, one in catalogue.indicators.items() if one.data.measure == measure]
        found[f"measure-{measure}"] = {"enum": own or [""]}
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "Tunnukset",
        "$comment": "Tehty aineistosta komennolla make schema: älä muokkaa käsin.",
        "definitions": found,
    }


def _known(catalogue: Catalogue, kind: str) -> dict[str, Any]:
    records = getattr(catalogue, PLURALS[kind])
    return {
        "enum": [*records] or [""],
        "enumDescriptions": [next(names(one.data), "") for one in records.values()],
        "errorMessage": "Tällaista tunnusta ei ole. Tunnukset nimineen: sivu osallistu/tunnukset/.",
    }
