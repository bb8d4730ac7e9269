// Bytes on a plain socket, for requests that no decent HTTP client would send.
import net from 'node:net';

/** Sends `text` (or each part of a list, with pauses) and answers all that came until the end or the limit. */
export function raw_request(server, text, { limit_ms = 5000, pause_ms = 50, until = () => false } = {}) {
  return new Promise((done) => {
    const socket = net.connect(server.port, '127.0.0.1');
    const started = Date.now();
    let answer = '';
    const end = (how) => {
      clearTimeout(timer);
      socket.destroy();
      done({ answer, status: Number(/^HTTP\/1\.\d (\d{3})/.exec(answer)?.[1] ?? 0), how, after_ms: Date.now() - started });
    };
    const timer = setTimeout(() => end('limit'), limit_ms);
    socket.on('data', (data) => {
      answer += data.toString('latin1');
      if (until(answer)) end('until');
    });
    socket.on('close', () => end('closed'));
    socket.on('error', () => {});
    const parts = [text].flat();
    const send = (i) => {
      if (i === parts.length || socket.destroyed) return;
      socket.write(Buffer.from(parts[i], 'latin1'));
      setTimeout(send, pause_ms, i + 1);
    };
    socket.on('connect', () => send(0));
  });
}

export const has_head = (answer) => answer.includes('\r\n\r\n');
