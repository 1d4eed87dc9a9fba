// @ts-check
/* What a page says once and means in many places, put where it is meant: see `hooks/catalogue/site/spared.py`. */

/**
 * A sentence whose shared pieces are numbers, in full.
 * @param {string} said
 * @param {string[]} words
 */
export const full = (said, words) => said.replaceAll(/\{(\d+)\}/g, (_, number) => words[number]);

/* Run where there is no page: a test of `full`. */
if (globalThis.document) {
  const list = document.querySelector("script[data-words]");
  /** @type {string[]} */
  const words = list ? JSON.parse(list.textContent ?? "[]") : [];
  for (const menu of /** @type {NodeListOf<HTMLElement>} */ (
    document.querySelectorAll(".figure-menu")
  )) {
    const { said = "", name = "" } = menu.dataset;
    if (list) menu.dataset.said = full(said, words);
    menu.setAttribute("aria-label", `Kopioi lause tai ilmoita virheestä: ${name}`);
  }
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
