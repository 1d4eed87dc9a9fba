"""No cell of a file that a spreadsheet opens becomes a formula, and no number becomes a text."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalogue.files.tables import as_csv, inert

FORMULAS = [
    "=cmd|' /C calc'!A0",
    '=WEBSERVICE("x")',
    "+a",
    "-a",
    "-1+1",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    "\n=1",
    " =1",
    "\uff1dA1",
    "+1;-1",
]


@pytest.mark.parametrize("text", FORMULAS)
def test_what_a_spreadsheet_would_run_begins_with_the_mark_of_a_text(text: str) -> None:
    assert inert(text) == f"'{text}"


@pytest.mark.parametrize("text", ["-1", "+1", "-1.5", "1 %", "–5", "a=b", "", "'=1", "(-)"])
def test_numbers_and_texts_stay_as_they_are(text: str) -> None:
    assert inert(text) == text


@given(st.lists(st.text(st.characters(codec="utf-8", exclude_characters="\0")), min_size=2))
def test_cell_is_the_same_but_for_the_mark(cells: list[str]) -> None:
    names = [f"k{number}" for number in range(len(cells))]
    read = list(csv.reader(io.StringIO(as_csv(names, [cells]), "")))
    assert read[0] == names
    assert [cell.removeprefix("'") for cell in read[1]] == [
        cell.removeprefix("'") for cell in cells
    ]
    assert not any(
        cell.lstrip(" ")[:1] in tuple("=+@\t") for cell in read[1] if inert(cell) != cell
    )


def test_truth_and_absence_are_written_as_in_json() -> None:
    assert as_csv(["a", "b", "c"], [[True, None, -1]]) == "a,b,c\r\ntrue,,-1\r\n"
