// What a broken or hostile client may send over a WebSocket: each gets a clear answer, nobody else notices.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { connect, new_id, open, refused_status, sleep } from './support/client.mjs';
import { Server } from './support/server.mjs';

const endings = [];
const suite = { after: (ending) => endings.push(ending) };
let server;
let bystander;
before(async () => {
  server = await Server.start(suite);
  bystander = await connect(server);
});
after(async () => {
  for (const ending of endings.reverse()) await ending();
});

/** The others are served as if nothing had happened. */
async function others_are_served() {
  const [answer] = await bystander.say('help');
  assert.equal(answer.from, 'bot');
  bystander.check();
}

async function refused(client, frame, code) {
  const seen = client.frames.length;
  client.send(frame);
  const error = await client.until(() => client.frames.slice(seen).find((one) => one.t === 'error'), code);
  assert.equal(error.code, code);
  assert.equal(error.fatal, false);
  return error;
}

test('malformed frames are refused and the conversation goes on', async () => {
  const client = await connect(server);
  await refused(client, '{"t":', 'bad_json');
  await refused(client, 'hello', 'bad_json');
  await refused(client, '[]', 'bad_json');
  await refused(client, '['.repeat(5000), 'bad_json');
  await refused(client, { t: 'message', id: 'x1' }, 'bad_field');
  await refused(client, { t: 'message', id: 'not an id', text: 'x' }, 'bad_field');
  await client.say('help');
  await client.close();
  await others_are_served();
});

test('a refusal carries the id and no word of the visitor', async () => {
  const client = await connect(server);
  const error = await refused(client, { t: 'message', id: 'x2', text: ['secretword'] }, 'bad_field');
  assert.equal(error.id, 'x2');
  assert.match(error.text, /text/);
  assert.doesNotMatch(error.text, /secretword/);
  await client.close();
});

test('an unknown type is told apart, also those that come later', async () => {
  const client = await connect(server);
  for (const t of ['nonsense', 'handoff', 'read', 'event', 'feedback', 'transcript']) await refused(client, { t, id: 'x' }, 'unknown_type');
  await client.say('help');
  await client.close();
});

test('unknown fields are ignored', async () => {
  const client = await connect(server);
  const answer = await client.ask({ t: 'message', id: new_id(), text: 'help', from_the_future: { a: [1] } });
  assert.equal(answer.t, 'accepted');
  await client.close();
});

test('a text over 4,000 code points is too long, one of 4,000 is not', async () => {
  const client = await connect(server);
  const error = await refused(client, { t: 'message', id: 'long', text: 'é'.repeat(4001) }, 'too_long');
  assert.equal(error.id, 'long');
  const answer = await client.ask({ t: 'message', id: new_id(), text: 'é'.repeat(4000) });
  assert.equal(answer.t, 'accepted');
  await client.close();
});

test('a frame over 16 KiB closes with 1009', async () => {
  const client = await connect(server);
  client.send({ t: 'message', id: 'big', text: 'x'.repeat(17 * 1024) });
  assert.equal((await client.closed).code, 1009);
  await others_are_served();
});

test('many fragments that are too big together close with 1009', async () => {
  const client = await connect(server);
  // Not one more than needed: who still writes when the server closes may see a reset before the close frame.
  for (let i = 0; i < 17; ++i) client.socket.send('x'.repeat(1024), { fin: false });
  assert.equal((await client.closed).code, 1009);
});

test('a fragmented frame within the limits is read as one', async () => {
  const client = await connect(server);
  const id = new_id();
  const text = JSON.stringify({ t: 'message', id, text: 'help' });
  for (let i = 0; i < text.length; ++i) client.socket.send(text[i], { fin: i === text.length - 1 });
  assert.equal((await client.answer(id)).t, 'accepted');
  await client.close();
});

test('a binary frame closes with 1003', async () => {
  const client = await connect(server);
  client.send(Buffer.from('{"t":"ping","n":1}'));
  assert.equal((await client.closed).code, 1003);
});

test('a frame that is not UTF-8 closes with 1007', async () => {
  const client = await connect(server);
  client.socket.send(Buffer.from([0x22, 0xff, 0x22]), { binary: false });
  assert.equal((await client.closed).code, 1007);
  await others_are_served();
});

test('nothing but malformed frames ends with 4400', async () => {
  const client = await connect(server);
  for (let i = 0; i < 50 && client.socket.readyState === client.socket.OPEN; ++i) client.send('{');
  assert.equal((await client.closed).code, 4400);
  await others_are_served();
});

test('without a hello the connection closes with 4408', async () => {
  const started = Date.now();
  const client = await open(server);
  assert.equal((await client.closed).code, 4408);
  assert.ok(Date.now() - started >= 4500, 'five seconds are given');
});

test('before hello everything else is refused as not_ready', async () => {
  const client = await open(server);
  client.send({ t: 'message', id: 'early', text: 'hello' });
  const error = await client.until(() => client.frames.find((frame) => frame.t === 'error'), 'not_ready');
  assert.equal(error.code, 'not_ready');
});

test('a wrong Origin is refused with 403 before the upgrade', async () => {
  assert.equal(await refused_status(server.ws_url, ['attune.v1'], { origin: 'https://evil.example' }), 403);
  const own = await connect(server, { origin: server.origin });
  await own.close();
});

test('an upgrade without attune.v1 is refused with 400', async () => {
  assert.equal(await refused_status(server.ws_url, [], {}), 400);
  assert.equal(await refused_status(server.ws_url, ['other.v9'], {}), 400);
});

test('a wrong token is refused with 4401, an unknown conversation with 4404', async () => {
  const owner = await connect(server);
  const thief = await open(server);
  thief.send({ t: 'hello', v: 1, session: { ...owner.session, resume_token: 'A'.repeat(43) } });
  assert.equal((await thief.closed).code, 4401);
  assert.equal(thief.frames.at(-1).code, 'unauthorized');
  assert.equal(thief.events.length, 0);

  const lost = await open(server);
  lost.send({ t: 'hello', v: 1, session: { ...owner.session, id: 'nosuchconversation' } });
  assert.equal((await lost.closed).code, 4404);
  assert.equal(lost.frames.at(-1).code, 'not_found');
  await owner.say('help');
  await owner.close();
});

test('an erased conversation is closed in every tab and cannot be written to or opened', async () => {
  const client = await connect(server);
  const tab = await connect(server, { session: { ...client.session, last_seq: 0 } });
  const session = tab.session;
  client.send({ t: 'erase', id: 'e1', confirm: true });
  client.send({ t: 'message', id: 'after', text: 'anybody there?' });
  assert.equal((await client.closed).code, 4410);
  assert.equal((await tab.closed).code, 4410);
  assert.ok(client.frames.some((frame) => frame.t === 'accepted' && frame.id === 'e1'));
  assert.ok(!client.frames.some((frame) => frame.t === 'accepted' && frame.id === 'after'));

  const back = await open(server);
  back.send({ t: 'hello', v: 1, session });
  assert.equal((await back.closed).code, 4404);
  await others_are_served();
});

test('a conversation that was ended closes with 1000', async () => {
  const client = await connect(server);
  client.send({ t: 'end', id: 'x1' });
  assert.equal((await client.closed).code, 1000);
  assert.equal(client.events.at(-1).t, 'ended');
  assert.equal(client.events.at(-1).reason, 'user');
});

test('a repeated id is answered again and does not run again', async () => {
  const client = await connect(server);
  await client.say('help', 'same');
  const [first] = client.frames.filter((frame) => frame.t === 'accepted');
  const seq = client.last_seq;
  client.send({ t: 'message', id: 'same', text: 'help' });
  const second = await client.until(() => client.frames.filter((frame) => frame.t === 'accepted')[1], 'the second answer');
  assert.deepEqual(second, { ...first, dup: true });
  await sleep(200);
  assert.equal(client.last_seq, seq);
  await client.close();
});

test('the same id with other words is an id_conflict', async () => {
  const client = await connect(server);
  await client.say('help', 'twice');
  await refused(client, { t: 'message', id: 'twice', text: 'menu' }, 'id_conflict');
  await client.close();
});

test('a button of an earlier question is stale', async () => {
  const client = await connect(server);
  const { prompt_seq, items } = client.open_choices;
  await client.say('help');
  const seq = client.last_seq;
  await refused(client, { t: 'choice', id: new_id(), prompt_seq, value: items[0].value }, 'stale_choice');
  await refused(client, { t: 'choice', id: new_id(), prompt_seq: 9999, value: 'x' }, 'stale_choice');
  assert.equal(client.last_seq, seq, 'nothing was said');
  await client.close();
});
