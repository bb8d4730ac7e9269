/** Tells when Shift alone was pressed three times within five seconds. Pure. */
export class TripleShift {
  #alone = false;
  #times = [];

  down(key, repeated = false) {
    if (key === 'Shift' && repeated) return;
    this.#alone = key === 'Shift';
    if (!this.#alone) this.#times = [];
  }

  /** How many presses are missing: 0 at the third; undefined if this was none. `now` in milliseconds. */
  up(key, now) {
    if (key !== 'Shift' || !this.#alone) return undefined;
    this.#alone = false;
    this.#times = [...this.#times.filter((time) => now - time <= 5000), now];
    return Math.max(0, 3 - this.#times.length);
  }
}
