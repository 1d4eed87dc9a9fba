"""A page of each kind, of the made-up catalogue: no fault that axe finds, light and dark, on a desktop, a phone and a narrow one.

The pages' own policy is in force: what it refuses is an error of the console.
"""

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
DRESSED = """async (name) => {
  while (document.body.dataset.mdColorScheme !== name) await new Promise(requestAnimationFrame);
}"""
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
    with visiting(browser, served, bypass_csp=False) as visit:
        page = visit.open(address[kind])
        schemes = [*SCHEMES]
        for name, (width, height) in SIZES.items():
            page.set_viewport_size({"width": width, "height": height})
            for scheme in schemes:
                page.emulate_media(color_scheme=scheme)
                page.evaluate(DRESSED, SCHEMES[scheme])
                found = faults(page, "colours" if scheme == "dark" else None)
                assert found == "", f"{scheme}, {name}"
            schemes.reverse()  # to change into the scheme that is on costs nothing
        assert (visit.strangers, visit.errors) == ([], [])


PLANTED = {
    "color-contrast": "<p style='color: #bbb; background: #fff'>Kalpea lause</p>",
    "link-in-text-block": "<p style='color: #333'>Lause ja <a href='#a' style='color: #444; text-decoration: none'>osa</a></p>",
    "target-size": "<p><a href='#a' style='font-size: 9px; display: inline-block'>a</a>"
    "<a href='#b' style='font-size: 9px; display: inline-block'>b</a></p>",
    "target-size ": "<p><a href='#a' style='display: inline-block; width: 30px; height: 30px'>a</a>"
    "<a href='#b' style='display: inline-block; width: 30px; height: 30px; margin-left: -20px'>b</a></p>",
    "scrollable-region-focusable": "<div style='width: 60px; overflow-x: auto'>"
    "<p style='width: 300px'>Pitkä lause</p></div>",
    "image-alt": "<p><img src='data:,'></p>",
}
STRUCTURE = ("image-alt",)  # which no width or theme breaks


def test_fault_on_a_page_after_another_is_found(browser: Browser, served: str) -> None:
    """What is passed on one page passes nothing else on the next."""
    with visiting(browser, served) as visit:
        assert faults(visit.open("mallit/")) == ""
        page = visit.open("avoin-data/kaytto/")
        assert faults(page) == ""
        for rule, planted in PLANTED.items():
            page.evaluate(
                "html => document.querySelector('main').insertAdjacentHTML('beforeend', html)",
                planted,
            )
            if rule in STRUCTURE:
                assert faults(page, "measures") == ""
            else:
                assert rule.strip() in faults(page, "measures"), rule
            assert rule.strip() in faults(page), rule
            page.evaluate("document.querySelector('main').lastElementChild.remove()")
        assert faults(page) == ""
