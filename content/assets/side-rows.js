// @ts-check
/* Models -> rows of the comparison, and rows -> CSV. Pure: the page draws these rows and the file holds the same ones.

   A row is {part, label, means, mark, cells}; a cell is {kind, lines, notes, url, source, flag}.
   Kinds: text, figure, apart (not comparable), missing (told to be missing), unknown (the sources do not tell).
   The rules are the build's: a figure carries the ids of everything that must agree, and `sentences` what to say if not. */

/**
 * @typedef {{ label: string, url: string, note: string }} Flag
 * @typedef {object} Figure
 * @property {string} row
 * @property {string} indicator
 * @property {string} label
 * @property {string} means
 * @property {string} group
 * @property {string} text
 * @property {string} said
 * @property {string[]} notes
 * @property {string} url
 * @property {string} source
 * @property {string} missing
 * @property {string} missing_kind
 * @property {boolean} compares
 * @property {[id: string, word: string][]} aspects
 * @property {Flag | null} flag
 * @typedef {{ heading: string, rows: { label: string, lines: string[], means: string, said: string }[] }} Part
 * @typedef {{ id: string, name: string, place: string, url: string, parts: Part[], figures: Figure[] }} Model
 * @typedef {{ each: number, sentences: string[], groups: [id: string, heading: string][], unknown: string }} Settings
 * @typedef {object} Cell
 * @property {"text" | "figure" | "apart" | "missing" | "unknown"} kind
 * @property {string[]} lines
 * @property {string[]} notes
 * @property {string} [said]
 * @property {string} [url]
 * @property {string} [source]
 * @property {Flag | null} [flag]
 * @property {string} [figure]
 * @property {string} [missing]
 * @typedef {keyof typeof MARKS} Mark
 * @typedef {{ part: string, label: string, means: string, mark: Mark, cells: Cell[] }} Row
 */

export const MARKS = {
  same: { shape: "=", word: "sama" },
  differs: { shape: "≠", word: "eroaa" },
  unsure: { shape: "≈", word: "luvut eroavat, mutta paremmuutta ei voi päätellä" },
  listed: { shape: "∥", word: "rinnakkain vain luettavaksi" },
  apart: { shape: "⊘", word: "ei vertailukelpoinen" },
  single: { shape: "◐", word: "tieto vain yhdestä" },
};
/** @type {(settings: Settings) => Cell} */
const NOTHING = (settings) => ({ kind: "unknown", lines: [settings.unknown], notes: [] });

/** @type {(models: Model[], settings: Settings) => Row[]} */
export function rows(models, settings) {
  return [...textRows(models, settings), ...figureRows(models, settings)];
}

/** @type {(one: Figure, other: Figure, sentences: string[]) => string} */
export function whyApart(one, other, sentences) {
  const at = sentences.findIndex((_, index) => one.aspects[index][0] !== other.aspects[index][0]);
  if (at < 0) return "";
  const [before, between, after] = sentences[at].split("{}");
  return before + one.aspects[at][1] + between + other.aspects[at][1] + after;
}

/** @type {(models: Model[], settings: Settings) => Row[]} */
function textRows(models, settings) {
  /** @type {Row[]} */
  const made = [];
  models[0].parts.forEach((part, at) =>
    part.rows.forEach((row, line) => {
      /** @type {Cell[]} */
      const cells = models.map((model) => {
        const { lines, said } = model.parts[at].rows[line];
        const url = `${model.url}#juurtuminen`; // what is said of a row in words is what became of the model
        return lines.length ? { kind: "text", lines, notes: [], said, url } : NOTHING(settings);
      });
      const told = cells.filter(({ kind }) => kind === "text").map(({ lines }) => lines.join("\n"));
      if (told.length)
        made.push({
          part: part.heading,
          label: row.label,
          means: row.means,
          mark: markOf(told),
          cells,
        });
    }),
  );
  return made;
}

/** @type {(models: Model[], settings: Settings) => Row[]} */
function figureRows(models, settings) {
  const all = models.flatMap((model) => model.figures);
  const made = [];
  for (const [group, heading] of settings.groups) {
    const indicators = [
      ...new Set(all.filter((figure) => figure.group === group).map(({ indicator }) => indicator)),
    ];
    for (const indicator of indicators) {
      for (const row of new Set(
        all.filter((figure) => figure.indicator === indicator).map((figure) => figure.row),
      )) {
        made.push(figureRow(`Tulokset: ${heading}`, indicator, row, models, settings));
      }
    }
  }
  return made;
}

/** @type {(part: string, indicator: string, row: string, models: Model[], settings: Settings) => Row} */
function figureRow(part, indicator, row, models, settings) {
  const own = models.map((model) => model.figures.find((figure) => figure.row === row));
  const shown = own.flatMap((figure) => (figure && !figure.missing ? [figure] : []));
  const main = shown[0]; // the first model is what the others are held against: no majority decides
  /** @type {Cell[]} */
  const cells = models.map((model, index) => {
    const figure = own[index];
    if (figure?.missing)
      return {
        kind: "missing",
        missing: figure.missing_kind,
        lines: [figure.missing],
        ...more(figure),
      };
    if (figure && kindOf(figure) === kindOf(main))
      return { kind: "figure", lines: [figure.text], ...more(figure) };
    if (figure)
      return {
        kind: "apart",
        lines: [whyApart(figure, main, settings.sentences)],
        figure: figure.text,
        ...more(figure),
      };
    const near =
      main &&
      row.endsWith("/") &&
      model.figures.find((other) => other.indicator === indicator && !other.missing);
    return near
      ? { kind: "apart", lines: [whyApart(near, main, settings.sentences)], notes: [] }
      : NOTHING(settings);
  });
  const { label, means } = /** @type {Figure} */ (own.find(Boolean));
  const together = shown.filter((figure) => kindOf(figure) === kindOf(main));
  const mark = cells.some(({ kind }) => kind === "apart")
    ? "apart"
    : markOf(
        together.map(({ text }) => text),
        main?.compares ? "unsure" : "listed",
      );
  return { part, label: label ? `${indicator}: ${label}` : indicator, means, mark, cells };
}

/** @param {Figure} figure */
const kindOf = (figure) => JSON.stringify(figure.aspects.map(([id]) => id));
/** @param {Figure} figure */
const more = ({ notes, url, source, flag, said }) => ({ notes, url, source, flag, said });

/**
 * How the texts of a row relate; `unlike` is the mark of those that are not the same.
 * @param {string[]} told
 * @param {Mark} unlike
 * @returns {Mark}
 */
function markOf(told, unlike = "differs") {
  if (told.length < 2) return "single";
  return new Set(told).size === 1 ? "same" : unlike;
}

/**
 * What a cell says, as plain text: the same in the file as on the page.
 * @param {Cell} cell
 */
export function plain(cell) {
  const first =
    cell.kind === "apart"
      ? [`Ei vertailukelpoinen: ${cell.lines[0]}`, ...(cell.figure ? [cell.figure] : [])]
      : cell.lines;
  const rest = [
    ...cell.notes,
    ...(cell.flag ? [cell.flag.label] : []),
    ...(cell.source ? [cell.source] : []),
  ];
  return [...first, ...rest].join("\n");
}

/**
 * Semicolons and a byte order mark: Finnish spreadsheet programs open such a file right.
 * @param {Model[]} models
 * @param {Row[]} shown
 */
export function csv(models, shown) {
  const head = [
    "Osa",
    "Rivi",
    "Määritelmä",
    "Ero",
    ...models.map((model) => `${model.name}, ${model.place}`),
  ];
  const lines = shown.map((row) => [
    row.part,
    row.label,
    row.means,
    MARKS[row.mark].word,
    ...row.cells.map(plain),
  ]);
  const quoted = [head, ...lines].map((line) =>
    line.map((text) => `"${guarded(text).replaceAll('"', '""')}"`).join(";"),
  );
  return `\ufeff${quoted.join("\r\n")}\r\n`;
}

/**
 * A spreadsheet would run a text that starts like a formula.
 * @param {string} text
 */
const guarded = (text) => (/^(?:[=@\t\r]|[+-](?!\d))/.test(text) ? `'${text}` : text);

const ESCAPED = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
/** @param {string} text */
const escaped = (text) =>
  text.replace(/[&<>"]/g, (sign) => ESCAPED[/** @type {keyof typeof ESCAPED} */ (sign)]);

/**
 * A page of its own that opens from a disk or an attachment and asks nothing of anybody: the table, where it is from, how
 * to cite it.
 * @param {Model[]} models
 * @param {Row[]} shown
 * @param {string} cited how this very selection is cited, with its address
 */
export function page(models, shown, cited) {
  const title = escaped(models.map((model) => `${model.name}, ${model.place}`).join(" – "));
  /** @param {string} text */
  const lines = (text) => escaped(text).replaceAll("\n", "<br>");
  const head = models
    .map((model) => `<th scope="col">${escaped(`${model.name}, ${model.place}`)}</th>`)
    .join("");
  const body = shown
    .map((row) => {
      const cells = row.cells.map((cell) => `<td>${lines(plain(cell))}</td>`).join("");
      return `<tr><th scope="row">${escaped(row.label)}</th>${cells}</tr>`;
    })
    .join("\n");
  const style =
    "body{font:16px/1.5 sans-serif;margin:2rem;color:#1a1a1a;background:#fff}table{border-collapse:collapse}" +
    "th,td{border:1px solid #999;padding:.4rem .6rem;text-align:left;vertical-align:top}";
  return `<!doctype html>
<html lang="fi"><head><meta charset="utf-8"><title>${title}</title><style>${style}</style></head>
<body><h1>${title}</h1>
<table><thead><tr><th scope="col">Mitä</th>${head}</tr></thead>
<tbody>
${body}
</tbody></table>
<p>${escaped(cited)} CC BY 4.0.</p>
</body></html>
`;
}
