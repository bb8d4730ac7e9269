// A stand-in for the server: the real pages, and attune.v1 with a short canned conversation. It does what a real
// one must not: drops, repeats and garbles at a word. For what the widget does then.
import { createServer } from 'node:http';
import { readFileSync, statSync } from 'node:fs';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { WebSocketServer } from 'ws';

const web = fileURLToPath(new URL('../../../transports/web/', import.meta.url));
const types = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript; charset=utf-8', '.css': 'text/css; charset=utf-8', '.svg': 'image/svg+xml' };
const policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'";
export const crisis = {
  title: 'Help right now',
  items: [
    { label: 'Emergency: call 911', tel: '911' },
    { label: '988 Lifeline: call or text 988', tel: '988', sms: '988', url: 'https://chat.988lifeline.example' },
    { label: 'A hostile line', url: 'javascript:alert(1)' },
  ],
};

const buttons = (seq, labels, multi = false) => ({
  id: `c${seq}`, style: 'buttons', multi, free_text: true,
  items: labels.map((label) => ({ value: label.toLowerCase().replaceAll(' ', '_'), label })),
});

/** What the bot answers: a list of { text, choices?, multi?, severity?, takeaway? }. */
function answers(text) {
  if (/signs/i.test(text)) return [{ text: 'Does any of this sound familiar?', choices: ['Trust feels hard', 'Fear of closeness', 'Feeling numb'], multi: true }];
  if (/trust|none|numb|closeness/i.test(text)) return [{ text: 'Thank you.\n\nYour list:\n• one\n• two' }, { text: 'What next?', choices: ['Basics', 'Signs'] }];
  if (/hopeless/i.test(text)) return [{ text: 'I am glad you wrote. In danger, call 911.\n• Call or text 988\n• Not a known number: 12345', severity: 'crisis' }];
  if (/summary/i.test(text)) return [{ text: 'Your summary\n\nSigns:\n• **Trust** feels hard\n• See https://clinic.example/list', takeaway: true }, { text: 'The clinic: 555-0142', takeaway: true, choices: ['Basics', 'Signs'] }];
  if (/español/i.test(text)) return [{ text: 'Muy bien, seguimos en español.', lang: 'es' }, { text: '¿A dónde vamos?', lang: 'es', choices: ['Señales'] }];
  if (/in english/i.test(text)) return [{ text: 'All right, we go on in English.', lang: 'en', choices: ['Basics', 'Signs'] }];
  if (/nothing new/i.test(text)) return [{ text: 'I see.' }];
  if (/markup/i.test(text)) return [{ text: '<img src=x onerror="document.title=1"><script>document.title=1</script> \u202Eevil' }];
  return [{ text: 'Attachment is the bond to the people we rely on.' }, { text: 'Where shall we go?', choices: ['Basics', 'Signs'] }];
}

class Session {
  constructor(id) {
    this.id = id;
    this.tokens = 0;
    this.events = [];
    this.ids = new Map();
    this.sockets = new Set();
    this.log({ from: 'bot', text: 'Hello. I am an automated guide.' });
    this.log({ from: 'bot', text: 'Where shall we begin?', choices: ['Basics', 'Signs'] });
  }

  get token() {
    return `token${this.tokens}`;
  }

  log({ choices, multi, ...event }) {
    const seq = this.events.length + 1;
    const full = { t: 'message', seq, at: 1764000000000 + seq * 60_000, format: 'plain', dir: 'auto', severity: 'normal', ...event };
    if (choices) full.choices = buttons(seq, choices, multi);
    this.events.push(full);
    for (const socket of this.sockets) send(socket, full);
    return full;
  }
}

const send = (socket, frame) => socket.send(typeof frame === 'string' ? frame : JSON.stringify(frame));

export class FakeServer {
  sessions = new Map();
  frames = []; // everything the clients sent
  requests = [];
  refuse_once = null; // an error to answer the next message with, instead of taking it
  shut = false; // takes no WebSocket
  deaf = false; // takes messages and answers nothing
  policy = policy;
  disclosure = 'I am a computer program, not a person.';

  static async start(port = 0) {
    const server = new FakeServer();
    await server.listen(port);
    return server;
  }

  async listen(port = 0) {
    this.http = createServer((request, response) => this.#page(request, response));
    this.ws = new WebSocketServer({ server: this.http, path: '/v1/ws', verifyClient: () => !this.shut, handleProtocols: (offered) => offered.has('attune.v1') && 'attune.v1' });
    this.ws.on('connection', (socket) => this.#connected(socket));
    await new Promise((done) => this.http.listen(port, '127.0.0.1', done));
    this.port = this.http.address().port;
    this.origin = `http://127.0.0.1:${this.port}`;
  }

  /** Goes away, as with the power off. `listen(port)` brings it back with all it had. */
  async stop() {
    this.drop();
    this.http.closeAllConnections();
    await new Promise((done) => this.http.close(done));
  }

  drop(code) {
    for (const socket of this.ws.clients) code ? socket.close(code) : socket.terminate();
  }

  broadcast(frame) {
    for (const socket of this.ws.clients) send(socket, frame);
  }

  get session() {
    return [...this.sessions.values()].at(-1);
  }

  #page(request, response) {
    this.requests.push(request.url);
    const { pathname } = new URL(request.url, 'http://x');
    const name = pathname === '/' ? 'index.html' : pathname.slice(1);
    try {
      const [file, content] = this.#find(name);
      const headers = { 'content-type': types[extname(file)], 'content-security-policy': this.policy, 'cache-control': 'no-cache' };
      if (file.endsWith('.js')) headers['access-control-allow-origin'] = '*';
      response.writeHead(200, headers);
      response.end(content);
    } catch {
      response.writeHead(404).end();
    }
  }

  /** As the server does: a page by its name, with or without its ending; the modules as they are written. */
  #find(name) {
    for (const file of [name, `${name}.html`]) {
      if (this.pages?.[file]) return [file, this.pages[file]];
      for (const folder of ['pages/', '']) if (statSync(web + folder + file, { throwIfNoEntry: false })?.isFile()) return [file, readFileSync(web + folder + file)];
    }
    throw new Error(name);
  }

  #connected(socket) {
    let session = null;
    socket.on('message', (data) => {
      const frame = JSON.parse(data);
      this.frames.push(frame);
      if (frame.t === 'hello') session = this.#hello(socket, frame);
      else this.#take(socket, session, frame);
    });
    socket.on('close', () => session?.sockets.delete(socket));
  }

  #hello(socket, { session: asked }) {
    const known = asked && this.sessions.get(asked.id);
    if (asked && !known) return socket.close(4404);
    const session = known ?? new Session(`s${this.sessions.size + 1}`);
    this.sessions.set(session.id, session);
    session.tokens += 1;
    send(socket, {
      t: 'welcome', v: 1, session: { id: session.id, resume_token: session.token, expires_at: 0 }, resumed: Boolean(known),
      seq: session.events.length, oldest_seq: 1, gap: false, bot: { name: 'Harbor guide', disclosure: this.disclosure },
      limits: { bytes: 16384, text: 4000 }, heartbeat_ms: 25000, crisis, server: { name: 'fake', version: '0' },
    });
    for (const event of session.events.slice(known ? asked.last_seq : 0)) send(socket, event);
    session.sockets.add(socket);
    return session;
  }

  #take(socket, session, frame) {
    if (this.deaf) return;
    if (frame.t === 'ping') return send(socket, { t: 'pong', n: frame.n, at: 0 });
    if (frame.t === 'history') return this.#history(socket, session, frame);
    if (this.refuse_once) {
      send(socket, { t: 'error', id: frame.id, fatal: false, text: 'refused', ...this.refuse_once });
      this.refuse_once = null;
      return;
    }
    if (frame.t === 'erase') return this.#erase(socket, session, frame);
    const seen = session.ids.get(frame.id);
    if (!seen) this.#run(session, frame);
    send(socket, { t: 'accepted', id: frame.id, seq: session.ids.get(frame.id), at: 0, dup: Boolean(seen) });
  }

  #history(socket, session, { id, before_seq = Infinity, limit }) {
    const earlier = session.events.filter((event) => event.seq < before_seq);
    send(socket, { t: 'history', id, events: earlier.slice(-limit), more: earlier.length > limit });
  }

  #run(session, frame) {
    const items = session.events[frame.prompt_seq - 1]?.choices?.items ?? [];
    const labels = items.filter((item) => [frame.value].flat().includes(item.value)).map((item) => item.label);
    const text = frame.t === 'choice' ? labels.join(', ') || 'None of these' : frame.text;
    session.ids.set(frame.id, session.log({ from: 'user', id: frame.id, text }).seq);
    for (const answer of answers(text)) session.log({ from: 'bot', ...answer });
  }

  #erase(socket, session, { id }) {
    send(socket, { t: 'accepted', id, seq: session.events.length, at: 0, dup: false });
    this.sessions.delete(session.id);
    socket.close(4410);
  }
}
