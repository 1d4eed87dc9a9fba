"""What several test modules share: the base of the golden cases, the real data files and the real catalogue."""

from __future__ import annotations

from pathlib import Path

import pytest
from golden import BASE, Files, files_of
from hypothesis import settings

from catalogue.load import load
from catalogue.records import Catalogue

ROOT = Path(__file__).parents[1]

# The same examples in every run: a pull request fails for what it changes. To look for more:
# pytest --hypothesis-profile=explore
settings.register_profile("same", derandomize=True, deadline=None, max_examples=100)
settings.register_profile("explore", deadline=None, max_examples=2000)
settings.load_profile("same")


@pytest.fixture(scope="session")
def base() -> Files:
    """The valid files that every golden case starts from."""
    return files_of(BASE)


@pytest.fixture(scope="session")
def real_files() -> Files:
    """The real data files as they are, right or wrong."""
    return files_of(ROOT)


@pytest.fixture(scope="session")
def catalogue() -> Catalogue:
    """The real catalogue; a test that needs it fails with every problem of the data."""
    return load(ROOT / "models")
