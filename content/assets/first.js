// @ts-check
/* Before anything is painted: scripts run here, so the place of what they show is kept; and the colours that the reader
   chose, else the system's. The one script that a page waits for, and it is named before its style has come. */
{
  const { body } = document;
  body.className = location.search ? "scripted asked" : "scripted";
  let chosen = matchMedia("(prefers-color-scheme: dark)").matches ? "tumma" : "";
  try {
    chosen = localStorage.getItem("teema") || chosen;
  } catch {
    /* nothing is kept for this reader */
  }
  if (chosen === "tumma") body.dataset.mdColorScheme = "slate";
}
