// The main conversation, held by an independent client: welcome, concepts, the anxious style, signs, questions,
// summary; cut off in the middle and taken up again.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { connect, open } from './support/client.mjs';
import { Server } from './support/server.mjs';

const words = (events) => events.filter((event) => event.from === 'bot').map((event) => event.text).join('\n');

/** Presses "Go on" until a question offers what is looked for. */
async function go_on_until(client, label) {
  for (let steps = 0; steps < 12; ++steps) {
    if (client.open_choices.items.some((item) => label.test(item.label))) return;
    await client.press(/^go on$|take the tour/i);
  }
  assert.fail(`no button ${label}`);
}

async function all_signs_and_on(client) {
  const [first, second] = client.open_choices.items.map((item) => item.value);
  assert.equal(client.open_choices.multi, true);
  await client.press([first, second]);
  await go_on_until(client, /questions to ask/i);
  return [first, second];
}

async function own_list(client) {
  for (let question = 0; question < 3; ++question) await client.press(/^add it$/i);
  await client.press(/groups/i);
  assert.equal(client.open_choices.multi, true);
  await client.press([client.open_choices.items[2].value]);
  assert.equal(client.open_choices.multi, true);
  const [extra] = client.open_choices.items;
  return words(await client.press([extra.value]));
}

test('the whole conversation by buttons, cut off in the middle', { timeout: 60_000 }, async (t) => {
  const server = await Server.start(t);
  let client = await connect(server);
  assert.match(client.welcome.bot.disclosure, /not a person/i);
  assert.ok(client.welcome.crisis.items.length > 0);
  assert.equal(client.welcome.resumed, false);
  assert.match(words(client.events), /computer program|automated/i);

  await client.press(/basics/i);
  await go_on_until(client, /^anxious/i);
  assert.match(words(await client.press(/^anxious/i)), /anxious/i);

  const before = client.events;
  const old_token = client.session.resume_token;
  const session = client.session;
  await client.cut();
  client.check();
  client = await connect(server, { session });
  assert.equal(client.welcome.resumed, true);
  assert.equal(client.welcome.gap, false);
  assert.equal(client.welcome.session.id, session.id);
  assert.notEqual(client.welcome.session.resume_token, old_token, 'tokens rotate');
  assert.equal(client.last_seq, session.last_seq, 'nothing is repeated');
  client.events.push(...before);

  await go_on_until(client, /signs/i);
  await client.press(/signs/i);
  const signs = await all_signs_and_on(client);
  await client.press(/questions to ask/i);
  const list = await own_list(client);
  assert.equal(list.match(/\?/g).length >= 4, true, `four questions are on the list: ${list}`);
  const summary = words(await client.press(/summary/i));
  assert.match(summary, /signs I noticed/i);
  assert.match(summary, /three main questions/i);
  assert.equal(signs.length, 2);
  client.check();

  const whole = await connect(server, { session: { ...client.session, last_seq: 0 } });
  whole.check();
  assert.deepEqual(whole.events.map((event) => event.seq), whole.events.map((_, i) => i + 1));
  assert.equal(whole.last_seq, client.last_seq);
  assert.deepEqual(whole.events.slice(0, before.length), before, 'the log says what was said');
});

test('an event that was missed in the tunnel comes with the resumption', async (t) => {
  const server = await Server.start(t);
  const client = await connect(server);
  const session = client.session;
  client.send({ t: 'message', id: 'tunnel', text: 'help' });
  await client.answer('tunnel');
  await client.cut();
  const back = await connect(server, { session });
  assert.ok(back.events.some((event) => event.id === 'tunnel'));
  assert.ok(back.events.some((event) => event.from === 'bot'));
  back.check();
  const again = await back.ask({ t: 'message', id: 'tunnel', text: 'help' });
  assert.equal(again.dup, true);
});

test('the token before the last still opens, for a welcome that was lost', async (t) => {
  const server = await Server.start(t);
  const client = await connect(server);
  const session = client.session;
  const lost = await connect(server, { session });
  await lost.cut();
  const back = await connect(server, { session });
  assert.equal(back.welcome.resumed, true);
  await client.close();
});

test('the whole conversation by free text', { timeout: 60_000 }, async (t) => {
  const server = await Server.start(t);
  const client = await connect(server);
  assert.match(words(await client.say('what is anxious attachment?')), /anxious/i);
  await client.say('signs');
  await client.say('trust and numb');
  for (let steps = 0; steps < 4 && !client.open_choices.items.some((item) => /questions/i.test(item.label)); ++steps) await client.say('go on');
  await client.say('questions');
  for (let question = 0; question < 3; ++question) await client.say('yes');
  assert.match(words(await client.say('go to my list')), /your list/i);
  const summary = words(await client.say('my summary'));
  assert.match(summary, /signs I noticed/i);
  assert.match(summary, /three main questions/i);
  client.check();
});

test('two tabs of a conversation see the same events, the visitor\'s own too', async (t) => {
  const server = await Server.start(t);
  const one = await connect(server);
  const two = await connect(server, { session: { ...one.session, last_seq: 0 } });
  await one.say('help');
  await two.until(() => two.last_seq >= one.last_seq, 'the other tab\'s events');
  assert.deepEqual(two.events, one.events);
  await two.say('menu');
  await one.until(() => one.last_seq >= two.last_seq, 'the other tab\'s events');
  assert.deepEqual(two.events, one.events);
  one.check();
  two.check();
});

test('a sixth connection replaces the oldest with 4409', async (t) => {
  const server = await Server.start(t);
  const first = await connect(server);
  let session = first.session;
  for (let i = 0; i < 5; ++i) {
    const next = await connect(server, { session });
    session = next.session;
  }
  assert.equal((await first.closed).code, 4409);
});

test('history goes back in pages', async (t) => {
  const server = await Server.start(t);
  const client = await connect(server);
  for (let i = 0; i < 3; ++i) await client.say('help');
  const page = async (id, fields) => {
    client.send({ t: 'history', id, ...fields });
    return client.until(() => client.frames.find((frame) => frame.t === 'history' && frame.id === id), 'history');
  };
  const newest = await page('h1', { limit: 2 });
  assert.deepEqual(newest.events, client.events.slice(-2));
  assert.equal(newest.more, true);
  const before = await page('h2', { limit: 50, before_seq: newest.events[0].seq });
  assert.deepEqual(before.events, client.events.slice(0, -2));
  assert.equal(before.more, false);
});

test('ping is answered, typing and ack are taken without an answer', async (t) => {
  const server = await Server.start(t);
  const client = await open(server);
  await client.hello();
  client.send({ t: 'typing', on: true });
  client.send({ t: 'ack', seq: client.last_seq });
  client.send({ t: 'ping', n: 42 });
  const pong = await client.until(() => client.frames.find((frame) => frame.t === 'pong'), 'pong');
  assert.equal(pong.n, 42);
  assert.ok(Math.abs(pong.at - Date.now()) < 60_000);
  client.check();
});

test('what a visitor writes does not stand in the server\'s output', async (t) => {
  const server = await Server.start(t);
  const client = await connect(server);
  await client.say('my secret word is xylophone');
  client.send('{"t":"message","id":"x","text":["xylophone"]}');
  await client.answer('x');
  await client.cut();
  await server.stop();
  assert.doesNotMatch(server.output, /xylophone/i);
  assert.ok(!server.output.includes(client.welcome.session.resume_token));
});
