"""The Excel workbook, read back by another library: it says what the static API says, as numbers and plain texts."""

from __future__ import annotations

import datetime
import io
from typing import TYPE_CHECKING, Any

import openpyxl
import pytest

from catalogue.api.made import result
from catalogue.facts import Build, Facts
from catalogue.files.sheets import sheets
from catalogue.files.workbook import workbook
from catalogue.finnish.formats import place

if TYPE_CHECKING:
    from openpyxl.workbook import Workbook

    from catalogue.api.rows import ResultRow
    from catalogue.records import Catalogue

NUMBERS = {
    "Luku": "value",
    "Osoittaja": "numerator",
    "Nimittäjä": "denominator",
    "Ennen": "baseline",
    "n": "n",
    "Väli, alaraja": "low",
    "Väli, yläraja": "high",
    "Prosentti lähteessä": "reported",
}


@pytest.fixture(scope="module")
def facts(catalogue: Catalogue) -> Facts:
    return Facts(catalogue, Build(datetime.date(2026, 1, 1), "testi", "https://esimerkki.fi/"))


@pytest.fixture(scope="module")
def book(facts: Facts) -> Workbook:
    return openpyxl.load_workbook(io.BytesIO(workbook(facts, [*sheets(facts, told(facts))])))


def told(facts: Facts) -> dict[str, ResultRow]:
    return {key: result(facts, figure) for key, figure in facts.figures.items()}


def rows(book: Workbook, name: str) -> list[dict[str, Any]]:
    head, *lines = book[name].iter_rows(values_only=True)
    return [dict(zip(map(str, head), line, strict=True)) for line in lines]


def test_every_result_stands_with_the_numbers_of_the_api(book: Workbook, facts: Facts) -> None:
    told: dict[str, dict[str, Any]] = {
        key: {**result(facts, figure)} for key, figure in facts.figures.items()
    }
    shown = {row["Tunnus"]: row for row in rows(book, "Tulokset")}
    assert list(shown) == list(told)
    for key, row in shown.items():
        assert {name: row[name] for name in NUMBERS} == {
            name: told[key][field] for name, field in NUMBERS.items()
        }, key
        assert (row["Osoite"], row["Kohta"], row["Huomautus"]) == (
            told[key]["url"],
            place(told[key]["locator"]),
            told[key]["note"],
        ), key
        assert (row["Luvun laji"] == "Osuus, %") == (
            facts.figures[key].indicator.measure == "share"
        ), key
        assert (row["Varaus"] is None) == (facts.figures[key].located.data.bound is None), key
        numbers = [told[key][field] for field in ("value", "numerator", "low")]
        assert (numbers == [None] * 3) == (row["Miksi lukua ei ole"] is not None), key


def test_every_record_has_its_row(book: Workbook, catalogue: Catalogue) -> None:
    models = catalogue.models.values()
    assert {row["Tunnus"] for row in rows(book, "Mallit")} == set(catalogue.models)
    assert {row["Tunnus"] for row in rows(book, "Mittarit")} == set(catalogue.indicators)
    assert len(rows(book, "Ristiriidat")) == len(catalogue.discrepancies)
    assert len(rows(book, "Tavoitteet")) == sum(len(model.data.aims) for model in models)
    assert len(rows(book, "Syyt")) == sum(len(model.data.status.reasons) for model in models)


def test_no_cell_is_a_formula(book: Workbook) -> None:
    assert {cell.data_type for sheet in book for line in sheet.iter_rows() for cell in line} <= {
        "s",
        "n",
    }


def test_heads_stay_in_sight_and_can_be_filtered(book: Workbook) -> None:
    assert {(sheet.freeze_panes, bool(sheet.auto_filter.ref)) for sheet in book} == {("B2", True)}


def test_first_sheet_tells_version_licence_and_what_may_be_compared(book: Workbook) -> None:
    told = " ".join(
        str(cell) for line in book["Lue ensin"].iter_rows(values_only=True) for cell in line
    )
    assert all(
        text in told
        for text in ("testi, 1.1.2026", "https://esimerkki.fi/", "CC BY 4.0", "Vertaa vain rivejä")
    )


def test_no_row_is_higher_than_excel_allows(book: Workbook) -> None:
    assert max(row.height or 0 for sheet in book for row in sheet.row_dimensions.values()) <= 409


def test_same_data_gives_the_same_bytes(facts: Facts) -> None:
    again = Facts(facts.catalogue, facts.build)
    assert workbook(facts, [*sheets(facts, told(facts))]) == workbook(
        again, [*sheets(again, told(again))]
    )
