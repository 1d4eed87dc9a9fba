// @ts-check
/* The dialog over any page: the best hits while typing; Enter or the last link leads to the search page. */
import { engine } from "./engine.js";
import { grouped } from "./groups.js";
import { Lists, seen } from "./lists.js";
import {
  answered,
  cardOf,
  element,
  nothing,
  onlyPlaces,
  toQuery,
  understood,
  WEAKER,
} from "./show.js";

const SHOWN = 8;
const FIRST = 4; // hits that are drawn before the rest: more do not fit a screen
/** @import { Group } from "./groups.js" */
/** @import { Hit } from "./parts.js" */
/** @import { List } from "./lists.js" */
/** @typedef {{ box: HTMLDialogElement, field: HTMLInputElement, ask: () => Promise<void> }} Built */
/** @type {Built | null} */
let built = null;

/** @type {(form: HTMLFormElement, text: string) => void} */
export function dialog(form, text) {
  built ||= build(form);
  const { box, field } = built;
  field.value = text;
  if (!box.open) box.showModal();
  field.focus();
  field.setSelectionRange(text.length, text.length);
  built.ask();
  engine();
}

/** @type {(form: HTMLFormElement) => Built} */
function build(form) {
  const field = element("input", {
    type: "search",
    name: "q",
    autocomplete: "off",
    "aria-label": "Hae mallia, kuntaa tai termiä",
    placeholder: "Hae mallia, kuntaa tai termiä",
    enterkeyhint: "search",
  });
  const asking = element(
    "form",
    { class: "search-box__form", role: "search", action: form.action },
    field,
    element("button", {}, "Hae"),
  );
  const close = element(
    "button",
    { type: "button", class: "search-box__close", "aria-label": "Sulje haku" },
    "×",
  );
  const status = element("p", { class: "visually-hidden", role: "status" });
  const results = element("div", { class: "search-box__results" });
  const box = element(
    "dialog",
    { class: "search-box md-typeset", "aria-label": "Haku" },
    element("div", { class: "search-box__top" }, asking, close),
    status,
    results,
  );
  document.body.append(box);
  const header = /** @type {HTMLInputElement} */ (form.elements.namedItem("q"));
  close.addEventListener("click", () => box.close());
  box.addEventListener("click", (event) => {
    if (event.target === box) box.close();
  });
  box.addEventListener("close", () => {
    header.value = "";
    /** @type {HTMLElement | null} */ (
      header.checkVisibility() ? header : document.querySelector(".site-header a.icon")
    )?.focus();
  });
  box.addEventListener("keydown", (event) => move(event, box, field, results));
  let turn = 0;
  const ask = async () => {
    const query = field.value.trim();
    const mine = ++turn;
    if (!query) {
      results.replaceChildren();
      status.textContent = "";
      return;
    }
    const found = await answer(query);
    if (mine !== turn) return;
    results.replaceChildren(...found.content);
    status.textContent = found.told;
    performance.mark("haku-alkaa"); // what fits the screen is seen before the rest is drawn
    await seen();
    if (mine !== turn) return;
    const more = await found.rest();
    if (mine !== turn) return;
    for (const node of more) results.insertBefore(node, found.end);
    performance.mark("haku-naytetty");
  };
  field.addEventListener("input", ask);
  return { box, field, ask };
}

/**
 * What is shown at once, and what comes then before the end.
 * @type {(query: string) => Promise<{ content: Node[], told: string, end: Node | null, rest: () => Promise<Node[]> }>}
 */
async function answer(query) {
  const search = await engine();
  const found = await search.search(query, { typing: true });
  const { groups, weak } = grouped(search.parts, found.hits, answered(search.parts, found), 0.5);
  const lists = [...few(groups).map(listed), listed({ label: WEAKER, hits: weak, mixed: true })];
  const drawn = new Lists(lists, (list) =>
    Promise.all(list.map((one) => search.shown(found, one))),
  );
  const [places] = await Promise.all([
    Promise.all(found.places.slice(0, 1).map((place) => cardOf(found)(search.parts, place))),
    drawn.more(FIRST),
  ]);
  const all = found.hits.length === 1 ? "1 osuma" : `${found.hits.length} osumaa`;
  const end = found.hits.length
    ? element(
        "p",
        { class: "search-box__all" },
        element("a", { href: toQuery(query) }, `Näytä kaikki: ${all}`),
      )
    : found.places.length
      ? null
      : nothing(found);
  const [first, ...others] = drawn.made;
  const content = onlyPlaces(found) ? [...places, first, ...others] : [first, ...places, ...others];
  return {
    content: [understood(found), ...content, end].filter((one) => one instanceof Node),
    told: found.hits.length ? all : "Ei osumia",
    end,
    rest: async () => {
      const before = drawn.made.length;
      await drawn.more(Infinity);
      return drawn.made.slice(before);
    },
  };
}

/** @type {(told: { label: string, hits: Hit[], mixed?: boolean }) => List} */
const listed = ({ label, hits, mixed }) => ({
  hits,
  level: "h3",
  mixed,
  list: element("ol", { class: "hits" }),
  node: element("section", { "aria-label": label }, element("h2", {}, label)),
  end: null,
});

/** @type {(groups: Group[]) => Group[]} */
function few(groups) {
  let left = SHOWN;
  return groups
    .map((group) => {
      const hits = group.hits.slice(0, Math.max(0, left));
      left -= hits.length;
      return { ...group, hits };
    })
    .filter(({ hits }) => hits.length);
}

/**
 * Escape closes; arrows go between the field and the links; Home is the field.
 * @type {(event: KeyboardEvent, box: HTMLDialogElement, field: HTMLInputElement, results: HTMLElement) => void}
 */
function move(event, box, field, results) {
  if (event.key === "Escape") {
    // in a search field it would only empty it
    event.preventDefault();
    box.close();
    return;
  }
  if (!["ArrowDown", "ArrowUp", "Home"].includes(event.key)) return;
  if (event.key === "Home" && event.target === field) return;
  /** @type {NodeListOf<HTMLElement>} */
  const links = results.querySelectorAll(".hit__title a, .search-box__all a, .search__meant a");
  const stops = [field, ...links];
  const now = stops.findIndex((stop) => stop === document.activeElement);
  if (now < 0) return;
  event.preventDefault();
  const next =
    event.key === "Home"
      ? 0
      : Math.min(stops.length - 1, Math.max(0, now + (event.key === "ArrowDown" ? 1 : -1)));
  stops[next].focus();
}
