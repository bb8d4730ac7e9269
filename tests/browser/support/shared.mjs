// What several test files need: one browser a file, and a page at the stand-in server.
import assert from 'node:assert/strict';
import { after, before } from 'node:test';
import { chat_of, open_page, start_browser } from './browser.mjs';
import { FakeServer } from './fake_server.mjs';

/** The browser of a test file, in `.current` once the tests run. */
export function shared_browser() {
  const holder = {};
  const cleanup = [];
  before(async () => {
    holder.current = await start_browser({ after: (act) => cleanup.push(act) });
  });
  after(async () => {
    for (const act of cleanup) await act();
  });
  return holder;
}

/** A page at a stand-in server of its own. `pages` replace the real ones; `prepare(server)` comes before the visit. */
export async function at_fake(browser, t, options = {}, pages = undefined, prepare = () => {}) {
  const server = await FakeServer.start();
  prepare(server);
  server.pages = pages;
  t.after(() => server.stop());
  const page = await open_page(t, browser.current, `${server.origin}/`, options);
  return { server, page, chat: chat_of(page) };
}

export async function eventually(condition, what, limit_ms = 60_000) {
  for (let i = 0; i < limit_ms / 100; ++i) {
    if (await condition()) return;
    await new Promise((done) => setTimeout(done, 100));
  }
  assert.fail(`never happened: ${what}`);
}
