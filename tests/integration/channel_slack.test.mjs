// Slack: calls signed here and checked by Slack's own library as well; our calls as its Web API takes them.
import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { createRequire } from 'node:module';
import { Server } from './support/server.mjs';
import { Service } from './support/service.mjs';

const { verifySlackRequest } = createRequire(import.meta.url)('@slack/bolt');
const secret = 'signing-secret';
let number = 0;

async function start(t) {
  const service = await Service.start(t);
  const server = await Server.start(t, {
    args: ['--channel', 'slack'],
    env: { ATTUNE_SLACK_TOKEN: 'xoxb-1', ATTUNE_SLACK_SIGNING_SECRET: secret, ATTUNE_SLACK_API: `${service.origin}/api` },
  });
  const post = (body, { time = Math.floor(Date.now() / 1000), key = secret, type = 'application/json' } = {}) => {
    const signature = 'v0=' + createHmac('sha256', key).update(`v0:${time}:${body}`).digest('hex');
    const headers = { 'content-type': type, 'x-slack-request-timestamp': String(time), 'x-slack-signature': signature };
    return { headers, answer: fetch(`${server.origin}/channels/slack`, { method: 'POST', headers, body }) };
  };
  return { service, server, post };
}
const said = (text, more = {}, event_id = `Ev${++number}`) =>
  JSON.stringify({ type: 'event_callback', team_id: 'T1', api_app_id: 'A1', event_id, event_time: 1, event: { type: 'message', channel: 'D1', channel_type: 'im', user: 'U1', text, ts: '1.2', ...more } });

test('what Slack\'s own library takes for signed is taken, what it refuses is refused', async (t) => {
  const { post } = await start(t);
  const now = Math.floor(Date.now() / 1000);
  for (const options of [{}, { time: now - 200 }, { time: now - 400 }, { key: 'other' }]) {
    const body = JSON.stringify({ type: 'url_verification', challenge: 'abc' });
    const { headers, answer } = post(body, options);
    let theirs = true;
    try {
      verifySlackRequest({ signingSecret: secret, body, headers });
    } catch {
      theirs = false;
    }
    const response = await answer;
    assert.equal(response.status, theirs ? 200 : 401, JSON.stringify(options));
    if (theirs) assert.deepEqual(await response.json(), { challenge: 'abc' });
  }
  assert.equal((await post('{}', { time: now + 400 }).answer).status, 401, 'the library does not look at the future; we do');
});

test('a direct message is answered with blocks, a press goes on', async (t) => {
  const { service, post } = await start(t);
  assert.equal((await post(said('menu &amp; more')).answer).status, 200);
  await service.until(2);
  await sleep(400);
  const bodies = service.calls.map((call) => JSON.parse(call.body));
  assert.equal(service.calls[0].path, '/api/chat.postMessage');
  assert.equal(service.calls[0].headers.authorization, 'Bearer xoxb-1');
  assert.ok(bodies.every((body) => body.channel === 'D1' && body.text.length > 0));
  const actions = bodies.at(-1).blocks.find((block) => block.type === 'actions');
  assert.ok(actions.elements.length >= 2 && actions.elements.length <= 25);
  assert.equal(new Set(actions.elements.map((element) => element.action_id)).size, actions.elements.length);
  const payload = JSON.stringify({ type: 'block_actions', user: { id: 'U1' }, channel: { id: 'D1' }, trigger_id: 't.1', actions: [actions.elements[0]] });
  const count = service.calls.length;
  const form = new URLSearchParams({ payload }).toString();
  assert.equal((await post(form, { type: 'application/x-www-form-urlencoded' }).answer).status, 200);
  await service.until(count + 1);
});

test('its own echo, edits, channels and unknown events are ignored; a repetition is heard once', async (t) => {
  const { service, server, post } = await start(t);
  for (const body of [said('x', { bot_id: 'B1' }), said('x', { subtype: 'message_changed' }), said('x', { channel_type: 'channel' }), '{"type":"app_rate_limited"}', '{}']) {
    assert.equal((await post(body).answer).status, 200);
  }
  assert.equal((await post('[').answer).status, 400);
  await sleep(200);
  assert.equal(service.calls.length, 0);
  const once = said('menu');
  await post(once).answer;
  await service.until(1);
  await sleep(400);
  const count = service.calls.length;
  await server.restart();
  assert.equal((await post(once).answer).status, 200);
  await sleep(300);
  assert.equal(service.calls.length, count);
});

test('a limit under 200 or 429 means later; a refusal means never', async (t) => {
  const { service, server, post } = await start(t);
  service.script = [{ status: 200, body: '{"ok":false,"error":"ratelimited"}' }, { status: 429, headers: { 'retry-after': '1' } }];
  await post(said('hello')).answer;
  await service.until(3);
  assert.equal(service.calls[0].body, service.calls[2].body);
  await sleep(800);
  const count = service.calls.length;
  service.script = [{ status: 200, body: '{"ok":false,"error":"channel_not_found"}' }];
  await post(said('hello')).answer;
  await service.until(count + 1);
  await sleep(300);
  assert.match(server.output, /event=dead_letter/);
});
