// @ts-check
/* A table taken along: told as sentences, copied cleanly, saved for a spreadsheet. Loaded when somebody asks for it. */
import { edition, lasting } from "./release.js";
import { amount, clean, csv, inert, sentences } from "./words-taken.js";

const UNREAD =
  ".visually-hidden, .stack td > i, .stack__silent, button, svg, .chart-small, .cites, .cite";
const BLOCK = /^(block|list-item|flex|grid|table)/;

/**
 * The words of a cell in one line; what stands on lines of its own is parted.
 * @param {Element} cell
 */
function words(cell) {
  let text = "";
  /** @param {Node} node */
  const walk = (node) => {
    if (node instanceof Text) text += node.data;
    if (!(node instanceof Element)) return;
    if (node !== cell && node.matches(UNREAD)) return;
    const own = node !== cell && BLOCK.test(getComputedStyle(node).display);
    if (own) text += "\n";
    node.childNodes.forEach(walk);
    if (own) text += "\n";
  };
  walk(cell);
  const lines = clean(text)
    .split("\n")
    .map((line) => line.replaceAll(/\s+/g, " ").trim());
  return lines.filter(Boolean).join("; ");
}

/** @param {HTMLTableElement} table */
function read(table) {
  const heads = [...(table.tHead?.rows[0]?.cells ?? [])].map(words);
  const rows = [...table.tBodies].flatMap((body) => [...body.rows]).filter((row) => !row.hidden);
  const name =
    clean(table.caption ? words(table.caption) : "") ||
    table.parentElement?.getAttribute("aria-label") ||
    document.title;
  return { heads, rows, name };
}

/** @param {HTMLTableElement} table */
function grid(table) {
  const { rows, name } = read(table);
  const heads = [...(table.tHead?.rows[0]?.cells ?? [])].map(
    (cell) => words(cell) || clean(cell.textContent ?? "").trim(), // unseen, but a file needs it
  );
  return [
    [name],
    heads,
    ...rows.map((row) =>
      [...row.cells].flatMap((cell) => [words(cell), ...Array(cell.colSpan - 1).fill("")]),
    ),
  ];
}

/** @param {HTMLTableElement} table */
function told(table) {
  const { heads, rows } = read(table);
  return rows.flatMap((row) => {
    const [head, ...cells] = [...row.cells];
    let column = 0;
    return sentences(
      words(head),
      cells.map((cell) => {
        column += 1;
        const said = [...cell.querySelectorAll("[data-said]")].map(
          (one) => one.getAttribute("data-said") ?? "",
        );
        const label = cell.colSpan > 1 ? "" : (heads[column] ?? "");
        return { label, text: words(cell), said };
      }),
    );
  });
}

/** The parts of a workbook with one sheet. @param {string[][]} rows */
function workbook(rows) {
  /** @param {string} text */
  const xml = (text) =>
    text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
  const cells = (/** @type {string[]} */ row) =>
    row
      .map((text) => {
        const number = amount(text);
        if (number !== null) return `<c><v>${number}</v></c>`;
        return text
          ? `<c t="inlineStr"><is><t xml:space="preserve">${xml(inert(text))}</t></is></c>`
          : "<c/>";
      })
      .join("");
  const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
  const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  const pack = "http://schemas.openxmlformats.org/package/2006";
  const type = "application/vnd.openxmlformats-officedocument.spreadsheetml";
  return {
    "[Content_Types].xml": `${head}<Types xmlns="${pack}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${type}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${type}.worksheet+xml"/></Types>`,
    "_rels/.rels": `${head}<Relationships xmlns="${pack}/relationships"><Relationship Id="r1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    "xl/workbook.xml": `${head}<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="Taulukko" sheetId="1" r:id="r1"/></sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `${head}<Relationships xmlns="${pack}/relationships"><Relationship Id="r1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    "xl/worksheets/sheet1.xml": `${head}<worksheet xmlns="${main}"><sheetData>${rows.map((row) => `<row>${cells(row)}</row>`).join("")}</sheetData></worksheet>`,
  };
}

const SUMS = Uint32Array.from({ length: 256 }, (_, byte) => {
  let sum = byte;
  for (let bit = 0; bit < 8; bit += 1) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1;
  return sum;
});
/** @param {Uint8Array<ArrayBuffer>} bytes */
const checksum = (bytes) => {
  let sum = 0xffffffff;
  for (const byte of bytes) sum = (sum >>> 8) ^ SUMS[(sum ^ byte) & 255];
  return (sum ^ 0xffffffff) >>> 0;
};

/**
 * Files in one archive, stored as they are.
 * @param {Record<string, string>} files
 */
export function archive(files) {
  const encoder = new TextEncoder();
  /** @type {Uint8Array<ArrayBuffer>[]} */
  const parts = [];
  /** @type {Uint8Array<ArrayBuffer>[]} */
  const index = [];
  let at = 0;
  /** @type {(...numbers: [size: 2 | 4, value: number][]) => Uint8Array<ArrayBuffer>} */
  const record = (...numbers) => {
    const view = new DataView(new ArrayBuffer(numbers.reduce((sum, [size]) => sum + size, 0)));
    let place = 0;
    for (const [size, value] of numbers) {
      if (size === 2) view.setUint16(place, value, true);
      else view.setUint32(place, value, true);
      place += size;
    }
    return new Uint8Array(view.buffer);
  };
  for (const [name, text] of Object.entries(files)) {
    const [path, bytes] = [encoder.encode(name), encoder.encode(text)];
    /** @type {[2 | 4, number][]} */
    const about = [
      [2, 20],
      [2, 0x0800],
      [2, 0],
      [2, 0],
      [2, 0x21],
      [4, checksum(bytes)],
      [4, bytes.length],
      [4, bytes.length],
      [2, path.length],
      [2, 0],
    ];
    parts.push(record([4, 0x04034b50], ...about), path, bytes);
    index.push(
      record([4, 0x02014b50], [2, 20], ...about, [2, 0], [2, 0], [2, 0], [4, 0], [4, at]),
      path,
    );
    at += 30 + path.length + bytes.length;
  }
  const size = index.reduce((sum, part) => sum + part.length, 0);
  const count = Object.keys(files).length;
  return [
    ...parts,
    ...index,
    record([4, 0x06054b50], [2, 0], [2, 0], [2, count], [2, count], [4, size], [4, at], [2, 0]),
  ];
}

/**
 * @param {BlobPart[]} parts
 * @param {string} type
 * @param {string} name
 */
function save(parts, type, name) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob(parts, { type }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}

/**
 * What a fold holds once it is opened.
 * @param {HTMLDetailsElement} fold
 */
export function fill(fold) {
  let beside = fold.previousElementSibling;
  while (beside && !beside.querySelector("table")) beside = beside.previousElementSibling;
  const before = beside?.querySelector("table");
  /** @type {HTMLTableElement[]} */
  const tables = fold.dataset.take
    ? [...document.querySelectorAll(fold.dataset.take)].filter(
        (one) => one instanceof HTMLTableElement,
      )
    : before
      ? [before]
      : [];
  /* Asked when it is taken: filters change the address. */
  const from = () => [
    ["Lähde: Työkykymallit", edition(), lasting(location.href.split("#")[0]), "CC BY 4.0"]
      .filter(Boolean)
      .join(", "),
  ];
  const rows = () => [...tables.flatMap((table) => [...grid(table), []]), from()];
  const lines = () => [...tables.flatMap(told), ...from()];
  const file = location.pathname.split("/").filter(Boolean).slice(-1)[0] ?? "taulukko";
  const answer = document.createElement("output");
  answer.setAttribute("aria-live", "polite");
  /** @param {string} text @param {() => unknown} act */
  const button = (text, act) => {
    const made = document.createElement("button");
    made.type = "button";
    made.textContent = text;
    made.addEventListener("click", () => void act());
    return made;
  };
  /** @param {string} text @param {string} done */
  const copy = async (text, done) => {
    try {
      await navigator.clipboard.writeText(text);
      answer.textContent = done;
    } catch {
      answer.textContent = "Selain ei anna kopioida. Valitse lauseet alta ja kopioi ne itse.";
    }
  };
  const tools = document.createElement("p");
  tools.className = "take__tools";
  tools.append(
    button("Kopioi lauseet", () => copy(lines().join("\n"), "Lauseet on kopioitu.")),
    button("Kopioi taulukko", () =>
      copy(
        rows()
          .map((row) => row.join("\t"))
          .join("\n"),
        "Taulukko on kopioitu.",
      ),
    ),
    button("Lataa Excel", () =>
      save(
        archive(workbook(rows())),
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        `${file}.xlsx`,
      ),
    ),
    button("Lataa CSV", () => save([csv(rows())], "text/csv", `${file}.csv`)),
    answer,
  );
  const list = document.createElement("ul");
  const tell = () =>
    list.replaceChildren(
      ...lines().map((line) => {
        const item = document.createElement("li");
        item.textContent = line;
        return item;
      }),
    );
  tell();
  fold.addEventListener("toggle", () => fold.open && tell()); // a filter may have changed since
  document.querySelector("[data-facets]")?.addEventListener("input", () => setTimeout(tell, 500));
  fold.append(tools, list);
}
