// A visitor at the built server: through concepts, signs and questions, by buttons and by words, over reloads and cuts.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { chat_of, check_accessibility, mobile, open_page, picture } from './support/browser.mjs';
import { Server } from './support/server.mjs';
import { shared_browser } from './support/shared.mjs';

const browser = shared_browser();

async function visit(t, options = {}) {
  const server = await Server.start(t);
  const page = await open_page(t, browser.current, server.url, options);
  const chat = chat_of(page);
  await chat.sees('Where shall we begin?');
  return { server, page, chat, press: (label) => press(chat, label), ask: (text) => ask(chat, text) };
}

const open_choices = (chat) => chat.log.locator('.choices button:not([aria-disabled=true])');
const offered = (chat, label) => open_choices(chat).filter({ hasText: new RegExp(`^${label}`) });
const press = (chat, label) => offered(chat, label).click();

/** Presses and waits until the bot asks again. */
async function press_on(chat, label) {
  const asked = await chat.log.locator('.choices').count();
  await press(chat, label);
  await chat.log.locator('.choices').nth(asked).waitFor();
}

/** Writes, and waits until the bot asks again. */
async function ask(chat, text) {
  const asked = await chat.log.locator('.choices').count();
  await chat.say(text);
  await chat.log.locator('.choices').nth(asked).waitFor();
}

const said = async (chat) => (await chat.bubbles.allInnerTexts()).map((text) => text.trim());

/** Everything once: no event is shown twice. */
async function holds_together(chat) {
  assert.equal(await chat.own.filter({ hasText: 'Not sent' }).count(), 0);
  assert.equal(await chat.log.locator('[data-state=sending]').count(), 0);
}

test('by buttons alone, over a reload, to a summary', async (t) => {
  const { page, chat, press } = await visit(t);
  await check_accessibility(page, 'welcome');
  await picture(page, 'welcome');
  await press('Begin with the basics');
  await press('Go on');
  await press('Anxious');
  await chat.sees('This is called an anxious style.');
  await picture(page, 'desktop');
  await press('Go on');
  await press('Enough for now');
  await press('Signs to notice');
  await press('Trust or closeness');
  await press('Feeling numb');
  await check_accessibility(page, 'ticking signs');
  await picture(page, 'signs');
  await press_on(chat, 'Done');
  while ((await offered(chat, 'Go on').count()) > 0) await press_on(chat, 'Go on');
  await press('Questions to ask a therapist');
  for (const number of [1, 2, 3]) {
    await chat.sees(`Question ${number}:`);
    await press('Add it');
  }
  await press('Practical: cost');
  await press('Safety: what stays private');
  await picture(page, 'questions');
  await press('Done');
  await chat.sees('Your list:');
  const rows = chat.log.locator('.bubble li');
  await rows.getByText('What does healing look like in this kind of therapy?').waitFor();
  await rows.getByText('What stays private, and what does not?').waitFor();
  await open_choices(chat).first().waitFor();
  await picture(page, 'list');

  const before_reload = await said(chat);
  await page.reload();
  await open_choices(chat).first().waitFor();
  assert.deepEqual(await said(chat), before_reload);
  await check_accessibility(page, 'after a reload');
  await press('My summary');
  await chat.sees('Signs I noticed');
  await rows.getByText('Feeling numb or cut off').waitFor();
  await open_choices(chat).first().waitFor();
  await check_accessibility(page, 'summary');
  await picture(page, 'summary');
  await holds_together(chat);
});

test('by words alone, over a reload, to a summary', async (t) => {
  const { page, chat, ask } = await visit(t, { viewport: mobile, isMobile: true, hasTouch: true });
  await page.locator('attune-chat').scrollIntoViewIfNeeded();
  await ask('Begin with the basics please');
  await ask('go on');
  await ask('tell me about the anxious style');
  await chat.sees('This is called an anxious style.');
  await picture(page, 'mobile');
  await ask('go on');
  await ask('enough');
  await ask('signs');
  await chat.sees('six things');
  await ask('1 and 6');
  await chat.sees('About trust');
  await ask('go on');
  await ask('questions to ask a therapist');
  for (const number of [1, 2, 3]) {
    await chat.sees(`Question ${number}:`);
    await ask('yes');
  }
  await ask('privacy and cost');
  await chat.sees('Your list:');
  await chat.log.locator('.bubble li').getByText('What stays private, and what does not?').waitFor();
  await page.reload();
  await open_choices(chat).first().waitFor();
  await ask('my summary');
  await chat.sees('Questions I want to ask');
  await check_accessibility(page, 'mobile');
  await holds_together(chat);
});

test('the server is killed in the middle and comes back: nothing is lost, nothing twice', async (t) => {
  const { server, page, chat, press } = await visit(t);
  await press('Signs to notice');
  await open_choices(chat).first().waitFor();
  const before_cut = await said(chat);
  await server.kill();
  await chat.say('what is attachment');
  await chat.own.getByText('Not sent yet').waitFor();
  await check_accessibility(page, 'cut off');
  await server.launch();
  await open_choices(chat).first().waitFor();
  const after_cut = await said(chat);
  assert.deepEqual(after_cut.slice(0, before_cut.length), before_cut);
  assert.equal(after_cut.filter((text) => text === 'what is attachment').length, 1);
  assert.ok(after_cut.length > before_cut.length + 1, 'answered');
  await server.stop(); // in good order this time
  await server.launch();
  await press('Trust or closeness');
  await press('Done');
  await chat.sees('About trust');
  await holds_together(chat);
});

test('without a network words wait, and go out when it is back', async (t) => {
  const { page, chat } = await visit(t);
  await page.context().setOffline(true);
  await chat.say('signs');
  await page.context().setOffline(false);
  await chat.sees('six things');
  assert.equal(await chat.own.count(), 1);
});

test('in danger the answer stands out, with numbers to tap, also in the dark', async (t) => {
  const { page, chat } = await visit(t, { colorScheme: 'dark' });
  await chat.say('I want to kill myself');
  const crisis = chat.log.locator('.crisis');
  await crisis.first().waitFor();
  await open_choices(chat).first().waitFor();
  const links = await crisis.locator('a').evaluateAll((all) => all.map((link) => link.href));
  assert.ok(links.includes('tel:911'), links.join());
  assert.ok(links.includes('tel:988'), links.join());
  await check_accessibility(page, 'crisis');
  await picture(page, 'dark-crisis');
  await chat.button('Get help now').first().click();
  await check_accessibility(page, 'help card');
  await picture(page, 'dark-help');
});

test('deleting erases the conversation for good', async (t) => {
  const { page, chat, press } = await visit(t);
  await press('Signs to notice');
  await open_choices(chat).first().waitFor();
  await chat.button('Menu').click();
  await chat.button('Delete my data').click();
  await chat.button('Yes, delete it').click();
  await page.getByText('Your chat was deleted.').waitFor();
  await page.reload();
  await chat.sees('Where shall we begin?');
  assert.equal(await chat.own.count(), 0);
});
