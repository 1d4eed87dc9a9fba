/* What leaves a page: clean words, files that a Finnish Excel opens, a table as sentences. */
import assert from "node:assert/strict";
import test from "node:test";

const { amount, clean, csv, inert, sentences } =
  await import("../../content/assets/words-taken.js");
const { archive } = await import("../../content/assets/tables.js");

test("what is copied has no soft hyphen and no hard space", () => {
  assert.equal(clean("työ\u00adhön\u00advalmennus 8\u00a0%"), "työhönvalmennus 8 %");
});

test("a file for a Finnish spreadsheet is in columns and runs nothing", () => {
  assert.equal(
    csv([
      ["Alue", "Luku"],
      ["A;B", '"n"'],
      ["=1+1", "-5"],
    ]),
    '\ufeffAlue;Luku\r\n"A;B";"""n"""\r\n\'=1+1;-5\r\n',
  );
  assert.equal(inert("+ edisti"), "'+ edisti");
  assert.equal(inert("-1,5"), "-1,5");
});

test("a Finnish number is a number and a figure with its rate is text", () => {
  assert.equal(amount("1 128"), 1128);
  assert.equal(amount("\u22126,45"), -6.45);
  assert.equal(amount("8 / 37"), null);
  assert.equal(amount("12 %"), null);
});

test("a row is told by its headings, and a figure by its own sentence", () => {
  const cells = [
    { label: "Jäikö?", text: "Käytössä 2024", said: [] },
    { label: "Asiakkaat", text: "37", said: ["Savo, malli: Asiakkaat: 37."] },
    { label: "Muuta", text: "", said: [] },
  ];
  assert.deepEqual(sentences("Savo", cells), [
    "Savo. Jäikö?: Käytössä 2024.",
    "Savo, malli: Asiakkaat: 37.",
  ]);
  assert.deepEqual(sentences("Savo", []), []);
});

test("files are stored in an archive with their places", async () => {
  const bytes = new Uint8Array(
    await new Blob(archive({ "a.txt": "yksi", "b.txt": "åä" })).arrayBuffer(),
  );
  const view = new DataView(bytes.buffer);
  assert.equal(view.getUint32(0, true), 0x04034b50);
  const end = bytes.length - 22;
  assert.equal(view.getUint32(end, true), 0x06054b50);
  assert.equal(view.getUint16(end + 10, true), 2);
  assert.equal(view.getUint32(view.getUint32(end + 16, true), true), 0x02014b50);
  assert.equal(view.getUint32(14, true), 0x438de702); // of "yksi", by zlib
});
