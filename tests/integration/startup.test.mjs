// What keeps the server from starting is said in words that help.
import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { connect } from './support/client.mjs';
import { run, Server, temporary_folder } from './support/server.mjs';

async function fails(args, ...patterns) {
  const { code, signal, output } = await run(args);
  assert.equal(signal, null, `it ended by itself:\n${output}`);
  assert.ok(code > 0 && code < 126, `exit code ${code}`);
  for (const pattern of patterns) assert.match(output, pattern);
  assert.doesNotMatch(output, /terminate called|what\(\)|Sanitizer/);
}

test('a port in use', async (t) => {
  const server = await Server.start(t);
  const db = join(temporary_folder(t), 'other.db');
  await fails(['serve', '--port', String(server.port), '--db', db], new RegExp(String(server.port)), /in use/i);
  const client = await connect(server);
  await client.say('help');
});

test('a database that cannot be written', async (t) => {
  const folder = temporary_folder(t);
  writeFileSync(join(folder, 'file'), 'not a folder');
  await fails(['serve', '--port', '0', '--db', join(folder, 'file', 'attune.db')], /attune\.db/);
  await fails(['serve', '--port', '0', '--db', '/proc/attune.db'], /\/proc\/attune\.db/);
});

test('a file that is no database', async (t) => {
  const file = join(temporary_folder(t), 'attune.db');
  writeFileSync(file, 'These are not the bytes of a database. '.repeat(500));
  await fails(['serve', '--port', '0', '--db', file], /attune\.db/);
});

test('a bot that does not load is shown with file, line and column', async (t) => {
  const folder = temporary_folder(t);
  mkdirSync(join(folder, 'flows'));
  writeFileSync(join(folder, 'bot.yaml'), 'bot: broken\nname: Broken\nthis_is_no_key: 1\n');
  writeFileSync(join(folder, 'flows', 'main.yaml'), 'flow: main\nsteps:\n  - sayy: hello\n');
  const db = join(folder, 'attune.db');
  await fails(['serve', '--port', '0', '--db', db, '--bot', folder], /bot\.yaml:\d+:\d+/);
  await fails(['serve', '--port', '0', '--db', db, '--bot', join(folder, 'nowhere')], /nowhere/);
});

test('an unknown option', async () => {
  await fails(['serve', '--no-such-option'], /no-such-option/);
});

test('help and version are there', async () => {
  const help = await run(['--help']);
  assert.equal(help.code, 0);
  assert.match(help.output, /serve/);
  assert.match(help.output, /chat/);
  const version = await run(['--version']);
  assert.equal(version.code, 0);
  assert.match(version.output, /\d+\.\d+\.\d+/);
});
