"""The types of the files as a form: what is asked, in Finnish, in the order of the types, and what may be chosen.

A form is plain data for whoever draws it. A node says what kind of answer it takes:
`text`, `number`, `flag`, `choice` (fixed words), `id` (of a record), `list`, `object`, `map` (records by id),
`either` (a fixed word, or an object that says more).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from catalogue.finnish.field_names import field_name
from catalogue.finnish.formats import collation
from catalogue.finnish.words import meanings
from catalogue.records import PLURALS
from catalogue.rules.numbers import FIELDS
from catalogue.schema.editor import KINDS, record_schema

if TYPE_CHECKING:
    from catalogue.records import Catalogue, Record
    from catalogue.schema.editor import FileKind

Node = dict[str, Any]
LONG = 200  # characters; a text that may be longer gets several lines
FIRST = ("name", "title", "type", "sources")  # of a model: sources before what leans on them
NAMED = ("name", "title", "project")
RARE = ("least", "most", "scale")  # of the numbers of a result
# What most authors come to tell, though it may be left out: it is not folded away. By the type that has it.
USUAL = {
    "Model": ("target_groups", "pilot", "results"),
    "Sections": ("idea",),
    "Result": ("period", "population"),
    "Process": ("steps",),
    "Step": ("does", "by"),
    "Source": ("year", "url", "accessed"),
}


def forms() -> dict[str, Node]:
    """The form of each kind of file, by the name of the kind."""
    return {kind.name: _form(kind) for kind in KINDS}


def choices(catalogue: Catalogue) -> dict[str, list[dict[str, str]]]:
    """Every id that a file may refer to, by kind of record and name: `id`, `name` and what tells it from the others.

    Of an indicator also the fields of numbers that its results have.
    """
    found = {
        kind: sorted(
            (_choice(record) for record in getattr(catalogue, plural).values()),
            key=lambda one: collation(one["name"]),
        )
        for kind, plural in PLURALS.items()
    }
    results = [
        {"id": key, "name": key.rsplit("/", 1)[-1], "about": ""} for key in catalogue.results
    ]
    return {**found, "result": results}


def _choice(record: Record[Any]) -> dict[str, str]:
    data = record.data
    name = next((str(getattr(data, field)) for field in NAMED if getattr(data, field, None)), "")
    about = getattr(data, "definition", None) or getattr(data, "publisher", None)
    made = {"id": record.id, "name": name or record.id, "about": str(about or "")}
    measure = getattr(data, "measure", None)
    numbers = [field for field in FIELDS[measure][1] if field not in RARE] if measure else []
    return made | {"fields": " ".join(numbers)} if measure else made


def _form(kind: FileKind) -> Node:
    schema = record_schema(kind)
    made = _object(schema, schema.get("$defs", {}), kind.record.__name__)
    if kind.name == "model":
        made["fields"].sort(key=_place)
    return {"kind": "map", "item": made} if kind.many else made


def _place(field: Node) -> int:
    return FIRST.index(field["name"]) if field["name"] in FIRST else len(FIRST)


def _object(schema: Node, types: dict[str, Node], name_of_type: str) -> Node:
    required, usual = schema.get("required", ()), USUAL.get(name_of_type, ())
    fields = [
        {
            "name": name,
            "label": field_name(name).capitalize(),
            "help": field.get("description", ""),
            "required": name in required,
            "usual": name in usual,
            "node": _node(field, types),
        }
        for name, field in schema["properties"].items()
    ]
    return {"kind": "object", "fields": fields, "order": list(schema["properties"])}


def _node(field: Node, types: dict[str, Node]) -> Node:
    if "$ref" in field:
        name = field["$ref"].rsplit("/", 1)[-1]
        return _object(types[name], types, name)
    if "anyOf" in field:
        return _of_several(field["anyOf"], types)
    if "enum" in field:
        return {"kind": "choice", "words": _words(tuple(field["enum"]))}
    if "const" in field:
        return {"kind": "flag", "value": field["const"]}
    if field.get("type") == "array":
        return {"kind": "list", "item": _node(field["items"], types)}
    if field.get("type") in ("integer", "number"):
        return {"kind": "number", "whole": field["type"] == "integer"}
    if "x-viittaa" in field:
        return {"kind": "id", "of": field["x-viittaa"]}
    return {
        "kind": "text",
        "long": field.get("maxLength", 0) > LONG,
        "most": field.get("maxLength", 0),
        "example": str(field.get("examples", [""])[0]),
    }


def _of_several(forms: list[Node], types: dict[str, Node]) -> Node:
    """One of: a text or the same by language; an id or a list of ids; a fixed word or an object that says more."""
    nodes = {node["kind"]: node for node in (_of_form(form, types) for form in forms)}
    if "choice" in nodes:
        return {"kind": "either", "words": nodes["choice"]["words"], "more": nodes["object"]}
    if "list" in nodes:
        return {**nodes["list"], "single": True}
    return nodes["text"]


def _of_form(form: Node, types: dict[str, Node]) -> Node:
    if form.get("properties", {}).keys() >= {"fi", "sv"}:
        return {"kind": "languages"}
    return _node(form, types)


def _words(values: tuple[str, ...]) -> list[tuple[str, str]]:
    return [(value, meaning) for value, meaning in meanings(values)]
