/* The index is cut into words by Python and the query by the browser: both must cut the same texts in the same way. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";

import { folded, words } from "../../content/assets/search/words.js";

const told = JSON.parse(readFileSync(new URL("../search/tokens.json", import.meta.url), "utf-8"));

for (const [text, cut, plain] of told) {
  test(`words of “${text}” are those of the index`, () => {
    assert.deepEqual(words(text), cut);
    assert.deepEqual(words(text).map(folded), plain);
  });
}
