// @ts-check
// The writing page's programs are fetched when the reader asks for them, not before.
const desk = /** @type {HTMLElement | null} */ (document.querySelector("[data-desk]"));
const open = /** @type {HTMLButtonElement | null} */ (document.querySelector("[data-desk-open]"));
if (desk && open) {
  const program = new URL("main.js", import.meta.url).href;
  open.hidden = false;
  open.addEventListener(
    "click",
    () => {
      open.disabled = true;
      import(program);
    },
    { once: true },
  );
  if (new URLSearchParams(location.search).has("tiedosto")) open.click();
}
