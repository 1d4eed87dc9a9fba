// @ts-check
/* The door of search on every page: nothing of it is fetched before a reader types, presses "/" or opens it.
   Without script, and in a browser that cannot unpack what search reads, the form leads to the search page. */
/** @type {HTMLFormElement | null} */
const form = document.querySelector(".site-search");
/** @type {HTMLElement | null} */
const page = document.querySelector("[data-search-page]");
/** @type {() => void} */
let open = () => {};
const able = "DecompressionStream" in globalThis; // the files of search come packed

if (page && !able) {
  const told = page.querySelector("noscript");
  if (told) told.outerHTML = told.textContent ?? "";
  document.body.classList.remove("asked");
} else if (page) {
  import("./search/page.js").then(({ start }) => start(page));
} else if (form && able) {
  const field = /** @type {HTMLInputElement} */ (form.elements.namedItem("q"));
  /* Only the first letter opens: what is typed while the dialog is fetched is in the field when it comes. */
  let opening = false;
  open = async () => {
    if (opening) return;
    opening = true;
    const { dialog } = await import("./search/dialog.js");
    await dialog(form, field.value);
    opening = false;
  };
  field.addEventListener("input", open);
  document.querySelector(".site-header a.icon")?.addEventListener("click", (event) => {
    event.preventDefault();
    open();
  });
}
document.addEventListener("keydown", (event) => {
  const { target } = event;
  const typing =
    target instanceof Element && target.closest("input, textarea, select, [contenteditable]");
  if (event.key !== "/" || typing || event.ctrlKey || event.metaKey || event.altKey) return;
  event.preventDefault();
  if (page) return document.getElementById("haku")?.focus();
  /** @type {HTMLInputElement | undefined} */ (form?.elements.namedItem("q"))?.focus();
  open();
});
