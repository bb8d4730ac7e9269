// Rasa's Socket.IO channel, held against the official clients of both protocols: 3.1 (which rasa-webchat uses) and 2.5.
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { Server } from './support/server.mjs';

const require = createRequire(import.meta.url);
const clients = { 'client 3': require('socket.io-client').io, 'client 2': require('socket.io-client-2') };
const ways = { 'long polling': ['polling'], 'a WebSocket': ['websocket'], 'polling, then a WebSocket': ['polling', 'websocket'] };

const start = (t, args = []) => Server.start(t, { args: ['--channel', 'socketio', ...args] });

async function talk(t, server, io, { transports = ['polling', 'websocket'], session = null, ...options } = {}) {
  const socket = io(server.origin, { transports, forceNew: true, reconnection: false, ...options });
  t.after(() => socket.close());
  const uttered = [];
  let confirmed;
  socket.on('bot_uttered', (message) => uttered.push(message));
  socket.on('session_confirm', (id) => (confirmed = id));
  socket.on('connect', () => socket.emit('session_request', { session_id: session }));
  const until = async (good, what) => {
    const end = Date.now() + 10_000;
    while (!good()) {
      if (Date.now() > end) throw new Error(`no ${what}: ${JSON.stringify(uttered)}`);
      await sleep(20);
    }
  };
  await until(() => confirmed, 'session_confirm');
  const say = async (message) => {
    const before = uttered.length;
    socket.emit('user_uttered', { message, customData: {}, session_id: confirmed });
    await until(() => uttered.length > before, `answer to ${message}`);
    await sleep(50);
    return uttered.slice(before);
  };
  return { socket, uttered, say, until, session: confirmed };
}

for (const [who, io] of Object.entries(clients)) {
  for (const [how, transports] of Object.entries(ways)) {
    test(`${who} over ${how}: greeting, a button, words with letters of every length, danger`, async (t) => {
      const server = await start(t);
      const { uttered, say, until } = await talk(t, server, io, { transports });
      await until(() => uttered.some((one) => one.quick_replies), 'greeting');
      const [reply] = uttered.at(-1).quick_replies;
      assert.equal(reply.content_type, 'text');
      assert.ok((await say(reply.payload)).length > 0);
      assert.ok((await say('ümlaut 漢字 😀 “quoted”')).length > 0);
      const help = await say('I want to kill myself');
      assert.ok(help.some((one) => /988/.test(one.text)), JSON.stringify(help));
    });
  }
}

test('after a cut the conversation goes on, and what was said meanwhile is not lost', async (t) => {
  const server = await start(t);
  const io = clients['client 3'];
  const first = await talk(t, server, io);
  await first.say('menu');
  first.socket.emit('user_uttered', { message: 'what is attachment', session_id: first.session });
  first.socket.close();
  await sleep(300);
  const second = await talk(t, server, io, { session: first.session });
  assert.equal(second.session, first.session);
  await second.say('menu');
  const texts = [...first.uttered, ...second.uttered].map((one) => one.text);
  assert.ok(texts.length > 3);
  const wrong = await talk(t, server, io, { session: `${first.session.split('.')[0]}.wrong` });
  assert.notEqual(wrong.session, first.session, 'a wrong secret opens nothing');
});

test('intents by name, unknown events and acknowledgements', async (t) => {
  const server = await start(t);
  const { socket, uttered, until, say } = await talk(t, server, clients['client 3']);
  await until(() => uttered.some((one) => one.quick_replies), 'greeting');
  const before = uttered.length;
  socket.emit('user_uttered', { message: '/get_started' });
  socket.emit('something_else', { a: 1 });
  await new Promise((done) => socket.emit('user_uttered', { message: '/restart{"a":1}' }, done));
  await sleep(200);
  assert.equal(uttered.length, before);
  assert.ok((await say('menu')).length > 0);
});

test('malformed requests are refused, and the server stays', async (t) => {
  const server = await start(t);
  const at = (query, options) => fetch(`${server.origin}/socket.io/?${query}`, options);
  assert.equal((await at('EIO=5&transport=polling')).status, 400);
  assert.equal((await at('EIO=4&transport=carrier-pigeon')).status, 400);
  assert.equal((await at('EIO=4&transport=polling&sid=unknown')).status, 400);
  const opened = await (await at('EIO=4&transport=polling')).text();
  assert.equal(opened[0], '0');
  const { sid, upgrades } = JSON.parse(opened.slice(1));
  assert.deepEqual(upgrades, ['websocket']);
  assert.equal((await at(`EIO=4&transport=polling&sid=${sid}`, { method: 'POST', body: 'xyz' })).status, 400);
  assert.equal((await at(`EIO=4&transport=polling&sid=${sid}`)).status, 400, 'and the session is over');
  const old = await (await at('EIO=3&transport=polling')).text();
  assert.match(old, /^\d+:0\{.*\}2:40$/s);
  const evil = await at('EIO=4&transport=polling', { headers: { origin: 'https://evil.example' } });
  assert.equal(evil.status, 403);
});

test('with access tokens only who knows one is connected', async (t) => {
  const server = await start(t, ['--access-token', 'secret-of-the-page']);
  const io = clients['client 3'];
  const refused = await new Promise((done) => {
    const socket = io(server.origin, { forceNew: true, reconnection: false });
    t.after(() => socket.close());
    socket.on('connect_error', done);
    socket.on('connect', () => done(null));
  });
  assert.equal(refused?.message, 'unauthorized');
  await talk(t, server, io, { auth: { token: 'secret-of-the-page' } });
  await talk(t, server, clients['client 2'], { query: { token: 'secret-of-the-page' } });
});
