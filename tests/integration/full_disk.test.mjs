// The disk fills up while people write: they are told, nothing acknowledged is lost, and it goes on once there
// is room again. Needs a small file system of its own, so only root can run it.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmSync, rmdirSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { connect, new_id, sleep } from './support/client.mjs';
import { Server } from './support/server.mjs';

function mount_small_disk(t) {
  const folder = mkdtempSync(join(tmpdir(), 'attune-small-disk-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=4m', 'tmpfs', folder], { stdio: 'pipe' });
  } catch (error) {
    rmdirSync(folder);
    t.skip(`a small file system cannot be mounted here (${String(error.stderr).trim()}): run this as root`);
    return undefined;
  }
  t.after(() => {
    execFileSync('umount', ['-l', folder]);
    rmdirSync(folder);
  });
  return folder;
}

function fill(file) {
  const handle = openSync(file, 'w');
  try {
    for (;;) writeSync(handle, Buffer.alloc(4096));
  } catch (error) {
    assert.equal(error.code, 'ENOSPC');
  } finally {
    closeSync(handle);
  }
}

test('a full disk refuses messages and loses none', { timeout: 60_000 }, async (t) => {
  const disk = mount_small_disk(t);
  if (!disk) return;
  const server = await Server.start(t, { db: join(disk, 'attune.db') });
  const client = await connect(server);
  await client.say('help', 'before');
  fill(join(disk, 'filler'));

  let refused;
  for (let i = 0; i < 40 && !refused; ++i) {
    const frame = { t: 'message', id: new_id(), text: 'help' };
    const answer = await client.ask(frame);
    if (answer.t === 'error') refused = { frame, answer };
    await sleep(220);
  }
  assert.ok(refused, 'the full disk was noticed');
  assert.equal(refused.answer.code, 'unavailable');
  assert.equal(refused.answer.fatal, false);
  assert.ok(!client.events.some((event) => event.id === refused.frame.id), 'a refused message is no event');
  assert.equal((await fetch(`${server.origin}/healthz`)).status, 200);

  rmSync(join(disk, 'filler'));
  client.send(refused.frame);
  const accepted = await client.until(() => client.frames.find((one) => one.t === 'accepted' && one.id === refused.frame.id), 'room again');
  assert.equal(accepted.dup, false);

  const acknowledged = client.frames.filter((frame) => frame.t === 'accepted').map((frame) => frame.id);
  const session = client.session;
  await server.restart();
  const log = (await connect(server, { session: { ...session, last_seq: 0 } })).events;
  const users = log.filter((event) => event.from === 'user').map((event) => event.id);
  assert.deepEqual(users, acknowledged);
});
