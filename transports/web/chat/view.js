import { Composer } from './composer.js';
import { h, icon } from './dom.js';
import { Header } from './header.js';
import { MessageList } from './message_list.js';

const speech = 'M4 5h16v11H9l-5 4z';
const grace_ms = 1200; // a short interruption is not worth a word

/**
 * Everything one sees. `acts`: say(text), choose(prompt_seq, value, text), start_over, erase, leave, start_new,
 * go_on_here; and for a launcher open and close.
 */
export class View {
  element;
  #words;
  #acts;
  #header;
  #list;
  #composer;
  #banner = h('p', { class: 'banner', role: 'status' });
  #over = h('div', { class: 'over', hidden: true });
  #connected = false;
  #connected_before = false;
  #failures = 0;
  #erase_waits = false;
  #grace;

  constructor(words, { emergency, launcher }, acts) {
    this.#words = words;
    this.#acts = acts;
    this.#header = new Header(words, emergency, { ...acts, close: launcher ? acts.close : null });
    this.#list = new MessageList(words, acts.choose);
    this.#composer = new Composer(words, acts.say);
    this.element = h('section', { class: 'frame', lang: words.tag, role: launcher ? 'dialog' : 'region', 'aria-label': words.chat(words.bot), part: 'frame' },
      this.#header.element, this.#banner, this.#list.element, this.#over, this.#composer.element);
  }

  launcher_button() {
    return h('button', { type: 'button', class: 'launcher', lang: this.#words.tag, part: 'launcher', 'aria-expanded': 'false', on_click: this.#acts.open }, icon(speech), this.#words.open);
  }

  focus() {
    (this.#composer.element.hidden ? this.#over.querySelector('button') : this.#composer.input)?.focus();
    this.#list.settle();
  }

  close_panel() {
    return this.#header.close_panel();
  }

  // -- what the conversation tells ---------------------------------------------------------------------------

  card(card) {
    this.#list.card = card;
    this.#composer.limits = card.limits;
    this.#header.card(card);
    this.element.setAttribute('aria-label', this.#words.chat(card.name || this.#words.bot));
  }

  shown(events) {
    this.#list.show(events);
  }

  added(event) {
    if (event.from === 'bot' && this.#connected) this.#say('');
    this.#list.add(event);
  }

  typing(on) {
    this.#list.typing(on);
  }

  outbox(items) {
    this.#erase_waits = items.some((item) => item.kind === 'erase');
    this.#list.outbox(items);
  }

  state(state) {
    clearTimeout(this.#grace);
    this.#connected = state === 'open';
    if (state === 'open') return this.#open();
    if (state === 'waiting') this.#failures += 1;
    if (!this.#connected_before && this.#failures > 1) this.#header.show_help();
    this.#grace = setTimeout(() => this.#say(this.#trouble()), this.#banner.textContent ? 0 : grace_ms);
  }

  refused(code) {
    if (code === 'stale_choice') this.#say(this.#words.stale);
    if (code === 'busy') this.#say(this.#words.busy);
  }

  over(reason) {
    clearTimeout(this.#grace);
    this.#say('');
    const { start_new, go_on_here } = this.#words;
    const act = { ended: [start_new, this.#acts.start_new], erased: [start_new, this.#acts.start_new], elsewhere: [go_on_here, this.#acts.go_on_here] }[reason];
    this.#over.replaceChildren(
      h('p', { role: 'alert' }, this.#words[reason]),
      act ? h('button', { type: 'button', class: 'done', on_click: act[1] }, act[0]) : '');
    this.#swap(true);
  }

  /** The end stands where one wrote; whoever was there is taken along. */
  #swap(over) {
    const had_focus = [this.#composer.element, this.#over].some((part) => part.contains(part.getRootNode().activeElement));
    this.#composer.element.hidden = over;
    this.#over.hidden = !over;
    if (had_focus) this.focus();
  }

  #open() {
    this.#connected_before = true;
    this.#failures = 0;
    this.#say('');
    if (!this.#over.hidden) this.#swap(false);
  }

  #trouble() {
    if (this.#erase_waits) return this.#words.erase_waits;
    if (this.#connected_before) return this.#words.reconnecting;
    return this.#failures > 0 ? this.#words.unreachable : this.#words.connecting;
  }

  #say(text) {
    if (this.#banner.textContent !== text) this.#banner.textContent = text;
  }
}
