// @ts-check
/* A table that is wider than its frame says so: the edge behind which columns follow fades, and the frame tells how many. */

/**
 * Which edges hide something, as the style reads it.
 * @param {number} left how far the frame is scrolled
 * @param {number} width of the frame
 * @param {number} whole width of what is in it
 */
export function hidden(left, width, whole) {
  return [left > 1 ? "start" : "", left + width < whole - 1 ? "end" : ""].filter(Boolean).join(" ");
}

/** @param {HTMLElement} frame */
function tell(frame) {
  const more = hidden(frame.scrollLeft, frame.clientWidth, frame.scrollWidth);
  if (more) frame.dataset.more = more;
  else delete frame.dataset.more;
}

/** @type {NodeListOf<HTMLElement>} */
const frames = document.querySelectorAll(".table-frame");
if (frames.length) {
  const watch = new ResizeObserver((changes) => {
    for (const { target } of changes) tell(/** @type {HTMLElement} */ (target));
  });
  for (const frame of frames) {
    const columns = frame.querySelector("tr")?.cells.length ?? 0;
    frame.dataset.cue = `${columns} saraketta`;
    frame.addEventListener("scroll", () => tell(frame), { passive: true });
    watch.observe(frame);
  }
}
