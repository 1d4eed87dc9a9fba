// @ts-check
/* The models that a reader has picked for comparing: kept for the visit, shared by the address of the comparison page. */
/** @typedef {{ id: string, name: string, place: string }} Pick */
const KEY = "vertailuun";
export const MOST = 4;
export const ID = /^[a-z0-9-]+\/[a-z0-9-]+$/;
const PAGE = new URL("../vertailu/omat/", import.meta.url);

/**
 * What is picked, in order. Storage may be forbidden or hold anything.
 * @returns {Pick[]}
 */
export function picks() {
  try {
    /** @type {Pick[]} */
    const kept = JSON.parse(sessionStorage.getItem(KEY) ?? "null") ?? [];
    return kept
      .filter(
        ({ id, name, place }) =>
          ID.test(id) && [name, place].every((text) => typeof text === "string"),
      )
      .slice(0, MOST);
  } catch {
    return [];
  }
}

/** @param {Pick[]} models */
export function keep(models) {
  try {
    sessionStorage.setItem(
      KEY,
      JSON.stringify(models.map(({ id, name, place }) => ({ id, name, place }))),
    );
  } catch {
    /* a reader who forbids storage still compares by address */
  }
}

/**
 * The address that shows these models; readable, so slashes and commas stay.
 * @param {string[]} ids
 */
export function address(ids, onlyDifferences = false) {
  const query = [
    ...(ids.length ? [`mallit=${ids.join(",")}`] : []),
    ...(onlyDifferences ? ["erot=1"] : []),
  ].join("&");
  return PAGE.pathname + (query && `?${query}`);
}

/** @typedef {string | number | boolean | undefined | (() => void)} Attribute */
/**
 * An element with attributes and children; text is always text, never HTML.
 * @template {keyof HTMLElementTagNameMap} K
 * @param {K} name
 * @param {Record<string, Attribute>} attributes
 * @param {(Node | string | null | undefined)[]} children
 */
export function el(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (typeof value === "function") made.addEventListener(key, value);
    else if (value !== false && value !== undefined)
      made.setAttribute(key, value === true ? "" : String(value));
  }
  for (const child of children)
    if (child !== "" && child !== null && child !== undefined) made.append(child);
  return made;
}
