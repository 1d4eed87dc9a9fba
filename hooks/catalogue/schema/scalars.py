"""The few exact types of single values. Input is always text; each type says how it is written."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass
from decimal import Decimal
from functools import total_ordering
from typing import Annotated, Any, ClassVar

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    GetCoreSchemaHandler,
    GetJsonSchemaHandler,
)
from pydantic import WithJsonSchema as Json
from pydantic_core import PydanticCustomError, core_schema

ID = r"[a-z0-9]+(?:-[a-z0-9]+)*"


class Base(BaseModel):
    """Unknown keys are refused, and nothing changes after reading."""

    model_config = ConfigDict(extra="forbid", frozen=True, arbitrary_types_allowed=True)


def _scalar(kind: str, pattern: str, how: str) -> Any:
    """A validator that takes text of one form and refuses the rest, saying how to write it."""
    form = re.compile(pattern, re.ASCII)  # \d is 0-9, not the digits of every script

    def check(value: object) -> str:
        if not isinstance(value, str) or not form.fullmatch(value):
            raise PydanticCustomError(kind, "{how}", {"how": how})
        return value

    return check


def _whole(value: object) -> int:
    return int(
        _scalar(
            "whole", r"\d{1,9}", "Kirjoita kokonaisluku numeroin ilman välejä, esimerkiksi 1128."
        )(value)
    )


def _decimal(value: object) -> Decimal:
    how = "Kirjoita luku desimaalipisteellä ja ilman yksikköä, esimerkiksi 34.1."
    return Decimal(_scalar("decimal", r"-?\d{1,9}(?:\.\d{1,6})?", how)(value))


Whole = Annotated[int, BeforeValidator(_whole), Json({"type": "integer", "minimum": 0})]
Number = Annotated[Decimal, BeforeValidator(_decimal), Json({"type": "number"})]
Line = Annotated[str, Field(min_length=1, max_length=400)]
Name = Annotated[
    str,
    BeforeValidator(
        _scalar("name", ID, "Tunnus on pieniä kirjaimia a–z, numeroita ja yhdysviivoja.")
    ),
]
Code = Annotated[
    str,
    BeforeValidator(
        _scalar("code", r"\d{2,3}", "Tilastokeskuksen numerokoodi, esimerkiksi ”020”.")
    ),
    Json({"type": ["string", "integer"], "examples": ["020"]}),
]


@total_ordering
@dataclass(frozen=True)
class Day:
    """A date as precise as its source: year, month or day. A year orders before its months, a month before its days."""

    year: int
    month: int | None = None
    day: int | None = None

    def first(self) -> datetime.date:
        """The first day that it can mean. Raises ValueError for a date that no calendar has."""
        return datetime.date(
            self.year, *(1 if part is None else part for part in (self.month, self.day))
        )

    def surely_after(self, other: Day) -> bool:
        """Whether it is later whatever the parts are that the sources do not say: 5/2024 may be before 2024's end."""
        said = min(len(self._parts()), len(other._parts()))
        return self._parts()[:said] > other._parts()[:said]

    def _parts(self) -> tuple[int, ...]:
        return tuple(part for part in (self.year, self.month, self.day) if part is not None)

    def __lt__(self, other: Day) -> bool:
        return self._parts() < other._parts()

    def __str__(self) -> str:
        return "-".join(f"{part:02}" for part in self._parts())


def _day(value: object) -> Day:
    how = (
        "Kirjoita päivä muodossa 2024, 2024-09 tai 2024-11-04, niin tarkasti kuin lähde sen sanoo."
    )
    if isinstance(value, str) and re.fullmatch(r"(19|20)[0-9]{2}(-[0-9]{2}){0,2}", value):
        day = Day(*map(int, value.split("-")))
        try:
            day.first()
            return day
        except ValueError:
            pass
    raise PydanticCustomError("day", "{how}", {"how": how})


Date = Annotated[
    Day,
    BeforeValidator(_day),
    Json({"type": ["string", "integer"], "pattern": r"^\d{4}(-\d\d){0,2}$"}),
]


@dataclass(frozen=True)
class Period:
    """From `start` to `end`, both as precise as the source; one date is a period of itself."""

    start: Day
    end: Day

    def __str__(self) -> str:
        return str(self.start) if self.start == self.end else f"{self.start}/{self.end}"


def _period(value: object) -> Period:
    try:
        ends = [_day(part) for part in value.split("/", 1)] if isinstance(value, str) else []
    except PydanticCustomError:
        ends = []
    if not ends:
        raise PydanticCustomError(
            "period", "{how}", {"how": "Kirjoita jakso muodossa 2023-08/2024-09 tai 2024."}
        )
    if ends[0].surely_after(ends[-1]):
        raise PydanticCustomError(
            "period_order", "{how}", {"how": "Jakson loppu on ennen sen alkua."}
        )
    return Period(ends[0], ends[-1])


Span = Annotated[
    Period,
    BeforeValidator(_period),
    Json({"type": ["string", "integer"], "examples": ["2023-08/2024-09", 2024]}),
]


class Localised(Base):
    """A text in one or more languages; Finnish is always there."""

    fi: Annotated[str, Field(min_length=1)]
    sv: Annotated[str, Field(min_length=1)] | None = None
    en: Annotated[str, Field(min_length=1)] | None = None

    def __str__(self) -> str:
        return self.fi


def _localised(value: object) -> object:
    return {"fi": value} if isinstance(value, str) else value


_TEXT_JSON = {
    "anyOf": [
        {"type": "string"},
        {
            "type": "object",
            "required": ["fi"],
            "additionalProperties": False,
            "properties": {
                "fi": {"type": "string"},
                "sv": {"type": "string"},
                "en": {"type": "string"},
            },
        },
    ]
}
Text = Annotated[Localised, BeforeValidator(_localised), Json(_TEXT_JSON)]


class Id(str):
    """An id of another record; `kind` names the vocabulary it must be found in."""

    kind: ClassVar[str]
    form: ClassVar[str] = ID
    how: ClassVar[str] = "Tunnus on pieniä kirjaimia a–z, numeroita ja yhdysviivoja."

    @classmethod
    def __get_pydantic_core_schema__(
        cls, source: Any, handler: GetCoreSchemaHandler
    ) -> core_schema.CoreSchema:
        check = _scalar("id", cls.form, cls.how)
        return core_schema.no_info_plain_validator_function(
            lambda value: cls(check(value)), serialization=core_schema.to_string_ser_schema()
        )

    @classmethod
    def __get_pydantic_json_schema__(
        cls, schema: core_schema.CoreSchema, handler: GetJsonSchemaHandler
    ) -> Any:
        return {"type": "string", "pattern": f"^{cls.form}$", "x-viittaa": cls.kind}
