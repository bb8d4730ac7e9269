// The chat as the server gives it out: one script, made by the built attune_pack.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../..', import.meta.url));

export function packed() {
  const program = resolve(root, process.env.ATTUNE_PACK ?? 'build/dev/bin/attune_pack');
  assert.ok(existsSync(program), `There is no ${program}: build it, or set ATTUNE_PACK.`);
  const folder = mkdtempSync(join(tmpdir(), 'attune-pack-'));
  try {
    execFileSync(program, [join(root, 'transports/web/attune-chat.js'), join(folder, 'attune-chat.js')]);
    return readFileSync(join(folder, 'attune-chat.js'), 'utf8');
  } finally {
    rmSync(folder, { recursive: true });
  }
}
