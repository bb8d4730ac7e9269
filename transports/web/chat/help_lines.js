import { h } from './dom.js';
import { sms_link, tel_link, web_link } from './links.js';

function link(href, verb, label) {
  if (!href) return null;
  const target = href.startsWith('http') ? '_blank' : null;
  return h('a', { href, target, class: 'act', rel: 'noopener noreferrer', 'aria-label': `${verb}: ${label}` }, verb);
}

/** The lines of a crisis card, each with what can be tapped. */
export function help_lines(items, words) {
  const rows = items.map(({ label, tel, sms, url }) => h('li', {},
    h('span', { dir: 'auto' }, label),
    h('span', { class: 'acts' },
      link(tel_link(tel), words.call, label), link(sms_link(sms), words.text, label), link(web_link(url), words.website, label))));
  return rows.length > 0 && h('ul', { class: 'lines' }, ...rows);
}
