// @ts-check
/**
 * The checker of the catalogue in the browser: the same Python, run by Pyodide, away from the page's own thread.
 * Takes `{ id, method, arguments }`, answers `{ id, answer }` or `{ id, fault }`.
 */
import sanitizeHtml from "sanitize-html";

const HERE = new URL(".", import.meta.url);
const PYTHON = `
import json, sys
sys.path[:0] = ["/parts/libraries", "/parts/catalogue"]
from catalogue.desk.wire import opened
desk = opened("/parts/catalogue")
`;

/** What nh3 does for the built site: Rust is not at hand here. @param {string} html @param {string[]} tags */
function cleaned(html, tags) {
  return sanitizeHtml(html, { allowedTags: tags, allowedAttributes: {} });
}

async function started() {
  const runtime = new URL("pyodide.mjs", HERE).href;
  const { loadPyodide } = await import(runtime);
  const [python, libraries, catalogue] = await Promise.all([
    loadPyodide({ indexURL: HERE.href }),
    fetched("libraries.zip"),
    fetched("catalogue.zip"),
  ]);
  python.unpackArchive(libraries, "zip", { extractDir: "/parts/libraries" });
  python.unpackArchive(catalogue, "zip", { extractDir: "/parts/catalogue" });
  python.registerJsModule("cleaning", { cleaned });
  python.runPython(PYTHON);
  return python.globals.get("desk");
}

/** @param {string} name */
async function fetched(name) {
  const response = await fetch(new URL(name, HERE));
  if (!response.ok) throw new Error(`${name}: ${response.status}`);
  return response.arrayBuffer();
}

const desk = started();

self.addEventListener("message", async ({ data: { id, method, given } }) => {
  try {
    self.postMessage({ id, answer: JSON.parse((await desk).call(method, JSON.stringify(given))) });
  } catch (fault) {
    self.postMessage({ id, fault: String(fault) });
  }
});
