// The built server on a port that stays the same over restarts, so that a page finds it again.
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const program = resolve(root, process.env.ATTUNE_BIN ?? 'build/dev/bin/attune');
const start_limit_ms = 120_000;

if (!existsSync(program)) throw new Error(`There is no server at ${program}: build it, or set ATTUNE_BIN.`);

async function free_port() {
  const probe = createServer();
  await new Promise((done) => probe.listen(0, '127.0.0.1', done));
  const { port } = probe.address();
  await new Promise((done) => probe.close(done));
  return port;
}

export class Server {
  static async start(t, args = []) {
    const folder = mkdtempSync(join(tmpdir(), 'attune-browser-'));
    const server = new Server(join(folder, 'attune.db'), await free_port());
    server.args = args;
    t.after(async () => {
      await server.kill();
      rmSync(folder, { recursive: true, force: true });
    });
    await server.launch();
    return server;
  }

  constructor(db, port) {
    Object.assign(this, { db, port, url: `http://127.0.0.1:${port}/` });
  }

  async launch() {
    const child = spawn(program, ['serve', '--port', String(this.port), '--db', this.db, ...(this.args ?? [])], { stdio: ['ignore', 'pipe', 'pipe'] });
    this.child = child;
    this.ended = new Promise((done) => child.on('close', done));
    let said = '';
    await new Promise((done, fail) => {
      const timer = setTimeout(() => fail(new Error(`The server does not say that it listens:\n${said}`)), start_limit_ms);
      const read = (data) => {
        said += data;
        if (!said.includes('Attune is listening on ')) return;
        clearTimeout(timer);
        done();
      };
      child.stdout.on('data', read);
      child.stderr.on('data', read);
      child.on('close', (code) => fail(new Error(`The server ended with ${code}:\n${said}`)));
    });
  }

  /** As the power going off would. */
  async kill() {
    this.child.kill('SIGKILL');
    await this.ended;
  }

  async stop() {
    this.child.kill('SIGTERM');
    await this.ended;
  }
}
