import { Connection } from './connection.js';
import { new_id } from './ids.js';
import { Log } from './log.js';
import { Outbox, frame_of } from './outbox.js';

const accepted_limit_ms = 15_000;
const try_again_ms = 2000;
const page_size = 50;
const shown_at_first = 100;
const most_shown = 300; // then as many as at first
const try_later = new Set(['rate_limited', 'not_ready', 'unavailable', 'internal']);
const no_session = new Set([4401, 4404]);
const version = '1';

/**
 * A conversation as the page sees it: what was said, what is on its way, whether anybody listens. No DOM.
 *
 * The listener is told: `card(card)`; `shown(events, more, stay)`: show exactly these, there are earlier ones, keep
 * the place; `added(event)`; `trim(seq)`: may older ones go? `crisis(on)`: keep the help lines in sight;
 * `outbox(items)`; `typing(on)`; `state(state)`: connecting, open, waiting; `over(reason)`: erased, ended,
 * elsewhere, left, refused; `refused(code)`: something was not taken; `session(session)`: there is a new token; `speaks(language)`: what comes
 * next is said in it.
 */
export class Conversation {
  #memory;
  #listener;
  #locale;
  #connection;
  #log = new Log();
  #outbox;
  #session;
  #last_seq;
  #open = false;
  #restoring = null;
  #gap_at = 0;
  #more = false; // the server has earlier events than the log
  #state_now = 'connecting';
  #over = false;
  #held = false; // the server wants a pause
  #timers = {};

  constructor({ url, memory, listener, locale, ...options }) {
    this.#memory = memory;
    this.#listener = listener;
    this.#locale = locale;
    this.#recall();
    this.#connection = new Connection({ url, ...options, listener: {
      hello: () => this.#hello(),
      frame: (frame) => this.#take(frame),
      state: (state) => this.#state(state),
      closed: (code) => this.#closed(code),
    } });
  }

  get session() {
    return this.#session;
  }

  start() {
    this.#tell_card();
    this.#tell_outbox();
    this.#connection.start();
  }

  /** Somebody else shows it from now on. */
  show_on(listener) {
    this.#listener = listener;
    this.#tell_card();
    listener.shown(this.#log.list(), this.#more);
    listener.state(this.#state_now);
    this.#tell_outbox();
    if (this.#over) listener.over(this.#over);
  }

  /** The words around are in another language now: the server is asked for its card in it. */
  speak(locale) {
    this.#locale = locale;
    this.#connection.renew();
  }

  /** A session that another tab has: the token of ours, or one to begin with. */
  adopt(session) {
    if (this.#session && this.#session.id !== session.id) return;
    this.#session = session;
    this.#memory.set({ session });
  }

  /** The visitor left in another tab. */
  leave(id) {
    if (id !== this.#session?.id) return;
    this.#forget();
    this.#listener.shown([]);
    this.#end('left');
  }

  /** What failed goes once more, as something new. */
  retry(id) {
    const { kind, text } = this.#outbox.find(id);
    this.#outbox.remove(id);
    this.#put({ kind, text });
  }

  /** Fetches what was said before. */
  earlier() {
    if (this.#open && !this.#restoring) this.#restore(this.#log.oldest, this.#log.size + page_size, true);
  }

  stop() {
    for (const timer of Object.values(this.#timers)) clearTimeout(timer);
    this.#held = false;
    this.#connection.stop();
  }

  wake() {
    if (!this.#over) this.#connection.wake();
  }
  pause() {
    this.#connection.pause();
  }
  probe(limit_ms) {
    this.#connection.probe(limit_ms);
  }

  say(text) {
    this.#put({ kind: 'text', text });
  }

  /** `value`: one, or a list where the question takes several; `text`: what the buttons said. */
  choose(prompt_seq, value, text) {
    this.#put({ kind: 'choice', prompt_seq, value, text });
  }

  erase() {
    this.#put({ kind: 'erase', text: '' });
  }

  /** Leaves what is over behind and begins a new one. */
  start_new() {
    this.#forget();
    this.#listener.shown([]);
    this.#over = false;
    this.start();
  }

  /** Takes an open conversation back from other tabs. */
  go_on_here() {
    this.#over = false;
    this.#connection.start();
  }

  #recall() {
    this.#session = this.#memory.get('session');
    this.#last_seq = this.#memory.get('last_seq') ?? 0;
    this.#outbox = new Outbox(this.#memory.get('outbox'));
  }

  #forget() {
    this.#more = false;
    this.#log.clear();
    this.#memory.clear();
    this.#recall();
    this.#listener.crisis(false);
    this.#tell_outbox();
  }

  #put(item) {
    if (this.#over) return;
    this.#outbox.add({ id: new_id(), ...item });
    this.#pump();
  }

  #hello() {
    const hello = { t: 'hello', v: 1, client: { name: 'attune-chat', version }, locale: this.#locale };
    if (this.#session) hello.session = { ...this.#session, last_seq: this.#log.newest || this.#last_seq };
    return hello;
  }

  #state(state) {
    this.#state_now = state;
    this.#open = state === 'open';
    if (!this.#open) {
      clearTimeout(this.#timers.accepted);
      this.#outbox.back_to_waiting();
      this.#listener.typing(false);
    }
    this.#listener.state(state);
    this.#pump();
  }

  #closed(code) {
    if (no_session.has(code)) return this.#lose_session();
    const reason = { 1000: 'ended', 4400: 'refused', 4403: 'refused', 4409: 'elsewhere', 4410: 'erased' }[code];
    if (reason) this.#end(reason);
  }

  #lose_session() {
    this.#outbox.for_a_new_conversation();
    this.#session = undefined;
    this.#last_seq = 0;
    this.#memory.set({ session: undefined, last_seq: 0 });
    this.#tell_outbox();
  }

  #end(reason) {
    if (this.#over === 'erased') return;
    this.#over = reason;
    this.#open = false;
    this.stop();
    if (reason === 'erased' || reason === 'ended') this.#memory.clear();
    if (reason === 'erased') {
      this.#forget();
      this.#listener.shown([]);
    }
    this.#listener.over(reason);
  }

  #take(frame) {
    const takers = {
      welcome: this.#welcome, history: this.#history, accepted: this.#accepted, error: this.#error,
      typing: this.#typing, going_away: null, pong: null,
    };
    const taker = Object.hasOwn(takers, frame.t) ? takers[frame.t] : this.#event;
    taker?.call(this, frame);
  }

  #welcome(frame) {
    this.#session = frame.session;
    this.#memory.set({ session: frame.session, card: frame.card });
    this.#listener.session(frame.session);
    this.#tell_card();
    if (frame.gap || !frame.resumed) this.#log.clear();
    if (!frame.resumed) this.#listener.shown([]);
    else if (this.#log.size === 0) this.#restore();
  }

  /** Fetches what was said, newest page first, and shows it in one go once there are `enough`. */
  #restore(before_seq, enough = shown_at_first, stay = false) {
    this.#restoring = { id: new_id(), enough, stay };
    this.#connection.send({ t: 'history', id: this.#restoring.id, limit: page_size, before_seq });
  }

  #history({ id, events, more }) {
    if (id !== this.#restoring?.id) return;
    for (const event of events) this.#log.insert(event);
    this.#more = more;
    const { enough, stay } = this.#restoring;
    if (more && events[0]?.seq > 1 && this.#log.size < enough) return this.#restore(events[0].seq, enough, stay);
    this.#restored();
  }

  #restored() {
    const { stay } = this.#restoring;
    this.#restoring = null;
    const events = this.#log.list();
    for (const event of events) this.#outbox.remove(event.id);
    this.#keep_place();
    this.#hear_language(events.findLast((event) => event.from === 'bot'));
    if (events.some((event) => event.crisis)) this.#pin();
    this.#listener.shown(events, this.#more, stay);
    this.#pump();
  }

  #pin() {
    this.#memory.set({ crisis: true });
    this.#listener.crisis(true);
  }

  #tell_card() {
    if (this.#memory.get('card')) this.#listener.card(this.#memory.get('card'));
    this.#listener.crisis(this.#memory.get('crisis') === true);
  }

  #event(event) {
    if (this.#restoring) return this.#log.insert(event);
    if (event.seq === this.#log.newest + 1) this.#hear_language(event); // before it is shown, so that it is read out
    const place = this.#log.add(event);
    if (place === 'known') return;
    if (place === 'gap' && this.#gap_at !== event.seq) {
      this.#gap_at = event.seq; // something was lost on the way: once more from where we are
      return this.#connection.restart();
    }
    this.#log.insert(event);
    this.#keep_place();
    if (event.from !== 'user') this.#listener.typing(false);
    if (event.from === 'user') this.#outbox.remove(event.id);
    if (event.crisis) this.#pin();
    this.#listener.added(event);
    this.#trim();
    this.#pump();
  }

  #hear_language(event) {
    if (event?.from === 'bot' && event.lang) this.#listener.speaks(event.lang);
  }

  /** A long conversation costs no more than a short one. */
  #trim() {
    if (this.#log.size <= most_shown) return;
    const seq = this.#log.newest - shown_at_first;
    if (!this.#listener.trim(seq)) return;
    this.#log.trim(seq);
    this.#more = true;
  }

  #keep_place() {
    this.#last_seq = this.#log.newest;
    this.#memory.set({ last_seq: this.#last_seq });
  }

  #accepted({ id }) {
    clearTimeout(this.#timers.accepted);
    const item = this.#outbox.find(id);
    if (item?.kind === 'erase') return this.#end('erased');
    this.#outbox.set_state(id, 'sent');
    this.#pump();
  }

  #error({ id, code, retry_after_ms }) {
    if (id && id === this.#restoring?.id) return this.#restored();
    const item = this.#outbox.find(id);
    if (!item) return;
    clearTimeout(this.#timers.accepted);
    if (code === 'not_found') return this.#end('ended');
    if (try_later.has(code)) {
      this.#listener.refused('busy');
      this.#held = true;
      this.#timers.again = setTimeout(() => this.#again(), retry_after_ms || try_again_ms);
      return;
    }
    if (code === 'stale_choice') this.#outbox.remove(id);
    else this.#outbox.set_state(id, 'failed');
    this.#listener.refused(code);
    this.#pump();
  }

  #again() {
    this.#held = false;
    this.#outbox.back_to_waiting();
    this.#pump();
  }

  #typing({ on, ttl_ms }) {
    clearTimeout(this.#timers.typing);
    this.#listener.typing(on);
    if (on) this.#timers.typing = setTimeout(() => this.#listener.typing(false), ttl_ms);
  }

  /** Sends what can be sent, and tells how things stand. */
  #pump() {
    const item = this.#open && !this.#restoring && !this.#held ? this.#outbox.next() : undefined;
    if (item && this.#connection.send(frame_of(item))) {
      item.state = 'sending';
      this.#timers.accepted = setTimeout(() => this.#connection.restart(), accepted_limit_ms);
    }
    this.#tell_outbox();
  }

  #tell_outbox() {
    this.#memory.set({ outbox: this.#outbox.unsent() });
    this.#listener.outbox(this.#outbox.items);
  }
}
