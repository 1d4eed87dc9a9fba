"""What the benchmarks measure is a catalogue that the checker takes, and its models are like the real ones."""

from __future__ import annotations

from typing import TYPE_CHECKING

from benchmarks.generate import REAL, generate
from benchmarks.likeness import judged, means
from catalogue.facts import Build, Facts
from catalogue.load import load
from pages.harness import TODAY

if TYPE_CHECKING:
    from pathlib import Path


def test_generated_catalogue_is_right_in_every_rule_and_its_models_are_like_the_real_ones(
    tmp_path: Path,
) -> None:
    real = load(REAL)
    generate(tmp_path, len(real.models))  # each real one is the pattern of one
    catalogue = load(tmp_path / "models")
    assert [problem for problem in catalogue.warnings if "koe" in problem.path] == []
    facts = Facts(catalogue, Build(TODAY))
    assert len(judged(facts)) == len(real.models)
    told, made = means(Facts(real, Build(TODAY))), means(facts)
    told.pop("results that compare")  # the more, the more models there are
    assert {one: made[one] for one in told if not 0.97 < made[one] / told[one] < 1.25} == {}
