"""Tests of code stand on made-up data: the catalogue of the golden pages, and the site that is built of it."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

import pytest

import odd
from built import FRAMES, MADE_UP, PATH, made_up_project, serving, shared_site
from catalogue.load import assemble, checked
from pages.cases import files_of
from pages.harness import LINKS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from catalogue.records import Catalogue


@pytest.fixture(scope="session")
def catalogue() -> Catalogue:
    """The made-up catalogue of the golden pages."""
    files = sorted((name, raw) for name, raw in files_of().items() if name != LINKS)
    return checked(*assemble("models", files))


@pytest.fixture(scope="session")
def site(shared: Path) -> Path:
    """The site of the made-up catalogue, built strictly with MkDocs; read it, do not change it."""
    frames = shared / FRAMES
    return shared_site(shared, "mkdocs", MADE_UP, made_up_project, FRAMES=str(frames))


@pytest.fixture(scope="session")
def other_site(shared: Path) -> Path:
    """The same site, built anew with ProperDocs."""
    return shared_site(shared, "properdocs", f"{MADE_UP}-properdocs", made_up_project)


@pytest.fixture(scope="session")
def project_of(site: Path, shared: Path) -> Callable[[Path], Path]:
    """Makes the project of that site in a folder, to be changed and built: its words are worked out already."""
    assert site.is_dir()
    return functools.partial(made_up_project, like=shared / f"{MADE_UP}-project")


@pytest.fixture(scope="session")
def odd_site(shared: Path, project_of: Callable[[Path], Path], catalogue: Catalogue) -> Path:
    """The site of the project at its oddest."""

    def project(folder: Path) -> Path:
        return odd.made(project_of(folder), catalogue)

    return shared_site(
        shared,
        "mkdocs",
        "odd",
        project,
        LINKS_STATE=odd.STATE,
        SITE_URL=odd.ELSEWHERE,
        REPO_URL=odd.REPOSITORY,
    )


@pytest.fixture(scope="session")
def served(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of that site on loopback, under a path as on GitHub Pages; ends with a slash."""
    folder = tmp_path_factory.mktemp("served")
    (folder / PATH).symlink_to(site, target_is_directory=True)
    with serving(folder) as address:
        yield f"{address}{PATH}/"
