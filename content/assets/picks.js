/* The models that a reader has picked for comparing: kept for the visit, shared by the address of the comparison page. */
const KEY = "vertailuun";
export const MOST = 4;
export const ID = /^[a-z0-9-]+\/[a-z0-9-]+$/;
const PAGE = new URL("../vertailu/omat/", import.meta.url);

/* What is picked, in order: [{id, name, place}]. Storage may be forbidden or hold anything. */
export function picks() {
  try {
    const kept = JSON.parse(sessionStorage.getItem(KEY)) ?? [];
    return kept.filter(({ id, name, place }) => ID.test(id) && [name, place].every((text) => typeof text === "string")).slice(0, MOST);
  } catch {
    return [];
  }
}

export function keep(models) {
  try {
    sessionStorage.setItem(KEY, JSON.stringify(models.map(({ id, name, place }) => ({ id, name, place }))));
  } catch { /* a reader who forbids storage still compares by address */ }
}

/* The address that shows these models; readable, so slashes and commas stay. */
export function address(ids, onlyDifferences = false) {
  const query = [...(ids.length ? [`mallit=${ids.join(",")}`] : []), ...(onlyDifferences ? ["erot=1"] : [])].join("&");
  return PAGE.pathname + (query && `?${query}`);
}

/* An element with attributes and children; text is always text, never HTML. */
export function el(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (typeof value === "function") made.addEventListener(key, value);
    else if (value !== false && value !== undefined) made.setAttribute(key, value === true ? "" : value);
  }
  made.append(...children.filter((child) => child !== "" && child !== null && child !== undefined));
  return made;
}
