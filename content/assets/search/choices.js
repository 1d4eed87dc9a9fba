// @ts-check
/* Filters: which documents each choice has, and what would be left of each. */
/** @import { FacetTold } from "./parts.js" */
/** @typedef {{ [name: string]: string }} Chosen */
/** @typedef {{ id: string, text: string }} Option */
/** @typedef {{ name: string, label: string, options: Option[], of: Map<number, number[]> }} Facet */

export class Choices {
  /** @param {FacetTold[]} told */
  constructor(told) {
    /** @type {Facet[]} */
    this.facets = told.map(([name, label, options]) => ({
      name,
      label,
      options: options.map(([id, text]) => ({ id, text })),
      of: byDocument(options.map(([, , distances]) => distances)),
    }));
  }

  /**
   * Documents that every choice has; `but` leaves one filter out.
   * @param {Chosen} chosen
   * @returns {(doc: number) => boolean}
   */
  fits(chosen, but = "") {
    const wanted = Object.entries(chosen)
      .filter(([name, id]) => id && name !== but)
      .map(([name, id]) => {
        const facet = this.facets.find((one) => one.name === name);
        return { of: facet?.of, option: facet?.options.findIndex((one) => one.id === id) ?? -1 };
      });
    return (doc) => wanted.every(({ of, option }) => of?.get(doc)?.includes(option));
  }

  /**
   * Option -> how many of the documents it would leave, given the other choices.
   * @param {Chosen} chosen
   * @param {number[]} docs
   */
  counts(chosen, docs) {
    return this.facets.map((facet) => {
      const fit = this.fits(chosen, facet.name);
      const counts = facet.options.map(() => 0);
      for (const doc of docs) {
        const options = facet.of.get(doc);
        if (options && fit(doc)) for (const option of options) counts[option] += 1;
      }
      return { facet, counts };
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
      const byId = new Map(facet.options.map(({ id }, number) => [id, counts[number]]));
      for (const option of select.options) {
        if (!option.value) continue;
        const count = byId.get(option.value) || 0;
        const told = `${option.dataset.label} (${count})`;
        if (option.textContent !== told) option.textContent = told;
        option.hidden = option.disabled = !count && !option.selected;
      }
    }
  }
}

/**
 * The numbers of the options that each document has.
 * @param {number[][]} told by option, each document as its distance from the one before
 */
function byDocument(told) {
  /** @type {Map<number, number[]>} */
  const found = new Map();
  for (const [option, distances] of told.entries()) {
    let doc = 0;
    for (const distance of distances) {
      doc += distance;
      const list = found.get(doc);
      if (list) list.push(option);
      else found.set(doc, [option]);
    }
  }
  return found;
}
