// @ts-check
/* Keeps the modules of the site: each is a function that runs once, when it is first used. The build writes every module
   in here (catalogue/site/assets.py), so that a page asks for one script, and reads from a disk as well as from a server. */
const keeper = () => {
  /** @type {Map<string, () => any>} */
  const kept = new Map();
  /** @type {Map<string, any>} */
  const made = new Map();
  /** @type {Map<string, Promise<void>>} */
  const coming = new Map();
  const here = new URL("./", /** @type {HTMLScriptElement} */ (document.currentScript).src);

  /**
   * Runs a script of the site; fails when it cannot be had.
   * @param {URL} address
   */
  const run = (address) => {
    const script = document.createElement("script");
    script.src = address.href;
    const done = new Promise((resolve, reject) => {
      script.addEventListener("load", resolve);
      script.addEventListener("error", () => reject(new Error(address.href)));
    });
    document.head.append(script);
    return done.finally(() => script.remove());
  };

  return {
    /** The file of each module that pages do not load at once. @type {Record<string, string>} */
    parts: {},
    run,
    /** Data that came as a script, by the address of the script. @type {Map<string, unknown>} */
    given: new Map(),
    /** @param {unknown} data */
    give(data) {
      this.given.set(/** @type {HTMLScriptElement} */ (document.currentScript).src, data);
    },
    /** @type {(name: string, make: () => any) => void} */
    keep: (name, make) => void kept.set(name, make),
    /** @type {(name: string) => any} */
    use(name) {
      if (!made.has(name)) made.set(name, /** @type {() => any} */ (kept.get(name))());
      return made.get(name);
    },
    /** @type {(name: string) => Promise<any>} */
    async later(name) {
      if (!kept.has(name)) {
        if (!coming.has(name)) coming.set(name, run(new URL(this.parts[name], here)));
        await coming.get(name)?.catch((error) => {
          coming.delete(name);
          throw error;
        });
      }
      return this.use(name);
    },
    /** The address of a module, wherever the build has put it. @type {(name: string) => string} */
    at: (name) => new URL(name, here).href,
  };
};
Object.assign(globalThis, { modules: keeper() });
