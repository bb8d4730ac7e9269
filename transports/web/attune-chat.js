import { Conversation } from './chat/conversation.js';
import { leave } from './chat/leave.js';
import { Memory, tab_storage } from './chat/memory.js';
import { watch_page } from './chat/page.js';
import { sheet } from './chat/style.js';
import { trap_tab } from './chat/trap.js';
import { TripleShift } from './chat/triple_shift.js';
import { View } from './chat/view.js';
import { words_for } from './chat/words.js';

const small_screen = '(max-width: 30rem)';

/**
 * `<attune-chat>`: the chat, filling the place it is given; with `launcher`, a button in the corner that opens it.
 *
 * Attributes: `server` (default: where this script comes from), `launcher`, `exit-url` (where "Leave this page"
 * goes), `emergency` (the number that is shown while the server cannot be reached), `lang`. What stands inside
 * the element is shown by browsers without scripts, and in the help card while the server cannot be reached.
 */
class AttuneChat extends HTMLElement {
  #view;
  #conversation;
  #memory;
  #words;
  #button = null;
  #started = false;
  #ending = null;

  connectedCallback() {
    if (!this.#view) this.#build();
    this.#ending = new AbortController();
    const { signal } = this.#ending;
    const shift = new TripleShift();
    const quick = { capture: true, signal };
    addEventListener('keydown', (event) => shift.down(event.key, event.repeat), quick);
    addEventListener('keyup', (event) => shift.up(event.key, event.timeStamp) && this.#leave(), quick);
    watch_page(this.#conversation, signal);
    if (!this.#button) this.#start();
    else if (this.#memory.get('open')) this.#show(true);
  }

  disconnectedCallback() {
    this.#ending.abort();
    this.#conversation.stop();
    this.#started = false;
  }

  /** Opens the dialog of a launcher. */
  open() {
    if (!this.#button || !this.#view.element.hidden) return;
    this.#memory.set({ open: true });
    this.#show(true);
    this.#view.focus();
  }

  close() {
    if (!this.#button || this.#view.element.hidden) return;
    this.#memory.set({ open: false });
    this.#show(false);
    this.#button.focus();
  }

  #build() {
    const launcher = this.hasAttribute('launcher');
    this.#words = words_for(this.lang || document.documentElement.lang);
    const server = this.#server();
    this.#memory = new Memory(tab_storage(), `attune-chat ${server} ${this.id}`);
    const acts = {
      say: (text) => this.#conversation.say(text),
      choose: (...answer) => this.#conversation.choose(...answer),
      start_over: () => this.#conversation.say(this.#words.start_over_says),
      erase: () => this.#conversation.erase(),
      start_new: () => this.#conversation.start_new(),
      go_on_here: () => this.#conversation.go_on_here(),
      leave: () => this.#leave(),
      open: () => this.open(),
      close: () => this.close(),
    };
    this.#view = new View(this.#words, { launcher, emergency: this.getAttribute('emergency') }, acts);
    this.#conversation = new Conversation({ url: `${server.replace(/^http/, 'ws')}/v1/ws`, memory: this.#memory, listener: this.#view });
    const root = this.attachShadow({ mode: 'open' });
    root.adoptedStyleSheets = [sheet()];
    root.append(this.#view.element);
    root.addEventListener('keydown', (event) => this.#key(event));
    if (!launcher) return;
    this.#button = this.#view.launcher_button();
    root.prepend(this.#button);
    this.#show(false);
  }

  #server() {
    const url = new URL(this.getAttribute('server') ?? '/', import.meta.url);
    return /^https?:$/.test(url.protocol) ? url.origin : new URL(import.meta.url).origin;
  }

  #start() {
    if (!this.#started) this.#conversation.start();
    this.#started = true;
  }

  #show(open) {
    this.#view.element.hidden = !open;
    this.#button.hidden = open;
    this.#button.setAttribute('aria-expanded', String(open));
    if (open) this.#start();
  }

  #key(event) {
    if (event.key === 'Escape' && !event.isComposing && !this.#view.close_panel()) this.close();
    if (event.key === 'Tab' && this.#button && matchMedia(small_screen).matches) trap_tab(event, this.#view.element);
  }

  #leave() {
    this.#conversation.stop();
    leave(this.#words, this.getAttribute('exit-url'), tab_storage());
  }
}

if (!customElements.get('attune-chat')) customElements.define('attune-chat', AttuneChat);
