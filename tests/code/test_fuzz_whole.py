"""Broken copies of whole catalogues yield problems or a whole site; `make fuzz` tries as many as there is time for."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

import fuzz
from pages.cases import files_of

if TYPE_CHECKING:
    from golden import Files

SEEDS = 12  # a test of this many inputs each
TESTS = 5


@pytest.fixture(scope="module")
def made_up() -> Files:
    return files_of()


@pytest.mark.parametrize("first", range(0, SEEDS * TESTS, SEEDS))
def test_broken_made_up_catalogue_is_refused_or_printed_whole(made_up: Files, first: int) -> None:
    for seed in range(first, first + SEEDS):
        fuzz.survives(fuzz.catalogue(made_up, seed))


def test_what_is_broken_is_mostly_seen(made_up: Files) -> None:
    refused = [not fuzz.survives(fuzz.catalogue(made_up, seed), whole=False) for seed in range(60)]
    assert sum(refused) > 30  # else the faults are too mild to show anything


def test_same_seed_breaks_the_same(made_up: Files) -> None:
    assert fuzz.catalogue(made_up, 7) == fuzz.catalogue(made_up, 7) != fuzz.catalogue(made_up, 8)
