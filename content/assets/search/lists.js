// @ts-check
/* Lists of hits that are drawn little by little: what fits the screen first, the rest when that is seen. */
import { hit } from "./show.js";

/** @import { Shown } from "./engine.js" */
/** @import { Hit } from "./parts.js" */
/** @typedef {(list: Hit[]) => Promise<Shown[]>} Draw */
/**
 * `node` gets `list` when the first hit is drawn, and `end` after the last; hits that are `mixed` tell their kind.
 * @typedef {{ hits: Hit[], level: "h2" | "h3", mixed?: boolean, list: HTMLElement, node: HTMLElement, end: Node | null }} List
 */

export class Lists {
  /** @type {HTMLElement[]} */
  made = [];
  drawn = 0;

  /**
   * @param {List[]} lists
   * @param {Draw} draw
   */
  constructor(lists, draw) {
    this.lists = lists;
    this.draw = draw;
  }

  /**
   * Are the first lists drawn to their end?
   * @param {number} many
   */
  whole(many) {
    const wanted = this.lists.slice(0, many).reduce((sum, { hits }) => sum + hits.length, 0);
    return this.drawn >= wanted;
  }

  /**
   * Draw so many hits more; lists of which there is something now are `made`.
   * @param {number} many
   */
  async more(many) {
    let start = this.drawn;
    let left = many;
    const wanted = this.lists.map(({ hits }) => {
      const next = hits.slice(start, start + left);
      start = Math.max(0, start - hits.length);
      left -= next.length;
      return next;
    });
    const shown = await Promise.all(wanted.map(this.draw));
    for (const [number, { level, mixed, list, node, hits, end }] of this.lists.entries()) {
      if (!shown[number].length) continue;
      list.append(...shown[number].map((one) => hit(one, level, mixed)));
      this.drawn += shown[number].length;
      if (!list.parentNode) {
        node.append(list);
        this.made.push(node);
      }
      if (end && list.childElementCount === hits.length) node.append(end);
    }
  }
}

/* When the browser has shown what is there; of a page that nobody looks at it shows nothing. */
export const seen = () =>
  document.hidden
    ? Promise.resolve()
    : new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
