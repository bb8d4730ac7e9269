import { Composer } from './composer.js';
import { h } from './dom.js';
import { Header } from './header.js';
import { Hint } from './hint.js';
import { MessageList } from './message_list.js';

const grace_ms = 1200; // a short interruption is not worth a word

/**
 * Everything one sees. `options`: { launcher, emergency, menu, greeting }. `acts`: say(text), choose(prompt_seq, value,
 * text), retry(id), earlier, leave, start_new, go_on_here, those of the menu, for a launcher close; and session,
 * heard, speaks and state, which pass on what the conversation tells.
 */
export class View {
  element;
  #words;
  #acts;
  #header;
  #list;
  #composer;
  #banner = h('p', { class: 'banner', role: 'status' });
  #hint = new Hint();
  #over = h('div', { class: 'over', hidden: true });
  #connected = false;
  #connected_before = false;
  #failures = 0;
  #erase_waits = false;
  #timers = {};

  constructor(words, { emergency, launcher, menu, greeting }, acts) {
    this.#words = words;
    this.#acts = acts;
    this.#header = new Header(words, { emergency, closes: launcher, menu }, acts);
    this.#list = new MessageList(words, greeting, { ...acts, tell: (text) => this.hint(text) });
    this.#composer = new Composer(words, acts.say);
    this.element = h('section', { class: 'frame', lang: words.tag, role: launcher ? 'dialog' : 'region', 'aria-label': words.chat(words.bot), part: 'frame' },
      this.#header.element, this.#banner, this.#hint.element, this.#list.element, this.#over, this.#composer.element);
    this.size(menu.size);
    this.show_times(menu.times);
  }

  size(step) {
    this.element.dataset.size = step;
  }

  show_times(on) {
    this.element.classList.toggle('times', on);
  }

  focus() {
    (this.#composer.element.hidden ? this.#over.querySelector('button') : this.#composer.input)?.focus();
    this.#list.settle();
  }

  settle() {
    this.#list.settle();
  }

  /** What stands written and is not sent. */
  get draft() {
    return this.#composer.draft;
  }
  set draft(text) {
    this.#composer.draft = text;
  }

  close_panel() {
    return this.#header.close_panel();
  }

  /** Says something for a moment. */
  hint(text) {
    this.#hint.say(text);
  }

  // -- what the conversation tells ---------------------------------------------------------------------------

  card(card) {
    this.#list.card = card;
    this.#composer.limits = card.limits;
    this.#header.card(card);
    this.element.setAttribute('aria-label', this.#words.chat(card.name || this.#words.bot));
  }

  crisis(on) {
    this.#header.pin(on);
  }

  shown(events, more, stay) {
    this.#list.show(events, more, stay);
  }

  added(event) {
    if (event.from === 'bot' && this.#connected) this.#say('');
    this.#list.add(event);
    this.#acts.heard(event);
  }

  trim(seq) {
    return this.#list.trim(seq);
  }

  typing(on) {
    this.#list.typing(on);
  }

  outbox(items) {
    this.#erase_waits = items.some((item) => item.kind === 'erase');
    this.#list.outbox(items);
  }

  speaks(language) {
    this.#acts.speaks(language);
  }

  session(session) {
    this.#acts.session(session);
  }

  state(state) {
    this.#acts.state(state);
    clearTimeout(this.#timers.grace);
    this.#connected = state === 'open';
    if (state === 'open') return this.#open();
    if (state === 'waiting') this.#failures += 1;
    if (!this.#connected_before && this.#failures > 1) this.#header.show_help();
    this.#timers.grace = setTimeout(() => this.#say(this.#trouble()), this.#banner.textContent ? 0 : grace_ms);
  }

  refused(code) {
    if (code === 'stale_choice') this.#say(this.#words.stale);
    if (code === 'busy') this.#say(this.#words.busy);
  }

  over(reason) {
    clearTimeout(this.#timers.grace);
    this.#say('');
    const { start_new, go_on_here } = this.#words;
    const anew = [start_new, this.#acts.start_new];
    const act = { ended: anew, erased: anew, left: anew, elsewhere: [go_on_here, this.#acts.go_on_here] }[reason];
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
