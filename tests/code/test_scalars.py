"""Single values are exact: each has one form, and a date never says more than its source."""

from __future__ import annotations

import datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from catalogue.schema import edtf, scalars
from catalogue.schema.claim import Cite
from catalogue.schema.edtf import Day, Period
from catalogue.schema.ids import ModelId, ResultId, SourceId
from catalogue.schema.result import Scale
from catalogue.schema.scalars import Base, Localised
from catalogue.schema.shared import sharing

FORMS: dict[str, Any] = {
    "whole": scalars.Whole,
    "number": scalars.Number,
    "name": scalars.Name,
    "code": scalars.Code,
    "date": edtf.Date,
    "span": edtf.Span,
    "told": edtf.Told,
    "yes": scalars.Yes,
    "former": scalars.Former,
    "scale": Scale,
    "source": SourceId,
    "model": ModelId,
    "result": ResultId,
    "text": scalars.Text,
}
GOOD = [
    ("whole", "0"),
    ("whole", "1128"),
    ("number", "34.1"),
    ("number", "-0.15"),
    ("number", "7"),
    ("name", "3x10d"),
    ("code", "020"),
    ("date", "2024"),
    ("date", "2024-09"),
    ("date", "2024-02-29"),
    ("date", "2024-21"),
    ("date", "2024-24"),
    ("span", "2024-02/.."),
    ("span", "../2024-09"),
    ("span", "2023-23/2024-21"),
    ("span", "2024-22"),
    ("told", "ohjelmakausi"),
    ("told", "2024-02/.."),
    ("told", "2024-09"),
    ("yes", "true"),
    ("former", "vanha"),
    ("former", "alue/vanha-2"),
    ("span", "2023-08/2024-09"),
    ("span", "2024"),
    ("span", "2024-05/2024"),
    ("scale", "0-10"),
    ("source", "thl-yhteenveto"),
    ("model", "a/b-c"),
    ("result", "a/b/c"),
    ("result", "a/b/c/d"),
    ("text", "Sanoja"),
]
BAD = [
    ("whole", ""),
    ("whole", "1 128"),
    ("whole", "1\u00a0128"),
    ("whole", "-1"),
    ("whole", "8.0"),
    ("whole", "1e3"),
    ("whole", "+8"),
    ("whole", "٣"),
    ("whole", "8\n"),
    ("whole", "1234567890"),
    ("number", "34,1"),
    ("number", ".5"),
    ("number", "5."),
    ("number", "nan"),
    ("number", "1e5"),
    ("number", "−1"),
    ("number", "٣.٥"),
    ("name", "Iso"),
    ("name", "a--b"),
    ("name", "a_b"),
    ("name", "-a"),
    ("name", "työ"),
    ("code", "1"),
    ("code", "0200"),
    ("date", "24"),
    ("date", "2024-13"),
    ("date", "2024-00"),
    ("date", "2024-01-00"),
    ("date", "2023-02-29"),
    ("date", "4.11.2024"),
    ("date", "2024-9"),
    ("date", "2024-"),
    ("date", "3024"),
    ("date", "1850"),
    ("date", "2024-20"),
    ("date", "2024-25"),
    ("date", "2024-21-01"),
    ("date", "2024/.."),
    ("date", ".."),
    ("span", ".."),
    ("span", "../.."),
    ("span", "2024/..."),
    ("span", "2024/../2025"),
    ("span", "ohjelmakausi"),
    ("span", "2024-23/2024-05"),
    ("told", "ohjelma"),
    ("told", "2024/2023"),
    ("yes", "false"),
    ("yes", "kyllä"),
    ("former", "a/b/c"),
    ("former", "Vanha"),
    ("span", "2024/"),
    ("span", "2024-09/2023"),
    ("span", "2022/2023/2024"),
    ("span", "2023–2024"),
    ("scale", "10-0"),
    ("scale", "5-5"),
    ("scale", "0–10"),
    ("scale", "0-10-20"),
    ("scale", "10"),
    ("scale", "٠-٩"),
    ("source", "A"),
    ("model", "a"),
    ("model", "a/b/c"),
    ("result", "a/b"),
    ("result", "a/b/c/d/e"),
    ("text", ""),
]


def read(form: str, value: object) -> Any:
    return TypeAdapter(FORMS[form]).validate_python(value)


@pytest.mark.parametrize(("form", "value"), GOOD)
def test_accepted_form_is_read(form: str, value: str) -> None:
    scale = str(tuple(map(int, value.split("-")))) if form == "scale" else ""
    assert str(read(form, value)) == {"scale": scale, "yes": "True"}.get(form, value)


@pytest.mark.parametrize(("form", "value"), BAD)
def test_other_form_is_refused(form: str, value: str) -> None:
    with pytest.raises(ValidationError):
        read(form, value)


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("value", [["a"], {"a": "b"}, None])
def test_what_is_not_text_is_refused(form: str, value: object) -> None:
    with pytest.raises(ValidationError):
        read(form, value)


DAYS = st.dates(datetime.date(1900, 1, 1), datetime.date(2099, 12, 31)).flatmap(
    lambda date: st.sampled_from(
        [
            Day(date.year),
            Day(date.year, date.month),
            Day(date.year, date.month, date.day),
            *(Day(date.year, season) for season in edtf.SEASONS),
        ]
    )
)


@given(DAYS)
def test_date_is_written_back_as_it_was_read(day: Day) -> None:
    assert read("date", str(day)) == day


@given(DAYS, DAYS)
def test_of_two_dates_exactly_one_of_before_same_after_is_true(one: Day, other: Day) -> None:
    assert [one < other, one == other, one > other].count(True) == 1


@given(DAYS, DAYS)
def test_date_that_is_surely_after_another_sorts_after_it(one: Day, other: Day) -> None:
    assert not one.surely_after(other) or (one > other and one.first() > other.first())


@given(DAYS)
def test_date_is_not_surely_after_the_year_that_holds_it(day: Day) -> None:
    assert not day.surely_after(Day(day.year)) and not Day(day.year).surely_after(day)


@given(DAYS)
def test_date_means_at_least_one_day(day: Day) -> None:
    assert day.first() <= day.last()


@pytest.mark.parametrize(
    ("season", "inside", "outside"),
    [(21, "2024-05", "2024-07"), (22, "2024-06", "2024-10"), (23, "2024-12", "2025-01")],
)
def test_month_is_surely_after_a_season_only_when_no_one_would_say_it_is_in_it(
    season: int, inside: str, outside: str
) -> None:
    assert not read("date", inside).surely_after(Day(2024, season))
    assert read("date", outside).surely_after(Day(2024, season))


def test_winter_may_begin_the_year_or_end_it() -> None:
    winter = Day(2024, 24)
    assert not winter.surely_after(Day(2024, 2)) and not Day(2025, 2).surely_after(winter)
    assert Day(2025, 3).surely_after(winter)


def test_seasons_sort_among_the_months() -> None:
    told = ["2024", "2024-02", "2024-21", "2024-04", "2024-22", "2024-08", "2024-23", "2024-24"]
    assert [str(day) for day in sorted(read("date", one) for one in reversed(told))] == told


def test_open_period_has_no_end() -> None:
    assert read("span", "2024-02/..") == Period(Day(2024, 2), None)
    assert read("span", "../2024-09") == Period(None, Day(2024, 9))


def test_one_date_is_a_period_of_itself() -> None:
    assert read("span", "2024-05") == Period(Day(2024, 5), Day(2024, 5))


def test_text_may_be_given_in_languages_and_falls_back_on_none() -> None:
    text = read("text", {"fi": "Malli", "sv": "Modell"})
    assert (text.fi, text.sv, text.en) == ("Malli", "Modell", None)


class Told(Base):
    """A part of parts."""

    cites: tuple[Cite, ...] = ()
    name: Localised | None = None
    share: scalars.Number | None = None


def test_equal_parts_of_records_are_one_and_say_what_each_said() -> None:
    written = {"cites": [{"id": "lahde", "at": "luku 1"}, {"id": "lahde", "at": "luku 2"}] * 2}
    plain, made = (Told.model_validate(written) for _ in range(2))
    one = sharing(made)
    other = sharing(Told.model_validate({**written, "name": {"fi": "Nimi"}}))
    assert one == plain and type(one.cites[0].id) is SourceId
    assert one.cites[0] is one.cites[2] is other.cites[0]
    assert one.cites[0] is not one.cites[1]
    assert other.model_fields_set == {"cites", "name"} != one.model_fields_set


def test_parts_that_are_written_otherwise_stay_apart() -> None:
    """`1.0` is equal to `1` and shown otherwise; a text that is given is not one that is left out."""
    told = [sharing(Told.model_validate({"share": share})) for share in ("1.0", "1")]
    assert [str(one.share) for one in told] == ["1.0", "1"]
    given, left = Localised(fi="Nimi", sv=None), Localised(fi="Nimi")
    assert sharing(given).model_fields_set != sharing(left).model_fields_set
