import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { read_frame } from '../../../transports/web/chat/frames.js';

const schemas = new URL('../../../transports/websocket/schemas/', import.meta.url);

test('every example of a server frame is understood', () => {
  const files = readdirSync(schemas).filter((name) => name.startsWith('server-'));
  assert.ok(files.length > 5);
  for (const name of files) {
    const { examples } = JSON.parse(readFileSync(new URL(name, schemas)));
    for (const example of examples) {
      const frame = read_frame(JSON.stringify(example));
      assert.equal(frame?.t, example.t, name);
      if (example.seq && !['welcome', 'accepted'].includes(example.t)) assert.equal(frame.seq, example.seq, name);
    }
  }
});

test('what makes no sense is null or harmless', () => {
  for (const data of ['', '{', 'null', '7', '[]', '{}', '{"t":"message"}', '{"t":"message","seq":0}', '{"t":"message","seq":1.5}',
    '{"t":"welcome"}', '{"t":"__proto__"}', '{"t":"toString"}']) assert.equal(read_frame(data), null, data);
  const odd = read_frame('{"t":"message","seq":3,"from":7,"text":{},"lang":"<","severity":"CRISIS","choices":{"items":[1,{"value":"a"},null]}}');
  assert.deepEqual(odd, { t: 'message', seq: 3, from: 'bot', id: '', text: '', lang: '', at: 0, crisis: false, takeaway: false, choices: null });
  assert.equal(read_frame(JSON.stringify({ t: 'message', seq: 1, text: 'x'.repeat(1e5) })).text.length, 20_000);
});

test('what turns text around does not come through', () => {
  const { text } = read_frame('{"t":"message","seq":1,"text":"call \u202e119\u2066!"}');
  assert.equal(text, 'call 119!');
});

test('a durable type that is not known keeps its place', () => {
  assert.deepEqual(read_frame('{"t":"handoff","seq":4,"state":"queued"}'), { t: 'other', seq: 4 });
});
