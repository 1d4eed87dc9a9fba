"""The types of the files as JSON Schema: what the reference of fields and the editors' schemas are made of."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from pydantic.json_schema import GenerateJsonSchema

from catalogue.schema import vocabulary as v
from catalogue.schema.comparison import Comparison
from catalogue.schema.model import Model

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
    FileKind("corrections", "models/corrections/*.yml", "Korjaukset", v.Correction),
    FileKind("tombstones", "models/tombstones/*.yml", "Poistetut", v.Tombstone),
)


class _Plain(GenerateJsonSchema):
    """Without the titles that pydantic makes of field names."""

    def field_title_should_be_set(self, schema: Any) -> bool:
        return False


def record_schema(kind: FileKind) -> dict[str, Any]:
    """The schema of one record, with the types that it uses under `$defs`."""
    made: dict[str, Any] = _tidy(kind.record.model_json_schema(schema_generator=_Plain))
    return made


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
