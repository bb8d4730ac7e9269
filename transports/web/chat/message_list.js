import { bot_bubble, notice, own_bubble, show_state } from './bubble.js';
import { Choices } from './choices.js';
import { h } from './dom.js';

const nearly_px = 80;
const nothing_ticked = '–'; // as the server logs it

/** What was said, and below it what is on its way. `choose(prompt_seq, value, text)` answers a question. */
export class MessageList {
  element;
  card = { name: '', crisis: { items: [] } };
  #words;
  #choose;
  #log = null;
  #typing;
  #rows = new Map(); // id → row of what the server has not logged yet
  #open_choices = null;
  #in_crisis = false;
  #last_own = null;
  #put_at = 0;

  constructor(words, choose) {
    this.#words = words;
    this.#choose = choose;
    this.#typing = h('div', { class: 'typing', 'aria-hidden': 'true', hidden: true }, h('i'), h('i'), h('i'));
    this.element = h('div', { class: 'scroll' }, this.#typing);
    this.show([]);
  }

  /** Shows exactly these. The live region is attached when it is full, so that old messages are not read out. */
  show(events) {
    const log = h('div', { class: 'log', role: 'log', tabindex: '0', 'aria-live': 'polite', 'aria-relevant': 'additions', 'aria-label': this.#words.messages });
    const waiting = [...this.#rows.values()];
    this.#rows.clear();
    this.#open_choices = this.#last_own = null;
    this.#in_crisis = false;
    this.#log?.remove();
    this.#log = log;
    for (const event of events) this.#append(event);
    log.append(...waiting);
    for (const row of waiting) this.#rows.set(row.dataset.id, row);
    this.element.prepend(log);
    this.#scroll();
  }

  add(event) {
    const follow = this.#is_following();
    this.#append(event);
    if (follow) this.#scroll();
  }

  /** Brings the rows at the end in line with the outbox. */
  outbox(items) {
    const wanted = items.filter((item) => item.kind !== 'erase');
    for (const [id, row] of this.#rows) {
      if (wanted.some((item) => item.id === id)) continue;
      row.remove();
      this.#rows.delete(id);
    }
    for (const item of wanted) {
      if (!this.#rows.has(item.id)) this.#add_row(item);
      show_state(this.#rows.get(item.id), item.state, this.#words);
    }
  }

  typing(on) {
    const follow = this.#is_following();
    this.#typing.hidden = !on;
    if (follow) this.#scroll();
  }

  /** After it became visible. */
  settle() {
    this.#scroll();
  }

  #add_row({ id, text }) {
    const row = own_bubble(text, this.#words);
    row.dataset.id = id;
    this.#rows.set(id, row);
    this.#log.append(row);
    this.#answered(text, row);
    this.#scroll();
  }

  #append(event) {
    if (event.t === 'notice' && event.text) return this.#insert(notice(event.text));
    if (event.t !== 'message') return;
    if (event.from === 'user') this.#append_own(event);
    else this.#append_bot(event);
  }

  #append_own(event) {
    const row = this.#rows.get(event.id);
    this.#rows.delete(event.id);
    if (row) return show_state(row, 'sent', this.#words);
    const text = event.text === nothing_ticked ? this.#words.none : event.text;
    const other = own_bubble(text, this.#words); // from another tab, or from before a reload
    this.#insert(other);
    this.#answered(event.text, other);
  }

  #append_bot(event) {
    const first_of_crisis = event.crisis && !this.#in_crisis;
    this.#in_crisis = event.crisis;
    const row = bot_bubble(event, { words: this.#words, card: this.card, first_of_crisis });
    if (event.choices) {
      this.#open_choices?.close('');
      this.#open_choices = new Choices(event.choices, this.#words, (value, text) => this.#choose(event.seq, value, text));
      row.append(this.#open_choices.element);
    }
    this.#insert(row);
  }

  #answered(text, row) {
    this.#open_choices?.close(text);
    this.#open_choices = null;
    this.#last_own = row;
  }

  #insert(node) {
    const [first_waiting] = this.#rows.values();
    this.#log.insertBefore(node, first_waiting ?? null);
  }

  /** True unless the visitor scrolled away to read something. */
  #is_following() {
    const { scrollTop, clientHeight, scrollHeight } = this.element;
    return scrollHeight - clientHeight - scrollTop < nearly_px || Math.abs(scrollTop - this.#put_at) < 2;
  }

  /** To the end, but never so far that the start of an answer is out of sight. */
  #scroll() {
    const { clientHeight, scrollHeight } = this.element;
    const end = scrollHeight - clientHeight;
    const start = this.#last_own ? this.#last_own.offsetTop - 12 : end;
    this.element.scrollTop = Math.min(end, start);
    this.#put_at = this.element.scrollTop;
  }
}
