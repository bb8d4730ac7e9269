import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
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

test('the types hold: a page in TypeScript can use all of it, and nothing else', () => {
  const compiler = createRequire(import.meta.url)('typescript');
  const check = (page) => {
    const options = { strict: true, noEmit: true, target: compiler.ScriptTarget.ES2022, lib: ['lib.es2022.d.ts', 'lib.dom.d.ts'], types: [] };
    const host = compiler.createCompilerHost(options);
    const { getSourceFile } = host;
    const files = { 'page.ts': `import type { AttuneChat, AttuneChatEvents } from './attune-chat.js';\n${page}`, 'attune-chat.d.ts': types };
    host.getSourceFile = (name, ...rest) => (files[name] ? compiler.createSourceFile(name, files[name], options.target) : getSourceFile.call(host, name, ...rest));
    host.fileExists = (name) => Boolean(files[name.replace(/^.*\//, '')]) || compiler.sys.fileExists(name);
    host.resolveModuleNameLiterals = (names) => names.map(() => ({ resolvedModule: { resolvedFileName: 'attune-chat.d.ts', extension: '.d.ts' } }));
    return compiler.getPreEmitDiagnostics(compiler.createProgram(['page.ts', 'attune-chat.d.ts'], options, host))
      .map(({ messageText }) => compiler.flattenDiagnosticMessageText(messageText, ' '));
  };
  assert.deepEqual(check(`
    const chat: AttuneChat | null = document.querySelector('attune-chat');
    chat?.open(); chat?.close(); chat?.speak('es'); chat?.leave();
    const unread: number = chat!.unread;
    const heard: AttuneChatEvents['attune-unread'] | null = null;
    chat?.addEventListener('attune-state', ({ detail }) => detail.state === 'waiting');
    chat?.addEventListener('attune-message', ({ detail }) => { const from: 'bot' | 'user' = detail.from; });
  `), []);
  assert.equal(check(`document.createElement('attune-chat').unread = 3;`).length, 1);
  assert.equal(check(`document.createElement('attune-chat').say('hello');`).length, 1);
});
