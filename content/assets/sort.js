// Sorting a comparison by a column. Without script the table stays in its own order; totals and rows apart never move.
const collator = new Intl.Collator("fi", { numeric: true });
for (const table of document.querySelectorAll("table[data-sortable]")) {
  const heads = [...table.tHead.rows[0].cells];
  const bodies = [...table.tBodies].filter((body) => body.classList.contains("group--rows"));
  for (const body of bodies) body.original = [...body.rows];
  const key = (row, index) => {
    const cell = row.cells[index];
    return index === 0 ? cell.textContent.trim() : (cell.dataset.sort ?? "");
  };
  const compare = (a, b) => {
    const numbers = [Number(a), Number(b)];
    return numbers.some(Number.isNaN) ? collator.compare(a, b) : numbers[0] - numbers[1];
  };
  const sort = (index, order) => {
    for (const body of bodies) {
      const fixed = body.original.filter((row) => row.classList.contains("group__head"));
      const rows = body.original.filter((row) => !fixed.includes(row));
      const known = rows.filter((row) => order === "none" || key(row, index) !== "");
      const unknown = rows.filter((row) => !known.includes(row));
      if (order !== "none") {
        known.sort((one, other) => (order === "ascending" ? 1 : -1) * compare(key(one, index), key(other, index)));
      }
      body.append(...fixed, ...known, ...unknown);
    }
    heads.forEach((head, at) => {
      if (at === index && order !== "none") head.setAttribute("aria-sort", order);
      else head.removeAttribute("aria-sort");
    });
  };
  heads.forEach((head, index) => {
    if (index > 0 && !bodies.some((body) => body.original.some((row) => row.cells[index]?.dataset.sort))) return;
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
for (const button of document.querySelectorAll("[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => window.print());
}
