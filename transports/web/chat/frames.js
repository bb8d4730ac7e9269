/**
 * What the server sends, checked. Nothing else of the widget sees raw JSON: a field that is missing or of the
 * wrong type becomes a harmless one, a frame that makes no sense becomes null. Pure.
 */
const limits = { text: 20_000, label: 300, choices: 64, lines: 20 };
const turns_text_around = /[\u202a-\u202e\u2066-\u2069]/g; // could make a number read backwards

const is_object = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);
const string = (value, most = limits.label) => (typeof value === 'string' ? value.slice(0, most).replace(turns_text_around, '') : '');
const tag = (value) => (/^[A-Za-z0-9-]{2,35}$/.test(value) ? value : '');
const whole = (value) => (Number.isSafeInteger(value) && value >= 0 ? value : 0);
const list = (value, most) => (Array.isArray(value) ? value.filter(is_object).slice(0, most) : []);

function choices(raw) {
  if (!is_object(raw)) return null;
  const items = list(raw.items, limits.choices)
    .map((item) => ({ value: string(item.value), label: string(item.label), chosen: item.chosen === true }))
    .filter((item) => item.value && item.label);
  return items.length ? { multi: raw.multi === true, items } : null;
}

function crisis(raw) {
  const source = is_object(raw) ? raw : {};
  const items = list(source.items, limits.lines).map((item) => ({
    label: string(item.label), tel: string(item.tel), sms: string(item.sms), url: string(item.url, 2000),
  }));
  return { title: string(source.title), items: items.filter((item) => item.label) };
}

const events = {
  message: (raw) => ({
    from: raw.from === 'user' ? 'user' : 'bot',
    id: string(raw.id),
    text: string(raw.text, limits.text),
    lang: tag(raw.lang),
    at: whole(raw.at),
    crisis: raw.severity === 'crisis',
    takeaway: raw.takeaway === true,
    choices: choices(raw.choices),
  }),
  ended: (raw) => ({ reason: string(raw.reason) }),
  notice: (raw) => ({ text: string(raw.text, limits.text) }),
};

/** A durable event, or null. A type that is not known keeps its place in the order as `other`. */
export function read_event(raw) {
  if (!is_object(raw) || whole(raw.seq) < 1) return null;
  const known = Object.hasOwn(events, raw.t);
  return { t: known ? raw.t : 'other', seq: raw.seq, ...(known ? events[raw.t](raw) : {}) };
}

const frames = {
  welcome: (raw) => {
    if (!is_object(raw.session) || !raw.session.id || !raw.session.resume_token) return null;
    const bot = is_object(raw.bot) ? raw.bot : {};
    const most = is_object(raw.limits) ? raw.limits : {};
    return {
      session: { id: String(raw.session.id), resume_token: String(raw.session.resume_token) },
      resumed: raw.resumed === true,
      gap: raw.gap === true,
      heartbeat_ms: Math.max(whole(raw.heartbeat_ms) || 25_000, 1000),
      card: {
        name: string(bot.name),
        disclosure: string(bot.disclosure, 500),
        crisis: crisis(raw.crisis),
        limits: { text: whole(most.text) || 4000, bytes: whole(most.bytes) || 16_384 },
      },
    };
  },
  accepted: (raw) => ({ id: string(raw.id) }),
  typing: (raw) => ({ on: raw.on === true, ttl_ms: Math.min(whole(raw.ttl_ms) || 5000, 30_000) }),
  history: (raw) => ({
    id: string(raw.id),
    events: (Array.isArray(raw.events) ? raw.events : []).map(read_event).filter(Boolean),
    more: raw.more === true,
  }),
  pong: () => ({}),
  going_away: (raw) => ({ reconnect_after_ms: Math.min(whole(raw.reconnect_after_ms), 60_000) }),
  error: (raw) => ({ id: string(raw.id), code: string(raw.code), retry_after_ms: Math.min(whole(raw.retry_after_ms), 60_000) }),
};

/** One text frame: an event, another frame of attune.v1, or null. Never throws. */
export function read_frame(data) {
  let raw = null;
  try {
    raw = JSON.parse(data);
  } catch {
    return null;
  }
  if (!is_object(raw)) return null;
  if (!Object.hasOwn(frames, raw.t)) return read_event(raw);
  const frame = frames[raw.t](raw);
  return frame && { t: raw.t, ...frame };
}
