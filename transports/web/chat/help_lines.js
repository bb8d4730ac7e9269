import { h } from './dom.js';
import { sms_link, tel_link, web_link } from './links.js';

/** Opened beside the chat if it is a page. */
export const link = (href, ...children) => h('a', { href, target: href.startsWith('http') ? '_blank' : null, rel: 'noopener noreferrer' }, ...children);

function act(href, shown, label) {
  if (!href) return null;
  const element = link(href, shown);
  element.className = 'act';
  element.setAttribute('aria-label', `${shown}: ${label}`);
  return element;
}

const acts = ({ label, tel, sms, url }, { call, text, website }) =>
  [act(tel_link(tel), call, label), act(sms_link(sms), text, label), act(web_link(url), website, label)];

/** The first lines in one row: what must be in reach after a reply to a crisis. */
export const quick_lines = (items, { call, text }) => items.slice(0, 2).flatMap(({ label, tel, sms }) =>
  [act(tel_link(tel), `${call} ${tel}`, label), act(sms_link(sms), `${text} ${sms}`, label)]).filter(Boolean);

/** The lines of a crisis card, each with what can be tapped. */
export function help_lines(items, words) {
  const rows = items.map((item) => h('li', {},
    h('span', { dir: 'auto' }, item.label),
    h('span', { class: 'acts' }, ...acts(item, words))));
  return rows.length > 0 && h('ul', { class: 'lines' }, ...rows);
}
