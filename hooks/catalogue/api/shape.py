"""Records as rows, and the JSON Schema of rows: one walk over a type says both what is written and what it is.

`flat` writes a record for the lists: a text is its Finnish words, other languages stand in `<field>_sv` and `<field>_en`,
and sources with their places are `cites`. `plain` writes it as its author did: texts by language.
"""

from __future__ import annotations

import types
from decimal import Decimal
from functools import cache
from typing import (
    Annotated,
    Any,
    Literal,
    Union,
    get_args,
    get_origin,
    get_type_hints,
    is_typeddict,
)

from pydantic import BaseModel

from catalogue.schema.claim import Cite
from catalogue.schema.edtf import Day, Period, Untold
from catalogue.schema.scalars import Localised

Schema = dict[str, Any]
SCALARS: dict[Any, Schema] = {
    bool: {"type": "boolean"},
    int: {"type": "integer"},
    float: {"type": "number"},
    Decimal: {"type": "number"},
    str: {"type": "string"},
    type(None): {"type": "null"},
    Any: {},
}
WHERE = "#/components/schemas/"
BY_LANGUAGE: Schema = {
    "type": "object",
    "required": ["fi"],
    "additionalProperties": False,
    "properties": {lang: {"type": "string"} for lang in ("fi", "sv", "en")},
}
OTHERS = (("sv", "ruotsiksi"), ("en", "englanniksi"))


def plain(value: Any) -> Any:
    """A record as JSON values: numbers, dates as text, texts as {fi, sv, en}; what is not written or usual is not there."""
    if value is None or value.__class__ in (str, int, bool):
        return value
    if isinstance(value, tuple):  # before records: it is dear to ask what is none whether it is one
        return [*map(plain, value)]
    if isinstance(value, str):
        return str(value)
    if isinstance(value, Localised):
        told = (("fi", value.fi), ("sv", value.sv), ("en", value.en))
        return {lang: text for lang, text in told if text}
    if isinstance(value, BaseModel):
        usual = _usual(type(value))
        return {  # records are slow to compare: only what may be usual is
            name: plain(item)
            for name, item in value.__dict__.items()
            if item is not None and not (name in usual and item == usual[name])
        }
    if isinstance(value, Decimal):
        return number(value)
    return str(value) if isinstance(value, Day | Period | Untold) else value


def flat(value: Any) -> Any:
    """A record as a row: every text Finnish, with its other languages beside it."""
    if isinstance(value, Localised):
        return value.fi
    if isinstance(value, BaseModel):
        made: dict[str, Any] = {}
        for field, (key, is_text) in _plan(type(value)).items():
            item = getattr(value, field)
            made[key] = flat(item)
            if is_text:
                made |= {f"{key}_{lang}": getattr(item, lang, None) for lang, _ in OTHERS}
        return made
    return [flat(item) for item in value] if isinstance(value, tuple) else plain(value)


def number(value: Decimal | None) -> int | float | None:
    """A whole number without a decimal point."""
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)


@cache
def _usual(record: type[BaseModel]) -> dict[str, Any]:
    """What goes without saying: `basis: said`."""
    fields = record.model_fields.items()
    told = {name: one.default for name, one in fields if not one.is_required()}
    return {name: value for name, value in told.items() if value is not None}


@cache
def _plan(record: type[BaseModel]) -> dict[str, tuple[str, bool]]:
    """The field's name in a row, and whether it is a text that may be in several languages."""
    return {
        name: (
            "cites" if name == "sources" and Cite in _parts(field.annotation) else name,
            Localised in _parts(field.annotation) and not _holds_many(field.annotation),
        )
        for name, field in record.model_fields.items()
    }


def _parts(annotation: Any) -> set[Any]:
    """Every plain type within an annotation."""
    inner = [one for one in get_args(annotation) if get_origin(annotation) is not Literal]
    if get_origin(annotation) is Annotated:
        inner = inner[:1]
    return {annotation}.union(*(_parts(one) for one in inner)) if inner else {annotation}


def _holds_many(annotation: Any) -> bool:
    return any(get_origin(one) in (tuple, list) for one in _parts(annotation))


class Schemas:
    """The schemas of types, with those of their parts under `named`."""

    def __init__(self) -> None:
        self.named: dict[str, Schema] = {}

    def of(self, kind: Any, *, flat: bool = True) -> Schema:
        """The schema of what is written of a type."""
        origin, inner = get_origin(kind), get_args(kind)
        if origin is Annotated:
            words = [one for one in inner[1:] if isinstance(one, str)]
            made = self.of(inner[0], flat=flat)
            return {**made, "description": words[0]} if words else made
        if origin in (Union, types.UnionType):
            return _either([self.of(one, flat=flat) for one in inner])
        if origin is Literal:
            return {"type": "string", "enum": list(inner)}
        if origin in (tuple, list):
            return {"type": "array", "items": self.of(inner[0], flat=flat)}
        if origin is dict:
            return {"type": "object", "additionalProperties": self.of(inner[1], flat=flat)}
        if kind is Localised:
            return SCALARS[str] if flat else BY_LANGUAGE
        if isinstance(kind, type) and issubclass(kind, Day | Period | Untold):
            return SCALARS[str]
        if isinstance(kind, type) and issubclass(kind, BaseModel):
            return self._reference(kind, self._of_record, flat)
        if is_typeddict(kind):
            return self._reference(kind, self._of_row, flat)
        return SCALARS[kind] if kind in SCALARS else self.of(kind.__mro__[1], flat=flat)

    def record(self, record: type[BaseModel], name: str, more: dict[str, Any]) -> Schema:
        """A list's row made of a record: its id, its fields, and what is added of `more` (name to type)."""
        made = self._of_record(record, flat=True)
        around = {"id": Annotated[str, "Tunnus"]}
        fields = {key: self.of(kind) for key, kind in around.items()} | made["properties"]
        fields |= {key: self.of(kind) for key, kind in more.items()}
        self.named[name] = {**made, "properties": fields, "required": [*fields]}
        return {"$ref": WHERE + name}

    def _reference(self, kind: Any, make: Any, flat: bool) -> Schema:
        name = kind.__name__ if flat else f"Written{kind.__name__}"
        if name not in self.named:
            self.named[name] = {}  # known before its parts are: they may hold it themselves
            self.named[name] = make(kind, flat=flat)
        return {"$ref": WHERE + name}

    def _of_row(self, kind: Any, *, flat: bool) -> Schema:
        hints = get_type_hints(kind, include_extras=True)
        fields = {name: self.of(hint, flat=flat) for name, hint in hints.items()}
        return {
            "type": "object",
            "description": " ".join((kind.__doc__ or "").split()),
            "properties": fields,
            "required": [*fields],
            "additionalProperties": False,
        }

    def _of_record(self, record: type[BaseModel], *, flat: bool) -> Schema:
        fields: dict[str, Schema] = {}
        for name, field in record.model_fields.items():
            key, is_text = _plan(record)[name] if flat else (name, False)
            told = {"description": field.description} if field.description else {}
            if not flat and (usual := _usual(record).get(name)):
                told["default"] = usual
            fields[key] = {**self.of(field.annotation, flat=flat), **told}
            if is_text:
                for lang, words in OTHERS:
                    fields[f"{key}_{lang}"] = {
                        "type": ["string", "null"],
                        "description": f"Sama {words}",
                    }
        always = [name for name, field in record.model_fields.items() if field.is_required()]
        return {
            "type": "object",
            "properties": fields,
            "required": [*fields] if flat else always,
            "additionalProperties": False,
        }


def _either(choices: list[Schema]) -> Schema:
    """One of several; plain types in one list, as JSON Schema has it."""
    plain_types = [one for one in choices if set(one) <= {"type", "enum"}]
    if len(plain_types) == len(choices):
        names = list(dict.fromkeys(one["type"] for one in choices))
        if {"integer", "number"} <= set(names):
            names.remove("integer")
        made: Schema = {"type": names[0] if len(names) == 1 else names}
        enums = [value for one in choices for value in one.get("enum", ())]
        return {**made, "enum": [*enums, *([None] if "null" in names else [])]} if enums else made
    return {"anyOf": choices}
