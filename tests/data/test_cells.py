"""No cell cuts or hides a figure: the text of every cell stays inside it, at every width, also with text spacing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from browsing import visiting

if TYPE_CHECKING:
    from playwright.sync_api import Browser

WIDTHS = (320, 390, 768, 1024, 1280)
SIDE = "vertailu/omat/?mallit=" + ",".join(
    (
        "pohjois-savo/laatuperusteinen-tyohonvalmennus",
        "satakunta/laatuperusteinen-tyohonvalmennus",
        "varsinais-suomi/laatuperusteinen-tyohonvalmennus",
        "pohjois-savo/tyokyvyn-tuen-tiimi",
    )
)
PAGES = (
    SIDE,
    "vertailu/tyohonvalmennuksen-tulokset/",
    "vertailu/koettu-muutos/",
    "vertailu/juurtuminen/",
    "mallit/pohjois-savo/laatuperusteinen-tyohonvalmennus/",
    "tyypit/laatuperusteinen-tyohonvalmennus/",
    "mittarit/tyollistyneet/",
    "alueet/pohjois-savo/",
    "aukot/",
    "vertailu/tavoite-ja-toteuma/",
    "vertailu/miksi-paattyi/",
    "mallit/",
    "alueet/",
    "lahteet/",
    "mittarit/",
    "ristiriidat/",
)
# WCAG 2.2, 1.4.12: what a reader may set without losing anything.
SPACING = """* { line-height: 1.5 !important; letter-spacing: 0.12em !important;
  word-spacing: 0.16em !important; } p { margin-bottom: 2em !important; }"""
SPACE = "(spaced) => { [...document.styleSheets].at(-1).disabled = !spaced; }"
# Texts that reach over the sides of their cell.
CUT = """() => [...document.querySelectorAll("th, td, dd, .chart__told, .highlights li")].flatMap((cell) => {
  const box = cell.getBoundingClientRect();
  if (box.width < 3) return [];
  const whole = document.createRange();
  whole.selectNodeContents(cell);
  const { left, right } = whole.getBoundingClientRect();
  if (left >= box.left - 1 && right <= box.right + 1) return [];
  const walker = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT), cut = [];
  while (walker.nextNode()) {
    const node = walker.currentNode;
    if (!node.data.trim() || node.parentElement.closest(".visually-hidden, thead, svg")) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    if ([...range.getClientRects()].some((one) =>
      one.width > 1 && (one.right > box.right + 1 || one.left < box.left - 1))) cut.push(node.data.trim());
  }
  return cut;
})"""

# Texts that a button stands on.
COVERED = """() => [...document.querySelectorAll(".figure-menu")].flatMap((button) => {
  const box = button.getBoundingClientRect();
  if (box.width < 3) return [];
  const cell = button.closest("th, td, dd, li, p") ?? button.parentElement;
  const walker = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT), covered = [];
  while (walker.nextNode()) {
    const node = walker.currentNode;
    if (!node.data.trim() || node.parentElement.closest(".visually-hidden, button, svg")) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    if ([...range.getClientRects()].some((one) => one.width > 1
      && Math.min(one.right, box.right - 4) - Math.max(one.left, box.left + 4) > 1
      && Math.min(one.bottom, box.bottom - 8) - Math.max(one.top, box.top + 8) > 1)) covered.push(node.data.trim());
  }
  return covered;
})"""


@pytest.mark.parametrize("path", PAGES)
def test_text_stays_in_its_cell(browser: Browser, served: str, path: str) -> None:
    with visiting(browser, served) as visit:
        page = visit.open(path)
        if path == SIDE:
            page.wait_for_selector(".side tbody td")
        page.add_style_tag(content=SPACING)
        ways = [False, True]
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 900})
            for spaced in ways:
                page.evaluate(SPACE, spaced)
                assert page.evaluate(CUT) == [], (width, spaced)
                assert page.evaluate(COVERED) == [], (width, spaced)
            ways.reverse()  # of two changes that cost a layout each, one
