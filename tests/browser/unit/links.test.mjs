import assert from 'node:assert/strict';
import { test } from 'node:test';
import { linked, sms_link, tel_link, web_link } from '../../../transports/web/chat/links.js';

const card = [
  { label: 'Emergency', tel: '911' },
  { label: 'Text', sms: '741741' },
  { label: 'Hotline', tel: '18007997233', url: 'https://help.example/now' },
];
const hrefs = (text) => linked(text, card).filter((piece) => piece.href).map(({ text: shown, href }) => [shown, href]);

test('web addresses, and numbers of the card, become links; other numbers stay text', () => {
  assert.deepEqual(hrefs('Call 911.'), [['911', 'tel:911']]);
  assert.deepEqual(hrefs('text HOME to 741741, or call 1-800-799-7233'), [['741741', 'sms:741741'], ['1-800-799-7233', 'tel:18007997233']]);
  assert.deepEqual(hrefs('see https://help.example/now, or https://evil.example'), [['https://help.example/now', 'https://help.example/now'], ['https://evil.example', 'https://evil.example/']]);
  assert.deepEqual(hrefs('9111 or 12 or 2026'), []);
});

test('nothing of a text is lost', () => {
  for (const text of ['', 'Call 911', '911', 'a 911 b 741741 c', '+1 (800) 799-7233!']) {
    assert.equal(linked(text, card).map((piece) => piece.text).join(''), text);
  }
});

test('only numbers can be called and only the web can be visited', () => {
  assert.equal(tel_link('1-800 (799) 7233'), 'tel:18007997233');
  assert.equal(tel_link('+44 20 1'), 'tel:+44201');
  assert.equal(tel_link('javascript:1'), '');
  assert.equal(sms_link(''), '');
  for (const address of ['javascript:alert(1)', 'data:text/html,x', 'nonsense', '', undefined]) assert.equal(web_link(address), '');
});
