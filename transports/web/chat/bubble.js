import { h, unseen } from './dom.js';
import { link } from './help_lines.js';
import { linked } from './links.js';
import { blocks, bold_pieces } from './text.js';

const with_links = (text, lines_known) =>
  linked(text, lines_known).map((piece) => (piece.href ? link(piece.href, piece.text) : piece.text));

const formatted = (line, lines_known) =>
  bold_pieces(line).flatMap((piece, i) => (i % 2 ? h('strong', {}, piece) : with_links(piece, lines_known)));

function paragraph(lines, lines_known) {
  const parts = lines.flatMap((line, i) => [...(i > 0 ? [h('br')] : []), ...formatted(line, lines_known)]);
  return h('p', {}, ...parts);
}

const bullets = (rows, lines_known) => h('ul', {}, ...rows.map((row) => h('li', {}, ...formatted(row, lines_known))));

/** When it was said; shown on demand. */
function time_of({ at }, words) {
  if (!at) return null;
  const date = new Date(at);
  return h('time', { datetime: date.toISOString() }, date.toLocaleTimeString(words.tag, { hour: 'numeric', minute: '2-digit' }));
}

/** What the bot said. */
export function bot_bubble(event, words, card) {
  const lines_known = event.crisis || event.takeaway ? card.crisis.items : [];
  const content = blocks(event.text).map((block) =>
    block.list ? bullets(block.list, lines_known) : paragraph(block.lines, lines_known));
  return h('div', { class: `row bot${event.crisis ? ' crisis' : ''}` },
    unseen(words.said(card.name || words.bot)),
    h('div', { class: 'bubble', dir: 'auto', lang: event.lang || null }, ...content),
    time_of(event, words));
}

/** What the visitor said. */
export function own_bubble(event, words) {
  return h('div', { class: 'row own' },
    unseen(words.you_said),
    h('div', { class: 'bubble', dir: 'auto' }, h('p', {}, event.text)),
    time_of(event, words),
    h('p', { class: 'state' }, ''));
}

/**
 * How far it got. Changes a text in place, so that it is not read out as something new. What failed can be sent
 * again: `retry()`.
 */
export function show_state(row, state, words, retry) {
  if (row.dataset.state === state) return;
  const line = row.querySelector('.state');
  if (!line.firstChild) line.append('');
  line.firstChild.nodeValue = words[state] ?? '';
  row.dataset.state = state;
  row.querySelector('.retry')?.remove();
  if (state === 'failed') row.append(h('button', { type: 'button', class: 'retry', on_click: retry }, words.retry));
}

export const notice = (text) => h('p', { class: 'notice', dir: 'auto' }, text);
