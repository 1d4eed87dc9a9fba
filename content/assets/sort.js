// @ts-check
// Sorting a comparison by a column. Without script the table stays in its own order; totals and rows apart never move.
/** @typedef {"ascending" | "descending" | "none"} Order */
const collator = new Intl.Collator("fi", { numeric: true });

/**
 * Which of two cells comes first: numbers as numbers, anything else as Finnish words.
 * @param {string} a
 * @param {string} b
 */
export function compare(a, b) {
  const numbers = [Number(a), Number(b)];
  return numbers.some(Number.isNaN) ? collator.compare(a, b) : numbers[0] - numbers[1];
}

/** @type {NodeListOf<HTMLTableElement>} */
const tables = document.querySelectorAll("table[data-sortable]");
for (const table of tables) {
  const heads = [...(table.tHead?.rows[0].cells ?? [])];
  const bodies = [...table.tBodies].filter((body) => body.classList.contains("group--rows"));
  const originals = new Map(bodies.map((body) => [body, [...body.rows]]));
  /** @type {(row: HTMLTableRowElement, index: number) => string} */
  const key = (row, index) => {
    const cell = row.cells[index];
    return index === 0 ? (cell.textContent ?? "").trim() : (cell.dataset.sort ?? "");
  };
  /** @type {(index: number, order: Order) => void} */
  const sort = (index, order) => {
    for (const [body, original] of originals) {
      const fixed = original.filter((row) => row.classList.contains("group__head"));
      const rows = original.filter((row) => !fixed.includes(row));
      const known = rows.filter((row) => order === "none" || key(row, index) !== "");
      const unknown = rows.filter((row) => !known.includes(row));
      if (order !== "none") {
        known.sort(
          (one, other) =>
            (order === "ascending" ? 1 : -1) * compare(key(one, index), key(other, index)),
        );
      }
      body.append(...fixed, ...known, ...unknown);
    }
    heads.forEach((head, at) => {
      if (at === index && order !== "none") head.setAttribute("aria-sort", order);
      else head.removeAttribute("aria-sort");
    });
  };
  heads.forEach((head, index) => {
    if (
      index > 0 &&
      ![...originals.values()].some((rows) => rows.some((row) => row.cells[index]?.dataset.sort))
    )
      return;
    const button = document.createElement("button");
    button.type = "button";
    button.className = "sort-button";
    button.title = "Järjestä tämän sarakkeen mukaan";
    button.append(...head.childNodes);
    head.append(button);
    button.addEventListener("click", () => {
      const now = head.getAttribute("aria-sort");
      sort(index, now === "ascending" ? "descending" : now === "descending" ? "none" : "ascending");
    });
  });
}
/** @type {NodeListOf<HTMLButtonElement>} */
const printing = document.querySelectorAll("[data-print]");
for (const button of printing) {
  button.hidden = false;
  button.addEventListener("click", () => window.print());
}
