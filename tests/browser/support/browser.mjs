// Debian's chromium, and pages that watch for what must never happen.
import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';

export const executable = process.env.CHROMIUM ?? '/usr/bin/chromium';
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
export const pictures = process.env.ATTUNE_PICTURES ?? join(tmpdir(), 'attune-pictures');
export const desktop = { width: 1280, height: 900 };
export const mobile = { width: 390, height: 844 };

if (!existsSync(executable)) throw new Error(`There is no browser at ${executable}: apt-get install chromium, or set CHROMIUM.`);

export async function start_browser(t) {
  const browser = await chromium.launch({
    executablePath: executable,
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
  });
  t.after(() => browser.close());
  return browser;
}

/**
 * A page of its own, at `url`. When the test ends it must have had no script error, no violation of the content
 * security policy and no request to another origin, but for `friends`.
 */
export async function open_page(t, browser, url, { friends = [], ...options } = {}) {
  const context = await browser.newContext({ viewport: desktop, ...options });
  const page = await context.newPage();
  const wrong = [];
  const home = [new URL(url).origin, ...friends];
  const hosts = home.map((origin) => new URL(origin).host);
  page.on('pageerror', (error) => wrong.push(`script error: ${error.message}`));
  page.on('console', (message) => /Content Security Policy/i.test(message.text()) && wrong.push(message.text()));
  page.on('request', (request) => !request.url().startsWith('blob:') && !home.includes(new URL(request.url()).origin) && wrong.push(`request to ${request.url()}`));
  page.on('websocket', (socket) => !hosts.includes(new URL(socket.url()).host) && wrong.push(`socket to ${socket.url()}`));
  t.after(async () => {
    await context.close();
    assert.deepEqual(wrong, []);
  });
  page.setDefaultTimeout(60_000);
  await page.goto(url);
  return page;
}

/** Fails with a readable list if axe finds anything in the page as it is now. */
export async function check_accessibility(page, state) {
  await page.evaluate(axe); // through the debugger, so that the page's policy stays as it is
  const { violations } = await page.evaluate(() => window.axe.run(document, {
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  }));
  const found = violations.map(({ id, help, nodes }) => `${id}: ${help}: ${nodes.map((node) => node.target.join(' ')).join('; ')}`);
  assert.deepEqual(found, [], `accessibility of: ${state}`);
}

export async function picture(page, name) {
  mkdirSync(pictures, { recursive: true });
  await page.screenshot({ path: join(pictures, `${name}.png`) });
}

/** The parts of the chat, by what they are to people. */
export function chat_of(page) {
  const log = page.getByRole('log');
  return {
    log,
    input: page.getByRole('textbox', { name: 'Your message' }),
    bubbles: log.locator('.bubble'),
    own: log.locator('.own'),
    status: page.getByRole('status').first(), // the connection; the second says how something went
    /** A choice of the newest question. */
    choice: (name) => log.locator('.choices').last().getByRole('button', { name, exact: true }),
    button: (name) => page.getByRole('button', { name, exact: true }),
    async say(text) {
      await this.input.fill(text);
      await this.input.press('Enter');
    },
    async sees(text) {
      await log.getByText(text).last().waitFor();
    },
  };
}
