// What makes the chat bearable for people in distress: keeping a summary, reading it one's own way, coming back later,
// leaving without a trace; by keyboard and by ear.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { chat_of, check_accessibility, mobile, picture } from './support/browser.mjs';
import { at_fake, eventually, shared_browser } from './support/shared.mjs';

const browser = shared_browser();
const start = (...what) => at_fake(browser, ...what);
const has_focus = (locator) => locator.evaluate((element) => element.getRootNode().activeElement === element);
const menu_item = async (chat, name) => {
  if (!(await chat.button('Start over').isVisible())) await chat.button('Menu').click();
  return chat.button(name);
};

test('a summary can be printed, copied and saved, under a name that tells nothing', async (t) => {
  const { page, chat } = await start(t, { permissions: ['clipboard-read', 'clipboard-write'], acceptDownloads: true });
  await page.addInitScript(() => (globalThis.print = () => (top.printed = document.body.innerText)));
  await page.reload();
  await chat.sees('Where shall we begin?');
  await chat.say('summary');
  await chat.sees('The clinic: 555-0142');
  assert.equal(await chat.button('Print').count(), 1, 'both bubbles share the actions');
  assert.deepEqual(await chat.log.locator('strong').allTextContents(), ['Trust']);
  assert.equal(await chat.log.getByRole('link', { name: 'https://clinic.example/list' }).getAttribute('rel'), 'noopener noreferrer');
  await check_accessibility(page, 'summary');
  await picture(page, 'takeaway');
  await chat.button('Print').click();
  await eventually(() => page.evaluate(() => globalThis.printed), 'printed');
  assert.match(await page.evaluate(() => globalThis.printed), /Your summary[^]*Trust feels hard[^]*The clinic/);
  await chat.button('Copy').click();
  await page.getByRole('status').getByText('Copied.').waitFor();
  assert.match(await page.evaluate(() => navigator.clipboard.readText()), /^Your summary\n\nSigns:\n• [^]*The clinic: 555-0142$/);
  for (const [name, file, content] of [['Save as text', 'notes.txt', /^Your summary/], ['Save as page', 'notes.html', /^<!doctype html>[^]*<strong[^>]*>Trust<\/strong>/]]) {
    const waiting = page.waitForEvent('download');
    await chat.button(name).click();
    const download = await waiting;
    assert.equal(download.suggestedFilename(), file);
    assert.match(readFileSync(await download.path(), 'utf8'), content);
  }
  await chat.say('hello');
  await chat.sees('Where shall we go?');
  assert.equal(await chat.button('Print').count(), 1);
});

test('text grows, times show on demand, and both stay over a reload', async (t) => {
  const { page, chat } = await start(t, { timezoneId: 'UTC', viewport: { width: 320, height: 640 } });
  await chat.sees('Where shall we begin?');
  const size = () => chat.bubbles.first().evaluate((bubble) => parseFloat(getComputedStyle(bubble).fontSize));
  const small = await size();
  await (await menu_item(chat, 'Text size: normal')).click();
  await chat.button('Text size: large').click();
  assert.ok((await size()) >= small * 1.5);
  assert.equal(await chat.log.locator('time').first().isVisible(), false);
  const times = await menu_item(chat, 'Show times');
  await times.click();
  assert.equal(await times.getAttribute('aria-pressed'), 'true');
  assert.match(await chat.log.locator('time').first().innerText(), /^\d+:\d\d/);
  await check_accessibility(page, 'large text and times');
  await page.reload();
  await chat.sees('Where shall we begin?');
  assert.ok((await size()) >= small * 1.5);
  assert.ok(await chat.log.locator('time').first().isVisible());
  assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= 320), 'no sideways scrolling');
  await picture(page, 'large-text');
});

test('another language: the words of the chat change at once, the conversation goes on in it, what was said stays', async (t) => {
  const { server, page, chat } = await start(t);
  await chat.choice('Basics').click();
  await chat.sees('Where shall we go?');
  assert.equal(server.frames.find((frame) => frame.t === 'hello').locale, 'en');
  await (await menu_item(chat, 'Español')).click();
  const input = page.getByRole('textbox', { name: 'Tu mensaje' });
  await input.waitFor();
  assert.ok(await has_focus(input));
  await eventually(() => server.frames.filter((frame) => frame.t === 'hello').at(-1).locale === 'es', 'told');
  await chat.button('Salir de esta página').waitFor();
  await chat.own.getByText('En español, por favor').waitFor();
  await chat.sees('Muy bien, seguimos en español.');
  assert.equal(await chat.bubbles.count(), 8);
  await check_accessibility(page, 'Spanish');
  await picture(page, 'spanish');
  await input.fill('hola');
  await input.press('Enter');
  await eventually(async () => (await chat.bubbles.count()) === 11, 'answered');
  await page.reload();
  await input.waitFor();
  await chat.button('Menú').click();
  await chat.button('English').click();
  await chat.input.waitFor();
  await chat.sees('All right, we go on in English.');
});

test('who asks the bot for another language gets the words around in it too, and keeps what stands written', async (t) => {
  const { server, page, chat } = await start(t);
  await chat.sees('Where shall we begin?');
  server.deaf = true;
  await chat.say('español');
  await chat.input.fill('not sent yet');
  server.deaf = false;
  server.drop();
  const input = page.getByRole('textbox', { name: 'Tu mensaje' });
  await input.waitFor();
  await chat.sees('¿A dónde vamos?');
  assert.equal(await input.inputValue(), 'not sent yet');
  assert.ok(await has_focus(input));
  await chat.button('Ayuda ahora').waitFor();
  const seqs = await chat.log.locator('[data-seq]').evaluateAll((rows) => rows.map((row) => Number(row.dataset.seq)));
  assert.deepEqual(seqs, [1, 2, 3, 4, 5]);
});

test('at 320 pixels, and enlarged to 200 and 400 percent, nothing is cut off and all is in reach', async (t) => {
  for (const viewport of [{ width: 320, height: 640 }, { width: 640, height: 450 }, { width: 320, height: 256 }]) {
    for (const mode of ['inline', 'launcher', 'page']) {
      const { page, chat } = await start(t, { viewport }, { 'index.html': `<!doctype html><html lang=en><meta name=viewport content="width=device-width"><title>A</title><script type=module src=/attune-chat.js></script><main><h1>A</h1><attune-chat mode=${mode} greeting="Welcome to our clinic, whenever you are ready."></attune-chat></main>` });
      if (mode === 'launcher') await chat.button('Chat with our guide').click();
      for (const text of ['signs', 'it is hopeless', 'summary', 'x'.repeat(300)]) await chat.say(text);
      await chat.sees('Where shall we go?');
      const name = `${mode} at ${viewport.width} × ${viewport.height}`;
      const wide = await page.evaluate(() => [document.documentElement, ...document.querySelector('attune-chat').shadowRoot.querySelectorAll('*')]
        .filter((element) => element.getBoundingClientRect().right > innerWidth + 1 && element.checkVisibility() && getComputedStyle(element).clipPath === 'none').map((element) => element.className || element.tagName));
      assert.deepEqual(wide, [], name);
      await picture(page, `reflow ${name}`);
      for (const button of ['Get help now', 'Leave this page', 'Send']) await chat.button(button).click({ trial: true });
    }
  }
});

test('a page in Spanish gets the chat in Spanish; languages can be limited', async (t) => {
  const { page, chat } = await start(t, {}, { 'index.html': '<!doctype html><html lang=es-MX><title>A</title><script type=module src=/attune-chat.js></script><main><h1>A</h1><attune-chat languages="es"></attune-chat></main>' });
  await chat.button('Menú').click();
  assert.equal(await chat.button('English').count(), 0);
  await page.getByRole('textbox', { name: 'Tu mensaje' }).waitFor();
});

test('nothing outlives the tab unless the visitor asks; then it can be undone', async (t) => {
  const { server, page, chat } = await start(t);
  const stored = () => page.evaluate(() => [sessionStorage.length, localStorage.length, document.cookie]);
  await chat.choice('Basics').click();
  await chat.sees('Where shall we go?');
  assert.deepEqual(await stored(), [1, 0, '']);
  await (await menu_item(chat, 'Continue later on this device')).click();
  assert.deepEqual(await stored(), [0, 1, '']);
  await page.evaluate(() => sessionStorage.clear());
  await page.reload(); // as another day
  await chat.sees('Where shall we go?');
  assert.equal(server.sessions.size, 1);
  const keep = await menu_item(chat, 'Continue later on this device');
  assert.equal(await keep.getAttribute('aria-pressed'), 'true');
  await keep.click();
  assert.deepEqual(await stored(), [1, 0, '']);
});

test('two tabs are one conversation, stay in step, and leave together', async (t) => {
  const { server, page, chat } = await start(t);
  await chat.choice('Basics').click();
  await chat.sees('Where shall we go?');
  const other_page = await page.context().newPage();
  await other_page.goto(`${server.origin}/`);
  const other = chat_of(other_page);
  await other.sees('Where shall we go?');
  assert.equal(server.sessions.size, 1);
  await other.choice('Signs').click();
  await chat.sees('Does any of this sound familiar?');
  assert.deepEqual(await chat.bubbles.allInnerTexts(), await other.bubbles.allInnerTexts());
  await chat.choice('Feeling numb').click();
  await chat.choice('Done').click();
  await other.sees('What next?');
  const hellos = () => server.frames.filter((frame) => frame.t === 'hello');
  server.drop();
  await eventually(() => hellos().length === 4, 'both came back');
  assert.ok(hellos().slice(2).every(({ session }) => session.resume_token !== 'token1'), 'with a token that either of them got');
  await other_page.evaluate(() => document.querySelector('attune-chat').setAttribute('exit-url', `${location.origin}/plain.svg`));
  await other.button('Leave this page').click();
  await page.getByText('This chat was closed in another tab.').waitFor();
  assert.equal(await chat.bubbles.count(), 0);
  assert.ok(!(await page.evaluate(() => Object.values(sessionStorage).join())).includes('token'));
});

test('what failed says so and can be sent again', async (t) => {
  const { server, page, chat } = await start(t);
  await chat.sees('Where shall we begin?');
  server.refuse_once = { code: 'bad_field' };
  await chat.say('hello');
  await chat.own.getByText('This could not be sent.').waitFor();
  await check_accessibility(page, 'failed');
  await chat.button('Try again').click();
  await chat.sees('Where shall we go?');
  assert.equal(await chat.own.count(), 1);
  const ids = server.frames.filter((frame) => frame.t === 'message').map((frame) => frame.id);
  assert.equal(new Set(ids).size, 2);
});

test('a question stays open while words do not answer it', async (t) => {
  const { server, chat } = await start(t);
  await chat.sees('Where shall we begin?');
  await chat.say('nothing new');
  await chat.sees('I see.');
  await chat.choice('Basics').click();
  await chat.sees('Where shall we go?');
  assert.equal(server.frames.at(-1).prompt_seq, 2);
  await chat.say('signs');
  await chat.sees('Does any of this sound familiar?');
  const pressed = chat.log.locator('.choices').nth(1).locator('[aria-pressed=true]');
  assert.deepEqual(await pressed.allTextContents(), ['Signs'], 'words can name a button');
});

test('Shift tells how often it is still to be pressed', async (t) => {
  const { page, chat } = await start(t);
  await chat.sees('Where shall we begin?');
  await page.keyboard.press('Shift');
  await page.getByRole('status').getByText('Press Shift 2 more times').waitFor();
  await page.keyboard.press('Shift');
  await page.getByRole('status').getByText('Press Shift 1 more time ').waitFor();
  await chat.input.press('Shift+A');
  assert.equal(await chat.input.inputValue(), 'A');
});

test('Shift counts while the launcher is closed, too', async (t) => {
  const { page, chat } = await start(t, {}, { 'index.html': '<!doctype html><html lang=en><title>A</title><script type=module src=/attune-chat.js></script><main><h1>A</h1></main><attune-chat mode=launcher></attune-chat>', 'away.html': '<!doctype html><title>Away</title>' });
  await chat.button('Chat with our guide').waitFor();
  await page.evaluate(() => document.querySelector('attune-chat').setAttribute('exit-url', `${location.origin}/away`));
  await page.keyboard.press('Shift');
  await page.getByRole('status').getByText('Press Shift 2 more times').waitFor();
  await check_accessibility(page, 'hint beside the launcher');
  await page.keyboard.press('Shift');
  await page.keyboard.press('Shift');
  await page.waitForURL('**/away');
});

test('the page\'s own line stands above the conversation, or beside the launcher', async (t) => {
  const line = 'Welcome to our clinic.';
  const { page, chat } = await start(t, {}, { 'index.html': `<!doctype html><html lang=en><title>A</title><script type=module src=/attune-chat.js></script><main><h1>A</h1><attune-chat greeting="${line}"></attune-chat></main>` });
  await chat.sees('Where shall we begin?');
  const top = async (locator) => (await locator.boundingBox()).y;
  assert.ok((await top(page.getByText(line))) < (await top(chat.bubbles.first())));
  assert.equal(await chat.log.getByText(line).count(), 0, 'it is no message');
  await check_accessibility(page, 'greeting');
});

test('by keyboard alone: in, through a question of many, help, and out again', async (t) => {
  const { server, page, chat } = await start(t, {}, { 'index.html': '<!doctype html><html lang=en><title>A</title><script type=module src=/attune-chat.js></script><main><h1>A</h1><a href="#x">Before</a></main><attune-chat mode=launcher></attune-chat>' });
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await chat.sees('Where shall we begin?');
  assert.ok(await has_focus(chat.input));
  const tab_to = async (target, key = 'Shift+Tab') => {
    for (let i = 0; i < 15; ++i) {
      if (await has_focus(target)) return;
      await page.keyboard.press(key);
    }
    assert.fail('never reached');
  };
  await tab_to(chat.choice('Signs'));
  const outline = await chat.choice('Signs').evaluate((button) => getComputedStyle(button).outlineStyle);
  assert.equal(outline, 'solid', 'the focus is seen');
  await page.keyboard.press('Enter');
  await chat.sees('Does any of this sound familiar?');
  await tab_to(chat.choice('Fear of closeness'), 'Tab');
  await page.keyboard.press('Space');
  await tab_to(chat.choice('Done'), 'Tab');
  await page.keyboard.press('Enter');
  await chat.sees('What next?');
  assert.deepEqual(server.frames.at(-1).value, ['fear_of_closeness']);
  await tab_to(chat.button('Get help now'));
  await page.keyboard.press('Enter');
  await page.getByRole('region', { name: 'Help right now' }).waitFor();
  await page.keyboard.press('Escape');
  assert.ok(await has_focus(chat.button('Get help now')));
  await page.keyboard.press('Escape');
  assert.ok(await has_focus(chat.button('Chat with our guide')));
});

test('the tree that a screen reader walks through holds the whole conversation, once', async (t) => {
  const { page, chat } = await start(t, { viewport: mobile });
  await chat.choice('Signs').click();
  await chat.choice('Feeling numb').click();
  await chat.choice('Done').click();
  await chat.sees('What next?');
  await eventually(async () => (await chat.log.locator('[data-state=sending]').count()) === 0, 'all is sent');
  assert.equal(await page.locator('attune-chat .frame').ariaSnapshot(), `- region "Chat with Harbor guide":
  - paragraph: Harbor guide
  - paragraph: Automated guide
  - button "Menu"
  - paragraph: I am a computer program, not a person.
  - button "Get help now"
  - button "Leave this page"
  - status
  - status
  - log "Messages":
    - text: "Harbor guide:"
    - paragraph: Hello. I am an automated guide.
    - text: "Harbor guide:"
    - paragraph: Where shall we begin?
    - group "Possible answers":
      - button "Basics" [disabled]
      - button "Signs" [disabled] [pressed]
    - text: "You:"
    - paragraph: Signs
    - text: "Harbor guide:"
    - paragraph: Does any of this sound familiar?
    - group "Possible answers":
      - button "Trust feels hard" [disabled]
      - button "Fear of closeness" [disabled]
      - button "Feeling numb" [disabled] [pressed]
      - button "Done" [disabled]
    - text: "You:"
    - paragraph: Feeling numb
    - text: "Harbor guide:"
    - paragraph: Thank you.
    - paragraph: "Your list:"
    - list:
      - listitem: one
      - listitem: two
    - text: "Harbor guide:"
    - paragraph: What next?
    - group "Possible answers":
      - button "Basics"
      - button "Signs"
  - text: Your message Enter sends, Shift and Enter starts a new line.
  - alert
  - textbox "Your message":
    - /placeholder: Type here, or choose above
  - button "Send"`);
});
