// @ts-check
/* A link to something that is folded away opens what holds it; one to what has moved leads on. */
const open = () => {
  const target =
    location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
  const moved = target && target.matches("[data-moved]") && target.querySelector("a");
  if (moved) return location.replace(moved.href);
  /** @type {HTMLDetailsElement | null} */
  let folded = target ? target.closest("details:not([open])") : null;
  if (!target || !folded) return;
  while (folded) {
    folded.open = true;
    folded = folded.parentElement?.closest("details:not([open])") ?? null;
  }
  target.scrollIntoView();
};
open();
addEventListener("hashchange", open);
