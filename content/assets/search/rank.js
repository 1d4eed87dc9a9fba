// @ts-check
/* Documents in order of how well they answer the slots. */
const REGION = 150; // how much a document tells of its own region
const FIRM = 90; // a word that tells this much of a document answers fully; one deep in its text only half
const SURE = 0.7; // ways that mean the whole of what was asked
const UNKNOWN = 4; // how much a word that is nowhere counts for

/** @import { ByRegion, ByTerms, Parts, Slot, Way } from "./parts.js" */
/** @typedef {(doc: number, score: number) => void} Take */

/** @type {(parts: Parts, slots: Slot[], meaning: boolean) => (import("./parts.js").Hit & { whole: number })[]} */
export function ranked(parts, slots, meaning) {
  const placed =
    slots.some((slot) => slot.place) && !slots.every((slot) => slot.place || slot.small);
  const weight = parts.lajit.map(
    ([kind, , told]) =>
      (told / 100) *
      ((meaning && kind === "termi" && 1.6) || (placed && kind.endsWith("alue") && 0.6) || 1),
  );
  const size = parts.maara;
  const total = new Float32Array(size);
  const covered = new Float32Array(size);
  const chosen = slots.map(() => new Int16Array(size).fill(-1));
  let all = 0;
  for (const [number, slot] of slots.entries()) {
    const { scores, worth } = answered(parts, slot, chosen[number]);
    const share = slot.small ? 0.1 : 1;
    all += worth * share;
    for (let doc = 0; doc < size; doc++) {
      if (!scores[doc]) continue;
      total[doc] += scores[doc] * share;
      covered[doc] += worth * share * (0.5 + 0.5 * Math.min(1, scores[doc] / (worth * FIRM)));
    }
  }
  const hits = [];
  for (let doc = 0; doc < size; doc++) {
    if (!total[doc]) continue;
    const whole = covered[doc] / all;
    const score = total[doc] * whole * whole * weight[parts.kind[doc]];
    hits.push({ doc, score, whole, kind: parts.kind[doc], ways: chosen.map((list) => list[doc]) });
  }
  hits.sort((one, other) => other.score - one.score || one.doc - other.doc);
  const least = (hits[0]?.score || 0) * 0.12;
  const wholes = hits.some((hit) => hit.whole > 0.99);
  return hits.filter((hit) => hit.score >= least && (!wholes || hit.whole > 0.25));
}

/** @type {(parts: Parts, slot: Slot, chosen: Int16Array) => { scores: Float32Array, worth: number }} */
function answered(parts, slot, chosen) {
  const scores = new Float32Array(parts.maara);
  let worth = 0;
  const rarest = commonest(parts, slot.ways) * 1.1;
  for (const [number, way] of slot.ways.entries()) {
    /** @type {Take} */
    const take = (doc, score) => {
      if (score <= scores[doc]) return;
      scores[doc] = score;
      chosen[doc] = number;
    };
    const told =
      way.region === undefined
        ? byTerms(parts, way, slot.span.length, rarest, take)
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
  const sums = new Map();
  let worth = 0;
  for (const [index, bases] of way.terms.entries()) {
    const best = new Map();
    let rarest = 0;
    for (const base of bases) {
      const count = parts.count(base);
      if (!count) continue;
      const rare = Math.min(most, rarity(parts, count));
      rarest = Math.max(rarest, rare);
      parts.each(base, (doc, weight) => {
        if (rare * weight > (best.get(doc) || 0)) best.set(doc, rare * weight);
      });
    }
    worth += rarest;
    if (index === 0) for (const [doc, score] of best) sums.set(doc, score);
    else
      for (const [doc, score] of sums)
        if (best.has(doc)) sums.set(doc, score + best.get(doc));
        else sums.delete(doc);
  }
  const share = (way.weight * length) / way.terms.length;
  for (const [doc, score] of sums) take(doc, score * share);
  return (worth * length) / way.terms.length;
}

/** @type {(parts: Parts, count: number) => number} */
const rarity = (parts, count) => Math.log(1 + (parts.maara - count + 0.5) / (count + 0.5));
