/* What is taken along names the published version that it is of. */
import assert from "node:assert/strict";
import test from "node:test";

const { tied } = await import("../../content/assets/release.js");
const SITE = "https://esimerkki.fi/mallit-fi/";
const RELEASE = `${SITE}versiot/2026.1/`;

test("a choice of a page that the version keeps is tied to it", () => {
  for (const path of [
    "mallit/?alue=koivula&tila=kaytossa",
    "mallit/sivu/2/",
    "mallit/koivula/valmennus/#tulokset",
    "vertailu/omat/?mallit=koivula/valmennus,mantyla/valmennus",
    "ristiriidat/?alue=koivula",
  ])
    assert.equal(tied(SITE + path, RELEASE), RELEASE + path);
});

test("what no version keeps, is in one already or has none stays where it is", () => {
  for (const address of [
    `${SITE}alueet/koivula/`,
    `${SITE}mittarit/tyollistyneet/`,
    `${SITE}haku/?q=tarmo`,
    `${RELEASE}mallit/?alue=koivula`,
    "https://muu.fi/mallit/",
  ])
    assert.equal(tied(address, RELEASE), address);
  assert.equal(tied(`${SITE}mallit/`, ""), `${SITE}mallit/`);
});
