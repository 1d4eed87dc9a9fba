// @ts-check
/* Hits, places and explanations as HTML. */
import { nearest } from "./query.js";

/** @import { Answer, Shown } from "./engine.js" */
/** @import { Piece } from "./excerpt.js" */
/** @import { County, Parts, Place, Town } from "./parts.js" */
/** @typedef {Node | string | null | undefined} Child */
/** @typedef {[label: string, url: string, ...more: string[]]} Link */

export const root = new URL("../../", import.meta.url);
/** @param {string} url */
export const at = (url) => new URL(url, root).href;
/** @param {string} query */
export const toQuery = (query) => at(`haku/?${new URLSearchParams({ q: query })}`);

/**
 * @template {keyof HTMLElementTagNameMap} K
 * @param {K} name
 * @param {Record<string, string | number | undefined>} options
 * @param {Child[]} children
 */
export function element(name, options = {}, ...children) {
  const { class: className, ...attributes } = options;
  const made = document.createElement(name);
  if (className) made.className = String(className);
  for (const [key, value] of Object.entries(attributes))
    if (value !== undefined) made.setAttribute(key, String(value));
  made.append(...children.filter((child) => child !== null && child !== undefined));
  return made;
}

/** @param {Piece[]} pieces */
const text = (pieces) =>
  pieces.map((piece) => (piece.slots.length ? element("mark", {}, piece.text) : piece.text));

export const WEAKER = "Heikompia osumia";

/**
 * One hit: title, what it is and where, the sentence that answers.
 * @param {Shown} shown
 * @param {"h2" | "h3"} level
 * @param {boolean} mixed it stands among hits of other kinds, so it tells its own
 */
export function hit({ label, title, url, note, best }, level = "h3", mixed = false) {
  const found = element(
    "li",
    { class: "hit" },
    element(level, { class: "hit__title" }, element("a", { href: at(url) }, ...text(title))),
  );
  const told = [mixed && label, note].filter(Boolean).join(" · ");
  if (told) found.append(element("p", { class: "hit__note" }, told));
  if (best) {
    const path = url.split("#")[0];
    const heading =
      best.heading &&
      element(
        "a",
        { class: "hit__where", href: at(best.anchor ? `${path}#${best.anchor}` : url) },
        best.heading,
      );
    found.append(
      element("p", { class: "hit__text" }, heading, heading ? ": " : null, ...text(best.pieces)),
    );
  }
  return found;
}

/** @param {number} count */
const models = (count) => (count === 1 ? "1 malli" : `${count} mallia`);
/** @param {Link} told */
const link = ([label, url]) => (url ? element("a", { href: at(url) }, label) : label);
/** @param {Child[]} items */
const listed = (items) =>
  items.flatMap((item, index) => [index ? (index === items.length - 1 ? " ja " : ", ") : "", item]);

/**
 * A town or a region: its county, what was tried, what stayed, whom the records name; no town is a dead end.
 * @param {Parts} parts
 * @param {Place} place
 */
async function placeCard(parts, place) {
  const [id, short] = parts.alueet[place.region];
  const county = await parts.part(`kunnat-${id}`);
  const town = place.town === undefined ? null : county.kunnat[parts.kunnat[place.town][0]];
  const card = element("section", { class: "place", "aria-label": town ? town.nimi : short });
  const name = town ? town.nimi : county.nimi;
  card.append(element("h2", {}, town ? `Oma kunta: ${town.nimi}` : name));
  if (town)
    card.append(element("p", { class: "place__county" }, belongs(parts, place, town, county)));
  if (town) card.append(employment());
  if (!county.maarat) return missing(card, parts, place, county);
  card.append(
    element(
      "p",
      {},
      `${county.missa} luettelossa on ${county.maarat}. `,
      town ? null : link(["Alueen sivu", county.osoite]),
    ),
  );
  if (town) card.append(named(town));
  if (county.kokeiltu.length) {
    const tried = county.kokeiltu.map(([label, url, count]) =>
      element("span", {}, link([label, url]), count),
    );
    card.append(element("p", {}, element("strong", {}, "Mitä kokeiltiin: "), ...listed(tried)));
  }
  if (county.jai.length) {
    const stayed = element(
      "ul",
      {},
      ...county.jai.map(([label, url, state]) =>
        element("li", {}, link([label, url]), ` – ${state}`),
      ),
    );
    card.append(
      element(
        "details",
        {},
        element(
          "summary",
          {},
          `Mikä jäi tai jatkui raporttien mukaan: ${models(county.jai.length)}`,
        ),
        stayed,
      ),
    );
  }
  if (county.ketka)
    card.append(
      element(
        "p",
        {},
        element("strong", {}, "Keneltä kysyä: "),
        `tietueissa toteuttajina ovat: ${county.ketka}.`,
      ),
    );
  return card;
}

/** What the data does not have of a town, said where it would be looked for. */
const employment = () =>
  element(
    "p",
    { class: "row-note" },
    "Kunnan ",
    element("a", { href: at("sanasto/#tyollisyysalue") }, "työllisyysaluetta"),
    " (vuodesta 2025) aineistossa ei ole. Sen kertoo kunta.",
  );

/** @type {(parts: Parts, place: Place, town: Town, county: County) => Node} */
function belongs(parts, place, town, county) {
  const today = place.within === "former" ? "kuuluu nykyisin" : "kuuluu";
  const now = place.within ? `${place.label} ${today} kuntaan ${town.nimi}. ` : "";
  const swedish = town.sv && town.sv !== town.nimi ? ` (${town.sv})` : "";
  const name = element(
    "span",
    {},
    `${now}${town.nimi}${swedish}: `,
    link([county.nimi, county.osoite || `alueet/kunnat/#${parts.alueet[place.region][0]}`]),
    county.sv ? element("span", { lang: "sv" }, ` (${county.sv})`) : "",
  );
  return name;
}

/** @param {Town} town */
function named(town) {
  if (!town.mallit.length)
    return element(
      "p",
      {},
      "Yksikään tietue ei nimeä juuri tätä kuntaa. Moni malli koskee koko aluetta.",
    );
  const rows = town.mallit.map(([label, url, state]) =>
    element("li", {}, link([label, url]), ` – ${state}`),
  );
  const few = rows.length <= 3;
  const list = element("ul", {}, ...rows);
  const told = `Kunnan nimeää ${models(rows.length)}`;
  return few
    ? element("div", {}, element("p", {}, `${told}:`), list)
    : element("details", {}, element("summary", {}, told), list);
}

/** @type {(card: HTMLElement, parts: Parts, place: Place, county: County) => HTMLElement} */
function missing(card, parts, place, county) {
  card.append(
    element(
      "p",
      {},
      `${county.missa} ei vielä ole malleja luettelossa. Se ei tarkoita, ettei alueella olisi tehty mitään.`,
    ),
  );
  const near = nearest(parts, place.region).map((number) =>
    link([parts.alueet[number][1], parts.alueet[number][5]]),
  );
  if (near.length)
    card.append(element("p", {}, "Lähimmät alueet, joilta malleja on: ", ...listed(near), "."));
  card.append(
    element(
      "p",
      {},
      element("a", { href: at("osallistu/") }, "Lisää alueesi ensimmäinen malli"),
      " · ",
      element("a", { href: at("aukot/") }, "Mitä alueista ei tiedetä?"),
    ),
  );
  return card;
}

/**
 * The same in one line, where the query asks for more than a place.
 * @param {Parts} parts
 * @param {Place} place
 */
async function placeLine(parts, place) {
  const [id, short] = parts.alueet[place.region];
  const county = await parts.part(`kunnat-${id}`);
  const town = place.town === undefined ? null : county.kunnat[parts.kunnat[place.town][0]];
  const line = element("section", { class: "place", "aria-label": town ? town.nimi : short });
  if (town)
    line.append(element("p", { class: "place__county" }, belongs(parts, place, town, county)));
  return county.maarat ? line : missing(line, parts, place, county);
}

/** @param {Answer} answer */
export const onlyPlaces = (answer) => answer.slots.every((slot) => slot.place || slot.small);

/** The whole card where only a place is asked, else a line. @param {Answer} answer */
export const cardOf = (answer) => (onlyPlaces(answer) ? placeCard : placeLine);

/**
 * A place that has models is asked: they answer before anything of no place.
 * @param {Parts} parts
 * @param {Answer} answer
 */
export const answered = (parts, { places }) => places.some(({ region }) => parts.alueet[region][7]);

/**
 * What the query was taken for, where it was not taken as written, and through which other names it was answered.
 * @param {Answer} answer
 */
export function understood(answer) {
  const lines = [
    ...(answer.fixes.length ? [better(answer)] : []),
    ...answer.via.map((way) =>
      element("p", { class: "hit__via" }, `Löytyi toisella nimellä: ${way}`),
    ),
  ];
  return lines.length ? element("div", { class: "search__meant" }, ...lines) : null;
}

/** @param {Answer} answer */
function better(answer) {
  const query = answer.fixes.reduce(
    (query, { from, to }) => query.replace(new RegExp(from, "i"), to),
    answer.query,
  );
  return element("p", {}, "Tarkoititko: ", element("a", { href: toQuery(query) }, query), "?");
}

/**
 * What stands above a list that was asked: the place, and where nothing of the list fits, why and where to go on.
 * @type {(parts: Parts, answer: Answer, any: boolean) => Promise<Node[]>}
 */
export async function explained(parts, answer, any) {
  const places = answer.places.slice(0, 1).map((place) => cardOf(answer)(parts, place));
  const told = await Promise.all(places);
  if (any || told.length) return told;
  if (!answer.hits.length) return [nothing(answer)];
  const many = answer.hits.length === 1 ? "1 osuma" : `${answer.hits.length} osumaa`;
  return [
    element(
      "p",
      { class: "search__nothing" },
      "Yksikään malli ei vastaa näihin sanoihin. Muualta luettelosta löytyy ",
      element("a", { href: toQuery(answer.query) }, many),
      ".",
    ),
  ];
}

/**
 * Nothing fits: why, and where to go on.
 * @param {Answer} answer
 */
export function nothing(answer) {
  const told = element("section", { class: "search__nothing" });
  told.append(element("h2", {}, `Sanoilla ”${answer.query}” ei löytynyt mitään`));
  told.append(
    element(
      "p",
      {},
      "Luettelo kertoo työkyvyn tuen, työllistymisen ja hyvinvoinnin edistämisen malleista. " +
        "Kokeile toista nimeä tai kokonaista sanaa. Kylän tai kaupunginosan sijaan kirjoita kunnan nimi.",
    ),
  );
  told.append(
    element(
      "ul",
      {},
      .../** @type {Link[]} */ ([
        ["Kaikki mallit", "mallit/"],
        ["Mallityypit", "tyypit/"],
        ["Kaikki kunnat", "alueet/kunnat/"],
        ["Sanasto", "sanasto/"],
        ["Mitä ei tiedetä?", "aukot/"],
        ["Lisää puuttuva malli", "osallistu/"],
      ]).map((entry) => element("li", {}, link(entry))),
    ),
  );
  return told;
}
