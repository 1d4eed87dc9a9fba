/* The files of the index: the first once, the others when a word or a hit needs them. */
import { folded, words } from "./words.js";

export class Parts {
  constructor(folder) {
    this.folder = folder;
    this.held = new Map();
    this.terms = new Map();
    this.forms = new Map();
    this.compounds = new Map();
  }

  async start() {
    const response = await fetch(new URL("alku.json", this.folder), { cache: "no-cache" });
    if (!response.ok) throw new Error(`alku.json: ${response.status}`);
    Object.assign(this, await response.json());
    this.prefixes = new Set(this.sanat);
    this.longest = Math.max(...this.sanat.map((prefix) => prefix.length));
    this.kind = spread(this.laji);
    this.region = spread(this.alue);
    this.names = [...this.placeNames()];
    return this;
  }

  /* Every name of a place as folded words, longest first, with what it is of. */
  * placeNames() {
    for (const [number, [, fi, sv, region, former]] of this.kunnat.entries()) {
      for (const name of new Set([fi, sv].filter(Boolean))) {
        yield { words: words(name).map(folded), town: number, region, label: name };
      }
      for (const name of former) {
        yield { words: words(name).map(folded), town: number, region, label: name, former: true };
      }
    }
    for (const [number, [id, fi, sv, brand]] of this.alueet.entries()) {
      if (id === "kansallinen") continue;
      for (const name of new Set([fi, sv, brand].filter(Boolean))) {
        yield { words: words(name).map(folded), region: number, label: name };
      }
    }
  }

  part(name) {
    if (!this.held.has(name)) {
      const address = new URL(`${name}.json?v=${this.versio}`, this.folder);
      const loading = fetch(address).then((response) => {
        if (!response.ok) throw new Error(`${name}: ${response.status}`);
        return response.json();
      });
      loading.catch(() => this.held.delete(name));
      this.held.set(name, loading);
    }
    return this.held.get(name);
  }

  /* The shard that a word is in: the longest prefix that it begins with. */
  prefixOf(word) {
    for (let length = Math.min(word.length, this.longest); length >= 0; length--) {
      const prefix = word.slice(0, length);
      if (this.prefixes.has(prefix)) return prefix;
    }
    return null;
  }

  /* Shards of whole words, and with `begun` of words that only begin so: few, for a short beginning has many. */
  async load(list, begun = "", most = 3) {
    const wanted = new Set(list.map((word) => this.prefixOf(word)).filter((prefix) => prefix !== null));
    if (begun) for (const prefix of this.sanat.filter((one) => one.startsWith(begun)).slice(0, most)) wanted.add(prefix);
    await Promise.all([...wanted].map((prefix) => this.shard(prefix)));
  }

  async shard(prefix) {
    const name = `sanat-${prefix.replaceAll("/", "_") || "_"}`;
    if (this.held.get(name)?.read) return;
    const { t, f, p } = await this.part(name);
    if (this.held.get(name).read) return;
    this.held.get(name).read = true;
    for (const [term, postings] of Object.entries(t)) this.terms.set(term, postings);
    for (const [form, terms] of Object.entries(f)) this.forms.set(form, terms);
    for (const [term, parts] of Object.entries(p)) this.compounds.set(term, parts);
  }

  /* Each document of a term with the weight of the term in it. */
  each(term, take) {
    const postings = this.terms.get(term) || [];
    for (let at = 0; at < postings.length; at += 2) {
      const start = postings[at] * this.lohko;
      const pairs = postings[at + 1];
      for (let pair = 0; pair < pairs.length; pair += 2) take(start + pairs[pair], pairs[pair + 1]);
    }
  }

  count(term) {
    const postings = this.terms.get(term) || [];
    let found = 0;
    for (let at = 1; at < postings.length; at += 2) found += postings[at].length / 2;
    return found;
  }

  /* What is shown of a document: [title, address, note, passages]. */
  async text(number) {
    let low = 0;
    let high = this.tekstit.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.tekstit[middle] <= number) low = middle; else high = middle - 1;
    }
    const start = this.tekstit[low];
    return (await this.part(`tekstit-${start}`))[number - start];
  }
}

function spread(codes) {
  const found = [];
  for (let at = 0; at < codes.length; at += 2) for (let times = codes[at + 1]; times; times--) found.push(codes[at]);
  return found;
}
