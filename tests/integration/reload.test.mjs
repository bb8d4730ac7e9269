// A new version of the bot, loaded while the server goes on: SIGHUP, --watch, and one that does not load.
import assert from 'node:assert/strict';
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { test } from 'node:test';
import { connect } from './support/client.mjs';
import { root, Server, temporary_folder } from './support/server.mjs';

function a_bot(t) {
  const folder = join(temporary_folder(t), 'bot');
  cpSync(join(root, 'dialogs/attachment'), folder, { recursive: true });
  return folder;
}

function change(folder, path, from, to) {
  const file = join(folder, path);
  const content = readFileSync(file, 'utf8');
  assert.ok(content.includes(from));
  writeFileSync(file, content.replace(from, to));
}

async function until(server, pattern) {
  for (let tries = 0; tries < 300; ++tries) {
    if (pattern.test(server.output)) return;
    await wait(100);
  }
  assert.fail(`the log never says ${pattern}:\n${server.output}`);
}

test('SIGHUP loads the bot anew; a bot that does not load leaves the old one speaking', { timeout: 120_000 }, async (t) => {
  const folder = a_bot(t);
  const server = await Server.start(t, { args: ['--bot', folder] });
  const open = await connect(server);
  assert.equal(open.welcome.bot.name, 'Harbor guide');

  change(folder, 'bot.yaml', 'name: "Harbor guide"', 'name: "Lantern"');
  server.process.kill('SIGHUP');
  await until(server, /event=bot_loaded/);
  const later = await connect(server);
  assert.equal(later.welcome.bot.name, 'Lantern');
  await open.press([open.open_choices.items[0].value]); // goes on, on the new version

  change(folder, 'bot.yaml', 'start: welcome', 'start: nowhere');
  server.process.kill('SIGHUP');
  await until(server, /event=bot_not_loaded/);
  await until(server, /unknown flow 'nowhere'/);
  assert.equal((await connect(server)).welcome.bot.name, 'Lantern');
});

test('--watch sees that a file changed', { timeout: 120_000 }, async (t) => {
  const folder = a_bot(t);
  const server = await Server.start(t, { args: ['--bot', folder, '--watch'] });
  change(folder, 'bot.yaml', 'name: "Harbor guide"', 'name: "Lantern"');
  await until(server, /event=bot_loaded/);
  assert.equal((await connect(server)).welcome.bot.name, 'Lantern');
});
