import assert from 'node:assert/strict';
import { test } from 'node:test';
import { backoff_ms } from '../../../transports/web/chat/backoff.js';
import { new_id } from '../../../transports/web/chat/ids.js';
import { Log } from '../../../transports/web/chat/log.js';
import { Memory } from '../../../transports/web/chat/memory.js';
import { Outbox, frame_of } from '../../../transports/web/chat/outbox.js';
import { TripleShift } from '../../../transports/web/chat/triple_shift.js';
import { languages, words_for } from '../../../transports/web/chat/words.js';

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
  log.trim(3);
  assert.deepEqual([log.size, log.oldest], [1, 3]);
  assert.equal(log.add({ seq: 2 }), 'known', 'what was let go does not come again as new');
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

function storage() {
  const values = new Map();
  return { getItem: (key) => values.get(key) ?? null, setItem: (key, value) => values.set(key, value), removeItem: (key) => values.delete(key), clear: () => values.clear(), values };
}

test('memory works without storage and with broken storage', () => {
  for (const place of [null, undefined, { getItem: () => '{broken', setItem: () => { throw new Error('full'); }, removeItem() {} }]) {
    const memory = new Memory('key', place, place);
    memory.set({ session: 1 });
    assert.equal(memory.get('session'), 1);
    memory.clear();
    memory.clear_tab();
    assert.equal(memory.get('session'), undefined);
  }
});

test('memory goes with the tab unless the visitor asks for more', () => {
  const [tab, device] = [storage(), storage()];
  const memory = new Memory('key', tab, device);
  memory.set({ session: 1 });
  assert.deepEqual([tab.values.size, device.values.size], [1, 0]);
  memory.keep(true);
  assert.deepEqual([tab.values.size, device.values.size], [0, 1]);
  const another_day = new Memory('key', storage(), device);
  assert.deepEqual([another_day.get('session'), another_day.kept], [1, true]);
  another_day.clear();
  assert.equal(device.values.size, 0);
});

test('three Shifts alone within five seconds, and nothing else, mean leave', () => {
  const press = (shift, key, now) => (shift.down(key), shift.up(key, now));
  const three = new TripleShift();
  assert.deepEqual([0, 1000, 2000].map((now) => press(three, 'Shift', now)), [2, 1, 0]);
  const slow = new TripleShift();
  assert.deepEqual([0, 3000, 6000].map((now) => press(slow, 'Shift', now)), [2, 1, 1]);
  const typing = new TripleShift();
  for (const now of [0, 100, 200, 300]) {
    typing.down('Shift');
    press(typing, 'A', now);
    assert.equal(typing.up('Shift', now), undefined, 'capital letters');
  }
  const held = new TripleShift();
  held.down('Shift');
  for (let i = 0; i < 9; ++i) held.down('Shift', true);
  assert.equal(held.up('Shift', 0), 2);
});

test('every language has every word, and each word is of the same kind', () => {
  for (const [tag, words] of Object.entries(languages)) {
    assert.deepEqual(Object.keys(words), Object.keys(languages.en), tag);
    for (const [name, word] of Object.entries(words)) assert.equal(typeof word, typeof languages.en[name], `${tag}: ${name}`);
  }
  assert.equal(words_for('en-GB').send, 'Send');
  assert.equal(words_for('ES-mx').send, 'Enviar');
  for (const tag of ['xx', undefined, 'constructor', '__proto__']) assert.equal(words_for(tag).send, 'Send');
});
