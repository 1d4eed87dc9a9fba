// @ts-check
/* What a page says once and means in many places, put where it is meant: see `hooks/catalogue/site/spared.py`. */

/**
 * A sentence whose shared pieces are numbers, in full.
 * @param {string} said
 * @param {string[]} words
 */
export const full = (said, words) =>
  said.replaceAll(/\{(\d+)\}/g, (sign, number) => words[number] ?? sign);

/**
 * What the menu is of: as it says, or as its sentence begins.
 * @param {HTMLElement} menu
 * @param {string} said
 */
function named({ dataset }, said) {
  const [whose, what] = said.split(": ");
  return dataset.name === "" ? whose.replace(/^.*?, /, "") : (dataset.name ?? what);
}

const FOLLOWS = 4; // Node.DOCUMENT_POSITION_FOLLOWING

/* Where there is no page, a test asks for `full`. */
if (globalThis.document) {
  const list = document.querySelector("script[data-words]");
  /** @type {string[]} */
  const words = list ? JSON.parse(list.textContent ?? "[]") : [];
  for (const menu of /** @type {NodeListOf<HTMLElement>} */ (
    document.querySelectorAll(".figure-menu")
  )) {
    const said = full(menu.dataset.said ?? "", words);
    menu.dataset.said = said;
    menu.setAttribute("aria-label", `Kopioi lause tai ilmoita virheestä: ${named(menu, said)}`);
    if (menu.dataset.at === "") {
      const links = menu.closest("tr, li, p, dd")?.querySelectorAll("a[href]") ?? [];
      const before = [...links].filter((link) => link.compareDocumentPosition(menu) & FOLLOWS);
      menu.dataset.at = before[before.length - 1]?.getAttribute("href") ?? "";
    }
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
