// @ts-check
/* A page's citations in the forms of reference managers: BibTeX and CSL-JSON, worked out of the RIS that the page holds.
   Loaded when somebody opens the citations. */

/** @typedef {Map<string, string[]>} Entry the values of each tag, in their order */

const PERSON = /^[^,&]+, (?:\p{L}\.[ -]?)+$/u;
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

/**
 * The entries of a file.
 * @param {string} ris
 * @returns {Entry[]}
 */
export function entries(ris) {
  /** @type {Entry[]} */
  const found = [];
  for (const line of ris.split("\r\n")) {
    const [tag, value] = [line.slice(0, 2), line.slice(6)];
    if (tag === "TY") found.push(new Map());
    if (tag && tag !== "ER") {
      const entry = found[found.length - 1];
      entry.set(tag, [...(entry.get(tag) ?? []), value]);
    }
  }
  return found;
}

/** @type {(entry: Entry, tag: string) => string} */
const first = (entry, tag) => entry.get(tag)?.[0] ?? "";
/** @type {(entry: Entry, tag: string) => number[]} */
const date = (entry, tag) => first(entry, tag).split("/").filter(Boolean).map(Number);
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
  const [year, month, day] = date(entry, "DA");
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
  const parts = { issued: date(entry, "DA"), accessed: date(entry, "Y2") };
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
 * Links to the other forms after the link to the one that the page holds.
 * @param {HTMLAnchorElement} link
 */
export function offer(link) {
  const found = entries(decodeURIComponent(link.href.slice(link.href.indexOf(",") + 1)));
  const forms = {
    BibTeX: ["bib", "application/x-bibtex", found.map(bibtex).join("\n")],
    "CSL-JSON": ["json", "application/vnd.citationstyles.csl+json", JSON.stringify(found.map(csl))],
  };
  link.after(
    ...Object.entries(forms).flatMap(([name, [ending, media, text]]) => {
      const other = document.createElement("a");
      other.href = `data:${media};charset=utf-8,${encodeURIComponent(text)}`;
      other.download = link.download.replace(/ris$/, ending);
      other.textContent = name;
      return [", ", other];
    }),
  );
}
