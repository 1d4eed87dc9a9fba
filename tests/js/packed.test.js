// @ts-check
/* What tests/code/test_packed.py packs is what the browser unpacks. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { unpacked } from "../../content/assets/packed.js";

const told = JSON.parse(readFileSync(new URL("packed.json", import.meta.url), "utf-8"));

test("packed data is what it was", () => {
  assert.deepEqual(unpacked(told.packed), told.value);
});
