"""Every kind of page at three widths, light and dark: one visit a page and width, and everything a machine can see of it.

The whole of axe at every width and theme is run on the made-up catalogue (`tests/code/test_accessibility.py`), whose
pages are short. Here, on the longest pages of the real one, it is run on the desktop; when the page is narrow, only what
depends on measures is asked (and all of what the made-up visit does not open: `CHOSEN`), and on the phone the dark colours.

Looked at: what axe finds, the console, strangers, text that is cut or reaches over the page, layout shift while scripts
come late, and how much the page weighs when nothing of it is kept from before (packed with gzip, as GitHub Pages sends).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import pytest

from accessibility import faults
from browsing import visiting
from built import PATH, serving
from kinds import BY_HAND, KINDS, MADE_UP_ONLY, SIZES, addresses

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from playwright.sync_api import Browser, CDPSession

    from browsing import Visit
    from catalogue.records import Catalogue

DESKTOP, NARROW = SIZES["desktop"][0], SIZES["narrow"][0]
SHIFT = 0.05
KILO = 1000
WEIGHT, LIGHTER = 150 * KILO, {"model": 120 * KILO}
REQUESTS = 15
ANSWERED = (200 * KILO, 35)  # of a search: with the answer, whose index is in small files
CHOSEN = {  # addresses that make a page show what it is for
    "search": "haku/?q=valmennus",
    "side-by-side": "vertailu/omat/?mallit=pohjois-savo/laatuperusteinen-tyohonvalmennus,"
    "satakunta/laatuperusteinen-tyohonvalmennus,varsinais-suomi/laatuperusteinen-tyohonvalmennus",
}
LATE = 0.1  # seconds a script takes
WATCH = """window.shift = 0; new PerformanceObserver((list) => { for (const one of list.getEntries())
    if (!one.hadRecentInput) window.shift += one.value; }).observe({ type: "layout-shift", buffered: true });"""
# Texts that stand outside the page's sides or are cut by the box that they are in.
CUT = """() => {
  const width = document.documentElement.clientWidth, cut = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode;
    if (!node.data.trim() || !node.parentElement.checkVisibility({ visibilityProperty: true })) continue;
    if (node.parentElement.closest(".visually-hidden, .md-skip, thead, svg, select, pre")) continue;
    let left = 0, right = width, heard = false;
    for (let box = node.parentElement; box && box !== document.body; box = box.parentElement) {
      const { overflowX } = getComputedStyle(box);
      if (overflowX === "visible") continue;
      if (overflowX !== "hidden" && overflowX !== "clip") { left = -Infinity; right = Infinity; break; }
      const { left: start, right: end } = box.getBoundingClientRect();
      left = Math.max(left, start); right = Math.min(right, end);
      heard ||= end - start < 3; // a text for who listens
    }
    if (heard) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    if ([...range.getClientRects()].some((one) => one.width > 1 && (one.right > right + 1 || one.left < left - 1)))
      cut.push(node.data.trim());
  }
  return cut;
}"""


@dataclass
class Seen:
    """A context of one width, and what its page has taken from the line since it was last opened."""

    visit: Visit
    width: int
    line: CDPSession
    weight: int = 0
    asked: list[str] = field(default_factory=list)

    def watch(self) -> None:
        """Nothing is kept from page to page: each is weighed as a first one."""
        self.line.send("Network.enable")
        self.line.send("Network.setCacheDisabled", {"cacheDisabled": True})
        self.line.on("Network.requestWillBeSent", self._ask)
        self.line.on("Network.loadingFinished", self._take)

    def _ask(self, event: dict[str, Any]) -> None:
        if not event["request"]["url"].startswith(("data:", "blob:")):
            self.asked.append(event["request"]["url"])

    def _take(self, event: dict[str, Any]) -> None:
        self.weight += int(event["encodedDataLength"])

    def open(self, address: str) -> None:
        self.weight, self.asked = 0, []
        self.visit.errors.clear()
        self.visit.strangers.clear()
        self.visit.page.goto(self.visit.base + address, wait_until="load")
        self.visit.page.wait_for_function("window.shift !== undefined")
        self.visit.page.wait_for_load_state("networkidle") if "?" in address else None


@pytest.fixture(scope="module")
def late(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The real site on a line where scripts come late."""
    folder = tmp_path_factory.mktemp("late")
    (folder / PATH).symlink_to(site, target_is_directory=True)
    with serving(folder, late=LATE) as address:
        yield f"{address}{PATH}/"


@pytest.fixture(scope="module", params=SIZES)
def seen(request: pytest.FixtureRequest, browser: Browser, late: str) -> Iterator[Seen]:
    width, height = SIZES[request.param]
    with visiting(browser, late, width=width, height=height, own=True) as visit:
        visit.page.add_init_script(WATCH)
        made = Seen(visit, width, visit.page.context.new_cdp_session(visit.page))
        made.watch()
        yield made


@pytest.fixture(scope="module")
def address(catalogue: Catalogue) -> Mapping[str, str]:
    return {**addresses(catalogue), **CHOSEN, **{path: path for path in BY_HAND}}


@pytest.mark.parametrize("kind", [*(one for one in KINDS if one not in MADE_UP_ONLY), *BY_HAND])
def test_page_has_no_fault_that_a_machine_finds(
    seen: Seen, address: Mapping[str, str], kind: str
) -> None:
    page = seen.visit.page
    seen.open(address[kind])
    weight, requests = ANSWERED if kind == "search" else (LIGHTER.get(kind, WEIGHT), REQUESTS)
    assert seen.weight <= weight, seen.asked
    assert len(seen.asked) <= requests, seen.asked
    assert page.evaluate("document.documentElement.scrollWidth") <= seen.width
    assert page.evaluate("window.shift") < SHIFT  # before axe, which scrolls
    assert page.evaluate(CUT) == []
    if seen.width == DESKTOP:
        assert faults(page) == ""
    elif seen.width == NARROW:
        assert faults(page, None if kind in CHOSEN else "measures") == ""
    else:
        page.locator("[data-theme]").click()
        assert page.evaluate("document.body.dataset.mdColorScheme") == "slate"
        assert faults(page, "colours") == ""
        page.evaluate("localStorage.clear()")
    assert (seen.visit.strangers, seen.visit.errors) == ([], [])
