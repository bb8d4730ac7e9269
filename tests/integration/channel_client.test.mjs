// The client that channels call services with, by `attune channels check`; and what `attune channels` tells.
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { createServer as create_tls } from 'node:https';
import { createServer as create_tcp } from 'node:net';
import { join } from 'node:path';
import { test } from 'node:test';
import { certificate } from './support/certificate.mjs';
import { run, temporary_folder } from './support/server.mjs';
import { Service } from './support/service.mjs';

async function secure(t, { key, cert }) {
  const seen = [];
  const server = create_tls({ key, cert }, (request, response) => {
    seen.push({ path: request.url, name: request.socket.servername });
    response.end('{"ok":true}');
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  t.after(() => server.close());
  return { port: server.address().port, seen };
}

const check = (api, env = {}) => run(['channels', 'check', 'telegram'], { env: { ATTUNE_TELEGRAM_TOKEN: '1:sesame', ATTUNE_TELEGRAM_API: api, ...env } });

test('a certificate that is trusted and fits is taken, and the name is sent', async (t) => {
  const mine = certificate(temporary_folder(t), 'localhost');
  const { port, seen } = await secure(t, mine);
  const { code, output } = await check(`https://localhost:${port}`, { SSL_CERT_FILE: mine.ca_file });
  assert.equal(code, 0, output);
  assert.match(output, /the service knows us/);
  assert.deepEqual(seen, [{ path: '/bot1:sesame/getMe', name: 'localhost' }]);
});

test('an unknown authority and a certificate of another name are not', async (t) => {
  const folder = temporary_folder(t);
  const mine = certificate(folder, 'localhost');
  const other = certificate(folder, 'other.example');
  const first = await secure(t, mine);
  const unknown = await check(`https://localhost:${first.port}`);
  assert.equal(unknown.code, 1);
  assert.match(unknown.output, /no answer \(no_trust\)/);
  const second = await secure(t, other);
  assert.match((await check(`https://localhost:${second.port}`, { SSL_CERT_FILE: other.ca_file })).output, /no_trust/);
  // An address is no name either.
  assert.match((await check(`https://127.0.0.1:${first.port}`, { SSL_CERT_FILE: mine.ca_file })).output, /no_trust/);
  assert.equal(first.seen.length + second.seen.length, 0, 'the token was told to nobody');
});

test('plain http goes to this machine only; no address, no connection, no TLS and a huge answer are told apart', async (t) => {
  assert.match((await check('http://192.0.2.1')).output, /not_secure/);
  assert.match((await check('https://nowhere.invalid')).output, /no_address/);
  const closed = create_tcp();
  await new Promise((done) => closed.listen(0, '127.0.0.1', done));
  const { port } = closed.address();
  await new Promise((done) => closed.close(done));
  assert.match((await check(`http://127.0.0.1:${port}`)).output, /no_connection/);
  const service = await Service.start(t);
  assert.match((await check(service.origin.replace('http:', 'https:'))).output, /no_trust/);
  service.script = [{ status: 200, body: 'x'.repeat(2_000_000) }];
  assert.match((await check(service.origin)).output, /answer_too_long/);
  service.script = [{ status: 401, body: '{"ok":false,"description":"Unauthorized"}' }];
  const refused = await check(service.origin);
  assert.match(refused.output, /refuses \(status 401, token\)/);
  assert.doesNotMatch(refused.output, /sesame/);
});

test('a service that does not answer is waited for 20 s, not longer', { timeout: 60_000 }, async (t) => {
  const service = await Service.start(t);
  service.script = [{ status: 200, hold_ms: 40_000 }];
  const begin = Date.now();
  assert.match((await check(service.origin)).output, /timeout/);
  assert.ok(Date.now() - begin < 30_000);
});

test('attune channels lists what is on, what is missing and where to paste; never a secret', async (t) => {
  const file = join(temporary_folder(t), 'token');
  writeFileSync(file, '9:from-a-file\n');
  const env = { ATTUNE_TELEGRAM_TOKEN_FILE: file, ATTUNE_PUBLIC_URL: 'https://clinic.example/', ATTUNE_SMS_AUTH_TOKEN: 'hush' };
  const { code, output } = await run(['channels', '--channel', 'telegram', '--channel', 'sms'], { env });
  assert.equal(code, 1, 'sms lacks something');
  assert.match(output, /telegram {2}Telegram {2}\[on\]/);
  assert.match(output, /slack {2}Slack {2}\[off\]/);
  assert.match(output, /set +ATTUNE_TELEGRAM_TOKEN/);
  assert.match(output, /MISSING +ATTUNE_SMS_ACCOUNT/);
  assert.match(output, /https:\/\/clinic\.example\/channels\/telegram/);
  assert.doesNotMatch(output, /from-a-file|hush/);
});

test('a server whose channel lacks something, or is unknown, does not start', async (t) => {
  const db = join(temporary_folder(t), 'a.db');
  const lacking = await run(['serve', '--port', '0', '--db', db, '--channel', 'whatsapp']);
  assert.equal(lacking.code, 2);
  assert.match(lacking.output, /the channel whatsapp needs whatsapp-token, whatsapp-phone-id, whatsapp-app-secret/);
  const unknown = await run(['serve', '--port', '0', '--db', db, '--channel', 'pigeon']);
  assert.equal(unknown.code, 2);
  assert.match(unknown.output, /there is no channel 'pigeon'/);
});
