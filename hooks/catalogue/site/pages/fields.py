"""The authors' reference of fields: every field of every kind of file, made of the types that check the files."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from catalogue.finnish.words import meanings
from catalogue.schema.editor import KINDS, record_schema
from catalogue.schema.edtf import DATE_PATTERN, SPAN_PATTERN, TOLD_PATTERN
from catalogue.schema.scalars import (
    FORMER_MENTION_PATTERN,
    FORMER_PATTERN,
    FORMER_RESULT_PATTERN,
)
from catalogue.site.pages.field_words import FORMS, REFERENCES, TYPES
from catalogue.site.parts import addresses
from catalogue.site.parts.common import Link

if TYPE_CHECKING:
    from catalogue.schema.editor import FileKind

PATTERNS = {
    DATE_PATTERN: "day",
    SPAN_PATTERN: "period",
    TOLD_PATTERN: "told",
    FORMER_PATTERN: "former",
    FORMER_MENTION_PATTERN: "former_mention",
    FORMER_RESULT_PATTERN: "former_result",
    r"^\d+-\d+$": "scale",
    r"^[0-4],(?:\d|1[01])$": "tile",
}


@dataclass(frozen=True)
class WordView:
    """A fixed word and what it means."""

    word: str
    meaning: str


@dataclass(frozen=True)
class FieldView:
    """One field. `form` says how it is written, `link` leads to where its ids are listed or its own fields are told."""

    name: str
    title: str
    required: bool
    form: str
    link: Link | None
    description: str
    words: tuple[WordView, ...]


@dataclass(frozen=True)
class TypeView:
    """A type of the schema with its fields."""

    anchor: str
    heading: str
    fields: tuple[FieldView, ...]


@dataclass(frozen=True)
class FileView:
    """A kind of file: where it is, its fields, and the fields of the parts that were not told before."""

    anchor: str
    heading: str
    place: str
    many: bool
    fields: tuple[FieldView, ...]
    parts: tuple[TypeView, ...]


@cache  # the same whatever the data says
def fields_view() -> tuple[FileView, ...]:
    """Every kind of file, the most used first; a part that several kinds use is told with the first."""
    found, told = [], set[str]()
    for kind in KINDS:
        schema = record_schema(kind)
        parts = {name: part for name, part in schema.get("$defs", {}).items() if name not in told}
        told |= set(parts)
        found.append(
            FileView(
                _anchor(kind),
                kind.heading,
                kind.place,
                kind.many,
                _fields(schema),
                tuple(
                    TypeView(addresses.part_anchor(name), TYPES[name], _fields(part))
                    for name, part in parts.items()
                ),
            )
        )
    return tuple(found)


def _anchor(kind: FileKind) -> str:
    return f"tiedosto-{kind.name}"


def _fields(schema: dict[str, Any]) -> tuple[FieldView, ...]:
    required = schema.get("required", ())
    return tuple(
        _field(name, field, name in required) for name, field in schema["properties"].items()
    )


def _field(name: str, field: dict[str, Any], required: bool) -> FieldView:
    item = field.get("items", field)
    shorter, longer = _forms(item)
    form, link = _form(longer)
    if "items" in field:
        form = f"monta: {form}"
    elif shorter:
        form = f"{_form(shorter)[0]}, tai {'monta' if 'items' in longer else form}"
    item = shorter or item
    return FieldView(
        name,
        field.get("title", ""),
        required,
        form,
        link,
        field.get("description", ""),
        tuple(WordView(*pair) for pair in meanings(tuple(item["enum"]))) if "enum" in item else (),
    )


def _forms(item: dict[str, Any]) -> tuple[dict[str, Any], dict[str, Any]]:
    """The short way to write a value where there is one (a word, one id), and the long one (fields, a list)."""
    choices = item.get("anyOf", ())
    longer = next((one for one in choices if "$ref" in one or "items" in one), None)
    shorter = next((one for one in choices if "enum" in one or "x-viittaa" in one), None)
    return (shorter, longer) if shorter and longer else ({}, item)


def _form(item: dict[str, Any]) -> tuple[str, Link | None]:
    """How a value is written, and where to read more."""
    reference = item.get("$ref") or next((part["$ref"] for part in item.get("allOf", ())), None)
    if reference:
        name = reference.removeprefix("#/$defs/")
        return "oma ryhmä", Link(TYPES[name], addresses.part_of_fields(name))
    if "x-viittaa" in item:
        words, url = REFERENCES[item["x-viittaa"]]
        return words, Link("katso tunnukset", url) if url else None
    if "items" in item:
        return _form(item["items"])
    if "enum" in item:
        return "jokin sanoista", None
    if "const" in item:
        return FORMS["yes"], None
    if "anyOf" in item:
        return FORMS["text"], None
    return FORMS[_scalar(item)], None


def _scalar(item: dict[str, Any]) -> str:
    if item.get("pattern") in PATTERNS:
        return PATTERNS[item["pattern"]]
    if item.get("type") == ["string", "integer"]:
        return "code"
    return {"integer": "whole", "number": "number", "string": "line"}[item["type"]]
