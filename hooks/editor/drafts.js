// @ts-check
/** Drafts stay in the browser of who writes them: nothing is sent before the author sends it. */

const KEY = "tyokykymallit-luonnos";

/** @returns {Map<string, string>} text by path under models/ */
export function kept() {
  try {
    return new Map(Object.entries(JSON.parse(localStorage.getItem(KEY) ?? "{}")));
  } catch {
    return new Map();
  }
}

/** Whether they could be kept. @param {Map<string, string>} drafts */
export function keep(drafts) {
  try {
    if (drafts.size) localStorage.setItem(KEY, JSON.stringify(Object.fromEntries(drafts)));
    else localStorage.removeItem(KEY);
    return true;
  } catch {
    return false;
  }
}
