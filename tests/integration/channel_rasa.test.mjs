// Rasa's REST channel, as its clients call it.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Server } from './support/server.mjs';

const token = 'a-rasa-token';

async function start(t) {
  const server = await Server.start(t, { args: ['--channel', 'rasa'], env: { ATTUNE_RASA_TOKEN: token } });
  const post = (body, { headers = { authorization: `Bearer ${token}` }, query = '' } = {}) =>
    fetch(`${server.origin}/webhooks/rest/webhook${query}`, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body: typeof body === 'string' ? body : JSON.stringify(body) });
  const say = async (message, sender = 'anna') => {
    const answer = await post({ sender, message });
    assert.equal(answer.status, 200);
    const bubbles = await answer.json();
    assert.ok(bubbles.every((bubble) => bubble.recipient_id === sender && bubble.text.length > 0));
    return bubbles;
  };
  return { server, post, say };
}

test('a conversation with buttons, kept over a restart, apart from others', async (t) => {
  const { server, say } = await start(t);
  const greeting = await say('/restart');
  assert.match(greeting[0].text, /computer program/);
  const buttons = greeting.at(-1).buttons;
  assert.ok(buttons.length >= 2);
  await server.restart();
  const next = await say(buttons[0].payload);
  assert.notDeepEqual(next, greeting);
  assert.ok(next.length >= 1);
  assert.match((await say('hello', 'ben'))[0].text, /computer program/);
  assert.ok((await say(buttons[0].payload)).length >= 1, 'an old button shows where we are');
});

test('danger is answered with numbers', async (t) => {
  const { say } = await start(t);
  assert.match((await say('I want to die')).map((bubble) => bubble.text).join('\n'), /988/);
});

test('without the token nobody is heard; malformed is refused', async (t) => {
  const { post } = await start(t);
  assert.equal((await post({ sender: 'a', message: 'x' }, { headers: {} })).status, 401);
  assert.equal((await post({ sender: 'a', message: 'x' }, { headers: { authorization: 'Bearer no' } })).status, 401);
  assert.equal((await post({ sender: 'a', message: 'menu' }, { headers: {}, query: `?token=${token}` })).status, 200);
  for (const body of ['', '[]', '{}', '{"message":"x"}', JSON.stringify({ sender: 'x'.repeat(300), message: 'x' })]) {
    assert.equal((await post(body)).status, 400, body.slice(0, 30));
  }
});

test('as a stream the bubbles are a line each', async (t) => {
  const { post } = await start(t);
  const answer = await post({ sender: 'anna', message: 'hello' }, { query: '?stream=true' });
  assert.match(answer.headers.get('content-type'), /^text\/event-stream/);
  const text = await answer.text();
  const bubbles = text.trimEnd().split('\n').map((line) => JSON.parse(line));
  assert.ok(bubbles.length > 1);
  assert.ok(bubbles.every((bubble) => bubble.recipient_id === 'anna' && bubble.text));
});
