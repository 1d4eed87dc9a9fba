// @ts-check
import assert from "node:assert/strict";
import { test } from "node:test";
import { told } from "../../content/assets/spared.js";

test("a menu leads where it says, or where the link before it leads, or to what is around it", () => {
  const said = "Koivula, Tiimi: Asiakkaat: 8.";
  assert.deepEqual(told([said, "../b/", "Asiakkaat"], "../a/"), {
    said,
    at: "../b/",
    name: "Asiakkaat",
  });
  assert.equal(told([said, "<", "Asiakkaat"], "../a/").at, "../a/");
  assert.equal("at" in told([said, "", "Asiakkaat"], "../a/"), false);
});
