// The widget against the stand-in server: what it shows and how it is used.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { check_accessibility, desktop, mobile, picture } from './support/browser.mjs';
import { at_fake, eventually, shared_browser } from './support/shared.mjs';

const browser = shared_browser();
const start = (...what) => at_fake(browser, ...what);

test('a visitor is greeted, presses a button and sees what was chosen', async (t) => {
  const { page, chat } = await start(t);
  await chat.sees('Where shall we begin?');
  await check_accessibility(page, 'greeting');
  await chat.choice('Basics').click();
  await chat.sees('Where shall we go?');
  const first = chat.log.locator('.choices').first().getByRole('button', { name: 'Basics' });
  assert.equal(await first.getAttribute('aria-pressed'), 'true');
  assert.equal(await first.getAttribute('aria-disabled'), 'true');
  assert.ok(await first.evaluate((button) => button.getRootNode().activeElement === button), 'the focus stayed');
  await check_accessibility(page, 'after a choice');
  assert.equal(await chat.own.count(), 1);
});

test('ticking several, or none, answers a question that takes several', async (t) => {
  const { server, page, chat } = await start(t);
  await chat.choice('Signs').click();
  await chat.sees('Does any of this sound familiar?');
  await chat.choice('None of these').waitFor();
  await chat.choice('Trust feels hard').click();
  await chat.choice('Feeling numb').click();
  assert.equal(await chat.choice('Trust feels hard').getAttribute('aria-pressed'), 'true');
  await check_accessibility(page, 'many-of');
  await picture(page, 'many-of');
  await chat.choice('Done').click();
  await chat.sees('What next?');
  assert.deepEqual(server.frames.at(-1).value, ['trust_feels_hard', 'feeling_numb']);
  assert.deepEqual(await chat.log.locator('.bubble li').allTextContents(), ['one', 'two']);
  await chat.choice('Signs').click();
  await chat.choice('None of these').click();
  await eventually(() => server.frames.at(-1).value?.length === 0, 'an empty answer');
});

test('typing works, markup is only text, and the keys are those one knows', async (t) => {
  const { page, chat } = await start(t);
  await chat.sees('Where shall we begin?');
  await chat.input.fill('one');
  await chat.input.press('Shift+Enter');
  await page.keyboard.type('two <b>markup</b>');
  await chat.input.press('Enter');
  await chat.sees('<script>document.title=1</script>');
  assert.equal(await page.title(), 'Harbor Clinic');
  assert.equal(await chat.log.locator('img, script, b').count(), 0);
  assert.equal(await chat.own.locator('.bubble').innerText(), 'one\ntwo <b>markup</b>');
  assert.equal(await chat.input.inputValue(), '');
});

test('in a crisis the reply stands out, and help stays in sight with numbers to tap', async (t) => {
  const { page, chat } = await start(t, { viewport: mobile });
  const pinned = page.getByRole('region', { name: 'Get help now' });
  await chat.say('it is hopeless');
  await chat.sees('I am glad you wrote.');
  const hrefs = (place) => place.getByRole('link').evaluateAll((all) => all.map((link) => link.href));
  assert.deepEqual(await hrefs(chat.log.locator('.crisis .bubble')), ['tel:911', 'tel:988']);
  assert.deepEqual(await hrefs(pinned), ['tel:911', 'tel:988', 'sms:988']);
  assert.ok(await chat.input.evaluate((input) => input.getRootNode().activeElement === input), 'the focus stayed');
  await check_accessibility(page, 'crisis');
  await picture(page, 'crisis');
  await chat.say('something else');
  await chat.sees('Where shall we go?');
  await page.reload();
  await chat.sees('Where shall we go?');
  await pinned.getByRole('link', { name: 'Call 911' }).waitFor();
  await chat.button('Get help now').click();
  const card = page.getByRole('region', { name: 'Help right now' });
  await card.getByRole('link', { name: 'Call: Emergency: call 911' }).waitFor();
  assert.deepEqual(await hrefs(card), ['tel:911', 'tel:988', 'sms:988', 'https://chat.988lifeline.example/']);
  await check_accessibility(page, 'help card');
  await picture(page, 'help');
  await page.keyboard.press('Escape');
  await card.waitFor({ state: 'hidden' });
  assert.ok(await chat.button('Get help now').evaluate((button) => button.getRootNode().activeElement === button));
});

test('deleting asks first, deletes, and offers a new start', async (t) => {
  const { server, page, chat } = await start(t);
  await chat.choice('Basics').click();
  await chat.sees('Where shall we go?');
  await chat.button('Menu').click();
  await check_accessibility(page, 'menu');
  await chat.button('Delete my data').click();
  assert.ok(await chat.button('Keep it').evaluate((button) => button.getRootNode().activeElement === button));
  await check_accessibility(page, 'confirmation');
  await picture(page, 'delete');
  await chat.button('Yes, delete it').click();
  await page.getByText('Your chat was deleted.').waitFor();
  await check_accessibility(page, 'erased');
  assert.equal(await chat.bubbles.count(), 0);
  assert.equal(server.sessions.size, 0);
  assert.equal(await page.evaluate(() => Object.values(sessionStorage).join().includes('token')), false);
  await chat.button('Start a new chat').click();
  await chat.sees('Where shall we begin?');
});

test('starting over is one press in the menu', async (t) => {
  const { server, chat } = await start(t);
  await chat.sees('Where shall we begin?');
  await chat.button('Menu').click();
  await chat.button('Start over').click();
  await chat.sees('Where shall we go?');
  assert.equal(server.frames.at(-1).text, 'start over');
});

for (const [way, act] of [
  ['the button', (page) => page.getByRole('button', { name: 'Leave this page' }).click()],
  ['Shift three times', async (page) => { for (let i = 0; i < 3; ++i) await page.keyboard.press('Shift'); }],
]) {
  test(`leaving by ${way} clears the tab, covers the page and goes elsewhere`, async (t) => {
    const pages = { 'index.html': '<!doctype html><html lang=en><title>A page</title><script type=module src=/attune-chat.js></script><main><h1>A page</h1><attune-chat exit-url="/away.html"></attune-chat></main>' };
    const { server, page, chat } = await start(t, {}, pages);
    await chat.sees('Where shall we begin?');
    pages['index.html'] = pages['index.html'].replace('/away.html', `${server.origin}/away.html`);
    pages['away.html'] = '<!doctype html><title>Away</title><p>The weather';
    await page.reload();
    await chat.sees('Where shall we begin?');
    await act(page);
    await page.waitForURL('**/away.html');
    assert.equal(await page.evaluate(() => sessionStorage.length), 0);
    await page.goBack();
    assert.notEqual(await page.title(), 'A page');
  });
}

test('the launcher opens, closes with Escape and gives the focus back', async (t) => {
  const pages = { 'index.html': '<!doctype html><html lang=en><meta name=viewport content="width=device-width"><title>A page</title><script type=module src=/attune-chat.js></script><main><h1>A page</h1><p>Text <a href="/">link</a></main><attune-chat mode=launcher></attune-chat>' };
  const { server, page, chat } = await start(t, {}, pages);
  await chat.button('Chat with our guide').waitFor();
  await check_accessibility(page, 'closed launcher');
  await picture(page, 'launcher-closed');
  assert.equal(server.sessions.size, 0, 'nothing begins before somebody wants it');
  await chat.button('Chat with our guide').click();
  await chat.sees('Where shall we begin?');
  assert.ok(await chat.input.evaluate((input) => input.getRootNode().activeElement === input));
  await check_accessibility(page, 'open launcher');
  await picture(page, 'launcher-open');
  await page.reload();
  await chat.sees('Where shall we begin?');
  await chat.input.focus();
  await page.keyboard.press('Escape');
  const button = chat.button('Chat with our guide');
  assert.ok(await button.evaluate((element) => element.getRootNode().activeElement === element));
  await page.setViewportSize(mobile);
  await button.click();
  await check_accessibility(page, 'full screen');
  await picture(page, 'launcher-mobile');
  for (let i = 0; i < 12; ++i) await page.keyboard.press('Tab');
  assert.equal(await page.evaluate(() => document.activeElement.localName), 'attune-chat');
});

test('it reflows at 320 px, has large targets, and knows dark and forced colours', async (t) => {
  const { page, chat } = await start(t, { viewport: { width: 320, height: 640 } });
  await chat.sees('Where shall we begin?');
  assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= 320), 'no sideways scrolling');
  const sizes = await page.locator('attune-chat button:visible, attune-chat textarea').evaluateAll((all) => all.map((target) => target.getBoundingClientRect()).map(({ width, height }) => Math.min(width, height)));
  assert.ok(sizes.every((size) => size >= 44), `targets: ${sizes}`);
  assert.ok(await chat.input.evaluate((input) => parseFloat(getComputedStyle(input).fontSize) >= 16));
  await picture(page, 'narrow');
  await page.emulateMedia({ colorScheme: 'dark' });
  await check_accessibility(page, 'dark');
  await page.emulateMedia({ colorScheme: 'light', forcedColors: 'active' });
  await check_accessibility(page, 'forced colours');
  await picture(page, 'forced-colours');
  await page.emulateMedia({ forcedColors: 'none' });
  await page.setViewportSize(desktop);
  await page.evaluate(() => (document.documentElement.dir = 'rtl'));
  await check_accessibility(page, 'right to left');
  await picture(page, 'rtl');
});
