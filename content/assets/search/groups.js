// @ts-check
/* Hits as kinds of thing, the kind of the best hit first: but comparisons and types that answer the words come before
   single models, and sources last. Of each kind a few, of one whose
   hits are all weak none. Where the strong ones are few, the best of the weak follow them, of any kind. */
/** @import { Hit, Parts } from "./parts.js" */
/** @typedef {{ kind: string, label: string, hits: Hit[], count: number }} Group */
/** @typedef {{ groups: Group[], weak: Hit[] }} Grouped */

/** @type {Record<string, number>} */
const MOST = {
  malli: 8,
  muu: 4,
  "tyhja-alue": 2,
  maininta: 3,
  lahde: 3,
  ristiriita: 2,
  mittari: 3,
  termi: 3,
  ohjelma: 3,
  sivu: 2,
  tyyppi: 3,
  vertailu: 3,
  alue: 2,
};
const LEADING = ["vertailu", "tyyppi"];
const SINGLE = ["malli", "muu", "maininta", "ristiriita", "lahde"];
const LEADS = 0.6; // of the best score of all, and
const NAMED = 0.8; // of the words in the name
const ALIKE = 0.7; // of the best score of its kind, likewise
const NEAR = 0.45; // of the best score of all: weaker ones wait behind "show all", unless
const PLACED = 0.5; // of both, where a place is asked: what is there answers
const FEW = 6; // fewer than these would be shown

/**
 * @param {Parts} parts
 * @param {Hit[]} hits
 * @param {boolean} placed a place is asked for: models of the place come first
 * @returns {Grouped}
 */
export function grouped(parts, hits, placed, room = 1) {
  /** @type {Map<string, Group>} */
  const groups = new Map();
  /** @type {Hit[]} */
  const waiting = [];
  let shown = 0;
  const best = Math.max(...hits.slice(0, FEW).map(({ told }) => told));
  for (const hit of hits) {
    const kind = parts.lajit[hit.kind][0];
    const group = groups.get(kind) ?? { kind, label: parts.lajit[hit.kind][1], hits: [], count: 0 };
    groups.set(kind, group);
    group.count += 1;
    const most = Math.max(1, Math.round(MOST[kind] * room));
    const enough = placed ? PLACED : 1;
    const own = (group.hits[0]?.told || 0) * ALIKE;
    const strong = hit.told > best * NEAR * enough && hit.told > own * enough;
    if (group.hits.length < most && strong) {
      group.hits.push(hit);
      shown += 1;
    } else waiting.push(hit);
  }
  const weak = waiting.slice(0, Math.max(0, FEW - shown));
  const ordered = [...groups.values()].sort(
    (one, other) => Number(one.kind === "lahde") - Number(other.kind === "lahde"),
  );
  const single = ordered.findIndex(({ kind }) => SINGLE.includes(kind));
  const leads = placed
    ? []
    : ordered
        .slice(Math.max(single, 0))
        .filter(
          ({ kind, hits: [first] }) =>
            LEADING.includes(kind) && first && first.told > best * LEADS && first.named > NAMED,
        );
  const inOrder =
    single < 0
      ? ordered
      : [
          ...ordered.slice(0, single),
          ...leads,
          ...ordered.slice(single).filter((group) => !leads.includes(group)),
        ];
  return { groups: inOrder, weak };
}
