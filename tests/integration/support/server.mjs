// Starts, stops and kills the built server. Every test file has its own, on a port of its own.
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = resolve(dirname(fileURLToPath(import.meta.url)), '../../..');
export const program = resolve(root, process.env.ATTUNE_BIN ?? 'build/dev/bin/attune');

if (!existsSync(program)) throw new Error(`There is no server at ${program}: build it, or set ATTUNE_BIN.`);

const listening = /Attune is listening on http:\/\/127\.0\.0\.1:(\d+)\//;
const start_limit_ms = 120_000;

/** A folder that is gone when the test is over. */
export function temporary_folder(t) {
  const folder = mkdtempSync(join(tmpdir(), 'attune-test-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Runs the program to its end: { code, signal, output }. */
export async function run(args, { env = {}, limit_ms = start_limit_ms } = {}) {
  const child = spawn(program, args, { env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => (output += data));
  const timer = setTimeout(() => child.kill('SIGKILL'), limit_ms);
  const [code, signal] = await new Promise((done) => child.on('close', (...end) => done(end)));
  clearTimeout(timer);
  return { code, signal, output };
}

export class Server {
  /** `args` are added to `attune serve --port 0 --db FILE`. */
  static async start(t, { db = join(temporary_folder(t), 'attune.db'), args = [], env = {} } = {}) {
    const server = new Server(db, args, env);
    t.after(() => server.kill());
    await server.#launch();
    return server;
  }

  constructor(db, args, env) {
    Object.assign(this, { db, args, env, output: '' });
  }

  get origin() {
    return `http://127.0.0.1:${this.port}`;
  }
  get ws_url() {
    return `ws://127.0.0.1:${this.port}/v1/ws`;
  }

  async #launch() {
    const args = ['serve', '--port', '0', '--db', this.db, ...this.args];
    this.process = spawn(program, args, { env: { ...process.env, ...this.env }, stdio: ['ignore', 'pipe', 'pipe'] });
    this.ended = new Promise((done) => this.process.on('close', (code, signal) => done({ code, signal })));
    const child = this.process;
    this.port = await new Promise((done, fail) => {
      const timer = setTimeout(() => fail(new Error(`The server does not say that it listens:\n${this.output}`)), start_limit_ms);
      let said = '';
      const read = (data) => {
        said += data;
        this.output += data;
        const found = listening.exec(said);
        if (found) done(Number(found[1]));
        if (found) clearTimeout(timer);
      };
      for (const stream of [child.stdout, child.stderr]) stream.on('data', read);
      child.on('close', (code) => fail(new Error(`The server ended with ${code}:\n${this.output}`)));
    });
  }

  /** As the power going off would. */
  async kill() {
    this.process.kill('SIGKILL');
    return this.ended;
  }

  /** Asks it to end; answers { code, signal }. */
  async stop(signal = 'SIGTERM') {
    this.process.kill(signal);
    return this.ended;
  }

  async restart() {
    await this.kill();
    await this.#launch();
  }
}
