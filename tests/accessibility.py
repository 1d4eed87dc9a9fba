"""What axe finds on a page. Parts of the same tags and classes as a part before them are looked at once.

The rules of colours and sizes cost the square of a page's length, and whether they hold depends on how a part is
dressed, not on what it tells: of two rows or cards dressed alike the first is enough for them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from axe_playwright_python.base import AXE_SCRIPT, AxeResults

if TYPE_CHECKING:
    from playwright.sync_api import Page

TAGS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
COLOURS = ("color-contrast", "link-in-text-block", "target-size")
ALIKE = """() => {
  const dress = (one) =>
    one.outerHTML.replace(/>[^<]*</g, "><").replace(/ (?!class=)[\\w-]+(="[^"]*")?/g, "");
  const seen = new Set();
  for (const one of document.querySelectorAll("tr, li, article, section, dl > div, details, p")) {
    if (one.closest("[data-alike]")) continue;
    const where = [];
    for (let at = one.parentElement; at; at = at.parentElement) where.push(at.tagName, at.className);
    const key = where.join() + dress(one);
    if (seen.has(key)) one.dataset.alike = "";
    else seen.add(key);
  }
}"""
RUN = "([context, options]) => axe.run(context, options)"


def faults(page: Page, *, only_colours: bool = False) -> str:
    """What axe finds on the page as it stands at its width; an empty text where it finds nothing."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE_SCRIPT)
        page.evaluate(ALIKE)
    told = [_run(page, {"exclude": [["[data-alike]"]]}, {"type": "rule", "values": list(COLOURS)})]
    if not only_colours:
        told.append(_run(page, {}, list(TAGS), *COLOURS))
    return "\n".join(filter(None, told))


def _run(page: Page, parts: dict[str, object], rules: object, *without: str) -> str:
    options = {
        "runOnly": rules,
        "rules": {rule: {"enabled": False} for rule in without},
        "resultTypes": ["violations"],
    }
    found = AxeResults(page.evaluate(RUN, [parts or "html", options]))
    return str(found.generate_report()) if found.violations_count else ""
