/** A storage of this browser, or undefined; some throw at the mere mention. */
function storage(name) {
  try {
    return globalThis[name];
  } catch {
    return undefined;
  }
}

function read(from, key) {
  try {
    const stored = JSON.parse(from.getItem(key));
    return stored && typeof stored === 'object' ? stored : null;
  } catch {
    return null; // nothing that can be read: a new conversation
  }
}

/**
 * What outlives a reload: the session, what was not sent yet, the bot's card. It goes with the tab, unless the
 * visitor asks to continue later. Where the browser forbids storage, it is kept until the page goes.
 */
export class Memory {
  kept = false;
  #key;
  #values;
  #tab;
  #device;

  constructor(key, tab = storage('sessionStorage'), device = storage('localStorage')) {
    this.#key = key;
    this.#tab = tab;
    this.#device = device;
    const lasting = read(device, key);
    this.kept = lasting !== null;
    this.#values = lasting ?? read(tab, key) ?? {};
  }

  get(name) {
    return this.#values[name];
  }

  set(values) {
    Object.assign(this.#values, values);
    this.#write();
  }

  /** From now on beyond the tab, or no longer. */
  keep(on) {
    this.#remove();
    this.kept = on;
    this.#write();
  }

  clear() {
    this.#values = {};
    this.#remove();
    this.kept = false;
  }

  /** Everything this tab keeps, of whomever. */
  clear_tab() {
    try {
      this.#tab.clear();
    } catch {
      // Forbidden.
    }
  }

  #write() {
    try {
      (this.kept ? this.#device : this.#tab).setItem(this.#key, JSON.stringify(this.#values));
    } catch {
      // Full or forbidden.
    }
  }

  #remove() {
    for (const place of [this.#tab, this.#device]) {
      try {
        place.removeItem(this.#key);
      } catch {
        // Forbidden.
      }
    }
  }
}
