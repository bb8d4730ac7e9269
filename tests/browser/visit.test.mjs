// A visitor at the built server with the bot it ships: by buttons and by words, over reloads and cuts. What the bot
// says changes; so these tests hold to what is said, not to its wording.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { chat_of, check_accessibility, mobile, open_page, picture } from './support/browser.mjs';
import { Server } from './support/server.mjs';
import { eventually, shared_browser } from './support/shared.mjs';

const browser = shared_browser();

async function visit(t, options = {}) {
  const server = await Server.start(t);
  const page = await open_page(t, browser.current, server.url, options);
  const chat = chat_of(page);
  await open_choices(chat).first().waitFor();
  return { server, page, chat };
}

const open_choices = (chat) => chat.log.locator('.choices button:not([aria-disabled=true])');
const answers = (chat) => chat.log.locator('.bot .bubble');
const said = async (chat) => (await chat.bubbles.allInnerTexts()).map((text) => text.trim());

/** Does something, and waits until the bot has answered. */
async function answered(chat, act) {
  const before = await answers(chat).count();
  await act();
  await eventually(async () => (await answers(chat).count()) > before, 'an answer');
}

const press_first = (chat) => answered(chat, async () => {
  await open_choices(chat).first().click();
  const done = open_choices(chat).filter({ hasText: /^Done$/ });
  if ((await done.count()) > 0) await done.click();
});

const ask = (chat, text) => answered(chat, () => chat.say(text));

/** Nothing waits, and nothing is shown twice. */
async function holds_together(chat) {
  await eventually(async () => (await chat.log.locator('[data-state=sending], [data-state=waiting]').count()) === 0, 'all is sent');
  const seqs = await chat.log.locator('[data-seq]').evaluateAll((rows) => rows.map((row) => Number(row.dataset.seq)));
  assert.deepEqual(seqs, [...new Set(seqs)].sort((a, b) => a - b));
}

test('by buttons alone, over a reload, to a summary one can keep', async (t) => {
  const { page, chat } = await visit(t);
  await check_accessibility(page, 'welcome');
  await picture(page, 'welcome');
  for (let i = 0; i < 6 && (await open_choices(chat).count()) > 0; ++i) await press_first(chat);
  await check_accessibility(page, 'after some choices');
  await picture(page, 'visit');
  const before_reload = await said(chat);
  await page.reload();
  await eventually(async () => (await chat.bubbles.count()) === before_reload.length, 'all is back');
  assert.deepEqual(await said(chat), before_reload);
  await ask(chat, 'my summary');
  await page.getByRole('button', { name: 'Print' }).waitFor();
  await check_accessibility(page, 'summary');
  await picture(page, 'visit-summary');
  await holds_together(chat);
});

test('by words alone, on a phone', async (t) => {
  const { page, chat } = await visit(t, { viewport: mobile, isMobile: true, hasTouch: true });
  await page.locator('attune-chat').scrollIntoViewIfNeeded();
  for (const text of ['what is attachment', 'go on', 'signs to notice', '1', 'what should I ask a therapist', 'my summary']) await ask(chat, text);
  await check_accessibility(page, 'mobile');
  await picture(page, 'visit-mobile');
  await holds_together(chat);
});

test('the language changes in the middle, for the bot, its help lines and the words around, and back', async (t) => {
  const { page, chat } = await visit(t);
  await ask(chat, 'what is attachment');
  await answered(chat, async () => {
    await chat.button('Menu').click();
    await chat.button('Español').click();
  });
  await page.getByRole('textbox', { name: 'Tu mensaje' }).waitFor();
  await eventually(async () => (await answers(chat).last().getAttribute('lang')) === 'es', 'the bot speaks Spanish');
  await open_choices(chat).getByText('Un ejemplo').waitFor();
  await page.getByText('Soy un programa de computadora').first().waitFor();
  await chat.button('Ayuda ahora').first().click();
  await page.getByText('Emergencia: llama al 911').waitFor();
  await check_accessibility(page, 'Spanish');
  await picture(page, 'visit-spanish');
  await page.getByRole('textbox', { name: 'Tu mensaje' }).fill('in english');
  await page.keyboard.press('Enter');
  await chat.input.waitFor();
  await open_choices(chat).getByText('An example').waitFor();
  await holds_together(chat);
});

test('the server is killed in the middle and comes back: nothing is lost, nothing twice', async (t) => {
  const { server, page, chat } = await visit(t);
  await press_first(chat);
  const before_cut = await said(chat);
  await server.kill();
  await chat.say('what is attachment');
  await chat.own.getByText('Not sent yet').waitFor();
  await check_accessibility(page, 'cut off');
  await server.launch();
  await eventually(async () => (await chat.bubbles.count()) > before_cut.length + 1, 'answered');
  const after_cut = await said(chat);
  assert.deepEqual(after_cut.slice(0, before_cut.length), before_cut);
  assert.equal(after_cut.filter((text) => text === 'what is attachment').length, 1);
  await server.stop(); // in good order this time
  await server.launch();
  await ask(chat, 'signs');
  await holds_together(chat);
});

test('without a network words wait, and go out when it is back', async (t) => {
  const { page, chat } = await visit(t);
  await page.context().setOffline(true);
  await chat.say('signs');
  await answered(chat, () => page.context().setOffline(false));
  assert.equal(await chat.own.count(), 1);
});

test('in danger the answer stands out, with numbers to tap, also in the dark', async (t) => {
  const { page, chat } = await visit(t, { colorScheme: 'dark' });
  await ask(chat, 'I want to kill myself');
  await chat.log.locator('.crisis').first().waitFor();
  const pinned = page.getByRole('region', { name: 'Get help now' });
  const links = await pinned.getByRole('link').evaluateAll((all) => all.map((link) => link.href));
  assert.ok(links.includes('tel:911'), links.join());
  assert.ok(links.includes('tel:988'), links.join());
  await check_accessibility(page, 'crisis');
  await picture(page, 'visit-crisis');
  await chat.button('Get help now').first().click();
  await check_accessibility(page, 'help card');
});

test('deleting erases the conversation for good', async (t) => {
  const { page, chat } = await visit(t);
  await press_first(chat);
  await chat.button('Menu').click();
  await chat.button('Delete my data').click();
  await chat.button('Yes, delete it').click();
  await page.getByText('Your chat was deleted.').waitFor();
  await page.reload();
  await open_choices(chat).first().waitFor();
  assert.equal(await chat.own.count(), 0);
});
