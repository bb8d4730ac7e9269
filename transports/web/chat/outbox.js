import { excess } from './text.js';

/**
 * What the visitor said and the server has not stored yet, in order. One at a time is on its way, so that the
 * order holds; each keeps its id for good, so that nothing runs twice. Pure.
 *
 * An item: { id, kind: text, choice or erase, text, state: waiting, sending, sent or failed, … }. `sent` ones
 * wait for their own event.
 */
export class Outbox {
  items;

  constructor(items = []) {
    this.items = (Array.isArray(items) ? items : []).map((item) => ({ ...item, state: 'waiting' }));
  }

  add(item) {
    this.items.push({ state: 'waiting', ...item });
  }

  find(id) {
    return this.items.find((item) => item.id === id);
  }

  remove(id) {
    this.items = this.items.filter((item) => item.id !== id);
  }

  set_state(id, state) {
    const item = this.find(id);
    if (item) item.state = state;
  }

  /** The connection is gone: what was on its way must go again. */
  back_to_waiting() {
    for (const item of this.items) if (item.state === 'sending') item.state = 'waiting';
  }

  /** The item to send now, if nothing else is on its way. */
  next() {
    if (this.items.some((item) => item.state === 'sending')) return undefined;
    return this.items.find((item) => item.state === 'waiting');
  }

  /** What must outlive a reload. */
  unsent() {
    return this.items.filter((item) => item.state !== 'sent');
  }

  /** The conversation is gone: words are kept for the next one, answers to its questions are not. */
  for_a_new_conversation() {
    this.items = this.items.filter((item) => item.kind === 'text' && item.state !== 'sent');
    this.back_to_waiting();
  }
}

export function frame_of({ kind, id, text, prompt_seq, value }) {
  if (kind === 'erase') return { t: 'erase', id, confirm: true };
  if (kind === 'choice') return { t: 'choice', id, prompt_seq, value };
  return { t: 'message', id, text };
}

/** Whether a text can be sent at all. */
export const sendable = (text, limits) => text.trim() !== '' && excess(text, limits) === 0;
