// @ts-check
/* Filters: which documents each choice has, and what would be left of each. */
/** @import { FacetTold } from "./parts.js" */
/** @typedef {{ [name: string]: string }} Chosen */
/** @typedef {{ id: string, text: string, docs: number[] }} Option */
/** @typedef {{ name: string, label: string, options: Option[] }} Facet */

/* What an option said when it was last counted. @type {WeakMap<HTMLOptionElement, number>} */
const told = new WeakMap();

export class Choices {
  /**
   * @param {FacetTold[]} told
   * @param {number} size how many documents there are
   */
  constructor(told, size) {
    this.size = size;
    /** @type {Facet[]} */
    this.facets = told.map(([name, label, options]) => ({
      name,
      label,
      options: options.map(([id, text, distances]) => ({ id, text, docs: numbers(distances) })),
    }));
  }

  /**
   * How many choices each document lacks, and the last that it lacks as the number of its filter.
   * @param {Chosen} chosen
   */
  lacks(chosen) {
    const many = new Uint8Array(this.size);
    const last = new Int8Array(this.size).fill(-1);
    for (const [name, id] of Object.entries(chosen)) {
      if (!id) continue;
      const number = this.facets.findIndex((facet) => facet.name === name);
      const has = new Uint8Array(this.size);
      const option = this.facets[number]?.options.find((one) => one.id === id);
      for (const doc of option?.docs ?? []) has[doc] = 1;
      for (let doc = 0; doc < this.size; doc++) {
        if (has[doc]) continue;
        many[doc] += 1;
        last[doc] = number;
      }
    }
    return { many, last };
  }

  /**
   * Documents that every choice has.
   * @param {Chosen} chosen
   * @returns {(doc: number) => boolean}
   */
  fits(chosen) {
    const { many } = this.lacks(chosen);
    return (doc) => many[doc] === 0;
  }

  /**
   * Option -> how many of the documents it would leave, given the other choices.
   * @param {Chosen} chosen
   * @param {number[]} docs
   */
  counts(chosen, docs) {
    const { many, last } = this.lacks(chosen);
    const found = new Uint8Array(this.size);
    for (const doc of docs) found[doc] = 1;
    return this.facets.map((facet, number) => {
      const counts = facet.options.map(({ docs }) => {
        let count = 0;
        for (const doc of docs)
          if (found[doc] && (!many[doc] || (many[doc] === 1 && last[doc] === number))) count += 1;
        return count;
      });
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
        const away = !count && !option.selected;
        if (told.get(option) !== count) option.textContent = `${option.dataset.label} (${count})`;
        if (option.hidden !== away) option.hidden = option.disabled = away;
        told.set(option, count);
      }
    }
  }
}

/**
 * Documents, each told as its distance from the one before.
 * @param {number[]} distances
 */
function numbers(distances) {
  let doc = 0;
  return distances.map((distance) => (doc += distance));
}
