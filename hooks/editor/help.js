// @ts-check
/**
 * What an author may write at a place, and what it means: from the same forms as the form itself.
 *
 * @typedef {import("./form.js").Node} Node
 * @typedef {import("./form.js").Choice} Choice
 * @typedef {{ label: string, detail: string, info: string, apply: string }} Word
 */

/** The node at the end of the path of names; for a field its own description too. @param {Node} form @param {string[]} path */
export function nodeAt(form, path) {
  /** @type {{ node: Node, field: any }} */
  let at = { node: form, field: null };
  for (const name of path) {
    const inside = opened(at.node);
    if (inside.kind === "map") at = { node: inside.item, field: null };
    else {
      const field = inside.fields?.find((/** @type {any} */ one) => one.name === name);
      if (!field) return null;
      at = { node: field.node, field };
    }
  }
  return at;
}

/** Names of the fields around the place, in the order in which files have them. @param {Node} form @param {(string | number)[]} path */
export function orderAt(form, path) {
  const names = path.slice(0, -1).filter((step) => typeof step === "string");
  const at = nodeAt(form, names);
  return /** @type {string[]} */ (at ? (opened(at.node).order ?? []) : []);
}

/** @param {Node} node @returns {any} */
function opened(node) {
  if (node.kind === "list") return opened(node.item);
  if (node.kind === "either") return node.more;
  return node;
}

/** Names of fields that may stand here. @param {Node} form @param {string[]} path @returns {Word[]} */
export function fieldsAt(form, path) {
  const at = nodeAt(form, path);
  const fields = at ? (opened(at.node).fields ?? []) : [];
  return fields.map((/** @type {any} */ field) => ({
    label: field.name,
    detail: field.required ? `${field.label}, pakollinen` : field.label,
    info: field.help,
    apply: `${field.name}: `,
  }));
}

/** Values that may stand here. @param {Node} form @param {string[]} path @param {Record<string, Choice[]>} choices @returns {Word[]} */
export function valuesAt(form, path, choices) {
  const node = nodeAt(form, path)?.node;
  const one = node?.kind === "list" ? node.item : node;
  if (one?.kind === "id")
    return (choices[one.of] ?? []).map(({ id, name, about }) => ({
      label: id,
      detail: name === id ? "" : name,
      info: about,
      apply: id,
    }));
  return (one?.words ?? []).map((/** @type {[string, string]} */ [word, meaning]) => ({
    label: word,
    detail: meaning,
    info: "",
    apply: word,
  }));
}
