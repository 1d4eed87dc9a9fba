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


def test_broken_real_catalogue_is_refused_or_accepted() -> None:
    assert not fuzz.tried(range(50, 550, 50)).broke
