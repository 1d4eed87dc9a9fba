// @ts-check
/** The file as text: CodeMirror with the faults of the checker on their lines, and with words and ids that may be written. */
import { autocompletion } from "@codemirror/autocomplete";
import { yaml } from "@codemirror/lang-yaml";
import { lintGutter, setDiagnostics } from "@codemirror/lint";
import { EditorState } from "@codemirror/state";
import { EditorView, hoverTooltip } from "@codemirror/view";
import { basicSetup } from "codemirror";
import { element } from "./form.js";
import { fieldsAt, nodeAt, valuesAt } from "./help.js";
import { placeAt } from "./place.js";

/**
 * @typedef {import("./form.js").Node} Node
 * @typedef {import("./form.js").Choice} Choice
 * @typedef {{ line: number, column: number, message: string, severity: "error" | "warning", rule: string }} Problem
 */
const PHRASES = EditorState.phrases.of({
  Diagnostics: "Virheet",
  "No diagnostics": "Ei virheitä",
  close: "sulje",
  Completions: "Ehdotukset",
  Find: "Etsi",
  Replace: "Korvaa",
  next: "seuraava",
  previous: "edellinen",
  all: "kaikki",
  "match case": "sama kirjainkoko",
  "by word": "kokonainen sana",
  regexp: "säännöllinen lauseke",
  replace: "korvaa",
  "replace all": "korvaa kaikki",
  "Go to line": "Siirry riville",
  go: "siirry",
});

export class Code {
  /**
   * @param {HTMLElement} parent
   * @param {{ form: () => Node, choices: () => Record<string, Choice[]>, changed: (text: string) => void }} desk
   */
  constructor(parent, desk) {
    this.desk = desk;
    this.quiet = false;
    // In a root of its own CodeMirror adopts its style sheets; elsewhere it would write what the page's policy stops.
    const root = parent.attachShadow({ mode: "open" });
    this.view = new EditorView({
      parent: /** @type {any} */ (root),
      root,
      extensions: [
        basicSetup,
        yaml(),
        PHRASES,
        lintGutter(),
        EditorView.lineWrapping,
        EditorView.theme({ "&": { height: "75vh" }, ".cm-scroller": { overflow: "auto" } }),
        EditorView.contentAttributes.of({ "aria-label": "Tiedoston teksti (YAML)" }),
        autocompletion({ override: [(context) => this.completed(context)] }),
        hoverTooltip((view, at) => this.explained(view, at)),
        EditorView.updateListener.of((update) => {
          if (update.docChanged && !this.quiet) desk.changed(update.state.doc.toString());
        }),
      ],
    });
  }

  get text() {
    return this.view.state.doc.toString();
  }

  /** Only what differs is replaced, so that the cursor stays. @param {string} text */
  show(text) {
    const old = this.text;
    if (text === old) return;
    let from = 0;
    while (from < old.length && old[from] === text[from]) from += 1;
    let end = 0;
    const most = Math.min(old.length, text.length) - from;
    while (end < most && old.at(-1 - end) === text.at(-1 - end)) end += 1;
    this.quiet = true;
    this.view.dispatch({
      changes: { from, to: old.length - end, insert: text.slice(from, text.length - end) },
    });
    this.quiet = false;
  }

  /** @param {Problem[]} problems */
  mark(problems) {
    const { doc } = this.view.state;
    const found = problems.map(({ line, column, message, severity, rule }) => {
      const at = doc.line(Math.min(Math.max(line, 1), doc.lines));
      const from = Math.min(at.from + Math.max(column - 1, 0), at.to);
      return { from, to: Math.max(at.to, from), severity, message, source: rule };
    });
    this.view.dispatch(setDiagnostics(this.view.state, found));
  }

  /** @param {number} line @param {number} column */
  goto(line, column) {
    const { doc } = this.view.state;
    const at = doc.line(Math.min(Math.max(line, 1), doc.lines));
    const anchor = Math.min(at.from + Math.max(column - 1, 0), at.to);
    this.view.dispatch({ selection: { anchor }, scrollIntoView: true });
    this.view.focus();
  }

  /** @param {import("@codemirror/autocomplete").CompletionContext} context */
  completed(context) {
    const { path, key, from, word } = placeAt(this.text, context.pos);
    if (!word && !context.explicit) return null;
    const form = this.desk.form();
    const options = key ? fieldsAt(form, path) : valuesAt(form, path, this.desk.choices());
    return options.length ? { from, options, validFor: /^[\w-]*$/ } : null;
  }

  /** @param {EditorView} view @param {number} at */
  explained(view, at) {
    const line = view.state.doc.lineAt(at);
    const name = /^[\s-]*([\w]+):/.exec(line.text);
    if (!name) return null;
    const { path } = placeAt(this.text, line.from + name[0].length);
    const field = nodeAt(this.desk.form(), path)?.field;
    if (!field) return null;
    return {
      pos: line.from,
      create: () => ({
        dom: element("p", {
          className: "desk__hover",
          textContent: `${field.label}. ${field.help}`,
        }),
      }),
    };
  }
}
