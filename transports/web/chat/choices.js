import { h } from './dom.js';
import { named_values } from './text.js';

/** Not `disabled`: that would throw the focus away. */
function retire(button) {
  button.setAttribute('aria-disabled', 'true');
  button.tabIndex = -1;
}

/**
 * The buttons of a question. `choose(value, text)` is called once. After `close` they stay, show what was chosen
 * and do nothing; they keep the focus if they have it.
 */
export class Choices {
  element;
  #items;
  #multi;
  #words;
  #choose;
  #buttons = new Map();
  #done = null;
  #closed = false;

  constructor({ items, multi }, words, choose) {
    this.#items = items;
    this.#multi = multi;
    this.#words = words;
    this.#choose = choose;
    for (const item of items) this.#buttons.set(item.value, this.#button(item));
    if (multi) this.#done = h('button', { type: 'button', class: 'done', on_click: () => this.#finish() }, ' ');
    this.element = h('div', { class: `choices${multi ? ' many' : ''}`, role: 'group', 'aria-label': words.answers },
      ...this.#buttons.values(), this.#done);
    this.#name_done();
  }

  #button({ value, label, chosen }) {
    const pressed = this.#multi ? String(chosen) : null;
    return h('button', { type: 'button', class: 'choice', dir: 'auto', 'aria-pressed': pressed, on_click: () => this.#press(value) }, label);
  }

  #press(value) {
    if (this.#closed) return;
    if (!this.#multi) return this.#answer([value]);
    const button = this.#buttons.get(value);
    button.setAttribute('aria-pressed', String(button.getAttribute('aria-pressed') !== 'true'));
    this.#name_done();
  }

  #finish() {
    if (this.#closed) return;
    this.#answer(this.#items.map((item) => item.value).filter((value) => this.#is_pressed(value)));
  }

  #answer(values) {
    const labels = this.#items.filter((item) => values.includes(item.value)).map((item) => item.label);
    this.#close_with(values);
    this.#choose(this.#multi ? values : values[0], labels.join(', ') || this.#words.none);
  }

  #is_pressed(value) {
    return this.#buttons.get(value).getAttribute('aria-pressed') === 'true';
  }

  #name_done() {
    if (this.#done) this.#done.firstChild.nodeValue = this.#items.some((item) => this.#is_pressed(item.value)) ? this.#words.done : this.#words.none;
  }

  /** Something was said: with words that name a button, or none at all, the question is answered. */
  answer(text) {
    const values = named_values(this.#items, this.#multi, text);
    if (values.length > 0 || !text) this.close(values);
  }

  /** The question was answered, or left behind. */
  close(values = []) {
    if (!this.#closed) this.#close_with(values);
  }

  #close_with(values) {
    this.#closed = true;
    for (const [value, button] of this.#buttons) {
      button.setAttribute('aria-pressed', String(values.includes(value)));
      retire(button);
    }
    if (this.#done) retire(this.#done);
  }
}
