// Telegram: our webhook and our calls against a service of our own (for what the emulator lacks) and against
// telegram-test-api, an emulator we did not write, by long polling.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { createRequire } from 'node:module';
import { Server } from './support/server.mjs';
import { Service } from './support/service.mjs';

const secret = 'a-secret_of-ours';
let next_update = 1000;

const message = (text, { chat = 77, update_id = ++next_update, type = 'private' } = {}) => ({
  update_id,
  message: { message_id: update_id, date: 1, from: { id: chat, is_bot: false, first_name: 'V' }, chat: { id: chat, type }, text },
});

async function start(t, env = {}) {
  const service = await Service.start(t);
  const server = await Server.start(t, {
    args: ['--channel', 'telegram'],
    env: { ATTUNE_TELEGRAM_TOKEN: '1:tok', ATTUNE_TELEGRAM_SECRET: secret, ATTUNE_TELEGRAM_API: service.origin, ...env },
  });
  const post = (update, { headers = { 'x-telegram-bot-api-secret-token': secret }, body = JSON.stringify(update) } = {}) =>
    fetch(`${server.origin}/channels/telegram`, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body });
  return { service, server, post };
}

const sent = (service) => service.calls.filter((call) => call.path.endsWith('/sendMessage')).map((call) => JSON.parse(call.body));

test('a first message is greeted, with the choices as buttons; a press goes on', async (t) => {
  const { service, post } = await start(t);
  assert.equal((await post(message('/start'))).status, 200);
  await service.until(3);
  const greeting = sent(service);
  assert.ok(service.calls.every((call) => call.path === '/bot1:tok/sendMessage' && call.method === 'POST'));
  assert.ok(greeting.every((each) => each.chat_id === 77));
  assert.match(greeting[0].text, /computer program/);
  assert.match(greeting[1].text, /911/);
  const buttons = greeting.at(-1).reply_markup.inline_keyboard.flat();
  assert.ok(buttons.length >= 2 && buttons.every((button) => Buffer.byteLength(button.callback_data) <= 64));

  const before = service.calls.length;
  const press = {
    update_id: ++next_update,
    callback_query: {
      id: 'cb1', from: { id: 77, is_bot: false }, data: buttons[0].callback_data,
      message: { message_id: 5, chat: { id: 77, type: 'private' }, reply_markup: greeting.at(-1).reply_markup },
    },
  };
  assert.equal((await post(press)).status, 200);
  await service.until(before + 2);
  await sleep(300);
  const answered = service.calls.find((call) => call.path.endsWith('/answerCallbackQuery'));
  assert.equal(JSON.parse(answered.body).callback_query_id, 'cb1');
  // The same button once more: it is not open any more, so its words count.
  const later = service.calls.length;
  assert.equal((await post({ ...press, update_id: ++next_update })).status, 200);
  await service.until(later + 1);
});

test('whoever comes in danger gets help first', async (t) => {
  const { service, post } = await start(t);
  await post(message('I want to die'));
  await service.until(2);
  await sleep(300);
  const texts = sent(service).map((each) => each.text);
  assert.match(texts[0], /program/);
  assert.match(texts.join('\n'), /988/);
  assert.doesNotMatch(texts.join('\n'), /Harbor guide/);
});

test('what is not signed reaches nobody', async (t) => {
  const { service, server, post } = await start(t);
  for (const headers of [{}, { 'x-telegram-bot-api-secret-token': 'wrong' }, { 'x-telegram-bot-api-secret-token': '' }]) {
    assert.equal((await post(message('menu'), { headers })).status, 401);
  }
  assert.equal((await fetch(`${server.origin}/channels/telegram`)).status, 405);
  await sleep(200);
  assert.equal(service.calls.length, 0);
  assert.match(server.output, /event=webhook_refused reason=secret channel=telegram/);
  assert.doesNotMatch(server.output, /a-secret_of-ours|1:tok/);
});

test('what is malformed is refused, what is strange is ignored, what is huge is cut off', async (t) => {
  const { service, server, post } = await start(t);
  for (const body of ['', '{', '[]', 'null', '"x"', '['.repeat(5000)]) {
    assert.equal((await post(null, { body })).status, 400, body.slice(0, 20));
  }
  const strange = [
    { update_id: 1 },
    { update_id: 2, edited_message: message('x').message },
    { update_id: 3, my_chat_member: {} },
    message('to all', { type: 'group' }),
    { update_id: 4, message: { chat: { id: 7, type: 'private' }, sticker: {} } },
    { update_id: 5, message: 'text' },
    { update_id: 6, callback_query: { id: 'x', data: 'not ours', message: { chat: { id: 1, type: 'private' } } } },
    {},
  ];
  for (const update of strange) assert.equal((await post(update)).status, 200, JSON.stringify(update));
  assert.equal((await post(null, { body: 'x'.repeat(2_000_000) })).status, 413);
  await sleep(200);
  assert.equal(service.calls.length, 0);
  assert.match(server.output, /event=webhook_ignored parts=1/);
});

test('a message that is delivered again is answered once, also after a crash', async (t) => {
  const { service, server, post } = await start(t);
  const hello = message('menu');
  await Promise.all([post(hello), post(hello), post(hello)]);
  await service.until(1);
  await sleep(400);
  const count = service.calls.length;
  await server.restart();
  assert.equal((await post(hello)).status, 200);
  await sleep(400);
  assert.equal(service.calls.length, count);
});

test('what could not be sent is sent later: 500, 429 with its wish, a cut and a dead service', async (t) => {
  const { service, server, post } = await start(t);
  service.script = [
    { status: 500 },
    { status: 429, body: '{"ok":false,"error_code":429,"parameters":{"retry_after":2}}' },
    { cut: true },
  ];
  await post(message('menu'));
  await service.until(4);
  const [first, second, third] = service.calls;
  assert.ok(third.at - second.at >= 1900, `waited ${third.at - second.at} ms`);
  assert.equal(first.body, third.body);
  await sleep(500);
  assert.match(server.output, /event=delivery_put_off status=429/);
});

test('what is refused becomes a dead letter, and the next reply goes out', async (t) => {
  const { service, server, post } = await start(t);
  service.script = [{ status: 403, body: '{"ok":false,"error_code":403,"description":"Forbidden: bot was blocked by the user"}' }];
  await post(message('/stop'));
  await service.until(1);
  await sleep(300);
  assert.match(server.output, /event=dead_letter number=\d+ status=403/);
  await post(message('/start'));
  await service.until(2);
});

test('nothing that was stored is lost when the server dies before it is sent, and order is kept', { timeout: 60_000 }, async (t) => {
  const { service, server, post } = await start(t);
  service.otherwise = () => ({ cut: true });
  for (const text of ['/start', 'what is anxious attachment?', 'menu']) assert.equal((await post(message(text))).status, 200);
  await service.until(1);
  await server.kill();
  service.calls.length = 0;
  service.otherwise = () => ({ status: 200, body: '{"ok":true}' });
  await server.restart();
  await service.until(5, 30_000);
  await sleep(1500);
  const texts = sent(service).map((each) => each.text);
  assert.match(texts[0], /Hello/);
  assert.equal(new Set(service.calls.map((call) => call.body)).size, service.calls.length, 'each once, as nothing arrived before');
});

test('killed in the middle of traffic, again and again: what was acknowledged is answered, in order', { timeout: 120_000 }, async (t) => {
  const { service, server, post } = await start(t);
  service.otherwise = () => ({ status: 200, body: '{"ok":true}', hold_ms: 15 });
  const chats = Array.from({ length: 12 }, (_, i) => 500 + i);
  const acknowledged = new Map(chats.map((chat) => [chat, 0]));
  const write = async (chat) => {
    // As Telegram does: the same update until it is taken.
    for (const text of ['/start', 'menu', 'what is anxious attachment?', 'menu']) {
      const update = message(text, { chat });
      for (let taken = false; !taken; ) {
        taken = await post(update).then((answer) => answer.status === 200, () => false);
        if (!taken) await sleep(100);
      }
      acknowledged.set(chat, acknowledged.get(chat) + 1);
      await sleep(150);
    }
  };
  const traffic = Promise.all(chats.map(write));
  for (let kill = 0; kill < 3; ++kill) {
    await sleep(250);
    await server.restart();
  }
  await traffic;
  for (let before = -1; before !== service.calls.length; ) {
    before = service.calls.length;
    await sleep(2500);
  }
  for (const chat of chats) {
    assert.equal(acknowledged.get(chat), 4);
    const all = sent(service).filter((each) => each.chat_id === chat).map((each) => JSON.stringify(each));
    // A call that was cut by the kill comes again: the same, right after itself.
    const once = all.filter((each, i) => i === 0 || each !== all[i - 1]);
    assert.match(once[0], /Hello/);
    const asked = once.map((each) => JSON.parse(each).reply_markup?.inline_keyboard[0][0].callback_data).filter(Boolean);
    const numbers = asked.map((payload) => Number(payload.split('.')[0]));
    assert.deepEqual(numbers, [...new Set(numbers)].sort((a, b) => a - b), 'in order, none twice');
    assert.ok(numbers.length >= 3, `${numbers.length} questions`);
    assert.ok(once.length >= 5, `${once.length} messages for 4`);
  }
});

test('STOP is kept, danger is still answered, START comes back', async (t) => {
  const { service, server, post } = await start(t);
  await post(message('/start'));
  await service.until(3);
  await post(message('/stop'));
  await service.until(4);
  assert.match(sent(service).at(-1).text, /no more messages/);
  await server.restart();
  await post(message('menu'));
  await post(message('/stop'));
  await sleep(400);
  assert.equal(service.calls.length, 4, 'silence');
  await post(message('I want to kill myself'));
  await service.until(5);
  await sleep(300);
  assert.match(sent(service).slice(4).map((each) => each.text).join('\n'), /988/);
  const before = service.calls.length;
  await post(message('/start'));
  await service.until(before + 1);
  assert.match(sent(service).at(-1).text, /Welcome back/);
  await post(message('menu'));
  await service.until(before + 2);
});

test('a person who wants everything erased gets the last word, and begins anew', async (t) => {
  const { service, post } = await start(t);
  await post(message('/start'));
  await service.until(3);
  await post(message('delete my data'));
  await service.until(4);
  await sleep(300);
  let count = service.calls.length;
  await post(message('yes'));
  await service.until(count + 1);
  await sleep(300);
  count = service.calls.length;
  await post(message('/start'));
  await service.until(count + 3);
  assert.match(sent(service).slice(count)[0].text, /Hello/);
});

test('the emulator telegram-test-api: by long polling a whole conversation, nothing twice', { timeout: 60_000 }, async (t) => {
  const require = createRequire(import.meta.url);
  const TelegramServer = require('telegram-test-api');
  const port = 20000 + Math.floor(Math.random() * 20000);
  const emulator = new TelegramServer({ port, host: '127.0.0.1' });
  await emulator.start();
  t.after(() => emulator.stop());
  const token = '123:abc';
  const client = emulator.getClient(token, { timeout: 8000 });
  await Server.start(t, {
    args: ['--channel', 'telegram'],
    env: { ATTUNE_TELEGRAM_TOKEN: token, ATTUNE_TELEGRAM_API: `http://127.0.0.1:${port}` },
  });
  await client.sendCommand(client.makeCommand('/start'));
  const texts = [];
  for (let i = 0; i < 40 && texts.length < 3; ++i) {
    const updates = await client.getUpdates();
    texts.push(...updates.result.map((update) => update.message));
  }
  assert.match(texts[0].text, /computer program/);
  const keyboard = texts.at(-1).reply_markup.inline_keyboard.flat();
  await client.sendCallback(client.makeCallbackQuery(keyboard[0].callback_data, { message: { message_id: 1, date: 1, chat: { id: texts[0].chat_id, type: 'private' }, reply_markup: texts.at(-1).reply_markup } }));
  const next = await client.getUpdates();
  assert.ok(next.result.length >= 1);
});
