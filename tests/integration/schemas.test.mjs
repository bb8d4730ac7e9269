import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mistakes, names, schemas } from './support/schemas.mjs';

test('there is a schema for every frame', () => {
  const of = (side) => names.filter((name) => name.startsWith(side)).map((name) => name.slice(side.length)).sort();
  assert.deepEqual(of('client-'), ['ack', 'choice', 'end', 'erase', 'hello', 'history', 'message', 'ping', 'typing']);
  assert.deepEqual(of('server-'), ['accepted', 'ended', 'error', 'going_away', 'history', 'message', 'pong', 'typing', 'welcome']);
});

for (const name of names) {
  test(`the examples of ${name} fit their schema`, () => {
    assert.ok(schemas[name].examples.length > 0);
    for (const example of schemas[name].examples) assert.equal(mistakes(name, example), undefined, JSON.stringify(example));
  });

  test(`${name} needs each of its fields`, () => {
    for (const field of schemas[name].required) {
      const { [field]: _, ...rest } = schemas[name].examples[0];
      assert.notEqual(mistakes(name, rest), undefined, `${name} without ${field}`);
    }
  });
}
