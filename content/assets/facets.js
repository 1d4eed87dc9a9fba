/* Filters of a list: `data-facets` names the things to list, their data attributes are compared with what is chosen.
   Without script everything is listed; with it the choice is in the address, beside a possible anchor. */
const form = document.querySelector("[data-facets]");
if (form) {
  const items = [...document.querySelectorAll(form.dataset.facets)];
  const groups = [...document.querySelectorAll("[data-group]")];
  const output = form.querySelector("output");
  const fits = (item, [name, value]) => (name === "haku"
    ? item.textContent.toLowerCase().includes(value.toLowerCase())
    : (item.dataset[name] || "").split(" ").includes(value));
  const show = () => {
    const wanted = [...new FormData(form)].filter(([, value]) => value);
    for (const item of items) item.hidden = !wanted.every((choice) => fits(item, choice));
    for (const group of groups) {
      const members = items.filter((item) => group.contains(item));
      group.hidden = members.length > 0 && members.every((item) => item.hidden);
    }
    const shown = items.filter((item) => !item.hidden).length;
    output.textContent = shown === 1 ? `1 ${form.dataset.one}` : `${shown} ${form.dataset.many}`;
    return new URLSearchParams(wanted).toString();
  };
  const apply = () => {
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
  };
  /* A link to something that the filters hide shows everything again. */
  const reveal = () => {
    const target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target) return;
    if (target.closest("[hidden]")) { form.reset(); clear(); show(); }
    target.scrollIntoView();
  };
  fill();
  form.hidden = false;
  form.addEventListener("input", apply);
  form.addEventListener("reset", () => { clear(); setTimeout(apply); });
  form.addEventListener("submit", (event) => event.preventDefault());
  addEventListener("hashchange", reveal);
  addEventListener("popstate", () => { fill(); setTimeout(show); });
  setTimeout(() => { fill(); show(); reveal(); });
}
