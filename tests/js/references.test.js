// @ts-check
/* What real parsers read back in tests/code/test_citations.py is what the browser makes. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { bibtex, csl, ofDocument, ofPage, people, ris } from "../../content/assets/references.js";

/** @type {{ told: any, ris: string, bibtex: string, csl: object }[]} */
const forms = JSON.parse(readFileSync(new URL("references.json", import.meta.url), "utf-8"));

test("every form of a citation is made of what the page says", () => {
  assert.equal(forms.length, 3);
  for (const { told, ...made } of forms) {
    const entry = told.text ? ofPage(told.text, told.title, told.record) : ofDocument(told);
    assert.deepEqual({ ris: ris(entry), bibtex: bibtex(entry), csl: csl(entry) }, made);
  }
});

test("a title may end as a sentence does, and what is not known is left out", () => {
  const own = "Tietojen versio 2026.1+a, b, 1.2.2026. Saatavilla: https://a.fi/b/lahteet/x/";
  const page = ofPage(`A b 2026. Jäikö 2025. se? C. ${own}`, "Jäikö 2025. se?", "x");
  assert.deepEqual(
    ["ID", "AU", "TI", "T2", "DA", "ET", "UR"].map((tag) => page.get(tag)?.[0]),
    ["tyokykymallit-lahteet-x", "A b", "Jäikö 2025. se?", "C", "2026/02/01/", "2026.1+a, b"].concat(
      "https://a.fi/b/lahteet/x/",
    ),
  );
  const bare = { id: "a", kind: "document", language: "fi", title: "T", publisher: "P" };
  const none = { authors: "", issued: "", accessed: "", doi: "", address: "" };
  assert.deepEqual(
    [...ofDocument({ ...bare, ...none }).keys()],
    ["TY", "ID", "AU", "TI", "PB", "LA"],
  );
  const told = ofDocument({ ...bare, ...none, authors: "Tiimi", issued: "syksy 2024" });
  assert.deepEqual(
    ["AU", "T2", "PB", "PY", "DA"].map((tag) => told.get(tag)?.[0]),
    ["Tiimi", "P", "Tiimi", "2024", "2024/23//"],
  );
});

test("authors are people only where all of them are", () => {
  assert.deepEqual(people("Bond, G. R., Öhman, Å. & VanderWeele, T. J."), [
    "Bond, G. R.",
    "Öhman, Å.",
    "VanderWeele, T. J.",
  ]);
  assert.deepEqual(people("Tuomaala"), []);
  assert.deepEqual(people("Koivulan alue, tiimi & Bond, G. R."), []);
});
