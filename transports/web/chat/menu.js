import { h } from './dom.js';
import { languages } from './words.js';

/**
 * What is behind the menu button. `acts`: start_over, erase, resize (gives the new step), show_times(on), keep(on),
 * speak(language); `state`: { size, times, kept, offered: [language] }. `close()` closes the panel.
 */
export function menu_items(words, acts, state, close) {
  const item = (label, on_click, more = {}) => h('button', { type: 'button', class: 'plain', on_click, ...more }, label);
  const and_close = (act) => () => (close(), act());
  const toggle = (label, on, act, more) => {
    const button = item(label, () => {
      button.setAttribute('aria-pressed', String((on = !on)));
      act(on);
    }, { 'aria-pressed': String(on), ...more });
    return button;
  };
  const size = item(words.size(state.size), () => (size.firstChild.nodeValue = words.size(acts.resize())));
  const others = state.offered.filter((language) => language !== words.tag)
    .map((language) => item(languages[language].language, and_close(() => acts.speak(language)), { lang: language }));
  const erase = item(words.erase, () => ask(true));
  const no = item(words.erase_no, close);
  const sure = h('div', { class: 'sure', role: 'group', 'aria-labelledby': 'sure' },
    h('p', { id: 'sure' }, words.erase_sure), no,
    h('button', { type: 'button', class: 'danger', on_click: and_close(acts.erase) }, words.erase_yes));
  const first = item(words.start_over, and_close(acts.start_over));
  const items = h('div', { class: 'items' }, first, ...others, size, toggle(words.times, state.times, acts.show_times),
    toggle(words.keep, state.kept, acts.keep, { 'aria-describedby': 'keep-note' }), h('p', { class: 'note', id: 'keep-note' }, words.keep_note),
    erase, h('p', { class: 'note' }, words.leave_note));
  const ask = (on) => {
    items.hidden = on;
    sure.hidden = !on;
    if (on) no.focus();
  };
  const element = h('div', { class: 'panel menu' }, items, sure);
  return { element, first: () => (ask(false), first) };
}
