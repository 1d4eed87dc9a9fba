"""Finnish numbers, dates and order."""

from __future__ import annotations

import datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalogue.finnish import formats
from catalogue.finnish.words import Unit
from catalogue.schema.edtf import Day, Period


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (0, "0"),
        (999, "999"),
        (1128, "1\u00a0128"),
        (1234567, "1\u00a0234\u00a0567"),
        (Decimal("6.45"), "6,45"),
        (Decimal("-9.2"), "\u22129,2"),
        (Decimal("1128.50"), "1\u00a0128,50"),
        (Decimal("-1128"), "\u22121\u00a0128"),
    ],
)
def test_number_has_a_comma_and_groups_of_three(value: Decimal | int, shown: str) -> None:
    assert formats.number(value) == shown


def test_percent_sign_is_parted_by_a_no_break_space() -> None:
    assert formats.percent(Decimal("34.1")) == "34,1\u00a0%"


@given(st.decimals(-(10**8), 10**8, places=3))
def test_number_is_read_back_as_it_was(value: Decimal) -> None:
    shown = formats.number(value)
    assert Decimal(shown.replace("\u00a0", "").replace("\u2212", "-").replace(",", ".")) == value


@pytest.mark.parametrize(
    ("value", "shown"),
    [("1.6", "+1,6"), ("-0.15", "\u22120,15"), ("0", "±0"), ("0.00", "±0"), ("-0", "±0")],
)
def test_change_has_its_sign(value: str, shown: str) -> None:
    assert formats.change(Decimal(value)) == shown


@pytest.mark.parametrize(
    ("day", "shown"),
    [(Day(2024), "2024"), (Day(2024, 9), "9/2024"), (Day(2024, 11, 4), "4.11.2024"), (None, "")],
)
def test_date_is_as_precise_as_its_source(day: Day | None, shown: str) -> None:
    assert formats.day(day) == shown


@pytest.mark.parametrize(
    ("start", "end", "shown"),
    [
        (Day(2023, 8), Day(2024, 9), "8/2023–9/2024"),
        (Day(2023), Day(2024), "2023–2024"),
        (Day(2024), Day(2024), "2024"),
        (Day(2024, 5), Day(2024, 5), "5/2024"),
        (Day(2024, 7, 1), Day(2024, 12, 31), "1.7.–31.12.2024"),
        (Day(2023, 7, 1), Day(2024, 12, 31), "1.7.2023–31.12.2024"),
        (Day(2024, 5), Day(2024), "5/2024–2024"),
        (Day(2024, 5), Day(2024, 9, 3), "5/2024–3.9.2024"),
        (Day(2024, 5, 3), Day(2024, 9), "3.5.2024–9/2024"),
    ],
)
def test_period_is_as_precise_as_its_ends(start: Day, end: Day, shown: str) -> None:
    assert formats.period(Period(start, end)) == shown


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("1 069 asiakasta", "1_069 asiakasta"),
        ("12 345 678", "12_345_678"),
        ("80 % (n = 20)", "80_% (n_=_20)"),
        ("vuosi 2024 12 kertaa", "vuosi 2024 12 kertaa"),
        ("luku 3.1 2024", "luku 3.1 2024"),
        ("on = 5", "on = 5"),
    ],
)
def test_number_is_in_one_piece(text: str, shown: str) -> None:
    assert formats.unbroken(text) == shown.replace("_", formats.NBSP)


@pytest.mark.parametrize(
    ("name", "shown"), [("Nuoret", "nuoret"), ("IPS-asiakkaat", "IPS-asiakkaat"), ("", "")]
)
def test_name_inside_a_sentence_begins_small_unless_it_is_an_abbreviation(
    name: str, shown: str
) -> None:
    assert formats.lowered(name) == shown


@pytest.mark.parametrize(
    ("period", "shown"),
    [
        (Period(Day(2024, 2), None), "2/2024 alkaen"),
        (Period(None, Day(2024, 9)), "9/2024 asti"),
        (Period(Day(2024, 23), Day(2024, 23)), "syksy 2024"),
        (Period(Day(2023, 23), Day(2024, 21)), "syksy 2023 – kevät 2024"),
        (Period(Day(2023), Day(2024, 22)), "2023 – kesä 2024"),
        (Period(Day(2024, 24), None), "talvi 2024 alkaen"),
    ],
)
def test_seasons_and_open_ends_are_told_in_words(period: Period, shown: str) -> None:
    assert formats.period(period) == shown


def test_no_period_is_an_empty_text() -> None:
    assert formats.period(None) == ""


def test_calendar_date_has_no_zeros_in_front() -> None:
    assert formats.date(datetime.date(2026, 1, 2)) == "2.1.2026"


@pytest.mark.parametrize(
    ("words", "shown"),
    [([], ""), (["a"], "a"), (["a", "b"], "a ja b"), (["a", "b", "c"], "a, b ja c")],
)
def test_last_two_words_are_joined_by_and(words: list[str], shown: str) -> None:
    assert formats.join(words) == shown


@pytest.mark.parametrize(
    ("count", "shown"),
    [(0, "0 mallia"), (1, "1 malli"), (2, "2 mallia"), (1128, "1\u00a0128 mallia")],
)
def test_noun_after_a_number_is_in_its_form(count: int, shown: str) -> None:
    assert formats.counted(count, Unit("malli", "mallia")) == shown


@pytest.mark.parametrize(
    ("value", "form"), [("1", "kuukausi"), ("1.0", "kuukautta"), ("1.5", "kuukautta")]
)
def test_noun_after_decimals_is_the_partitive(value: str, form: str) -> None:
    assert formats.noun(Decimal(value), Unit("kuukausi", "kuukautta")) == form


def test_letters_with_dots_and_ring_come_last() -> None:
    words = ["öljy", "zeniitti", "ånger", "Ähtäri", "aasi", "Yö", "ähky", "zz", "Aura"]
    ordered = ["aasi", "Aura", "Yö", "zeniitti", "zz", "ånger", "ähky", "Ähtäri", "öljy"]
    assert sorted(words, key=formats.collation) == ordered


def test_other_marks_do_not_matter_in_order() -> None:
    assert sorted(["Eve", "éva", "Evb"], key=formats.collation) == ["éva", "Evb", "Eve"]


def test_composed_and_decomposed_letters_sort_alike() -> None:
    assert formats.collation("a\u0308iti") == formats.collation("äiti")


@given(st.text())
def test_every_text_has_a_place_in_order(text: str) -> None:
    assert isinstance(formats.collation(text), str)


@pytest.mark.parametrize(
    ("at", "shown"),
    [
        ("luku 3.9", "kohta 3.9"),
        ("luvut 3.1–3.9 ja 4", "kohdat 3.1–3.9 ja 4"),
        ("Lukijalle ja luku 1", "Lukijalle ja kohta 1"),
        ("dia: Tavoitteet", "dia: Tavoitteet"),
        ("taulukon luvut", "taulukon luvut"),
    ],
)
def test_chapter_of_a_source_is_no_figure(at: str, shown: str) -> None:
    assert formats.place(at) == shown


def test_places_in_one_source_are_told_once() -> None:
    told = ["kohta 10.1", "kohta 2.2", "kohdat 2.1 ja 2.2", "dia 4"]
    assert formats.places(told) == "kohdat 2.1, 2.2 ja 10.1, dia 4"
    assert formats.places(["kohta 2", "kohta 2"]) == "kohta 2"
    assert formats.places(["dia 3"]) == "dia 3"
