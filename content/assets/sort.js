// @ts-check
/* Sorting a comparison by a column: from its head, or from a list on a phone. The choice is in the address and is said aloud.
   Without script the table stays in its own order; totals and rows apart never move. */
/** @typedef {"ascending" | "descending" | "none"} Order */
const NAME = "jarjesta";
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

/**
 * The column's key and the direction that an address or a choice names: `-tyollistyi` is from the largest.
 * @param {string} chosen
 * @returns {{ key: string, order: Order }}
 */
export function asked(chosen) {
  if (!chosen) return { key: "", order: "none" };
  return chosen.startsWith("-")
    ? { key: chosen.slice(1), order: "descending" }
    : { key: chosen, order: "ascending" };
}

/**
 * What is said after rows have moved.
 * @param {string} label
 * @param {Order} order
 * @param {boolean} figures
 */
export function told(label, order, figures) {
  if (order === "none") return "Rivit ovat taulukon omassa järjestyksessä.";
  if (!figures)
    return `Järjestetty: ${label}, ${order === "ascending" ? "aakkosjärjestys" : "käänteinen aakkosjärjestys"}.`;
  return `Järjestetty: ${label}, ${order === "ascending" ? "pienin" : "suurin"} ensin. Järjestys ei kerro paremmuudesta.`;
}

/** @type {HTMLTableElement | null} */
const table = document.querySelector("table[data-sortable]");
if (table) {
  const heads = [...(table.tHead?.rows[0].cells ?? [])];
  const bodies = [...table.tBodies].filter((body) => body.classList.contains("group--rows"));
  const originals = new Map(bodies.map((body) => [body, [...body.rows]]));
  /** @type {HTMLSelectElement | null} */
  const list = document.querySelector("[data-sort-choice]");
  const said = document.createElement("output");
  said.className = "sort-said";
  said.setAttribute("aria-live", "polite");
  table.parentElement?.after(said);
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
    table.toggleAttribute("data-sorted", order !== "none"); // rows of one model stand no more together
    heads.forEach((head, at) => {
      if (at === index && order !== "none") head.setAttribute("aria-sort", order);
      else head.removeAttribute("aria-sort");
    });
  };
  /** @param {string} chosen */
  const choose = (chosen) => {
    const { key: wanted, order } = asked(chosen);
    const index = heads.findIndex((head) => head.dataset.key === wanted);
    if (wanted && index < 0) return;
    sort(index, order);
    if (list) list.value = chosen;
    const label = index < 0 ? "" : (heads[index].dataset.label ?? "");
    said.textContent = told(label, order, index >= 0 && heads[index].classList.contains("num"));
    const address = new URL(location.href);
    if (chosen) address.searchParams.set(NAME, chosen);
    else address.searchParams.delete(NAME);
    history.replaceState(null, "", address);
  };
  heads.forEach((head, index) => {
    head.dataset.label = (head.textContent ?? "").replaceAll("\u00ad", "").trim();
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
      const now = head.getAttribute("aria-sort"),
        name = head.dataset.key ?? "";
      choose(now === "ascending" ? `-${name}` : now === "descending" ? "" : name);
    });
  });
  list?.addEventListener("change", () => choose(list.value));
  const first = new URLSearchParams(location.search).get(NAME);
  if (first) choose(first);
}
/** @type {NodeListOf<HTMLButtonElement>} */
const printing = document.querySelectorAll("[data-print]");
for (const button of printing) {
  button.hidden = false;
  button.addEventListener("click", () => window.print());
}
