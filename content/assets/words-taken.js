// @ts-check
/* Texts as they leave the page: in pieces of their own, without what only the page needs. */

/** A text without soft hyphens and with common spaces. @param {string} text */
export const clean = (text) => text.replaceAll("\u00ad", "").replaceAll("\u00a0", " ");

/**
 * A table for a spreadsheet: semicolons as a Finnish Excel wants, and nothing that it would run.
 * @param {string[][]} rows
 */
export const csv = (rows) =>
  "\ufeff" +
  rows.map((row) => row.map((cell) => quoted(inert(cell))).join(";")).join("\r\n") +
  "\r\n";

/** @param {string} text */
const quoted = (text) => (/[";\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** A text that no spreadsheet takes for a formula. @param {string} text */
export const inert = (text) =>
  /^\s*[=+\-@\uff1d\uff0b\uff0d\uff20]|[\t\r\n]/.test(text) && !/^[-+]?\d+([.,]\d+)?$/.test(text)
    ? `'${text}`
    : text;

/**
 * A Finnish number as a number; nothing when the text is something else.
 * @param {string} text
 */
export function amount(text) {
  const plain = text.replaceAll(/(?<=\d)[ \u00a0](?=\d{3}(?!\d))/g, "").replace("\u2212", "-");
  return /^-?\d+(,\d+)?$/.test(plain) ? Number(plain.replace(",", ".")) : null;
}

/**
 * A row of a table as sentences: figures by their own sentence, other cells by their heading.
 * @param {string} head
 * @param {{ label: string, text: string, said: string[] }[]} cells
 */
export function sentences(head, cells) {
  const words = cells
    .filter(({ text, said }) => text && !said.length)
    .map(({ label, text }) => (label ? `${label}: ${text}` : text));
  const first = words.length
    ? [`${head}. ${words.join(". ")}.`.replaceAll(/([.?!])\.(?=\s|$)/g, "$1")]
    : [];
  return [...first, ...cells.flatMap(({ said }) => said)];
}
