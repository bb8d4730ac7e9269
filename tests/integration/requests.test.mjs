// HTTP as it should not be: the rules of RFC 9112 that the library leaves to us, and limits on time and size.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { connect } from './support/client.mjs';
import { has_head, raw_request } from './support/raw.mjs';
import { Server } from './support/server.mjs';

const endings = [];
let server;
before(async () => {
  server = await Server.start({ after: (ending) => endings.push(ending) });
});
after(async () => {
  for (const ending of endings.reverse()) await ending();
});

const get = (head, target = '/healthz') => `GET ${target} HTTP/1.1\r\n${head}\r\n`;

for (const [name, text, status] of [
  ['a good request', get('Host: localhost\r\n'), 200],
  ['no Host', get(''), 400],
  ['two Hosts', get('Host: a\r\nHost: b\r\n'), 400],
  ['no Host, body announced and never sent', 'POST /v1/sessions HTTP/1.1\r\nContent-Length: 5\r\n\r\n', 400],
  ['Transfer-Encoding beside Content-Length', 'POST /v1/sessions HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\nContent-Length: 5\r\n\r\n0\r\n\r\n', 400],
  ['two lengths that differ', 'POST /v1/sessions HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nabcdef', 400],
  ['a length that is no number', 'POST /v1/sessions HTTP/1.1\r\nHost: a\r\nContent-Length: five\r\n\r\n', 400],
  ['a target that is no path', get('Host: a\r\n', 'healthz'), 400],
  ['a version that does not exist', 'GET / HTTP/3.7\r\nHost: a\r\n\r\n', [400, 505]],
  ['white space before the colon', get('Host : a\r\n'), 400],
  ['a NUL in a field', get('Host: a\r\nX: \0\r\n'), 400],
  ['no HTTP at all', 'SSH-2.0-OpenSSH_9.2\r\n\r\n', 400],
  ['a path out of the page folder', get('Host: a\r\n', '/../../../../etc/passwd'), [400, 404]],
  ['the same, percent-encoded', get('Host: a\r\n', '/%2e%2e/%2e%2e/etc/passwd'), [400, 404]],
  ['a method nobody knows', 'BREW /healthz HTTP/1.1\r\nHost: a\r\n\r\n', [400, 405, 501]],
  ['an unknown path', get('Host: a\r\n', '/v1/nothing'), 404],
  ['fields over 16 KiB', get(`Host: a\r\nX-Big: ${'x'.repeat(17 * 1024)}\r\n`), 431],
  ['a body over the limit', `POST /v1/sessions HTTP/1.1\r\nHost: a\r\nContent-Length: 10000000\r\n\r\n`, 413],
]) {
  test(`${name}: ${status}`, async () => {
    const { status: got, answer } = await raw_request(server, text, { until: has_head });
    assert.ok([status].flat().includes(got), `got ${got}: ${answer.slice(0, 200)}`);
  });
}

test('a client that sends its fields a byte at a time is not waited for', { timeout: 60_000 }, async () => {
  const drops = [...'GET /healthz HTTP/1.1\r\nHost: localhost\r\nX-Slow: '].concat(Array(200).fill('x'));
  const { how, status, after_ms } = await raw_request(server, drops, { limit_ms: 30_000, pause_ms: 150, until: has_head });
  assert.ok(how === 'closed' || status === 408, `it ended by ${how}, status ${status}`);
  assert.ok(after_ms < 20_000, `after ${after_ms} ms`);
});

test('idle and half-open connections do not keep others out', async () => {
  const silent = Array.from({ length: 100 }, () => raw_request(server, '', { limit_ms: 1500 }));
  const client = await connect(server);
  await client.say('help');
  await client.close();
  await Promise.all(silent);
});

test('two requests at once on one connection are both answered, in order', async () => {
  const both = get('Host: a\r\n') + get('Host: a\r\nConnection: close\r\n', '/v1/nothing');
  const { answer } = await raw_request(server, both, { limit_ms: 3000 });
  assert.deepEqual([...answer.matchAll(/HTTP\/1\.1 (\d{3})/g)].map((found) => found[1]), ['200', '404']);
});

test('health and readiness', async () => {
  assert.equal((await fetch(`${server.origin}/healthz`)).status, 200);
  assert.equal((await fetch(`${server.origin}/readyz`)).status, 200);
});
