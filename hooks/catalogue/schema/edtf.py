"""Time as exact as the source tells it: a small part of EDTF, ISO 8601-2.

What may be written, and what a page prints (`formats`):

| written           | means                             | shown              |
|-------------------|-----------------------------------|--------------------|
| `2024`            | the year                          | 2024               |
| `2024-09`         | the month                         | 9/2024             |
| `2024-11-04`      | the day                           | 4.11.2024          |
| `2024-21` … `-24` | spring, summer, autumn, winter    | kevät 2024 …       |
| `2023-08/2024-09` | from one to the other             | 8/2023–9/2024      |
| `2024-02/..`      | begun, the end is not told        | 2/2024 alkaen      |
| `../2024-09`      | ended, the beginning is not told  | 9/2024 asti        |
| `ohjelmakausi`    | of a result: no period is told    | ohjelmakausi …     |

Source: Library of Congress, Extended Date/Time Format Specification (2019), since then a part of ISO 8601-2:
level 0 date and time interval, level 1 seasons and open intervals. `ohjelmakausi` is the house's own mark.
"""

from __future__ import annotations

import calendar
import datetime
import re
from dataclasses import dataclass
from functools import lru_cache, total_ordering
from typing import Annotated

from pydantic import BeforeValidator
from pydantic import WithJsonSchema as Json
from pydantic_core import PydanticCustomError

from .scalars import REMEMBERED

SEASONS = {21: "kevät", 22: "kesä", 23: "syksy", 24: "talvi"}
# The months that a season may mean, wide on purpose: what is surely after it must be after them all. The standard
# does not say where a season begins; a Finnish winter may begin the year as well as end it (13, 14: the next year's).
MONTHS = {21: (1, 6), 22: (5, 9), 23: (8, 12), 24: (1, 14)}
STARTS = {
    21: 3,
    22: 6,
    23: 9,
    24: 12,
}  # where a season stands among the months when dates are sorted
OPEN = ".."
PROGRAMME = "ohjelmakausi"
DAY_FORM = r"(?:19|20)\d\d(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?|-2[1-4])?"
HOW_DAY = (
    "Kirjoita päivä muodossa 2024, 2024-09 tai 2024-11-04, niin tarkasti kuin lähde sen sanoo; "
    "vuodenaika on 2024-21 (kevät), -22 (kesä), -23 (syksy) tai -24 (talvi)."
)
HOW_PERIOD = (
    "Kirjoita jakso muodossa 2023-08/2024-09 tai 2024; jos loppua ei kerrota 2024-02/.., "
    "jos alkua ei kerrota ../2024-09."
)


@total_ordering
@dataclass(frozen=True)
class Day:
    """A date as precise as its source: year, season (21–24 in `month`), month or day.

    Dates order by their beginning; a year comes before its months, a month before its days.
    """

    year: int
    month: int | None = None
    day: int | None = None

    @property
    def season(self) -> str:
        """`kevät`, or an empty text when it is no season."""
        return SEASONS.get(self.month or 0, "")

    def first(self) -> datetime.date:
        """The first day that it can mean. Raises ValueError for a date that no calendar has."""
        month = MONTHS[self.month][0] if self.month in MONTHS else self.month
        return datetime.date(self.year, month or 1, 1 if self.day is None else self.day)

    def last(self) -> datetime.date:
        """The last day that it can mean. Raises ValueError for a date that no calendar has."""
        if self.day is not None:
            return self.first()
        months = MONTHS[self.month][1] if self.month in MONTHS else self.month or 12
        year, month = self.year + (months - 1) // 12, (months - 1) % 12 + 1
        return datetime.date(year, month, calendar.monthrange(year, month)[1])

    def surely_after(self, other: Day) -> bool:
        """Whether it is later whatever the sources leave unsaid: 5/2024 may be before 2024's end."""
        return self.first() > other.last()

    def _order(self) -> tuple[int, ...]:
        if self.month in STARTS:
            return (
                self.year,
                STARTS[self.month],
                0,
            )  # after the month that begins it, before its days
        return tuple(part for part in (self.year, self.month, self.day) if part is not None)

    def __lt__(self, other: Day) -> bool:
        return self._order() < other._order()

    def __str__(self) -> str:
        parts = (self.year, self.month, self.day)
        return "-".join(f"{part:02}" for part in parts if part is not None)


@dataclass(frozen=True)
class Period:
    """From `start` to `end`, both as precise as the source; one date is a period of itself.

    `None` is an end that the source does not tell; never both.
    """

    start: Day | None
    end: Day | None

    def __str__(self) -> str:
        if self.start == self.end:
            return str(self.start)
        return f"{self.start or OPEN}/{self.end or OPEN}"


@dataclass(frozen=True)
class Untold:
    """The period of a figure of which its source says nothing: somewhere within the programme."""

    def __str__(self) -> str:
        return PROGRAMME


def _day(value: object) -> Day:
    if isinstance(value, str):
        return _written_day(value)
    raise PydanticCustomError("day", "{how}", {"how": HOW_DAY})


@lru_cache(maxsize=REMEMBERED)
def _written_day(value: str) -> Day:
    if not re.fullmatch(DAY_FORM, value, re.ASCII):
        raise PydanticCustomError("day", "{how}", {"how": HOW_DAY})
    day = Day(*map(int, value.split("-")))
    try:
        day.first()
        return day
    except ValueError:
        raise PydanticCustomError(
            "day", "{how}", {"how": f"Päivää {value} ei ole kalenterissa."}
        ) from None


def _period(value: object) -> Period:
    if isinstance(value, str):
        return _written_period(value)
    raise _period_error(HOW_PERIOD)


@lru_cache(maxsize=REMEMBERED)
def _written_period(value: str) -> Period:
    parts = value.split("/")
    try:
        ends = [None if part == OPEN and len(parts) == 2 else _day(part) for part in parts]
    except PydanticCustomError as error:
        how = error.context and error.context["how"]
        raise _period_error(HOW_PERIOD if how == HOW_DAY else str(how)) from None
    if len(ends) not in (1, 2) or not any(ends):
        raise _period_error(HOW_PERIOD)
    start, end = ends[0], ends[-1]
    if start and end and start.surely_after(end):
        raise PydanticCustomError(
            "period_order", "{how}", {"how": "Jakson loppu on ennen sen alkua."}
        )
    return Period(start, end)


def _period_error(how: str) -> PydanticCustomError:
    return PydanticCustomError("period", "{how}", {"how": how})


def _told(value: object) -> Period | Untold:
    if value == PROGRAMME:
        return Untold()
    try:
        return _period(value)
    except PydanticCustomError as error:
        if error.type == "period_order":
            raise
        how = error.context and error.context["how"]
        hint = f" Jos lähde ei kerro jaksoa, kirjoita {PROGRAMME}." if how == HOW_PERIOD else ""
        raise _period_error(f"{how}{hint}") from None


DATE_PATTERN = f"^{DAY_FORM}$".replace("?:", "")
_SPAN = f"{DAY_FORM}(/({DAY_FORM}|\\.\\.))?|\\.\\./{DAY_FORM}".replace("?:", "")
SPAN_PATTERN = f"^({_SPAN})$"
TOLD_PATTERN = f"^({PROGRAMME}|{_SPAN})$"
_EXAMPLES: list[str | int] = ["2023-08/2024-09", 2024, "2024-02/.."]
Date = Annotated[
    Day, BeforeValidator(_day), Json({"type": ["string", "integer"], "pattern": DATE_PATTERN})
]
Span = Annotated[
    Period,
    BeforeValidator(_period),
    Json({"type": ["string", "integer"], "pattern": SPAN_PATTERN, "examples": _EXAMPLES}),
]
Told = Annotated[
    Period | Untold,
    BeforeValidator(_told),
    Json(
        {
            "type": ["string", "integer"],
            "pattern": TOLD_PATTERN,
            "examples": [*_EXAMPLES, PROGRAMME],
        }
    ),
]
