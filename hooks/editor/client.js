// @ts-check
/** The checker in its own thread: questions and answers; of several checks that wait only the last is asked. */
export class Checker {
  /** @param {string} address of the worker */
  constructor(address) {
    this.worker = new Worker(address, { type: "module" });
    /** @type {Map<number, [(answer: any) => void, (fault: Error) => void]>} */
    this.waiting = new Map();
    this.asked = 0;
    this.worker.addEventListener("message", ({ data }) => {
      const [answer, fault] = this.waiting.get(data.id) ?? [];
      this.waiting.delete(data.id);
      if (data.fault) fault?.(new Error(data.fault));
      else answer?.(data.answer);
    });
    this.worker.addEventListener("error", (event) => {
      for (const [, fault] of this.waiting.values()) fault(new Error(event.message));
      this.waiting.clear();
    });
  }

  /** @param {string} method @param {...any} given @returns {Promise<any>} */
  ask(method, ...given) {
    const id = (this.asked += 1);
    return new Promise((answer, fault) => {
      this.waiting.set(id, [answer, fault]);
      this.worker.postMessage({ id, method, given });
    });
  }
}
