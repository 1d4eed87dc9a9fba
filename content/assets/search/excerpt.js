// @ts-check
/* The sentence that answers best, with what matched marked through inflection. */
import { folded, plain } from "./words.js";

const SENTENCE = /[^.!?]+(?:[.!?](?!\s|$)[^.!?]*)*[.!?]*\s*/g;
const WORD =
  /\d+(?:[ \u00a0\u202f]\d{3})*(?:[ \u00a0\u202f]*[.,/][ \u00a0\u202f]*\d+)*|[\p{L}\p{N}]+/gu;
const LONGEST = 260;
const FOUND = 10; // how much one word more of what was asked is worth
const SLIGHT = 1; // and the name of a place: that it is there is known
const SURE = 0.7; // ways whose words are marked: not those of a compound's parts

/** @import { Parts, Passage, Slot } from "./parts.js" */
/** @typedef {((word: string) => boolean) & { slight?: boolean }} Test */
/** @typedef {{ text: string, slots: number[] }} Piece */
/** @typedef {{ score: number, found: number, anchor: string, heading: string, pieces: Piece[] }} Best */

/**
 * Tests of a folded word, one a slot: is it what the reader asked by? Made once for all hits of a query.
 * @param {Parts} parts
 * @param {Slot[]} slots
 * @returns {Test[]}
 */
export function marks(parts, slots) {
  return slots
    .filter((slot) => !slot.small || slots.every((one) => one.small))
    .map((slot) => {
      const meant = slot.ways
        .filter((way) => way.weight >= SURE)
        .flatMap((way) => (way.terms || []).flat())
        .flatMap((term) => parts.meanings.get(term) || term);
      const terms = new Set([
        ...meant.filter((term) => term.length > 2),
        ...slot.span.flatMap((token) => token.bases),
      ]);
      const stems = new Set(slot.span.map((token) => token.key));
      const county = slot.place?.town === undefined ? slot.place?.region : undefined;
      const places = slot.place ? [slot.place.label] : [];
      if (county !== undefined) places.push(parts.alueet[county][1]);
      for (const name of places) for (const word of name.split(/[- ]/)) terms.add(folded(word));
      const starts = [...terms, ...stems]
        .filter((term) => !/^\d/.test(term))
        .map((term) => (term.length > 5 ? term.slice(0, -2) : term));
      /** @type {Test} */
      const test = (word) =>
        terms.has(word) ||
        stems.has(word) ||
        (parts.forms.get(word) || []).some((term) => terms.has(term)) ||
        starts.some((start) =>
          start.length > 4
            ? word.includes(start)
            : start.length > 2 && word.startsWith(start) && word.length - start.length < 5,
        );
      test.slight = county !== undefined;
      return test;
    });
}

/**
 * [text, marked] pieces of the best sentence, with the passage that it is of.
 * @param {Passage[]} passages
 * @param {Test[]} tests
 */
export function excerpt(passages, tests) {
  /** @type {Best | null} */
  let best = null;
  const most = tests.length * FOUND;
  const worth = (/** @type {number} */ slot) => (tests[slot].slight ? SLIGHT : FOUND);
  for (const [order, [anchor, heading, text]] of passages.entries()) {
    if (best && best.score >= most) break;
    for (const sentence of text.match(SENTENCE) || [text]) {
      const pieces = marked(sentence, tests);
      const slots = new Set(pieces.flatMap((piece) => piece.slots));
      const found = slots.size;
      const told = [...slots].reduce((sum, slot) => sum + worth(slot), 0);
      const score = told + (order === 0 ? 2 : 0) - (sentence.length > LONGEST ? 3 : 0);
      if (!best || score > best.score) best = { score, found, anchor, heading, pieces };
    }
  }
  if (best && !best.found) best.pieces = marked(passages[0][2], tests);
  if (best && !best.found) [best.anchor, best.heading] = passages[0];
  if (best) best.pieces = shortened(best.pieces);
  return best;
}

/** What each word as it stands answers, by the tests of a query: most words are in many sentences.
 * @type {WeakMap<Test[], Map<string, number[]>>} */
const remembered = new WeakMap();

/** @type {(written: string, tests: Test[]) => number[]} */
function slotsOf(written, tests) {
  const known = remembered.get(tests) ?? new Map();
  remembered.set(tests, known);
  let slots = known.get(written);
  if (!slots) {
    const word = folded(plain(written).replace(/[ \u00a0\u202f]/g, ""));
    slots = tests.flatMap((test, number) => (test(word) ? [number] : []));
    known.set(written, slots);
  }
  return slots;
}

/**
 * @param {string} text
 * @param {Test[]} tests
 */
export function marked(text, tests) {
  /** @type {Piece[]} */
  const pieces = [];
  let at = 0;
  for (const found of text.matchAll(WORD)) {
    const slots = slotsOf(found[0], tests);
    if (!slots.length) continue;
    if (found.index > at) pieces.push({ text: text.slice(at, found.index), slots: [] });
    pieces.push({ text: found[0], slots });
    at = found.index + found[0].length;
  }
  if (at < text.length) pieces.push({ text: text.slice(at), slots: [] });
  return pieces;
}

/**
 * A long sentence from before its first mark.
 * @param {Piece[]} pieces
 */
function shortened(pieces) {
  const length = pieces.reduce((sum, piece) => sum + piece.text.length, 0);
  if (length <= LONGEST) return pieces;
  const [first, ...rest] = pieces;
  let start = first;
  if (!first.slots.length && first.text.length > 90) {
    start = {
      text: `… ${first.text.slice(first.text.indexOf(" ", first.text.length - 80) + 1)}`,
      slots: [],
    };
  }
  const kept = [];
  let room = LONGEST;
  for (const piece of [start, ...rest]) {
    if (room <= 0) break;
    const text =
      piece.text.length > room && !piece.slots.length
        ? `${piece.text.slice(0, piece.text.lastIndexOf(" ", room))} …`
        : piece.text;
    kept.push({ ...piece, text });
    room -= piece.text.length;
  }
  return kept;
}
