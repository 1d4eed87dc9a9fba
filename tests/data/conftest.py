"""Tests of data read the real catalogue and the real site.

`CATALOGUE_MODELS` names another folder of data files: so it is tried that a new region breaks nothing.
"""

from __future__ import annotations

import datetime
import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from built import PATH, ROOT, serving, shared_site
from catalogue.facts import Build, Facts
from catalogue.files.all import files
from catalogue.load import load
from golden import Files, files_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from catalogue.records import Catalogue

MODELS = Path(os.environ.get("CATALOGUE_MODELS", ROOT / "models"))
READ = {"catalogue", "real_files"}  # what tests know the data files by


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Of another folder only what reads its files is asked: the rest has been answered."""
    if "CATALOGUE_MODELS" in os.environ:
        _leave(config, items, [one for one in items if not READ & {*_asked(one)}])


def _asked(item: pytest.Item) -> Sequence[str]:
    names: Sequence[str] = getattr(item, "fixturenames", ())
    return names


def _leave(config: pytest.Config, items: list[pytest.Item], left: list[pytest.Item]) -> None:
    config.hook.pytest_deselected(items=left)
    items[:] = [one for one in items if one not in left]


@pytest.fixture(scope="session")
def real_files() -> Files:
    """The real data files as they are, right or wrong."""
    files = files_of(MODELS.parent).items()
    return {name: content for name, content in files if not name.startswith("schema/")}


@pytest.fixture(scope="session")
def catalogue() -> Catalogue:
    """The real catalogue; a test that needs it fails with every problem of the data."""
    return load(MODELS)


@pytest.fixture(scope="session")
def facts(catalogue: Catalogue) -> Facts:
    """What is known of the real catalogue; a test reads it and changes nothing."""
    return Facts(catalogue, Build(datetime.date(2026, 11, 28)))


@pytest.fixture(scope="session")
def published(facts: Facts) -> Mapping[str, str | bytes]:
    """Every file beside the pages, by address."""
    return dict(files(facts))


@pytest.fixture(scope="session")
def site(shared: Path) -> Path:
    """The real site, built strictly with MkDocs; read it, do not change it."""
    return shared_site(shared, "mkdocs")


@pytest.fixture(scope="session")
def served(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the real site on loopback, under a path as on GitHub Pages; ends with a slash."""
    folder = tmp_path_factory.mktemp("served")
    (folder / PATH).symlink_to(site, target_is_directory=True)
    with serving(folder) as address:
        yield f"{address}{PATH}/"
