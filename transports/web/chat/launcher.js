import { h, icon } from './dom.js';
import { Hint } from './hint.js';

const speech = 'M4 5h16v11H9l-5 4z';

/** The button in the corner. `open()`, and `dismiss()` for the greeting beside it. */
export class Launcher {
  element;
  button;
  #words;
  #hint = new Hint();
  #greeting = null;
  #count = h('span', { class: 'count', hidden: true });

  constructor(words, { label, greeting }, { open, dismiss }) {
    this.#words = words;
    this.button = h('button', { type: 'button', class: 'launcher', part: 'launcher', 'aria-expanded': 'false', on_click: open },
      icon(speech), label || words.open, this.#count);
    if (greeting) {
      this.#greeting = h('section', { class: 'greeting', 'aria-label': words.open }, h('p', { dir: 'auto' }, greeting),
        h('button', { type: 'button', class: 'plain', on_click: () => (this.#greeting.remove(), dismiss(), this.button.focus()) }, words.dismiss));
    }
    this.element = h('div', { class: 'corner', lang: words.tag, part: 'corner' }, this.#hint.element, this.#greeting, this.button);
  }

  /** Says something for a moment. */
  hint(text) {
    this.#hint.say(text);
  }

  /** How many messages nobody has seen. */
  unread(count) {
    this.#count.hidden = count === 0;
    this.#count.textContent = this.#words.unread(count);
  }

  shown(on) {
    this.element.hidden = !on;
    this.button.setAttribute('aria-expanded', String(!on));
    if (!on) this.#greeting?.remove();
  }
}
