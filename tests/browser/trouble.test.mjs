// The widget against a stand-in server that drops, repeats, refuses and garbles.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { check_accessibility, picture } from './support/browser.mjs';
import { at_fake, eventually, shared_browser } from './support/shared.mjs';

const browser = shared_browser();
const start = (...what) => at_fake(browser, ...what);

test('a text that is too long is kept and refused with a clear line', async (t) => {
  const { server, page, chat } = await start(t);
  await chat.sees('Where shall we begin?');
  await chat.input.fill('x'.repeat(4010));
  await chat.input.press('Enter');
  await page.getByText('too long by 10').waitFor();
  await check_accessibility(page, 'too long');
  assert.ok(!server.frames.some((frame) => frame.t === 'message'));
  await chat.say('x'.repeat(4000));
  await chat.sees('Where shall we go?');
});

test('a reload shows the conversation as it was, and it goes on', async (t) => {
  const { server, page, chat } = await start(t);
  await chat.choice('Basics').click();
  await chat.sees('Where shall we go?');
  const was = await chat.bubbles.allInnerTexts();
  await page.reload();
  await chat.sees('Where shall we go?');
  assert.deepEqual(await chat.bubbles.allInnerTexts(), was);
  const pressed = chat.log.locator('.choices').first().locator('[aria-pressed=true]');
  assert.deepEqual(await pressed.allTextContents(), ['Basics']);
  await chat.choice('Signs').click();
  await chat.sees('Does any of this sound familiar?');
  assert.equal(server.sessions.size, 1);
});

test('a long conversation comes back, and what was said first on demand', async (t) => {
  const { server, page, chat } = await start(t);
  await chat.sees('Where shall we begin?');
  for (let i = 0; i < 130; ++i) server.session.log({ from: 'bot', text: `line ${i}` });
  await chat.sees('line 129');
  await page.reload();
  await chat.sees('line 129');
  assert.equal(await chat.bubbles.count(), 100);
  const first = chat.bubbles.first();
  await chat.button('Show earlier messages').click();
  await eventually(async () => (await chat.bubbles.count()) === 132, 'all of it');
  assert.match(await first.innerText(), /Hello/);
  assert.equal(await chat.button('Show earlier messages').isVisible(), false);
});

test('words said without a connection are kept, sent once, and in order', async (t) => {
  const { server, page, chat } = await start(t);
  await chat.sees('Where shall we begin?');
  await server.stop();
  await chat.say('first');
  await chat.say('second');
  await chat.own.getByText('Not sent yet').first().waitFor();
  await chat.status.getByText('Connection lost').waitFor();
  await check_accessibility(page, 'offline');
  await picture(page, 'offline');
  await server.listen(server.port);
  await eventually(async () => (await chat.own.count()) === 2 && (await chat.bubbles.count()) === 8, 'both answered');
  assert.deepEqual(server.session.events.filter((event) => event.from === 'user').map((event) => event.text), ['first', 'second']);
  await eventually(async () => (await chat.status.textContent()) === '', 'the banner is gone');
});

test('unsent words outlive a reload', async (t) => {
  const { server, page, chat } = await start(t);
  await chat.sees('Where shall we begin?');
  server.deaf = true;
  await chat.say('do not lose me');
  await eventually(() => server.frames.some((frame) => frame.t === 'message'), 'sent');
  const { id } = server.frames.find((frame) => frame.t === 'message');
  server.deaf = false;
  await page.reload();
  await chat.sees('Where shall we go?');
  const sent = server.frames.filter((frame) => frame.t === 'message');
  assert.deepEqual(sent.map((frame) => frame.id), [id, id]);
  assert.equal(await chat.own.count(), 1);
});

test('a lost answer is asked for again and nothing is said twice', async (t) => {
  const { server, chat } = await start(t);
  await chat.sees('Where shall we begin?');
  server.session.sockets.clear(); // events are logged but do not arrive
  await chat.say('hello');
  await chat.own.getByText('Sent', { exact: true }).waitFor();
  server.drop();
  await chat.sees('Where shall we go?');
  assert.equal(await chat.own.count(), 1);
  assert.equal(await chat.bubbles.count(), 5);
  server.broadcast(server.session.events[2]); // a repetition
  server.broadcast({ ...server.session.events[2], seq: 9, text: 'from the future' }); // a gap: resumes
  await eventually(() => server.frames.filter((frame) => frame.t === 'hello').length === 3, 'resumed');
  await chat.sees('Where shall we go?');
  assert.equal(await chat.bubbles.count(), 5);
});

test('what the server refuses for now is sent again with the same id', async (t) => {
  const { server, chat } = await start(t);
  await chat.sees('Where shall we begin?');
  server.refuse_once = { code: 'rate_limited', retry_after_ms: 300 };
  await chat.say('hello');
  await chat.sees('Where shall we go?');
  const ids = server.frames.filter((frame) => frame.t === 'message').map((frame) => frame.id);
  assert.equal(ids.length, 2);
  assert.equal(ids[0], ids[1]);
});

test('a stale button says so and the chat goes on', async (t) => {
  const { server, page, chat } = await start(t);
  await chat.sees('Where shall we begin?');
  server.refuse_once = { code: 'stale_choice' };
  await chat.choice('Basics').click();
  await chat.status.getByText('That question is closed').waitFor();
  assert.equal(await chat.own.count(), 0);
  await chat.say('hello');
  await chat.sees('Where shall we go?');
  await check_accessibility(page, 'stale choice');
});

test('hostile frames do nothing', async (t) => {
  const { server, page, chat } = await start(t);
  await chat.sees('Where shall we begin?');
  for (const frame of ['', 'null', '[]', '{"t":"__proto__"}', '{"t":"constructor","seq":1}', '{"t":"message"}', '{"t":"message","seq":-1}',
    '{"t":"message","seq":"3","text":"no"}', '{"t":"error"}', '{"t":"history","events":7}', '{"t":"accepted"}', '{"t":"typing","on":1}']) server.broadcast(frame);
  server.session.log({ from: 'bot', text: 42, choices: ['ok'] });
  server.broadcast({ t: 'message', seq: 4, from: 'bot', text: 'many', choices: { items: Array.from({ length: 500 }, (_, i) => ({ value: `v${i}`, label: `choice ${i}` })) } });
  await chat.sees('many');
  assert.equal(await chat.log.locator('.choices').last().getByRole('button').count(), 64);
  assert.equal(await page.title(), 'Harbor Clinic');
});

test('an unknown session starts a new one; words wait for it', async (t) => {
  const { server, chat } = await start(t);
  await chat.sees('Where shall we begin?');
  await server.stop();
  server.sessions.clear();
  await chat.say('still here');
  await server.listen(server.port);
  await chat.sees('Where shall we go?');
  assert.equal(await chat.own.count(), 1);
  assert.equal(await chat.bubbles.count(), 5);
});

test('while the server cannot be reached, help is shown all the same', async (t) => {
  const { page } = await start(t, {}, undefined, (server) => (server.shut = true));
  await page.getByText('We cannot reach the chat right now').waitFor();
  const card = page.getByRole('region', { name: 'Help right now' });
  await card.getByText('In danger? Call 911.').waitFor();
  await page.locator('attune-chat').getByText('You can always call us').waitFor();
  await check_accessibility(page, 'unreachable');
  await picture(page, 'unreachable');
});

test('an end, and other tabs, are said plainly', async (t) => {
  const { server, page, chat } = await start(t);
  await chat.sees('Where shall we begin?');
  server.drop(4409);
  await page.getByText('open in other tabs').waitFor();
  await chat.button('Go on here').click();
  await chat.input.waitFor();
  server.broadcast({ t: 'ended', seq: 3, reason: 'user' });
  server.drop(1000);
  await page.getByText('This chat has ended.').waitFor();
  await chat.sees('Where shall we begin?');
});
