import { bot_bubble, notice, own_bubble, show_state } from './bubble.js';
import { Choices } from './choices.js';
import { h } from './dom.js';
import { takeaway_actions } from './takeaway.js';

const nearly_px = 80;
const nothing_ticked = '–'; // as the server logs it

/**
 * What was said, and below it what is on its way. `acts`: choose(prompt_seq, value, text), retry(id), earlier(),
 * tell(text).
 */
export class MessageList {
  element;
  card = { name: '', crisis: { items: [] } };
  #words;
  #acts;
  #log = null;
  #typing = h('div', { class: 'typing', 'aria-hidden': 'true', hidden: true }, h('i'), h('i'), h('i'));
  #earlier;
  #rows = new Map(); // id → row of what the server has not logged yet
  #open_choices = null;
  #kept = []; // the parts of the take-away that may go on
  #last_own = null;
  #put_at = 0;

  /** `greeting`: the page's own line, above all that is said; or null. */
  constructor(words, greeting, acts) {
    this.#words = words;
    this.#acts = acts;
    this.#earlier = h('button', { type: 'button', class: 'plain earlier', on_click: acts.earlier }, words.earlier);
    this.element = h('div', { class: 'scroll' }, greeting && h('p', { class: 'notice', dir: 'auto' }, greeting), this.#earlier, this.#typing);
    this.show([]);
  }

  /**
   * Shows exactly these. The live region is attached when it is full, so that old messages are not read out.
   * `more`: there are earlier ones; `stay`: what was in sight stays there.
   */
  show(events, more = false, stay = false) {
    const below = this.element.scrollHeight - this.element.scrollTop;
    const log = h('div', { class: 'log', role: 'log', tabindex: '0', 'aria-live': 'polite', 'aria-relevant': 'additions', 'aria-label': this.#words.messages });
    const waiting = [...this.#rows.values()];
    this.#rows.clear();
    this.#open_choices = this.#last_own = null;
    this.#kept = [];
    this.#log?.remove();
    this.#log = log;
    for (const event of events) this.#append(event);
    log.append(...waiting);
    for (const row of waiting) this.#rows.set(row.dataset.id, row);
    this.#earlier.hidden = !more;
    this.#earlier.after(log);
    if (stay) this.element.scrollTop = this.element.scrollHeight - below;
    else this.#scroll();
  }

  add(event) {
    const follow = this.#is_following();
    this.#append(event);
    if (follow) this.#scroll();
  }

  /** Takes away what is older than `seq`. Not while somebody reads there: then false. */
  trim(seq) {
    if (!this.#is_following()) return false;
    for (const row of [...this.#log.children]) if (Number(row.dataset.seq) < seq) row.remove();
    this.#earlier.hidden = false;
    this.#scroll();
    return true;
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
      show_state(this.#rows.get(item.id), item.state, this.#words, () => this.#acts.retry(item.id));
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

  #add_row(item) {
    const row = own_bubble(item, this.#words);
    row.dataset.id = item.id;
    this.#rows.set(item.id, row);
    this.#log.append(row);
    this.#answered(item, row);
    this.#scroll();
  }

  #append(event) {
    if (event.t === 'notice' && event.text) return this.#insert(notice(event.text), event);
    if (event.t !== 'message') return;
    if (event.from === 'user') this.#append_own(event);
    else this.#append_bot(event);
  }

  #append_own(event) {
    const row = this.#rows.get(event.id);
    this.#rows.delete(event.id);
    if (row) {
      row.dataset.seq = event.seq;
      return show_state(row, 'sent', this.#words);
    }
    const text = event.text === nothing_ticked ? this.#words.none : event.text;
    const other = own_bubble({ ...event, text }, this.#words); // from another tab, or from before a reload
    this.#insert(other, event);
    this.#answered(event, other);
  }

  #append_bot(event) {
    const row = bot_bubble(event, this.#words, this.card);
    this.#keep(event, row);
    if (event.choices) {
      this.#open_choices?.close();
      this.#open_choices = new Choices(event.choices, this.#words, (value, text) => this.#acts.choose(event.seq, value, text));
      row.append(this.#open_choices.element);
    }
    this.#insert(row, event);
  }

  /** Bubbles of one take-away share the actions; these stand below the last. */
  #keep({ takeaway, text }, row) {
    if (!takeaway) return (this.#kept = []);
    this.#kept = [...this.#kept, { bubble: row.querySelector('.bubble'), text, row }];
    const before = this.#kept.at(-2)?.row.querySelector('.ways');
    before?.remove();
    row.append(takeaway_actions(this.#kept, this.#words, this.#acts.tell));
  }

  /** Words that name no button leave the question open: the server decides whether they answered it. */
  #answered({ text }, row) {
    this.#kept = [];
    this.#last_own = row;
    this.#open_choices?.answer(text === nothing_ticked ? '' : text);
  }

  #insert(node, { seq }) {
    const [first_waiting] = this.#rows.values();
    node.dataset.seq = seq;
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
