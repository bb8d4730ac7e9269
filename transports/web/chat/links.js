/** Links: web addresses, and the numbers of the crisis card. Pure. */

const digits = (text) => text.replace(/\D/g, '');
const is_number = (text) => /^\+?[\d\s().-]{2,24}$/.test(text) && digits(text).length >= 2;

/** A phone number as the target of a link, or an empty string. */
export const tel_link = (number) => (is_number(number) ? `tel:${number.replace(/[^\d+]/g, '')}` : '');
export const sms_link = (number) => (is_number(number) ? `sms:${number.replace(/[^\d+]/g, '')}` : '');

/** A web address, or an empty string: nothing but http and https. */
export function web_link(address) {
  try {
    const url = new URL(address);
    return url.protocol === 'https:' || url.protocol === 'http:' ? url.href : '';
  } catch {
    return '';
  }
}

function target_of(piece, items) {
  const number = digits(piece);
  if (/[a-z]/i.test(piece)) return web_link(piece);
  const same = (other) => other && digits(other) === number;
  const tel = items.find((item) => same(item.tel))?.tel;
  return tel ? tel_link(tel) : sms_link(items.find((item) => same(item.sms))?.sms ?? '');
}

/** A text in pieces, `{ text, href? }`. Only numbers that the card has become links. */
export function linked(text, items) {
  const pieces = [];
  let done = 0;
  for (const found of text.matchAll(/https?:\/\/[^\s]+[^\s.,;:!?)]|\+?\d[\d().-]*(?: \d[\d().-]*)*\d/g)) {
    const href = target_of(found[0], items);
    if (!href) continue;
    if (found.index > done) pieces.push({ text: text.slice(done, found.index) });
    pieces.push({ text: found[0], href });
    done = found.index + found[0].length;
  }
  if (done < text.length) pieces.push({ text: text.slice(done) });
  return pieces;
}
