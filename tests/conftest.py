"""What the tests of code and of data share: the base of the golden cases, a folder of the run, a browser."""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings
from playwright.sync_api import Browser, sync_playwright

from browsing import light
from golden import BASE, Files, files_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


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
def shared(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """A folder of this test run that all its processes share."""
    own = tmp_path_factory.getbasetemp()
    return own if worker_id == "master" else own.parent


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A real Chromium. Tests that use it are marked `browser`."""
    with sync_playwright() as playwright:
        started = light(playwright)
        yield started
        started.close()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what needs a browser or a built site, so that it can be left out by name."""
    for item in items:
        for name in {"browser", "site"}.intersection(getattr(item, "fixturenames", ())):
            item.add_marker(name)


def pytest_collection_finish() -> None:
    """What is loaded and collected stays to the end: the rubbish collector looks only at what the tests make."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 20, 20)
