// @ts-check
/* The page around the content: the theme button, the phone's menu, and the place of the reader in the contents list. */
const DARK = "slate";
const LIGHT = "default";

/* The colours: what the reader chose stays; who has chosen nothing follows the system (see the script in main.html). */
const body = document.body;
const theme = /** @type {HTMLButtonElement | null} */ (document.querySelector("[data-theme]"));
const isDark = () => body.dataset.mdColorScheme === DARK;
body.dataset.mdColorScheme ??= LIGHT;
const tell = () =>
  theme?.setAttribute(
    "aria-label",
    isDark() ? "Vaihda vaaleaan teemaan" : "Vaihda tummaan teemaan",
  );
/** @param {boolean} dark */
const paint = (dark) => {
  body.dataset.mdColorScheme = dark ? DARK : LIGHT;
  tell();
};
if (theme) {
  theme.hidden = false;
  tell();
  theme.addEventListener("click", () => {
    paint(!isDark());
    try {
      localStorage.setItem("teema", isDark() ? "tumma" : "vaalea");
    } catch {
      /* it holds for this page */
    }
  });
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", ({ matches }) => {
    try {
      if (localStorage.getItem("teema")) return;
    } catch {
      /* follows the system */
    }
    paint(matches);
  });
}

/* The form opens the file that the page is made of. */
const edit = /** @type {HTMLAnchorElement | null} */ (document.querySelector("a[rel=edit]"));
const form = /** @type {HTMLAnchorElement | null} */ (document.querySelector("a[data-form]"));
if (edit && form) form.search = `?tiedosto=${edit.href.split("/edit/main/")[1]}`;

/* The menu opens and closes without script; with it a listener hears the state from the button itself, and the links of
   the footer are there, too. */
const menu = document.getElementById("valikko");
const opener = document.querySelector("[popovertarget=valikko]");
if (menu && opener) {
  const more = document.querySelector(".site-footer ul")?.cloneNode(true);
  if (more instanceof Element) {
    more.querySelector("button")?.parentElement?.remove();
    menu.append(more);
  }
  opener.setAttribute("aria-expanded", "false");
  menu.addEventListener("toggle", (event) => {
    const opened = /** @type {ToggleEvent} */ (event).newState === "open";
    opener.setAttribute("aria-expanded", String(opened));
  });
}

/* The contents list beside the text, where there is room for it: the page itself holds one that folds, for the phone. */
const main = /** @type {HTMLElement | null} */ (document.querySelector("main[data-headed]"));
if (main) {
  const beside = document.createElement("nav");
  beside.className = "toc";
  beside.setAttribute("aria-label", "Tällä sivulla");
  beside.innerHTML = '<p class="toc__title" aria-hidden="true">Tällä sivulla</p><ul></ul>';
  for (const heading of main.querySelectorAll("h2[id]")) {
    const item = beside.querySelector("ul")?.appendChild(document.createElement("li"));
    const link = item?.appendChild(document.createElement("a"));
    link?.setAttribute("href", `#${heading.id}`);
    link?.append((heading.textContent ?? "").replaceAll("\u00ad", "").trim());
  }
  delete main.dataset.headed;
  main.append(beside);
}

/* The section that is being read is marked in the contents list. */
const links = /** @type {NodeListOf<HTMLAnchorElement>} */ (document.querySelectorAll(".toc a"));
const headings = [...links].flatMap(
  (link) => document.getElementById(decodeURIComponent(link.hash.slice(1))) ?? [],
);
if (headings.length) {
  const mark = () => {
    const passed =
      headings.filter((heading) => heading.getBoundingClientRect().top < 120).length - 1;
    links.forEach((link, at) => {
      if (at === passed) link.setAttribute("aria-current", "true");
      else link.removeAttribute("aria-current");
    });
  };
  let waiting = 0;
  addEventListener(
    "scroll",
    () => {
      cancelAnimationFrame(waiting);
      waiting = requestAnimationFrame(mark);
    },
    { passive: true },
  );
}

/* A table that the phone shows as cards stays a table for who listens: Safari forgets it when its parts are blocks. */
const narrow = matchMedia("(max-width: 44em)");
const roles = { TABLE: "table", THEAD: "rowgroup", TBODY: "rowgroup", TR: "row", TD: "cell" };
const name = () => {
  for (const table of document.querySelectorAll("table.stack, table.compare-table")) {
    for (const part of [table, ...table.querySelectorAll("thead, tbody, tr, td")]) {
      part.setAttribute("role", roles[/** @type {keyof typeof roles} */ (part.tagName)]);
    }
    for (const head of table.querySelectorAll("th")) {
      const column = ["col", "colgroup"].includes(head.scope);
      head.setAttribute("role", column ? "columnheader" : "rowheader");
    }
  }
};
if (narrow.matches) name();
else narrow.addEventListener("change", name, { once: true });
