// @ts-check
/* Filters: which documents each choice has, and what would be left of each. */
/** @import { FacetTold } from "./parts.js" */
/** @typedef {{ [name: string]: string }} Chosen */
/** @typedef {{ id: string, text: string, members: Set<number> }} Option */
/** @typedef {{ name: string, label: string, options: Option[] }} Facet */

export class Choices {
  /** @param {FacetTold[]} told */
  constructor(told) {
    /** @type {Facet[]} */
    this.facets = told.map(([name, label, options]) => ({
      name,
      label,
      options: options.map(([id, text, distances]) => {
        let sum = 0;
        return { id, text, members: new Set(distances.map((distance) => (sum += distance))) };
      }),
    }));
  }

  /** @type {(name: string, id: string) => Option | undefined} */
  option(name, id) {
    return this.facets.find((facet) => facet.name === name)?.options.find((one) => one.id === id);
  }

  /**
   * Documents that every choice has; `but` leaves one filter out.
   * @param {Chosen} chosen
   * @returns {(doc: number) => boolean}
   */
  fits(chosen, but = "") {
    const sets = Object.entries(chosen)
      .filter(([name, id]) => id && name !== but)
      .map(([name, id]) => this.option(name, id)?.members || new Set());
    return (doc) => sets.every((set) => set.has(doc));
  }

  /**
   * Option -> how many of the documents it would leave, given the other choices.
   * @param {Chosen} chosen
   * @param {number[]} docs
   */
  counts(chosen, docs) {
    return this.facets.map((facet) => {
      const fit = this.fits(chosen, facet.name);
      const left = docs.filter(fit);
      return {
        facet,
        counts: facet.options.map((option) =>
          left.reduce((sum, doc) => sum + Number(option.members.has(doc)), 0),
        ),
      };
    });
  }

  /**
   * Put the counts into the selects of a form; choices that would leave nothing are out of the way.
   * @param {HTMLFormElement} form
   * @param {Chosen} chosen
   * @param {number[]} docs
   */
  show(form, chosen, docs) {
    for (const { facet, counts } of this.counts(chosen, docs)) {
      const select = /** @type {HTMLSelectElement | null} */ (form.elements.namedItem(facet.name));
      if (!select) continue;
      for (const option of select.options) {
        const number = facet.options.findIndex((one) => one.id === option.value);
        if (!option.value) continue;
        const count = number < 0 ? 0 : counts[number];
        option.textContent = `${option.dataset.label} (${count})`;
        option.hidden = option.disabled = !count && !option.selected;
      }
    }
  }
}
