import assert from 'node:assert/strict';
import { mock, test } from 'node:test';
import { Connection } from '../../../transports/web/chat/connection.js';

const welcome = JSON.stringify({ t: 'welcome', session: { id: 's', resume_token: 't' }, heartbeat_ms: 25_000 });

/** A connection on sockets that do as they are told; time is the test's. */
function rig(t) {
  mock.timers.enable({ apis: ['setTimeout'] });
  const sockets = [];
  const told = [];
  const connection = new Connection({
    url: 'ws://x', random: () => 1,
    make_socket: () => {
      const socket = { readyState: 1, sent: [], send: (data) => socket.sent.push(JSON.parse(data)), close: () => (socket.is_closed = true) };
      sockets.push(socket);
      return socket;
    },
    listener: { hello: () => ({ t: 'hello' }), frame: (frame) => told.push(frame.t), state: (state) => told.push(state), closed: (code) => told.push(code) },
  });
  t.after(() => (connection.stop(), mock.timers.reset()));
  connection.start();
  const open = () => {
    sockets.at(-1).onopen();
    sockets.at(-1).onmessage({ data: welcome });
  };
  return { connection, sockets, told, open, close: (code) => sockets.at(-1).onclose({ code }), tick: (ms) => mock.timers.tick(ms) };
}

test('hello goes first, and open means welcomed', (t) => {
  const { sockets, told, open } = rig(t);
  assert.deepEqual(told, ['connecting']);
  open();
  assert.deepEqual(sockets[0].sent, [{ t: 'hello' }]);
  assert.deepEqual(told, ['connecting', 'welcome', 'open']);
});

test('it comes back, waiting longer each time', (t) => {
  const { sockets, close, tick } = rig(t);
  close(1006);
  tick(499);
  assert.equal(sockets.length, 1);
  tick(1);
  assert.equal(sockets.length, 2);
  close(1006);
  tick(999);
  assert.equal(sockets.length, 2);
  tick(1);
  assert.equal(sockets.length, 3);
});

test('a minute of peace forgets the failures', (t) => {
  const { sockets, open, close, tick } = rig(t);
  close(1006);
  tick(500);
  open();
  for (let i = 0; i < 7; ++i) {
    tick(9000);
    sockets.at(-1).onmessage({ data: '{"t":"pong"}' });
  }
  close(1006);
  tick(500);
  assert.equal(sockets.length, 3);
});

test('after some codes it stays away, after others it does not', (t) => {
  for (const code of [1000, 4400, 4403, 4409, 4410]) {
    const { sockets, told, open, close, tick, connection } = rig(t);
    open();
    close(code);
    tick(120_000);
    assert.equal(sockets.length, 1, String(code));
    assert.equal(told.at(-1), code);
    connection.stop();
    mock.timers.reset();
  }
  for (const code of [1001, 1011, 1012, 1013, 4008, 4401, 4404, 4408, 4429]) {
    const { sockets, open, close, tick, connection } = rig(t);
    open();
    close(code);
    tick(30_000);
    assert.ok(sockets.length > 1, String(code));
    connection.stop();
    mock.timers.reset();
  }
});

test('a server that goes away is given the time it asks for', (t) => {
  const { sockets, open, close, tick } = rig(t);
  open();
  sockets[0].onmessage({ data: '{"t":"going_away","reconnect_after_ms":3000}' });
  close(1012);
  tick(3499);
  assert.equal(sockets.length, 1);
  tick(1);
  assert.equal(sockets.length, 2);
});

test('silence is questioned, and no answer means another connection', (t) => {
  const { sockets, open, tick } = rig(t);
  open();
  tick(25_000);
  assert.deepEqual(sockets[0].sent.at(-1), { t: 'ping', n: 1 });
  sockets[0].onmessage({ data: '{"t":"pong","n":1}' });
  tick(25_000);
  tick(10_000);
  assert.ok(sockets[0].is_closed);
  tick(500);
  assert.equal(sockets.length, 2);
});

test('it pauses while nobody looks, and wakes at once', (t) => {
  const { sockets, connection, close, tick } = rig(t);
  connection.pause();
  close(1006);
  tick(120_000);
  assert.equal(sockets.length, 1);
  connection.wake();
  assert.equal(sockets.length, 2);
});

test('a socket that was left behind says nothing more', (t) => {
  const { sockets, told, connection, open } = rig(t);
  open();
  connection.stop();
  const before = told.length;
  sockets[0].onmessage({ data: welcome });
  sockets[0].onclose({ code: 4410 });
  assert.equal(told.length, before);
});
