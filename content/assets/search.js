/* The door of search on every page: nothing of it is fetched before a reader types, presses "/" or opens it.
   Without script the form leads to the search page. */
const form = document.querySelector("[data-search-form]");
const page = document.querySelector("[data-search-page]");
const open = (text) => import("./search/dialog.js").then(({ dialog }) => dialog(form, text));

if (page) {
  import("./search/page.js").then(({ start }) => start(page));
} else if (form) {
  const field = form.elements.q;
  field.addEventListener("input", () => open(field.value));
  document.querySelector("[data-search-open]")?.addEventListener("click", (event) => {
    event.preventDefault();
    open("");
  });
}
document.addEventListener("keydown", (event) => {
  const typing = event.target.closest?.("input, textarea, select, [contenteditable]");
  if (event.key !== "/" || typing || event.ctrlKey || event.metaKey || event.altKey) return;
  event.preventDefault();
  if (page) document.getElementById("haku").focus();
  else if (form) open("");
});
