const is_session = (value) => typeof value?.id === 'string' && typeof value.resume_token === 'string';
const answer_ms = 60;

/**
 * The tabs of this browser that show the same chat. They hand each other the newest token, so that all stay in
 * one conversation, and say when the visitor leaves. Nothing is stored.
 *
 * The listener is told `session(session)` and `left(id)`, and gives `current()`.
 */
export class Tabs {
  #channel;
  #found = () => {};

  constructor(name, listener) {
    if (!globalThis.BroadcastChannel) return;
    this.#channel = new BroadcastChannel(name);
    this.#channel.onmessage = ({ data }) => {
      if (data?.ask && listener.current()) this.tell({ session: listener.current() });
      if (is_session(data?.session)) this.#found(listener.session(data.session));
      if (data?.left) listener.left(data.left);
    };
  }

  tell(message) {
    this.#channel?.postMessage(message);
  }

  /** Done when another tab told its session, or none did for a moment. */
  ask() {
    return new Promise((done) => {
      this.#found = done;
      setTimeout(done, this.#channel ? answer_ms : 0);
      this.tell({ ask: true });
    });
  }

  close() {
    this.#channel?.close();
  }
}
