import { h, icon, unseen } from './dom.js';
import { sendable } from './outbox.js';
import { excess } from './text.js';

const arrow = 'M4 12h14M12 5l7 7-7 7';

/** Where the visitor writes. `send(text)` is called with what fits. */
export class Composer {
  element;
  input;
  limits = { text: 4000, bytes: 16_384 };
  #words;
  #send;
  #complaint;

  constructor(words, send) {
    this.#words = words;
    this.#send = send;
    this.input = h('textarea', {
      rows: '1', dir: 'auto', id: 'message', placeholder: words.placeholder, autocomplete: 'off', enterkeyhint: 'send',
      'aria-describedby': 'keys complaint', on_input: () => this.#check(), on_keydown: (event) => this.#key(event),
    });
    this.#complaint = h('p', { class: 'complaint', id: 'complaint', role: 'alert' });
    this.element = h('form', { class: 'composer', on_submit: (event) => this.#submit(event) },
      h('label', { class: 'unseen', for: 'message' }, words.message),
      h('span', { class: 'unseen', id: 'keys' }, words.keys),
      this.#complaint,
      h('div', { class: 'line' }, this.input, h('button', { class: 'send' }, icon(arrow), unseen(words.send))));
  }

  get draft() {
    return this.input.value;
  }
  set draft(text) {
    this.input.value = text;
    if (text) this.#check();
  }

  #key(event) {
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing || event.keyCode === 229) return;
    this.#submit(event);
  }

  #submit(event) {
    event.preventDefault();
    const text = this.input.value.trim();
    if (!sendable(text, this.limits)) return this.#check();
    this.input.value = '';
    this.#check();
    this.#send(text);
  }

  #check() {
    const over = excess(this.input.value.trim(), this.limits);
    const complaint = over > 0 ? this.#words.too_long(over, this.limits.text) : '';
    if (this.#complaint.textContent !== complaint) this.#complaint.textContent = complaint;
    this.input.setAttribute('aria-invalid', String(over > 0));
    this.#grow();
  }

  #grow() {
    this.input.style.blockSize = 'auto';
    this.input.style.blockSize = `${this.input.scrollHeight + 2}px`;
  }
}
