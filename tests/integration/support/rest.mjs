// A client of the REST twin: plain fetch, and every answer is held against the description.
import assert from 'node:assert/strict';
import { check_answer } from './openapi.mjs';

/** `path` is a template of the description; `params` fill it. */
export async function call(server, method, path, { params = {}, query = '', token, headers = {}, body } = {}) {
  const filled = path.replace(/\{(\w+)\}/g, (_, name) => encodeURIComponent(params[name]));
  const response = await fetch(`${server.origin}${filled}${query}`, {
    method,
    headers: {
      ...(token && { authorization: `Bearer ${token}` }),
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...headers,
    },
    body: body === undefined || typeof body === 'string' ? body : JSON.stringify(body),
  });
  const text = await response.text();
  const type = response.headers.get('content-type') ?? '';
  const answer = text === '' ? undefined : type.includes('json') ? JSON.parse(text) : text;
  check_answer(path, method, response.status, type, answer);
  return { status: response.status, headers: response.headers, body: answer };
}

/** A new conversation and short ways to talk in it. */
export async function start(server) {
  const { status, body } = await call(server, 'POST', '/v1/sessions', { body: {} });
  assert.equal(status, 201);
  const with_session = (options = {}) => ({ token: body.session.token, params: { id: body.session.id }, ...options });
  return {
    ...body,
    post: (content, key, options = {}) =>
      call(server, 'POST', '/v1/sessions/{id}/messages', with_session({ body: content, headers: key ? { 'idempotency-key': key } : {}, ...options })),
    poll: (query, options = {}) => call(server, 'GET', '/v1/sessions/{id}/events', with_session({ query, ...options })),
    end: () => call(server, 'POST', '/v1/sessions/{id}/end', with_session()),
    erase: (options = {}) => call(server, 'DELETE', '/v1/sessions/{id}', with_session(options)),
  };
}
