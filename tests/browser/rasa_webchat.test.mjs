// rasa-webchat, unchanged, in the browser on a page of its own, speaking Socket.IO to the built server.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { open_page, picture } from './support/browser.mjs';
import { Line, page_with_widget } from './support/others.mjs';
import { Server } from './support/server.mjs';
import { eventually, shared_browser } from './support/shared.mjs';

const browser = shared_browser();

async function visit(t) {
  const line = await Line.start(t);
  const body = `<script>
    WebChat.default({ socketUrl: '${line.origin}', socketPath: '/socket.io/', initPayload: '/get_started', title: 'Chat', embedded: true, storage: 'session', params: { storage: 'session' } }, document.getElementById('chat'));
  </script>`;
  const origin = await page_with_widget(t, { name: 'rasa-webchat', path: 'lib/index.js', body });
  const server = await Server.start(t, ['--channel', 'socketio', '--origin', origin]);
  line.port_behind = server.port;
  const page = await open_page(t, browser.current, `${origin}/`, { friends: [line.origin, 'https://fonts.googleapis.com'] });
  const answers = page.locator('.rw-response');
  const replies = page.locator('.rw-reply');
  const say = async (text) => {
    await page.locator('.rw-new-message').fill(text);
    await page.locator('.rw-new-message').press('Enter');
  };
  await replies.first().waitFor();
  return { line, server, page, answers, replies, say };
}

test('greeting, a button, words, danger', async (t) => {
  const { page, answers, replies, say } = await visit(t);
  assert.match((await answers.allInnerTexts()).join('\n'), /computer program/);
  const before = await answers.count();
  await replies.first().click();
  await eventually(async () => (await answers.count()) > before, 'an answer to the button');
  await say('I want to kill myself');
  await eventually(async () => /988/.test((await answers.allInnerTexts()).join('\n')), 'the numbers');
  await picture(page, 'rasa-webchat');
});

test('after a cut it goes on with the same conversation', async (t) => {
  const { line, page, answers, say } = await visit(t);
  const session = () => page.evaluate(() => JSON.parse(sessionStorage.getItem('chat_session')).session_id);
  const first = await session();
  line.cut();
  const before = await answers.count();
  await say('what is attachment');
  await eventually(async () => (await answers.count()) > before, 'an answer after the cut', 40_000);
  assert.equal(await session(), first);
});
