/** Texts as the widget shows them. Pure. */

/**
 * A bot's text as blocks: `{ list: [row, …] }` for rows that start with a bullet, `{ lines: [line, …] }` for a
 * paragraph. An empty line ends a paragraph.
 */
export function blocks(text) {
  const result = [];
  let open = null;
  for (const line of text.split(/\r?\n/)) {
    const row = /^\s*•\s*(.*)$/.exec(line);
    const kind = row ? 'list' : 'lines';
    if (!line.trim()) {
      open = null;
      continue;
    }
    if (!open?.[kind]) result.push((open = { [kind]: [] }));
    open[kind].push(row ? row[1] : line);
  }
  return result;
}

/** A line in pieces; every second one stands between two pairs of asterisks. */
export const bold_pieces = (line) => line.split(/\*\*(?=\S)([^*]+)\*\*/);

/** How much of a message is too much: characters over the limit, or 0. */
export function excess(text, { text: most, bytes }) {
  const over = [...text].length - most;
  if (over > 0) return over;
  const room_for_the_frame = 200;
  return Math.max(0, new TextEncoder().encode(JSON.stringify(text)).length - (bytes - room_for_the_frame));
}

const folded = (text) => text.trim().toLowerCase();

/** The values of `items` that a visitor's words name: one label, or several joined. */
export function named_values(items, multi, text) {
  let rest = folded(text);
  if (!multi) return items.filter((item) => folded(item.label) === rest).map((item) => item.value);
  const found = [];
  for (const item of [...items].sort((a, b) => b.label.length - a.label.length)) {
    if (!rest.includes(folded(item.label))) continue;
    rest = rest.replace(folded(item.label), '\n');
    found.push(item.value);
  }
  return found;
}
