import { h } from './dom.js';

const hint_ms = 5000;

/** A line that is shown and read out for a moment. */
export class Hint {
  element = h('p', { class: 'banner', role: 'status' });
  #timer;

  say(text) {
    clearTimeout(this.#timer);
    this.element.textContent = text;
    this.#timer = setTimeout(() => (this.element.textContent = ''), hint_ms);
  }
}
