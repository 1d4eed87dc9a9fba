// @ts-check
/* What real parsers read back in tests/code/test_citations.py is what the browser makes. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { bibtex, csl, entries } from "../../content/assets/references.js";

/** @type {{ ris: string, bibtex: string, csl: object }[]} */
const told = JSON.parse(readFileSync(new URL("references.json", import.meta.url), "utf-8"));

test("every form of a citation is made of its RIS", () => {
  const read = entries(told.map(({ ris }) => ris).join(""));
  assert.equal(read.length, 3);
  assert.deepEqual(
    read.map((entry) => ({ bibtex: bibtex(entry), csl: csl(entry) })),
    told.map(({ ris, ...forms }) => forms),
  );
});
