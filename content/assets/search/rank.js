// @ts-check
/* Documents in order of how well they answer the slots. */
const REGION = 220; // how much a document tells of its own region
const FIRM = 130; // a word that tells this much of a document answers fully
const HAS = 0.17; // how much one answers that is only somewhere in its text
const [TYPE_HAS, TYPE_FIRM] = [0.1, 160]; // where a type of model is asked, likewise: its own models before those that only mention it
const SURE = 0.7; // ways that mean the whole of what was asked
const UNKNOWN = 4; // how much a word that is nowhere counts for
const FULL = 255; // how much a record tells of its own name
const NAMED = 160; // a word that tells this much of a document is in its name or its type
const OWN = 1.3; // the record whose name was asked
const MEANT = 1.9; // a term, where it is asked what a word means
const ASKED = 0.7; // a term, where another question is asked
const COUNTED = 1.5; // an indicator, where it is asked how much
const EACH = 0.7; // how much of all a thing answers whose own name is one of those asked for
const PLACED = 0.8; // a region's page, where more than the place is asked
const UNASKED = 0.5; // a region's page that only mentions the words, where no place is asked
const ELSEWHERE = 0.5; // what is of another region than the one asked
const TYPED = 1.5; // how much rarer than what it means a word may be held, where it stands as it was typed
const SMALL = 0.1; // words that hold a question together
const WHOLE = 1.5; // how much a document that answers all is above one that answers a part
const LEAST = 0.03; // of the best score: weaker ones are none
const SEEN = 0.3; // of the best score: weaker ones are seen only when all of a kind are listed, unless
const LISTED = 60; // there are fewer than so many

const MEANING = "="; // ends the term of a meaning

/** @import { ByRegion, ByTerms, Hit, Parts, Slot, Way } from "./parts.js" */
/** @typedef {(doc: number, score: number) => void} Take */

/**
 * `meaning`: what a word means is asked; `question`: another question, to which a term is no answer; `both`: each of some
 * things; `amount`: how much or how many.
 * @typedef {{ meaning: boolean, question: boolean, both?: boolean, amount?: boolean }} Asked
 * @type {(parts: Parts, slots: Slot[], asked: Asked) => Hit[]}
 */
export function ranked(parts, slots, { meaning, question, both, amount }) {
  const alone = !question && slots.filter((slot) => !slot.small).length === 1;
  const placed =
    slots.some((slot) => slot.place) && !slots.every((slot) => slot.place || slot.small);
  const weight = parts.lajit.map(
    ([kind, , told]) =>
      (told / 100) *
      ((kind === "termi" && ((meaning && MEANT) || (question && ASKED))) ||
        (amount && kind === "mittari" && COUNTED) ||
        (placed && kind.endsWith("alue") && PLACED) ||
        1),
  );
  const size = parts.maara;
  const total = new Float32Array(size);
  const covered = new Float32Array(size);
  const named = new Float32Array(size);
  const each = new Float32Array(size);
  const factor = new Float32Array(size).fill(1);
  const ways = slots.map(() => new Int16Array(size).fill(-1));
  let all = 0;
  for (const [number, slot] of slots.entries()) {
    const { scores, worth } = answered(parts, slot, ways[number]);
    const share = slot.small ? SMALL : 1;
    const own = slot.small ? [] : itself(parts, slot);
    const typed = own.some((doc) => parts.lajit[parts.kind[doc]][0] === "tyyppi");
    const [has, firm] = typed ? [TYPE_HAS, TYPE_FIRM] : [HAS, FIRM];
    all += worth * share;
    for (let doc = 0; doc < size; doc++) {
      if (!scores[doc]) continue;
      const told = scores[doc] / worth;
      total[doc] += scores[doc] * share;
      covered[doc] += worth * share * (has + (1 - has) * Math.min(1, told / firm));
      named[doc] += worth * share * Math.min(1, told / NAMED);
      if (both && !slot.small && told > each[doc]) each[doc] = told;
    }
    if (alone) for (const doc of own) factor[doc] = OWN;
  }
  const there = regionsOf(parts, slots);
  const regional = parts.lajit.map(([kind]) => kind.endsWith("alue"));
  const unasked = !slots.some((slot) => slot.place);
  const heavy = slots.flatMap((slot, number) => (slot.small ? [] : [ways[number]]));
  if (heavy.length && !heavy.some((told) => told.some((way) => way >= 0))) return [];
  let best = 0;
  for (let doc = 0; doc < size; doc++) {
    if (!total[doc]) continue;
    if (there.size && parts.region[doc] >= 0 && !there.has(parts.region[doc]))
      total[doc] *= ELSEWHERE;
    if (unasked && regional[parts.kind[doc]] && named[doc] < all * SURE) total[doc] *= UNASKED;
    const answers = each[doc] > NAMED ? Math.max(EACH, covered[doc] / all) : covered[doc] / all;
    total[doc] *= answers ** WHOLE * weight[parts.kind[doc]];
    best = Math.max(best, total[doc] * factor[doc]);
  }
  /** @type {Hit[]} */
  const hits = [];
  for (let doc = 0; doc < size; doc++) {
    const score = total[doc] * factor[doc];
    if (!score || score < best * LEAST) continue;
    hits.push({
      doc,
      score,
      told: total[doc],
      named: named[doc] / all,
      kind: parts.kind[doc],
      ways,
    });
  }
  return inOrder(hits, best);
}

/** Regions that are asked for and have models. @type {(parts: Parts, slots: Slot[]) => Set<number>} */
const regionsOf = (parts, slots) =>
  new Set(
    slots.flatMap(({ place }) => (place && parts.alueet[place.region][7] ? [place.region] : [])),
  );

/** @type {(one: Hit, other: Hit) => number} */
export const byScore = (one, other) => other.score - one.score || one.doc - other.doc;

/**
 * The best in their order, then the rest as they come: of thousands nobody sees more than how many they are.
 * @type {(hits: Hit[], best: number) => Hit[]}
 */
function inOrder(hits, best) {
  const strong = hits.filter(({ score }) => score >= best * SEEN);
  if (strong.length < LISTED) return hits.sort(byScore);
  return [...strong.sort(byScore), ...hits.filter(({ score }) => score < best * SEEN)];
}

/**
 * What the words are the very name of: the region, or the record of the meaning.
 * @type {(parts: Parts, slot: Slot) => number[]}
 */
function itself(parts, slot) {
  /** @type {number[]} */
  const found = [];
  const { place } = slot;
  if (place)
    parts.region.forEach((region, doc) => {
      if (region === place.region && parts.lajit[parts.kind[doc]][0] === "alue") found.push(doc);
    });
  for (const way of slot.ways) {
    if (way.terms?.length !== 1 || !way.terms[0][0].endsWith(MEANING)) continue;
    const { docs, weights } = parts.postings(way.terms[0][0]);
    for (let at = 0; at < docs.length; at++) if (weights[at] === FULL) found.push(docs[at]);
  }
  return found;
}

/** @type {(parts: Parts, slot: Slot, chosen: Int16Array) => { scores: Float32Array, worth: number }} */
function answered(parts, slot, chosen) {
  const scores = new Float32Array(parts.maara);
  let worth = 0;
  const most = commonest(parts, slot.ways);
  for (const [number, way] of slot.ways.entries()) {
    /** @type {Take} */
    const take = (doc, score) => {
      if (score <= scores[doc]) return;
      scores[doc] = score;
      chosen[doc] = number;
    };
    const told =
      way.region === undefined
        ? byTerms(parts, way, slot.span.length, most * (way.weight === 1 ? TYPED : 1.1), take)
        : byRegion(parts, way, take);
    worth = Math.max(worth, told * way.weight);
  }
  return { scores, worth: worth || UNKNOWN };
}

/** @type {(parts: Parts, way: ByRegion, take: Take) => number} */
function byRegion(parts, way, take) {
  const rare = rarity(
    parts,
    parts.region.reduce((sum, region) => sum + Number(region === way.region), 0),
  );
  for (const [doc, region] of parts.region.entries())
    if (region === way.region) take(doc, rare * REGION * way.weight);
  return rare;
}

/**
 * How rare the best known of the sure names is: a rare synonym must not count for more than the name itself.
 * @param {Parts} parts
 * @param {Way[]} ways
 */
function commonest(parts, ways) {
  const counts = ways
    .flatMap((way) => (way.terms && way.weight >= SURE ? [way.terms] : []))
    .map((terms) =>
      Math.min(...terms.map((bases) => Math.max(...bases.map((base) => parts.count(base))))),
    );
  return rarity(parts, Math.max(...counts, 0));
}

/**
 * Every word of the way is wanted; of one word any of its basic forms.
 * @type {(parts: Parts, way: ByTerms, length: number, most: number, take: Take) => number}
 */
function byTerms(parts, way, length, most, take) {
  const { sums, met, best } = blank(parts.maara);
  let worth = 0;
  /** @type {number[]} */
  let touched = [];
  /** @type {number[]} */
  let left = [];
  for (const [index, bases] of way.terms.entries()) {
    let rarest = 0;
    touched = [];
    for (const base of bases) {
      const { docs, weights } = parts.postings(base);
      if (!docs.length) continue;
      const rare = Math.min(most, rarity(parts, docs.length));
      rarest = Math.max(rarest, rare);
      for (let at = 0; at < docs.length; at++) {
        const doc = docs[at];
        if (!best[doc]) touched.push(doc);
        if (rare * weights[at] > best[doc]) best[doc] = rare * weights[at];
      }
    }
    worth += rarest;
    for (const doc of touched) {
      if (met[doc] === index) {
        sums[doc] += best[doc];
        met[doc] = index + 1;
      }
      best[doc] = 0;
    }
    if (!index) left = touched;
  }
  const share = (way.weight * length) / way.terms.length;
  for (const doc of touched) if (met[doc] === way.terms.length) take(doc, sums[doc] * share);
  for (const doc of left) sums[doc] = met[doc] = 0;
  return (worth * length) / way.terms.length;
}

/** @type {{ sums: Float32Array, met: Uint8Array, best: Float32Array } | null} */
let blanks = null;

/** Numbers of every document that are nought, and are left so: thousands are not made anew for each way. @param {number} size */
function blank(size) {
  if (blanks?.sums.length !== size)
    blanks = {
      sums: new Float32Array(size),
      met: new Uint8Array(size),
      best: new Float32Array(size),
    };
  return blanks;
}

/** @type {(parts: Parts, count: number) => number} */
const rarity = (parts, count) => Math.log(1 + (parts.maara - count + 0.5) / (count + 0.5));
