// Rate limits hold, and never hold back somebody who speaks of danger.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { connect, new_id } from './support/client.mjs';
import { Server } from './support/server.mjs';

const is_limited = (frame) => frame.t === 'error' && frame.code === 'rate_limited';

/** Sends one after the other, as fast as they are answered, until one is refused; answers the refusal. */
async function until_limited(client) {
  for (let i = 0; i < 200; ++i) {
    const answer = await client.ask({ t: 'message', id: new_id('f'), text: 'help' });
    if (is_limited(answer)) return answer;
  }
  throw new Error('200 messages in a row were taken');
}

test('who sends too fast is told how long to wait, then closed with 4429', async (t) => {
  const server = await Server.start(t);
  const bystander = await connect(server);
  const client = await connect(server);
  const error = await until_limited(client);
  for (let i = 0; i < 40; ++i) client.send({ t: 'message', id: new_id('f'), text: 'help' });
  assert.ok(error.retry_after_ms > 0 && error.retry_after_ms <= 60_000);
  assert.equal((await client.closed).code, 4429);
  assert.ok(client.frames.filter((frame) => frame.t === 'accepted').length >= 10, 'ten at once are taken');
  await bystander.say('help');
});

test('a message of danger gets through a limit', async (t) => {
  const server = await Server.start(t);
  const client = await connect(server);
  await until_limited(client);
  const answer = await client.ask({ t: 'message', id: 'danger', text: 'I want to kill myself' });
  assert.equal(answer.t, 'accepted');
  await client.until(() => client.events.some((event) => event.severity === 'crisis' && event.seq > answer.seq), 'the crisis answer');
  client.check();
});

test('what was refused for the rate can be sent again with the same id', async (t) => {
  const server = await Server.start(t);
  const client = await connect(server);
  const refused = await until_limited(client);
  await new Promise((done) => setTimeout(done, refused.retry_after_ms + 300));
  client.send({ t: 'message', id: refused.id, text: 'help' });
  const accepted = await client.until(() => client.frames.find((frame) => frame.t === 'accepted' && frame.id === refused.id), 'accepted');
  assert.equal(accepted.dup, false);
  await client.close();
});
