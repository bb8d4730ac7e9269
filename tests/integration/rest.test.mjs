// The REST twin: the same conversations and events for those who cannot hold a WebSocket.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { EventSource } from 'eventsource';
import { sleep } from './support/client.mjs';
import { text as openapi_text } from './support/openapi.mjs';
import { call, start } from './support/rest.mjs';
import { check_server_frame } from './support/schemas.mjs';
import { Server } from './support/server.mjs';

const endings = [];
let server;
before(async () => {
  server = await Server.start({ after: (ending) => endings.push(ending) });
});
after(async () => {
  for (const ending of endings.reverse()) await ending();
});

const seqs = (events) => events.map((event) => event.seq);
const refused = (answer, status, code) => {
  assert.equal(answer.status, status);
  assert.equal(answer.body.error.code, code);
  assert.match(answer.headers.get('content-type'), /^application\/problem\+json/);
};

test('a conversation starts with the greeting and answers what is posted', async () => {
  const chat = await start(server);
  assert.equal(chat.events[0].seq, 1);
  assert.match(chat.bot.disclosure, /not a person/i);
  const { status, body } = await chat.post({ text: 'help' }, 'm1');
  assert.equal(status, 200);
  assert.equal(body.accepted.dup, false);
  assert.equal(body.events[0].from, 'user');
  assert.ok(body.events.some((event) => event.from === 'bot'));
  for (const event of [...chat.events, ...body.events]) check_server_frame(event);
  const all = [...chat.events, ...body.events];
  assert.deepEqual(seqs(all), all.map((_, i) => i + 1));
});

test('a button is pressed with its prompt_seq', async () => {
  const chat = await start(server);
  const question = chat.events.findLast((event) => event.choices);
  const choice = { prompt_seq: question.seq, value: question.choices.items[0].value };
  assert.equal((await chat.post({ choice }, 'c1')).status, 200);
  refused(await chat.post({ choice }, 'c2'), 409, 'stale_choice');
});

test('the same Idempotency-Key does not run twice', async () => {
  const chat = await start(server);
  const first = await chat.post({ text: 'help' }, 'key-1');
  const again = await chat.post({ text: 'help' }, 'key-1');
  assert.deepEqual(again.body.accepted, { ...first.body.accepted, dup: true });
  const { body } = await chat.poll(`?after=${first.body.events.at(-1).seq}`);
  assert.deepEqual(body.events, []);
  refused(await chat.post({ text: 'menu' }, 'key-1'), 409, 'id_conflict');
});

test('what is wrong is said in a problem body without the visitor\'s words', async () => {
  const chat = await start(server);
  refused(await chat.post({ text: 'help' }), 422, 'bad_field');
  refused(await chat.post({ text: ['secretword'] }, 'k1'), 422, 'bad_field');
  refused(await chat.post({}, 'k2'), 422, 'bad_field');
  refused(await chat.post('{"text":', 'k3'), 400, 'bad_json');
  refused(await chat.post('[1]', 'k4'), 400, 'bad_json');
  refused(await chat.post({ text: 'x'.repeat(4001) }, 'k5'), 413, 'too_long');
  refused(await chat.post({ text: 'help' }, 'k6', { token: 'wrong' }), 401, 'unauthorized');
  refused(await chat.post({ text: 'help' }, 'k7', { params: { id: 'nosuchconversation' } }), 404, 'not_found');
  refused(await chat.post({ text: 'help' }, 'k8', { token: undefined }), 401, 'unauthorized');
  refused(await chat.poll('?after=minus-one'), 422, 'bad_field');
  const { body } = await chat.post({ text: ['secretword'] }, 'k9');
  assert.doesNotMatch(JSON.stringify(body), /secretword/);
});

test('long poll answers at once when there is something, else when it comes, else empty', async () => {
  const chat = await start(server);
  const last = chat.events.at(-1).seq;
  const now = await chat.poll('?after=0');
  assert.deepEqual(now.body.events, chat.events);

  const waiting = chat.poll(`?after=${last}&wait=20`);
  await sleep(200);
  await chat.post({ text: 'help' }, 'm1');
  const { body } = await waiting;
  assert.equal(body.events[0].seq, last + 1);
  assert.equal(body.seq, body.events.at(-1).seq);

  const everything = (await chat.poll('?after=0')).body;
  const started = Date.now();
  const nothing = await chat.poll(`?after=${everything.seq}&wait=1`);
  assert.deepEqual(nothing.body.events, []);
  assert.equal(nothing.body.seq, everything.seq);
  assert.ok(Date.now() - started >= 900, 'it waited');
});

test('who polls from far behind gets everything, in order', async () => {
  const chat = await start(server);
  for (let i = 0; i < 25; ++i) {
    assert.equal((await chat.post({ text: `help ${i}` }, `m${i}`)).status, 200);
    await sleep(220);
  }
  const all = [];
  for (;;) {
    const { body } = await chat.poll(`?after=${all.at(-1)?.seq ?? 0}`);
    if (body.events.length === 0) break;
    all.push(...body.events);
  }
  assert.ok(all.length > 50);
  assert.deepEqual(seqs(all), all.map((_, i) => i + 1));
});

/** Collects `message` events of a stream. */
function listen(chat, headers = {}) {
  const source = new EventSource(`${server.origin}/v1/sessions/${chat.session.id}/events`, {
    fetch: (url, init) => fetch(url, { ...init, headers: { ...init.headers, authorization: `Bearer ${chat.session.token}`, ...headers } }),
  });
  const events = [];
  source.addEventListener('message', (event) => {
    const frame = JSON.parse(event.data);
    check_server_frame(frame);
    assert.equal(event.lastEventId, String(frame.seq));
    events.push(frame);
  });
  const until = async (ready) => {
    for (let i = 0; i < 200 && !ready(events); ++i) await sleep(50);
    assert.ok(ready(events), `got ${seqs(events)}`);
  };
  return { source, events, until };
}

test('server-sent events bring everything once, and go on after Last-Event-ID', async () => {
  const chat = await start(server);
  const first = listen(chat);
  await first.until((events) => events.length === chat.events.length);
  const { body } = await chat.post({ text: 'help' }, 'm1');
  const last = body.events.at(-1).seq;
  await first.until((events) => events.at(-1)?.seq === last);
  assert.deepEqual(seqs(first.events), first.events.map((_, i) => i + 1));
  first.source.close();

  await sleep(250);
  await chat.post({ text: 'menu' }, 'm2');
  const resumed = listen(chat, { 'last-event-id': String(last) });
  await resumed.until((events) => events.length > 0);
  assert.equal(resumed.events[0].seq, last + 1);
  resumed.source.close();
});

test('a stream that is cut by a crash is resumed by the client itself', { timeout: 60_000 }, async (t) => {
  const own = await Server.start(t, { args: [] });
  const chat = await start(own);
  let origin = own.origin;
  const source = new EventSource(`${origin}/v1/sessions/${chat.session.id}/events`, {
    // After the restart the server has another port; everything else is the client's own doing.
    fetch: (url, init) => fetch(String(url).replace(/^http:\/\/[^/]+/, origin), { ...init, headers: { ...init.headers, authorization: `Bearer ${chat.session.token}` } }),
  });
  t.after(() => source.close());
  const got = [];
  source.addEventListener('message', (event) => got.push(JSON.parse(event.data).seq));
  for (let i = 0; i < 100 && got.length < chat.events.length; ++i) await sleep(50);
  await own.restart();
  origin = own.origin;
  const { body } = await call(own, 'POST', '/v1/sessions/{id}/messages', { params: { id: chat.session.id }, token: chat.session.token, body: { text: 'help' }, headers: { 'idempotency-key': 'm1' } });
  const last = body.events.at(-1).seq;
  for (let i = 0; i < 300 && got.at(-1) !== last; ++i) await sleep(50);
  assert.deepEqual(got, Array.from({ length: last }, (_, i) => i + 1));
});

test('end and erase', async () => {
  const chat = await start(server);
  const ended = await chat.end();
  assert.equal(ended.status, 200);
  refused(await chat.post({ text: 'help' }, 'late'), 404, 'not_found');

  const other = await start(server);
  const stream = listen(other);
  await stream.until((events) => events.length > 0);
  assert.equal((await other.erase()).status, 204);
  refused(await other.poll('?after=0'), 404, 'not_found');
  stream.source.close();
});

test('the description is served as it stands in the repository', async () => {
  const response = await fetch(`${server.origin}/v1/openapi.yaml`);
  assert.equal(response.status, 200);
  assert.equal(await response.text(), openapi_text);
});

test('an answer says nothing that a cache may keep', async () => {
  const response = await fetch(`${server.origin}/v1/sessions`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' });
  assert.equal(response.status, 201);
  assert.match(response.headers.get('cache-control') ?? '', /no-store/);
  assert.equal(response.headers.get('x-content-type-options'), 'nosniff');
});
