// @ts-check
/* A figure taken along: its sentence copied with source and address, or a word that it is wrong, with or without an account. */
/** @type {NodeListOf<HTMLButtonElement>} */
const buttons = document.querySelectorAll("button[data-said]");
if (buttons.length) {
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
  const dialog = el(
    "dialog",
    { class: "figure-dialog", "aria-labelledby": "figure-dialog-title" },
    "",
  );
  const title = el("h2", { id: "figure-dialog-title" }, "Vie luku mukanasi");
  const sentence = el("p", { class: "figure-dialog__said" }, "");
  const copy = el("button", { type: "button" }, "Kopioi lause");
  const wrong = el("p", {}, "Onko luku väärin? ");
  const issue = el("a", { rel: "external" }, "Ilmoita GitHubissa");
  const mail = el("button", { type: "button" }, "Kopioi viesti omaan sähköpostiin");
  const close = el("button", { type: "button" }, "Sulje");
  const said = el("output", { "aria-live": "polite" }, "");
  wrong.append(issue, " tai ", mail);
  dialog.append(title, sentence, copy, wrong, close, said);
  document.body.append(dialog);

  /** @type {HTMLAnchorElement | null} */
  const edit = document.querySelector("a[rel=edit]");
  const repository = edit && edit.href.split("/edit/")[0];
  let now = "";
  const message = () => `Luku on väärin: ${now}\n\nOikea luku ja sen lähde (asiakirja ja sivu):\n`;
  /** @type {(text: string, done: string) => Promise<void>} */
  const take = async (text, done) => {
    try {
      await navigator.clipboard.writeText(text);
      said.textContent = done;
    } catch {
      getSelection()?.selectAllChildren(sentence);
      said.textContent = "Selain ei anna kopioida. Lause on valittuna: kopioi se itse.";
    }
  };
  for (const button of buttons) {
    button.addEventListener("click", () => {
      const anchor = /** @type {HTMLElement} */ (button.closest("tr")).id;
      now = `${button.dataset.said} ${location.href.split("#")[0]}#${anchor}`;
      sentence.textContent = now;
      said.textContent = "";
      if (repository)
        issue.href = `${repository}/issues/new?${new URLSearchParams({ title: "Luku on väärin", body: message() })}`;
      else issue.hidden = true;
      dialog.showModal();
    });
  }
  copy.addEventListener("click", () => take(now, "Lause on kopioitu."));
  mail.addEventListener("click", () =>
    take(message(), "Viesti on kopioitu. Liitä se sähköpostiin."),
  );
  close.addEventListener("click", () => dialog.close());
}
