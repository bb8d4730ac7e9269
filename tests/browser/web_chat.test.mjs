// Microsoft's Web Chat, unchanged, in the browser on a page of its own, speaking Direct Line to the built server.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { open_page, picture } from './support/browser.mjs';
import { Line, page_with_widget } from './support/others.mjs';
import { Server } from './support/server.mjs';
import { eventually, shared_browser } from './support/shared.mjs';

const browser = shared_browser();

async function visit(t, settings = '') {
  const line = await Line.start(t);
  const body = `<script>
    const domain = '${line.origin}/v3/directline';
    fetch(domain + '/tokens/generate', { method: 'POST' }).then((answer) => answer.json()).then(({ token }) => {
      window.directLine = WebChat.createDirectLine({ domain, token ${settings} });
      window.directLine.connectionStatus$.subscribe((status) => (window.status_now = status));
      WebChat.renderWebChat({ directLine, userID: 'dl_visitor', styleOptions: { suggestedActionLayout: 'stacked' } }, document.getElementById('chat'));
    });
  </script>`;
  const origin = await page_with_widget(t, { name: 'botframework-webchat', path: 'dist/webchat-minimal.js', body });
  const server = await Server.start(t, ['--channel', 'directline', '--origin', origin]);
  line.port_behind = server.port;
  const page = await open_page(t, browser.current, `${origin}/`, { friends: [line.origin] });
  const bubbles = page.locator('.webchat__bubble__content');
  const actions = page.locator('.webchat__suggested-action, .webchat__suggested-actions button');
  const texts = async () => (await bubbles.allInnerTexts()).map((text) => text.trim());
  const say = async (text) => {
    await page.getByRole('textbox').fill(text);
    await page.getByRole('textbox').press('Enter');
  };
  await actions.first().waitFor();
  return { line, server, page, bubbles, actions, texts, say };
}

const twice = (texts) => texts.filter((text, at) => texts.indexOf(text) !== at);

test('greeting, a button, words, danger', async (t) => {
  const { page, actions, texts, say } = await visit(t);
  const greeting = await texts();
  assert.match(greeting.join('\n'), /computer program/);
  const label = (await actions.first().innerText()).trim();
  await actions.first().click();
  await eventually(async () => (await texts()).length > greeting.length + 1, 'an answer to the button');
  assert.equal((await texts())[greeting.length], label, 'the press is shown as the visitor\u2019s own words');
  await say('I want to kill myself');
  await eventually(async () => /988/.test((await texts()).join('\n')), 'the numbers');
  await picture(page, 'web-chat');
  assert.equal(await page.locator('.webchat__activity-status--slot_send-failed, [class*=send-failed]').count(), 0);
});

test('a line that is cut is taken up again; what was said meanwhile comes once', async (t) => {
  const { line, page, texts, say } = await visit(t);
  await say('menu');
  await eventually(async () => (await texts()).includes('menu'), 'the own words');
  await eventually(async () => (await page.evaluate(() => window.status_now)) === 2, 'online');
  const before = (await texts()).length;
  line.cut();
  await say('what is attachment');
  // Web Chat waits 3 to 15 s before it comes back.
  await eventually(async () => (await texts()).length > before + 1, 'the answer after the cut', 40_000);
  await say('help menu');
  await eventually(async () => (await texts()).at(-1) !== 'help menu' && (await texts()).includes('help menu'), 'more answers', 40_000);
  const all = await texts();
  assert.equal(all.filter((text) => text === 'what is attachment').length, 1, JSON.stringify(twice(all)));
  assert.equal(all.filter((text) => text === 'help menu').length, 1);
});

test('without WebSockets it asks again and again', async (t) => {
  const { texts, say } = await visit(t, ', webSocket: false, pollingInterval: 200');
  const before = (await texts()).length;
  await say('what is attachment');
  await eventually(async () => (await texts()).length > before + 1, 'an answer');
});
