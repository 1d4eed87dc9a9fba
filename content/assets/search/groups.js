// @ts-check
/* Hits as kinds of thing: the kind of the best hit first, sources last; of each kind a few. */
/** @import { Hit, Parts } from "./parts.js" */
/** @typedef {{ kind: string, label: string, hits: Hit[], count: number }} Group */

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
const ALIKE = 0.6; // of the best score of its kind, likewise
const NEAR = 0.45; // of the best score of all: weaker ones wait behind "show all"

/**
 * @param {Parts} parts
 * @param {Hit[]} hits
 */
export function grouped(parts, hits, room = 1) {
  /** @type {Map<string, Group>} */
  const groups = new Map();
  for (const hit of hits) {
    const kind = parts.lajit[hit.kind][0];
    const group = groups.get(kind) ?? { kind, label: parts.lajit[hit.kind][1], hits: [], count: 0 };
    groups.set(kind, group);
    group.count += 1;
    const most = Math.max(1, Math.round(MOST[kind] * room));
    const strong =
      hit.score > hits[0].score * NEAR && hit.score > (group.hits[0]?.score || 0) * ALIKE;
    if (group.hits.length < most && (group.hits.length < (kind === "malli" ? 4 : 1) || strong))
      group.hits.push(hit);
  }
  const ordered = [...groups.values()];
  return [
    ...ordered.filter((group) => group.kind !== "lahde"),
    ...ordered.filter((group) => group.kind === "lahde"),
  ];
}
