/* Filters of the list of models. Without script every model is listed; with it the state is in the address. */
const form = document.querySelector("[data-facets]");
if (form) {
  const cards = [...document.querySelectorAll("[data-cards] > .card")];
  const output = form.querySelector("output");
  const apply = () => {
    const wanted = [...new FormData(form)].filter(([, value]) => value);
    let shown = 0;
    for (const card of cards) {
      const fits = wanted.every(([name, value]) => name === "haku"
        ? card.textContent.toLowerCase().includes(value.toLowerCase())
        : (card.dataset[name] || "").split(" ").includes(value));
      card.hidden = !fits;
      shown += fits;
    }
    output.textContent = shown === 1 ? "1 malli" : `${shown} mallia`;
    const query = new URLSearchParams(wanted).toString();
    history.replaceState(null, "", query ? `?${query}` : location.pathname);
  };
  for (const [name, value] of new URLSearchParams(location.search)) {
    if (form.elements[name]) form.elements[name].value = value;
  }
  form.hidden = false;
  form.addEventListener("input", apply);
  form.addEventListener("reset", () => setTimeout(apply));
  form.addEventListener("submit", (event) => event.preventDefault());
  apply();
}
