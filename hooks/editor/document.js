// @ts-check
/**
 * A YAML file as a form changes it: the text stays the one truth, and comments survive every change.
 *
 * @typedef {(string | number)[]} Path
 * @typedef {{ data: any, ok: boolean }} Read what the text says; `ok` tells whether all of it could be read
 */
import {
  isCollection,
  isMap,
  isScalar,
  isSeq,
  parseDocument,
  Scalar,
  stringify,
  visit,
} from "yaml";

const WRITTEN = { lineWidth: 120, flowCollectionPadding: false, minContentWidth: 40 };
const LONG = 90; // characters on one line; a longer text is folded

/** @param {string} text @returns {Read} */
export function read(text) {
  const doc = parseDocument(text);
  return { data: doc.errors.length ? null : (doc.toJS() ?? {}), ok: doc.errors.length === 0 };
}

/**
 * The text with `value` at `path`; what is empty is taken away, with the parts that it leaves empty.
 *
 * @param {string} text @param {Path} path @param {any} value
 * @param {string[]} order names of the fields around it, in the order in which a new one finds its place
 * @returns {string}
 */
export function written(text, path, value, order = []) {
  const doc = parseDocument(text);
  if (doc.errors.length) return text;
  if (value === "" || value === null || value === undefined) removed(doc, path);
  else {
    const short = spliced(text, doc.getIn(path, true), value);
    if (short !== null) return short;
    placed(doc, path, value, order);
  }
  return spaced(doc.toString(WRITTEN), text);
}

/**
 * The text with a plain word in the place of another, nothing else touched; null where that cannot be.
 *
 * @param {string} text @param {any} old @param {any} value
 */
function spliced(text, old, value) {
  if (!isScalar(old) || !old.range || typeof value === "object") return null;
  const [start, end] = old.range;
  const plain = stringify(value, { lineWidth: 0 }).trimEnd();
  if (plain.includes("\n") || plain.length > LONG || text.slice(start, end).includes("\n"))
    return null;
  if (typeof value === "string" && /[,[\]{}]/.test(plain) && !/^["']/.test(plain)) return null;
  return text.slice(0, start) + plain + text.slice(end);
}

/** The text with one more item at the end of the list at `path`. @param {string} text @param {Path} path @param {any} item @param {string[]} order */
export function appended(text, path, item, order = []) {
  const doc = parseDocument(text);
  if (doc.errors.length) return text;
  const list = doc.getIn(path);
  if (isSeq(list)) list.add(doc.createNode(item));
  else if (isScalar(doc.getIn(path, true))) placed(doc, path, [list, item]);
  else placed(doc, path, [item], order);
  return spaced(doc.toString(WRITTEN), text);
}

/** Two spaces before each note at the end of a line that had them: the library writes one, and the checker refuses it. @param {string} text @param {string} before */
function spaced(text, before) {
  const ends = new Set();
  visit(parseDocument(text), {
    Node(_, node) {
      const end = node.range?.[1] ?? 0;
      const [note = ""] = text.slice(end).split("\n", 1);
      if (note.startsWith(" #") && before.includes(` ${note.trimEnd()}`)) ends.add(end);
    },
  });
  return [...ends]
    .sort((a, b) => b - a)
    .reduce((made, end) => `${made.slice(0, end)} ${made.slice(end)}`, text);
}

/**
 * The places of lines: which part of the file a fault is in.
 *
 * @param {string} text @returns {(line: number) => Path} line from 1
 */
export function places(text) {
  const doc = parseDocument(text, { keepSourceTokens: true });
  /** @type {[number, Path][]} */
  const found = [];
  visit(doc, {
    Pair(_, pair, ancestors) {
      const key = /** @type {any} */ (pair.key);
      if (key?.range) found.push([lineOf(text, key.range[0]), pathOf([...ancestors, pair])]);
    },
    Seq(_, seq, ancestors) {
      seq.items.forEach((item, index) => {
        const range = /** @type {any} */ (item)?.range;
        if (range) found.push([lineOf(text, range[0]), [...pathOf(ancestors), index]]);
      });
    },
  });
  found.sort((a, b) => a[0] - b[0]);
  return (line) => {
    /** @type {Path} */
    let nearest = [];
    for (const [start, path] of found) if (start <= line) nearest = path;
    return nearest;
  };
}

/** @param {any} doc @param {Path} path @param {any} value @param {string[]} order */
function placed(doc, path, value, order = []) {
  const old = doc.getIn(path, true);
  if (isScalar(old) && typeof value !== "object") {
    old.value = value;
    if (old.type !== Scalar.QUOTE_DOUBLE && old.type !== Scalar.QUOTE_SINGLE) shaped(old);
    return;
  }
  for (let depth = 1; depth < path.length; depth += 1) {
    const part = doc.getIn(path.slice(0, depth), true);
    if (isCollection(part)) {
      if (part.items.length === 0) part.flow = false; // what was `{}` becomes lines
      continue;
    }
    doc.setIn(path.slice(0, depth), doc.createNode(typeof path[depth] === "number" ? [] : {}));
  }
  const node = doc.createNode(value);
  if (isScalar(node)) shaped(node);
  if (doc.contents === null) doc.contents = doc.createNode({});
  const isNew = !doc.hasIn(path);
  doc.setIn(path, node);
  const map = path.length > 1 ? doc.getIn(path.slice(0, -1)) : doc.contents;
  if (isNew && isMap(map)) ordered(map, order);
}

/** The pair that came last goes before the first that follows it in the order. @param {any} map @param {string[]} order */
function ordered(map, order) {
  const place = (/** @type {any} */ pair) => order.indexOf(String(pair.key));
  const last = map.items.at(-1);
  const next = map.items.findIndex((/** @type {any} */ pair) => place(pair) > place(last));
  if (place(last) < 0 || next < 0) return;
  map.items.pop();
  map.items.splice(next, 0, last);
}

/** A long text is folded, as in every file of the catalogue. @param {any} scalar */
function shaped(scalar) {
  const { value } = scalar;
  if (typeof value !== "string") scalar.type = undefined;
  else if (value.includes("\n") || value.length > LONG) scalar.type = Scalar.BLOCK_FOLDED;
  else scalar.type = undefined;
}

/** @param {any} doc @param {Path} path */
function removed(doc, path) {
  if (!doc.hasIn(path)) return;
  const above = path.slice(0, -1);
  const left = above.length ? doc.getIn(above) : doc.contents;
  const index = isMap(left) ? left.items.findIndex((pair) => String(pair.key) === path.at(-1)) : -1;
  const note =
    isMap(left) && index >= 0 ? /** @type {any} */ (left.items[index]?.key).commentBefore : "";
  doc.deleteIn(path);
  if (note) keptNote(doc, /** @type {any} */ (left), index, note);
  if ((isMap(left) || isSeq(left)) && left.items.length === 0 && above.length) removed(doc, above);
}

/** A comment above what was taken away stays above what follows. @param {any} doc @param {any} map @param {number} index @param {string} note */
function keptNote(doc, map, index, note) {
  const next = map.items[index]?.key;
  if (next) next.commentBefore = [note, next.commentBefore].filter(Boolean).join("\n");
  else doc.comment = [doc.comment, note].filter(Boolean).join("\n");
}

/** @param {readonly any[]} nodes @returns {Path} */
function pathOf(nodes) {
  /** @type {Path} */
  const path = [];
  nodes.forEach((node, index) => {
    if (node?.key !== undefined && "value" in node && !node.items) path.push(String(node.key));
    const next = nodes[index + 1];
    if (isSeq(node) && next !== undefined) path.push(node.items.indexOf(next));
  });
  return path;
}

/** @param {string} text @param {number} offset */
function lineOf(text, offset) {
  return text.slice(0, offset).split("\n").length;
}
