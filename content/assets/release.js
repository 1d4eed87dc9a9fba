// @ts-check
/* The address of what is shown, tied to the published version of the data that it is of. */

/* Pages that a version keeps: as `KEPT` of hooks/catalogue/releases/frozen.py. */
export const FROZEN =
  /^(?:(?:mallit|vertailu)\/|(?:mittarit|ristiriidat|lahteet|aukot|avoin-data)\/(?:sivu\/\d+\/)?$)/;

/**
 * The same page, choice and place in the version whose address is `release`; the address itself where it has none.
 * @param {string} here
 * @param {string} release
 */
export function tied(here, release) {
  if (!release) return here;
  const site = new URL("../../", release).href;
  if (!here.startsWith(site) || here.startsWith(release)) return here;
  const path = here.slice(site.length);
  return FROZEN.test(path.split(/[?#]/)[0]) ? release + path : here;
}

/** The version's address, where today's data are exactly that version; nothing before the first one. */
const release = () => {
  const link = document.querySelector("a[data-release]");
  return link instanceof HTMLAnchorElement ? link.href : "";
};

/** @param {string} here */
export const lasting = (here) => tied(here, release());

/** What the foot says of the data: `Tietojen versio 2026.1, 28.11.2026`. */
export const edition = () =>
  (document.querySelector("[data-edition]")?.textContent ?? "").replaceAll(/\s+/g, " ").trim();
