// The protocol's schemas: what the server sends must fit them.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Ajv from 'ajv/dist/2020.js';

export const folder = fileURLToPath(new URL('../../../transports/websocket/schemas', import.meta.url));
export const names = readdirSync(folder).filter((name) => name.endsWith('.json')).map((name) => name.slice(0, -5));

const ajv = new Ajv({ allErrors: true, strictRequired: false });
export const schemas = Object.fromEntries(names.map((name) => [name, JSON.parse(readFileSync(join(folder, `${name}.json`)))]));
for (const name of names) ajv.addSchema(schemas[name]);

/** Nothing, or what is wrong with the frame. */
export function mistakes(name, frame) {
  const validate = ajv.getSchema(`attune.v1/${name}.json`);
  if (!validate) return `there is no schema ${name}`;
  return validate(frame) ? undefined : ajv.errorsText(validate.errors);
}

export function check_server_frame(frame) {
  assert.equal(mistakes(`server-${frame.t}`, frame), undefined, `the server sent ${JSON.stringify(frame)}`);
}
