// The test-only echo: the same WebSocket session, for protocol conformance suites.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import WebSocket from 'ws';
import { refused_status } from './support/client.mjs';
import { Server } from './support/server.mjs';

const endings = [];
const suite = { after: (ending) => endings.push(ending) };
let server;
before(async () => {
  server = await Server.start(suite, { args: ['--test-echo'] });
});
after(async () => {
  for (const ending of endings.reverse()) await ending();
});

const url = () => `ws://127.0.0.1:${server.port}/v1/echo`;

async function open() {
  const socket = new WebSocket(url());
  await new Promise((done, fail) => socket.once('open', done).once('error', fail));
  return socket;
}
const next = (socket) => new Promise((done) => socket.once('message', (data, binary) => done({ data, binary })));

test('text and binary come back as they were', async () => {
  const socket = await open();
  for (const [sent, binary] of [['héllo', false], ['', false], [Buffer.from([0, 255, 1]), true], ['x'.repeat(10_000), false]]) {
    socket.send(sent);
    const got = await next(socket);
    assert.equal(got.binary, binary);
    assert.deepEqual(got.data, Buffer.from(sent));
  }
  socket.close();
});

test('fragments come back whole, with a ping in between answered at once', async () => {
  const socket = await open();
  socket.send('one ', { fin: false });
  socket.ping('p');
  const pong = await new Promise((done) => socket.once('pong', done));
  assert.equal(String(pong), 'p');
  socket.send('two', { fin: true });
  assert.equal(String((await next(socket)).data), 'one two');
  socket.close();
});

test('text that is not UTF-8 closes with 1007', async () => {
  const socket = await open();
  socket.send(Buffer.from([0xc3, 0x28]), { binary: false });
  assert.equal(await new Promise((done) => socket.once('close', done)), 1007);
});

test('a close is answered with its code', async () => {
  const socket = await open();
  socket.close(3000, 'bye');
  assert.equal(await new Promise((done) => socket.once('close', done)), 3000);
});

test('without the option there is no echo', async (t) => {
  const plain = await Server.start(t);
  assert.equal(await refused_status(`ws://127.0.0.1:${plain.port}/v1/echo`, [], {}), 404);
});
