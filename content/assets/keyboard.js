/* Material opens its menu and its search with labels, which a keyboard cannot reach: here they become buttons. */
for (const label of document.querySelectorAll(".site-header label.md-header__button[for]")) {
  const toggle = document.getElementById(label.htmlFor);
  if (toggle?.type !== "checkbox") continue;
  const tell = () => label.setAttribute("aria-expanded", String(toggle.checked));
  label.setAttribute("role", "button");
  label.tabIndex = 0;
  tell();
  toggle.addEventListener("change", tell);
  label.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    toggle.click();
    if (toggle.checked && toggle.id === "__drawer") document.querySelector(".md-nav--primary a")?.focus();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !toggle.checked) return;
    toggle.click();
    label.focus();
  });
}
