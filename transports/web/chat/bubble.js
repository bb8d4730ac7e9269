import { h, unseen } from './dom.js';
import { help_lines } from './help_lines.js';
import { linked } from './links.js';
import { blocks } from './text.js';

const lines_in_a_reply = 3; // the card behind "Get help now" has all

const with_links = (line, lines_known) =>
  linked(line, lines_known).map(({ text, href }) => (href ? h('a', { href, rel: 'noopener noreferrer', target: href.startsWith('http') ? '_blank' : null }, text) : text));

function paragraph(lines, lines_known) {
  const parts = lines.flatMap((line, i) => [...(i > 0 ? [h('br')] : []), ...with_links(line, lines_known)]);
  return h('p', {}, ...parts);
}

const list = (rows, lines_known) => h('ul', {}, ...rows.map((row) => h('li', {}, ...with_links(row, lines_known))));

/** What the bot said. `first_of_crisis`: the help lines come with it. */
export function bot_bubble(event, { words, card, first_of_crisis }) {
  const lines_known = event.crisis ? card.crisis.items : [];
  const content = blocks(event.text).map((block) =>
    block.list ? list(block.list, lines_known) : paragraph(block.lines, lines_known));
  return h('div', { class: `row bot${event.crisis ? ' crisis' : ''}` },
    unseen(words.said(card.name || words.bot)),
    first_of_crisis && h('p', { class: 'mark' }, card.crisis.title || words.help_title),
    h('div', { class: 'bubble', dir: 'auto', lang: event.lang || null }, ...content),
    first_of_crisis && help_lines(card.crisis.items.slice(0, lines_in_a_reply), words));
}

/** What the visitor said. */
export function own_bubble(text, words) {
  return h('div', { class: 'row own' },
    unseen(words.you_said),
    h('div', { class: 'bubble', dir: 'auto' }, h('p', {}, text)),
    h('p', { class: 'state' }, ''));
}

/** How far it got. Changes a text in place, so that it is not read out as something new. */
export function show_state(row, state, words) {
  const line = row.querySelector('.state');
  if (!line.firstChild) line.append('');
  line.firstChild.nodeValue = words[state] ?? '';
  row.dataset.state = state;
}

export const notice = (text) => h('p', { class: 'notice', dir: 'auto' }, text);
