// A messaging service on the loopback that takes what the server sends: answers as told, and remembers.
import { createServer } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';

export class Service {
  calls = []; // { method, path, headers, body, at }
  script = []; // answers for the next calls: { status, headers, body, hold_ms, cut }
  otherwise = () => ({ status: 200, body: '{"ok":true,"result":{}}' });

  static async start(t) {
    const service = new Service();
    service.server = createServer((request, response) => {
      const parts = [];
      request.on('data', (part) => parts.push(part));
      request.on('end', async () => {
        const call = { method: request.method, path: request.url, headers: request.headers, body: Buffer.concat(parts).toString(), at: Date.now() };
        service.calls.push(call);
        const answer = service.script.shift() ?? service.otherwise(call);
        if (answer.hold_ms) await sleep(answer.hold_ms);
        if (answer.cut) return request.socket.destroy();
        response.writeHead(answer.status, { 'content-type': 'application/json', ...answer.headers });
        response.end(answer.body ?? '{}');
      });
    });
    await new Promise((done) => service.server.listen(0, '127.0.0.1', done));
    t.after(() => service.close());
    return service;
  }

  get origin() {
    return `http://127.0.0.1:${this.server.address().port}`;
  }
  close() {
    this.server.closeAllConnections();
    return new Promise((done) => this.server.close(done));
  }
  /** Waits until there are so many calls. */
  async until(count, limit_ms = 15_000) {
    const end = Date.now() + limit_ms;
    while (this.calls.length < count) {
      if (Date.now() > end) throw new Error(`only ${this.calls.length} of ${count} calls after ${limit_ms} ms`);
      await sleep(20);
    }
    return this.calls;
  }
}
