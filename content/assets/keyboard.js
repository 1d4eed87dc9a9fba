// @ts-check
/* Material opens its menu with a label, which a keyboard cannot reach: here it becomes a button.
   Without script the label stays, so that the menu opens all the same. */
for (const label of /** @type {NodeListOf<HTMLLabelElement>} */ (
  document.querySelectorAll(".site-header label.md-header__button[for]")
)) {
  const toggle = document.getElementById(label.htmlFor);
  if (!(toggle instanceof HTMLInputElement) || toggle.type !== "checkbox") continue;
  const button = document.createElement("button");
  button.type = "button";
  button.className = label.className;
  button.setAttribute("aria-label", label.getAttribute("aria-label") ?? "");
  button.append(...label.childNodes);
  label.replaceWith(button);
  const tell = () => button.setAttribute("aria-expanded", String(toggle.checked));
  tell();
  toggle.addEventListener("change", tell);
  button.addEventListener("click", () => {
    toggle.click();
    /** @type {HTMLElement | null} */
    const first = document.querySelector(".md-nav--primary a");
    if (toggle.checked && toggle.id === "__drawer") first?.focus();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !toggle.checked) return;
    toggle.click();
    button.focus();
  });
}
