// @ts-check
import assert from "node:assert/strict";
import { test } from "node:test";
import { deflateSync } from "node:zlib";
import { inflated } from "../../content/assets/read.js";

test("packed data is what it was", async () => {
  const value = [{ name: "Työkyky – ääkkösin", told: ["a", "a", null, true] }];
  const text = deflateSync(JSON.stringify(value)).toString("base64");
  assert.deepEqual(await inflated(text), value);
});
