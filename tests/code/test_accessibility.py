"""A page of each kind, of the made-up catalogue: no fault that axe finds, light and dark, on a desktop, a phone and a narrow one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import pytest

from accessibility import faults
from browsing import visiting
from built import ROOT
from kinds import BY_HAND, KINDS, SIZES, addresses

if TYPE_CHECKING:
    from collections.abc import Mapping

    from playwright.sync_api import Browser

    from catalogue.records import Catalogue

CONTENT = ROOT / "content"
SCHEMES: dict[Literal["light", "dark"], str] = {"light": "default", "dark": "slate"}


@pytest.fixture(scope="module")
def address(catalogue: Catalogue) -> Mapping[str, str]:
    return {**addresses(catalogue), **{path: path for path in BY_HAND}}


def test_every_kind_of_page_is_looked_at(address: Mapping[str, str]) -> None:
    written = {path.relative_to(CONTENT).as_posix() for path in CONTENT.rglob("*.md")}
    by_hand = {f"{name.removesuffix('.md').removesuffix('/index')}/" for name in written}
    assert set(address) == {*KINDS, *BY_HAND}
    assert by_hand | {"404.html"} == {*BY_HAND}


@pytest.mark.parametrize("kind", [*KINDS, *BY_HAND])
def test_page_has_no_fault_that_a_machine_finds(
    browser: Browser, served: str, address: Mapping[str, str], kind: str
) -> None:
    """The dark theme is the same page in other colours, so there only what colours can break is looked at again."""
    for scheme, named in SCHEMES.items():
        with visiting(browser, served, scheme=scheme) as visit:
            page = visit.open(address[kind])
            assert page.evaluate("document.body.dataset.mdColorScheme") == named
            for name, (width, height) in SIZES.items():
                page.set_viewport_size({"width": width, "height": height})
                assert faults(page, only_colours=scheme == "dark") == "", f"{scheme}, {name}"
            assert (visit.strangers, visit.errors) == ([], [])
