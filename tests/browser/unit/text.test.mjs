import assert from 'node:assert/strict';
import { test } from 'node:test';
import { blocks, bold_pieces, excess, named_values } from '../../../transports/web/chat/text.js';

test('a text falls into paragraphs and lists', () => {
  assert.deepEqual(blocks('Your list:\n• one\n• two\n\nThat is all.\nReally.'), [
    { lines: ['Your list:'] }, { list: ['one', 'two'] }, { lines: ['That is all.', 'Really.'] },
  ]);
  assert.deepEqual(blocks('a\r\n\n\nb'), [{ lines: ['a'] }, { lines: ['b'] }]);
  assert.deepEqual(blocks('a • b'), [{ lines: ['a • b'] }]);
  assert.deepEqual(blocks(' \n'), []);
});

test('a limit counts characters, not code units, and bytes as they go on the wire', () => {
  const limits = { text: 4000, bytes: 16_384 };
  assert.equal(excess('😀'.repeat(4000), limits), 0);
  assert.equal(excess('😀'.repeat(4001), limits), 1);
  assert.ok(excess('\u0001'.repeat(4000), limits) > 0, 'six bytes each');
});

test('words name the buttons they were pressed on', () => {
  const items = [{ value: 'a', label: 'Fear' }, { value: 'b', label: 'Fear of closeness' }, { value: 'c', label: 'Numb' }];
  assert.deepEqual(named_values(items, false, 'fear '), ['a']);
  assert.deepEqual(named_values(items, false, 'fear of'), []);
  assert.deepEqual(named_values(items, true, 'Fear of closeness, Numb').sort(), ['b', 'c']);
  assert.deepEqual(named_values(items, true, 'None of these'), []);
});

test('bold stands between pairs of asterisks', () => {
  assert.deepEqual(bold_pieces('a **b c** d'), ['a ', 'b c', ' d']);
  for (const line of ['a ** b', '2**3', '****', '** a**', '']) assert.deepEqual(bold_pieces(line), [line]);
});
