"""A correct new region breaks no test: a made-up county with one model is added to the real data, and all that reads it runs."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

from built import ROOT

if TYPE_CHECKING:
    from pathlib import Path

COUNTY = """
keksitty:
  name: Keksityn hyvinvointialue
  short: Keksitty
  genitive: Keksityn
  inessive: Keksityssä
"""
PROFILE = "summary: Keksitty alue.\nsources: [{id: thl-yhteenveto, at: luku 1}]\n"
MODEL = """\
name: Keksityn työhönvalmennus
type: laatuperusteinen-tyohonvalmennus
programme: tyokykyohjelman-laajentaminen
summary: Keksitty valmennus keksityllä alueella.
sections: {}
status: {decided: adopt, in_use: {what: fully, date: 2024-11}, sources: [{id: thl-yhteenveto, at: luku 1}]}
results:
  - indicator: tyollistyneet
    count: 5
    of: 21
    period: 2023/2024
    population: latu-asiakkaat
    sources: [{id: thl-yhteenveto, at: luku 1}]
sources: [{id: thl-yhteenveto, at: luku 1}]
reviewed: 2025-01
"""


# What neither builds a site nor spoils a file, adds no region of its own and is no list for a person to read again.
PYTEST = (
    "-n0",
    "-q",
    "-m",
    "not browser and not site",
    "--ignore-glob=*/test_fuzz.py",
    "--ignore-glob=*/test_places.py",
    "--ignore-glob=*/test_new_region.py",
    "--deselect=tests/data/test_pairs.py::test_list_of_what_stands_side_by_side_is_the_one_that_was_read",
)


def test_new_region_with_a_model_breaks_no_test_that_reads_the_data(tmp_path: Path) -> None:
    models = shutil.copytree(ROOT / "models", tmp_path / "models")
    with (models / "vocabulary" / "regions.yml").open("a", encoding="utf-8") as regions:
        regions.write(COUNTY)
    (models / "keksitty").mkdir()
    (models / "keksitty" / "region.yml").write_text(PROFILE, encoding="utf-8")
    (models / "keksitty" / "valmennus.yml").write_text(MODEL, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "pytest", *PYTEST, "tests/data"],
        cwd=ROOT,
        env={**os.environ, "CATALOGUE_MODELS": str(models), "PYTEST_ADDOPTS": ""},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stdout[-3000:]
