// Direct Line as its clients use it, request by request; browser/web_chat.test.mjs holds Microsoft's own client against it.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import WebSocket from 'ws';
import { Server } from './support/server.mjs';

const root = '/v3/directline';

async function start(t, args = []) {
  const server = await Server.start(t, { args: ['--channel', 'directline', ...args] });
  const call = async (method, path, { token, body, headers = {} } = {}) => {
    const answer = await fetch(`${server.origin}${root}${path}`, {
      method,
      headers: { ...(token ? { authorization: `Bearer ${token}` } : {}), 'content-type': 'application/json', ...headers },
      body: body === undefined ? undefined : typeof body === 'string' ? body : JSON.stringify(body),
    });
    const text = await answer.text();
    return { status: answer.status, headers: answer.headers, body: text && answer.headers.get('content-type')?.includes('json') ? JSON.parse(text) : text };
  };
  const open = async () => {
    const { status, body } = await call('POST', '/conversations', { body: { user: { id: 'dl_me' } } });
    assert.equal(status, 201);
    return body;
  };
  const say = (place, activity) =>
    call('POST', `/conversations/${place.conversationId}/activities`, { token: place.token, body: { type: 'message', from: { id: 'dl_me' }, ...activity } });
  const read = async (place, watermark = '') =>
    (await call('GET', `/conversations/${place.conversationId}/activities?watermark=${watermark}`, { token: place.token })).body;
  return { server, call, open, say, read };
}

/** A stream, and what came over it. */
async function listen(t, url) {
  const socket = new WebSocket(url);
  const sets = [];
  socket.on('message', (data) => data.length > 0 && sets.push(JSON.parse(data)));
  const closed = new Promise((done) => socket.on('close', done));
  t.after(() => socket.terminate());
  await new Promise((done, fail) => socket.once('open', done).once('error', fail));
  const until = async (good) => {
    const end = Date.now() + 10_000;
    while (!good(sets.flatMap((set) => set.activities))) {
      if (Date.now() > end) throw new Error(`not in time: ${JSON.stringify(sets)}`);
      await new Promise((done) => setTimeout(done, 20));
    }
    return sets.flatMap((set) => set.activities);
  };
  return { socket, sets, until, closed };
}

test('a conversation by polling: greeting, words, a button, the same message twice', async (t) => {
  const { open, say, read } = await start(t);
  const place = await open();
  assert.equal(place.expires_in, 1800);
  assert.match(place.streamUrl, /^ws:\/\/127\.0\.0\.1:\d+\/v3\/directline\/conversations\/.+\/stream\?t=/);
  assert.ok(!place.streamUrl.includes(place.token.split('.')[1]), 'the token stands in no address');
  const greeting = await read(place);
  assert.ok(greeting.activities.every((one) => one.type === 'message' && one.from.role === 'bot' && one.text.length > 0));
  const { actions } = greeting.activities.at(-1).suggestedActions;
  assert.ok(actions.length > 1);
  const press = { text: actions[0].text, value: actions[0].value, channelData: { clientActivityID: 'first.1' } };
  const said = await say(place, press);
  assert.equal(said.status, 200);
  const after = await read(place, greeting.watermark);
  const own = after.activities[0];
  assert.equal(own.id, said.body.id);
  assert.equal(own.from.role, 'user');
  assert.equal(own.text, actions[0].title);
  assert.equal(own.channelData.clientActivityID, 'first.1');
  assert.ok(after.activities.length > 1);
  assert.equal((await say(place, press)).body.id, said.body.id, 'a repeat is the same message');
  assert.deepEqual((await read(place, after.watermark)).activities, []);
  // A button of a question that is not open any more is taken for its words.
  assert.equal((await say(place, { ...press, channelData: { clientActivityID: 'late' } })).status, 200);
  const [late] = (await read(place, after.watermark)).activities;
  assert.equal(late.text, actions[0].title);
});

test('the stream gives what is new, resumes after a cut without a gap or a repeat, and each address is good once', async (t) => {
  const { call, open, say } = await start(t);
  const place = await open();
  const first = await listen(t, place.streamUrl);
  const greeting = await first.until((all) => all.some((one) => one.suggestedActions));
  first.socket.send('');
  await say(place, { text: 'menu' });
  await first.until((all) => all.some((one) => one.from.role === 'user') && all.at(-1).suggestedActions);
  const { watermark } = first.sets.findLast((set) => set.watermark);
  first.socket.terminate();
  await say(place, { text: 'what is attachment' });
  const again = await call('GET', `/conversations/${place.conversationId}?watermark=${watermark}`, { token: place.token });
  assert.equal(again.status, 200);
  const second = await listen(t, again.body.streamUrl);
  const missed = await second.until((all) => all.length > 1 && all.at(-1).from.role === 'bot');
  assert.equal(missed[0].text, 'what is attachment');
  const ids = [...greeting, ...missed].map((one) => one.id);
  assert.equal(new Set(ids).size, ids.length);
  await assert.rejects(listen(t, again.body.streamUrl), /403/);
  await assert.rejects(listen(t, again.body.streamUrl.replace(/t=.*/, 't=00')), /403/);
});

test('danger is answered on the stream with its numbers', async (t) => {
  const { open, say } = await start(t);
  const place = await open();
  const stream = await listen(t, place.streamUrl);
  await say(place, { text: 'I want to kill myself' });
  await stream.until((all) => all.some((one) => /988/.test(one.text ?? '')));
});

test('where several can be chosen they are numbered, with the words on how', async (t) => {
  const { open, say, read } = await start(t);
  const place = await open();
  await say(place, { text: 'signs' });
  const { activities } = await read(place);
  const many = activities.find((one) => /\n1\. /.test(one.text));
  if (!many) return t.diagnostic('the bot asks no such question here');
  assert.match(many.text, /Reply with numbers/);
  assert.equal(many.suggestedActions, undefined);
});

test('wrong and foreign tokens, malformed bodies, what is not a message', async (t) => {
  const { call, open, say, read } = await start(t);
  const place = await open();
  const other = await open();
  const activities = `/conversations/${place.conversationId}/activities`;
  assert.equal((await call('POST', activities, { body: { type: 'message', text: 'hello' } })).status, 403);
  assert.equal((await call('POST', activities, { token: other.token, body: { type: 'message', text: 'hello' } })).status, 403);
  assert.equal((await call('GET', activities, { token: `${place.conversationId}.wrong` })).status, 403);
  assert.equal((await call('GET', `/conversations/unknown`, { token: 'unknown.x' })).status, 404);
  assert.equal((await call('POST', activities, { token: place.token, body: '{' })).status, 400);
  assert.equal((await call('POST', activities, { token: place.token, body: '[1]' })).status, 400);
  const before = (await read(place)).watermark;
  for (const activity of [{ type: 'typing' }, { type: 'event', name: 'webchat/join' }, { text: '' }]) {
    assert.equal((await say(place, activity)).status, 200);
  }
  assert.equal((await read(place)).watermark, before);
  assert.equal((await call('POST', activities, { token: place.token, body: `{"a":"${'x'.repeat(2_000_000)}"}` })).status, 413);
});

test('tokens are made and refreshed; with access tokens only who knows one begins', async (t) => {
  const { call } = await start(t, ['--access-token', 'secret-of-the-page']);
  assert.equal((await call('POST', '/tokens/generate', {})).status, 403);
  assert.equal((await call('POST', '/conversations', { token: 'other' })).status, 403);
  const made = await call('POST', '/tokens/generate', { token: 'secret-of-the-page' });
  assert.equal(made.status, 200);
  const opened = await call('POST', '/conversations', { token: made.body.token });
  assert.equal(opened.body.conversationId, made.body.conversationId);
  assert.equal((await call('POST', '/tokens/refresh', { token: made.body.token })).body.token, made.body.token);
});

test('only pages that are allowed may ask', async (t) => {
  const { call } = await start(t, ['--origin', 'https://clinic.example']);
  assert.equal((await call('POST', '/conversations', { headers: { origin: 'https://evil.example' } })).status, 403);
  const good = await call('POST', '/conversations', { headers: { origin: 'https://clinic.example' } });
  assert.equal(good.status, 201);
  assert.equal(good.headers.get('access-control-allow-origin'), 'https://clinic.example');
  assert.match(good.body.streamUrl, /^wss:/, 'a secure page wants a secure stream');
  const asked = await call('OPTIONS', '/conversations', { headers: { origin: 'https://clinic.example' } });
  assert.match(asked.headers.get('access-control-allow-headers'), /x-ms-bot-agent/i);
});

test('it is off unless switched on', async (t) => {
  const server = await Server.start(t);
  assert.ok((await fetch(`${server.origin}${root}/conversations`, { method: 'POST' })).status >= 404);
});
