import { web_link } from './links.js';

const neutral = 'https://www.bbc.com/weather';

/**
 * Leaves the page for someone who may be watched: clears what this tab keeps, covers everything at once, and
 * replaces this page in the history.
 */
export function leave(words, exit_url, storage) {
  try {
    storage.clear();
  } catch {
    // Nothing was stored.
  }
  const cover = document.createElement('div');
  cover.setAttribute('role', 'alert');
  // Through the object model: a strict content security policy forbids style attributes only.
  Object.assign(cover.style, { position: 'fixed', inset: '0', zIndex: '2147483647', background: '#fff', color: '#333', padding: '2rem' });
  document.title = words.leaving_title;
  document.body.replaceChildren(cover);
  cover.textContent = words.leaving;
  location.replace(web_link(exit_url) || neutral);
}
