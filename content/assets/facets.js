// @ts-check
/* Filters of a list: `data-facets` names the things to list, their data attributes are compared with what is chosen.
   Without script everything is listed; with it the choice is in the address, beside a possible anchor. Every choice tells
   how much it would leave, and one that would leave nothing is out of the way. */
/** @import { Hit, Slot } from "./search/parts.js" */
/** @typedef {[name: string, value: string]} Wanted */

/**
 * Does a thing have the value? Its data attribute holds values between spaces.
 * @param {{ dataset: DOMStringMap }} item
 * @param {string} name
 * @param {string} value
 */
export const has = (item, name, value) => values(item, name).includes(value);

/**
 * Its values of one name.
 * @param {{ dataset: DOMStringMap }} item
 * @param {string} name
 */
const values = (item, name) => (item.dataset[name] || "").split(" ");

/**
 * Does a thing have all that is wanted? What is typed is asked of `typed`.
 * @template {{ dataset: DOMStringMap }} T
 * @param {T} item
 * @param {Wanted[]} wanted
 * @param {(item: T) => boolean} typed
 */
export const fits = (item, wanted, typed) =>
  wanted.every(([name, value]) => (name === "haku" ? typed(item) : has(item, name, value)));

/** Does a hit answer every part of what was asked? @type {(slots: Slot[], hit: Hit) => boolean} */
export const hasAll = (slots, { ways, doc }) =>
  slots.every((slot, number) => slot.small || ways[number][doc] >= 0);

/** @type {HTMLFormElement | null} */
const form = document.querySelector("[data-facets]");
if (form) {
  /** @param {string} selector */
  const all = (selector) => [
    .../** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll(selector)),
  ];
  const items = all(form.dataset.facets ?? "");
  const groups = all("[data-group]");
  const output = /** @type {HTMLOutputElement} */ (form.querySelector("output"));
  /** @type {(item: HTMLElement) => boolean} */
  let typed = () => true;
  const chosen = () =>
    /** @type {Wanted[]} */ ([...new FormData(form)].filter(([, value]) => value));
  /** @param {Wanted[]} wanted */
  const count = (wanted) => {
    for (const select of form.querySelectorAll("select")) {
      const left = items.filter((item) =>
        fits(
          item,
          wanted.filter(([name]) => name !== select.name),
          typed,
        ),
      );
      /** @type {Map<string, number>} */
      const counts = new Map();
      for (const item of left)
        for (const value of values(item, select.name))
          counts.set(value, (counts.get(value) ?? 0) + 1);
      for (const option of select.options) {
        if (!option.value) continue;
        const many = counts.get(option.value) ?? 0;
        const told = `${option.dataset.label} (${many})`;
        if (option.textContent !== told) option.textContent = told;
        option.hidden = option.disabled = !many && !option.selected;
      }
    }
  };
  const show = () => {
    const wanted = chosen();
    for (const item of items) item.hidden = !fits(item, wanted, typed);
    for (const group of groups) {
      const members = items.filter((item) => group.contains(item));
      group.hidden = members.length > 0 && members.every((item) => item.hidden);
    }
    const shown = items.filter((item) => !item.hidden).length;
    output.textContent = shown === 1 ? `1 ${form.dataset.one}` : `${shown} ${form.dataset.many}`;
    count(wanted);
    return new URLSearchParams(wanted).toString();
  };
  /* Words in any order and without marks; a list whose things the search knows is asked of the search,
     where the browser can unpack what that reads. */
  let turn = 0;
  const read = async () => {
    const mine = ++turn;
    const field = /** @type {HTMLInputElement | null} */ (form.elements.namedItem("haku"));
    const query = field?.value.trim() || "";
    told?.replaceChildren();
    if (!query) typed = () => true;
    else if (form.dataset.searched && "DecompressionStream" in globalThis)
      typed = await asked(query);
    else {
      const { folded, words } = await import("./search/words.js");
      const wanted = words(query).map(folded);
      typed = (item) => {
        const text = ` ${words(item.textContent ?? "")
          .map(folded)
          .join(" ")} `;
        return wanted.every((word) => text.includes(word));
      };
    }
    return mine === turn;
  };
  const told = document.querySelector("[data-told]");
  /* Things that have every word, or where none has, any of them; a town and what is not found are explained. */
  /** @type {(query: string) => Promise<(item: HTMLElement) => boolean>} */
  const asked = async (query) => {
    const mine = turn;
    const { engine } = await import("./search/engine.js");
    const search = await engine();
    const found = await search.search(query, { typing: true });
    const listed = new Set(items.map((item) => Number(item.dataset.doc)));
    const any = found.hits.filter((hit) => listed.has(hit.doc));
    const whole = any.filter((hit) => hasAll(found.slots, hit));
    const known = new Set((whole.length ? whole : any).map((hit) => hit.doc));
    const { explained } = await import("./search/show.js");
    const nodes = await explained(search.parts, found, known.size > 0);
    if (mine === turn) told?.replaceChildren(...nodes);
    return (item) => known.has(Number(item.dataset.doc));
  };
  /** @param {boolean} step a choice is a step that Back undoes, a letter typed is none */
  const apply = async (step) => {
    if (!(await read())) return;
    const query = show();
    const address = (query ? `?${query}` : location.pathname) + location.hash;
    history[step ? "pushState" : "replaceState"](null, "", address);
  };
  /** @type {NodeListOf<HTMLInputElement>} */
  const silent = form.querySelectorAll("input[type=hidden]");
  const clear = () => {
    for (const field of silent) field.value = "";
  };
  let byReader = true;
  const empty = () => {
    byReader = false;
    form.reset();
    byReader = true;
  };
  const fill = () => {
    empty();
    clear();
    for (const [name, value] of new URLSearchParams(location.search)) {
      const field = /** @type {HTMLInputElement | HTMLSelectElement | null} */ (
        form.elements.namedItem(name)
      );
      if (!field) continue;
      const former = [...("options" in field ? field.options : [])].find((option) =>
        (option.dataset.former || "").split(" ").includes(value),
      );
      field.value = former ? former.value : value;
      if (field.value !== value && !former) field.value = "";
    }
    for (const fold of form.querySelectorAll("details")) {
      if ([...fold.querySelectorAll("select")].some((select) => select.value)) fold.open = true;
    }
  };
  /* A link to something that the filters hide shows everything again. */
  const reveal = () => {
    const target =
      location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target) return;
    if (target.closest("[hidden]")) {
      empty();
      clear();
      read().then(show);
    }
    target.scrollIntoView();
  };
  fill();
  form.hidden = false;
  form.addEventListener("input", ({ target }) => apply(target instanceof HTMLSelectElement));
  form.addEventListener("reset", () => {
    const step = byReader;
    clear();
    setTimeout(() => apply(step));
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  addEventListener("hashchange", reveal);
  addEventListener("popstate", () => {
    fill();
    setTimeout(() => read().then(show));
  });
  setTimeout(() => {
    fill();
    show();
    const asks = chosen().some(([name]) => name === "haku");
    (asks ? read().then(show) : Promise.resolve()).then(reveal);
  });
}
