// @ts-check
/**
 * A form drawn from the types of the files. It holds nothing: each answer becomes a change of the text.
 *
 * @typedef {import("./document.js").Path} Path
 * @typedef {{ id: string, name: string, about: string, fields?: string }} Choice
 * @typedef {Record<string, any> & { kind: string }} Node
 * @typedef {{
 *   choices: Record<string, Choice[]>,
 *   source: string,
 *   write: (path: Path, value: any) => void,
 *   add: (path: Path, item: any) => void,
 *   open: Set<string>,
 * }} Desk what a form needs: what may be chosen, the source that the draft leans on,
 *   where answers go, and which folds are open
 */
const FEW = 45; // choices that a menu still shows well

/** @param {Node} node @param {any} data @param {Desk} desk @returns {HTMLElement} */
export function drawn(node, data, desk) {
  return node.kind === "map" ? entries(node, data, desk) : fields(node, [], data ?? {}, desk);
}

/** The name of a place in the page. @param {Path} path */
export function nameOf(path) {
  return `k-${path.join("--")}`;
}

/** @param {Node} node @param {any} data @param {Desk} desk */
function entries(node, data, desk) {
  const box = element("div", { className: "desk__fields" });
  for (const [id, entry] of Object.entries(data ?? {}))
    box.append(folded(id, [id], [fields(node.item, [id], entry ?? {}, desk)], desk));
  const id = element("input", { id: "uusi-tunnus", pattern: "[a-z0-9]+(-[a-z0-9]+)*" });
  const add = button(
    "Lisää",
    () => id.value && desk.write([id.value, node.item.fields[0].name], "…"),
  );
  const label = element("label", {
    htmlFor: id.id,
    textContent: "Uuden kohdan tunnus (a–z, 0–9, -)",
  });
  box.append(element("p", { className: "desk__row" }, [label, id, add]));
  return box;
}

/** Required, usual and answered ones first, the rest in a fold. @param {Node} node @param {Path} path @param {any} data @param {Desk} desk */
function fields(node, path, data, desk) {
  const box = element("div", { className: "desk__fields" });
  const rest = [];
  const numbers = numbersOf(node, data, desk);
  const careful = sourced(node, path, data, desk);
  for (const field of node.fields) {
    const given = data?.[field.name];
    const made = asked(field, [...path, field.name], given, careful);
    const usual = field.required || field.usual || numbers.includes(field.name);
    if (usual || given !== undefined) box.append(made);
    else rest.push(made);
  }
  if (rest.length) box.append(folded(`Lisää tietoja (${rest.length})`, [...path, "+"], rest, desk));
  return box;
}

/** The fields of numbers that a result of the chosen indicator has. @param {Node} node @param {any} data @param {Desk} desk */
function numbersOf(node, data, desk) {
  if (!node.fields.some((/** @type {any} */ { name }) => name === "indicator")) return [];
  const chosen = desk.choices.indicator?.find(({ id }) => id === data?.indicator);
  return chosen?.fields?.split(" ") ?? [];
}

/** The first answer of a part that must name its sources brings the draft's own, its place still to be told. @param {Node} node @param {Path} path @param {any} data @param {Desk} desk @returns {Desk} */
function sourced(node, path, data, desk) {
  if (!path.length || data?.sources || !desk.source || !needsSources(node)) return desk;
  return {
    ...desk,
    write: (at, value) => {
      desk.write(at, value);
      if (value !== undefined) desk.write([...path, "sources"], begun(desk));
    },
  };
}

/** @param {Node} node */
function needsSources(node) {
  const isSources = (/** @type {any} */ { name, required }) => name === "sources" && required;
  return node.fields?.some(isSources);
}

/** @param {Desk} desk */
function begun(desk) {
  return [{ id: desk.source, at: "" }];
}

/** One field with its name, help and control. @param {any} field @param {Path} path @param {any} data @param {Desk} desk @returns {HTMLElement} */
function asked(field, path, data, desk) {
  const { node } = field;
  const name = field.required ? `${field.label} (pakollinen)` : field.label;
  if (node.kind === "object")
    return group(name, field.help, path, [fields(node, path, data, desk)], desk, data);
  if (node.kind === "list")
    return group(name, field.help, path, items(node, path, data, desk), desk, data);
  if (node.kind === "either") return either(field, name, path, data, desk);
  const control = controlOf(node, path, data, desk);
  const help = element("small", { id: `${control.id}-ohje`, textContent: field.help });
  control.setAttribute("aria-describedby", help.id);
  const label = element("label", { htmlFor: control.id, textContent: name });
  return element("div", { className: "desk__field" }, [label, control, help]);
}

/** @param {string} name @param {string} help @param {Path} path @param {HTMLElement[]} inside @param {Desk} desk @param {any} data */
function group(name, help, path, inside, desk, data) {
  const note = element("small", { textContent: help });
  const isEmpty =
    data === undefined || (typeof data === "object" && Object.keys(data ?? {}).length === 0);
  const many = isEmpty ? "" : Array.isArray(data) ? `: ${data.length}` : ": täytetty";
  return folded(`${name}${many}`, path, [note, ...inside], desk);
}

/** @param {string} name @param {Path} path @param {HTMLElement[]} inside @param {Desk} desk */
function folded(name, path, inside, desk) {
  const fold = element("details", { id: nameOf(path), className: "desk__group" }, [
    element("summary", { textContent: name }),
    ...inside,
  ]);
  fold.open = desk.open.has(fold.id);
  fold.addEventListener("toggle", () => desk.open[fold.open ? "add" : "delete"](fold.id));
  return fold;
}

/** The items of a list, each with a way out, and a way to one more. @param {Node} node @param {Path} path @param {any} data @param {Desk} desk */
function items(node, path, data, desk) {
  const given = Array.isArray(data) ? data : data === undefined ? [] : [data];
  const at = (/** @type {number} */ index) => (Array.isArray(data) ? [...path, index] : path);
  const named = (/** @type {HTMLElement} */ control, /** @type {number} */ index) =>
    Object.assign(control, { id: nameOf([...path, index]), ariaLabel: `${index + 1}. kohta` });
  const made = given.map((item, index) => {
    const out = button("Poista", () => desk.write(at(index), undefined));
    out.setAttribute("aria-label", `Poista ${index + 1}. kohta`);
    const inside =
      node.item.kind === "object"
        ? fields(node.item, at(index), item, desk)
        : controlOf(node.item, at(index), item, desk);
    return element("li", {}, [named(inside, index), out]);
  });
  const list = element("ol", { className: "desk__items" }, made);
  if (path.at(-1) === "sources" && given.some((item) => !item?.at)) desk.open.add(nameOf(path));
  const sources = needsSources(node.item) && desk.source ? { sources: begun(desk) } : {};
  const first = node.item.kind === "object" ? sources : "";
  const add = button("Lisää kohta", () => {
    desk.open.add(nameOf(path));
    desk.add(path, first);
    const added = document.getElementById(nameOf([...path, given.length]));
    const control = added?.matches("input, select, textarea")
      ? added
      : added?.querySelector("input, select, textarea");
    /** @type {HTMLElement | null | undefined} */ (control)?.focus();
  });
  return [list, add];
}

/** A fixed word, or more about it. @param {any} field @param {string} name @param {Path} path @param {any} data @param {Desk} desk */
function either(field, name, path, data, desk) {
  const detailed = data !== null && typeof data === "object";
  const menu = select(nameOf(path), [["", "–"], ...field.node.words, ["{", "kerro tarkemmin …"]]);
  menu.value = detailed ? "{" : (data ?? "");
  menu.addEventListener("change", () => {
    const value = menu.value === "{" ? { what: "" } : menu.value;
    desk.write(path, value);
  });
  const label = element("label", { htmlFor: menu.id, textContent: name });
  const help = element("small", { textContent: field.help });
  const inside = detailed ? [fields(field.node.more, path, data, desk)] : [];
  return element("div", { className: "desk__field" }, [label, menu, help, ...inside]);
}

/** @param {Node} node @param {Path} path @param {any} data @param {Desk} desk @returns {HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement} */
function controlOf(node, path, data, desk) {
  const id = nameOf(path);
  const languages = node.kind === "text" && data !== null && typeof data === "object";
  const target = languages ? [...path, "fi"] : path;
  const value = languages ? data.fi : data;
  const control = control_(node, id, desk);
  control.value = value === undefined || value === null ? "" : String(value);
  control.addEventListener("change", () => desk.write(target, answer(node, control.value, desk)));
  return control;
}

/** @param {Node} node @param {string} id @param {Desk} desk */
function control_(node, id, desk) {
  if (node.kind === "choice") return select(id, [["", "–"], ...node.words]);
  if (node.kind === "flag")
    return select(id, [
      ["", "ei"],
      ["true", "kyllä"],
    ]);
  if (node.kind === "id" && (desk.choices[node.of] ?? []).length <= FEW)
    return select(id, [["", "–"], ...desk.choices[node.of].map(named)]);
  if (node.kind === "text" && node.long) return element("textarea", { id, rows: 5 });
  const input = element("input", { id, placeholder: node.example ? `esim. ${node.example}` : "" });
  if (node.kind === "id") input.setAttribute("list", `tunnukset-${node.of}`);
  if (node.kind === "number") input.inputMode = "decimal";
  return input;
}

/** @param {Choice} choice @returns {[string, string]} */
function named({ id, name }) {
  return [id, name === id ? id : `${name} (${id})`];
}

/** What is written in the file for what was typed. @param {Node} node @param {string} typed @param {Desk} desk */
export function answer(node, typed, desk) {
  const text = typed.trim();
  if (text === "") return undefined;
  if (node.kind === "flag") return true;
  if (node.kind === "id") {
    const same = (/** @type {string} */ word) => word.toLowerCase() === text.toLowerCase();
    return desk.choices[node.of]?.find(({ id, name }) => same(id) || same(name))?.id ?? text;
  }
  if (node.kind !== "number") return text;
  const number = Number(text.replace(/[\s\u00a0]/g, "").replace(",", "."));
  return Number.isFinite(number) ? number : text;
}

/** Lists of ids for fields with more choices than a menu shows well. @param {Record<string, Choice[]>} choices */
export function lists(choices) {
  return Object.entries(choices)
    .filter(([, all]) => all.length > FEW)
    .map(([kind, all]) =>
      element(
        "datalist",
        { id: `tunnukset-${kind}` },
        all.map(({ id, name }) => element("option", { value: id, textContent: name })),
      ),
    );
}

/** @param {string} id @param {[string, string][]} words */
function select(id, words) {
  const options = words.map(([value, textContent]) => element("option", { value, textContent }));
  return element("select", { id }, options);
}

/** @param {string} textContent @param {() => void} act */
function button(textContent, act) {
  const made = element("button", { type: "button", textContent });
  made.addEventListener("click", act);
  return made;
}

/**
 * @template {keyof HTMLElementTagNameMap} K
 * @param {K} tag @param {Partial<HTMLElementTagNameMap[K]>} given @param {(HTMLElement | string)[]} inside
 * @returns {HTMLElementTagNameMap[K]}
 */
export function element(tag, given = {}, inside = []) {
  const made = Object.assign(document.createElement(tag), given);
  made.append(...inside);
  return made;
}
