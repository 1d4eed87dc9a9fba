// @ts-check
/* Data of the site. A page that is opened from a disk may read no data: there it is in scripts that the copy for reading
   without a line has beside the data (`mallit kopio`). */

/** @typedef {{ run: (address: URL) => Promise<unknown>, given: Map<string, unknown> }} Keeper */

/**
 * What a file of data holds, which the build packed (`Packed` in `hooks/catalogue/writing.py`).
 * @param {string | URL} address
 * @param {RequestInit} options
 * @returns {Promise<any>}
 */
export async function read(address, options = {}) {
  if (location.protocol === "file:") {
    const keeper = /** @type {Keeper} */ (Reflect.get(globalThis, "modules"));
    const script = new URL(address);
    script.search = "";
    script.pathname += ".js";
    await keeper.run(script);
    return keeper.given.get(script.href);
  }
  const answer = await fetch(address, options);
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  return unpacked(await answer.blob());
}

/**
 * Packed data that stands in a page in the letters of base64.
 * @param {string} text
 */
export async function inflated(text) {
  return unpacked(new Blob([Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0))]));
}

/** @type {(packed: Blob) => Promise<any>} */
const unpacked = (packed) =>
  new Response(packed.stream().pipeThrough(new DecompressionStream("deflate"))).json();

/* Without a server nobody finds the page of a folder: links and forms name it. */
if (globalThis.location?.protocol === "file:") {
  /** @param {string} address */
  const named = (address) => {
    const found = new URL(address);
    if (found.protocol === "file:" && found.pathname.endsWith("/")) found.pathname += "index.html";
    return found.href;
  };
  /** @param {Event} event */
  const name = ({ target }) => {
    const link = target instanceof Element ? target.closest("a") : null;
    if (link?.href) link.href = named(link.href);
    const form = target instanceof HTMLElement ? target.closest("form") : null;
    if (form) form.action = named(form.action);
  };
  for (const link of document.links) link.href = named(link.href);
  for (const kind of ["click", "auxclick", "submit"]) addEventListener(kind, name, true);
}
