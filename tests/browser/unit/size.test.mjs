import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';

const web = new URL('../../../transports/web/', import.meta.url);
const most_bytes = 20 * 1024;

test('the whole widget is at most 20 KB, compressed', (t) => {
  const modules = ['attune-chat.js', ...readdirSync(new URL('chat/', web)).map((name) => `chat/${name}`)];
  const bytes = gzipSync(Buffer.concat(modules.map((name) => readFileSync(new URL(name, web)))), { level: 9 }).length;
  t.diagnostic(`${bytes} bytes in ${modules.length} modules`);
  assert.ok(bytes <= most_bytes, `${bytes} bytes`);
});

test('no module builds markup from text or reaches out', () => {
  for (const name of ['../attune-chat.js', ...readdirSync(new URL('chat/', web))]) {
    const source = readFileSync(new URL(`chat/${name}`, web), 'utf8');
    assert.doesNotMatch(source, /innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\b|new Function|document\.cookie|localStorage/, name);
  }
});
