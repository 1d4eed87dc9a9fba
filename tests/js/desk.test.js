// @ts-check
import assert from "node:assert/strict";
import { test } from "node:test";
import { appended, places, read, written } from "../../hooks/editor/document.js";
import { fieldsAt, orderAt, valuesAt } from "../../hooks/editor/help.js";
import { placeAt } from "../../hooks/editor/place.js";
import { issue, kindOf, letter, page, regionOf, titleOf } from "../../hooks/editor/propose.js";

const MODEL = `# alku
name: Koulutus # nimi
# ennen tyyppiä
type: koulutus
sources: [{id: raportti, at: "luvut 1, 2"}]
results:
  # ennen tulosta
  - indicator: asiakkaat
    count: 8
`;

test("a short answer takes the place of the old one and nothing else moves", () => {
  assert.equal(written(MODEL, ["results", 0, "count"], 9), MODEL.replace("count: 8", "count: 9"));
});

test("an answer with signs of YAML is quoted, in a block and within braces", () => {
  const named = written(MODEL, ["name"], "Tiimi: toinen");
  assert.equal(read(named).data.name, "Tiimi: toinen");
  const cited = written(MODEL, ["sources", 0, "at"], "luvut 3, 4 {ja} 5");
  assert.deepEqual(read(cited).data.sources, [{ id: "raportti", at: "luvut 3, 4 {ja} 5" }]);
});

test("comments survive every change, also that of the field below them", () => {
  const gone = written(MODEL, ["type"], undefined);
  for (const note of ["# alku", "# nimi", "# ennen tyyppiä", "# ennen tulosta"])
    assert.ok(gone.includes(note), note);
  assert.deepEqual(Object.keys(read(gone).data), ["name", "sources", "results"]);
});

test("notes at the ends of lines keep the two spaces that the checker wants", () => {
  const text = "name: Tiimi  # nimi\nplace: Talo #2\ntype: [a]  # tyyppi\nin_use: not  # tila\n";
  const more = written(text, ["summary"], "Kuvaus.");
  assert.deepEqual(more.match(/ +# (?:nimi|tyyppi|tila)/g), ["  # nimi", "  # tyyppi", "  # tila"]);
  assert.ok(more.includes("place: Talo #2"), "what is no note is not made one");
});

test("parts that do not exist are made, and those left empty are taken away", () => {
  const text = written("name: A\n", ["sections", "idea", "text"], "Teksti.");
  assert.deepEqual(read(text).data, { name: "A", sections: { idea: { text: "Teksti." } } });
  assert.equal(written(text, ["sections", "idea", "text"], ""), "name: A\n");
  const lines = written("sections: {}\n", ["sections", "idea", "text"], "Teksti.");
  assert.equal(lines, "sections:\n  idea:\n    text: Teksti.\n");
  assert.equal(written("", ["name"], "A"), "name: A\n");
});

test("a new field finds its place among the others", () => {
  const order = ["name", "type", "summary", "sources"];
  assert.equal(
    written("# alku\ntype: a\nsources: []\n", ["name"], "A", order),
    "name: A\n# alku\ntype: a\nsources: []\n",
  );
  assert.equal(
    written("name: A\nsources: []\n", ["summary"], "B", order),
    "name: A\nsummary: B\nsources: []\n",
  );
  assert.equal(written("name: A\n", ["other"], "B", order), "name: A\nother: B\n");
});

test("a long text is folded", () => {
  const long = "Sana ".repeat(40).trim();
  const text = written("name: A\n", ["summary"], long);
  assert.match(text, /summary: >-\n {2}Sana/);
  assert.equal(read(text).data.summary, long);
});

test("an item comes to a list, to no list, and beside a single word", () => {
  assert.equal(read(appended(MODEL, ["results"], {})).data.results.length, 2);
  assert.deepEqual(read(appended(MODEL, ["partners"], {})).data.partners, [{}]);
  assert.deepEqual(read(appended(MODEL, ["type"], "opas")).data.type, ["koulutus", "opas"]);
});

test("what cannot be read is left as it is", () => {
  const broken = "name: [A\n";
  assert.equal(written(broken, ["name"], "B"), broken);
  assert.equal(read(broken).ok, false);
});

test("a line leads to its field", () => {
  const place = places(MODEL);
  assert.deepEqual(place(2), ["name"]);
  assert.deepEqual(place(9), ["results", 0, "count"]);
});

/** @param {string} text with | where the cursor is */
function at(text) {
  const { path, key, word } = placeAt(text.replace("|", ""), text.indexOf("|"));
  return { path, key, word };
}

test("the place of the cursor is told from the indentation", () => {
  assert.deepEqual(at("name: x|"), { path: ["name"], key: false, word: "x" });
  assert.deepEqual(at("sections:\n  idea:\n    te|"), {
    path: ["sections", "idea"],
    key: true,
    word: "te",
  });
  assert.deepEqual(at("results:\n  - indicator: as|"), {
    path: ["results", "indicator"],
    key: false,
    word: "as",
  });
  assert.deepEqual(at("a:\n  - x: 1\n    sources: [{id: po|"), {
    path: ["a", "sources", "id"],
    key: false,
    word: "po",
  });
  assert.deepEqual(at("a:\n  sources: [{id: x, a|"), {
    path: ["a", "sources"],
    key: true,
    word: "a",
  });
});

const text = { kind: "text", long: false };
/** @param {string} name @param {any} node */
const field = (name, node) => ({ name, label: name, help: "Ohje.", required: false, node });
const FORM = {
  kind: "object",
  fields: [
    field("type", { kind: "list", item: { kind: "id", of: "type" } }),
    field("status", {
      kind: "either",
      words: [["fully", "kokonaan"]],
      more: { kind: "object", fields: [field("what", text)] },
    }),
    field("results", { kind: "list", item: { kind: "object", fields: [field("count", text)] } }),
  ],
};

test("names and values that may stand at a place", () => {
  const choices = { type: [{ id: "opas", name: "Opas", about: "Kirja." }] };
  assert.deepEqual(
    fieldsAt(FORM, ["results"]).map(({ apply }) => apply),
    ["count: "],
  );
  assert.deepEqual(
    fieldsAt(FORM, ["status"]).map(({ label }) => label),
    ["what"],
  );
  assert.deepEqual(valuesAt(FORM, ["type"], choices), [
    { label: "opas", detail: "Opas", info: "Kirja.", apply: "opas" },
  ]);
  assert.equal(valuesAt(FORM, ["status"], choices)[0]?.detail, "kokonaan");
  assert.deepEqual(fieldsAt(FORM, ["nothing", "here"]), []);
  assert.deepEqual(orderAt({ ...FORM, order: ["type", "status"] }, ["type"]), ["type", "status"]);
});

test("a new file goes in the address, a long or a published one by the clipboard", () => {
  const repository = "https://github.com/a/b";
  const short = page(repository, "koivula/tiimi.yml", "name: Ä\n", false);
  assert.deepEqual(short, {
    url: `${repository}/new/main/models/koivula?filename=tiimi.yml&value=name%3A%20%C3%84%0A`,
    whole: true,
  });
  assert.equal(page(repository, "koivula/tiimi.yml", "x".repeat(9000), false).whole, false);
  assert.deepEqual(page(repository, "koivula/tiimi.yml", "", true), {
    url: `${repository}/edit/main/models/koivula/tiimi.yml`,
    whole: false,
  });
});

test("every draft stands in the letter under its name", () => {
  const sent = letter([
    ["koivula/a.yml", "name: A\n"],
    ["sources/b.yml", "b: {}\n"],
  ]);
  assert.ok(sent.includes("--- models/koivula/a.yml ---\nname: A\n"));
  assert.ok(sent.includes("--- models/sources/b.yml ---\nb: {}\n"));
});

test("paths tell the kind of file", () => {
  const kinds = {
    "koivula/tiimi.yml": "model",
    "koivula/region.yml": "region",
    "sources/a.yml": "sources",
    "comparisons/a.yml": "comparison",
    "vocabulary/types.yml": "types",
    "vocabulary/reasons.yml": "named",
    "vocabulary/indicators/a.yml": "indicators",
  };
  for (const [path, kind] of Object.entries(kinds)) assert.equal(kindOf(path), kind);
});

test("several files go along as one notice, by the clipboard where the address cannot hold them", () => {
  /** @type {[string, string][]} */
  const drafts = [
    ["kainuu/tiimi.yml", "name: Tiimi\n"],
    ["sources/kainuu.yml", "raportti: {}\n"],
  ];
  const short = issue("https://koodi.esimerkki.fi/x", drafts);
  assert.ok(
    short.whole && short.url.includes(encodeURIComponent("--- models/sources/kainuu.yml ---")),
  );
  const long = issue("https://koodi.esimerkki.fi/x", [["kainuu/tiimi.yml", "x".repeat(9000)]]);
  assert.ok(!long.whole && long.url.length < 200 && long.body.includes("x".repeat(9000)));
});

test("a file is called what it is, and has a region where it is of one", () => {
  assert.equal(titleOf("kainuu/tiimi.yml"), "Malli: kainuu/tiimi.yml");
  assert.equal(titleOf("kainuu/region.yml"), "Alue: kainuu/region.yml");
  assert.equal(titleOf("vocabulary/types.yml"), "Sanasto: vocabulary/types.yml");
  assert.equal(regionOf("kainuu/tiimi.yml"), "kainuu");
  assert.equal(regionOf("sources/kainuu.yml"), "");
});
