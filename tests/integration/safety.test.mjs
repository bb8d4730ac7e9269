// When danger is seen the clinic's own system is told, over TLS, signed, and without a word of what was written.
import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { createServer } from 'node:https';
import { join } from 'node:path';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { certificate } from './support/certificate.mjs';
import { connect } from './support/client.mjs';
import { run, Server, temporary_folder } from './support/server.mjs';

/** A receiver that answers with these statuses, then with 204; `got` are the requests. */
async function receiver(t, statuses) {
  const { key, cert, ca_file } = certificate(temporary_folder(t), 'localhost');
  const got = [];
  const server = createServer({ key, cert }, (request, response) => {
    let body = '';
    request.on('data', (data) => (body += data));
    request.on('end', () => {
      got.push({ method: request.method, path: request.url, headers: request.headers, body, at: Date.now() });
      response.writeHead(statuses[got.length - 1] ?? 204).end();
    });
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  t.after(() => server.close());
  const until = async (count) => {
    for (let i = 0; got.length < count; ++i) {
      assert.ok(i < 500, `only ${got.length} of ${count} requests`);
      await sleep(20);
    }
  };
  return { url: `https://localhost:${server.address().port}/danger`, ca_file, got, until };
}

test('a safety event is delivered over TLS, again and later if need be, signed and without words', async (t) => {
  const { url, ca_file, got, until } = await receiver(t, [500, 503]);
  const env = { ATTUNE_SAFETY_SECRET: 'quiet', SSL_CERT_FILE: ca_file };
  const server = await Server.start(t, { args: ['--safety-webhook', url], env });
  const client = await connect(server);
  await client.say('i want to die, zanzibar');
  await until(3);
  assert.ok(got[2].at - got[1].at > got[1].at - got[0].at, 'the pauses grow');
  for (const { method, path, headers, body } of got) {
    assert.deepEqual([method, path], ['POST', '/danger']);
    assert.equal(body, got[0].body);
    const expected = createHmac('sha256', 'quiet').update(`${headers['attune-time']}.${body}`).digest('hex');
    assert.equal(headers['attune-signature'], `sha256=${expected}`);
    assert.doesNotMatch(body, /zanzibar|want/);
  }
  const event = JSON.parse(got[0].body);
  assert.deepEqual([event.class, event.level, event.channel], ['sui_active', 'high', 'web']);
  assert.match(server.output, /event=safety class=sui_active/);
  assert.doesNotMatch(server.output, /zanzibar|quiet/);
});

test('nobody is told whose certificate is not trusted, and the visitor is answered all the same', async (t) => {
  const { url, got } = await receiver(t, []);
  const server = await Server.start(t, { args: ['--safety-webhook', url], env: { ATTUNE_SAFETY_SECRET: 'quiet' } });
  const client = await connect(server);
  await client.say('i want to die');
  await sleep(1500);
  assert.equal(got.length, 0);
});

test('a webhook over plain http elsewhere, or without a secret, is refused at the start', async (t) => {
  const db = join(temporary_folder(t), 'attune.db');
  const wrong = [['--safety-webhook', 'http://clinic.example/x', '--safety-secret', 's'],
                 ['--safety-webhook', 'clinic.example', '--safety-secret', 's'],
                 ['--safety-webhook', 'https://clinic.example/x']];
  for (const args of wrong) {
    const { code, output } = await run(['serve', '--port', '0', '--db', db, ...args]);
    assert.equal(code, 2, output);
    assert.match(output, /safety-webhook/);
  }
});
