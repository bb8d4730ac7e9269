// WhatsApp and Messenger: payloads as Meta documents them, signed and read by a third party's library as well.
import assert from 'node:assert/strict';
import { createHmac, webcrypto } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { WhatsAppAPI } from 'whatsapp-api-js';
import { Server } from './support/server.mjs';
import { Service } from './support/service.mjs';

const golden = (name) => readFileSync(new URL(`../goldens/${name}`, import.meta.url), 'utf8');
const app_secret = 'app-secret';
const sign = (body) => 'sha256=' + createHmac('sha256', app_secret).update(body).digest('hex');

async function start(t, channel) {
  const service = await Service.start(t);
  const upper = channel.toUpperCase();
  const server = await Server.start(t, {
    args: ['--channel', channel],
    env: {
      [`ATTUNE_${upper}_TOKEN`]: 'tok', [`ATTUNE_${upper}_APP_SECRET`]: app_secret, [`ATTUNE_${upper}_VERIFY_TOKEN`]: 'verify-me',
      [`ATTUNE_${upper}_API`]: service.origin, ATTUNE_WHATSAPP_PHONE_ID: '106540352242922',
    },
  });
  const post = (body, signature = sign(body)) =>
    fetch(`${server.origin}/channels/${channel}`, { method: 'POST', headers: { 'content-type': 'application/json', 'x-hub-signature-256': signature }, body });
  return { service, server, post };
}
const text = (body, id, from = '16505551234') =>
  golden('whatsapp/text.json').trim().replace('"TEXT"', JSON.stringify(body)).replace('WAMID', id).replace('FROM', from);

for (const channel of ['whatsapp', 'messenger']) {
  test(`${channel}: Meta's question whether this is our address`, async (t) => {
    const { server } = await start(t, channel);
    const ask = (query) => fetch(`${server.origin}/channels/${channel}?${query}`);
    const good = await ask('hub.mode=subscribe&hub.verify_token=verify-me&hub.challenge=1158201444');
    assert.equal(good.status, 200);
    assert.equal(await good.text(), '1158201444');
    assert.equal((await ask('hub.mode=subscribe&hub.verify_token=wrong&hub.challenge=1')).status, 403);
    assert.equal((await ask('hub.mode=subscribe&hub.challenge=1')).status, 403);
    assert.equal((await ask('')).status, 403);
  });

  test(`${channel}: wrong and missing signatures reach nobody, strange parts are ignored`, async (t) => {
    const { service, server, post } = await start(t, channel);
    assert.equal((await post('{}', '')).status, 401);
    assert.equal((await post('{}', 'sha256=00')).status, 401);
    assert.equal((await post('{} ', sign('{}'))).status, 401);
    assert.equal((await post('{')).status, 400);
    for (const body of ['{}', '{"entry":5}', '{"entry":[{"changes":[{"field":"x"}],"messaging":[{}]}]}', '{"entry":{"a":[1]}}']) {
      assert.equal((await post(body)).status, 200, body);
    }
    await sleep(200);
    assert.equal(service.calls.length, 0);
    assert.match(server.output, new RegExp(`event=webhook_refused reason=signature channel=${channel}`));
  });
}

test('whatsapp: bubbles are merged, choices are a list or buttons, a press goes on', async (t) => {
  const { service, post } = await start(t, 'whatsapp');
  assert.equal((await post(text('menu', 'wamid.1'))).status, 200);
  await service.until(1);
  await sleep(300);
  const [call] = service.calls;
  assert.equal(call.path, '/106540352242922/messages');
  assert.equal(call.headers.authorization, 'Bearer tok');
  const bodies = service.calls.map((each) => JSON.parse(each.body));
  assert.ok(bodies.length <= 2, 'at most the text and what is pressed');
  const asked = bodies.at(-1);
  assert.equal(asked.messaging_product, 'whatsapp');
  assert.equal(asked.to, '16505551234');
  if (asked.type === 'interactive') {
    const rows = asked.interactive.action.sections?.[0].rows ?? asked.interactive.action.buttons.map((each) => each.reply);
    assert.ok(rows.every((row) => row.title.length <= 24));
    const count = service.calls.length;
    assert.equal((await post(golden('whatsapp/list_reply.json').trim().replace('ROW', rows[0].id).replace('WAMID', 'wamid.2'))).status, 200);
    await service.until(count + 1);
  } else {
    assert.match(asked.text.body, /\n1\. /);
    await post(text('1', 'wamid.2'));
    await service.until(bodies.length + 1);
  }
});

test('whatsapp: batches are read to the end, duplicates once, statuses ignored', async (t) => {
  const { service, post } = await start(t, 'whatsapp');
  const one = JSON.parse(text('hello', 'wamid.b1'));
  const two = JSON.parse(text('hello', 'wamid.b2', '16505550000'));
  const status = JSON.parse(golden('whatsapp/status.json'));
  const batch = JSON.stringify({ object: one.object, entry: [...one.entry, ...status.entry, ...two.entry, ...one.entry] });
  assert.equal((await post(batch)).status, 200);
  assert.equal((await post(batch)).status, 200);
  await service.until(2);
  await sleep(500);
  const to = service.calls.map((call) => JSON.parse(call.body).to);
  const mine = to.filter((each) => each === '16505551234').length;
  assert.equal(mine, to.filter((each) => each === '16505550000').length);
  assert.ok(mine >= 1 && mine <= 2, `${mine} messages`);
});

test('whatsapp: the bytes are signed as Meta escapes them, and as a third party\'s library does', async (t) => {
  const { service, post } = await start(t, 'whatsapp');
  const escaped = text('caf\u00e9 a/b <c> 50% @you', 'wamid.e').replace('caf\u00e9', 'caf\\u00e9').replace('a/b', 'a\\/b').replace('<', '\\u003C').replace('%', '\\u0025').replace('@', '\\u0040');
  assert.equal((await post(escaped)).status, 200);
  await service.until(1);
  // The library accepts what our signature says and we accept: the same bytes, the same secret.
  const body = text('hello', 'wamid.l');
  const library = new WhatsAppAPI({ token: 'tok', appSecret: app_secret, webhookVerifyToken: 'verify-me', v: 'v24.0', ponyfill: { fetch, subtle: webcrypto.subtle } });
  let heard;
  library.on.message = ({ message }) => (heard = message.text.body);
  await library.post(JSON.parse(body), body, sign(body));
  assert.equal(heard, 'hello');
  assert.equal((await post(body)).status, 200);
});

test('whatsapp: limits in the body of a 400 mean later; a closed window means never', async (t) => {
  const { service, server, post } = await start(t, 'whatsapp');
  service.script = [{ status: 400, body: '{"error":{"code":131056,"message":"pair rate limit"}}' }];
  await post(text('hello', 'wamid.r1'));
  await service.until(2);
  assert.equal(service.calls[0].body, service.calls[1].body);
  await sleep(600);
  const count = service.calls.length;
  service.script = [{ status: 400, body: '{"error":{"code":131047,"message":"re-engagement"}}' }];
  await post(text('menu', 'wamid.r2'));
  await service.until(count + 1);
  await sleep(300);
  assert.match(server.output, /event=dead_letter/);
});

test('messenger: quick replies, postbacks, echoes', async (t) => {
  const { service, post } = await start(t, 'messenger');
  const event = (each) => JSON.stringify({ object: 'page', entry: [{ id: 'p', time: 1, messaging: [{ sender: { id: '42' }, recipient: { id: 'p' }, timestamp: 1, ...each }] }] });
  await post(event({ postback: { mid: 'm0', title: 'Get started', payload: 'GET_STARTED' } }));
  await service.until(3);
  const asked = JSON.parse(service.calls.at(-1).body);
  assert.equal(service.calls[0].path, '/me/messages');
  assert.equal(asked.recipient.id, '42');
  assert.equal(asked.messaging_type, 'RESPONSE');
  const before = service.calls.length;
  const quick = asked.message.quick_replies;
  if (quick) await post(event({ message: { mid: 'm1', text: quick[0].title, quick_reply: { payload: quick[0].payload } } }));
  else await post(event({ message: { mid: 'm1', text: '1' } }));
  await service.until(before + 1);
  await sleep(500);
  const count = service.calls.length;
  await post(event({ message: { mid: 'm9', is_echo: true, text: 'what the page said' } }));
  await sleep(300);
  assert.equal(service.calls.length, count);
});
