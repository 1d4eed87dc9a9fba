// @ts-check
/* What a query means: slots, each with the ways in which a document may answer it. */
import { distance, folded, words } from "./words.js";

/** @import { Parts, Place, Slot, Token, Way } from "./parts.js" */
/** @typedef {{ from: string, to: string }} Fix */
/** @typedef {{ tokens: Token[], slots: Slot[], fixes: Fix[], meaning: boolean, places: Place[] }} Meant */
/** @typedef {{ label: string, names: string[][], name: string[] }} Concept */
/** @typedef {{ length: number, concepts: Concept[] }} Named */

/* Words that only hold a question together; they order hits that are otherwise equal. */
const SMALL = new Set(
  (
    "ja tai ei on oli ovat olla mita mika mitka missa mista mihin miten millainen millaisia millainen " +
    "kuinka kuka ketka kenelle kuin se ne han joka jotka myos vai vain kun jos eli ko onko voiko saako pitaako minun mina " +
    "me sen siita tasta taalla sita ole han milla milta mille milloin koska kenen kenelta kenella keita ketka tekee tekevat tehda " +
    "tehtavat on olleet olisi voin voi haluan tarkoittaa tarkoittavat merkitsee paljonko paljon monta moni lisaa enemman i och att for pa med av en ett som det den hur vad vilka var the of and in to is " +
    "what how which for on a an voi saa tehda tehdaan tehtiin kaikki jokin jollakin joku kaikissa " +
    "kaikilla kanssa"
  ).split(" "),
);
const SHORTEST = 3;
const MEANING = new Set([
  "tarkoittaa",
  "tarkoittavat",
  "merkitsee",
  "maaritelma",
  "betyder",
  "means",
]);
const OF_PLACES = new Set([
  "hyvinvointialue",
  "kunta",
  "kaupunki",
  "alue",
  "kuulua",
  "asua",
  "kommun",
  "valfardsomrade",
]); // beside a place they ask for it
const WEIGHT = {
  root: 0.45,
  whole: 1,
  begun: 0.62,
  ended: 0.8,
  slip: 0.6,
  run: 0.7,
  head: 0.3,
  parts: 0.5,
  other: 0.85,
};

/** @type {(parts: Parts, query: string, typing: boolean) => Promise<Meant>} */
export async function understood(parts, query, typing) {
  /** @type {Token[]} */
  const tokens = words(query).map((word) => ({
    word,
    key: folded(word),
    small: false,
    bases: [],
    ways: [],
  }));
  const last = tokens.at(-1);
  await parts.load(
    tokens.map((token) => token.key),
    last && last.key.length >= SHORTEST ? last.key : "",
  );
  /** @type {Fix[]} */
  const fixes = [];
  for (const token of tokens) await means(parts, token, typing && token === last, fixes);
  const slots = cut(parts, tokens);
  if (slots.some((slot) => slot.place))
    for (const slot of slots)
      slot.small ||= slot.span.every((token) => token.bases.some((base) => OF_PLACES.has(base)));
  await parts.load([
    ...new Set(slots.flatMap((slot) => slot.ways.flatMap((way) => (way.terms || []).flat()))),
  ]);
  const meaning = tokens.some((token) => MEANING.has(token.key));
  return { tokens, slots, fixes, meaning, places: slots.flatMap((slot) => slot.place ?? []) };
}

/**
 * The basic forms that a typed word may be of: `bases` are sure; `ways` come in addition.
 * @type {(parts: Parts, token: Token, begun: boolean, fixes: Fix[]) => Promise<void>}
 */
async function means(parts, token, begun, fixes) {
  const { key } = token;
  token.small = SMALL.has(key);
  token.bases = known(parts, key);
  token.ways = token.bases.map((term) => ({ terms: [[term]], weight: WEIGHT.whole }));
  if (token.small && !begun) return;
  if (key.length >= SHORTEST && (begun || !token.bases.length)) {
    for (const term of beginning(parts, key))
      token.ways.push({ terms: [[term]], weight: WEIGHT.begun });
  }
  if (token.bases.length || (begun && token.ways.length)) return;
  const ended = inflected(parts, key);
  for (const term of ended) token.ways.push({ terms: [[term]], weight: WEIGHT.ended });
  token.bases = ended;
  if ((token.ways.length && (begun || ended.length)) || key.length < 4 || /\d/.test(key)) return;
  const vocabulary = await parts.part("sanasto");
  const run = split(vocabulary, key);
  if (run) {
    await parts.load(run);
    token.ways.push({
      terms: run.map((term) => synonyms(parts, [...new Set([term, ...known(parts, term)])])),
      weight: WEIGHT.run,
    });
  }
  const nearest = slips(vocabulary, key);
  if (nearest.length && !run) {
    await parts.load(nearest);
    token.bases = nearest.flatMap((term) => known(parts, term));
    for (const term of token.bases) token.ways.push({ terms: [[term]], weight: WEIGHT.slip });
    fixes.push({ from: token.word, to: nearest[0] });
  }
}

/** @type {(parts: Parts, key: string) => string[]} */
function known(parts, key) {
  const found = new Set(parts.forms.get(key) || []);
  if (parts.terms.has(key)) found.add(key);
  return [...found];
}

/**
 * Basic forms with the one-word names that mean the same.
 * @type {(parts: Parts, bases: string[]) => string[]}
 */
function synonyms(parts, bases) {
  const found = new Set(bases);
  for (const [, names] of parts.nimet) {
    const single = names.filter((name) => name.length === 1).map(([word]) => word.split("|"));
    if (single.some((word) => word.some((base) => bases.includes(base))))
      for (const word of single) for (const base of word) found.add(base);
  }
  return [...found];
}

/** @type {(parts: Parts, key: string) => string[]} */
function beginning(parts, key) {
  const found = [];
  for (const term of parts.terms.keys()) if (term.startsWith(key) && term !== key) found.push(term);
  return found.sort((one, other) => parts.count(other) - parts.count(one)).slice(0, 24);
}

/**
 * A form that no text has: the words whose forms share the longest beginning with it, when only endings differ.
 * @type {(parts: Parts, key: string) => string[]}
 */
function inflected(parts, key) {
  const least = Math.max(4, Math.ceil(key.length * 0.6));
  if (key.length < 5) return [];
  let best = least;
  /** @type {Set<string>} */
  let found = new Set();
  /** @type {(form: string, terms: string[]) => void} */
  const compare = (form, terms) => {
    let same = 0;
    while (same < form.length && form[same] === key[same]) same += 1;
    if (same < best || form.length - same > 4 || key.length - same > 6) return;
    if (same > best) [best, found] = [same, new Set()];
    for (const term of terms) found.add(term);
  };
  const start = key.slice(0, 3);
  for (const [form, terms] of parts.forms) if (form.startsWith(start)) compare(form, terms);
  for (const term of parts.terms.keys()) if (term.startsWith(start)) compare(term, [term]);
  const most = Math.max(...[...found].map((term) => parts.count(term)), 0);
  return [...found].filter((term) => parts.count(term) >= most * 0.3).slice(0, 6);
}

/**
 * Two known words run together, the last perhaps inflected: `arbetsförmågeteam`, `mielenterveyskuntoutujien`.
 * @type {(vocabulary: string[], key: string) => string[] | null | undefined}
 */
function split(vocabulary, key) {
  if (key.length < 8) return null;
  const list = new Set(vocabulary);
  let best = null;
  for (let cut = 4; cut <= key.length - 4; cut++) {
    const first = beginningOf(list, vocabulary, key.slice(0, cut));
    const last = first && endOf(vocabulary, key.slice(cut));
    if (last && (!best || last.same + cut > best.same))
      best = { words: [first, last.term], same: last.same + cut };
  }
  return best?.words;
}

/**
 * A joint may change the last letter: `arbetsförmåge-` of `arbetsförmåga`.
 * @type {(list: Set<string>, vocabulary: string[], first: string) => string | null | undefined}
 */
function beginningOf(list, vocabulary, first) {
  if (list.has(first)) return first;
  return first.length > 4
    ? vocabulary.find((term) => term.length === first.length && term.startsWith(first.slice(0, -1)))
    : null;
}

/**
 * The word that a typed end is a form of: all of it but an ending.
 * @type {(vocabulary: string[], end: string) => { term: string, same: number, score: number } | null}
 */
function endOf(vocabulary, end) {
  let best = null;
  for (const term of vocabulary) {
    if (term[0] !== end[0]) continue;
    let same = 0;
    while (same < term.length && term[same] === end[same]) same += 1;
    if (
      same < 4 ||
      term.length - same > 3 ||
      end.length - same > 5 ||
      (same < term.length && same < 5)
    )
      continue;
    const score = same - (term.length - same);
    if (!best || score > best.score) best = { term, same, score };
  }
  return best;
}

/** @type {(vocabulary: string[], key: string) => string[]} */
function slips(vocabulary, key) {
  const most = key.length < 5 ? 1 : key.length < 9 ? 1.5 : 2.5;
  let best = most;
  /** @type {string[]} */
  let found = [];
  for (const term of vocabulary) {
    if (term[0] !== key[0] && term[1] !== key[1] && term[1] !== key[0] && term[0] !== key[1])
      continue;
    const far = distance(term, key, best);
    if (far > best) continue;
    if (far < best) [best, found] = [far, []];
    found.push(term);
  }
  const near = found.filter((term) => term[0] === key[0]);
  return (near.length ? near : found)
    .sort((one, other) => Math.abs(one.length - key.length) - Math.abs(other.length - key.length))
    .slice(0, 4);
}

/**
 * Tokens -> slots: a place or a name of many words is one slot.
 * @type {(parts: Parts, tokens: Token[]) => Slot[]}
 */
function cut(parts, tokens) {
  const slots = [];
  for (let at = 0; at < tokens.length;) {
    const place = placeAt(parts, tokens, at);
    const named = place ? null : nameAt(parts, tokens, at);
    const length = place?.words.length || named?.length || 1;
    const span = tokens.slice(at, at + length);
    slots.push(
      slot(
        parts,
        span,
        place,
        named,
        tokens.every((token) => token.small || span.includes(token)),
      ),
    );
    at += length;
  }
  return slots;
}

/** @type {(token: Token, word: string) => boolean} */
const fits = (token, word) => token.key === word || token.bases.includes(word);

/** @type {(parts: Parts, tokens: Token[], at: number) => Place | null} */
function placeAt(parts, tokens, at) {
  /** @type {Place | null} */
  let best = null;
  for (const place of parts.names) {
    const { length } = place.words;
    if (best && best.words.length >= length) continue;
    if (at + length > tokens.length) continue;
    if (
      place.words.every((word, index) =>
        index < length - 1 ? tokens[at + index].key === word : fits(tokens[at + index], word),
      )
    )
      best = place;
  }
  return best;
}

const RARE = 3; // documents

/** @type {(parts: Parts, tokens: Token[], at: number) => Named | null} */
function nameAt(parts, tokens, at) {
  const rare =
    tokens[at].bases.length && tokens[at].bases.every((base) => parts.count(base) <= RARE);
  let length = 0;
  /** @type {Concept[]} */
  const concepts = [];
  for (const [label, names] of parts.nimet) {
    for (const name of names) {
      if (!name.length || at + name.length > tokens.length || name.length < length) continue;
      if (
        !name.every((word, index) => word.split("|").some((base) => fits(tokens[at + index], base)))
      )
        continue;
      if (name.length > length) concepts.length = 0;
      length = name.length;
      concepts.push({ label, names, name });
    }
  }
  /* A rare word alone stands for the name that it begins: JOBS for JOBS-menetelmä. */
  if (!length && rare) {
    for (const [label, names] of parts.nimet) {
      const name = names.find(
        (one) =>
          one.length > 1 && one[0].split("|").some((base) => tokens[at].bases.includes(base)),
      );
      if (name) concepts.push({ label, names, name });
    }
    if (concepts.length) length = 1;
  }
  return length ? { length, concepts } : null;
}

/** @type {(parts: Parts, span: Token[], place: Place | null, named: Named | null, alone: boolean) => Slot} */
function slot(parts, span, place, named, alone) {
  /** @type {Way[]} */
  const ways = [];
  if (span.length === 1) ways.push(...span[0].ways, ...ofCompound(parts, span[0]));
  else
    ways.push({
      terms: span.map((token) => (token.bases.length ? token.bases : [token.key])),
      weight: place ? 0.4 : 1,
    });
  for (const concept of named?.concepts || []) {
    for (const name of concept.names) {
      if (name === concept.name) continue;
      ways.push({
        terms: name.map((word) => word.split("|")),
        weight: WEIGHT.other,
        via: concept.label,
      });
    }
  }
  if (place) ways.push(...ofPlace(parts, place, alone));
  return {
    span,
    ways,
    place,
    text: span.map((token) => token.word).join(" "),
    small: span.every((token) => token.small),
  };
}

/**
 * A compound also answers by its parts: less by its last alone than by all of them.
 * @type {(parts: Parts, token: Token) => Way[]}
 */
function ofCompound(parts, token) {
  const ways = [];
  for (const base of token.bases) {
    const flat = parts.compounds.get(base) || [];
    /** @param {number} share */
    const of = (share) =>
      /** @type {string[]} */ (flat.filter((_, at) => at % 2 === 0 && flat[at + 1] === share));
    const [head, others, roots] = [of(60), of(40), [...of(35), ...of(80)]];
    if (head.length) ways.push({ terms: [head], weight: WEIGHT.head });
    if (head.length && others.length) ways.push({ terms: [head, others], weight: WEIGHT.parts });
    if (roots.length)
      ways.push({ terms: others.length ? [roots, others] : [roots], weight: WEIGHT.root });
  }
  return ways;
}

/**
 * A town is answered by what names it, and by its county; a county that has nothing by the nearest that have.
 * @type {(parts: Parts, place: Place, alone: boolean) => Way[]}
 */
function ofPlace(parts, place, alone) {
  const own = parts.alueet[place.region];
  const named =
    place.town === undefined
      ? []
      : [
          {
            terms: words(parts.kunnat[place.town][1]).map((word) => [folded(word)]),
            weight: WEIGHT.whole,
          },
        ];
  if (own[7])
    return [...named, { region: place.region, weight: place.town === undefined ? 1 : 0.7 }];
  if (alone) return [...named, { region: place.region, weight: 1 }];
  return nearest(parts, place.region).map((region, index) => ({
    region,
    weight: 0.4 - index * 0.05,
  }));
}

/** @type {(parts: Parts, region: number) => number[]} */
export function nearest(parts, region) {
  /** @param {number} number */
  const tile = (number) => parts.alueet[number][6].split(",").map(Number);
  const [column, row] = tile(region);
  return parts.alueet
    .map((_, number) => number)
    .filter((number) => parts.alueet[number][7] && parts.alueet[number][6])
    .map((number) => ({
      number,
      far: (tile(number)[0] - column) ** 2 + (tile(number)[1] - row) ** 2,
    }))
    .sort((one, other) => one.far - other.far)
    .slice(0, 3)
    .map(({ number }) => number);
}
