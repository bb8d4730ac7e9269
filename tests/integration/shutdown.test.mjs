// SIGTERM: everybody is told, running turns are finished, the program ends well.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { connect, new_id } from './support/client.mjs';
import { Server } from './support/server.mjs';

for (const signal of ['SIGTERM', 'SIGINT']) {
  test(`${signal} drains: going_away, then 1012, then exit code 0`, { timeout: 60_000 }, async (t) => {
    const server = await Server.start(t);
    const clients = [];
    for (let i = 0; i < 5; ++i) clients.push(await connect(server));
    const started = Date.now();
    const end = server.stop(signal);
    for (const client of clients) {
      const close = await client.closed;
      assert.equal(close.code, 1012);
      const warning = client.frames.find((frame) => frame.t === 'going_away');
      assert.ok(warning, 'going_away came before');
      assert.equal(warning.reason, 'drain');
      client.check();
    }
    assert.deepEqual(await end, { code: 0, signal: null });
    assert.ok(Date.now() - started < 20_000, 'within 20 seconds');
  });
}

test('a message sent just before SIGTERM is answered, or not acknowledged; then it goes on', async (t) => {
  const server = await Server.start(t);
  const client = await connect(server);
  const frame = { t: 'message', id: new_id(), text: 'help' };
  client.send(frame);
  await server.stop();
  await client.closed;
  client.check();
  const acknowledged = client.frames.some((one) => one.t === 'accepted' && one.id === frame.id);
  const session = client.session;
  await server.restart();
  const back = await connect(server, { session });
  const again = await back.ask(frame);
  assert.equal(again.t, 'accepted');
  if (acknowledged) assert.equal(again.dup, true);
  const log = (await connect(server, { session: { ...back.session, last_seq: 0 } })).events;
  assert.equal(log.filter((event) => event.id === frame.id).length, 1);
});
