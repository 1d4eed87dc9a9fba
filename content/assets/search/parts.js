// @ts-check
/* The files of the index: the first once, the others when a word or a hit needs them. */
import { read } from "../read.js";
import { folded, words } from "./words.js";

/**
 * @typedef {{ word: string, key: string, small: boolean, count: boolean, bases: string[], begun: string[], ways: Way[] }} Token
 * @typedef {{ weight: number, terms: string[][], region?: undefined, via?: string }} ByTerms
 * @typedef {{ weight: number, terms?: undefined, region: number, via?: undefined }} ByRegion
 * @typedef {ByTerms | ByRegion} Way
 * @typedef {{ words: string[], town?: number, region: number, label: string, within?: "former" | "village" }} Place
 * @typedef {{ span: Token[], ways: Way[], place: Place | null, text: string, small: boolean }} Slot
 * @typedef {{ doc: number, score: number, told: number, named: number, kind: number, ways: Int16Array[] }} Hit
 * @typedef {{ label: string, key: string, name: string[][] }} Named
 * @typedef {[anchor: string, heading: string, text: string]} Passage
 * @typedef {[title: string, url: string, note: string, passages: Passage[]]} Text
 * @typedef {[label: string, url: string, more: string]} Ended
 * @typedef {{ nimi: string, sv: string, mallit: Ended[] }} Town
 * @typedef {object} County
 * @property {string} nimi
 * @property {string} sv
 * @property {string} osoite
 * @property {string} missa
 * @property {string} maarat
 * @property {Ended[]} kokeiltu
 * @property {Ended[]} jai
 * @property {string} ketka
 * @property {Record<string, Town>} kunnat
 * @typedef {{ t: Record<string, (number | number[])[]>, f: Record<string, string[]>, p: Record<string, (string | number)[]> }} Shard
 * @typedef {[name: string, label: string, options: [id: string, label: string, distances: number[]][]]} FacetTold
 */
/**
 * What each file holds, by its name.
 * @template {string} N
 * @typedef {N extends "rajaus" ? FacetTold[] : N extends "sanasto" ? string[] : N extends `kunnat-${string}` ? County
 *   : N extends `sanat-${string}` ? Shard : N extends `tekstit-${string}` ? Text[] : never} File
 */

export class Parts {
  /* What `alku.zlib` holds. */
  versio = "";
  maara = 0;
  /** @type {number[]} */
  lohkot = [];
  /** @type {[kind: string, label: string, told: number][]} */
  lajit = [];
  /** @type {number[]} */
  laji = [];
  /** @type {number[]} */
  alue = [];
  /** @type {[id: string, fi: string, sv: string, brand: string, inessive: string, url: string, tile: string, models: number, also: string[]][]} */
  alueet = [];
  /** @type {[id: string, fi: string, sv: string, region: number, former: string[], villages: string[]][]} */
  kunnat = [];
  /** @type {[label: string, key: string, names: string[][]][]} */
  nimet = [];
  /** @type {string[]} */
  sanat = [];
  /** @type {number[]} */
  tekstit = [];

  /* What is worked out of it. */
  /** @type {Set<string>} */
  prefixes = new Set();
  longest = 0;
  /** @type {number[]} */
  kind = [];
  /** @type {number[]} */
  region = [];
  /** @type {Map<string, Place[]>} */
  places = new Map();
  /** @type {Set<string>} */
  placeWords = new Set();
  /** @type {number[]} */
  starts = [];
  /** @type {Map<string, Named[]>} */
  named = new Map();
  /** @type {Map<string, string[]>} */
  meanings = new Map();

  /** @param {URL} folder */
  constructor(folder) {
    this.folder = folder;
    /** @type {Map<string, Promise<unknown> & { read?: boolean }>} */
    this.held = new Map();
    /** @type {Map<string, (number | number[])[]>} */
    this.terms = new Map();
    /** @type {Map<string, { docs: Int32Array, weights: Uint8Array }>} */
    this.spread = new Map();
    /** @type {Map<string, string>} */
    this.written = new Map();
    /** @type {Map<string, string[]>} */
    this.forms = new Map();
    /** @type {Map<string, (string | number)[]>} */
    this.compounds = new Map();
  }

  async start() {
    const start = new URL("alku.zlib", this.folder);
    Object.assign(this, await read(start, { cache: "no-cache" }));
    this.prefixes = new Set(this.sanat);
    this.longest = Math.max(...this.sanat.map((prefix) => prefix.length));
    this.kind = spread(this.laji);
    this.region = spread(this.alue);
    this.places = byWord(this.placeNames());
    this.placeWords = new Set([...this.places.values()].flat().flatMap((place) => place.words));
    let sum = 0;
    this.starts = this.lohkot.map((size) => (sum += size) - size);
    this.named = byFirst(this.nimet);
    this.meanings = new Map(
      this.nimet.map(([, key, names]) => [key, names.flat().flatMap((word) => word.split("|"))]),
    );
    return this;
  }

  /**
   * Every name of a place as folded words, with what it is of.
   * @returns {Generator<Place>}
   */
  *placeNames() {
    for (const [number, [, fi, sv, region, former, villages]] of this.kunnat.entries()) {
      for (const name of new Set([fi, sv].filter(Boolean))) {
        yield { words: words(name).map(folded), town: number, region, label: name };
      }
      const others = /** @type {const} */ ([
        [former, "former"],
        [villages, "village"],
      ]);
      for (const [names, within] of others) {
        for (const name of names) {
          yield { words: words(name).map(folded), town: number, region, label: name, within };
        }
      }
    }
    for (const [number, [id, fi, sv, brand, , , , , also]] of this.alueet.entries()) {
      if (id === "kansallinen") continue;
      for (const name of new Set([fi, sv, brand, ...also].filter(Boolean))) {
        yield { words: words(name).map(folded), region: number, label: name };
      }
    }
  }

  /**
   * @template {string} N
   * @param {N} name
   * @returns {Promise<File<N>>}
   */
  part(name) {
    if (!this.held.has(name)) {
      const address = new URL(`${name}.zlib?v=${this.versio}`, this.folder);
      const loading = read(address);
      loading.catch(() => this.held.delete(name));
      this.held.set(name, loading);
    }
    return /** @type {Promise<File<N>>} */ (this.held.get(name));
  }

  /**
   * The shard that a word is in: the longest prefix that it begins with.
   * @param {string} word
   */
  prefixOf(word) {
    for (let length = Math.min(word.length, this.longest); length >= 0; length--) {
      const prefix = word.slice(0, length);
      if (this.prefixes.has(prefix)) return prefix;
    }
    return null;
  }

  /**
   * Shards of whole words, and with `begun` of words that only begin so: few, for a short beginning has many.
   * @param {string[]} list
   */
  async load(list, begun = "", most = 3) {
    const wanted = new Set(
      list.map((word) => this.prefixOf(word)).filter((prefix) => prefix !== null),
    );
    if (begun)
      for (const prefix of this.sanat.filter((one) => one.startsWith(begun)).slice(0, most))
        wanted.add(prefix);
    await Promise.all([...wanted].map((prefix) => this.shard(prefix)));
  }

  /** @param {string} prefix */
  async shard(prefix) {
    const name = /** @type {const} */ (`sanat-${prefix.replaceAll("/", "_") || "_"}`);
    if (this.held.get(name)?.read) return;
    const { t, f, p } = await this.part(name);
    const held = this.held.get(name);
    if (!held || held.read) return;
    held.read = true;
    for (const [term, postings] of Object.entries(t)) this.terms.set(term, postings);
    for (const [form, terms] of Object.entries(f)) this.forms.set(form, terms);
    for (const [term, parts] of Object.entries(p)) this.compounds.set(term, parts);
  }

  /**
   * The documents of a term, and the weight of the term in each.
   * @param {string} term
   */
  postings(term) {
    let found = this.spread.get(term);
    if (!found) {
      const told = this.terms.get(term) || [];
      const docs = new Int32Array(this.count(term));
      const weights = new Uint8Array(docs.length);
      let next = 0;
      for (let at = 0; at < told.length; at += 2) {
        const start = this.starts[/** @type {number} */ (told[at])];
        const pairs = /** @type {number[]} */ (told[at + 1]);
        for (let pair = 0; pair < pairs.length; pair += 2) {
          docs[next] = start + pairs[pair];
          weights[next++] = pairs[pair + 1];
        }
      }
      found = { docs, weights };
      if (told.length) this.spread.set(term, found);
    }
    return found;
  }

  /** @param {string} term */
  count(term) {
    const told = this.terms.get(term) || [];
    let found = 0;
    for (let at = 1; at < told.length; at += 2)
      found += /** @type {number[]} */ (told[at]).length / 2;
    return found;
  }

  /** Words that a slip or a compound may be made of, without marks; `written` has them as they are written. */
  async vocabulary() {
    if (!this.written.size)
      for (const word of await this.part("sanasto")) this.written.set(folded(word), word);
    return [...this.written.keys()];
  }

  /**
   * What is shown of a document: [title, address, note, passages].
   * @param {number} number
   */
  async text(number) {
    let low = 0;
    let high = this.tekstit.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.tekstit[middle] <= number) low = middle;
      else high = middle - 1;
    }
    const start = this.tekstit[low];
    return (await this.part(`tekstit-${start}`))[number - start];
  }
}

/** @param {number[]} codes */
function spread(codes) {
  const found = [];
  for (let at = 0; at < codes.length; at += 2)
    for (let times = codes[at + 1]; times; times--) found.push(codes[at]);
  return found;
}

/**
 * Places by the first word of their name.
 * @param {Iterable<Place>} names
 */
export function byWord(names) {
  /** @type {Map<string, Place[]>} */
  const found = new Map();
  for (const place of names)
    found.set(place.words[0], [...(found.get(place.words[0]) || []), place]);
  return found;
}

/**
 * Names of concepts by each basic form of their first word; each word as its basic forms.
 * @param {[label: string, key: string, names: string[][]][]} told
 */
export function byFirst(told) {
  /** @type {Map<string, Named[]>} */
  const found = new Map();
  for (const [label, key, names] of told) {
    for (const words of names) {
      const name = words.map((word) => word.split("|"));
      for (const base of name[0] || [])
        found.set(base, [...(found.get(base) || []), { label, key, name }]);
    }
  }
  return found;
}
