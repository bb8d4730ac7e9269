const base_ms = 500;
const cap_ms = 30_000;

/** Full jitter: somewhere between nothing and a bound that doubles with each failure. */
export function backoff_ms(failures, random = Math.random) {
  return random() * Math.min(cap_ms, base_ms * 2 ** failures);
}
