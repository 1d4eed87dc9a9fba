/* Filters of a list: `data-facets` names the things to list, their data attributes are compared with what is chosen.
   Without script everything is listed; with it the choice is in the address, beside a possible anchor. Every choice tells
   how much it would leave, and one that would leave nothing is out of the way. */
const form = document.querySelector("[data-facets]");
if (form) {
  const items = [...document.querySelectorAll(form.dataset.facets)];
  const groups = [...document.querySelectorAll("[data-group]")];
  const output = form.querySelector("output");
  const has = (item, name, value) => (item.dataset[name] || "").split(" ").includes(value);
  let typed = () => true;
  const chosen = () => [...new FormData(form)].filter(([, value]) => value);
  const fits = (item, wanted) => wanted.every(([name, value]) => (name === "haku" ? typed(item) : has(item, name, value)));
  const count = (wanted) => {
    for (const select of form.querySelectorAll("select")) {
      const left = items.filter((item) => fits(item, wanted.filter(([name]) => name !== select.name)));
      for (const option of select.options) {
        if (!option.value) continue;
        const many = left.filter((item) => has(item, select.name, option.value)).length;
        option.textContent = `${option.dataset.label} (${many})`;
        option.hidden = option.disabled = !many && !option.selected;
      }
    }
  };
  const show = () => {
    const wanted = chosen();
    for (const item of items) item.hidden = !fits(item, wanted);
    for (const group of groups) {
      const members = items.filter((item) => group.contains(item));
      group.hidden = members.length > 0 && members.every((item) => item.hidden);
    }
    const shown = items.filter((item) => !item.hidden).length;
    output.textContent = shown === 1 ? `1 ${form.dataset.one}` : `${shown} ${form.dataset.many}`;
    count(wanted);
    return new URLSearchParams(wanted).toString();
  };
  /* Words in any order and without marks; a list whose things the search knows is asked of the search. */
  let turn = 0;
  const read = async () => {
    const mine = ++turn;
    const query = form.elements.haku?.value.trim() || "";
    if (!query) typed = () => true;
    else if (form.dataset.searched) typed = await asked(query);
    else {
      const { folded, words } = await import("./search/words.js");
      const wanted = words(query).map(folded);
      typed = (item) => {
        const text = ` ${words(item.textContent).map(folded).join(" ")} `;
        return wanted.every((word) => text.includes(word));
      };
    }
    return mine === turn;
  };
  const asked = async (query) => {
    const { engine } = await import("./search/engine.js");
    const search = await engine();
    const { hits } = await search.search(query, { typing: true });
    const known = new Set(hits.map((hit) => hit.doc));
    return (item) => known.has(Number(item.dataset.doc));
  };
  const apply = async () => {
    if (!(await read())) return;
    const query = show();
    history.replaceState(null, "", (query ? `?${query}` : location.pathname) + location.hash);
  };
  const silent = [...form.querySelectorAll("input[type=hidden]")];
  const clear = () => { for (const field of silent) field.value = ""; };
  const fill = () => {
    form.reset();
    clear();
    for (const [name, value] of new URLSearchParams(location.search)) {
      const field = form.elements[name];
      if (!field) continue;
      const former = [...(field.options || [])].find((option) =>
        (option.dataset.former || "").split(" ").includes(value));
      field.value = former ? former.value : value;
      if (field.value !== value && !former) field.value = "";
    }
    for (const fold of form.querySelectorAll("details")) {
      if ([...fold.querySelectorAll("select")].some((select) => select.value)) fold.open = true;
    }
  };
  /* A link to something that the filters hide shows everything again. */
  const reveal = () => {
    const target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target) return;
    if (target.closest("[hidden]")) { form.reset(); clear(); read().then(show); }
    target.scrollIntoView();
  };
  fill();
  form.hidden = false;
  form.addEventListener("input", apply);
  form.addEventListener("reset", () => { clear(); setTimeout(apply); });
  form.addEventListener("submit", (event) => event.preventDefault());
  addEventListener("hashchange", reveal);
  addEventListener("popstate", () => { fill(); setTimeout(() => read().then(show)); });
  setTimeout(() => { fill(); show(); read().then(() => { show(); reveal(); }); });
}
