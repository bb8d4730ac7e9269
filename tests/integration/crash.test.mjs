// The server is killed in the middle of traffic, several times: what was acknowledged is there, once.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { connect, new_id, open, sleep } from './support/client.mjs';
import { Server } from './support/server.mjs';

const visitors = 20;
const kills = 3;
const texts = ['help', 'what is anxious attachment?', 'menu', 'back', 'something nobody has foreseen'];

/** Writes on and on, over every crash, and remembers what was acknowledged. */
class Visitor {
  acknowledged = new Map(); // id → seq
  sent = [];

  async start(server) {
    this.client = await connect(server);
    this.session = this.client.session;
  }

  /** Until the connection dies. */
  async write() {
    try {
      if (this.in_flight) await this.deliver(this.in_flight);
      for (;;) {
        this.in_flight = { t: 'message', id: new_id('k'), text: texts[this.sent.length % texts.length] };
        this.sent.push(this.in_flight.id);
        await this.deliver(this.in_flight);
        await sleep(220); // below the rate limit
      }
    } catch (error) {
      this.client.check();
      if (this.client.socket.readyState === this.client.socket.OPEN) throw error;
    }
  }

  async deliver(frame) {
    const answer = await this.client.ask(frame);
    assert.equal(answer.t, 'accepted', JSON.stringify(answer));
    this.acknowledged.set(frame.id, answer.seq);
    this.in_flight = undefined;
  }

  async resume(server) {
    await this.client.closed;
    this.client.check();
    this.session = this.client.session;
    this.client = await connect(server, { session: this.session });
    assert.equal(this.client.welcome.resumed, true);
    assert.equal(this.client.welcome.gap, false);
  }

  /** The whole log, from a connection that knows nothing. */
  async log(server) {
    const fresh = await connect(server, { session: { ...this.client.session, last_seq: 0 } });
    fresh.check();
    return fresh.events;
  }
}

test('no acknowledged message is lost and none runs twice', { timeout: 120_000 }, async (t) => {
  const server = await Server.start(t);
  const all = Array.from({ length: visitors }, () => new Visitor());
  for (const visitor of all) await visitor.start(server);

  for (let round = 0; round < kills; ++round) {
    const traffic = all.map((visitor) => visitor.write());
    await sleep(900 + 370 * round);
    await server.restart();
    await Promise.all(traffic);
    for (const visitor of all) await visitor.resume(server);
  }
  for (const visitor of all) {
    if (visitor.in_flight) await visitor.deliver(visitor.in_flight);
  }

  let acknowledged = 0;
  for (const visitor of all) {
    const log = await visitor.log(server);
    const mine = log.filter((event) => event.from === 'user');
    assert.deepEqual(mine.map((event) => event.id).sort(), [...visitor.sent].sort(), 'every message is there exactly once');
    for (const [id, seq] of visitor.acknowledged) {
      assert.equal(mine.find((event) => event.id === id).seq, seq, 'and where the acknowledgement said');
      assert.ok(log.some((event) => event.from === 'bot' && event.seq === seq + 1), 'and was answered');
    }
    acknowledged += visitor.acknowledged.size;
  }
  assert.ok(acknowledged >= visitors * kills * 2, `there was traffic: ${acknowledged}`);
});

test('a conversation that was erased stays erased after a crash', async (t) => {
  const server = await Server.start(t);
  const client = await connect(server);
  const session = client.session;
  await client.ask({ t: 'erase', id: 'e1', confirm: true });
  await server.restart();
  const back = await open(server);
  back.send({ t: 'hello', v: 1, session });
  assert.equal((await back.closed).code, 4404);
});
