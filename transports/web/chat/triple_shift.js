/** Tells when Shift alone was pressed three times within five seconds. Pure. */
export class TripleShift {
  #alone = false;
  #times = [];

  down(key, repeated = false) {
    if (key === 'Shift' && repeated) return;
    this.#alone = key === 'Shift';
    if (!this.#alone) this.#times = [];
  }

  /** True at the third press. `now` in milliseconds. */
  up(key, now) {
    if (key !== 'Shift' || !this.#alone) return false;
    this.#alone = false;
    this.#times = [...this.#times.filter((time) => now - time <= 5000), now];
    return this.#times.length >= 3;
  }
}
