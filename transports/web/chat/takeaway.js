import { h } from './dom.js';

/** False where the browser does not allow it, as on pages without TLS. */
const copy = async (text) => {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
};

function save(content, type, name) {
  const href = URL.createObjectURL(new Blob([content], { type: `${type};charset=utf-8` }));
  h('a', { href, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(href), 1000);
}

const copies = (parts) => parts.map(({ bubble }) => bubble.cloneNode(true));

function page_of(parts, words) {
  const page = document.implementation.createHTMLDocument(words.file);
  page.documentElement.lang = words.tag;
  page.head.prepend(h('meta', { charset: 'utf-8' }));
  page.body.append(...copies(parts));
  return `<!doctype html>\n${new XMLSerializer().serializeToString(page)}`;
}

/** Prints these and nothing of the page around them. */
function print(parts, near) {
  const frame = h('iframe', { class: 'unseen', 'aria-hidden': 'true', tabindex: '-1' });
  near.append(frame);
  frame.contentDocument.body.append(...copies(parts));
  frame.contentWindow.print();
  setTimeout(() => frame.remove(), 1000);
}

/** What one can do with a summary, `parts`: [{ bubble, text }]. File names tell nothing. `tell(text)`: how it went. */
export function takeaway_actions(parts, words, tell) {
  const text = () => parts.map((part) => part.text).join('\n\n');
  const act = (label, on_click) => h('button', { type: 'button', on_click }, label);
  const bar = h('div', { class: 'ways', role: 'group', 'aria-label': words.take },
    act(words.print, () => print(parts, bar)),
    act(words.copy, async () => tell(await copy(text()) ? words.copied : words.not_copied)),
    act(words.save_text, () => save(text(), 'text/plain', `${words.file}.txt`)),
    act(words.save_page, () => save(page_of(parts, words), 'text/html', `${words.file}.html`)));
  return bar;
}
