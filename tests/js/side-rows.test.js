/* The rows of the reader's own comparison, on made-up models. */
import assert from "node:assert/strict";
import test from "node:test";

import { csv, page, plain, rows, whyApart } from "../../content/assets/side-rows.js";

const SETTINGS = {
  sentences: ["Eri mittari: {} ja {}.", "Eri aika: {} ja {}."],
  groups: [
    ["outcome", "Tulos"],
    ["reach", "Tavoittavuus"],
  ],
  unknown: "lähteet eivät kerro",
};
const figure = (more = {}) => ({
  row: "tyossa/",
  indicator: "Työssä",
  label: "",
  means: "Työssä olevien osuus",
  group: "outcome",
  text: "3 / 10",
  notes: [],
  url: "mallit/a/#t",
  source: "s. 4",
  missing: "",
  missing_kind: "",
  compares: true,
  aspects: [
    ["m1", "osuus"],
    ["6kk", "6 kk"],
  ],
  flag: null,
  ...more,
});
const model = (name, figures, lines = []) => ({
  id: `alue/${name}`,
  name,
  place: "Keksitty",
  url: `mallit/${name}/`,
  figures,
  parts: [{ heading: "Perustiedot", rows: [{ label: "Laji", means: "", lines }] }],
});
const only = (one, other, settings = SETTINGS) =>
  rows([model("a", one), model("b", other)], settings)[0];

test("a text row tells whether the models say the same", () => {
  const mark = (one, other) =>
    rows([model("a", [], one), model("b", [], other)], SETTINGS)[0]?.mark;
  assert.equal(mark(["ryhmä"], ["ryhmä"]), "same");
  assert.equal(mark(["ryhmä"], ["yksilö"]), "differs");
  assert.equal(mark(["ryhmä"], []), "single");
  assert.equal(mark([], []), undefined);
});

test("what one model does not tell is told to be unknown", () => {
  const [row] = rows([model("a", [], ["ryhmä"]), model("b", [])], SETTINGS);
  assert.deepEqual(row.cells[1], { kind: "unknown", lines: ["lähteet eivät kerro"], notes: [] });
});

test("comparable figures that differ leave the better one untold", () => {
  const row = only([figure()], [figure({ text: "5 / 10" })]);
  assert.equal(row.mark, "unsure");
  assert.deepEqual(
    row.cells.map(({ kind }) => kind),
    ["figure", "figure"],
  );
  assert.equal(row.part, "Tulokset: Tulos");
});

test("figures that the machine does not compare are listed", () => {
  assert.equal(only([figure({ compares: false })], [figure({ text: "5 / 10" })]).mark, "listed");
});

test("equal figures are the same", () => {
  assert.equal(only([figure()], [figure()]).mark, "same");
});

test("figures of another time are apart, held against the first model", () => {
  const row = only(
    [figure()],
    [
      figure({
        text: "5 / 10",
        aspects: [
          ["m1", "osuus"],
          ["12kk", "12 kk"],
        ],
      }),
    ],
  );
  assert.equal(row.mark, "apart");
  assert.equal(row.cells[0].kind, "figure");
  assert.equal(row.cells[1].kind, "apart");
  assert.deepEqual(row.cells[1].lines, ["Eri aika: 12 kk ja 6 kk."]);
  assert.equal(row.cells[1].figure, "5 / 10");
});

test("a figure that the source tells to be missing stays missing", () => {
  const row = only([figure()], [figure({ missing: "ei mitattu", missing_kind: "unmeasured" })]);
  assert.equal(row.cells[1].kind, "missing");
  assert.equal(row.cells[1].missing, "unmeasured");
  assert.equal(row.mark, "single");
});

test("a figure of another row of the same indicator stands apart in the whole's row", () => {
  const part = figure({
    row: "tyossa/naiset",
    label: "Naiset",
    aspects: [
      ["m2", "naisten osuus"],
      ["6kk", "6 kk"],
    ],
  });
  const [whole, women] = rows([model("a", [figure()]), model("b", [part])], SETTINGS);
  assert.deepEqual(whole.cells[1], {
    kind: "apart",
    lines: ["Eri mittari: naisten osuus ja osuus."],
    notes: [],
  });
  assert.equal(women.label, "Työssä: Naiset");
  assert.equal(women.cells[0].kind, "unknown");
});

test("groups of figures follow the order of the settings", () => {
  const reach = figure({ row: "maara/", indicator: "Määrä", group: "reach" });
  const made = rows([model("a", [reach, figure()]), model("b", [])], SETTINGS);
  assert.deepEqual(
    made.map(({ part }) => part),
    ["Tulokset: Tulos", "Tulokset: Tavoittavuus"],
  );
});

test("only the first aspect that differs is told", () => {
  const other = figure({
    aspects: [
      ["m2", "määrä"],
      ["12kk", "12 kk"],
    ],
  });
  assert.equal(whyApart(figure(), other, SETTINGS.sentences), "Eri mittari: osuus ja määrä.");
  assert.equal(whyApart(figure(), figure({ text: "9" }), SETTINGS.sentences), "");
});

test("a cell as text has its figure, notes, mark and source", () => {
  const cell = {
    kind: "apart",
    lines: ["Eri aika."],
    figure: "5 / 10",
    notes: ["arvio"],
    flag: { label: "Ristiriita" },
    source: "s. 4",
  };
  assert.equal(plain(cell), "Ei vertailukelpoinen: Eri aika.\n5 / 10\narvio\nRistiriita\ns. 4");
  assert.equal(plain({ kind: "text", lines: ["a", "b"], notes: [] }), "a\nb");
});

test("the file has a byte order mark, semicolons, doubled quotes and no formula", () => {
  const models = [model("=1+1", [], ['sanoi "ei"']), model("b", [], ["-5"])];
  const [head, line, rest] = csv(models, rows(models, SETTINGS)).split("\r\n");
  assert.equal(head, '\ufeff"Osa";"Rivi";"Määritelmä";"Ero";"\'=1+1, Keksitty";"b, Keksitty"');
  assert.equal(line, '"Perustiedot";"Laji";"";"eroaa";"sanoi ""ei""";"-5"');
  assert.equal(rest, "");
});

test("a sign before a word is guarded, a negative number is not", () => {
  const cell = (text) => ({ kind: "text", lines: [text], notes: [] });
  const row = {
    part: "P",
    label: "L",
    means: "",
    mark: "same",
    cells: [cell("-sana"), cell("+3"), cell("@x")],
  };
  assert.ok(csv([], [row]).includes('"\'-sana";"+3";"\'@x"'));
});

test("a selection as a page of its own asks nothing of anybody and says how it is cited", () => {
  const models = [model("a", [], ["<b>ryhmä</b>"]), model("b", [], ["yksilö"])];
  const html = page(models, rows(models, SETTINGS), "Työkykymallit 2026. Versio 2026.1.");
  assert.ok(html.includes("&lt;b&gt;ryhmä&lt;/b&gt;") && !html.includes("<b>ryhmä"));
  assert.ok(html.includes("Työkykymallit 2026. Versio 2026.1. CC BY 4.0."));
  assert.equal(/(?:src|href)=|<script|url\(|@import/.test(html), false);
});
