// The REST interface's description: every answer must be one that it promises.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Ajv from 'ajv/dist/2020.js';
import { parse } from 'yaml';
import { folder, names, schemas } from './schemas.mjs';

export const file = fileURLToPath(new URL('../../../transports/rest/openapi.yaml', import.meta.url));
export const text = readFileSync(file, 'utf8');
export const openapi = parse(text);

const ajv = new Ajv({ strict: false, allErrors: true, validateFormats: false });
ajv.addSchema(openapi, 'openapi');
for (const name of names) ajv.addSchema({ ...schemas[name], $id: join(folder, `${name}.json`) });

const pointer = (...parts) => parts.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');

/** Follows `$ref`s inside the document; answers the place and what stands there. */
function resolve(parts) {
  let value = openapi;
  let path = [];
  for (const part of parts) {
    value = value?.[part];
    path.push(part);
    while (value?.$ref) {
      path = value.$ref.slice(2).split('/').map((one) => decodeURIComponent(one).replaceAll('~1', '/').replaceAll('~0', '~'));
      value = path.reduce((at, one) => at?.[one], openapi);
    }
  }
  return { path, value };
}

/** The answer's body must fit what the description says of this path, method and status. */
export function check_answer(path, method, status, content_type, body) {
  const what = `${method.toUpperCase()} ${path} → ${status} ${content_type}`;
  const answer = resolve(['paths', path, method.toLowerCase(), 'responses', String(status)]);
  assert.ok(answer.value, `${what} is not described`);
  if (answer.value.content === undefined) return assert.equal(body, undefined, what);
  const type = content_type.split(';')[0];
  const place = resolve([...answer.path, 'content', type, 'schema']);
  assert.ok(place.value, `${what} is not described with this type`);
  const validate = ajv.compile({ $ref: `openapi#${pointer(...place.path)}` });
  assert.ok(validate(body), `${what}: ${ajv.errorsText(validate.errors)} in ${JSON.stringify(body)}`);
}
