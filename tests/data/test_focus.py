"""What has the keyboard's focus is in sight, whichever way the reader goes, and its ring is seen in both themes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from browsing import visiting

if TYPE_CHECKING:
    from playwright.sync_api import Browser

PAGES = (
    "mallit/pohjois-savo/ips-tyohonvalmennus/",
    "vertailu/tyohonvalmennuksen-tulokset/",
    "ristiriidat/",
)
STEPS = 70
# Of what has the focus: what covers it wholly, or how the ring stands out against what is behind it.
COVERED = """() => {
  const one = document.activeElement;
  if (!one || one === document.body || one.closest("header, #valikko, .md-skip")) return null;
  const box = one.getBoundingClientRect();
  const header = document.querySelector(".site-header").getBoundingClientRect();
  const under = getComputedStyle(document.querySelector(".site-header")).position === "sticky" ? header.bottom : 0;
  const hidden = box.bottom <= under + 1 || box.top >= innerHeight;
  return hidden ? `${one.outerHTML.slice(0, 120)} at ${Math.round(box.top)}` : null;
}"""
# When the key of a step comes up, the focus has moved and the page scrolled.
WATCH = f"""() => {{
  const covered = {COVERED};
  window.looked = 0;
  window.covered = [];
  addEventListener("keyup", ({{ key, shiftKey }}) => {{
    if (key !== "Tab") return;
    looked += 1;
    const told = covered();
    if (told) window.covered.push(`${{shiftKey ? "back" : "on"}}: ${{told}}`);
  }});
}}"""
RING = """() => {
  const light = (colour) => {
    const parts = colour.match(/[\\d.]+/g).slice(0, 3).map((part) => part / 255)
      .map((part) => part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2];
  };
  const one = document.activeElement;
  const style = getComputedStyle(one);
  let behind = one.parentElement;
  while (behind && /, 0\\)$|transparent/.test(getComputedStyle(behind).backgroundColor)) behind = behind.parentElement;
  const [ring, ground] = [style.outlineColor, getComputedStyle(behind ?? document.body).backgroundColor].map(light);
  const contrast = (Math.max(ring, ground) + 0.05) / (Math.min(ring, ground) + 0.05);
  return style.outlineStyle === "none" || parseFloat(style.outlineWidth) < 2 ? 0 : contrast;
}"""


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize(("width", "height"), [(1280, 720), (390, 700)])
def test_nothing_with_the_focus_is_under_the_header(
    browser: Browser, served: str, path: str, width: int, height: int
) -> None:
    with visiting(browser, served, width=width, height=height) as visit:
        page = visit.open(path)
        page.evaluate(WATCH)
        for key in ("Tab", "Shift+Tab"):
            for _ in range(STEPS):
                page.keyboard.press(key)
        assert page.evaluate("looked") == 2 * STEPS
        assert page.evaluate("covered") == []


@pytest.mark.parametrize("scheme", ["default", "slate"])
def test_ring_stands_out_three_to_one(browser: Browser, served: str, scheme: str) -> None:
    with visiting(browser, served) as visit:
        page = visit.open("mallit/")
        page.evaluate(f"document.body.dataset.mdColorScheme = '{scheme}'")
        seen = []
        for _ in range(40):
            page.keyboard.press("Tab")
            if page.evaluate("document.activeElement !== document.body"):
                seen.append(page.evaluate(RING))
        assert len(seen) > 30
        assert min(seen) >= 3
