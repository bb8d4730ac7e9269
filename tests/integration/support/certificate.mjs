// Certificates for tests of TLS on the loopback.
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A certificate for a name, signed by an authority of its own: { key, cert, ca_file }. */
export function certificate(folder, name) {
  const file = (end) => join(folder, `${name}.${end}`);
  const openssl = (...args) => execFileSync('openssl', args, { stdio: 'pipe' });
  openssl('req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', '-keyout', file('ca.key'), '-out', file('ca.pem'), '-subj', `/CN=authority of ${name}`);
  openssl('req', '-newkey', 'rsa:2048', '-nodes', '-keyout', file('key'), '-out', file('csr'), '-subj', `/CN=${name}`);
  writeFileSync(file('ext'), `subjectAltName=DNS:${name}\n`);
  openssl('x509', '-req', '-in', file('csr'), '-CA', file('ca.pem'), '-CAkey', file('ca.key'), '-CAcreateserial', '-days', '2', '-extfile', file('ext'), '-out', file('pem'));
  return { key: readFileSync(file('key')), cert: readFileSync(file('pem')), ca_file: file('ca.pem') };
}
