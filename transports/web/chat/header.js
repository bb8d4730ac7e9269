import { h, icon } from './dom.js';
import { help_lines, quick_lines } from './help_lines.js';
import { tel_link } from './links.js';
import { menu_items } from './menu.js';
import { Panels } from './panel.js';

const dots = 'M11 5h2M11 12h2M11 19h2';
const cross = 'M6 6l12 12M18 6L6 18';

/**
 * Who one is talking to, and the ways out that are always there: help, leaving, the menu. `acts`: leave, close
 * (null where there is nothing to close), and those of the menu.
 */
export class Header {
  element;
  #words;
  #panels = new Panels();
  #name;
  #disclosure;
  #help_title;
  #help_content;
  #help;
  #emergency;
  #pinned;
  #lines = [];

  constructor(words, { emergency, closes, menu }, acts) {
    this.#words = words;
    this.#emergency = emergency;
    this.#name = h('p', { class: 'name', dir: 'auto' }, words.bot);
    this.#disclosure = h('p', { class: 'disclosure', dir: 'auto' }, words.disclosure);
    this.#pinned = h('section', { class: 'pinned', 'aria-label': words.help, hidden: true });
    const help = h('button', { type: 'button', class: 'help' }, words.help);
    const more = h('button', { type: 'button', class: 'bare', 'aria-label': words.menu }, icon(dots));
    this.element = h('header', {},
      h('div', { class: 'top' },
        h('div', { class: 'names' }, this.#name, h('p', { class: 'badge' }, words.badge)),
        more,
        closes && h('button', { type: 'button', class: 'bare', 'aria-label': words.close, on_click: acts.close }, icon(cross))),
      this.#disclosure,
      h('div', { class: 'ways' }, help, h('button', { type: 'button', class: 'leave', on_click: acts.leave }, words.leave)),
      this.#help_card(help), this.#menu(more, acts, menu), this.#pinned);
  }

  card({ name, disclosure, crisis }) {
    this.#name.textContent = name || this.#words.bot;
    this.#disclosure.textContent = disclosure || this.#words.disclosure;
    if (!crisis.items.length) return;
    this.#lines = crisis.items;
    this.#help_title.textContent = crisis.title || this.#words.help_title;
    this.#help_content.replaceChildren(help_lines(crisis.items, this.#words));
  }

  /** Shows the card without moving the focus. */
  show_help() {
    this.#panels.open(this.#help, { focus: false });
  }

  /** The first lines stay in sight, or no longer. The reply itself was read out; so this is not. */
  pin(on) {
    const acts = on ? quick_lines(this.#lines, this.#words) : [];
    this.#pinned.replaceChildren(...acts);
    this.#pinned.hidden = acts.length === 0;
  }

  close_panel() {
    return this.#panels.close_open();
  }

  /** Until the server has told its lines, the page's own: the `emergency` number and what stands in the element. */
  #help_card(button) {
    const { help_title, help_plain, help_close, call, emergency } = this.#words;
    const number = tel_link(this.#emergency ?? '');
    this.#help_title = h('h2', { id: 'help-title', tabindex: '-1' }, help_title);
    this.#help_content = h('div', {},
      h('p', {}, number ? emergency(this.#emergency) : help_plain),
      number && h('p', {}, h('a', { class: 'act', href: number }, `${call} ${this.#emergency}`)),
      h('slot'));
    const close = h('button', { type: 'button', class: 'plain', on_click: () => this.#panels.close(this.#help) }, help_close);
    const card = h('section', { class: 'panel help-card', 'aria-labelledby': 'help-title' }, this.#help_title, this.#help_content, close);
    this.#help = this.#panels.add(button, card, () => this.#help_title);
    return card;
  }

  #menu(button, acts, state) {
    const { element, first } = menu_items(this.#words, acts, state, () => this.#panels.close(menu));
    const menu = this.#panels.add(button, element, first);
    return element;
  }
}
