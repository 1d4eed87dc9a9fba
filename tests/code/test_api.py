"""The files of the API: what is too large for one file is in parts, and nothing is lost or told twice."""

from __future__ import annotations

import csv
import io
import json
from functools import partial
from typing import TYPE_CHECKING

import pytest

from catalogue.facts import Build, Facts
from catalogue.files import api
from catalogue.files.api import in_parts
from catalogue.files.tables import as_csv
from pages.harness import TODAY

if TYPE_CHECKING:
    from catalogue.records import Catalogue

ROWS = [{"id": str(number), "note": 'rivi\n"toinen", kolmas' * number} for number in range(40)]
VALUES = [tuple(row.values()) for row in ROWS]


@pytest.mark.parametrize("largest", [1, 300, 2000])
def test_parts_hold_each_record_once_and_are_lists_by_themselves(largest: int) -> None:
    parts = [*in_parts("results.json", ROWS, json.dumps, largest)]
    assert [name for name, _ in parts[:2]] == ["results/1.json", "results/2.json"]
    assert [row for _, text in parts for row in json.loads(text)] == ROWS
    tables = in_parts("results.csv", VALUES, partial(as_csv, ("id", "note")), largest)
    assert [
        row for _, text in tables for row in csv.DictReader(io.StringIO(text, newline=""))
    ] == ROWS


def test_a_list_that_fits_keeps_its_address() -> None:
    parts = [*in_parts("results.json", ROWS, json.dumps, 10**6)]
    assert parts == [("results.json", json.dumps(ROWS))]


def test_files_of_very_many_models_are_listed_apart_from_the_index(
    catalogue: Catalogue, monkeypatch: pytest.MonkeyPatch
) -> None:
    facts = Facts(catalogue, Build(TODAY, site_url="https://mallit.esimerkki.fi/"))
    monkeypatch.setattr(api, "INDEXED", len(facts.models) - 1)
    listed, out = api.lists(facts), api.Written()
    counted = api.counts(facts, listed)
    written = dict(api.files(facts, listed, out))
    made = {name: json.loads(text) for name, text in api.index(facts, counted, out)}
    index, many = made["api/v1/index.json"], made["api/v1/files.json"]
    assert index["parts"] == {"files.json": ["files.json"]}
    told = [one["path"] for one in index["files"]], [one["path"] for one in many]
    assert set(told[1]) == {name for name in written if name.startswith("api/v1/models/")}
    assert sorted([*told[0], *told[1]]) == sorted(written)
    monkeypatch.setattr(api, "INDEXED", len(facts.models))
    assert [name for name, _ in api.index(facts, counted, out)] == ["api/v1/index.json"]
