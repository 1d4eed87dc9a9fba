/* The pure parts of search, on made-up words and documents. */
import assert from "node:assert/strict";
import test from "node:test";

import { Choices } from "../../content/assets/search/choices.js";
import { excerpt, marked } from "../../content/assets/search/excerpt.js";
import { grouped } from "../../content/assets/search/groups.js";
import { byFirst, byWord, Parts } from "../../content/assets/search/parts.js";
import { nearest, understood } from "../../content/assets/search/query.js";
import { ranked } from "../../content/assets/search/rank.js";
import { distance, folded, plain, words } from "../../content/assets/search/words.js";

test("a text is cut into words and numbers", () => {
  assert.deepEqual(words("Työkyvyn tuki, 2023–2025!"), ["työkyvyn", "tuki", "2023", "2025"]);
  assert.deepEqual(words("8 / 37 ja 1 234 ihmistä"), ["8/37", "ja", "1234", "ihmistä"]);
  assert.deepEqual(words("21,6 %"), ["21,6"]);
  assert.deepEqual(words("IPS:n THL:ssä"), ["ips", "thl"]);
  assert.deepEqual(words(" … "), []);
});

test("soft hyphens and composed letters do not part a word", () => {
  assert.equal(plain("Työ\u00adkyky"), "työkyky");
  assert.equal(plain("a\u0308iti"), "äiti");
  assert.equal(folded("Ääkköset ÅÉ"), "aakkoset ae");
});

test("a slip costs as many letters as must change", () => {
  assert.equal(distance("ryhma", "ryhma", 2), 0);
  assert.equal(distance("ryhma", "ryhna", 2), 1);
  assert.equal(distance("ryhma", "rymha", 2), 1, "two letters that changed places are one slip");
  assert.equal(distance("talo", "auto", 2), 3, "farther than asked is one more than asked");
});

test("an ending after a long word costs half", () => {
  assert.equal(distance("valmennus", "valmennusta", 2.5), 0.5);
  assert.equal(distance("tuki", "tukea", 2.5), 2);
});

const choices = () =>
  new Choices(
    [
      [
        "tyyppi",
        "Tyyppi",
        [
          ["ryhma", "Ryhmä", [0, 2]],
          ["yksilo", "Yksilö", [1]],
        ],
      ],
      [
        "alue",
        "Alue",
        [
          ["etela", "Etelä", [0, 1]],
          ["pohjoinen", "Pohjoinen", [2, 1]],
        ],
      ],
    ],
    5,
  );

test("documents of a choice are told by their distances", () => {
  const [, { options }] = choices().facets;
  assert.deepEqual(
    options.map(({ docs }) => docs),
    [
      [0, 1],
      [2, 3],
    ],
  );
});

test("a document fits when every choice has it; an unknown choice has none", () => {
  const left = (chosen) => [0, 1, 2, 3].filter(choices().fits(chosen));
  assert.deepEqual(left({ tyyppi: "ryhma" }), [0, 2]);
  assert.deepEqual(left({ tyyppi: "ryhma", alue: "etela" }), [0]);
  assert.deepEqual(left({ tyyppi: "ei" }), []);
  assert.deepEqual(left({ tyyppi: "" }), [0, 1, 2, 3]);
});

test("counts of a filter do not count its own choice", () => {
  const told = (chosen) =>
    choices()
      .counts(chosen, [0, 1, 2, 3])
      .map(({ counts }) => counts);
  assert.deepEqual(told({ tyyppi: "ryhma" }), [
    [2, 1],
    [1, 1],
  ]);
  assert.deepEqual(told({ tyyppi: "ryhma", alue: "etela" }), [
    [1, 1],
    [1, 1],
  ]);
  assert.deepEqual(told({ tyyppi: "ei", alue: "ei" }), [
    [0, 0],
    [0, 0],
  ]);
});

const asks = (...starts) => starts.map((start) => (word) => word.startsWith(start));

test("what matched is marked with the slot that it answers", () => {
  assert.deepEqual(marked("Ryhmä ja työ.", asks("tyo", "ryhma")), [
    { text: "Ryhmä", slots: [1] },
    { text: " ja ", slots: [] },
    { text: "työ", slots: [0] },
    { text: ".", slots: [] },
  ]);
});

test("the sentence that has most of what was asked is shown", () => {
  const passages = [
    ["", "", "Alku ei kerro. Ryhmä kokoontuu."],
    ["tulos", "Tulokset", "Ryhmä löysi työtä. Loppu."],
  ];
  const best = excerpt(passages, asks("ryhma", "tyo"));
  assert.equal(best.anchor, "tulos");
  assert.equal(
    best.pieces
      .map(({ text }) => text)
      .join("")
      .trim(),
    "Ryhmä löysi työtä.",
  );
});

test("of equal sentences the one of the first passage is shown, and of none its beginning", () => {
  const passages = [
    ["", "Alku", "Ryhmä alkaa."],
    ["b", "Muu", "Ryhmä loppuu."],
  ];
  assert.equal(excerpt(passages, asks("ryhma")).heading, "Alku");
  assert.equal(excerpt(passages, asks("puuttuu")).pieces[0].text, "Ryhmä alkaa.");
  assert.equal(excerpt([], asks("ryhma")), null);
});

test("a long sentence is cut", () => {
  const best = excerpt([["", "", `Ryhmä ${"pitkä ".repeat(80)}loppu`]], asks("ryhma"));
  const text = best.pieces.map((piece) => piece.text).join("");
  assert.ok(text.length < 280 && text.endsWith(" …"), text);
});

const kinds = [
  ["lahde", "Lähteet", 50],
  ["malli", "Mallit", 100],
  ["termi", "Termit", 100],
  ["tyyppi", "Tyypit", 100],
];
const hits = (...told) =>
  told.map(([kind, score, named = 0], doc) => ({ doc, kind, score, told: score, named, ways: [] }));
const order = (...told) =>
  grouped({ lajit: kinds }, hits(...told), false).groups.map(({ kind }) => kind);

test("hits are grouped by kind, the best kind first and sources last", () => {
  const { groups } = grouped({ lajit: kinds }, hits([0, 9], [2, 8], [1, 7], [1, 6]), false);
  assert.deepEqual(
    groups.map(({ kind }) => kind),
    ["termi", "malli", "lahde"],
  );
  assert.equal(groups[1].count, 2);
});

test("a type that is called so comes before single models, but not before what answers better", () => {
  assert.deepEqual(order([1, 10], [3, 8, 1]), ["tyyppi", "malli"]);
  assert.deepEqual(order([1, 10], [3, 8, 0.5]), ["malli", "tyyppi"], "it only mentions the words");
  assert.deepEqual(order([1, 10], [3, 4, 1]), ["malli", "tyyppi"], "it answers half as well");
  assert.deepEqual(order([2, 10], [1, 9], [3, 8, 1]), ["termi", "tyyppi", "malli"]);
  assert.deepEqual(
    grouped({ lajit: kinds }, hits([1, 10], [3, 8, 1]), true).groups.map(({ kind }) => kind),
    ["malli", "tyyppi"],
    "where a place is asked its models come first",
  );
});

test("weak hits wait after the strong of every kind, and only where fewer than six would be shown", () => {
  const few = grouped({ lajit: kinds }, hits([1, 10], [1, 9], [2, 9], [1, 1]), false);
  assert.deepEqual(
    [...few.groups.map(({ hits }) => hits), few.weak].map((list) => list.map(({ doc }) => doc)),
    [[0, 1], [2], [3]],
  );
  const strong = Array.from({ length: 6 }, () => [1, 10]);
  const { groups, weak } = grouped({ lajit: kinds }, hits(...strong, [2, 1]), false);
  assert.equal(weak.length, 0);
  assert.deepEqual(
    groups.map((group) => [group.hits.length, group.count]),
    [
      [6, 6],
      [0, 1],
    ],
  );
});

/* An index of four documents that needs no file. */
function index() {
  const parts = new Parts(new URL("file:///haku/osat/"));
  Object.assign(parts, {
    maara: 4,
    starts: [0],
    lajit: [["malli", "Mallit", 100]],
    kind: [0, 0, 0, 0],
    region: [0, 1, 1, -1],
    alueet: [
      ["etela", "Etelä", "Södra", "", "Etelässä", "", "1,5", 1, ["Etelote"]],
      ["pohjoinen", "Pohjoinen", "Norra", "", "Pohjoisessa", "", "1,1", 2, []],
      ["keski", "Keski", "", "", "Keskellä", "", "1,2", 0, []],
    ],
    kunnat: [["kyla", "Keksitty Kylä", "", 1, ["Vanhakylä"], ["Kulmakunta"]]],
    nimet: [["Ryhmävalmennus", "ryhmavalmennus=", [["ryhma"], ["piiri"]]]],
    load: async () => {},
    part: async () => ["ryhma", "valmennus"],
  });
  parts.places = byWord(parts.placeNames());
  parts.terms
    .set("ryhma", [0, [0, 200, 2, 20]])
    .set("valmennus", [0, [1, 100]])
    .set("piiri", [0, [3, 100]])
    .set("ryhmavalmennus=", [0, [0, 200, 2, 20, 3, 100]]);
  parts.named = byFirst(parts.nimet);
  parts.forms.set("ryhmassa", ["ryhma"]);
  return parts;
}
const found = async (query) => {
  const parts = index();
  const meant = await understood(parts, query, false);
  return { ...meant, docs: ranked(parts, meant.slots, meant).map(({ doc }) => doc) };
};

test("postings are counted and told by document", () => {
  const { docs, weights } = index().postings("ryhma");
  assert.deepEqual([...docs], [0, 2]);
  assert.deepEqual([...weights], [200, 20]);
  assert.equal(index().count("ryhma"), 2);
  assert.equal(index().count("puuttuu"), 0);
});

test("an inflected word is found by its basic form, and by another name for less", async () => {
  const { docs, slots } = await found("ryhmässä");
  assert.equal(docs[0], 0);
  assert.ok(docs.includes(3), "the other name");
  assert.deepEqual(
    slots[0].ways.filter(({ via }) => via).map(({ via }) => via),
    ["Ryhmävalmennus"],
  );
});

test("a name of two words is one slot, which the phrase answers", async () => {
  const parts = index();
  parts.nimet.push([
    "Ryhmän tuki",
    "ryhman-tuki=",
    [
      ["ryhma", "tuki"],
      ["group", "support"],
    ],
  ]);
  parts.named = byFirst(parts.nimet);
  parts.terms.set("tuki", [0, [1, 50]]).set("ryhman-tuki=", [0, [1, 100]]);
  const { slots } = await understood(parts, "group support", false);
  assert.deepEqual(
    slots.map(({ text }) => text),
    ["group support"],
  );
  assert.deepEqual(
    ranked(parts, slots, { meaning: false, question: false }).map(({ doc }) => doc),
    [1],
  );
});

test("the record of the very name is lifted, unless another question is asked", async () => {
  const parts = index();
  parts.terms.set("ryhmavalmennus=", [0, [0, 200, 3, 255]]);
  const { slots } = await understood(parts, "piiri", false);
  const best = (asked) => ranked(parts, slots, { meaning: false, question: false, ...asked })[0];
  assert.equal(best({}).doc, 3);
  assert.ok(best({}).score > best({}).told);
  assert.equal(best({ question: true }).score, best({ question: true }).told);
});

test("a document that answers all of the words is above one that answers one of them", async () => {
  const parts = index();
  parts.terms.set("valmennus", [0, [1, 200, 2, 150]]).set("ryhma", [0, [0, 200, 2, 150]]);
  const { slots } = await understood(parts, "ryhmä valmennus", false);
  const [first, ...rest] = ranked(parts, slots, { meaning: false, question: false });
  assert.equal(first.doc, 2);
  assert.ok(
    ways(slots, first).every((way) => way >= 0),
    "both words",
  );
  assert.deepEqual(rest.map(({ doc }) => doc).sort(), [0, 1]);
});

const ways = (slots, hit) => slots.map((_, number) => hit.ways[number][hit.doc]);

test("of many hits the best come in order and the rest as they are", () => {
  const parts = index();
  Object.assign(parts, {
    maara: 100,
    kind: Array.from({ length: 100 }, () => 0),
    region: Array.from({ length: 100 }, () => -1),
  });
  const told = Array.from({ length: 100 }, (_, doc) => [doc, doc < 30 ? 40 + doc : 100 + doc]);
  parts.terms.set("paljon", [0, told.flat()]);
  const way = { terms: [["paljon"]], weight: 1 };
  const span = [{ key: "paljon", bases: ["paljon"], ways: [way] }];
  const slots = [{ span, ways: [way], place: null, text: "paljon", small: false }];
  const docs = ranked(parts, slots, { meaning: false, question: false }).map(({ doc }) => doc);
  assert.deepEqual(docs.slice(0, 3), [99, 98, 97]);
  assert.deepEqual(docs.slice(-3), [27, 28, 29]);
  assert.equal(new Set(docs).size, 100);
});

test("a slip is put right and told", async () => {
  const { docs, fixes, slots } = await found("valnennus");
  assert.deepEqual(fixes, [{ from: "valnennus", to: "valmennus" }]);
  assert.deepEqual(docs, [1]);
  assert.ok(
    slots[0].ways.every(({ weight }) => weight < 1),
    "a guess is worth less than what was written",
  );
});

test("one wrong letter in a long word is a slip, not an ending of another word", async () => {
  const parts = index();
  parts.part = async () => ["valmennusryhmä"];
  parts.terms.set("valmennusryhma", [0, [0, 100, 1, 100]]).set("valmennuslahto", [0, [2, 50]]);
  const { fixes } = await understood(parts, "valmennuslyhma", false);
  assert.deepEqual(fixes, [{ from: "valmennuslyhma", to: "valmennusryhmä" }]);
});

test("a compound whose parts no document has together is found by one of them", async () => {
  const { docs } = await found("ryhmavalmennus");
  assert.deepEqual(docs.slice().sort(), [0, 1, 2, 3]);
});

test("things that are asked for side by side are found each by its own name", async () => {
  const both = await found("ryhmä ja valmennus");
  assert.ok(both.both && !(await found("ryhmä valmennus")).both);
  const parts = index();
  parts.terms.set("valmennus", [0, [1, 200]]);
  const score = async (query) => {
    const meant = await understood(parts, query, false);
    return ranked(parts, meant.slots, meant).find(({ doc }) => doc === 1).score;
  };
  assert.ok((await score("ryhmä ja valmennus")) > (await score("ryhmä valmennus")));
});

test("where it is asked how many, indicators come before other things", async () => {
  const parts = index();
  parts.lajit.push(["mittari", "Mittarit", 100]);
  parts.kind = [0, 0, 1, 0];
  parts.terms.set("valmennus", [0, [1, 100, 2, 95]]);
  const first = async (query) => {
    const meant = await understood(parts, query, false);
    return ranked(parts, meant.slots, meant)[0].doc;
  };
  assert.deepEqual([await first("valmennus"), await first("montako valmennus")], [1, 2]);
});

test("a town is one slot and answered by its region", async () => {
  const { docs, places } = await found("Keksitty Kylä");
  assert.deepEqual(
    places.map(({ town, region }) => [town, region]),
    [[0, 1]],
  );
  assert.deepEqual(docs.slice().sort(), [1, 2]);
  assert.equal((await found("Vanhakylä")).places[0].within, "former");
  assert.equal((await found("Kulmakunta")).places[0].within, "village");
  assert.equal((await found("Etelote")).places[0].region, 0);
});

test("hits by small words alone are none, and a place comes before what is of another", async () => {
  assert.deepEqual((await found("1 pöytä")).docs, []);
  const { docs } = await found("ryhmä Etelä");
  assert.equal(docs[0], 0);
});

test("words that hold a question together are small", async () => {
  const { slots, meaning } = await found("mitä ryhmä tarkoittaa");
  assert.deepEqual(
    slots.map(({ small }) => small),
    [true, false, true],
  );
  assert.ok(meaning);
});

test("regions without models are not near, the nearest come first", () => {
  assert.deepEqual(nearest(index(), 2), [1, 0]);
});
