"""The files of the API: what is too large for one file is in parts, and nothing is lost or told twice."""

from __future__ import annotations

import csv
import io
import json
from functools import partial

import pytest

from catalogue.files.api import in_parts
from catalogue.files.tables import as_csv

ROWS = [{"id": str(number), "note": 'rivi\n"toinen", kolmas' * number} for number in range(40)]
VALUES = [tuple(row.values()) for row in ROWS]


@pytest.mark.parametrize("largest", [1, 300, 2000])
def test_parts_hold_each_record_once_and_are_lists_by_themselves(largest: int) -> None:
    parts = in_parts("results.json", ROWS, json.dumps, largest)
    assert [name for name, _ in parts[:2]] == ["results/1.json", "results/2.json"]
    assert [row for _, text in parts for row in json.loads(text)] == ROWS
    tables = in_parts("results.csv", VALUES, partial(as_csv, ("id", "note")), largest)
    assert [
        row for _, text in tables for row in csv.DictReader(io.StringIO(text, newline=""))
    ] == ROWS


def test_a_list_that_fits_keeps_its_address() -> None:
    assert in_parts("results.json", ROWS, json.dumps, 10**6) == [("results.json", json.dumps(ROWS))]
