"""The few exact types of single values. Input is always text; each type says how it is written."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING, Annotated, Any, ClassVar

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    GetCoreSchemaHandler,
    GetJsonSchemaHandler,
)
from pydantic import WithJsonSchema as Json
from pydantic_core import PydanticCustomError, core_schema

if TYPE_CHECKING:
    from collections.abc import Callable

ID = r"[a-z0-9]+(?:-[a-z0-9]+)*"
HOW_ID = "Tunnus on pieniä kirjaimia a–z, numeroita ja yhdysviivoja."
# The greatest lengths, in characters. An id becomes the name of a file; no text grows so that a page cannot hold it.
ID_LENGTH, NAME_LENGTH, TEXT_LENGTH, PROSE_LENGTH = 100, 200, 2000, 6000
REMEMBERED = 20_000  # values of one kind that are one object wherever they are written


class Base(BaseModel):
    """Unknown keys are refused, and nothing changes after reading."""

    model_config = ConfigDict(extra="forbid", frozen=True, arbitrary_types_allowed=True)


def _scalar(kind: str, pattern: str, how: str) -> Any:
    """A validator that takes text of one form and refuses the rest, saying how to write it."""
    form = re.compile(pattern, re.ASCII)  # \d is 0-9, not the digits of every script

    def check(value: object) -> str:
        if not isinstance(value, str) or not form.fullmatch(value):
            raise PydanticCustomError(kind, "{how}", {"how": how})
        if len(value) > ID_LENGTH:
            told = f"Arvo on {len(value)} merkkiä pitkä; enintään {ID_LENGTH}."
            raise PydanticCustomError(kind, "{how}", {"how": told})
        return value

    return check


def _whole(value: object) -> int:
    return int(
        _scalar(
            "whole", r"\d{1,9}", "Kirjoita kokonaisluku numeroin ilman välejä, esimerkiksi 1128."
        )(value)
    )


def decimal_of(value: object) -> Decimal:
    """A number as it was written. Raises `ValueError` with how to write one."""
    how = "Kirjoita luku desimaalipisteellä ja ilman yksikköä, esimerkiksi 34.1."
    return Decimal(_scalar("decimal", r"-?\d{1,9}(?:\.\d{1,6})?", how)(value))


Whole = Annotated[int, BeforeValidator(_whole), Json({"type": "integer", "minimum": 0})]
Number = Annotated[Decimal, BeforeValidator(decimal_of), Json({"type": "number"})]
Line = Annotated[str, Field(min_length=1, max_length=400)]
Name = Annotated[
    str,
    BeforeValidator(_scalar("name", ID, HOW_ID)),
    Json({"type": "string", "pattern": f"^{ID}$"}),
]
FORMER_PATTERN = f"^{ID}(/{ID})?$"
FORMER_MENTION_PATTERN = f"^({ID}(/{ID})?|({ID}/{ID})?#{ID})$"
FORMER_RESULT_PATTERN = f"^{ID}/{ID}/{ID}(/{ID})?$"
Former = Annotated[
    str,
    BeforeValidator(
        _scalar(
            "name",
            rf"{ID}(?:/{ID})?",
            "Aiempi tunnus on malli tai koko tunnus <alue>/<malli>, jos malli oli toisella alueella.",
        )
    ),
    Json({"type": "string", "pattern": FORMER_PATTERN}),
]
FormerMention = Annotated[
    str,
    BeforeValidator(
        _scalar(
            "name",
            FORMER_MENTION_PATTERN[1:-1],
            "Aiempi tunnus on malli <alue>/<malli>, maininta <alue>/<malli>#<maininta> "
            "tai saman mallin maininta #<maininta>.",
        )
    ),
    Json({"type": "string", "pattern": FORMER_MENTION_PATTERN}),
]
FormerResult = Annotated[
    str,
    BeforeValidator(
        _scalar(
            "name",
            FORMER_RESULT_PATTERN[1:-1],
            "Aiempi tunnus on koko tunnus <alue>/<malli>/<mittari> tai "
            "<alue>/<malli>/<mittari>/<avain>.",
        )
    ),
    Json({"type": "string", "pattern": FORMER_RESULT_PATTERN}),
]
Code = Annotated[
    str,
    BeforeValidator(
        _scalar("code", r"\d{2,3}", "Tilastokeskuksen numerokoodi, esimerkiksi ”020”.")
    ),
    Json({"type": ["string", "integer"], "examples": ["020"]}),
]


def _yes(value: object) -> bool:
    return bool(_scalar("yes", "true", "Kirjoita true tai jätä kenttä pois.")(value))


Yes = Annotated[bool, BeforeValidator(_yes), Json({"const": True})]


class Localised(Base):
    """A text in one or more languages; Finnish is always there."""

    fi: Annotated[str, Field(min_length=1)]
    sv: Annotated[str, Field(min_length=1)] | None = None
    en: Annotated[str, Field(min_length=1)] | None = None

    def __str__(self) -> str:
        return self.fi


def _localised(value: object) -> object:
    return {"fi": value} if isinstance(value, str) else value


def text_json(**limits: int) -> dict[str, Any]:
    """A text as an editor checks it: plain, or by language; `limits` hold in each language."""
    plain = {"type": "string", "minLength": 1, **limits}
    by_language = {
        "type": "object",
        "required": ["fi"],
        "additionalProperties": False,
        "properties": dict.fromkeys(("fi", "sv", "en"), plain),
    }
    return {"anyOf": [plain, by_language]}


def _at_most(most: int) -> Callable[[Localised], Localised]:
    """Refuses a text that is longer in any of its languages."""

    def check(text: Localised) -> Localised:
        longest = max(len(words or "") for words in (text.fi, text.sv, text.en))
        if longest > most:
            how = f"Teksti on {longest} merkkiä pitkä; enintään {most}. Tiivistä tai jaa se."
            raise PydanticCustomError("too_long", "{how}", {"how": how})
        return text

    return check


Text = Annotated[
    Localised,
    BeforeValidator(_localised),
    AfterValidator(_at_most(TEXT_LENGTH)),
    Json(text_json(maxLength=TEXT_LENGTH)),
]
Title = Annotated[
    Localised,
    BeforeValidator(_localised),
    AfterValidator(_at_most(NAME_LENGTH)),
    Json(text_json(maxLength=NAME_LENGTH)),
]
Prose = Annotated[
    Localised,
    BeforeValidator(_localised),
    AfterValidator(_at_most(PROSE_LENGTH)),
    Json(text_json(maxLength=PROSE_LENGTH)),
]


class Id(str):
    """An id of another record; `kind` names the vocabulary it must be found in."""

    kind: ClassVar[str]
    form: ClassVar[str] = ID
    how: ClassVar[str] = HOW_ID

    @classmethod
    def __get_pydantic_core_schema__(
        cls, source: Any, handler: GetCoreSchemaHandler
    ) -> core_schema.CoreSchema:
        check = _scalar("id", cls.form, cls.how)

        @lru_cache(maxsize=REMEMBERED)
        def one(value: str) -> Id:
            return cls(check(value))

        return core_schema.no_info_plain_validator_function(
            lambda value: one(value) if isinstance(value, str) else check(value),
            serialization=core_schema.to_string_ser_schema(),
        )

    @classmethod
    def __get_pydantic_json_schema__(
        cls, schema: core_schema.CoreSchema, handler: GetJsonSchemaHandler
    ) -> Any:
        return {"type": "string", "pattern": f"^{cls.form}$", "x-viittaa": cls.kind}
