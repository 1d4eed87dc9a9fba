"""pydantic's errors -> sentences in Finnish that say what to do."""

from __future__ import annotations

import types
from typing import TYPE_CHECKING, Annotated, Any, Union, get_args, get_origin

from pydantic import BaseModel

from catalogue.problems import did_you_mean
from catalogue.schema.scalars import Localised

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

    from catalogue.problems import Problem
    from catalogue.reading.source import Document, Loc

OWN = {
    "whole",
    "decimal",
    "name",
    "code",
    "day",
    "period",
    "period_order",
    "id",
    "scale",
    "yes",
    "too_long",
}
SHOWN = {"model_type", "tuple_type", "dict_type"}  # what needs a right example beside the sentence
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
        home = _home(schema, field)
        known = () if home else fields_at(schema, error["loc"][:-1])
        hint = (
            " Jos pilkku kuuluu tekstiin, kirjoita teksti lainausmerkkeihin."
            if " " in field
            else ""
        )
        place = f" Se on kohdan {home} kenttä." if home else ""
        message = f"Tuntematon kenttä ”{field}”.{place}{did_you_mean(field, known)}{hint}"
        return document.problem(loc, "tuntematon-kentta", message, key=True)
    if kind == "literal_error":
        allowed = literals_at(schema, error["loc"])
        given = str(error["input"])[:80]
        message = f"Arvo ”{given}” ei käy.{did_you_mean(given, allowed)} Vaihtoehdot: {', '.join(allowed)}."
        return document.problem(loc, "arvo", message)
    form = form_at(schema, error["loc"]) if kind in SHOWN else ""
    hint = f" Kirjoita {form}." if "{" in form else ""
    return document.problem(loc, "arvo", _sentence(kind, error) + hint)


def _sentence(kind: str, error: ErrorDetails) -> str:
    context = error.get("ctx", {})
    if kind in OWN:
        return str(context["how"])
    if kind in SENTENCES:
        return SENTENCES[kind].format(**context)
    return f"Arvo ei käy ({error['msg']})."


def _home(schema: type[BaseModel], field: str) -> str:
    """The field of the record under which `field` belongs, when it has one home alone and is none of the record's own."""
    parts = {name: _part(one.annotation) for name, one in schema.model_fields.items()}
    homes = [name for name, part in parts.items() if part and field in part.model_fields]
    return homes[0] if len(homes) == 1 and field not in schema.model_fields else ""


def _part(annotation: Any) -> type[BaseModel] | None:
    """The fields that a value, or each item of a list, has."""
    bare = _bare(annotation)
    if get_origin(bare) is tuple:
        bare = _bare(get_args(bare)[0])
    return bare if isinstance(bare, type) and issubclass(bare, BaseModel) else None


def fields_at(schema: type[BaseModel], loc: Loc) -> tuple[str, ...]:
    """Names of the fields that are known at `loc`."""
    found = _annotation(schema, loc)
    return (
        tuple(found.model_fields)
        if isinstance(found, type) and issubclass(found, BaseModel)
        else ()
    )


def form_at(schema: type[BaseModel], loc: Loc) -> str:
    """How the value at `loc` is written, with what it must have: `{text: …, sources: [{id: …, at: …}]}`."""
    return _form(_annotation(schema, loc)) if loc else ""


def _form(annotation: Any) -> str:
    bare = _bare(annotation)
    if get_origin(bare) is tuple:
        return f"[{_form(get_args(bare)[0])}]"
    if not isinstance(bare, type) or not issubclass(bare, BaseModel) or bare is Localised:
        return "…"
    needed = {name: field for name, field in bare.model_fields.items() if field.is_required()}
    parts = [f"{name}: {_form(field.annotation)}" for name, field in needed.items()]
    return "{" + ", ".join(parts or ["kenttä: …"]) + "}"


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
