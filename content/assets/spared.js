// @ts-check
/* What a page says once and means in many places, put where it is meant: see `hooks/catalogue/site/spared.py`. */
import { inflated } from "./read.js";

/** @typedef {{ said: string, at?: string, name: string }} Told */

/**
 * What a menu says, where it leads and of what it is; `before` is where the link before it leads.
 * @param {[said: string, at: string, name: string]} packed
 * @param {string} before
 * @returns {Told}
 */
export const told = ([said, at, name], before) => ({
  said,
  name,
  ...(at && { at: at === "<" ? before : at }),
});

/** Fills the menus of the page, as they stand in it from the start: other scripts may move them while it is unpacked. */
async function fill() {
  const list = document.querySelector("script[data-menus]");
  if (!list) return;
  /** @type {[menu: HTMLElement, before: string][]} */
  const menus = [];
  let before = "";
  for (const one of /** @type {NodeListOf<HTMLElement>} */ (
    document.querySelectorAll("a[href], .figure-menu")
  )) {
    if (one.matches("a")) before = one.getAttribute("href") ?? "";
    else menus.push([one, before]);
  }
  const packed = await inflated(list.textContent ?? "").catch(() => []);
  for (const [index, [menu, way]] of menus.entries()) {
    if (!packed[index]) {
      menu.remove(); // a browser that cannot unpack has nothing to offer in it
      continue;
    }
    const { name, ...data } = told(packed[index], way);
    Object.assign(menu.dataset, data);
    menu.setAttribute("type", "button");
    menu.setAttribute("aria-label", `Kopioi lause tai ilmoita virheestä: ${name}`);
  }
}

/* Where there is no page, a test asks for `told`. */
const page = Boolean(globalThis.document);

/** When every menu of the page knows what it says. */
export const filled = page ? fill() : Promise.resolve();

if (page) {
  /** @type {Map<string, string>} */
  const titles = new Map();
  for (const one of /** @type {NodeListOf<HTMLElement>} */ (
    document.querySelectorAll(".cite, .interval, .small-n")
  )) {
    const alike = `${one.className} ${one.getAttribute("href") ?? ""}`;
    if (one.title && !titles.has(alike)) titles.set(alike, one.title);
    one.title ||= titles.get(alike) ?? "";
  }
}
