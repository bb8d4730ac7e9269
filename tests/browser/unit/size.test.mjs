import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

const web = new URL('../../../transports/web/', import.meta.url);
const root = fileURLToPath(new URL('../../..', import.meta.url));
const most_bytes = 20 * 1024;

/** The one script that the server gives out. */
function packed(t) {
  const program = resolve(root, process.env.ATTUNE_PACK ?? 'build/dev/bin/attune_pack');
  assert.ok(existsSync(program), `There is no ${program}: build it, or set ATTUNE_PACK.`);
  const folder = mkdtempSync(join(tmpdir(), 'attune-pack-'));
  t.after(() => rmSync(folder, { recursive: true }));
  const script = join(folder, 'attune-chat.mjs');
  execFileSync(program, [fileURLToPath(new URL('attune-chat.js', web)), script]);
  return script;
}

test('the whole widget is at most 20 KB, compressed, and one valid script', (t) => {
  const script = packed(t);
  execFileSync(process.execPath, ['--check', script]);
  const bytes = gzipSync(readFileSync(script), { level: 9 }).length;
  t.diagnostic(`${bytes} bytes`);
  assert.ok(bytes <= most_bytes, `${bytes} bytes`);
});

test('no module builds markup from text or reaches out, and one alone stores beyond the tab', () => {
  for (const name of ['attune-chat.js', ...readdirSync(new URL('chat/', web)).map((file) => `chat/${file}`)]) {
    const source = readFileSync(new URL(name, web), 'utf8');
    assert.doesNotMatch(source, /innerHTML|outerHTML|insertAdjacentHTML|setHTML|document\.write|\beval\b|new Function|document\.cookie|\bfetch\b|import\(/, name);
    if (name !== 'chat/memory.js') assert.doesNotMatch(source, /localStorage|sessionStorage|indexedDB/, name);
  }
});
