// @ts-check
/* Copies a citation or an id. Without script the text is selected as one piece by a click. What the citations of a page
   need besides their texts is put there while they are folded away; the files are worked out when they are opened. On
   paper the page's own citation is the head of the page; without script it is printed where it stands. */
const OWN = /Tietojen versio (.*), ([\d.]+)\. Saatavilla: (.*)$/;

for (const place of document.querySelectorAll("#viittaa, .record-id")) {
  const told = document.createElement("output");
  told.className = "visually-hidden";
  told.setAttribute("aria-live", "polite");
  place.append(told);
}
/** @type {HTMLDetailsElement | null} */
const cited = document.querySelector("#viittaa");
if (cited) {
  const note = /** @type {HTMLElement} */ (cited.querySelector(".row-note"));
  const texts = [...cited.querySelectorAll("[data-citation]")];
  for (const text of texts) {
    const button = document.createElement("button");
    button.dataset.copy = "";
    button.textContent = "Kopioi";
    text.after(button);
  }
  const [, version, day, address] = OWN.exec(texts.at(-1)?.textContent ?? "") ?? [];
  const head = document.createElement("p");
  head.className = "print-head";
  const title = document.createElement("strong");
  title.textContent =
    document.querySelector("meta[property='og:title']")?.getAttribute("content") ?? "";
  head.append(title, ` · Työkykymallit · ${address} · tiedot ${day}, versio ${version}`);
  document.querySelector(".crumbs")?.after(head);
  const files = async () => {
    cited.removeEventListener("toggle", files);
    try {
      const { offer } = await import("./references.js");
      offer(note);
    } catch {
      cited.addEventListener("toggle", files); // without a line now: the next time
    }
  };
  cited.addEventListener("toggle", files);
}
for (const button of /** @type {NodeListOf<HTMLButtonElement>} */ (
  document.querySelectorAll("[data-copy]")
)) {
  const text = /** @type {HTMLElement} */ (button.previousElementSibling);
  const told = /** @type {HTMLOutputElement} */ (
    button.closest(".cite-page, .record-id, [data-copies]")?.querySelector("output")
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
