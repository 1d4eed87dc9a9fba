/* The ledger beside its filters: counts count what is shown, and a filter that came with the address can be taken away. */
const form = document.querySelector("[data-ledger-filters] form");
if (form) {
  const output = form.querySelector("output");
  const chip = document.querySelector("[data-chip]");
  const figure = form.elements.luku;
  const follow = () => {
    for (const count of document.querySelectorAll("[data-count]")) {
      const shown = count.closest("[data-group]").querySelectorAll(".discrepancy:not([hidden])").length;
      count.textContent = `(${shown})`;
    }
    chip.hidden = !figure.value;
    if (figure.value) for (const entry of document.querySelectorAll(".discrepancy:not([hidden])")) entry.open = true;
  };
  chip.querySelector("button").addEventListener("click", () => {
    figure.value = "";
    form.dispatchEvent(new Event("input", { bubbles: true }));
    form.querySelector("select").focus();
  });
  new MutationObserver(follow).observe(output, { childList: true, characterData: true, subtree: true });
  follow();
}
