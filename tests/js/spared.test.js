// @ts-check
import assert from "node:assert/strict";
import { test } from "node:test";
import { full } from "../../content/assets/spared.js";

test("numbers in braces are the pieces that a page says once", () => {
  const words = ["Koivula, Tiimi: ", " (Kaikki $& asiakkaat; 2023). Lähde: Raportti, luku 2."];
  assert.equal(full("{0}Asiakkaat: 8{1}", words), `${words[0]}Asiakkaat: 8${words[1]}`);
});

test("a sentence without shared pieces is told as it is", () => {
  assert.equal(full("Koivula: Asiakkaat: 8.", ["muu"]), "Koivula: Asiakkaat: 8.");
});
