const unseen_limit_ms = 5 * 60_000;
const offline_limit_ms = 3000;

/** Tells a conversation what the browser says about the network and about being looked at. */
export function watch_page(conversation, signal) {
  let timer;
  addEventListener('online', () => conversation.wake(), { signal });
  // Not always true: so look, instead of hanging up.
  addEventListener('offline', () => conversation.probe(offline_limit_ms), { signal });
  document.addEventListener('visibilitychange', () => {
    clearTimeout(timer);
    if (document.hidden) timer = setTimeout(() => conversation.pause(), unseen_limit_ms);
    else conversation.wake();
  }, { signal });
}
