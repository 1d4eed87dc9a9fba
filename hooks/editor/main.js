// @ts-check
/** The writing page: one draft of one or several files, written as a form or as text, judged as one writes. */
import { Checker } from "./client.js";
import { Code } from "./code.js";
import { appended, places, read, written } from "./document.js";
import { keep, kept } from "./drafts.js";
import { drawn, element, lists, nameOf } from "./form.js";
import { orderAt } from "./help.js";
import { issue, kindOf, letter, page, regionOf, titleOf } from "./propose.js";

/** @typedef {import("./document.js").Path} Path */
const MISSING = /^Pakollinen kenttä ”([^”]+)” puuttuu/;
const WAIT = 400; // milliseconds without a key before the check

const root = /** @type {HTMLElement} */ (document.querySelector("[data-desk]"));
/** @template {HTMLElement} T @param {string} name @returns {T} */
const part = (name) => /** @type {T} */ (root.querySelector(`[data-part="${name}"]`));

class Writing {
  constructor() {
    this.drafts = kept();
    this.path = "";
    /** @type {any} */
    this.known = {};
    /** @type {any[]} */
    this.problems = [];
    this.open = new Set();
    this.checker = new Checker(new URL("worker.js", import.meta.url).href);
    this.waiting = 0;
    this.shown = "";
    this.round = 0;
  }

  async begin() {
    this.said("Haetaan tarkistinta, noin 8 megatavua …");
    this.known = await this.checker.ask("start");
    part("lists").replaceChildren(...lists(this.known.choices));
    fill(
      part("files"),
      this.known.files.map((/** @type {string} */ file) => [file, ""]),
    );
    for (const menu of root.querySelectorAll("select[data-choices]")) {
      const { choices = "" } = /** @type {HTMLSelectElement} */ (menu).dataset;
      const words = this.known.choices[choices].map((/** @type {any} */ one) => [one.id, one.name]);
      fill(/** @type {HTMLSelectElement} */ (menu), [["", "–"], ...words]);
    }
    this.code = new Code(part("code"), {
      form: () => this.form,
      choices: () => this.known.choices,
      changed: (text) => this.changed(text, "code"),
    });
    this.listen();
    part("opening").hidden = true;
    part("work").hidden = false;
    const asked = new URLSearchParams(location.search).get("tiedosto");
    if (asked) await this.opened(asked);
    else if (this.drafts.size) this.turn([...this.drafts.keys()][0] ?? "");
    else this.said("Valitse, mitä teet.");
  }

  get form() {
    return this.known.forms[kindOf(this.path)] ?? this.known.forms.model;
  }

  get text() {
    return this.drafts.get(this.path) ?? "";
  }

  listen() {
    onSubmit("new", async (data) => {
      const wanted = Object.fromEntries(data);
      wanted.source = idOf(this.known.choices.source, String(wanted.source).trim());
      const made = Object.entries(await this.checker.ask("begun", wanted));
      for (const [file, text] of made) this.drafts.set(file, this.drafts.get(file) ?? text);
      return this.turn(made[0]?.[0] ?? "");
    });
    onSubmit("existing", (data) => this.opened(String(data.get("tiedosto")).trim()));
    part("file").addEventListener("change", async (event) => {
      const input = /** @type {HTMLInputElement} */ (event.target);
      for (const file of input.files ?? []) {
        const chosen = new FormData(/** @type {HTMLFormElement} */ (part("new"))).get("region");
        const folder = file.name === "region.yml" || chosen ? chosen : regionOf(this.path);
        if (!folder) return this.said("Valitse ensin alue kohdasta Lisään mallin.");
        this.drafts.set(`${folder}/${file.name}`, await file.text());
        this.turn(`${folder}/${file.name}`);
      }
      input.value = "";
    });
    part("view").addEventListener("change", () => this.draw());
    click("drop", () => {
      if (!confirm(`Poistetaanko luonnos ${this.path}?`)) return;
      this.drafts.delete(this.path);
      this.turn([...this.drafts.keys()][0] ?? "");
    });
    click("download", async () => {
      await this.tidy();
      this.download();
    });
    click("copy", async () => {
      await this.tidy();
      await this.copied(this.text, "Tiedosto on leikepöydällä.");
    });
    click("letter", () =>
      this.copied(letter(this.drafts), "Luonnos on leikepöydällä: liitä se sähköpostiin."),
    );
    click("propose", () => this.propose());
    click("together", () => this.together());
  }

  /** @param {string} path */
  async opened(path) {
    const file = path.replace(/^models\//, "");
    if (!this.drafts.has(file)) {
      const text = await this.checker.ask("text", file);
      if (!text) return this.said(`Tiedostoa ${file} ei ole luettelossa.`);
      this.drafts.set(file, text);
    }
    return this.turn(file);
  }

  /** @param {string} path the file to write now; none when empty */
  turn(path) {
    this.path = path;
    part("desk").hidden = !path;
    part("tabs").replaceChildren(
      ...[...this.drafts.keys()].map((file) => {
        const tab = element("button", { type: "button", textContent: titleOf(file) });
        if (file === path) tab.setAttribute("aria-current", "true");
        tab.addEventListener("click", () => this.turn(file));
        return element("li", {}, [tab]);
      }),
    );
    if (!path) {
      keep(this.drafts);
      return;
    }
    part("several").hidden = this.drafts.size < 2;
    part("start").removeAttribute("open");
    this.code?.show(this.text);
    this.draw();
    this.check();
  }

  /** @param {string} text @param {"code" | "form"} from */
  changed(text, from) {
    this.drafts.set(this.path, text);
    if (from === "form") this.code?.show(text);
    else if (this.showsForm) this.draw();
    clearTimeout(this.waiting);
    this.waiting = setTimeout(() => this.check(), WAIT);
  }

  get showsForm() {
    const chosen = part("view").querySelector("input:checked");
    return /** @type {HTMLInputElement | null} */ (chosen)?.value !== "teksti";
  }

  draw() {
    const form = this.showsForm;
    part("code").hidden = form;
    part("form").hidden = !form;
    if (!form) return;
    const { data, ok } = read(this.text);
    const focused = document.activeElement?.id ?? "";
    part("form").replaceChildren(
      ok
        ? drawn(this.form, data, {
            choices: this.known.choices,
            source: data?.sources?.[0]?.id ?? "",
            open: this.open,
            write: (path, value) => this.answered(path, value),
            add: (path, item) =>
              this.redrawn(appended(this.text, path, item, orderAt(this.form, path))),
          })
        : element("p", {
            className: "note",
            textContent:
              "Lomake näkyy, kun tekstissä ei ole merkintävirhettä. Korjaa se tekstistä.",
          }),
    );
    this.point();
    if (focused) document.getElementById(focused)?.focus();
  }

  /** A short answer leaves the form as it stands; what adds or takes away parts draws it anew. @param {Path} path @param {any} value */
  answered(path, value) {
    const text = written(this.text, path, value, orderAt(this.form, path));
    const redraws = path.at(-1) === "indicator" || value === undefined || typeof value === "object";
    if (redraws) this.redrawn(text);
    else this.changed(text, "form");
  }

  /** @param {string} text */
  redrawn(text) {
    this.changed(text, "form");
    this.draw();
  }

  async check() {
    const round = (this.round += 1);
    const saved = keep(this.drafts);
    this.said("Tarkistetaan …");
    try {
      const found = await this.checker.ask("checked", Object.fromEntries(this.drafts));
      if (round !== this.round) return;
      this.problems = found.problems;
      this.known.choices = found.choices;
      part("lists").replaceChildren(...lists(found.choices));
      this.tell(found, saved);
      const html = await this.checker.ask("preview", this.path);
      if (round === this.round) this.preview(html);
    } catch (fault) {
      this.said(`Tarkistin ei vastannut (${fault}). Luonnos on tallessa: lataa sivu uudelleen.`);
    }
  }

  /** @param {any} found @param {boolean} saved */
  tell(found, saved) {
    const errors = this.problems.filter(({ severity }) => severity === "error");
    const faults = errors.filter(({ path }) => this.isOwn(path)).length;
    const kept = saved ? "Luonnos on tallessa tässä selaimessa." : "Luonnosta ei voitu tallentaa.";
    const result = faults
      ? `${faults} ${faults === 1 ? "virhe" : "virhettä"} korjattavana.`
      : "Ei virheitä: voit ehdottaa muutosta.";
    const rest = errors.length > faults ? " Muualla on korjattavaa ylläpitäjälle." : "";
    this.said(`${result}${rest} ${kept}`);
    part("problems").replaceChildren(...this.problems.map((problem) => this.fault(problem)));
    part("no-problems").hidden = this.problems.length > 0;
    part("changes").replaceChildren(
      ...found.changes.map((/** @type {any} */ { what, sentences }) =>
        element("li", {}, [
          element("strong", { textContent: what }),
          element(
            "ul",
            {},
            sentences.map((/** @type {string} */ textContent) => element("li", { textContent })),
          ),
        ]),
      ),
    );
    this.code?.mark(this.mine);
    this.point();
  }

  /** Whether a file is one that the author writes: the rest is for the maintainers to mend. @param {string} path */
  isOwn(path) {
    return this.drafts.has(path.replace(/^models\//, ""));
  }

  get mine() {
    return this.problems.filter(({ path }) => path === `models/${this.path}`);
  }

  /** One fault, with a way to its place. @param {any} problem */
  fault({ path, line, column, rule, message, severity }) {
    const file = path.replace(/^models\//, "");
    const place = `${file}, rivi ${line}, merkki ${column}`;
    const go = element("button", { type: "button", textContent: place });
    go.addEventListener("click", async () => {
      if (file !== this.path) await this.opened(file);
      if (!this.showsForm) return this.code?.goto(line, column);
      const control = controlOf(places(this.text)(line), MISSING.exec(message)?.[1]);
      for (let fold = control?.closest("details"); fold;) {
        fold.open = true;
        fold = fold.parentElement?.closest("details");
      }
      return control?.focus();
    });
    const kind =
      severity !== "error"
        ? "Huomaa"
        : this.isOwn(path)
          ? "Virhe"
          : "Ylläpidolle, ei estä ehdottamista";
    return element("li", { className: `desk__problem desk__problem--${severity}` }, [
      element("strong", { textContent: `${kind}: ` }),
      element("span", { textContent: message }),
      " ",
      go,
      " ",
      element("a", { href: `../saannot/#${rule}`, textContent: `Miksi? (${rule})` }),
    ]);
  }

  /** Each fault also at its field of the form. */
  point() {
    for (const old of part("form").querySelectorAll(".desk__fault")) old.remove();
    for (const control of part("form").querySelectorAll("[aria-invalid]"))
      control.removeAttribute("aria-invalid");
    const place = places(this.text);
    for (const { line, message } of this.mine) {
      const control = controlOf(place(line), MISSING.exec(message)?.[1]);
      if (!control) continue;
      if (control.matches("input, select, textarea")) control.setAttribute("aria-invalid", "true");
      const note = element("p", { className: "desk__fault", textContent: message });
      if (control.matches("details")) control.querySelector("summary")?.after(note);
      else control.after(note);
    }
  }

  /** The finished page in a frame where nothing of it can act. @param {string} html */
  preview(html) {
    const frame = part("preview");
    const same = this.shown === this.path;
    part("no-preview").hidden = html !== "";
    part("no-preview").textContent = same
      ? "Kuva on edellisestä tilasta: sivu päivittyy, kun virheet on korjattu."
      : "Sivu näkyy tässä, kun pakolliset kentät on täytetty.";
    frame.hidden = html === "" && !same;
    if (!html) return;
    this.shown = this.path;
    const styles = [...document.querySelectorAll('link[rel="stylesheet"]')].map(
      (link) => `<link rel="stylesheet" href="${/** @type {HTMLLinkElement} */ (link).href}">`,
    );
    const body = `data-md-color-scheme="${document.body.dataset.mdColorScheme}"`;
    frame.setAttribute(
      "srcdoc",
      `<!doctype html><html lang="fi"><head><meta charset="utf-8"><title>Esikatselu</title>${styles.join("")}</head>` +
        `<body ${body}><main class="md-typeset desk__page">${html}</main></body></html>`,
    );
  }

  download() {
    const blob = new Blob([this.text], { type: "application/yaml" });
    const link = element("a", { href: URL.createObjectURL(blob) });
    link.download = this.path.split("/").at(-1) ?? "malli.yml";
    link.click();
    URL.revokeObjectURL(link.href);
  }

  /** @param {string} text @param {string} done */
  async copied(text, done) {
    try {
      await navigator.clipboard.writeText(text);
      this.said(done);
    } catch {
      const box = part("text");
      box.hidden = false;
      /** @type {HTMLTextAreaElement} */ (box).value = text;
      /** @type {HTMLTextAreaElement} */ (box).select();
      this.said("Leikepöytä ei ole käytettävissä: kopioi teksti kentästä.");
    }
  }

  /** The draft in the one form of all files, as the check of a proposal wants it. */
  async tidy() {
    this.changed(await this.checker.ask("tidied", this.path, this.text), "form");
    this.draw();
  }

  async propose() {
    await this.tidy();
    if (!repository()) return this.posted();
    const published = this.known.files.includes(this.path);
    const { url, whole } = page(repository(), this.path, this.text, published);
    if (!whole) {
      await this.copied(
        this.text,
        "Teksti on leikepöydällä. Poista GitHubin sivulla vanha teksti ja liitä uusi sen tilalle.",
      );
    }
    window.open(url, "_blank", "noopener");
  }

  /** All files as one notice, of which a maintainer makes one proposal. */
  async together() {
    for (const [file, text] of this.drafts)
      this.drafts.set(file, await this.checker.ask("tidied", file, text));
    this.code?.show(this.text);
    this.draw();
    if (!repository()) return this.posted();
    const { url, body, whole } = issue(repository(), this.drafts);
    if (!whole)
      await this.copied(body, "Teksti on leikepöydällä: liitä se GitHubin sivulla kenttään.");
    window.open(url, "_blank", "noopener");
  }

  /** A site that names no repository takes drafts by mail alone. */
  async posted() {
    const done =
      "Tällä sivustolla ei ole tietovarastoa. Luonnos on leikepöydällä: lähetä se postilla.";
    await this.copied(letter(this.drafts), done);
  }

  /** @param {string} text */
  said(text) {
    part("status").textContent = text;
  }
}

function repository() {
  const link = document.querySelector("a.md-source")?.getAttribute("href") ?? "";
  return link.replace(/\/$/, "");
}

/** The field that is missing at the place or around it, else the field there. @param {Path} path @param {string | undefined} missing */
function controlOf(path, missing) {
  for (let length = path.length; missing && length >= 0; length -= 1) {
    const found = document.getElementById(nameOf([...path.slice(0, length), missing]));
    if (found) return found;
  }
  return controlAt(path);
}

/** The id that was meant by a name. @param {{ id: string, name: string }[]} choices @param {string} text */
function idOf(choices, text) {
  return choices.find(({ name }) => name.toLowerCase() === text.toLowerCase())?.id ?? text;
}

/** The field at the path, or the nearest part around it that the form shows. @param {Path} path @returns {HTMLElement | null} */
function controlAt(path) {
  for (let length = path.length; length > 0; length -= 1) {
    const found = document.getElementById(nameOf(path.slice(0, length)));
    if (found) return found;
  }
  return null;
}

/** @param {HTMLElement} menu @param {[string, string][]} words */
function fill(menu, words) {
  menu.replaceChildren(
    ...words.map(([value, textContent]) => element("option", { value, textContent })),
  );
}

/** @param {string} name @param {(data: FormData) => any} act */
function onSubmit(name, act) {
  const form = /** @type {HTMLFormElement} */ (part(name));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    act(new FormData(form));
  });
}

/** @param {string} name @param {() => any} act */
function click(name, act) {
  part(name).addEventListener("click", act);
}

new Writing().begin().catch((fault) => {
  part("status").textContent = `Tarkistinta ei saatu käyntiin (${fault}).`;
});
