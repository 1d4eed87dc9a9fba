// @ts-check
/** From a draft to a proposal: addresses of GitHub's own pages, and a text for those without an account. */

const LONGEST = 7000; // characters of an address that GitHub and browsers still take

/**
 * GitHub's page for the file; `whole` tells whether the address carries the text, which otherwise must be pasted.
 *
 * @param {string} repository @param {string} path under models/ @param {string} text @param {boolean} published
 */
export function page(repository, path, text, published) {
  const file = `models/${path}`;
  if (published) return { url: `${repository}/edit/main/${file}`, whole: false };
  const folder = file.slice(0, file.lastIndexOf("/"));
  const name = file.slice(folder.length + 1);
  const start = `${repository}/new/main/${folder}?filename=${encodeURIComponent(name)}`;
  const url = `${start}&value=${encodeURIComponent(text)}`;
  return url.length <= LONGEST ? { url, whole: true } : { url: start, whole: false };
}

/** GitHub's page for a notice with all files, of which one proposal is made. @param {string} repository @param {Iterable<[string, string]>} drafts */
export function issue(repository, drafts) {
  const body = letter(drafts);
  const start = `${repository}/issues/new?title=${encodeURIComponent("Ehdotus kirjoituspöydältä")}`;
  const url = `${start}&body=${encodeURIComponent(body)}`;
  return url.length <= LONGEST ? { url, body, whole: true } : { url: start, body, whole: false };
}

/** What a file is called among the others of a draft. @param {string} path under models/ */
export function titleOf(path) {
  const kinds = {
    model: "Malli",
    region: "Alue",
    sources: "Lähteet",
    discrepancies: "Ristiriidat",
  };
  const kind = /** @type {Record<string, string>} */ (kinds)[kindOf(path)] ?? "Sanasto";
  return `${kind}: ${path}`;
}

/** The region whose file it is; empty where it is of none. @param {string} path under models/ */
export function regionOf(path) {
  const kind = kindOf(path);
  return kind === "model" || kind === "region" ? (path.split("/")[0] ?? "") : "";
}

/** All drafts as one text for a mail. @param {Iterable<[string, string]>} drafts */
export function letter(drafts) {
  const files = [...drafts].map(([path, text]) => `--- models/${path} ---\n${text.trimEnd()}\n`);
  return `Ehdotan Työkykymallit-luetteloon tätä:\n\n${files.join("\n")}`;
}

/** The kind of form for a file. @param {string} path under models/ */
export function kindOf(path) {
  const [folder = "", file = "", deeper] = path.split("/");
  if (folder === "vocabulary") {
    const name = deeper ? file : file.replace(/\.yml$/, "");
    return name === "reasons" || name === "target_groups" ? "named" : name;
  }
  if (folder === "sources" || folder === "discrepancies") return folder;
  if (folder === "comparisons") return "comparison";
  return file === "region.yml" ? "region" : "model";
}
