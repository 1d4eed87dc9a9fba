// @ts-check
/* The search page: the query and the choices are in the address, the hits are kinds of thing, one kind has pages. */
import { Choices } from "./choices.js";
import { engine } from "./engine.js";
import { grouped } from "./groups.js";
import { Lists, seen } from "./lists.js";
import { byScore } from "./rank.js";
import { answered, cardOf, element, nothing, onlyPlaces, understood, WEAKER } from "./show.js";

const PAGE = 20;
const FIRST = 3; // hits that are drawn before the rest: more do not fit a screen

/** @import { Answer } from "./engine.js" */
/** @import { Group } from "./groups.js" */
/** @import { Draw, List } from "./lists.js" */
/** @import { Hit, Parts } from "./parts.js" */
/** @import { Chosen } from "./choices.js" */

/** @type {Choices | null} */
let counting = null;

/** @param {HTMLElement} page */
export async function start(page) {
  const form = /** @type {HTMLFormElement} */ (page.querySelector("form"));
  const results = /** @type {HTMLElement} */ (page.querySelector("[data-search-results]"));
  const status = /** @type {HTMLElement} */ (page.querySelector("[role=status]"));
  const filters = /** @type {HTMLDetailsElement} */ (page.querySelector("[data-search-filters]"));
  const lists = /** @type {HTMLElement} */ (page.querySelector("[data-search-lists]"));
  const typed = /** @type {HTMLInputElement} */ (form.elements.namedItem("q"));
  const kindField = /** @type {HTMLSelectElement} */ (form.elements.namedItem("nayta"));
  const numberField = /** @type {HTMLInputElement} */ (form.elements.namedItem("sivu"));
  const fields = /** @type {(HTMLInputElement | HTMLSelectElement)[]} */ ([
    ...form.elements,
  ]).filter((field) => field.name && field.name !== "q");
  /** @returns {Chosen} */
  const state = () =>
    Object.fromEntries(
      /** @type {[string, string][]} */ ([...new FormData(form)]).filter(([, value]) => value),
    );
  const fill = () => {
    const told = new URLSearchParams(location.search);
    typed.value = told.get("q") || "";
    for (const field of fields) {
      field.value = told.get(field.name) || "";
      if (field.value !== (told.get(field.name) || "")) field.value = "";
    }
  };
  let turn = 0;
  const show = async () => {
    const mine = ++turn;
    const { q = "", nayta = "", sivu = "1", ...chosen } = state();
    const asked = q.trim() || Object.keys(chosen).length;
    filters.hidden = !asked;
    if (Object.keys(chosen).length || nayta) filters.open = true;
    lists.hidden = Boolean(asked);
    document.body.classList.toggle("asked", Boolean(asked));
    document.title = `${q ? `${q} – ` : ""}Haku – Työkykymallit`;
    if (!asked) {
      results.replaceChildren();
      status.textContent = "";
      return;
    }
    const made = await render(q.trim(), nayta, Number(sivu) || 1, chosen);
    if (mine !== turn) return;
    results.replaceChildren(...made.content);
    status.textContent = made.told;
    performance.mark("haku-alkaa"); // what fits the screen is seen before the rest is drawn and the filters are counted
    await seen();
    if (mine !== turn) return;
    const rest = await made.rest();
    if (mine !== turn) return;
    results.append(...rest);
    made.choices.show(form, chosen, made.docs);
    kinds(kindField, made.groups, nayta);
    performance.mark("haku-naytetty");
  };
  /** @param {boolean} push */
  const go = (push) => {
    const query = new URLSearchParams(state()).toString();
    history[push ? "pushState" : "replaceState"](null, "", query ? `?${query}` : location.pathname);
    return show();
  };
  fill();
  filters.open = matchMedia("(min-width: 60em)").matches;
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    numberField.value = "";
    go(true);
  });
  form.addEventListener("change", (event) => {
    if (event.target === typed) return;
    numberField.value = "";
    go(true);
  });
  form.addEventListener("reset", () =>
    setTimeout(() => {
      typed.value = new URLSearchParams(location.search).get("q") || "";
      numberField.value = "";
      go(true);
    }),
  );
  results.addEventListener("click", (event) => {
    /** @type {HTMLElement | null} */
    const to =
      event.target instanceof Element ? event.target.closest("[data-kind], [data-page]") : null;
    if (!to) return;
    event.preventDefault();
    if (to.dataset.kind !== undefined) {
      kindField.value = to.dataset.kind;
      numberField.value = "";
    }
    if (to.dataset.page) numberField.value = to.dataset.page;
    go(true).then(() => {
      results.focus();
      page.scrollIntoView();
    });
  });
  addEventListener("popstate", () => {
    fill();
    show();
  });
  await show();
}

/** @param {string} query @param {string} kind @param {number} number @param {Chosen} chosen */
async function render(query, kind, number, chosen) {
  const search = await engine();
  const { parts } = search;
  const choices = (counting ??= new Choices(await parts.part("rajaus"), parts.maara));
  const found = query ? await search.search(query) : everything(parts, choices, chosen);
  const fit = choices.fits(chosen);
  const hits = found.hits.filter((one) => fit(one.doc));
  const docs = found.hits.map((one) => one.doc);
  const { groups, weak } = grouped(parts, hits, answered(parts, found));
  const asked = number > 1 ? [] : found.places.slice(0, 2);
  const placing = asked.map((place) => cardOf(found)(parts, place));
  /** @type {Draw} */
  const draw = (list) => Promise.all(list.map((one) => search.shown(found, one)));
  const single = kind || !query;
  const last = weaker(groups, weak);
  const every = single
    ? [
        paged(
          hits.filter((one) => !kind || parts.lajit[one.kind][0] === kind).sort(byScore),
          number,
          !kind,
        ),
      ]
    : [...groups.filter((group) => group.hits.length).map(sectioned), last];
  const drawn = new Lists(every, draw);
  const [places] = await Promise.all([Promise.all(placing), drawn.more(FIRST)]);
  const first = onlyPlaces(found) ? 0 : 1;
  /** @type {(Node | null)[]} */
  const content = [query ? understood(found) : null, ...drawn.made];
  if (first === 0) content.splice(1, 0, ...places);
  else if (drawn.whole(first)) content.splice(2, 0, ...places);
  if (!hits.length && (!found.places.length || Object.keys(chosen).length))
    content.push(hits.length === found.hits.length ? nothing(found) : narrowed());
  const rest = async () => {
    const before = drawn.made.length;
    const late = first === 1 && !drawn.whole(first);
    await drawn.more(Infinity);
    if (!weak.length && last.end) last.node.append(last.end);
    const kinds = !single && !weak.length && last.end ? [last.node] : [];
    return [...(late ? places : []), ...drawn.made.slice(before), ...kinds];
  };
  const told = hits.length === 1 ? "1 osuma" : `${hits.length} osumaa`;
  return { content: content.filter((one) => one !== null), rest, told, choices, docs, groups };
}

/**
 * Hits of any kind that are weak, and the kinds of which every hit is.
 * @type {(groups: Group[], hits: Hit[]) => List}
 */
function weaker(groups, hits) {
  const links = groups
    .filter((group) => !group.hits.length)
    .map(({ kind, label, count }) =>
      element("li", {}, element("a", { href: "#", "data-kind": kind }, `${label} (${count})`)),
    );
  return {
    hits,
    level: "h3",
    mixed: true,
    list: element("ol", { class: "hits" }),
    node: element("section", { "aria-label": WEAKER }, element("h2", {}, WEAKER)),
    end: links.length ? element("ul", { class: "other-types" }, ...links) : null,
  };
}

/**
 * No query: everything that the choices have.
 * @type {(parts: Parts, choices: Choices, chosen: Chosen) => Answer}
 */
function everything(parts, choices, chosen) {
  const fit = choices.fits(chosen);
  const hits = Array.from({ length: parts.maara }, (_, doc) => doc)
    .filter(fit)
    .map((doc) => ({ doc, score: 1, told: 1, named: 1, kind: parts.kind[doc], ways: [] }));
  return { query: "", hits, slots: [], tests: [], fixes: [], places: [], via: [] };
}

/** @type {(group: Group) => List} */
function sectioned(group) {
  const more = element("a", { href: "#", "data-kind": group.kind });
  more.textContent = `Näytä kaikki ${group.count}: ${group.label.toLowerCase()}`;
  return {
    hits: group.hits,
    level: "h3",
    list: element("ol", { class: "hits" }),
    node: element("section", { "aria-label": group.label }, element("h2", {}, group.label)),
    end: group.count > group.hits.length ? element("p", {}, more) : null,
  };
}

/** @type {(hits: Hit[], number: number, mixed: boolean) => List} */
function paged(hits, number, mixed) {
  const pages = Math.max(1, Math.ceil(hits.length / PAGE));
  const here = Math.min(Math.max(1, number), pages);
  /** @type {(to: number, label: string) => Node | null} */
  const step = (to, label) =>
    to < 1 || to > pages ? null : element("a", { href: "#", "data-page": to }, label);
  return {
    hits: hits.slice((here - 1) * PAGE, here * PAGE),
    level: "h2",
    mixed,
    list: element("ol", { class: "hits", start: (here - 1) * PAGE + 1 }),
    node: element("div"),
    end:
      pages > 1
        ? element(
            "nav",
            { class: "search__pages", "aria-label": "Sivut" },
            step(here - 1, "Edellinen"),
            element("span", {}, `Sivu ${here} / ${pages}`),
            step(here + 1, "Seuraava"),
          )
        : null,
  };
}

function narrowed() {
  return element(
    "section",
    { class: "search__nothing" },
    element("h2", {}, "Rajaukset jättävät kaiken pois"),
    element("p", {}, "Poista jokin rajaus, niin osumat palaavat."),
    element("button", { type: "reset", form: "haku-lomake" }, "Poista rajaukset"),
  );
}

/** @type {(select: HTMLSelectElement, groups: Group[], chosen: string) => void} */
function kinds(select, groups, chosen) {
  const counts = new Map(groups.map((group) => [group.kind, group.count]));
  for (const option of select.options) {
    if (!option.value) continue;
    option.textContent = `${option.dataset.label} (${counts.get(option.value) || 0})`;
    option.hidden = option.disabled = !counts.get(option.value) && option.value !== chosen;
  }
}
