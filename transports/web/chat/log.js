/** The durable events of one conversation, each once, in order. Pure. */
export class Log {
  #events = new Map();
  newest = 0;

  get size() {
    return this.#events.size;
  }

  get oldest() {
    return Math.min(...this.#events.keys());
  }

  /** `new`: it is the next; `known`: it was there; `gap`: others must come before it, so it was not taken. */
  add(event) {
    if (event.seq <= this.newest) return 'known';
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

  /** Lets go of what is older than `seq`; the server still has it. */
  trim(seq) {
    for (const known of this.#events.keys()) if (known < seq) this.#events.delete(known);
  }

  clear() {
    this.#events.clear();
    this.newest = 0;
  }
}
