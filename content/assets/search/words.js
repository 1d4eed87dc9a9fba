// @ts-check
/* Words of a text as the index has them: hooks/catalogue/finnish/tokens.py cuts in the same way, and a test compares. */
const FRACTION = /(?<=\d)[ \u00a0\u202f]*\/[ \u00a0\u202f]*(?=\d)/g;
const THOUSAND = /(?<=\d)[ \u00a0\u202f](?=\d{3}(?!\d))/g;
const SUFFIX = /:[a-zåäö]{1,6}(?![\p{L}\p{N}])/gu;
const TOKEN = /\d+(?:[.,/]\d+)*(?![\p{L}\p{N}])|[\p{L}\p{N}]+/gu;

/** @param {string} text */
export const plain = (text) => text.normalize("NFC").replaceAll("\u00ad", "").toLowerCase();
/** @type {(text: string) => string[]} */
export const words = (text) =>
  plain(text).replace(FRACTION, "/").replace(THOUSAND, "").replace(SUFFIX, "").match(TOKEN) || [];
/** @param {string} text */
export const folded = (text) => text.toLowerCase().normalize("NFKD").replace(/\p{M}/gu, "");

/**
 * How many letters must change between two words, at most `most`; what follows the first in the second is free when it
 * may be an ending: a slip in an inflected word is a slip in its basic form.
 * @param {string} known
 * @param {string} typed
 * @param {number} most
 */
export function distance(known, typed, most) {
  if (known.length - typed.length > most || typed.length - known.length > most + 5) return most + 1;
  /** @type {number[]} */
  let before = [];
  let row = Array.from({ length: typed.length + 1 }, (_, index) => index);
  for (let i = 1; i <= known.length; i++) {
    const next = [i];
    let least = i;
    for (let j = 1; j <= typed.length; j++) {
      const same = known[i - 1] === typed[j - 1] ? 0 : 1;
      next[j] = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + same);
      if (i > 1 && j > 1 && known[i - 1] === typed[j - 2] && known[i - 2] === typed[j - 1]) {
        next[j] = Math.min(next[j], before[j - 2] + 1);
      }
      least = Math.min(least, next[j]);
    }
    if (least > most) return most + 1;
    [before, row] = [row, next];
  }
  const whole = row[typed.length];
  if (known.length < 6) return whole;
  const ended = Math.min(...row.slice(Math.max(known.length - 1, typed.length - 5), typed.length));
  return Math.min(whole, ended + 0.5);
}
