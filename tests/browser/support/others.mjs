// Pages with other people's chat widgets, and a line between them and our server that can be cut.
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { connect, createServer as listen } from 'node:net';
import { dirname, join } from 'node:path';

const require = createRequire(import.meta.url);

/** A file of an installed package, wherever its `exports` point. */
function file_of(name, path) {
  const folder = require.resolve.paths(name).map((root) => join(root, name)).find((one) => {
    try {
      return readFileSync(join(one, 'package.json'));
    } catch {
      return false;
    }
  });
  if (!folder) throw new Error(`${name} is not installed: npm ci --ignore-scripts in tests/`);
  return readFileSync(join(folder, path));
}

/** One page at `/`, with the widget's script at `/widget.js`. */
export async function page_with_widget(t, { name, path, body }) {
  const script = file_of(name, path);
  const page = `<!doctype html><html lang=en><meta charset=utf-8><title>A page</title><style>html,body,#chat{height:100%;margin:0}</style><div id=chat></div><script src=/widget.js></script>${body}`;
  const server = createServer((request, response) => {
    const is_script = request.url === '/widget.js';
    response.setHeader('content-type', is_script ? 'text/javascript; charset=utf-8' : 'text/html; charset=utf-8');
    response.end(is_script ? script : request.url === '/' ? page : '');
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  t.after(() => {
    server.closeAllConnections();
    return new Promise((done) => server.close(done));
  });
  return `http://127.0.0.1:${server.address().port}`;
}

/** Between a client and the server: what goes through can be cut, and shut for a while. */
export class Line {
  open = new Set();
  shut = false;

  static async start(t) {
    const line = new Line();
    line.server = listen((client) => {
      if (line.shut || !line.port_behind) return client.destroy();
      const server = connect(line.port_behind, '127.0.0.1');
      for (const [from, to] of [[client, server], [server, client]]) {
        line.open.add(from);
        from.pipe(to);
        from.on('error', () => {});
        from.on('close', () => {
          line.open.delete(from);
          to.destroy();
        });
      }
    });
    await new Promise((done) => line.server.listen(0, '127.0.0.1', done));
    t.after(() => {
      line.cut();
      return new Promise((done) => line.server.close(done));
    });
    return line;
  }
  get origin() {
    return `http://127.0.0.1:${this.server.address().port}`;
  }
  cut() {
    for (const socket of this.open) socket.destroy();
  }
}
