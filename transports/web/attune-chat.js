import { Conversation } from './chat/conversation.js';
import { Disguise } from './chat/disguise.js';
import { Launcher } from './chat/launcher.js';
import { leave } from './chat/leave.js';
import { Memory } from './chat/memory.js';
import { watch_page } from './chat/page.js';
import { sheet } from './chat/style.js';
import { Tabs } from './chat/tabs.js';
import { trap_tab } from './chat/trap.js';
import { TripleShift } from './chat/triple_shift.js';
import { View } from './chat/view.js';
import { languages, words_for } from './chat/words.js';

const small_screen = '(max-width: 30rem)';
const sizes = 3;

/**
 * `<attune-chat>`: the chat. `package/README.md` tells its attributes, properties, events and methods. What stands
 * inside the element is shown where the script does not run, and in the help card while the server cannot be
 * reached.
 */
class AttuneChat extends HTMLElement {
  #view;
  #conversation;
  #memory;
  #words;
  #tabs;
  #disguise;
  #launcher = null;
  #started = false;
  #unread = 0;
  #ending = null;

  connectedCallback() {
    if (!this.#view) this.#build();
    this.#ending = new AbortController();
    const { signal } = this.#ending;
    this.#tabs = new Tabs(this.#key(), {
      current: () => this.#conversation.session,
      session: (session) => this.#conversation.adopt(session),
      left: (id) => this.#conversation.leave(id),
    });
    this.#listen_to_shift({ capture: true, signal });
    watch_page(this.#conversation, signal);
    if (!this.#launcher || this.#memory.get('open')) this.#show(true);
  }

  disconnectedCallback() {
    this.#ending.abort();
    this.#tabs.close();
    this.#disguise.set(false);
    this.#conversation.stop();
    this.#started = false;
  }

  /** How many messages came while the launcher was closed. */
  get unread() {
    return this.#unread;
  }

  /** Opens the dialog of a launcher. */
  open() {
    if (!this.#launcher || !this.#view.element.hidden) return;
    this.#memory.set({ open: true });
    this.#show(true);
    this.#view.focus();
  }

  close() {
    if (!this.#launcher || this.#view.element.hidden) return;
    this.#memory.set({ open: false });
    this.#show(false);
    this.#launcher.button.focus();
  }

  /** As "Leave this page" does. */
  leave() {
    this.#tell('leave');
    this.#tabs.tell({ left: this.#conversation.session?.id });
    this.#conversation.stop();
    leave(this.#words, this.getAttribute('exit-url'), this.#memory);
  }

  /** Goes on in another language, a BCP 47 tag: the widget's own words at once, the bot's with its next message. */
  speak(language) {
    const begun = this.#conversation.session;
    this.#relabel(language);
    if (begun) this.#conversation.say(this.#words.speak_says);
    if (!this.#view.element.hidden) this.#view.focus();
  }

  /** The languages one can choose from, of those there are words for. */
  #offered() {
    return (this.getAttribute('languages') ?? Object.keys(languages).join(' ')).split(' ').filter((tag) => Object.hasOwn(languages, tag));
  }

  /** Redraws everything one sees; what was said and what is on its way stay. */
  #relabel(language) {
    if (words_for(language) === this.#words) return;
    this.#memory.set({ locale: language });
    this.#words = words_for(language);
    const { hidden } = this.#view.element;
    const had_focus = this.shadowRoot.activeElement;
    const { draft } = this.#view;
    this.#draw();
    this.#view.element.hidden = hidden;
    this.#view.draft = draft;
    this.#launcher?.shown(hidden);
    this.#launcher?.unread(this.#unread);
    this.#conversation.show_on(this.#view);
    this.#conversation.speak(language);
    if (had_focus && !hidden) this.#view.focus();
  }

  #build() {
    this.#memory = new Memory(this.#key());
    const locale = this.#memory.get('locale') || this.lang || document.documentElement.lang || 'en';
    this.#words = words_for(locale);
    this.#disguise = new Disguise(this.getAttribute('neutral-title'), this.getAttribute('neutral-icon'));
    const root = this.attachShadow({ mode: 'open' });
    root.adoptedStyleSheets = [sheet()];
    root.addEventListener('keydown', (event) => this.#press(event));
    this.#draw();
    const url = `${this.#server().replace(/^http/, 'ws')}/v1/ws`;
    this.#conversation = new Conversation({ url, locale, memory: this.#memory, listener: this.#view });
  }

  /** Everything one sees, in the language of now. */
  #draw() {
    const launcher = this.getAttribute('mode') === 'launcher';
    const menu = {
      size: this.#memory.get('size') ?? 0, times: this.#memory.get('times') ?? false, kept: this.#memory.kept,
      offered: this.#offered(),
    };
    const greeting = this.getAttribute('greeting');
    this.#view = new View(this.#words, { launcher, menu, greeting: launcher ? null : greeting, emergency: this.getAttribute('emergency') }, this.#acts());
    if (launcher) {
      this.#launcher = new Launcher(this.#words, { greeting: this.#memory.get('greeted') ? null : greeting, label: this.getAttribute('label') },
        { open: () => this.open(), dismiss: () => this.#memory.set({ greeted: true }) });
      this.#view.element.hidden = true;
    }
    this.shadowRoot.replaceChildren(...[this.#launcher?.element, this.#view.element].filter(Boolean));
  }

  #acts() {
    const conversation = () => this.#conversation;
    return {
      say: (text) => conversation().say(text),
      choose: (...answer) => conversation().choose(...answer),
      retry: (id) => conversation().retry(id),
      earlier: () => conversation().earlier(),
      start_over: () => conversation().say(this.#words.start_over_says),
      erase: () => conversation().erase(),
      start_new: () => conversation().start_new(),
      go_on_here: () => conversation().go_on_here(),
      leave: () => this.leave(),
      close: () => this.close(),
      speak: (language) => this.speak(language),
      resize: () => this.#resize(),
      show_times: (on) => (this.#memory.set({ times: on }), this.#view.show_times(on)),
      keep: (on) => this.#memory.keep(on),
      session: (session) => this.#tabs.tell({ session }),
      heard: (event) => this.#heard(event),
      speaks: (language) => this.#offered().includes(language.split('-')[0]) && this.#relabel(language),
      state: (state) => this.#tell('state', { state }),
    };
  }

  #key() {
    return `attune-chat ${this.#server()} ${this.id}`;
  }

  #server() {
    const url = new URL(this.getAttribute('server') ?? '/', import.meta.url);
    return /^https?:$/.test(url.protocol) ? url.origin : new URL(import.meta.url).origin;
  }

  async #start() {
    if (this.#started) return;
    this.#started = true;
    if (!this.#conversation.session) await this.#tabs.ask();
    if (this.#started) this.#conversation.start();
  }

  #show(open) {
    this.#disguise.set(open);
    if (open) this.#start();
    if (!this.#launcher) return;
    this.#view.element.hidden = !open;
    this.#launcher.shown(!open);
    if (open) this.#count(0);
    this.#tell(open ? 'open' : 'close');
  }

  #resize() {
    const size = ((this.#memory.get('size') ?? 0) + 1) % sizes;
    this.#memory.set({ size });
    this.#view.size(size);
    return size;
  }

  #heard({ t, from }) {
    if (t !== 'message') return;
    if (from === 'bot' && this.#view.element.hidden) this.#count(this.#unread + 1);
    this.#tell('message', { from });
  }

  #count(unread) {
    if (unread === this.#unread) return;
    this.#unread = unread;
    this.#launcher.unread(unread);
    this.#tell('unread', { count: unread });
  }

  /** For the page around. Never what was said. */
  #tell(name, detail = {}) {
    this.dispatchEvent(new CustomEvent(`attune-${name}`, { bubbles: true, detail }));
  }

  #press(event) {
    if (event.key === 'Escape' && !event.isComposing && !this.#view.close_panel()) this.close();
    if (event.key === 'Tab' && this.#launcher && matchMedia(small_screen).matches) trap_tab(event, this.#view.element);
  }

  #in_sight() {
    return this.#view.element.hidden ? this.#launcher : this.#view;
  }

  #listen_to_shift(options) {
    const shift = new TripleShift();
    addEventListener('keydown', (event) => shift.down(event.key, event.repeat), options);
    addEventListener('keyup', (event) => {
      const missing = shift.up(event.key, event.timeStamp);
      if (missing === 0) this.leave();
      if (missing > 0) this.#in_sight().hint(this.#words.leave_more(missing));
    }, options);
  }
}

if (!customElements.get('attune-chat')) customElements.define('attune-chat', AttuneChat);
