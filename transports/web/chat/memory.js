/**
 * What outlives a reload of this tab, and nothing longer: the session, what was not sent yet, the bot's card.
 * Where the browser forbids storage, it is kept until the page goes.
 */
export class Memory {
  #storage;
  #key;
  #values = {};

  constructor(storage, key) {
    this.#storage = storage;
    this.#key = key;
    try {
      const stored = JSON.parse(storage.getItem(key));
      if (stored && typeof stored === 'object') this.#values = stored;
    } catch {
      // Nothing stored that can be read: a new conversation.
    }
  }

  get(name) {
    return this.#values[name];
  }

  set(values) {
    Object.assign(this.#values, values);
    try {
      this.#storage.setItem(this.#key, JSON.stringify(this.#values));
    } catch {
      // Full or forbidden.
    }
  }

  clear() {
    this.#values = {};
    try {
      this.#storage.removeItem(this.#key);
    } catch {
      // Forbidden.
    }
  }
}

/** This tab's storage; some browsers throw at the mere mention. */
export function tab_storage() {
  try {
    return sessionStorage;
  } catch {
    return null;
  }
}
