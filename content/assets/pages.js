// @ts-check
/* A list that goes on in further pages: a link to one of its anchors leads to the page where it stands, and a link to a
   filtered list leads to the search, which knows all of it. */
import { read } from "./read.js";

/** @type {HTMLElement | null} */
const pager = document.querySelector("[data-anchors]");
if (pager) {
  const { anchors = "", search = "" } = pager.dataset;
  const follow = async () => {
    const anchor = decodeURIComponent(location.hash.slice(1));
    if (!anchor || document.getElementById(anchor)) return;
    /** @type {Record<string, number>} */
    const pages = await read(new URL(anchors, location.href));
    if (pages[anchor]) {
      location.replace(
        new URL(`sivu/${pages[anchor]}/#${anchor}`, new URL(anchors, location.href)),
      );
    }
  };
  if (location.search && document.querySelector("[data-filter]")) {
    location.replace(new URL(search, location.href).href + location.search);
  } else {
    follow();
    addEventListener("hashchange", follow);
  }
}
