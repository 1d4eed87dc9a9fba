"""The API's files against the schemas of its OpenAPI document."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from catalogue.api.openapi import components, schema_of_file

if TYPE_CHECKING:
    from jsonschema import Draft202012Validator


@cache
def validator(name: str) -> Draft202012Validator:
    """The validator of the file of a name."""
    from jsonschema import Draft202012Validator  # a second of processor: only for whom needs it

    whole = {**schema_of_file(name), "components": {"schemas": components()}}
    return Draft202012Validator(whole)


def faults_of(name: str, value: Any) -> list[str]:
    """What in a file is not as the document says."""
    return [f"{one.json_path}: {one.message}" for one in validator(name).iter_errors(value)][:5]


def types_of(schema: dict[str, Any]) -> str:
    """A schema in one line: `integer|null`, `[CiteRow]`, `a|b` of fixed words."""
    if "$ref" in schema:
        return str(schema["$ref"]).rpartition("/")[2]
    if "anyOf" in schema:
        return "|".join(types_of(one) for one in schema["anyOf"])
    if schema.get("type") == "array":
        return f"[{types_of(schema['items'])}]"
    types = schema.get("type", "any")
    told = types if isinstance(types, str) else "|".join(types)
    words = schema.get("enum", ())
    return f"{told}: {' '.join(str(word) for word in words)}" if words else told


def contract() -> dict[str, dict[str, str]]:
    """Every row of the API with its fields and their types: what a change must not break."""
    return {
        name: {field: types_of(schema) for field, schema in made.get("properties", {}).items()}
        for name, made in components().items()
    }
