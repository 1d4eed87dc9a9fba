// @ts-check
/* The ledger beside its filters: counts count what is shown, and a filter that came with the address can be taken away. */
/** @type {HTMLFormElement | null} */
const form = document.querySelector("[data-ledger-filters] form");
if (form) {
  const output = /** @type {HTMLOutputElement} */ (form.querySelector("output"));
  const chip = /** @type {HTMLElement} */ (document.querySelector("[data-chip]"));
  const figure = /** @type {HTMLInputElement} */ (form.elements.namedItem("luku"));
  const follow = () => {
    for (const count of document.querySelectorAll("[data-count]")) {
      const group = /** @type {HTMLElement} */ (count.closest("[data-group]"));
      const shown = group.querySelectorAll(".discrepancy:not([hidden])").length;
      count.textContent = `(${shown})`;
    }
    chip.hidden = !figure.value;
    /** @type {NodeListOf<HTMLDetailsElement>} */
    const entries = document.querySelectorAll(".discrepancy:not([hidden])");
    if (figure.value) for (const entry of entries) entry.open = true;
  };
  chip.querySelector("button")?.addEventListener("click", () => {
    figure.value = "";
    form.dispatchEvent(new Event("input", { bubbles: true }));
    form.querySelector("select")?.focus();
  });
  new MutationObserver(follow).observe(output, {
    childList: true,
    characterData: true,
    subtree: true,
  });
  follow();
}
