// @ts-check
/**
 * Where in a file one is writing, also while the file cannot be read: told from the indentation alone.
 *
 * @typedef {{ path: string[], key: boolean, from: number, word: string }} Place
 *   `path`: names of the fields around (items of lists are not counted); `key`: whether a field's name is being written;
 *   `from`: where the word being written begins; `word`: as far as it is written
 */
const LINE = /^(?<indent>[ ]*(?:- +)*)(?:(?<key>[^\s:#{}[\],"']+):(?=\s|$))?/;
const FLOW = /[{,]\s*(?<key>[\w-]+):\s*[^{},[\]]*$/;
const FLOW_KEY = /[{,]\s*(?<word>[\w-]*)$/;
const LIST = /\[[^\]]*$/;

/** @param {string} text @param {number} offset @returns {Place} */
export function placeAt(text, offset) {
  const before = text.slice(0, offset);
  const start = before.lastIndexOf("\n") + 1;
  const line = before.slice(start);
  const [indent, name] = parts(line);
  const above = pathAbove(text.slice(0, start), indent);
  const word = /[^\s:{}[\],"']*$/.exec(line)?.[0] ?? "";
  const from = offset - word.length;
  const inside = name ? [...above, name] : above;
  const open = line.lastIndexOf("{") > line.lastIndexOf("}");
  if (open && FLOW_KEY.test(line)) return { path: inside, key: true, from, word };
  const flow = open ? FLOW.exec(line)?.groups?.key : undefined;
  if (flow) return { path: [...inside, flow], key: false, from, word };
  if (name) return { path: inside, key: false, from, word };
  const item = /^\s*- +\S*$/.test(line) && !LIST.test(line);
  return { path: above, key: !item || word === "", from, word };
}

/** @param {string} line @returns {[number, string]} column of the content, name of the field */
function parts(line) {
  const groups = LINE.exec(line)?.groups ?? {};
  return [(groups.indent ?? "").length, groups.key ?? ""];
}

/** @param {string} text @param {number} indent @returns {string[]} */
function pathAbove(text, indent) {
  const path = [];
  let column = indent;
  for (const line of text.split("\n").reverse()) {
    if (!line.trim() || line.trim().startsWith("#")) continue;
    const [start, name] = parts(line);
    const first = line.search(/\S/);
    if (name && start < column) {
      path.unshift(name);
      column = start;
    }
    if (first < column && line.trim().startsWith("- ")) column = first + 1;
    if (column === 0) break;
  }
  return path;
}
