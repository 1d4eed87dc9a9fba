/* What is taken along names the published version that it is of. */
import assert from "node:assert/strict";
import test from "node:test";

const { piece, tied } = await import("../../content/assets/release.js");
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

test("a figure for another site is HTML without script, with source, version and licence", () => {
  const told = piece({
    said: 'Savo: "8 / 37" <b> & muut.',
    address: `${RELEASE}mallit/?a=1&b=2`,
    edition: "Tietojen versio 2026.1, 28.11.2026",
  });
  assert.equal(
    told,
    `<figure lang="fi"><blockquote cite="${RELEASE}mallit/?a=1&amp;b=2"><p>Savo: &quot;8 / 37&quot; &lt;b&gt; &amp; muut.</p></blockquote>` +
      `<figcaption>Lähde: <a href="${RELEASE}mallit/?a=1&amp;b=2">Työkykymallit</a>, Tietojen versio 2026.1, 28.11.2026. ` +
      '<a rel="license" href="https://creativecommons.org/licenses/by/4.0/deed.fi">CC BY 4.0</a></figcaption></figure>',
  );
});

test("a chart for another site is its file, which follows the data", () => {
  const told = piece({
    said: "Kuva",
    picture: `${SITE}vertailu/ips/kuva-1.svg`,
    address: `${SITE}vertailu/ips/`,
    edition: "",
  });
  assert.match(told, /<a href="[^"]+vertailu\/ips\/"><img src="[^"]+kuva-1\.svg" alt="Kuva"/);
  assert.match(told, /Työkykymallit<\/a>\. <a rel="license"/);
});
