"""The types of the files as JSON Schema, for editors that check and complete while an author writes."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from pydantic.json_schema import GenerateJsonSchema

from catalogue.schema import vocabulary as v
from catalogue.schema.comparison import Comparison
from catalogue.schema.model import Model
from catalogue.schema.scalars import ID

if TYPE_CHECKING:
    from pydantic import BaseModel

FOLDER = "models/schema"


@dataclass(frozen=True)
class FileKind:
    """A kind of file: the name of its schema, where such files are, what it is called, and the type of a record.

    `many` files hold several records by id; the others are one record.
    """

    name: str
    place: str
    heading: str
    record: type[BaseModel]
    many: bool = True


KINDS = (
    FileKind("model", "models/<alue>/<malli>.yml", "Malli", Model, many=False),
    FileKind("region", "models/<alue>/region.yml", "Alueen hanke ja kunnat", v.Profile, many=False),
    FileKind("sources", "models/sources/*.yml", "Lähteet ja linkit", v.Source),
    FileKind("discrepancies", "models/discrepancies/*.yml", "Ristiriidat", v.Discrepancy),
    FileKind("comparison", "models/comparisons/*.yml", "Vertailu", Comparison, many=False),
    FileKind("indicators", "models/vocabulary/indicators/*.yml", "Mittarit", v.Indicator),
    FileKind("types", "models/vocabulary/types.yml", "Mallityypit", v.ModelType),
    FileKind("programmes", "models/vocabulary/programmes.yml", "Ohjelmat", v.Programme),
    FileKind("regions", "models/vocabulary/regions.yml", "Alueet", v.Region),
    FileKind(
        "municipalities", "models/vocabulary/municipalities.yml", "Kunnat", v.OfficialMunicipality
    ),
    FileKind("instruments", "models/vocabulary/instruments.yml", "Mittaristot", v.Instrument),
    FileKind("statuses", "models/vocabulary/statuses.yml", "Tilat", v.Status),
    FileKind("terms", "models/vocabulary/terms.yml", "Sanasto", v.Term),
    FileKind("populations", "models/vocabulary/populations.yml", "Perusjoukot", v.Population),
    FileKind(
        "named", "models/vocabulary/{reasons,target_groups}.yml", "Syyt ja kohderyhmät", v.Named
    ),
    FileKind("tombstones", "models/tombstones/*.yml", "Poistetut", v.Tombstone),
)


class _Plain(GenerateJsonSchema):
    """Without the titles that pydantic makes of field names."""

    def field_title_should_be_set(self, schema: Any) -> bool:
        return False


def schemas() -> dict[str, str]:
    """File name and text of every schema."""
    return {
        f"{kind.name}.json": json.dumps(_of(kind), ensure_ascii=False, indent=1) + "\n"
        for kind in KINDS
    }


def record_schema(kind: FileKind) -> dict[str, Any]:
    """The schema of one record, with the types that it uses under `$defs`."""
    made: dict[str, Any] = _tidy(kind.record.model_json_schema(schema_generator=_Plain))
    return made


def _of(kind: FileKind) -> dict[str, Any]:
    made = record_schema(kind)
    types = made.pop("$defs", {})
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


def _tidy(value: Any) -> Any:
    """What an author needs: no null (a key without a value is refused), no defaults, no programmer's words on types."""
    if isinstance(value, list):
        return [_tidy(item) for item in value]
    if not isinstance(value, dict):
        return value
    choices = value.get("anyOf")
    if isinstance(choices, list) and {"type": "null"} in choices:
        rest = [choice for choice in choices if choice != {"type": "null"}]
        others = {key: item for key, item in value.items() if key != "anyOf"}
        value = {**others, **(rest[0] if len(rest) == 1 else {"anyOf": rest})}
    dropped = {
        "default",
        *(("title", "description") if isinstance(value.get("additionalProperties"), bool) else ()),
    }
    kept = {
        key: item for key, item in value.items() if key not in dropped or isinstance(item, dict)
    }
    return {key: _tidy(item) for key, item in kept.items()}
