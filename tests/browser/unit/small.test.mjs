import assert from 'node:assert/strict';
import { test } from 'node:test';
import { backoff_ms } from '../../../transports/web/chat/backoff.js';
import { new_id } from '../../../transports/web/chat/ids.js';
import { Log } from '../../../transports/web/chat/log.js';
import { Memory } from '../../../transports/web/chat/memory.js';
import { Outbox, frame_of } from '../../../transports/web/chat/outbox.js';
import { TripleShift } from '../../../transports/web/chat/triple_shift.js';
import { words_for } from '../../../transports/web/chat/words.js';

test('waiting is random, doubles and has a bound', () => {
  assert.equal(backoff_ms(0, () => 1), 500);
  assert.equal(backoff_ms(3, () => 1), 4000);
  assert.equal(backoff_ms(50, () => 1), 30_000);
  assert.equal(backoff_ms(3, () => 0), 0);
});

test('ids fit the protocol and do not repeat', () => {
  const ids = new Set(Array.from({ length: 1000 }, new_id));
  assert.equal(ids.size, 1000);
  for (const id of ids) assert.match(id, /^[A-Za-z0-9_-]{22}$/);
});

test('the log takes each event once and in order', () => {
  const log = new Log();
  assert.equal(log.add({ seq: 1 }), 'new');
  assert.equal(log.add({ seq: 1 }), 'known');
  assert.equal(log.add({ seq: 3 }), 'gap');
  assert.equal(log.newest, 1);
  log.insert({ seq: 3 });
  log.insert({ seq: 2 });
  assert.deepEqual(log.list().map((event) => event.seq), [1, 2, 3]);
  assert.equal(log.newest, 3);
});

test('the outbox sends one at a time and keeps the order', () => {
  const box = new Outbox();
  box.add({ id: 'a', kind: 'text', text: 'one' });
  box.add({ id: 'b', kind: 'choice', prompt_seq: 2, value: ['x'], text: 'X' });
  box.next().state = 'sending';
  assert.equal(box.next(), undefined);
  box.back_to_waiting();
  assert.equal(box.next().id, 'a');
  box.set_state('a', 'sent');
  assert.equal(box.next().id, 'b');
  assert.deepEqual(box.unsent().map((item) => item.id), ['b']);
  assert.deepEqual(frame_of(box.next()), { t: 'choice', id: 'b', prompt_seq: 2, value: ['x'] });
  box.for_a_new_conversation();
  assert.deepEqual(box.items, []);
});

test('an outbox from storage starts over, whatever stood there', () => {
  assert.equal(new Outbox([{ id: 'a', kind: 'text', text: 't', state: 'sending' }]).next().id, 'a');
  assert.deepEqual(new Outbox('broken').items, []);
});

test('memory works without storage and with broken storage', () => {
  for (const storage of [null, { getItem: () => '{broken', setItem: () => { throw new Error('full'); }, removeItem() {} }]) {
    const memory = new Memory(storage, 'key');
    memory.set({ session: 1 });
    assert.equal(memory.get('session'), 1);
    memory.clear();
    assert.equal(memory.get('session'), undefined);
  }
});

test('three Shifts alone within five seconds, and nothing else, mean leave', () => {
  const press = (shift, key, now) => (shift.down(key), shift.up(key, now));
  const three = new TripleShift();
  assert.deepEqual([0, 1000, 2000].map((now) => press(three, 'Shift', now)), [false, false, true]);
  const slow = new TripleShift();
  assert.deepEqual([0, 3000, 6000].map((now) => press(slow, 'Shift', now)), [false, false, false]);
  const typing = new TripleShift();
  for (const now of [0, 100, 200, 300]) {
    typing.down('Shift');
    press(typing, 'A', now);
    assert.equal(typing.up('Shift', now), false, 'capital letters');
  }
  const held = new TripleShift();
  held.down('Shift');
  for (let i = 0; i < 9; ++i) held.down('Shift', true);
  assert.equal(held.up('Shift', 0), false);
});

test('every language has every word', () => {
  assert.equal(words_for('en-GB').send, 'Send');
  assert.equal(words_for('xx').send, 'Send');
  assert.equal(words_for(undefined).send, 'Send');
});
