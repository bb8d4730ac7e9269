import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';

const read = (path) => readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8');
const found = (text, pattern) => [...new Set([...text.matchAll(pattern)].map((match) => match[1]))].sort();

const source = read('transports/web/attune-chat.js');
const types = read('transports/web/package/attune-chat.d.ts');
const readme = read('transports/web/package/README.md');

test('the package has the version of the program', () => {
  const { version } = JSON.parse(read('transports/web/package/package.json'));
  assert.equal(version, /project\(attune VERSION (\S+)/.exec(read('CMakeLists.txt'))[1]);
});

test('the types name every event and method, and no other', () => {
  const told = found(source, /#tell\('(\w+)'|/g).filter(Boolean);
  assert.deepEqual(found(types, /'attune-(\w+)': /g).filter((name) => name !== 'chat'), [...told, 'close', 'open'].sort());
  assert.deepEqual(found(types, /^ {2}(\w+)\(.*\): void;/gm), found(source, /^ {2}(\w+)\(.*\) \{/gm).filter((name) => !/Callback$|^constructor$/.test(name)));
});

test('every attribute that is read is documented, here and on the page to copy from', () => {
  const attributes = found(source, /(?:get|has)Attribute\('([\w-]+)'\)/g);
  assert.ok(attributes.length > 8);
  for (const name of attributes) {
    assert.ok(readme.includes(`\`${name}\``), `package/README.md: ${name}`);
    assert.match(read('transports/web/pages/embed.html'), new RegExp(`\\b${name}\\b`), `embed.html: ${name}`);
  }
});
