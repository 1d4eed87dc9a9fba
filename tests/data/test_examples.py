"""The worked examples of the open data run against the built site, and answer their questions rightly."""

from __future__ import annotations

import csv
import io
import json
import os
import re
import shutil
import subprocess
import sys
from collections import Counter
from typing import TYPE_CHECKING, Any

import duckdb
import pytest

from built import ROOT

if TYPE_CHECKING:
    from pathlib import Path

PAGE = ROOT / "content" / "avoin-data" / "kaytto.md"
SITE = "https://sivusto.invalid/"


@pytest.fixture(scope="module")
def blocks() -> dict[str, list[str]]:
    """The code of the page by language."""
    found: dict[str, list[str]] = {}
    for language, code in re.findall(r"```(\w+)\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.S):
        found.setdefault(language, []).append(code)
    return found


@pytest.fixture(scope="module")
def api(site: Path) -> dict[str, list[dict[str, Any]]]:
    return {
        name: json.loads((site / "api" / "v1" / f"{name}.json").read_text(encoding="utf-8"))
        for name in ("results", "models", "missing", "discrepancies")
    }


def run(command: list[str], code: str) -> str:
    done = subprocess.run(
        command,
        input=code,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        env={**os.environ, "no_proxy": "127.0.0.1"},
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_pandas_tells_the_shares_by_region_with_their_intervals(
    blocks: dict[str, list[str]], site: Path, api: dict[str, list[dict[str, Any]]]
) -> None:
    (code,) = blocks["python"]
    told = run([sys.executable, "-"], code.replace(SITE, f"{site}/"))
    rows = list(csv.DictReader(io.StringIO(told)))
    wanted = {
        (row["region"], row["model"], row["numerator"], row["denominator"], row["low"], row["high"])
        for row in api["results"]
        if row["indicator"] == "tyollistyneet"
        and row["comparable"]
        and row["numerator"] is not None
    }
    assert len(rows) == len(wanted) > 5
    assert wanted == {
        (
            row["region"],
            row["model"],
            int(float(row["numerator"])),
            int(float(row["denominator"])),
            float(row["low"]),
            float(row["high"]),
        )
        for row in rows
    }


def test_duckdb_counts_models_over_the_files_of_two_regions_only(
    blocks: dict[str, list[str]], site: Path, api: dict[str, list[dict[str, Any]]]
) -> None:
    told = duckdb.execute(blocks["sql"][0].replace(SITE, f"{site}/")).fetchall()
    services = [
        row
        for row in api["models"]
        if row["kind"] == "palvelumalli"
        and not row["aggregate"]
        and row["region"] in ("pohjanmaa", "pohjois-savo")
    ]
    every = Counter(row["region"] for row in services)
    used = Counter(row["region"] for row in services if row["in_use"] in ("fully", "partly"))
    assert told == [(region, every[region], used[region]) for region in sorted(every)]
    assert sum(every.values()) > 10


def test_duckdb_counts_why_numbers_are_missing_over_json(
    blocks: dict[str, list[str]], site: Path, api: dict[str, list[dict[str, Any]]]
) -> None:
    told = duckdb.execute(blocks["sql"][1].replace(SITE, f"{site}/")).fetchall()
    counts = Counter(row["missing"] for row in api["results"] if row["missing"])
    names = {row["id"]: (row["name"], row["sdmx_obs_status"]) for row in api["missing"]}
    assert {(*names[why], number) for why, number in counts.items()} == set(told)


def test_jq_counts_open_questions_by_model(
    blocks: dict[str, list[str]], served: str, api: dict[str, list[dict[str, Any]]]
) -> None:
    missing = [name for name in ("curl", "jq") if not shutil.which(name)]
    assert not missing, f"install {', '.join(missing)}"
    (code,) = blocks["sh"]
    told = [line.split() for line in run(["sh"], code.replace(SITE, served)).splitlines()]
    counts = Counter(
        model
        for entry in api["discrepancies"]
        if entry["class"] == "numbers"
        for model in entry["models"]
    )
    wanted = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))[:5]
    assert told == [[str(number), model] for model, number in wanted]
