"""What several test modules share: the base of the golden cases, the real data files and the real catalogue."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings
from playwright.sync_api import Browser, sync_playwright

from browsing import ARGUMENTS, chromium
from built import PATH, serving, shared_site
from catalogue.load import load
from golden import BASE, Files, files_of

if TYPE_CHECKING:
    from collections.abc import Iterator

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
    return {
        name: content for name, content in files_of(ROOT).items() if not name.startswith("schema/")
    }


@pytest.fixture(scope="session")
def catalogue() -> Catalogue:
    """The real catalogue; a test that needs it fails with every problem of the data."""
    return load(ROOT / "models")


@pytest.fixture(scope="session")
def shared(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """A folder of this test run that all its processes share."""
    own = tmp_path_factory.getbasetemp()
    return own if worker_id == "master" else own.parent


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


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A real Chromium. Tests that use it are marked `browser`."""
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=chromium(), args=ARGUMENTS)
        yield started
        started.close()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what needs a browser, so that a machine without one can leave it out by name."""
    for item in items:
        if "browser" in getattr(item, "fixturenames", ()):
            item.add_marker("browser")
