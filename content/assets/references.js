// @ts-check
/* A page's citations in the forms of reference managers: RIS, BibTeX and CSL-JSON, worked out of what the page says.
   Loaded when somebody opens the citations. */

/** @typedef {Map<string, string[]>} Entry the values of each tag of RIS, in their order */

const PERSON = /^[^,&]+, (?:\p{L}\.[ -]?)+$/u;
const PEOPLE = /([^,&]+, (?:\p{L}\.[ -]?)+)(?:, | & |$)/gu;
const DAY = /^(?:(?:(\d+)\.)?(\d+|\D+)[./ ])?(\d+)$/; // `4.11.2024`, `11/2024`, `syksy 2024`, `2024`
const SEASONS = ["kevät", "kesä", "syksy", "talvi"]; // months 21–24 of EDTF
const OWN = /^\.? (.*?)\.? Tietojen versio (.*), (\d+\.\d+\.\d+)\. Saatavilla: (.*)$/;
/** @type {Record<string, { csl: string, bibtex: string, holder: string }>} */
const KINDS = {
  ELEC: { csl: "webpage", bibtex: "misc", holder: "howpublished" },
  RPRT: { csl: "report", bibtex: "techreport", holder: "institution" },
  JOUR: { csl: "article-journal", bibtex: "article", holder: "journal" },
  GEN: { csl: "document", bibtex: "misc", holder: "howpublished" },
};
/** @type {Record<string, string>} */
const LANGUAGES = { fi: "finnish", sv: "swedish", en: "english" };
/** @type {Record<string, string>} */
const LATEX = {
  "\\": "\\textbackslash{}",
  "{": "\\textbraceleft{}",
  "}": "\\textbraceright{}",
  "~": "\\textasciitilde{}",
  "^": "\\textasciicircum{}",
};

/** Without the places where a long word may break, on one line. @param {string | null | undefined} text */
const plain = (text) => (text ?? "").replaceAll("\u00ad", "").replaceAll(/\s+/g, " ").trim();

/** @type {(tags: [string, string][]) => Entry} what is not known is left out */
const entry = (tags) => {
  /** @type {Entry} */
  const made = new Map();
  for (const [tag, value] of tags) if (value) made.set(tag, [...(made.get(tag) ?? []), value]);
  return made;
};

/**
 * The authors of `Bond, G. R. & Drake, R. E.`; none where the text is not of that form.
 * @param {string} authors
 */
export function people(authors) {
  const found = [...authors.matchAll(PEOPLE)];
  const whole = found.map(([all]) => all).join("") === authors;
  return whole ? found.map(([, name]) => name.trim()) : [];
}

/** As exact as it is known: `2024/03//` of `3/2024`. @param {string} day */
function date(day) {
  const [, dd, told, year] = DAY.exec(day) ?? [];
  const season = SEASONS.indexOf(told);
  const month = season < 0 ? told : String(21 + season);
  const two = [month, dd].map((part) => part?.padStart(2, "0") ?? "");
  return year ? [year, ...two, ""].join("/") : "";
}

/**
 * What a page of the site says of itself.
 * @param {string} text its citation
 * @param {string} title
 * @param {string} record its id, with which the address ends
 * @returns {Entry}
 */
export function ofPage(text, title, record) {
  const [, publisher, year] = /^(.*?) (\d+)\. /.exec(text) ?? [];
  const rest = text.slice(`${publisher} ${year}. ${title}`.length);
  const [, holder, version, day, address] = OWN.exec(rest) ?? [];
  const path = address.split("/").slice(-2 - record.split("/").length, -1);
  return entry([
    ["TY", "ELEC"],
    ["ID", ["tyokykymallit", ...path].join("-")],
    ["AU", publisher],
    ["TI", title],
    ["T2", holder],
    ["PB", publisher],
    ["PY", year],
    ["DA", date(day)],
    ["ET", version],
    ["LA", "fi"],
    ["UR", address],
  ]);
}

/** @typedef {"id" | "kind" | "language" | "title" | "publisher" | "authors" | "issued" | "accessed" | "doi" | "address"} Fact */

/**
 * What the page of a source says of the document.
 * @param {Record<Fact, string>} told
 * @returns {Entry}
 */
export function ofDocument(told) {
  const { authors, publisher, issued } = told;
  const named = people(authors);
  const author = named.length ? publisher : authors || publisher;
  const day = date(issued);
  return entry([
    ["TY", Object.keys(KINDS).find((type) => KINDS[type].csl === told.kind) ?? ""],
    ["ID", `tyokykymallit-lahde-${told.id}`],
    ...(named.length ? named : [author]).map(
      (name) => /** @type {[string, string]} */ (["AU", name]),
    ),
    ["TI", told.title],
    ["T2", authors && publisher],
    ["PB", author],
    ["PY", day.split("/")[0]],
    ["DA", day],
    ["Y2", date(told.accessed)],
    ["LA", told.language],
    ["DO", told.doi],
    ["UR", told.address],
  ]);
}

/**
 * Everything that a page offers for citing: the document first, then the page itself.
 * @param {Document} page
 * @returns {Entry[]}
 */
export function cited(page) {
  /** @type {(selector: string) => HTMLElement[]} */
  const all = (selector) => [...page.querySelectorAll(/** @type {"p"} */ (selector))];
  const title = plain(all('[property="og:title"]')[0].getAttribute("content"));
  const record = plain(all(".record-id code")[0].textContent);
  const texts = all("[data-citation]");
  const itself = plain(texts[texts.length - 1].textContent);
  const [kind, language] = (texts[0].dataset.citation ?? "").split(" ");
  if (!kind) return [ofPage(itself, title, record)];
  const facts = new Map(
    all(".facts dt").map((word) => [plain(word.textContent), word.nextElementSibling]),
  );
  /** @param {string} word */
  const told = (word) => plain(facts.get(word)?.textContent);
  const links = facts.get("Osoite")?.querySelectorAll("a.address") ?? [];
  const document = ofDocument({
    id: record,
    kind,
    language,
    title,
    publisher: told("Julkaisija"),
    authors: told("Tekijät"),
    issued: told("Julkaistu"),
    accessed: told("Luettu"),
    doi: told("DOI"),
    address: links[links.length - 1]?.getAttribute("href") ?? "", // of a dead one the copy comes first
  });
  return [document, ofPage(itself, `Lähde: ${title}`, record)];
}

/** The record as reference managers read it. @param {Entry} entry */
export const ris = (entry) =>
  `${[...entry].flatMap(([tag, values]) => values.map((value) => `${tag}  - ${value}\r\n`)).join("")}ER  - \r\n`;

/** @type {(entry: Entry, tag: string) => string} */
const first = (entry, tag) => entry.get(tag)?.[0] ?? "";
/** @type {(entry: Entry, tag: string) => number[]} */
const dated = (entry, tag) => first(entry, tag).split("/").filter(Boolean).map(Number);
/** @param {string} text */
const latex = (text) => text.replaceAll(/[\\{}~^$&%#_]/g, (sign) => LATEX[sign] ?? `\\${sign}`);
/** An address stands as it is; braces alone would break the entry. @param {string} text */
const braced = (text) => text.replaceAll("{", "%7B").replaceAll("}", "%7D");

/**
 * An entry in UTF-8. The title is in double braces: styles must not lower Finnish names.
 * @param {Entry} entry
 */
export function bibtex(entry) {
  const kind = KINDS[first(entry, "TY")];
  const authors = entry.get("AU") ?? [];
  const [year, month, day] = dated(entry, "DA");
  const edition = latex(first(entry, "ET"));
  const fields = {
    author: authors
      .map((name) => (PERSON.test(name) ? latex(name) : `{${latex(name)}}`))
      .join(" and "),
    title: `{${latex(first(entry, "TI"))}}`,
    [kind.holder]: latex(first(entry, "T2") || first(entry, "PB")),
    year,
    month,
    note: edition && `Tietojen versio ${edition}, ${day}.${month}.${year}`,
    doi: braced(first(entry, "DO")),
    url: braced(first(entry, "UR")),
    langid: LANGUAGES[first(entry, "LA")],
  };
  const lines = Object.entries(fields)
    .filter(([, value]) => value)
    .map(([name, value]) => `  ${name} = {${value}},\n`);
  return `@${kind.bibtex}{${first(entry, "ID")},\n${lines.join("")}}\n`;
}

/**
 * An item of CSL-JSON, which reference managers and styles read.
 * @param {Entry} entry
 */
export function csl(entry) {
  const author = (entry.get("AU") ?? []).map((name) => {
    const [family, given] = name.split(", ");
    return PERSON.test(name) ? { family, given } : { literal: name };
  });
  const parts = { issued: dated(entry, "DA"), accessed: dated(entry, "Y2") };
  const dates = Object.entries(parts)
    .filter(([, told]) => told.length)
    .map(([name, told]) => [name, { "date-parts": [told] }]);
  const tags = { "container-title": "T2", version: "ET", DOI: "DO", URL: "UR" };
  const more = Object.entries(tags)
    .filter(([, tag]) => entry.has(tag))
    .map(([name, tag]) => [name, first(entry, tag)]);
  return {
    id: first(entry, "ID"),
    type: KINDS[first(entry, "TY")].csl,
    title: first(entry, "TI"),
    publisher: first(entry, "PB"),
    language: first(entry, "LA"),
    author,
    ...Object.fromEntries([...dates, ...more]),
  };
}

/**
 * Links to the file in each form.
 * @param {HTMLElement} note after which they stand
 */
export function offer(note) {
  const found = cited(note.ownerDocument);
  const name = first(found[found.length - 1], "ID");
  const forms = {
    RIS: ["ris", "application/x-research-info-systems", found.map(ris).join("")],
    BibTeX: ["bib", "application/x-bibtex", found.map(bibtex).join("\n")],
    "CSL-JSON": ["json", "application/vnd.citationstyles.csl+json", JSON.stringify(found.map(csl))],
  };
  const links = Object.entries(forms).flatMap(([form, [ending, media, text]], at) => {
    const link = note.ownerDocument.createElement("a");
    link.href = `data:${media};charset=utf-8,${encodeURIComponent(text)}`;
    link.download = `${name}.${ending}`;
    link.textContent = form;
    return [at ? ", " : " Viitetiedosto: ", link];
  });
  note.append(...links, ".");
}
