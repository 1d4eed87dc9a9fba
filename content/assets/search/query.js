// @ts-check
/* What a query means: slots, each with the ways in which a document may answer it. */
import { distance, folded, words } from "./words.js";

/** @import { Named, Parts, Place, Slot, Token, Way } from "./parts.js" */
/** @import { Asked } from "./rank.js" */
/** @typedef {{ from: string, to: string }} Fix */
/** @typedef {Asked & { tokens: Token[], slots: Slot[], fixes: Fix[], places: Place[] }} Meant */
/** @typedef {{ length: number, named: Named[] }} Meaning */

/* Words that only hold a question together; they order hits that are otherwise equal. */
const SMALL = new Set(
  (
    "ja tai ei on oli ovat olla mita mika mitka missa mista mihin miten millainen millaisia millainen " +
    "kuinka kuka ketka kenelle kuin se ne han joka jotka myos vai vain kun jos eli ko onko voiko saako pitaako minun mina " +
    "me sen siita tasta taalla sita ole han milla milta mille milloin koska kenen kenelta kenella keita ketka tekee tekevat tehda " +
    "tehtavat on olleet olisi voin voi haluan tarkoittaa tarkoittavat merkitsee paljonko paljon monta moni moniko lisaa enemman i och att for pa med av en ett som det den hur vad vilka var the of and in to is " +
    "what how which for on a an voi saa tehda tehdaan tehtiin kaikki jokin jollakin joku kaikissa " +
    "kaikilla kanssa oliko ovatko voidaanko saiko saavat saatiin saada saan saisin saamaan loydan loytyy loytyyko " +
    "loydanko mistapain minne joihin jossa joissa joilla jolla joita jonka jolle silti viela enaa esimerkiksi " +
    "noin yli alle ennen aikana mukaan kautta varten koko eri muu muut muita muualla minka mina olen sina " +
    "sinun meidan meilla teilla heille heidan tama nama nuo where who when why does did do can i my we our it " +
    "are was were by with from jag kan finns inte vi dem man jo tuli tulee paasee paasen paasta haetaan hakea " +
    "kuuluu kuuluuko sisaltyy pitaisi taytyy kannattaa kannattaako pystyy ihan sitten onnistuu tiedan tiedetaan " +
    "tietaa tietoa kertokaa kerrotaan selviaa nakee nahda katsoa etsin etsia"
  ).split(" "),
);
/* Basic forms that say little beside other words. */
const LIGHT = new Set(
  (
    "olla voida saada tehda jarjestaa toimia loytya loytaa tarjota tarjolla tarvita kertoa haluta tulla antaa kuulua liittya koskea tapahtua kokeilla kehittaa kayttaa " +
    "alue malli toimintamalli asia hyva oma region modell model"
  ).split(" "),
);
const SHORTEST = 3;
const SLIGHT = /^(?:\p{L}|\d{1,2})$/u; // beside other words a letter or a small number says nothing
const MEANING = new Set([
  "tarkoittaa",
  "tarkoittavat",
  "merkitsee",
  "maaritelma",
  "betyder",
  "means",
]);
const QUESTION = new Set(
  "mita mika mitka missa mista mihin miten miksi kuinka kuka ketka kenelta montako moni monta paljonko kauan millainen milla hur vad vilka var what how which who why".split(
    " ",
  ),
);
/* Between two things they ask for each, not only for what is both. */
const BOTH = new Set("ja tai seka och eller and or".split(" "));
/* A compound that ends so is a count of what it begins with. */
const COUNTS = new Set(["maara", "lukumaara", "luku", "osuus", "prosentti", "summa", "antal"]);
/* How much or how many is asked: figures answer. */
const AMOUNT = new Set(
  "moni monta montako moniko monellako monessako moneenko paljonko paljon kauan usein osuus maara prosentti laskettiin lasketaan mitattiin mitataan antal andel many much long often".split(
    " ",
  ),
);
const OF_PLACES = new Set([
  "hyvinvointialue",
  "hva",
  "kunta",
  "kaupunki",
  "alue",
  "kuulua",
  "asua",
  "kommun",
  "valfardsomrade",
]); // beside a place they ask for it
const WEIGHT = {
  root: 0.58,
  verb: 0.95,
  counted: 0.75,
  whole: 1,
  begun: 0.62,
  ended: 0.7,
  slip: 0.6,
  run: 0.7,
  alone: 0.2,
  part: 0.5,
  head: 0.3,
  parts: 0.65,
  meant: 0.9,
  phrase: 1.1,
  apart: 0.6,
};

/** @type {(parts: Parts, query: string, typing: boolean) => Promise<Meant>} */
export async function understood(parts, query, typing) {
  /** @type {Token[]} */
  const tokens = words(query).map((word) => ({
    word,
    key: folded(word),
    small: false,
    count: false,
    bases: [],
    begun: [],
    ways: [],
  }));
  if (tokens.some(({ key }) => !SLIGHT.test(key)))
    for (const token of tokens) token.small = SLIGHT.test(token.key);
  const last = tokens.at(-1);
  await parts.load(
    tokens.map((token) => token.key),
    last && last.key.length >= SHORTEST ? last.key : "",
  );
  /** @type {Fix[]} */
  const fixes = [];
  for (const token of tokens) await means(parts, token, typing && token === last, fixes);
  const slots = cut(parts, tokens);
  const heavy = (/** @type {Slot} */ slot) =>
    !slot.small &&
    !slot.span.every((token) => token.bases.length && token.bases.every((base) => LIGHT.has(base)));
  if (slots.some(heavy)) for (const slot of slots) slot.small ||= !heavy(slot);
  if (slots.some((slot) => slot.place))
    for (const slot of slots)
      slot.small ||= slot.span.every((token) => token.bases.some((base) => OF_PLACES.has(base)));
  await parts.load([
    ...new Set(slots.flatMap((slot) => slot.ways.flatMap((way) => (way.terms || []).flat()))),
  ]);
  const meaning =
    tokens.some((token) => MEANING.has(token.key)) ||
    (/^(mika|mita|vad|what)$/.test(tokens[0]?.key) &&
      /^(on|ovat|ar|is|are)$/.test(tokens[1]?.key) &&
      slots.length === 3);
  const question = !meaning && tokens.some((token) => QUESTION.has(token.key));
  const heavies = slots.filter((slot) => !slot.small && !slot.place);
  const between = tokens.slice(
    tokens.indexOf(heavies[0]?.span[0]),
    tokens.indexOf(/** @type {Token} */ (heavies.at(-1)?.span[0])),
  );
  return {
    tokens,
    slots,
    fixes,
    meaning,
    question,
    both: heavies.length > 1 && between.some((token) => BOTH.has(token.key)),
    amount: !meaning && tokens.some((token) => token.count || AMOUNT.has(token.key)),
    places: slots.flatMap((slot) => slot.place ?? []),
  };
}

/**
 * The basic forms that a typed word may be of: `bases` are sure; `ways` come in addition.
 * @type {(parts: Parts, token: Token, begun: boolean, fixes: Fix[]) => Promise<void>}
 */
async function means(parts, token, begun, fixes) {
  const { key } = token;
  token.small ||= SMALL.has(key);
  token.bases = known(parts, key);
  await parts.load(token.bases);
  if (!token.bases.some((base) => said(parts, base))) token.bases = [];
  token.ways = token.bases.map((term) => ({ terms: [[term]], weight: WEIGHT.whole }));
  if (token.small && !begun) return;
  if (key.length >= SHORTEST && (begun || !token.bases.length)) {
    const longer = beginning(parts, key);
    for (const term of longer) token.ways.push({ terms: [[term]], weight: WEIGHT.begun });
    if (!token.ways.some((way) => way.weight === WEIGHT.whole) && key.length > SHORTEST)
      token.begun = longer.filter((term) => term.length - key.length <= ENDING);
  }
  if (token.bases.length || (begun && token.ways.length)) return;
  let ended = inflected(parts, key);
  if (ended.length && !begun && key.length >= LONG) {
    const near = slips(await parts.vocabulary(), key);
    const same = (/** @type {string} */ term) =>
      Math.abs(term.length - key.length) < 2 && key.endsWith(term.slice(-3));
    if (near.far <= SURE_SLIP && near.terms.some(same)) {
      await parts.load([...near.terms, ...ended]);
      const often = (/** @type {string[]} */ terms) =>
        Math.max(...terms.map((one) => parts.count(one)));
      if (often(near.terms) > often(ended)) ended = [];
    }
  }
  for (const term of ended) token.ways.push({ terms: [[term]], weight: WEIGHT.ended });
  token.bases = ended;
  if ((token.ways.length && (begun || ended.length)) || key.length < 4 || /\d/.test(key)) return;
  const vocabulary = await parts.vocabulary();
  const { far, terms: nearest } = slips(vocabulary, key);
  const cut = far > SURE_SLIP ? split(vocabulary, key) : null;
  const run = cut && (await answering(parts, cut.words, cut.end));
  const part = run || far <= LIKELY_SLIP ? null : partOf(parts, vocabulary, key);
  if (run) {
    token.ways.push({ terms: run, weight: WEIGHT.run });
    token.count = run[1].some((base) => COUNTS.has(base));
    for (const [at, bases] of run.entries())
      token.ways.push({
        terms: [bases],
        weight: token.count && !at ? WEIGHT.counted : WEIGHT.alone,
      });
  } else if (part) {
    const terms = await answering(parts, [part]);
    if (terms) token.ways.push({ terms, weight: WEIGHT.part });
    else token.begun = beginning(parts, part).filter((term) => term.length - part.length <= ENDING);
  } else if (nearest.length) {
    await parts.load(nearest);
    nearest.sort((one, other) => parts.count(other) - parts.count(one));
    token.bases = nearest.flatMap((term) => known(parts, term));
    for (const term of token.bases) token.ways.push({ terms: [[term]], weight: WEIGHT.slip });
    if (nearest[0] !== key)
      fixes.push({ from: token.word, to: parts.written.get(nearest[0]) ?? nearest[0] });
  }
}

/**
 * The words of a compound with what they mean, when documents have each of them; `end` is the last as it was typed.
 * @type {(parts: Parts, run: string[], end?: string) => Promise<string[][] | null>}
 */
async function answering(parts, run, end = "") {
  await parts.load([...run, end]);
  const bases = run.map((term) => [...new Set([term, ...known(parts, term)])]);
  const typed = known(parts, end);
  if (typed.length) bases[bases.length - 1] = typed;
  const terms = bases.map((one) => synonyms(parts, one));
  await parts.load(terms.flat());
  return terms.every((bases) => bases.some((base) => parts.count(base))) ? terms : null;
}

/** Is the word of a document, of a place, or a name by itself? Of a longer name alone it finds nothing.
 * @type {(parts: Parts, base: string) => boolean} */
const said = (parts, base) =>
  parts.count(base) > 0 ||
  parts.placeWords.has(base) ||
  Boolean(parts.named.get(base)?.some(({ name }) => name.length === 1));

/** @type {(parts: Parts, key: string) => string[]} */
function known(parts, key) {
  const found = new Set(parts.forms.get(key) || []);
  if (parts.terms.has(key)) found.add(key);
  return [...found];
}

/**
 * Basic forms with what they mean.
 * @type {(parts: Parts, bases: string[]) => string[]}
 */
function synonyms(parts, bases) {
  const meant = bases.flatMap((base) =>
    (parts.named.get(base) || []).filter(({ name }) => name.length === 1).map(({ key }) => key),
  );
  return [...new Set([...bases, ...meant])];
}

/** @type {(parts: Parts, key: string) => string[]} */
function beginning(parts, key) {
  /** @type {Set<string>} */
  const found = new Set();
  for (const term of parts.terms.keys())
    if (term.startsWith(key) && term !== key && !term.endsWith("=")) found.add(term);
  for (const [form, terms] of parts.forms)
    if (form.startsWith(key) && !parts.terms.has(form)) for (const term of terms) found.add(term);
  return [...found]
    .sort((one, other) => parts.count(other) - parts.count(one))
    .slice(0, MOST_BEGUN);
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
  for (const term of parts.terms.keys())
    if (term.startsWith(start) && !term.endsWith("=")) compare(term, [term]);
  const most = Math.max(...[...found].map((term) => parts.count(term)), 0);
  return [...found].filter((term) => parts.count(term) >= most * 0.3).slice(0, 6);
}

/**
 * Two known words run together, the last perhaps inflected: `arbetsförmågeteam`, `mielenterveyskuntoutujien`.
 * @type {(vocabulary: string[], key: string) => { words: string[], same: number, end: string } | null}
 */
function split(vocabulary, key) {
  if (key.length < 8) return null;
  const list = new Set(vocabulary);
  let best = null;
  for (let cut = 4; cut <= key.length - 4; cut++) {
    const first = beginningOf(list, vocabulary, key.slice(0, cut));
    const last = first && endOf(vocabulary, key.slice(cut));
    if (last && (!best || last.same + cut > best.same))
      best = { words: [first, last.term], same: last.same + cut, end: key.slice(cut) };
  }
  return best;
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

/**
 * The longest known end of a compound of which nothing else is known, or its longest known beginning.
 * @type {(parts: Parts, vocabulary: string[], key: string) => string | null}
 */
function partOf(parts, vocabulary, key) {
  const list = vocabulary.filter((term) => !parts.placeWords.has(term));
  for (let cut = 2; cut <= key.length - LEAST_PART; cut++) {
    const end = endOf(list, key.slice(cut));
    if (end && end.same >= LEAST_PART) return end.term;
  }
  const begun = list.filter((term) => term.length >= LEAST_PART && key.startsWith(term));
  if (begun.length) return begun.reduce((one, other) => (other.length > one.length ? other : one));
  return alike(list, key);
}

/**
 * The word that begins as the half of another does: `suositteluluku` for `suositteluhalukkuus`.
 * @type {(list: string[], key: string) => string | null}
 */
function alike(list, key) {
  let most = Math.max(LEAST_PART + 1, Math.ceil(key.length / 2)) - 1;
  let best = null;
  for (const term of list) {
    let same = 0;
    while (same < term.length && term[same] === key[same]) same += 1;
    if (same > most) [most, best] = [same, term];
  }
  return best;
}

/**
 * The words that are nearest, and how far they are.
 * @type {(vocabulary: string[], key: string) => { far: number, terms: string[] }}
 */
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
  const terms = (near.length ? near : found)
    .sort((one, other) => Math.abs(one.length - key.length) - Math.abs(other.length - key.length))
    .slice(0, 4);
  return { far: terms.length ? best : Infinity, terms };
}

/**
 * Tokens -> slots: a place or a name of many words is one slot.
 * @type {(parts: Parts, tokens: Token[]) => Slot[]}
 */
function cut(parts, tokens) {
  const slots = [];
  for (let at = 0; at < tokens.length;) {
    const place = placeAt(parts, tokens, at);
    const meant = place ? null : nameAt(parts, tokens, at);
    const length = place?.words.length || meant?.length || 1;
    const span = tokens.slice(at, at + length);
    slots.push(
      slot(
        parts,
        span,
        place,
        meant,
        tokens.every((token) => token.small || span.includes(token)),
      ),
    );
    at += length;
  }
  return slots;
}

/** @type {(token: Token, word: string) => boolean} */
const fits = (token, word) =>
  token.key === word || token.bases.includes(word) || token.begun.includes(word);

/** @type {(parts: Parts, tokens: Token[], at: number) => Place | null} */
function placeAt(parts, tokens, at) {
  /** @type {Place | null} */
  let best = null;
  const begun = [tokens[at].key, ...tokens[at].bases].flatMap(
    (word) => parts.places.get(word) || [],
  );
  for (const place of begun) {
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
const COMMON = 0.05; // of all documents: what so many say by itself is not asked by its parts
const MOST_BEGUN = 24;
const ENDING = 4; // letters that a word may lack of the name that is meant: coach, coachning
const LEAST_PART = 5; // letters
const LONG = 8; // letters: of so long a word one other letter is likelier a slip than an ending that nobody has written
const LIKELY_SLIP = 1.5; // letters: farther, a known part of the word is likelier
const SURE_SLIP = 1; // letters: nearer than that a word is a slip of a known one, not two words run together

/**
 * The longest names that begin at a word, or with a rare word alone: JOBS for JOBS-menetelmä.
 * @type {(parts: Parts, tokens: Token[], at: number) => Meaning | null}
 */
function nameAt(parts, tokens, at) {
  const { key, bases } = tokens[at];
  const { begun: longer } = tokens[at];
  const begun = [
    ...new Set([key, ...bases, ...longer].flatMap((base) => parts.named.get(base) || [])),
  ];
  const whole = begun.filter(
    ({ name }) =>
      at + name.length <= tokens.length &&
      name.every((word, index) => word.some((base) => fits(tokens[at + index], base))),
  );
  const length = Math.max(0, ...whole.map(({ name }) => name.length));
  if (length) return { length, named: whole.filter(({ name }) => name.length === length) };
  const rare = bases.length && bases.every((base) => parts.count(base) <= RARE);
  return rare && begun.length ? { length: 1, named: begun } : null;
}

/** @type {(parts: Parts, span: Token[], place: Place | null, meant: Meaning | null, alone: boolean) => Slot} */
function slot(parts, span, place, meant, alone) {
  /** @type {Way[]} */
  const ways = [];
  if (span.length === 1) ways.push(...span[0].ways, ...ofCompound(parts, span[0]));
  else
    ways.push({
      terms: span.map((token) => (token.bases.length ? token.bases : [token.key])),
      weight: place ? WEIGHT.apart : WEIGHT.phrase,
    });
  const slip = span.some((token) => token.ways.some((way) => way.weight === WEIGHT.slip))
    ? WEIGHT.slip
    : 1;
  for (const [key, label] of new Map((meant?.named || []).map((one) => [one.key, one.label]))) {
    const same = span.some((token) =>
      words(label)
        .map(folded)
        .some((word) => token.bases.includes(word) || token.key === word),
    );
    ways.push({ terms: [[key]], weight: WEIGHT.meant * slip, via: same ? undefined : label });
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
    const [head, others, roots, verbs] = [of(60), of(40), of(35), of(80)];
    if (verbs.length) ways.push({ terms: [synonyms(parts, verbs)], weight: WEIGHT.verb });
    if (others.length && head.some((part) => COUNTS.has(part))) {
      token.count = true;
      ways.push({ terms: [synonyms(parts, others)], weight: WEIGHT.counted });
    }
    if (parts.count(base) > parts.maara * COMMON) continue;
    if (head.length) ways.push({ terms: [head], weight: WEIGHT.head });
    if (head.length && others.length)
      ways.push({ terms: [synonyms(parts, head), synonyms(parts, others)], weight: WEIGHT.parts });
    if (roots.length) {
      const made = synonyms(parts, roots);
      ways.push({ terms: others.length ? [made, others] : [made], weight: WEIGHT.root });
    }
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
