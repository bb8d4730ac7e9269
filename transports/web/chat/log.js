/** The durable events of one conversation, each once, in order. Pure. */
export class Log {
  #events = new Map();
  newest = 0;

  get empty() {
    return this.#events.size === 0;
  }

  /** `new`: it is the next; `known`: it was there; `gap`: others must come before it, so it was not taken. */
  add(event) {
    if (this.#events.has(event.seq)) return 'known';
    if (event.seq > this.newest + 1) return 'gap';
    this.insert(event);
    return 'new';
  }

  /** Takes an event wherever it belongs. */
  insert(event) {
    if (!this.#events.has(event.seq)) this.#events.set(event.seq, event);
    this.newest = Math.max(this.newest, event.seq);
  }

  list() {
    return [...this.#events.values()].sort((a, b) => a.seq - b.seq);
  }

  clear() {
    this.#events.clear();
    this.newest = 0;
  }
}
