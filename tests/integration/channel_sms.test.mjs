// SMS: webhooks signed by Twilio's own helper, our calls as Twilio would take them.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { createRequire } from 'node:module';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Server, run, temporary_folder } from './support/server.mjs';
import { Service } from './support/service.mjs';

const twilio = createRequire(import.meta.url)('twilio');
const auth = '12345secret';
const public_url = 'https://clinic.example';
let number = 0;

async function start(t) {
  const service = await Service.start(t);
  service.otherwise = () => ({ status: 201, body: '{"sid":"SMx","status":"queued"}' });
  const server = await Server.start(t, {
    args: ['--channel', 'sms', '--public-url', public_url],
    env: { ATTUNE_SMS_ACCOUNT: 'AC00', ATTUNE_SMS_AUTH_TOKEN: auth, ATTUNE_SMS_FROM: '+15550009999', ATTUNE_SMS_API: service.origin },
  });
  const post = (Body, { sid = `SM${++number}`, signature, url = `${public_url}/channels/sms`, from = '+15551230000', more = {} } = {}) => {
    const params = { MessageSid: sid, AccountSid: 'AC00', From: from, To: '+15550009999', Body, NumMedia: '0', ...more };
    return fetch(`${server.origin}/channels/sms`, {
      method: 'POST',
      headers: { 'x-twilio-signature': signature ?? twilio.getExpectedTwilioSignature(auth, url, params) },
      body: new URLSearchParams(params),
    });
  };
  return { service, server, post };
}

const bodies = (service) => service.calls.map((call) => new URLSearchParams(call.body).get('Body'));

test('a text is answered through the API: one message a turn, choices numbered, plain letters', async (t) => {
  const { service, post } = await start(t);
  const answer = await post('hello');
  assert.equal(answer.status, 200);
  assert.equal(answer.headers.get('content-type'), 'text/xml; charset=utf-8');
  assert.equal(await answer.text(), '<?xml version="1.0" encoding="UTF-8"?><Response/>');
  await service.until(1);
  await sleep(300);
  assert.equal(service.calls.length, 1);
  const [call] = service.calls;
  assert.equal(call.path, '/2010-04-01/Accounts/AC00/Messages.json');
  assert.equal(call.headers.authorization, 'Basic ' + Buffer.from(`AC00:${auth}`).toString('base64'));
  const params = new URLSearchParams(call.body);
  assert.equal(params.get('To'), '+15551230000');
  assert.equal(params.get('From'), '+15550009999');
  assert.match(params.get('Body'), /computer program/);
  assert.match(params.get('Body'), /\n1\. /);
  assert.match(params.get('Body'), /Reply with a number/);
  assert.doesNotMatch(params.get('Body'), /[\u2018-\u201d\u2013\u2014\u2026]/);
  assert.ok(params.get('Body').length <= 1600);
  await post('2');
  await service.until(2);
  assert.notEqual(bodies(service)[1], bodies(service)[0]);
});

test('the crisis reply comes whole, each number beside its line', async (t) => {
  const { service, post } = await start(t);
  await post('I want it all to stop, I want to kill myself');
  await service.until(1);
  assert.match(bodies(service)[0], /call or text 988/);
  assert.match(bodies(service)[0], /text HOME to 741741/);
});

test('wrong, missing and foreign signatures are refused, and a change to what was signed', async (t) => {
  const { service, post } = await start(t);
  assert.equal((await post('menu', { signature: '' })).status, 403);
  assert.equal((await post('menu', { signature: 'AAAA' })).status, 403);
  assert.equal((await post('menu', { url: 'https://evil.example/channels/sms' })).status, 403);
  const params = { MessageSid: 'SM1', From: '+1', Body: 'menu' };
  const signed = twilio.getExpectedTwilioSignature(auth, `${public_url}/channels/sms`, params);
  assert.equal((await post('other', { signature: signed })).status, 403);
  await sleep(200);
  assert.equal(service.calls.length, 0);
});

test('STOP, HELP and START as the whole message never reach the dialog; nothing goes to who said STOP', async (t) => {
  const { service, post, server } = await start(t);
  await post('HELP');
  await service.until(1);
  assert.match(bodies(service)[0], /To stop, reply STOP/);
  await post(' Stop. ');
  await service.until(2);
  assert.match(bodies(service)[1], /no more messages/);
  await post('menu');
  await post('STOP');
  await server.restart();
  await post('menu');
  await sleep(300);
  assert.equal(service.calls.length, 2);
  await post('YES');
  await service.until(3);
  assert.match(bodies(service)[2], /Welcome back/);
  await post('menu');
  await service.until(4);
});

test('error 21610 puts the number on our own list', async (t) => {
  const { service, post, server } = await start(t);
  service.script = [{ status: 400, body: '{"code":21610,"message":"Attempt to send to unsubscribed recipient","status":400}' }];
  await post('menu');
  await service.until(1);
  await sleep(300);
  assert.match(server.output, /event=dead_letter/);
  await post('menu');
  await sleep(300);
  assert.equal(service.calls.length, 1);
  await server.stop();
  const { code, output } = await run(['channels', 'dead', '--db', server.db]);
  assert.equal(code, 0, output);
  assert.match(output, /sms {2}number \d+ {2}opted_out {2}status 400/);
  assert.doesNotMatch(output, /\+1555|hello/, 'neither whom nor what');
});

test('no number and no word of a person stands in the log', async (t) => {
  const { service, post, server } = await start(t);
  service.script = [{ status: 500 }, { status: 400 }];
  await post('sunflower');
  await post('sunflower', { signature: 'x' });
  await service.until(2);
  await sleep(300);
  assert.doesNotMatch(server.output, /sunflower|5551230000|12345secret/);
});

test('what Twilio has answered by itself is noted and not answered again', async (t) => {
  const { service, post } = await start(t);
  await post('Arrêt', { more: { OptOutType: 'STOP' } });
  await post('hello');
  await sleep(300);
  assert.equal(service.calls.length, 0);
  await post('Encore', { more: { OptOutType: 'START' } });
  await post('hello');
  await service.until(1);
  assert.doesNotMatch(bodies(service)[0], /Welcome back/);
});

test('a bot without words for STOP is not served by text message', async (t) => {
  const folder = join(temporary_folder(t), 'bot');
  await run(['new', folder]);
  const file = join(folder, 'bot.yaml');
  const whole = readFileSync(file, 'utf8');
  writeFileSync(file, whole.slice(0, whole.indexOf('channel_lines:')));
  const env = { ATTUNE_SMS_ACCOUNT: 'AC00', ATTUNE_SMS_AUTH_TOKEN: auth, ATTUNE_SMS_FROM: '+15550009999' };
  const args = ['serve', '--bot', folder, '--store', 'memory', '--port', '0', '--channel', 'sms', '--public-url', public_url];
  const { code, output } = await run(args, { env });
  assert.equal(code, 3, output);
  assert.match(output, /channel_lines/);
});
