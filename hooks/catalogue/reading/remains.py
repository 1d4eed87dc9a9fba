"""What can be read of a record that has faults, so that its other faults are told in the same run."""

from __future__ import annotations

from functools import cache
from typing import Annotated, Any, get_args, get_origin

from pydantic import BaseModel, TypeAdapter, ValidationError

from catalogue.schema.scalars import Localised


def remains_of(schema: type[BaseModel], data: Any) -> BaseModel:
    """The record with each field that is right by itself; a faulty item of a list leaves `None` in its place.

    Fields that are faulty or missing have their default, or are not there at all: only rules that can do without may look.
    """
    known = (
        {name: value for name, value in data.items() if name in schema.model_fields}
        if isinstance(data, dict)
        else {}
    )
    read = {name: _field(schema, name, value) for name, value in known.items()}
    kept = {name: value for name, value in read.items() if value is not None}
    if issubclass(schema, Localised):
        kept.setdefault("fi", "")  # every reader of a text asks for its Finnish
    return schema.model_construct(**kept)


def _field(schema: type[BaseModel], name: str, value: Any) -> Any:
    whole, item, parts = _readers(schema, name)
    read = _read(whole, value)
    if read is None and item and isinstance(value, list):
        return tuple(_read(item, one) for one in value)
    return remains_of(parts, value) if read is None and parts else read


def _read(reader: TypeAdapter[Any], value: Any) -> Any:
    try:
        return reader.validate_python(value)
    except ValidationError:
        return None


@cache
def _readers(
    schema: type[BaseModel], name: str
) -> tuple[TypeAdapter[Any], TypeAdapter[Any] | None, type[BaseModel] | None]:
    """What reads a field; what reads one item of it where it is a list; its type where it has fields of its own."""
    field = schema.model_fields[name]
    kind: Any = field.annotation
    item = TypeAdapter(get_args(kind)[0]) if get_origin(kind) is tuple else None
    parts = [
        part
        for part in (kind, *get_args(kind))
        if isinstance(part, type) and issubclass(part, BaseModel)
    ]
    return (
        TypeAdapter(Annotated[(kind, *field.metadata)] if field.metadata else kind),
        item,
        parts[0] if parts and item is None else None,
    )
