// @ts-check
/* Copies a citation or an id. Without script the text is selected as one piece by a click. */
for (const button of /** @type {NodeListOf<HTMLButtonElement>} */ (
  document.querySelectorAll("[data-copy]")
)) {
  const text = /** @type {HTMLElement} */ (button.previousElementSibling);
  const told = /** @type {HTMLOutputElement} */ (
    button.closest("details, [data-copies]")?.querySelector("output")
  );
  if (text.tagName === "CODE") {
    const whose = document.createElement("span");
    whose.className = "visually-hidden";
    whose.textContent = `: ${text.textContent}`;
    button.append(whose);
  }
  const label = [...button.childNodes];
  button.hidden = !navigator.clipboard;
  button.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText((text.textContent ?? "").trim());
      button.textContent = "Kopioitu";
      told.textContent = "Teksti on leikepöydällä.";
    } catch {
      getSelection()?.selectAllChildren(text);
      told.textContent = "Teksti on valittu: kopioi se näppäimillä.";
    }
    setTimeout(() => {
      button.replaceChildren(...label);
    }, 2000);
  });
}

const reference = /** @type {HTMLAnchorElement | null} */ (document.querySelector("a[data-ris]"));
reference
  ?.closest("details")
  ?.addEventListener(
    "toggle",
    () => import("./references.js").then(({ offer }) => offer(reference)),
    {
      once: true,
    },
  );
