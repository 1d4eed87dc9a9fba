// @ts-check
/* One search: query -> what it means, hits in order, and what is shown of them. */
import { excerpt, marked, marks } from "./excerpt.js";
import { Parts } from "./parts.js";
import { understood } from "./query.js";
import { ranked } from "./rank.js";

/** @import { Hit, Place, Slot } from "./parts.js" */
/** @import { Best, Piece, Test } from "./excerpt.js" */
/** @import { Fix } from "./query.js" */
/** @typedef {{ query: string, hits: Hit[], slots: Slot[], tests: Test[], fixes: Fix[], places: Place[], via: string[] }} Answer */
/** @typedef {{ label: string, title: Piece[], url: string, note: string, best: Best | null }} Shown */

/** @type {Promise<Engine> | null} */
let starting = null;

/* The engine of this page; the first call fetches the first file. */
export function engine() {
  starting ||= new Parts(new URL("../../haku/osat/", import.meta.url))
    .start()
    .then((parts) => new Engine(parts));
  starting.catch(() => {
    starting = null;
  });
  return starting;
}

/** A letter alone asks for nothing. @param {{ key: string }[]} tokens */
const tooShort = (tokens) => tokens.every(({ key }) => /^\p{L}$/u.test(key));

const LOOKED = 8; // of the best hits: by what other name they were found is said once for all

/** @type {(slots: Slot[], hits: Hit[]) => string[]} */
const throughs = (slots, hits) => [
  ...new Set(
    hits.slice(0, LOOKED).flatMap((hit) =>
      slots.flatMap((slot, number) => {
        const way = slot.ways[hit.ways[number][hit.doc]];
        return way?.via ? [`${slot.text} → ${way.via}`] : [];
      }),
    ),
  ),
];

export class Engine {
  /** @param {Parts} parts */
  constructor(parts) {
    this.parts = parts;
  }

  /**
   * @param {string} query
   * @returns {Promise<Answer>}
   */
  async search(query, { typing = false } = {}) {
    const meant = await understood(this.parts, query, typing);
    const tests = marks(this.parts, meant.slots);
    const hits = tooShort(meant.tokens) ? [] : ranked(this.parts, meant.slots, meant);
    return { query, ...meant, tests, hits, via: throughs(meant.slots, hits) };
  }

  /**
   * Title, address, note and marked sentence of a hit.
   * @param {Answer} answer
   * @param {Hit} hit
   * @returns {Promise<Shown>}
   */
  async shown(answer, hit) {
    const [title, url, note, passages] = await this.parts.text(hit.doc);
    const { tests } = answer;
    const best = excerpt(passages, tests);
    return {
      label: this.parts.lajit[hit.kind][1],
      title: marked(title, tests),
      url,
      note,
      best,
    };
  }
}
