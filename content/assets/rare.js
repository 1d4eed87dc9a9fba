// @ts-check
/* What only one page needs is fetched there and nowhere else. */
if (document.querySelector("[data-side-by-side]")) import("./side-by-side.js");
