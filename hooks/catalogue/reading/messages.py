"""pydantic's errors -> sentences in Finnish that say what to do."""

from __future__ import annotations

import types
from typing import TYPE_CHECKING, Annotated, Any, Union, get_args, get_origin

from pydantic import BaseModel

from catalogue.problems import did_you_mean

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

    from catalogue.problems import Problem
    from catalogue.reading.source import Document, Loc

OWN = {"whole", "decimal", "name", "code", "day", "period", "period_order", "id", "scale"}
SENTENCES = {
    "model_type": "Tässä pitää olla kenttiä (avain: arvo), ei pelkkää tekstiä tai luetteloa.",
    "tuple_type": "Tässä pitää olla luettelo. Aloita jokainen kohta omalla rivillään merkillä ”- ”.",
    "dict_type": "Tässä pitää olla kenttiä (avain: arvo).",
    "string_type": "Tässä pitää olla tekstiä, ei luetteloa eikä kenttiä.",
    "string_too_short": "Arvo on tyhjä tai liian lyhyt. Poista avain, jos arvoa ei ole.",
    "string_too_long": "Teksti on liian pitkä: enintään {max_length} merkkiä.",
    "too_short": "Luettelo on tyhjä. Lisää vähintään yksi kohta.",
    "string_pattern_mismatch": "Arvo ei ole oikeaa muotoa ({pattern}).",
}


def problem_of(
    error: ErrorDetails, document: Document, base: Loc, schema: type[BaseModel]
) -> Problem:
    """The problem of one pydantic error: `base` is where the record starts in its file."""
    kind, loc = error["type"], (*base, *error["loc"])
    field = str(error["loc"][-1]) if error["loc"] else ""
    if kind == "missing":
        return document.problem(loc[:-1], "puuttuu", f"Pakollinen kenttä ”{field}” puuttuu.")
    if kind == "extra_forbidden":
        known = fields_at(schema, error["loc"][:-1])
        hint = (
            " Jos pilkku kuuluu tekstiin, kirjoita teksti lainausmerkkeihin."
            if " " in field
            else ""
        )
        message = f"Tuntematon kenttä ”{field}”.{did_you_mean(field, known)}{hint}"
        return document.problem(loc, "tuntematon-kentta", message, key=True)
    if kind == "literal_error":
        allowed = literals_at(schema, error["loc"])
        message = f"Arvo ”{error['input']}” ei käy.{did_you_mean(str(error['input']), allowed)} Vaihtoehdot: {', '.join(allowed)}."
        return document.problem(loc, "arvo", message)
    return document.problem(loc, "arvo", _sentence(kind, error))


def _sentence(kind: str, error: ErrorDetails) -> str:
    context = error.get("ctx", {})
    if kind in OWN:
        return str(context["how"])
    if kind in SENTENCES:
        return SENTENCES[kind].format(**context)
    return f"Arvo ei käy ({error['msg']})."


def fields_at(schema: type[BaseModel], loc: Loc) -> tuple[str, ...]:
    """Names of the fields that are known at `loc`."""
    found = _annotation(schema, loc)
    return (
        tuple(found.model_fields)
        if isinstance(found, type) and issubclass(found, BaseModel)
        else ()
    )


def literals_at(schema: type[BaseModel], loc: Loc) -> tuple[str, ...]:
    return tuple(str(value) for value in get_args(_annotation(schema, loc)))


def _annotation(schema: Any, loc: Loc) -> Any:
    for step in loc:
        schema = _bare(schema)
        if isinstance(step, int):
            schema = get_args(schema)[0] if get_args(schema) else None
        elif (
            isinstance(schema, type)
            and issubclass(schema, BaseModel)
            and step in schema.model_fields
        ):
            schema = schema.model_fields[step].annotation
        else:
            return None
    return _bare(schema)


def _bare(annotation: Any) -> Any:
    """Without `Annotated` and `| None`."""
    while True:
        if get_origin(annotation) is Annotated:
            annotation = get_args(annotation)[0]
        elif get_origin(annotation) in (Union, types.UnionType):
            annotation = next(part for part in get_args(annotation) if part is not type(None))
        else:
            return annotation
