// @ts-check
/* The reader's own comparison: two to four models in columns, the choice in the address. */
import { ID, MOST, address, el, keep } from "./picks.js";
import { read } from "./read.js";
import { lasting } from "./release.js";
import { MARKS, csv, page, rows } from "./side-rows.js";

/** @import { Cell, Model, Row, Settings } from "./side-rows.js" */
/** @typedef {{ id: string, name: string, place: string, type: string, type_name: string, former: string[] }} Choice */

const root = /** @type {HTMLElement} */ (document.querySelector("[data-side-by-side]"));
/** @type {Settings} */
const settings = JSON.parse(root.dataset.settings ?? "");
const home = new URL("../", import.meta.url).href;
const folder = new URL("../vertailu/omat/", import.meta.url).href;
/** @param {string} name */
const part = (name) => /** @type {HTMLElement} */ (root.querySelector(`[data-part="${name}"]`));
const only = /** @type {HTMLInputElement} */ (part("only"));
const select = /** @type {HTMLSelectElement} */ (part("select"));
/** @type {Map<string, Model>} */
const loaded = new Map();
/** @type {Choice[]} */
let choices = [];
/** @type {Model[]} */
let models = [];
let turn = 0;

/** @param {string} name */
const get = (name) => read(folder + name);

/** @type {(id: string) => Promise<Model>} */
async function model(id) {
  if (!loaded.has(id)) {
    const place = choices.findIndex((choice) => choice.id === id);
    /** @type {Model[]} */
    const found = await get(`osat/${Math.floor(place / settings.each)}.zlib`);
    for (const one of found) loaded.set(one.id, one);
  }
  return /** @type {Model} */ (loaded.get(id));
}

/* Ids of the address, with what is wrong with them told in Finnish. */
function wanted() {
  const query = new URLSearchParams(location.search);
  const asked = [
    ...new Set(
      query
        .getAll("mallit")
        .join(",")
        .split(",")
        .map((id) => id.trim())
        .filter(Boolean),
    ),
  ];
  /** @type {string[]} */
  const messages = [];
  const found = asked.flatMap((id) => {
    const known =
      ID.test(id) && choices.find((choice) => choice.id === id || choice.former.includes(id));
    if (!known)
      messages.push(
        `Mallia ”${id}” ei ole luettelossa. Osoitteessa voi olla kirjoitusvirhe, tai malli on poistettu.`,
      );
    return known ? [known] : [];
  });
  if (found.length > MOST)
    messages.push(
      `Rinnakkain mahtuu ${MOST} mallia. Näistä jäi pois: ${found
        .slice(MOST)
        .map(({ name, place }) => `${name} (${place})`)
        .join(", ")}.`,
    );
  return { found: [...new Set(found)].slice(0, MOST), messages, differences: query.has("erot") };
}

/* `own` is the reader's own choosing: a shared link that is only looked at fills no tray. */
async function show({ own = false } = {}) {
  const mine = ++turn;
  const { found, messages, differences } = wanted();
  only.checked = differences;
  try {
    const got = await Promise.all(found.map(({ id }) => model(id)));
    if (mine !== turn) return;
    models = got;
  } catch {
    messages.push(
      "Mallien tietoja ei saatu ladattua. Tarkista verkkoyhteys ja lataa sivu uudelleen.",
    );
    models = [];
  }
  if (own) keep(models);
  if (models.length < 2)
    messages.push(
      models.length
        ? "Lisää vielä ainakin yksi malli, niin ne näkyvät rinnakkain."
        : "Valitse kahdesta neljään mallia.",
    );
  part("messages").replaceChildren(
    ...messages.map((message) => el("p", { class: "note" }, message)),
  );
  part("tools").hidden = models.length < 2;
  part("add").hidden = models.length >= MOST;
  part("picked").replaceChildren(
    ...models.map((one) =>
      el(
        "li",
        {},
        `${one.place}: ${one.name} `,
        el(
          "button",
          {
            type: "button",
            "aria-label": `Poista: ${one.name}, ${one.place}`,
            click: () => go(ids().filter((id) => id !== one.id)),
          },
          "✕",
        ),
      ),
    ),
  );
  offer();
  draw();
}

const ids = () => models.map(({ id }) => id);
const shownRows = () =>
  models.length < 2
    ? []
    : rows(models, settings).filter((row) => !only.checked || row.mark !== "same");

/** @param {string[]} next */
function go(next) {
  history.pushState(null, "", address(next, only.checked));
  return show({ own: true });
}

/* Models to add: a list by region, and those of the same type as buttons. */
function offer() {
  const free = choices.filter(({ id }) => !ids().includes(id));
  const places = [...new Set(free.map(({ place }) => place))];
  select.replaceChildren(
    el("option", { value: "" }, "Valitse malli"),
    ...places.map((place) =>
      el(
        "optgroup",
        { label: place },
        ...free
          .filter((choice) => choice.place === place)
          .map(({ id, name }) => el("option", { value: id }, name)),
      ),
    ),
  );
  const type = choices.find(({ id }) => id === models[0]?.id)?.type;
  const alike = free.filter((choice) => choice.type === type).slice(0, 8);
  part("alike").hidden = !alike.length || models.length >= MOST;
  part("alike").replaceChildren(
    el("span", {}, `Samaa tyyppiä (${alike[0]?.type_name}): `),
    ...alike.map(({ id, name, place }) =>
      el(
        "button",
        { type: "button", "aria-label": `Lisää: ${name}, ${place}`, click: () => add(id) },
        `+ ${place}`,
      ),
    ),
  );
}

/** @param {string} id */
async function add(id) {
  await go([...ids(), id]);
  part("table").focus();
}

function draw() {
  const shown = shownRows();
  part("table").hidden = part("take").hidden = models.length < 2;
  part("table").replaceChildren();
  if (models.length < 2) return;
  const parts = [...new Set(shown.map((row) => row.part))];
  const table = el(
    "table",
    { class: "side", role: "table" },
    el(
      "caption",
      { class: "visually-hidden" },
      `Rinnakkain ${models.map(({ name, place }) => `${name} (${place})`).join(", ")}`,
    ),
    el(
      "thead",
      { role: "rowgroup" },
      el(
        "tr",
        { role: "row" },
        el("th", { scope: "col", role: "columnheader" }, "Mitä"),
        ...models.map((one) =>
          el(
            "th",
            { scope: "col", role: "columnheader" },
            el("span", { class: "side__place" }, one.place),
            el("a", { href: home + one.url }, one.name),
          ),
        ),
      ),
    ),
    ...parts.map((heading) =>
      el(
        "tbody",
        { role: "rowgroup" },
        el(
          "tr",
          { class: "side__part", role: "row" },
          el(
            "th",
            { scope: "rowgroup", role: "rowheader", colspan: models.length + 1 },
            el("span", {}, heading),
          ),
        ),
        ...shown.filter((row) => row.part === heading).map(drawRow),
      ),
    ),
  );
  table.style.setProperty("--columns", String(models.length)); // as an attribute the page's own policy would stop it
  part("table").append(table);
  part("take").replaceChildren(/** @type {Element} */ (part("take").firstElementChild));
  /** @type {HTMLDetailsElement} */ (part("take")).open = false; // filled again of what is shown now
  part("count").textContent = `${shown.length} ${shown.length === 1 ? "rivi" : "riviä"}`;
}

/** @param {Row} row */
function drawRow(row) {
  const { shape, word } = MARKS[row.mark];
  return el(
    "tr",
    { role: "row", "data-mark": row.mark },
    el(
      "th",
      { scope: "row", role: "rowheader" },
      el("span", { class: "side__label" }, row.label),
      el(
        "span",
        { class: `side__mark side__mark--${row.mark}` },
        el("span", { "aria-hidden": "true" }, `${shape} `),
        word,
      ),
    ),
    ...row.cells.map((cell, index) =>
      el(
        "td",
        { role: "cell", class: `side__cell side__cell--${cell.kind}` },
        el("span", { class: "side__whose", "aria-hidden": "true" }, models[index].place),
        ...drawCell(cell),
        cell.said
          ? el(
              "button",
              {
                type: "button",
                class: "figure-menu",
                "data-said": cell.said,
                "data-at": home + cell.url,
                "aria-label": `Kopioi lause tai ilmoita virheestä: ${row.label}, ${models[index].place}`,
              },
              "⋯",
            )
          : "",
      ),
    ),
  );
}

/** @type {(cell: Cell) => (Node | string)[]} */
function drawCell(cell) {
  if (cell.kind === "text")
    return cell.lines.length > 1
      ? [el("ul", {}, ...cell.lines.map((line) => el("li", {}, line)))]
      : cell.lines;
  if (cell.kind === "unknown") return [el("span", { class: "gap gap--unknown" }, cell.lines[0])];
  const what =
    cell.kind === "missing"
      ? el("span", { class: `gap gap--${cell.missing}` }, cell.lines[0])
      : cell.kind === "figure"
        ? el("a", { class: "side__figure", href: home + cell.url }, ...pieces(cell.lines[0]))
        : el("span", { class: "gap gap--apart" }, `Ei vertailukelpoinen: ${cell.lines[0]}`);
  return [
    what,
    cell.figure ? el("a", { class: "side__apart", href: home + cell.url }, cell.figure) : "",
    ...cell.notes.map((note) => el("span", { class: "row-note" }, note)),
    cell.flag
      ? el(
          "a",
          { class: "flag", href: home + cell.flag.url, title: cell.flag.note },
          cell.flag.label,
        )
      : "",
    cell.source ? el("span", { class: "row-note" }, cell.source) : "",
  ];
}

/**
 * `8 / 37 · 21,6 %, väli 11,4–37,2`: each part of a figure stays in one piece, and a line may end between them.
 * @param {string} text
 */
function pieces(text) {
  return text
    .split(/(?<=·|,(?= )) /)
    .flatMap((piece, index) => [index ? " " : "", el("span", { class: "piece" }, piece)]);
}

/**
 * @param {string} text
 * @param {string} type
 * @param {string} ending
 */
function saved(text, type, ending) {
  const file = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  el("a", {
    href: file,
    download: `vertailu-${ids().join("-").replaceAll("/", "-").slice(0, 80)}.${ending}`,
  }).click();
  setTimeout(() => URL.revokeObjectURL(file), 10000);
}

/** How this selection is cited: with the version of the data, and the address that shows the same. */
function cited() {
  const year = new Date().getFullYear();
  const where = lasting(new URL(address(ids(), only.checked), location.href).href);
  return `Työkykymallit ${year}. Mallit rinnakkain. Tietojen versio ${part("version").textContent}. Saatavilla: ${where}`;
}

part("add").addEventListener("submit", (event) => {
  event.preventDefault();
  if (select.value) add(select.value);
});
only.addEventListener("change", () => {
  history.replaceState(null, "", address(ids(), only.checked));
  draw();
});
part("csv").addEventListener("click", () => saved(csv(models, shownRows()), "text/csv", "csv"));
part("html").addEventListener("click", () =>
  saved(page(models, shownRows(), cited()), "text/html", "html"),
);
part("cite").addEventListener("click", () => navigator.clipboard.writeText(cited()));
part("print").addEventListener("click", () => print());
addEventListener("popstate", () => show());
async function start() {
  try {
    choices = await get("mallit.zlib");
    await show();
    root.hidden = false;
  } catch {
    root.hidden = false;
    part("messages").replaceChildren(
      el(
        "p",
        { class: "note" },
        "Mallien luetteloa ei saatu ladattua. Tarkista verkkoyhteys ja lataa sivu uudelleen.",
      ),
    );
  }
}
start();
