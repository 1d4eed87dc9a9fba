"""Whatever is spoilt in a file of the real data, the checker says what is wrong and never breaks."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import fuzz
from catalogue.load import assemble
from fuzzing import check, mutation

if TYPE_CHECKING:
    from catalogue.records import Catalogue
    from golden import Files

SEEDS = 12  # a test of this many inputs each


@pytest.fixture(scope="module")
def real_rest(real_files: Files) -> Catalogue:
    """The real vocabularies and sources, read; right or wrong."""
    shared = {
        name: raw
        for name, raw in real_files.items()
        if name.startswith(("vocabulary/", "sources/"))
    }
    return assemble("models", sorted(shared.items()))[0]


@given(st.data())
@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
def test_any_mutation_of_a_real_file(
    real_files: Files, real_rest: Catalogue, data: st.DataObject
) -> None:
    name = data.draw(st.sampled_from(sorted(real_files)))
    check(real_rest, name, data.draw(mutation(real_files[name].decode())).encode())


@pytest.mark.parametrize("first", range(0, SEEDS * 2, SEEDS))
def test_broken_real_catalogue_is_refused_or_accepted(real_files: Files, first: int) -> None:
    for seed in range(first, first + SEEDS):
        fuzz.survives(fuzz.catalogue(real_files, seed), whole=False)
