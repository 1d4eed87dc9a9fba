"""What axe finds on a page. What cannot differ from what axe has passed is looked at once.

- Whether a text stands out depends on its colours, size and ground alone, and whether a link does on what is around it,
  whichever page it is on: a text of each look (what the browser has computed for it and for all that it stands in) is
  enough, until axe has passed that look.
- Sizes of targets cost the square of a page's length and depend on how a part is dressed: of two rows or cards of the
  same tags and classes the first is enough.
- The other rules are asked of the whole page, once for what of it is visible and what scrolls: a width that changes
  neither changes no answer.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from weakref import WeakKeyDictionary

from axe_playwright_python.base import AXE_SCRIPT, AxeResults

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

TAGS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
COLOURS = ("color-contrast", "link-in-text-block")
SIZES = "target-size"
READY = """() => {
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
  axe.configure({ rules: [{ id: "target-size", selector: "*:not([data-alike], [data-alike] *)" }] });
  window.axeSeen = new Set();
}"""
# A text of each look that is not passed yet is marked; axe answers of them, and what it passed is told.
LOOKS = """async (passed) => {
  const known = new Set(passed), grounds = new Map(), blocks = new Map(), marked = new Map(), looks = new Map();
  const OFF = ":disabled, [aria-disabled=true], [aria-hidden=true], [inert]", CLIPPED = "clipped";
  const ground = (one) => {
    if (!one) return "";
    if (!grounds.has(one)) {
      const { backgroundColor: own, backgroundImage: image, opacity, position, filter, clip, clipPath } = getComputedStyle(one);
      const told = [own === "rgba(0, 0, 0, 0)" ? "" : own, image === "none" ? "" : image, opacity === "1" ? "" : opacity,
        position === "static" || position === "relative" ? "" : position, filter === "none" ? "" : filter,
        one.matches(OFF) ? "off" : "", clip === "auto" && clipPath === "none" ? "" : CLIPPED].join("");
      const behind = ground(one.parentElement);
      grounds.set(one, told ? `${told}/${behind}` : behind);
    }
    return grounds.get(one);
  };
  const words = (one) => { // the colour of the block that an element stands in, if most of it is no link
    if (!one) return "";
    if (getComputedStyle(one).display.startsWith("inline")) return words(one.parentElement);
    if (!blocks.has(one)) {
      const links = [...one.querySelectorAll("a")].reduce((sum, link) => sum + link.textContent.length, 0);
      blocks.set(one, one.textContent.trim().length > 2 * links ? getComputedStyle(one).color : "");
    }
    return blocks.get(one);
  };
  const mark = (one, key) => {
    const count = marked.get(key) ?? 0;
    if (known.has(key) || count === 3) return;
    marked.set(key, count + 1);
    looks.set(one, [...looks.get(one) ?? [], key]);
    one.dataset.look = "";
  };
  const WORD = /[\\p{L}\\p{N}]/u; // of a sign alone axe says nothing, nor of a word in a picture
  for (const one of document.body.querySelectorAll("*:not(svg *)")) {
    const told = WORD.test(one.value || one.placeholder || "")
      || [...one.childNodes].some((child) => child.nodeType === 3 && WORD.test(child.data));
    if (!told || !one.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
    const { width, height, right, bottom } = one.getBoundingClientRect();
    if (width < 2 || height < 2 || right <= 0 || bottom + scrollY <= 0 || ground(one).includes(CLIPPED)) continue;
    const { color, fontSize, fontWeight, textShadow, textDecorationLine, borderBottom } = getComputedStyle(one);
    const look = [color, fontSize, fontWeight, textShadow, ground(one)].join("|");
    mark(one, `color-contrast ${look}`);
    const among = one.matches("a[href]") && textDecorationLine === "none" && words(one.parentElement);
    if (among) mark(one, `link-in-text-block ${look}|${borderBottom}|${among}`);
  }
  if (!looks.size) return [[], null];
  if (!window.axe) {
    for (const one of looks.keys()) delete one.dataset.look;
    return null;
  }
  const found = await axe.run({ include: [["[data-look]"]] }, {
    runOnly: ["color-contrast", "link-in-text-block"], elementRef: true, preload: false,
    resultTypes: ["violations", "passes"],
  });
  const right = found.passes.flatMap(({ id, nodes }) =>
    nodes.flatMap(({ element }) => (looks.get(element) ?? []).filter((key) => key.startsWith(id))));
  for (const one of looks.keys()) delete one.dataset.look;
  const violations = found.violations.map((rule) =>
    ({ ...rule, nodes: rule.nodes.map(({ element, ...node }) => node) }));
  return [right, violations.length ? { ...found, passes: [], violations } : null];
}"""
# Whether the page, or what of it is visible or scrolls, is another than when it was asked before.
OTHERWISE = """() => {
  let told = document.body.innerHTML;
  for (const one of document.body.querySelectorAll("*"))
    told += one.checkVisibility({ visibilityProperty: true }) ? 1 + (one.scrollWidth > one.clientWidth) : 0;
  if (window.axeSeen.has(told)) return false;
  window.axeSeen.add(told);
  return true;
}"""
RUN = """async ([asked, left]) => {
  const rules = Object.fromEntries(left.map((rule) => [rule, { enabled: false }]));
  const found = await axe.run("html", { runOnly: asked, rules, preload: false, resultTypes: ["violations"] });
  return found.violations.length ? found : null;
}"""

# The looks that axe has passed in a browser.
PASSED: WeakKeyDictionary[Browser, set[str]] = WeakKeyDictionary()


def faults(page: Page, *, only_colours: bool = False) -> str:
    """What axe finds on the page as it stands at its width; an empty text where it finds nothing."""
    told = [_of_looks(page)]
    if not only_colours:
        _make_ready(page)
        asked = TAGS if page.evaluate(OTHERWISE) else (SIZES,)
        told.append(_told(page.evaluate(RUN, [asked, COLOURS])))
    return "\n".join(filter(None, told))


def _of_looks(page: Page) -> str:
    assert page.context.browser
    passed = PASSED.setdefault(page.context.browser, set())
    answer = page.evaluate(LOOKS, [*passed])
    if answer is None:  # there is a look that axe has not passed
        _make_ready(page)
        answer = page.evaluate(LOOKS, [*passed])
    right, found = answer
    passed.update(right)
    return _told(found)


def _make_ready(page: Page) -> None:
    """Loading axe costs as much as opening a page."""
    if not page.evaluate("'axeSeen' in window"):
        page.evaluate(AXE_SCRIPT)
        page.evaluate(READY)


def _told(found: Any) -> str:
    return str(AxeResults(found).generate_report()) if found else ""
