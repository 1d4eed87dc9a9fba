// @ts-check
/* What stands on a page taken along: a figure or a finding as one sentence with source and address, or a word that it is
   wrong, with or without an account. What is copied by hand has no word that only the page needs. */
import { read } from "./read.js";
import { filled } from "./spared.js";
import { clean } from "./words-taken.js";

/**
 * @template {keyof HTMLElementTagNameMap} K
 * @param {K} name
 * @param {Record<string, string>} attributes
 * @param {string} text
 */
const el = (name, attributes, text) => {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.textContent = text;
  return made;
};

const edit = /** @type {HTMLAnchorElement | null} */ (document.querySelector("a[rel=edit]"));
const repository = edit && edit.href.split("/edit/")[0];
let now = "";

/**
 * What a fold says, where no sentence stands ready: its heading, and every field under it that is no list or link.
 * @param {Element} button
 */
function folded(button) {
  const fold = button.closest("details");
  const fields = [...(fold?.querySelectorAll(":scope > dl > div") ?? [])].filter(
    (field) => !field.querySelector("ul, button"),
  );
  const [known, where] = ["strong", ".row-note"].map(
    (part) => fold?.querySelector(`summary ${part}`)?.textContent ?? "",
  );
  const told = fields.map(
    (field) =>
      `${field.children[0].textContent}: ${/** @type {HTMLElement} */ (field.children[1]).innerText}`,
  );
  const sentences = [`${known} (${where})`, ...told].map((text) => clean(text).trim());
  return sentences.map((text) => (/[.?!]$/.test(text) ? text : `${text}.`)).join(" ");
}

const dialog = el(
  "dialog",
  { class: "figure-dialog", "aria-labelledby": "figure-dialog-title" },
  "",
);
const sentence = el("p", { class: "figure-dialog__said" }, "");
const issue = el("a", { rel: "external" }, "Ilmoita GitHubissa");
const told = el("output", { "aria-live": "polite" }, "");
let [said, where] = ["", ""];
const message = () => `Tämä on väärin: ${now}\n\nOikea tieto ja sen lähde (asiakirja ja sivu):\n`;

/** @type {(text: string, done: string) => Promise<void>} */
const take = async (text, done) => {
  try {
    await navigator.clipboard.writeText(text);
    told.textContent = done;
  } catch {
    getSelection()?.selectAllChildren(sentence);
    told.textContent = "Selain ei anna kopioida. Lause on valittuna: kopioi se itse.";
  }
};

function build() {
  const copy = el("button", { type: "button" }, "Kopioi lause");
  const embed = el("button", { type: "button" }, "Kopioi upote (HTML)");
  const mail = el("button", { type: "button" }, "Kopioi viesti omaan sähköpostiin");
  const close = el("button", { type: "button" }, "Sulje");
  const wrong = el("p", {}, "Onko tämä väärin? ");
  wrong.append(issue, " tai ", mail);
  copy.addEventListener("click", () => take(now, "Lause on kopioitu."));
  embed.addEventListener("click", async () => {
    const { edition, lasting, piece } = await import("./release.js");
    const html = piece({ said: clean(said), address: lasting(where), edition: edition() });
    await take(html, "Upote on kopioitu. Liitä se sivusi HTML-koodiin.");
  });
  mail.addEventListener("click", () =>
    take(message(), "Viesti on kopioitu. Liitä se sähköpostiin."),
  );
  close.addEventListener("click", () => dialog.close());
  const title = el("h2", { id: "figure-dialog-title" }, "Vie mukanasi");
  dialog.append(title, sentence, copy, embed, wrong, close, told);
  document.body.append(dialog);
}

document.addEventListener("click", async (event) => {
  const button = /** @type {HTMLElement} */ (event.target).closest?.(".figure-menu");
  if (!(button instanceof HTMLElement)) return;
  await filled;
  if (!dialog.isConnected) build();
  said = button.dataset.said || folded(button);
  const around = button.closest("[id]")?.id;
  where = new URL(button.dataset.at ?? `#${around}`, location.href).href;
  now = `${said} ${where}`;
  sentence.textContent = now;
  told.textContent = "";
  if (repository) {
    const asked = new URLSearchParams({ title: "Luku tai tieto on väärin", body: message() });
    issue.href = `${repository}/issues/new?${asked}`;
  } else issue.hidden = true;
  dialog.showModal();
});

/* Copied by hand: without soft hyphens, words for listeners only, and buttons. */
document.addEventListener("copy", (event) => {
  const selection = getSelection();
  if (!selection || selection.isCollapsed || !event.clipboardData) return;
  if (/** @type {Element} */ (event.target).closest?.("input, textarea")) return;
  const holder = el("div", { class: "copied" }, "");
  holder.append(selection.getRangeAt(0).cloneContents());
  for (const hidden of holder.querySelectorAll(
    ".visually-hidden, .results:not(.stack) thead, i[aria-hidden], .stack__silent, button",
  ))
    hidden.remove();
  document.body.append(holder);
  event.clipboardData.setData("text/plain", clean(holder.innerText));
  event.clipboardData.setData("text/html", clean(holder.innerHTML));
  holder.remove();
  event.preventDefault();
});

/* A table taken along is worked out when somebody opens its fold. */
for (const fold of /** @type {NodeListOf<HTMLDetailsElement>} */ (
  document.querySelectorAll("details[data-take]")
)) {
  fold.addEventListener("toggle", () => {
    if (fold.open && fold.childElementCount === 1)
      Promise.all([import("./tables.js"), filled]).then(([{ fill }]) => fill(fold));
  });
}

/* A chart as a picture of dots: drawn from its file. */
for (const button of /** @type {NodeListOf<HTMLButtonElement>} */ (
  document.querySelectorAll("button[data-png]")
)) {
  button.hidden = !location.protocol.startsWith("http");
  button.addEventListener("click", () => {
    const picture = new Image();
    picture.addEventListener("load", () => {
      const canvas = el("canvas", {}, "");
      [canvas.width, canvas.height] = [picture.naturalWidth * 2, picture.naturalHeight * 2];
      canvas.getContext("2d")?.drawImage(picture, 0, 0, canvas.width, canvas.height);
      const link = el(
        "a",
        { download: (button.dataset.name ?? "kuva").replace(/\.svg$/, "") + ".png" },
        "",
      );
      link.href = canvas.toDataURL("image/png");
      link.click();
    });
    picture.src = button.dataset.png ?? "";
  });
}

/* The same chart on another site: an image that is the file itself, so that it follows the data. */
for (const button of /** @type {NodeListOf<HTMLButtonElement>} */ (
  document.querySelectorAll("button[data-embed]")
)) {
  button.hidden = !location.protocol.startsWith("http");
  button.addEventListener("click", async () => {
    const { edition, piece } = await import("./release.js");
    const picture = new URL(button.dataset.embed ?? "", location.href).href;
    const address = location.href.split(/[?#]/)[0];
    const html = piece({ said: button.dataset.title ?? "", picture, address, edition: edition() });
    try {
      await navigator.clipboard.writeText(html);
      button.textContent = "Upote on kopioitu";
    } catch {
      button.textContent = "Selain ei anna kopioida";
    }
  });
}

/* A term is explained where it stands; without script its link leads to the glossary. */
/** What terms mean, by their anchors there. @type {Promise<Record<string, string>> | undefined} */
let meanings;
const note = el("div", { class: "term-note", popover: "auto", tabindex: "-1" }, "");
document.addEventListener("click", async (event) => {
  const term = /** @type {HTMLElement} */ (event.target).closest?.("a.term");
  const plain = !(event.ctrlKey || event.metaKey || event.shiftKey);
  if (!(term instanceof HTMLAnchorElement) || !plain || !note.showPopover) return;
  event.preventDefault();
  meanings ??= read(new URL("../sanasto/selitykset.zlib", import.meta.url)).catch(() => ({}));
  const means = (await meanings)[decodeURIComponent(term.hash.slice(1))];
  if (!means) {
    location.href = term.href; // where it stands, when it cannot be had here
    return;
  }
  const more = el("a", { href: term.href }, "Sanastossa");
  const name = el("strong", {}, clean(term.textContent ?? ""));
  note.replaceChildren(name, el("p", {}, means), more);
  term.after(note);
  note.showPopover();
  note.focus();
});
