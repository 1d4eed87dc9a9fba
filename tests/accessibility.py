"""What axe finds on a page. What cannot differ from what axe has passed is looked at once.

- Whether a text stands out depends on its colours, size and ground alone, and whether a link does on what is around it,
  whichever page it is on: a text of each look (what the browser has computed for it and for all that it stands in) is
  enough, until axe has passed that look.
- Where targets are costs axe a look at every box of the page, and it passes each that is large enough and that no other
  target covers: it is asked only where one is smaller or covered, in a place whose measures it has not passed. How large
  they are depends on how a part is dressed: of two rows or cards of the same tags and classes the first is enough.
- What scrolls is asked of where it holds nothing that can have the focus.
- The other rules are asked of the whole page, once for what of it is visible: a width that does not change that changes
  no answer.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal
from weakref import WeakKeyDictionary

from axe_playwright_python.base import AXE_SCRIPT, AxeResults

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

Only = Literal["colours", "measures"] | None
TAGS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
COLOURS = ("color-contrast", "link-in-text-block")
SIZES, SCROLLED = "target-size", "scrollable-region-focusable"
ALIKE = """() => {
  window.axeSeen = new Set();
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
READY = """() => {
  axe.configure({ rules: [
    { id: "target-size", selector: "*:not([data-alike], [data-alike] *)" },
    { id: "color-contrast", selector: "[data-look]" }, { id: "link-in-text-block", selector: "a[href][data-look]" },
  ] });
  axe.addReporter("plain", (found, options, tell) => tell(found));
}"""
# The targets that are smaller than axe asks or under another, each told by its size and by what is so near that it counts.
TIGHT = """() => {
  const FOCUSED = "a[href], button, input, select, textarea, summary, area, iframe, audio, video, "
    + "[tabindex], [contenteditable]", WIDE = 24;
  const targets = [...document.querySelectorAll(FOCUSED)]
    .filter((one) => one.checkVisibility({ visibilityProperty: true, opacityProperty: true })
      && getComputedStyle(one).clipPath !== "inset(50%)") // a link that shows itself when it has the focus
    .map((one) => [one, one.getBoundingClientRect()]);
  const within = (its, box, far) => its.left < box.right + far && its.right > box.left - far
    && its.top < box.bottom + far && its.bottom > box.top - far;
  return targets.flatMap(([one, box]) => {
    if (one.closest("[data-alike]") || getComputedStyle(one).display === "inline") return [];
    const near = targets.filter(([other, its]) => other !== one && within(its, box, WIDE)
      && !one.contains(other) && !other.contains(one));
    if (box.width >= WIDE && box.height >= WIDE && !near.some(([, its]) => within(its, box, 0))) return [];
    const told = ([other, its]) => [other.tagName, other.className, other.tabIndex, ...[its.left - box.left,
      its.top - box.top, its.width, its.height].map((length) => length.toFixed(1))].join(" ");
    return [["target-size", told([one, box]), ...near.map(told)].join("|")];
  });
}"""
# Marks a text of each look that is not passed yet, and tells how many they are.
MARK = """(passed) => {
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
  window.axeLooks = looks;
  return looks.size;
}"""
# Whether something scrolls that has no focus and holds nothing that has.
SCROLLS = """() => [...document.body.querySelectorAll("*")].some((one) => {
  const { overflowX, overflowY } = getComputedStyle(one), MOVES = /auto|scroll/;
  const over = (MOVES.test(overflowX) && one.scrollWidth > one.clientWidth)
    || (MOVES.test(overflowY) && one.scrollHeight > one.clientHeight);
  return over && one.tabIndex < 0 && ![...one.querySelectorAll("*")].some((held) => held.tabIndex >= 0);
})"""
# Whether the page, or what of it is visible, is another than when it was asked before.
OTHERWISE = """() => {
  let told = document.body.innerHTML.replaceAll(/ data-look=[^ >]*/g, "");
  for (const one of document.body.querySelectorAll("*"))
    told += one.checkVisibility({ visibilityProperty: true }) ? 1 : 0;
  if (window.axeSeen.has(told)) return false;
  window.axeSeen.add(told);
  return true;
}"""
# What axe finds by these rules, and which of the marked looks it passed.
RUN = """async ([rules, left]) => {
  const asked = { runOnly: rules, rules: Object.fromEntries(left.map((rule) => [rule, { enabled: false }])), preload: false };
  const plain = await axe.run("html", { ...asked, reporter: "plain" });
  const right = plain.flatMap(({ id, passes }) => passes.flatMap(({ node }) =>
    (axeLooks.get(node.element) ?? []).filter((key) => key.startsWith(id))));
  const wrong = plain.some(({ violations }) => violations.length);
  const found = wrong ? await axe.run("html", { ...asked, resultTypes: ["violations"] }) : null;
  for (const one of axeLooks.keys()) delete one.dataset.look;
  return [right, found];
}"""

# The looks and the tight places that axe has passed in a browser.
PASSED: WeakKeyDictionary[Browser, set[str]] = WeakKeyDictionary()


def faults(page: Page, only: Only = None) -> str:
    """What axe finds on the page as it stands at its width; an empty text where it finds nothing.

    `only`: what a theme can break, or also what a width can, of a page whose structure is looked at elsewhere.
    """
    assert page.context.browser
    passed = PASSED.setdefault(page.context.browser, set())
    asked: set[str] = set(COLOURS if page.evaluate(MARK, [*passed]) else ())
    left: set[str] = set()
    tight: set[str] = set()
    if only != "colours":
        if not page.evaluate("'axeSeen' in window"):
            page.evaluate(ALIKE)
        tight = {*page.evaluate(TIGHT)} - passed
        if tight:
            asked.add(SIZES)
        if page.evaluate(SCROLLS):
            asked.add(SCROLLED)
        if not only and page.evaluate(OTHERWISE):
            left = {SIZES, *COLOURS} - asked
            asked = {*TAGS}
    if not asked:
        return ""
    if not page.evaluate("'axe' in window"):  # loading axe costs as much as opening a page
        page.evaluate(AXE_SCRIPT)
        page.evaluate(READY)
    right, found = page.evaluate(RUN, [sorted(asked), sorted(left)])
    passed.update(right, () if found else tight)
    return str(AxeResults(found).generate_report()) if found else ""
