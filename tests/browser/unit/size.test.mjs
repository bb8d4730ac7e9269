import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { packed } from '../support/packed.mjs';

const web = new URL('../../../transports/web/', import.meta.url);
const most_bytes = 20 * 1024;

test('the whole widget is at most 20 KB, compressed, and one valid script', (t) => {
  const script = packed();
  const { stderr } = spawnSync(process.execPath, ['--input-type=module', '--check'], { input: script });
  assert.equal(String(stderr), '');
  const bytes = gzipSync(script, { level: 9 }).length;
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
