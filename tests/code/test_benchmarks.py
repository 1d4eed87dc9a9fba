"""What the benchmarks measure is a catalogue that the checker takes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from benchmarks.generate import generate
from catalogue.load import load

if TYPE_CHECKING:
    from pathlib import Path


def test_generated_catalogue_is_right_in_every_rule_and_its_figures_compare(tmp_path: Path) -> None:
    generate(tmp_path, 60)
    catalogue = load(tmp_path / "models")
    assert [problem for problem in catalogue.warnings if "koe" in problem.path] == []
    assert len(catalogue.models) > 60
