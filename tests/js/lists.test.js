/* Filters and order of lists, and the address of a comparison. These scripts look for their page when they load:
   here no page has anything for them. */
import assert from "node:assert/strict";
import test from "node:test";

globalThis.document = { querySelector: () => null, querySelectorAll: () => [] };
const { fits, has } = await import("../../content/assets/facets.js");
const { asked, compare, told } = await import("../../content/assets/sort.js");
const { hidden } = await import("../../content/assets/frames.js");
const { ID, address } = await import("../../content/assets/picks.js");

const item = { dataset: { tyyppi: "ryhma valmennus", alue: "keksitty" } };
const never = () => false;

test("a thing has each of its values, and no part of one", () => {
  assert.ok(has(item, "tyyppi", "ryhma"));
  assert.ok(has(item, "tyyppi", "valmennus"));
  assert.ok(!has(item, "tyyppi", "ryh"));
  assert.ok(!has(item, "ohjelma", "ryhma"));
});

test("everything chosen has to fit", () => {
  assert.ok(
    fits(
      item,
      [
        ["tyyppi", "ryhma"],
        ["alue", "keksitty"],
      ],
      never,
    ),
  );
  assert.ok(
    !fits(
      item,
      [
        ["tyyppi", "ryhma"],
        ["alue", "muu"],
      ],
      never,
    ),
  );
  assert.ok(fits(item, [], never));
});

test("what is typed is asked of the search and of nothing else", () => {
  assert.ok(!fits(item, [["haku", "ryhma"]], never));
  assert.ok(fits(item, [["haku", "jotain"]], (asked) => asked === item));
  assert.ok(
    !fits(
      item,
      [
        ["haku", "jotain"],
        ["alue", "muu"],
      ],
      () => true,
    ),
  );
});

test("numbers are ordered as numbers, words as Finnish", () => {
  assert.deepEqual(["10", "9", "-1", "-2", "2.5", "2.25"].sort(compare), [
    "-2",
    "-1",
    "2.25",
    "2.5",
    "9",
    "10",
  ]);
  assert.deepEqual(["Äänekoski", "Öja", "Zeta", "Åbo", "Aura"].sort(compare), [
    "Aura",
    "Zeta",
    "Åbo",
    "Äänekoski",
    "Öja",
  ]);
  assert.deepEqual(["osa 10", "osa 9"].sort(compare), ["osa 9", "osa 10"]);
  assert.equal(compare("7", "7"), 0);
});

test("an order is read from the address and said aloud without ranking anybody", () => {
  assert.deepEqual(asked(""), { key: "", order: "none" });
  assert.deepEqual(asked("asiakkaat"), { key: "asiakkaat", order: "ascending" });
  assert.deepEqual(asked("-asiakkaat"), { key: "asiakkaat", order: "descending" });
  assert.equal(told("", "none", true), "Rivit ovat taulukon omassa järjestyksessä.");
  assert.equal(told("Alue", "ascending", false), "Järjestetty: Alue, aakkosjärjestys.");
  assert.equal(
    told("Asiakkaat", "descending", true),
    "Järjestetty: Asiakkaat, suurin ensin. Järjestys ei kerro paremmuudesta.",
  );
});

test("a frame tells at which edges something is out of sight", () => {
  assert.equal(hidden(0, 400, 400), "");
  assert.equal(hidden(0, 400, 900), "end");
  assert.equal(hidden(100, 400, 900), "start end");
  assert.equal(hidden(500, 400, 900), "start");
});

test("an address of a comparison stays readable", () => {
  const query = (...given) => address(...given).split("?")[1];
  assert.equal(query(["a/b", "c/d"]), "mallit=a/b,c/d");
  assert.equal(query(["a/b"], true), "mallit=a/b&erot=1");
  assert.equal(query([]), undefined);
  assert.ok(address([]).endsWith("/vertailu/omat/"));
});

test("an id is a region and a model", () => {
  assert.ok(ID.test("keksitty-alue/malli-1"));
  assert.ok(!ID.test("keksitty"));
  assert.ok(!ID.test("a/b/c"));
  assert.ok(!ID.test("../b"));
});
