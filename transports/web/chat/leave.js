import { web_link } from './links.js';

const neutral = 'https://www.bbc.com/weather';

/**
 * Leaves the page for someone who may be watched: covers everything at once, clears what this tab keeps, and
 * replaces this page in the history. Inside a frame the page around goes too.
 */
export function leave(words, exit_url, memory) {
  const cover = document.createElement('div');
  cover.setAttribute('role', 'alert');
  // Through the object model: a strict content security policy forbids style attributes only.
  Object.assign(cover.style, { position: 'fixed', inset: '0', zIndex: '2147483647', background: '#fff', color: '#333', padding: '2rem' });
  document.title = words.leaving_title;
  document.body.replaceChildren(cover);
  cover.textContent = words.leaving;
  memory.clear();
  memory.clear_tab();
  const goal = web_link(exit_url) || neutral;
  try {
    if (window !== top) parent.postMessage('attune-leave', '*');
    top.location.replace(goal);
  } catch {
    location.replace(goal); // the page around does not let us
  }
}
