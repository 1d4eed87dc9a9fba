"""Single values are exact: each has one form, and a date never says more than its source."""

from __future__ import annotations

import datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from catalogue.schema import edtf, scalars
from catalogue.schema.edtf import Day, Period
from catalogue.schema.ids import ModelId, ResultId, SourceId
from catalogue.schema.result import Scale

FORMS: dict[str, Any] = {
    "whole": scalars.Whole,
    "number": scalars.Number,
    "name": scalars.Name,
    "code": scalars.Code,
    "date": edtf.Date,
    "span": edtf.Span,
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
    assert str(read(form, value)) in (
        value,
        str(tuple(map(int, value.split("-")))) if form == "scale" else value,
    )


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
        [Day(date.year), Day(date.year, date.month), Day(date.year, date.month, date.day)]
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


def test_one_date_is_a_period_of_itself() -> None:
    assert read("span", "2024-05") == Period(Day(2024, 5), Day(2024, 5))


def test_text_may_be_given_in_languages_and_falls_back_on_none() -> None:
    text = read("text", {"fi": "Malli", "sv": "Modell"})
    assert (text.fi, text.sv, text.en) == ("Malli", "Modell", None)
