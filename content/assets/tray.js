// @ts-check
/* "Lisää vertailuun" on cards and model pages, and a small pill at the bottom that opens to show what is picked. */
import { MOST, address, el, keep, picks } from "./picks.js";
import { clean } from "./words-taken.js";

/** @import { Pick } from "./picks.js" */

/** @param {Element | null | undefined} one */
const told = (one) => clean(one?.textContent ?? "").trim();
const buttons = [
  .../** @type {NodeListOf<HTMLButtonElement>} */ (document.querySelectorAll("button.pick")),
];
for (const button of buttons) {
  const row = button.closest("tr");
  const way = row?.querySelector("a")?.pathname.match(/([^/]+\/[^/]+)\/(index\.html)?$/);
  button.type = "button";
  Object.assign(button.dataset, {
    pick: row ? way?.[1] : told(document.querySelector(".record-id code")),
    name: told(row ? row.cells[0] : document.querySelector("h1")),
    place:
      button.dataset.place ??
      (row
        ? (row.closest("table")?.dataset.place ?? told(row.cells[2]))
        : told(document.querySelector(".kicker a"))),
  });
}
const onComparison = document.querySelector("[data-side-by-side]");
const said = el("p", { class: "visually-hidden", role: "status" });
const summary = el("summary", {});
const inside = el("div", { class: "tray__inside" });
const folded = el("details", { class: "tray__folded" }, summary, inside);
const go = el("a", { class: "tray__compare" });
const tray = el(
  "section",
  { class: "tray", "aria-label": "Vertailuun valitut mallit", hidden: true },
  folded,
  go,
);

/** @type {(models: Pick[], message: string) => void} */
function change(models, message) {
  keep(models);
  draw();
  said.textContent = message;
}

/** @param {HTMLButtonElement} button */
function toggle(button) {
  const { pick: id = "", name = "", place = "" } = button.dataset;
  const models = picks();
  if (models.some((model) => model.id === id)) {
    change(
      models.filter((model) => model.id !== id),
      `${name} poistettiin vertailusta.`,
    );
  } else if (models.length === MOST) {
    full(`Vertailuun mahtuu ${MOST} mallia. Poista ensin yksi.`);
  } else {
    change(
      [...models, { id, name, place }],
      `${name} lisättiin vertailuun. Valittuna ${models.length + 1}.`,
    );
  }
}

/* Beside the button just pressed, so that a keyboard need not travel to the end of the page. */
const shortcut = el("a", { class: "pick-go" });
/** @param {HTMLButtonElement} button */
function offer(button) {
  const ids = picks().map(({ id }) => id);
  shortcut.remove();
  if (ids.length < 2 || onComparison) return;
  shortcut.href = address(ids);
  shortcut.textContent = `Vertaa (${ids.length})`;
  button.after(shortcut);
}

/** @param {string} message */
function full(message) {
  draw(message);
  said.textContent = message;
}

/** @type {(model: Pick, index: number) => void} */
function remove(model, index) {
  shortcut.remove();
  change(
    picks().filter(({ id }) => id !== model.id),
    `${model.name} poistettiin vertailusta.`,
  );
  /** @type {NodeListOf<HTMLElement>} */
  const left = tray.querySelectorAll(".tray__remove");
  (
    left[Math.min(index, left.length - 1)] ??
    buttons.find((button) => button.dataset.pick === model.id)
  )?.focus();
}

function draw(message = "") {
  const models = picks();
  for (const button of buttons) {
    const picked = models.some(({ id }) => id === button.dataset.pick);
    button.hidden = false;
    button.setAttribute("aria-pressed", String(picked));
    const { name, place } = button.dataset;
    button.replaceChildren(
      picked ? "✓ Vertailussa" : "+ Lisää vertailuun",
      el("span", { class: "visually-hidden" }, `: ${name}, ${place}`),
    );
  }
  if (onComparison) return;
  tray.hidden = models.length === 0;
  document.body.classList.toggle("has-tray", models.length > 0);
  summary.textContent = `Vertailussa ${models.length}`;
  go.hidden = models.length < 2;
  go.href = address(models.map(({ id }) => id));
  go.textContent = `Vertaa (${models.length})`;
  if (message) folded.open = true;
  inside.replaceChildren(
    el(
      "ul",
      { class: "tray__models" },
      ...models.map((model, index) =>
        el(
          "li",
          {},
          el("span", {}, `${model.place}: ${model.name}`),
          el(
            "button",
            {
              type: "button",
              class: "tray__remove",
              "aria-label": `Poista vertailusta: ${model.name}, ${model.place}`,
              click: () => remove(model, index),
            },
            "✕",
          ),
        ),
      ),
    ),
    el(
      "p",
      { class: "tray__go" },
      message ? el("strong", { class: "tray__message" }, message) : "",
      models.length > 1 ? "" : el("span", {}, "Valitse vielä toinen malli."),
      el(
        "button",
        {
          type: "button",
          class: "tray__clear",
          click: () => {
            change([], "Vertailu tyhjennettiin.");
            shortcut.remove();
            buttons[0]?.focus();
          },
        },
        "Tyhjennä",
      ),
    ),
  );
}

document.body.append(tray, said);
for (const button of buttons)
  button.addEventListener("click", () => {
    toggle(button);
    offer(button);
  });
addEventListener("pageshow", () => draw());
draw();
