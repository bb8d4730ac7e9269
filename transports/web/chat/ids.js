/** 128 random bits as a client id, `[A-Za-z0-9_-]{22}`. */
export function new_id() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return btoa(String.fromCharCode(...bytes)).replaceAll('+', '-').replaceAll('/', '_').slice(0, 22);
}
