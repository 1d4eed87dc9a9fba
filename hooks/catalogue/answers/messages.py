"""pydantic's errors -> sentences in Finnish that say what to do."""

from __future__ import annotations

import re
import types
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING, Annotated, Any, Union, get_args, get_origin

from pydantic import BaseModel

from catalogue.answers.fields import field_meant, former_field
from catalogue.answers.guesses import decimal_as_written, number_as_written, untold
from catalogue.answers.meant import word_meant
from catalogue.answers.times import time_as_written
from catalogue.finnish.formats import slug
from catalogue.finnish.words import meanings, other_words
from catalogue.problems import Sought
from catalogue.schema.scalars import Id, Localised

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Sequence

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
FIELDS = "Tässä pitää olla kenttiä (avain: arvo), ei pelkkää tekstiä tai luetteloa."
SENTENCES = {
    "model_type": FIELDS,
    "tuple_type": "Tässä pitää olla luettelo. Aloita jokainen kohta omalla rivillään merkillä ”- ”.",
    "dict_type": "Tässä pitää olla kenttiä (avain: arvo).",
    "string_type": "Tässä pitää olla tekstiä, ei luetteloa eikä kenttiä.",
    "string_too_short": "Arvo on tyhjä tai liian lyhyt.",
    "string_too_long": "Teksti on liian pitkä: enintään {max_length} merkkiä.",
    "too_short": "Luettelo on tyhjä. Lisää vähintään yksi kohta.",
    "string_pattern_mismatch": "Arvo ei ole oikeaa muotoa ({pattern}).",
}
PARTS = re.compile(r"[,;/\n]|\s+(?:ja|sekä|och|and)\s+|\s*[•–▪◦·]\s*")
MARKS = " -–—•▪◦·*()"
LISTED = 200  # characters of words that are shown as a list
MANY = 16  # fields that are too many to be named in a message
LANGUAGE_CODES = {"fin": "fi", "suomi": "fi", "swe": "sv", "se": "sv", "ruotsi": "sv", "eng": "en"}


def problems_of(
    errors: Sequence[ErrorDetails], document: Document, base: Loc, schema: type[BaseModel]
) -> Iterator[Problem]:
    """A problem of each error but those that follow from another: a field under a wrong name is not missing, too."""
    missing = {error["loc"] for error in errors if error["type"] == "missing"}
    renamed = {
        (*error["loc"][:-1], _meant_at(schema, error["loc"], missing))
        for error in errors
        if error["type"] == "extra_forbidden"
    }
    for error in errors:
        if error["type"] != "missing" or error["loc"] not in renamed:
            yield problem_of(error, document, base, schema, missing)


def problem_of(
    error: ErrorDetails,
    document: Document,
    base: Loc,
    schema: type[BaseModel],
    missing: Container[Loc] = (),
) -> Problem:
    """The problem of one pydantic error: `base` is where the record starts in its file; `missing`: what else lacks."""
    kind, loc = error["type"], (*base, *error["loc"])
    field = str(error["loc"][-1]) if error["loc"] else ""
    if kind == "missing":
        message = f"Pakollinen kenttä ”{field}” puuttuu.{_how_to_add(schema, error['loc'])}"
        return document.problem(loc[:-1], "puuttuu", message)
    if kind == "extra_forbidden":
        message = f"Tuntematon kenttä ”{field}”.{_unknown(schema, error['loc'], missing)}"
        return document.problem(loc, "tuntematon-kentta", message, key=True)
    given = error["input"]
    if given == "" or (given is None and kind != "missing"):
        return document.problem(loc, "arvo", _empty(schema, error["loc"]), key=True)
    if kind == "literal_error":
        return document.problem(loc, "arvo", _word(schema, error["loc"], str(given)))
    if kind == "id" and isinstance(given, str):
        return _sought(schema, error, document, loc)
    if kind == "id":
        return document.problem(loc, "arvo", _one_id(given))
    if guess := _guess(kind, field, given, _name_of(schema, error["loc"][:-1])):
        return document.problem(loc, "arvo", guess)
    form = form_at(schema, error["loc"]) if kind in SHOWN else ""
    if "{" not in form and (items := _listed(kind, given)):
        told = (
            f"Tässä pitää olla luettelo. Kirjoita {items} tai aloita jokainen kohta omalla rivillään "
            "merkillä ”- ”."
        )
        return document.problem(loc, "arvo", told)
    hint = f" Kirjoita {form}." if "{" in form else ""
    return document.problem(loc, "arvo", _sentence(kind, error) + hint)


def _listed(kind: str, given: Any) -> str:
    """`[a, b]` of words that stand one after another where a list belongs."""
    if kind != "tuple_type" or not isinstance(given, str):
        return ""
    items = [part.strip(MARKS) for part in PARTS.split(re.sub(r"(?:^|\s)\d+\.\s", ",", given))]
    items = [item for item in items if item]
    if not items or len(given) > LISTED or any(set(item) & set(":{}[]") for item in items):
        return ""
    return f"[{', '.join(items)}]"


def _one_id(given: Any) -> str:
    """A list or fields where one id belongs."""
    if isinstance(given, list) and len(given) == 1 and isinstance(given[0], str):
        return f"Tähän kuuluu yksi tunnus, ei luetteloa. Kirjoita {given[0]} ilman hakasulkuja ja ylimääräistä viivaa."
    if isinstance(given, list):
        return "Tähän kuuluu yksi tunnus, ei luetteloa. Kirjoita kullekin oma kohta, joka alkaa viivalla (- )."
    return "Tähän kuuluu yksi tunnus, ei kenttiä. Kirjoita pelkkä tunnus kentän nimen perään."


def _sentence(kind: str, error: ErrorDetails) -> str:
    context = error.get("ctx", {})
    if kind in OWN:
        return str(context["how"])
    if kind in SENTENCES:
        return SENTENCES[kind].format(**context)
    return f"Arvo ei käy ({error['msg']})."


def _how_to_add(schema: type[BaseModel], loc: Loc) -> str:
    """` Lisää sources: [{id: …, at: …}].` with what the field is, where its form does not tell."""
    name, form = str(loc[-1]), form_at(schema, loc)
    if name in ("fi", "sv", "en"):
        return f" Kirjoita teksti kielittäin: {{fi: …, sv: …, en: …}}; {name} on pakollinen."
    info = _info(schema, loc)
    told = f" {info.description}" if info and info.description else ""
    return f" Lisää {name}: {form}.{told}" if "{" in form else f" Lisää se.{told}"


def _unknown(schema: type[BaseModel], loc: Loc, missing: Container[Loc] = ()) -> str:
    """The field that was meant or where it belongs, else the fields that there are."""
    field, parent = str(loc[-1]), loc[:-1]
    known = fields_at(schema, parent)
    name, colon, value = field.partition(":")
    if colon and name in known:
        return f" Kaksoispisteen jäljestä puuttuu väli: kirjoita {name}: {value.strip() or '…'}."
    if field.isdigit() and parent:
        return f" Desimaalit erotetaan pisteellä, ei pilkulla: kirjoita ….{field}."
    if field in LANGUAGE_CODES and _annotation(schema, parent) is Localised:
        return f" Tarkoititko ”{LANGUAGE_CODES[field]}”? Kielet ovat fi, sv ja en."
    if told := former_field(_name_of(schema, parent), field):
        return f" {told}"
    if home := _home(schema, field):
        return f" Se on kohdan {home} kenttä."
    found = _lacking(field_meant(field, known), parent, missing)
    if len(found) == 1:
        return f" Tarkoititko ”{found[0]}”?"
    if found:
        return f" Tarkoititko jotakin näistä: {', '.join(found)}?"
    if above := _above(schema, parent, field):
        return f" {above}"
    if " " in field and parent:
        return " Jos pilkku kuuluu tekstiin, kirjoita teksti lainausmerkkeihin."
    if " " in field:
        return (
            " Kentän nimi on yksi englanninkielinen sana. Jos rivi ei kuulu tiedostoon, poista se."
        )
    if len(known) > MANY:
        return " Kaikki kentät selityksineen: sivu osallistu/kentat/."
    return f" Tämän kohdan kentät: {', '.join(known)}." if known else ""


def _lacking(found: tuple[str, ...], parent: Loc, missing: Container[Loc]) -> tuple[str, ...]:
    """Of several fields that may be meant the one that must be there and is not."""
    lacking = tuple(name for name in found if (*parent, name) in missing)
    return lacking if len(lacking) == 1 else found


def _above(schema: type[BaseModel], parent: Loc, field: str) -> str:
    """A field of what holds this one, written too deep."""
    for length in range(len(parent) - 1, -1, -1):
        if isinstance(parent[length], str):
            found = field_meant(field, fields_at(schema, parent[:length]))
            if len(found) == 1:
                where = f"kohdan {parent[length - 1]}" if length else "koko tiedoston"
                return f"Tarkoititko {where} kenttää ”{found[0]}”? Siirrä se pois kohdasta {parent[length]}."
    return ""


def _meant_at(schema: type[BaseModel], loc: Loc, missing: Container[Loc]) -> str:
    """The one field that a wrong name means; empty when there is none or more."""
    field, parent = str(loc[-1]), loc[:-1]
    if _annotation(schema, parent) is Localised:
        return LANGUAGE_CODES.get(field, "")
    known = fields_at(schema, parent)
    if field.partition(":")[0] in known:
        return field.partition(":")[0]
    found = _lacking(field_meant(field, known), parent, missing)
    return found[0] if len(found) == 1 else ""


def _empty(schema: type[BaseModel], loc: Loc) -> str:
    info = _info(schema, loc)
    steps = [step for step in loc if isinstance(step, str)]
    parent = _annotation(schema, loc[:-1])
    name = steps[-2] if parent is Localised and len(steps) > 1 else steps[-1] if steps else ""
    if info is not None and not info.is_required():
        return f"Kenttä ”{name}” on tyhjä. Kirjoita arvo tai poista koko kenttä."
    told = f" {info.description}" if info is not None and info.description else ""
    return f"Kenttä ”{name}” on tyhjä, mutta se on pakollinen.{told}"


def _word(schema: type[BaseModel], loc: Loc, given: str) -> str:
    """Which of the fixed words was meant, by what they mean in Finnish; all of them with their meanings."""
    allowed = literals_at(schema, loc)
    told = dict(meanings(allowed))
    found = word_meant(given, {word: (told[word], *other_words(word)) for word in allowed})
    listed = ", ".join(f"{word} ({meaning})" for word, meaning in told.items())
    shown = given if len(given) <= 80 else f"{given[:79]}…"
    hint = f" Tarkoititko ”{found[0]}” ({told[found[0]]})?" if len(found) == 1 else ""
    return f"Arvo ”{shown}” ei käy.{hint} Vaihtoehdot: {listed}."


def _sought(schema: type[BaseModel], error: ErrorDetails, document: Document, loc: Loc) -> Problem:
    """A name where an id belongs: what it may mean is looked for when all records are known."""
    kind = _annotation(schema, error["loc"])
    problem = document.problem(loc, "arvo", _sentence("id", error))
    if isinstance(kind, type) and issubclass(kind, Id):
        return replace(problem, sought=Sought(kind.kind, str(error["input"])))
    return problem


def _guess(kind: str, field: str, given: Any, home: str = "") -> str:
    """How a number, a time or a name should be written, made of what is written; `home`: the type of what holds it."""
    if kind in ("day", "period"):
        found = time_as_written(given, period=kind == "period")
        what = "jakso" if kind == "period" else "aika"
        return f"Kirjoita {what} muodossa {found}." if found and found != given else ""
    if not isinstance(given, str) or any(one.isdigit() and not one.isascii() for one in given):
        return ""
    if kind in ("whole", "decimal") and (
        told := untold(given, of_result=home == "Result" and field not in ("of", "n"))
    ):
        return told
    if kind == "whole":
        return number_as_written(given, field)
    if kind == "decimal":
        return decimal_as_written(given, field)
    if kind == "scale":
        parts = [
            part for part in given.replace("–", "-").replace("/", "-").split("-") if part.strip()
        ]
        ends = [int(part) for part in parts if part.strip().isdigit()]
        if len(parts) == len(ends) == 2 and ends[0] < ends[1]:
            return f"Kirjoita asteikko näin: {ends[0]}-{ends[1]}."
    if kind == "code":
        digits = given.strip("”“\"' ")
        if digits.isdigit() and len(digits) <= 3:
            return (
                f'Kirjoita koodi kolmella numerolla suorissa lainausmerkeissä: "{digits.zfill(3)}".'
            )
    if kind == "name" and slug(given):
        return f"Kirjoita ”{slug(given)}”: pieniä kirjaimia a–z, numeroita ja yhdysviivoja."
    return ""


def _home(schema: type[BaseModel], field: str) -> str:
    """The field of the record under which `field` belongs, when it has one home alone and is none of the record's own."""
    homes = [name for name, part in _parts(schema).items() if field in part]
    return homes[0] if len(homes) == 1 and field not in schema.model_fields else ""


@cache
def _parts(schema: type[BaseModel]) -> dict[str, frozenset[str]]:
    """The fields of the record that hold others, with those."""
    parts = {name: _part(one.annotation) for name, one in schema.model_fields.items()}
    return {name: frozenset(part.model_fields) for name, part in parts.items() if part}


def _part(annotation: Any) -> type[BaseModel] | None:
    """The fields that a value, or each item of a list, has."""
    found = bare(annotation)
    if get_origin(found) is tuple:
        found = bare(get_args(found)[0])
    return found if isinstance(found, type) and issubclass(found, BaseModel) else None


def _name_of(schema: type[BaseModel], loc: Loc) -> str:
    found = _annotation(schema, loc)
    return found.__name__ if isinstance(found, type) else ""


def _info(schema: type[BaseModel], loc: Loc) -> Any:
    """What the schema says of the field at `loc`; of an item of a list what it says of the list."""
    steps = [*loc]
    while steps and isinstance(steps[-1], int):
        steps.pop()
    if not steps:
        return None
    found = _annotation(schema, tuple(steps[:-1]))
    fields = getattr(found, "model_fields", {})
    if found is Localised and len(steps) > 1:
        return _info(schema, tuple(steps[:-1]))
    return fields.get(steps[-1])


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
    return _form(_annotation(schema, loc)) if loc else _form(schema)


def _form(annotation: Any) -> str:
    kind = bare(annotation)
    if get_origin(kind) is tuple:
        return f"[{_form(get_args(kind)[0])}]"
    if not isinstance(kind, type) or not issubclass(kind, BaseModel) or kind is Localised:
        return "…"
    needed = {name: field for name, field in kind.model_fields.items() if field.is_required()}
    some = needed or dict([*kind.model_fields.items()][:1])
    parts = [f"{name}: {_form(field.annotation)}" for name, field in some.items()]
    more = "" if needed else ", …"
    return "{" + ", ".join(parts) + more + "}"


def literals_at(schema: type[BaseModel], loc: Loc) -> tuple[str, ...]:
    """The words that the schema allows at a place; none where it allows anything."""
    return tuple(str(value) for value in get_args(_annotation(schema, loc)))


def _annotation(schema: Any, loc: Loc) -> Any:
    for step in loc:
        schema = bare(schema)
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
    return bare(schema)


def bare(annotation: Any) -> Any:
    """Without `Annotated` and `| None`."""
    while True:
        if get_origin(annotation) is Annotated:
            annotation = get_args(annotation)[0]
        elif get_origin(annotation) in (Union, types.UnionType):
            annotation = next(part for part in get_args(annotation) if part is not type(None))
        else:
            return annotation
