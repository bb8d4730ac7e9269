// The chat on pages of others: strict policies, other origins, frames, several at once, modes, what the page can ask
// and hear, and what stands there when nothing works.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { chat_of, check_accessibility, mobile, open_page, picture } from './support/browser.mjs';
import { FakeServer } from './support/fake_server.mjs';
import { packed } from './support/packed.mjs';
import { at_fake, eventually, shared_browser } from './support/shared.mjs';

const browser = shared_browser();
const strict = "default-src 'self'; style-src 'self'; script-src 'self'; require-trusted-types-for 'script'";
const page_with = (chat, src = '/attune-chat.js', head = '') =>
  ({ 'index.html': `<!doctype html><html lang=en><meta name=viewport content="width=device-width"><title>A page</title>${head}<script type=module src=${src}></script><main><h1>A page</h1>${chat}</main>`, 'look.css': look });
const look = 'attune-chat { --attune-accent: rgb(200, 220, 120); --attune-on-accent: #111; --attune-radius: 3px; }';
const start = (t, chat, options = {}, prepare = () => {}, head = '') => at_fake(browser, t, options, page_with(chat, undefined, head), prepare);

test('a strict policy is enough, with trusted types, in every mode', async (t) => {
  for (const mode of ['inline', 'launcher', 'page']) {
    const { page, chat } = await start(t, `<attune-chat mode=${mode}></attune-chat>`, {}, (server) => (server.policy = strict));
    if (mode === 'launcher') await chat.button('Chat with our guide').click();
    await chat.say('summary');
    await chat.sees('The clinic');
    await chat.say('it is hopeless');
    await chat.sees('I am glad you wrote.');
    await check_accessibility(page, mode);
  }
});

test('from another origin, under a policy that names it, with a hash', async (t) => {
  const script = packed();
  const hash = createHash('sha384').update(script).digest('base64');
  const clinic = await FakeServer.start();
  const chat_server = await FakeServer.start();
  t.after(() => Promise.all([clinic.stop(), chat_server.stop()]));
  clinic.policy = `default-src 'none'; script-src ${chat_server.origin}; connect-src ${chat_server.origin.replace('http', 'ws')}`;
  clinic.pages = page_with('<attune-chat></attune-chat>', `${chat_server.origin}/attune-chat.js integrity=sha384-${hash} crossorigin`);
  chat_server.pages = { 'attune-chat.js': script };
  const page = await open_page(t, browser.current, `${clinic.origin}/`, { friends: [chat_server.origin] });
  const chat = chat_of(page);
  await chat.choice('Basics').click();
  await chat.sees('Where shall we go?');
  assert.equal(clinic.sessions.size, 0);
  assert.equal(chat_server.sessions.size, 1);
});

test('in a frame, in Spanish, with the way out for the whole page', async (t) => {
  const pages = { 'index.html': '<!doctype html><html lang=en><title>Around</title><main><h1>Around</h1><iframe title=Chat width=400 height=600 src="/chat?lang=es&exit-url=https://evil.example/&onclick=alert(1)"></iframe></main>', 'away.html': '<!doctype html><title>Away</title>' };
  const { server, page } = await at_fake(browser, t, {}, pages, (server) => (server.policy = "default-src 'self'"));
  const frame = page.frameLocator('iframe');
  await frame.getByText('Where shall we begin?').waitFor();
  await frame.getByRole('textbox', { name: 'Tu mensaje' }).waitFor();
  const element = frame.locator('attune-chat');
  assert.equal(await element.getAttribute('exit-url'), null);
  assert.equal(await element.getAttribute('onclick'), null);
  await check_accessibility(page, 'in a frame');
  await element.evaluate((chat, url) => chat.setAttribute('exit-url', url), `${server.origin}/away`);
  await page.evaluate(() => addEventListener('message', ({ data }) => (document.title = data)));
  await frame.getByRole('button', { name: 'Salir de esta página' }).click();
  await page.waitForURL('**/away');
});

test('several on one page: each its own conversation, or the same one twice', async (t) => {
  const { server, page } = await start(t, '<attune-chat id=a></attune-chat><attune-chat id=b></attune-chat>');
  const logs = page.getByRole('log');
  for (const i of [0, 1]) await logs.nth(i).getByText('Where shall we begin?').waitFor();
  assert.equal(server.sessions.size, 2);
  await logs.nth(0).getByRole('button', { name: 'Basics' }).click();
  await logs.nth(0).getByText('Where shall we go?').waitFor();
  assert.equal(await logs.nth(1).getByText('Where shall we go?').count(), 0);
  await page.reload();
  await logs.nth(0).getByText('Where shall we go?').waitFor();
  assert.equal(server.sessions.size, 2);
});

test('a launcher counts what came while it was closed, and greets once', async (t) => {
  const { server, page, chat } = await start(t, '<attune-chat mode=launcher greeting="Questions? Ask." label="Guide"></attune-chat>');
  await page.getByText('Questions? Ask.').waitFor();
  await check_accessibility(page, 'greeting beside the launcher');
  await picture(page, 'greeting');
  await chat.button('Dismiss').click();
  await page.reload();
  await chat.button('Guide').waitFor();
  assert.equal(await page.getByText('Questions? Ask.').count(), 0);
  await chat.button('Guide').click();
  await chat.sees('Where shall we begin?');
  await chat.button('Close the chat').click();
  server.session.log({ from: 'bot', text: 'Still here.' });
  server.session.log({ from: 'bot', text: 'Take your time.' });
  await chat.button('Guide 2 new').waitFor();
  await check_accessibility(page, 'unread');
  assert.equal(await page.evaluate(() => document.querySelector('attune-chat').unread), 2);
  await chat.button('Guide 2 new').click();
  await chat.sees('Take your time.');
  await chat.button('Close the chat').click();
  await chat.button('Guide').waitFor();
});

test('the page around can ask and hear, and never hears what was said', async (t) => {
  const { page, chat } = await start(t, '<attune-chat mode=launcher></attune-chat>');
  await page.evaluate(() => {
    globalThis.heard = [];
    for (const name of ['open', 'close', 'message', 'state', 'unread']) document.addEventListener(`attune-${name}`, ({ type, detail }) => heard.push([type, detail]));
  });
  await page.evaluate(() => document.querySelector('attune-chat').open());
  await chat.say('my secret');
  await chat.sees('Where shall we go?');
  await page.evaluate(() => document.querySelector('attune-chat').speak('es'));
  await page.getByRole('textbox', { name: 'Tu mensaje' }).waitFor();
  await chat.sees('¿A dónde vamos?');
  await page.evaluate(() => document.querySelector('attune-chat').close());
  await chat.button('Chatea con nuestra guía').waitFor();
  const heard = await page.evaluate(() => globalThis.heard);
  assert.deepEqual(heard.filter(([type]) => type === 'attune-message').map(([, { from }]) => from), ['bot', 'bot', 'user', 'bot', 'bot', 'user', 'bot', 'bot']);
  assert.equal(heard[0][0], 'attune-open');
  assert.ok(heard.some(([type]) => type === 'attune-close'));
  assert.ok(heard.some(([type, { state }]) => type === 'attune-state' && state === 'open'));
  assert.doesNotMatch(JSON.stringify(heard), /secret|Attachment|Hello/);
});

test('colors, side and theme are the page\'s to choose', async (t) => {
  const { page, chat } = await start(t, '<attune-chat mode=launcher position=start theme=dark></attune-chat>', {}, () => {}, '<link rel=stylesheet href=look.css>');
  const button = chat.button('Chat with our guide');
  await button.waitFor();
  assert.equal(await button.evaluate((element) => getComputedStyle(element).backgroundColor), 'rgb(200, 220, 120)');
  assert.ok((await button.boundingBox()).x < 100);
  await button.click();
  await chat.sees('Where shall we begin?');
  assert.equal(await page.locator('.frame').evaluate((frame) => getComputedStyle(frame).backgroundColor), 'rgb(22, 28, 28)');
  await check_accessibility(page, 'own colors');
});

test('while the chat is in sight the page can go under another name', async (t) => {
  const { page, chat } = await start(t, '<attune-chat mode=launcher neutral-title="Recipes" neutral-icon="/plain.svg"></attune-chat>', {}, () => {}, '<link rel=icon href=/harbor.svg>');
  const icon = () => page.evaluate(() => new URL(document.querySelector('link[rel=icon]').href).pathname);
  await chat.button('Chat with our guide').click();
  assert.equal(await page.title(), 'Recipes');
  assert.equal(await icon(), '/plain.svg');
  await chat.button('Close the chat').click();
  assert.equal(await page.title(), 'A page');
  assert.equal(await icon(), '/harbor.svg');
});

test('where the script cannot be loaded, help stands in the page', async (t) => {
  const { page } = await at_fake(browser, t, { viewport: mobile }, page_with('<attune-chat mode=launcher><p>In danger, call <a href="tel:911">911</a>.</p></attune-chat>', '/gone.js'));
  assert.ok(await page.getByRole('link', { name: '911' }).isVisible());
  const without_scripts = await at_fake(browser, t, { javaScriptEnabled: false });
  assert.ok(await without_scripts.page.getByText('In danger, call 911. To talk to someone now').first().isVisible());
});

test('the page around is not touched, and an element that goes comes back', async (t) => {
  const { server, page, chat } = await start(t, '<attune-chat></attune-chat>');
  await chat.sees('Where shall we begin?');
  assert.deepEqual(await page.evaluate(() => [document.head.querySelectorAll('style').length, document.adoptedStyleSheets.length, document.body.children.length]), [0, 0, 1]);
  await page.evaluate(() => {
    globalThis.chat = document.querySelector('attune-chat');
    globalThis.chat.remove();
  });
  await eventually(() => server.session.sockets.size === 0, 'hung up');
  await page.evaluate(() => document.querySelector('main').append(globalThis.chat));
  await chat.choice('Basics').click();
  await chat.sees('Where shall we go?');
  assert.equal(server.sessions.size, 1);
});

test('the demo site: three modes and how to embed, all without a barrier', async (t) => {
  const { server, page, chat } = await at_fake(browser, t);
  await chat.sees('Where shall we begin?');
  await picture(page, 'home');
  await page.getByRole('link', { name: 'Visit us' }).click();
  await page.getByText('Questions before your first visit?').waitFor();
  await check_accessibility(page, 'visit');
  await picture(page, 'visit-page');
  await chat.button('Chat with our guide').click();
  await chat.sees('Where shall we begin?');
  await picture(page, 'visit-open');
  await page.goto(`${server.origin}/chat`);
  await chat.sees('Where shall we begin?');
  await check_accessibility(page, 'full page');
  await picture(page, 'full-page');
  await page.goto(`${server.origin}/embed`);
  await check_accessibility(page, 'embed');
  await picture(page, 'embed');
});
