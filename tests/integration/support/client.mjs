// A client of attune.v1 that shares no code with the server: what it gets must fit the schemas and be in order.
import assert from 'node:assert/strict';
import WebSocket from 'ws';
import { check_server_frame } from './schemas.mjs';

const patience_ms = 10_000;
const turn_pause_ms = 220; // below the rate limit
let counter = 0;
/** An id that was not used before in this process. */
export const new_id = (prefix = 'm') => `${prefix}${process.pid}-${++counter}`;
export const sleep = (ms) => new Promise((done) => setTimeout(done, ms));

/** Connected, but without a hello. */
export async function open(server, { protocols = ['attune.v1'], ...options } = {}) {
  const socket = new WebSocket(server.ws_url ?? server, protocols, options);
  const client = new Client(socket);
  await new Promise((done, fail) => socket.once('open', done).once('error', fail));
  return client;
}

/** In a conversation: a new one, or the one whose `session` is given. */
export async function connect(server, { session, ...options } = {}) {
  const client = await open(server, options);
  await client.hello(session);
  return client;
}

/** The HTTP status of an upgrade that is refused. */
export function refused_status(url, protocols, options) {
  return new Promise((done, fail) => {
    const socket = new WebSocket(url, protocols, options);
    socket.on('unexpected-response', (request, response) => {
      response.resume();
      request.destroy();
      done(response.statusCode);
    });
    socket.on('open', () => fail(new Error('the upgrade was not refused')) ?? socket.terminate());
    socket.on('error', fail);
  });
}

export class Client {
  constructor(socket) {
    this.socket = socket;
    this.frames = []; // as they came, all of them
    this.events = []; // the durable ones
    this.last_seq = 0;
    this.waiting = new Set();
    this.closed = new Promise((done) => socket.on('close', (code, reason) => done({ code, reason: String(reason) })));
    this.closed.then(() => this.#tell());
    socket.on('message', (data, binary) => this.#take(data, binary));
    socket.on('error', () => {}); // seen as close
  }

  #take(data, binary) {
    try {
      assert.equal(binary, false, 'the server sends text only');
      const frame = JSON.parse(data);
      check_server_frame(frame);
      if (frame.seq !== undefined && frame.t !== 'welcome' && frame.t !== 'accepted') this.#take_event(frame);
      this.frames.push(frame);
    } catch (error) {
      this.failure ??= error;
    }
    this.#tell();
  }

  #take_event(event) {
    assert.equal(event.seq, this.last_seq + 1, 'events come without gaps and only once');
    this.last_seq = event.seq;
    this.events.push(event);
  }

  #tell() {
    for (const look of [...this.waiting]) look();
  }

  /** What `find` makes of this client, as soon as it is something. */
  async until(find, what = 'what was waited for') {
    return new Promise((done, fail) => {
      const end = (result, error) => {
        clearTimeout(timer);
        this.waiting.delete(look);
        error ? fail(error) : done(result);
      };
      const look = () => {
        const found = this.failure ? undefined : find();
        if (this.failure) end(undefined, this.failure);
        else if (found !== undefined && found !== false) end(found);
        else if (this.socket.readyState === WebSocket.CLOSED) end(undefined, new Error(`closed before ${what}`));
      };
      const timer = setTimeout(() => end(undefined, new Error(`${what} did not come; last: ${JSON.stringify(this.frames.at(-1))}`)), patience_ms);
      this.waiting.add(look);
      look();
    });
  }

  send(frame) {
    this.socket.send(typeof frame === 'string' || Buffer.isBuffer(frame) ? frame : JSON.stringify(frame));
  }

  async hello(session) {
    if (session) this.last_seq = session.last_seq;
    this.send({ t: 'hello', v: 1, client: { name: 'attune-tests', version: '1' }, ...(session && { session }) });
    this.welcome = await this.until(() => this.frames.find((frame) => frame.t === 'welcome'), 'welcome');
    await this.until(() => this.last_seq >= this.welcome.seq, 'the events up to welcome.seq');
    return this.welcome;
  }

  /** What another connection needs to go on here. */
  get session() {
    const { id, resume_token } = this.welcome.session;
    return { id, resume_token, last_seq: this.last_seq };
  }

  /** The answer to the frame with this id. */
  answer(id) {
    return this.until(() => this.frames.find((frame) => frame.id === id && (frame.t === 'accepted' || frame.t === 'error')), `the answer to ${id}`);
  }

  async ask(frame) {
    this.send(frame);
    return this.answer(frame.id);
  }

  /** Sends, waits for the whole turn, answers the bot's messages. No faster than the rate limit. */
  async turn(frame) {
    await sleep(Math.max(0, (this.turn_at ?? 0) + turn_pause_ms - Date.now()));
    this.turn_at = Date.now();
    const accepted = await this.ask(frame);
    assert.equal(accepted.t, 'accepted', JSON.stringify(accepted));
    await this.until(() => this.events.some((event) => event.seq > accepted.seq && event.choices), 'the next question');
    return this.events.filter((event) => event.seq > accepted.seq);
  }

  say(text, id = new_id()) {
    return this.turn({ t: 'message', id, text });
  }

  /** The choices that are open now, with the seq of their message. */
  get open_choices() {
    const event = this.events.findLast((one) => one.choices);
    return event && { prompt_seq: event.seq, ...event.choices };
  }

  /** Presses the button whose label fits; several where `labels` is a list. */
  press(labels, id = new_id('c')) {
    const { prompt_seq, items } = this.open_choices;
    const value_of = (label) => {
      const found = items.find((item) => (label.test ? label.test(item.label) || label.test(item.value) : item.value === label));
      assert.ok(found, `no button ${label} among ${items.map((item) => item.label).join(' | ')}`);
      return found.value;
    };
    const value = Array.isArray(labels) ? labels.map(value_of) : value_of(labels);
    return this.turn({ t: 'choice', id, prompt_seq, value });
  }

  /** As a train into a tunnel: no closing handshake. */
  async cut() {
    this.socket.terminate();
    await this.closed;
  }

  async close() {
    this.socket.close(1000);
    await this.closed;
  }

  /** Fails if anything that came was wrong. */
  check() {
    if (this.failure) throw this.failure;
  }
}
