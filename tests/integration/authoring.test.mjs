// What authors have besides the loader: `attune new`, `attune fmt`, and JSON Schemas for their editors, which must
// accept and refuse the same files as the loader.
import assert from 'node:assert/strict';
import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { test } from 'node:test';
import Ajv2020 from 'ajv/dist/2020.js';
import { parse } from 'yaml';
import { root, run, temporary_folder } from './support/server.mjs';

const ajv = new Ajv2020({ strict: true, strictTypes: false, strictRequired: false, allErrors: false });
const schemas = Object.fromEntries(
  readdirSync(join(root, 'dialogs/language/schema')).map((file) => [
    file.replace('.json', ''),
    ajv.compile(JSON.parse(readFileSync(join(root, 'dialogs/language/schema', file), 'utf8'))),
  ]),
);

const places = [
  [/^bot\.yaml$/, 'bot'], [/^clinic\.yaml$/, 'clinic'], [/^flows\//, 'flow'], [/^nlu\/[^/]+\.yaml$/, 'nlu'],
  [/^safety\/signals\.yaml$/, 'signals'], [/^safety\/lines\//, 'crisis-lines'],
  [/^locales\/[^/]+\/bot\.yaml$/, 'locale-bot'], [/^locales\/[^/]+\/flows\//, 'locale-flow'],
  [/^locales\/[^/]+\/nlu\/[^/]+\.yaml$/, 'nlu'],
];

/** What the schema of this file says to its content; nothing for files that have none. */
function verdict(path, content) {
  const schema = schemas[places.find(([pattern]) => pattern.test(path))?.[1]];
  if (!schema) return { good: true, errors: null };
  return { good: schema(parse(content, { schema: 'failsafe' })), errors: schema.errors };
}

const files_in = (folder) => readdirSync(folder, { recursive: true }).filter((file) => file.endsWith('.yaml'));

async function a_starter(t) {
  const folder = join(temporary_folder(t), 'mine');
  assert.equal((await run(['new', folder])).code, 0);
  return folder;
}

for (const bot of ['attachment', 'starter']) {
  test(`every file of dialogs/${bot} fits its schema`, () => {
    const folder = join(root, 'dialogs', bot);
    for (const file of files_in(folder)) {
      const { good, errors } = verdict(file, readFileSync(join(folder, file), 'utf8'));
      assert.ok(good, `${file}: ${JSON.stringify(errors)}`);
    }
  });
}

test('a new bot loads, passes its tests, is laid out well, and is never written over', { timeout: 60_000 }, async (t) => {
  const folder = await a_starter(t);
  assert.deepEqual(files_in(folder).sort(), files_in(join(root, 'dialogs/starter')).sort());
  const tested = await run(['test', folder]);
  assert.equal(tested.code, 0, tested.output);
  assert.equal((await run(['fmt', folder, '--check'])).output, '');
  assert.equal((await run(['new', folder])).code, 2);
});

test('fmt adds ids and layout, and then has nothing more to do', { timeout: 60_000 }, async (t) => {
  const folder = await a_starter(t);
  const file = join(folder, 'flows/welcome.yaml');
  writeFileSync(file, readFileSync(file, 'utf8').replace('  - id: hello\n    say:', '  - say:   ').replace('- wel.1: ', '- '));
  assert.equal((await run(['fmt', folder, '--check'])).code, 1);
  assert.equal((await run(['fmt', folder])).output, `${relative(folder, file)}\n`);
  assert.match(readFileSync(file, 'utf8'), /- id: step_1\n {4}say:\n {6}- wel\.3: "Hello/);
  assert.equal((await run(['fmt', folder])).output, '');
  assert.equal((await run(['test', folder])).code, 0);
});

test('the schemas and the loader come to the same verdict', { timeout: 240_000 }, async (t) => {
  const sound = await a_starter(t);
  const corpus = parse(readFileSync(join(root, 'tests/schema/corpus.yaml'), 'utf8'));
  assert.ok(corpus.length > 80);
  for (const { file, from, to, good } of corpus) {
    const what = `${file}: ${JSON.stringify(to)}`;
    const content = readFileSync(join(sound, file), 'utf8');
    assert.equal(content.split(from).length, 2, `${what}: the text to change stands there once`);
    const changed = content.replace(from, () => to);
    const folder = join(temporary_folder(t), 'bot');
    cpSync(sound, folder, { recursive: true });
    writeFileSync(join(folder, file), changed);
    const loaded = await run(['test', folder, '--filter', 'nothing']);
    assert.equal(loaded.code !== 3, good, `the loader on ${what}\n${loaded.output}`);
    assert.equal(verdict(file, changed).good, good, `the schema on ${what}: ${JSON.stringify(verdict(file, changed).errors)}`);
  }
});
