// @ts-check
/* What is shown, taken to another site: tied to the published version of the data that it is of, or as a piece of HTML. */

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

/** @param {string} text */
const escaped = (text) =>
  text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");

/**
 * A piece of HTML for another site, without script or style: a sentence or a picture with its source and licence.
 * @param {{ said: string, picture?: string, address: string, edition: string }} of
 */
export function piece({ said, picture, address, edition }) {
  const [text, where] = [escaped(said), escaped(address)];
  const shown = picture
    ? `<a href="${where}"><img src="${escaped(picture)}" alt="${text}" width="900" loading="lazy"></a>`
    : `<blockquote cite="${where}"><p>${text}</p></blockquote>`;
  const from = [
    "Lähde: ",
    `<a href="${where}">Työkykymallit</a>`,
    edition && `, ${escaped(edition)}`,
  ];
  const licence = "https://creativecommons.org/licenses/by/4.0/deed.fi";
  return `<figure lang="fi">${shown}<figcaption>${from.join("")}. <a rel="license" href="${licence}">CC BY 4.0</a></figcaption></figure>`;
}
