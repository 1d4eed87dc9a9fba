// @ts-check
/* Data in which nothing is said twice, in full: see `hooks/catalogue/site/side_by_side/packed.py`. */

/**
 * @param {{ shapes: string[][], words: string[], value: unknown }} data
 * @returns {any}
 */
export function unpacked({ shapes, words, value }) {
  /** @param {any} one @returns {any} */
  const full = (one) => {
    if (typeof one === "number") return words[one];
    if (!Array.isArray(one)) return one;
    const [kind, ...rest] = one;
    if (!(kind < 0)) return one.map(full);
    if (kind === -1) return rest.map(full).join("");
    return Object.fromEntries(shapes[-2 - kind].map((name, at) => [name, full(rest[at])]));
  };
  return full(value);
}
