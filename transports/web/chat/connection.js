import { backoff_ms } from './backoff.js';
import { read_frame } from './frames.js';

const stay_away = new Set([1000, 4400, 4403, 4409, 4410]);
const stable_after_ms = 60_000;
const answer_limit_ms = 10_000;

/**
 * One WebSocket that speaks attune.v1 and comes back by itself. The listener gives `hello()`, and is told
 * `frame(frame)`, `state(state)`: connecting, open (welcomed), waiting; and `closed(code)` of every connection,
 * with `final` true if there will be no other.
 */
export class Connection {
  #url;
  #listener;
  #make_socket;
  #random;
  #socket = null;
  #failures = 0;
  #least_wait_ms = 0;
  #heartbeat_ms = 25_000;
  #paused = false;
  #waiting = false;
  #timers = {};

  constructor({ url, listener, make_socket = (to) => new WebSocket(to, ['attune.v1']), random = Math.random }) {
    this.#url = url;
    this.#listener = listener;
    this.#make_socket = make_socket;
    this.#random = random;
  }

  start() {
    this.stop();
    this.#open();
  }

  /** Closes, and tells nobody. */
  stop() {
    for (const name of Object.keys(this.#timers)) this.#clear(name);
    const socket = this.#socket;
    this.#socket = null;
    this.#waiting = false;
    socket?.close();
  }

  /** Drops a connection that is of no use, and resumes. */
  restart() {
    if (!this.#socket) return;
    this.stop();
    this.#lost(1006);
  }

  /** Says hello once more, at once. */
  renew() {
    if (!this.#socket) return;
    this.stop();
    this.#open();
  }

  send(frame) {
    if (this.#socket?.readyState !== 1) return false;
    this.#socket.send(JSON.stringify(frame));
    return true;
  }

  /** Tries now instead of later: the network came back, or somebody looks at the page again. */
  wake() {
    this.#paused = false;
    if (this.#waiting) this.#open();
  }

  /** Nobody has looked for long: no more tries until `wake`. */
  pause() {
    this.#paused = true;
    if (this.#waiting) this.#clear('retry');
  }

  /** Finds out whether the server is still there. */
  probe(limit_ms = answer_limit_ms) {
    if (!this.send({ t: 'ping', n: 1 })) return;
    this.#after('answer', limit_ms, () => this.restart());
  }

  #open() {
    this.#clear('retry');
    this.#waiting = false;
    this.#listener.state('connecting');
    let socket;
    try {
      socket = this.#make_socket(this.#url);
    } catch {
      return this.#lost(1006);
    }
    this.#socket = socket;
    socket.onopen = () => this.send(this.#listener.hello());
    socket.onmessage = ({ data }) => socket === this.#socket && this.#take(data);
    socket.onclose = ({ code }) => socket === this.#socket && this.#lost(code);
    this.#after('answer', answer_limit_ms, () => this.restart());
  }

  #take(data) {
    const frame = read_frame(data);
    this.#after('silence', this.#heartbeat_ms, () => this.probe());
    if (!frame) return;
    if (frame.t === 'going_away') this.#least_wait_ms = frame.reconnect_after_ms;
    if (frame.t === 'error' && !frame.id) this.#least_wait_ms = frame.retry_after_ms;
    if (frame.t === 'welcome') this.#welcomed(frame);
    if (frame.t === 'welcome' || frame.t === 'pong') this.#clear('answer');
    this.#listener.frame(frame);
    if (frame.t === 'welcome' && this.#socket) this.#listener.state('open');
  }

  #welcomed(frame) {
    this.#heartbeat_ms = frame.heartbeat_ms;
    this.#least_wait_ms = 0;
    this.#after('stable', stable_after_ms, () => (this.#failures = 0));
  }

  #lost(code) {
    this.stop();
    const final = stay_away.has(code);
    this.#listener.closed(code, final);
    if (final || this.#socket) return;
    this.#waiting = true;
    this.#listener.state('waiting');
    const wait = this.#least_wait_ms + backoff_ms(this.#failures++, this.#random);
    if (!this.#paused) this.#after('retry', wait, () => this.#open());
  }

  #after(name, ms, act) {
    this.#clear(name);
    this.#timers[name] = setTimeout(act, ms);
  }

  #clear(name) {
    clearTimeout(this.#timers[name]);
  }
}
