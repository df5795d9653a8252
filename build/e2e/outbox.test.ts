import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { tr } from '../../app/i18n/tr';
import { axeViolations } from './accessibility';
import { keepScreenshot, openApp, type RunningApp } from './app';
import { openExchange } from './exchange';
import { samples } from './packaged';
import { scratchFolder } from './scratch';
import { SendWindow } from './send-window';

const { outbox, sending, recipients } = tr;

/** The window with a letter in it, on an exchange of the test's own. */
async function openWithLetter({ undoSeconds = 0 } = {}) {
  const home = scratchFolder();
  writeFileSync(join(home, 'settings.json'), JSON.stringify({ undoSeconds }));
  const exchange = await openExchange();
  const env = { ...exchange.env, FAKSLA_API_KEY: exchange.key };
  const app = await openApp({ home, env, args: [samples.letter] });
  const window = new SendWindow(app.window);
  await expect.poll(() => window.pages().count()).toBe(1);
  await window.setHeader('IŞIK İnşaat');
  return { app, window, exchange };
}

const options = ({ window }: RunningApp) => window.getByRole('option');

it('the outbox filters, searches as Turkish is read, tells what happened, and asks before it sends again', async () => {
  const { app, window, exchange } = await openWithLetter();
  await window.addRecipient('0212 320 50 72; 0212 320 50 04');
  await window.send();
  await window.show('outbox');
  const { page } = window;
  // Of these, the exchange refuses the number that ends in 04.
  await expect.poll(() => options(app).getByText('Teslim edildi').count(), { timeout: 60_000 }).toBe(1);
  await page.getByRole('group', { name: outbox.filterLabel }).getByText(outbox.filters.failed).click();
  await expect.poll(() => options(app).count()).toBe(1);
  await page.getByRole('group', { name: outbox.filterLabel }).getByText(outbox.filters.all).click();
  await page.getByRole('searchbox').fill('ışik');
  await expect.poll(() => options(app).count()).toBe(2);
  await page.getByRole('searchbox').fill('50 72');
  await expect.poll(() => options(app).count()).toBe(1);

  await page.getByRole('listbox').focus();
  await page.keyboard.press('ArrowDown');
  const detail = page.getByRole('complementary', { name: outbox.detail });
  await detail.getByText(outbox.timeline.uploading).waitFor();
  await detail.getByText('Teslim edildi, 1 / 1 sayfa').last().waitFor();
  expect(await axeViolations(page)).toEqual([]);
  await keepScreenshot(page, 'outbox-detail');
  await detail.getByRole('button', { name: tr.ui.outbox.sendAgain }).click();
  const asked = page.getByRole('dialog');
  await asked.getByText(tr.ui.outbox.resendDeliveredText).waitFor();
  await asked.getByRole('button', { name: tr.ui.common.cancel }).click();
  expect(exchange.posts().length).toBe(2);
});

it('a fax just sent is taken back as it was', async () => {
  const { app, window, exchange } = await openWithLetter({ undoSeconds: 30 });
  await window.addRecipient('0212 320 50 72');
  await window.send();
  await app.window.getByRole('status').getByRole('button', { name: sending.undo }).click();
  const chips = app.window.getByRole('list', { name: tr.ui.compose.recipientsList }).getByRole('listitem');
  await expect.poll(() => chips.count()).toBe(1);
  expect(await window.pages().count()).toBe(1);
  expect(await window.button(tr.ui.compose.send).isEnabled()).toBe(true);
  expect(exchange.posts().length).toBe(0);
});

it('the same document to the same number within a day is asked about', async () => {
  const { app, window, exchange } = await openWithLetter();
  await window.addRecipient('0212 320 50 72');
  await window.send();
  await app.window.getByText(tr.ui.sent.finished).waitFor({ timeout: 60_000 });
  await window.button(tr.ui.sent.samePages).click();
  await window.addRecipient('0212 320 50 72');
  await window.send();
  const asked = app.window.getByRole('dialog', { name: sending.sentBeforeTitle });
  await asked.getByRole('button', { name: tr.ui.common.cancel }).click();
  await asked.waitFor({ state: 'detached' });
  expect(exchange.posts().length).toBe(1);
});

it('a fax for later waits, is shown with its moment, and is sent when it is brought forward', async () => {
  const { app, window, exchange } = await openWithLetter();
  await window.addRecipient('0212 320 50 72');
  await window.button(sending.more).click();
  await app.window.getByRole('menuitem', { name: sending.at }).click();
  await app.window.getByRole('dialog').getByRole('button', { name: sending.atConfirm }).click();
  await window.show('outbox');
  await options(app).getByText(tr.deliveries.queuedForTime).waitFor();
  expect(exchange.posts().length).toBe(0);
  await options(app).first().click();
  await window.button(outbox.retryNow).press('Enter');
  // The button has done its work and is gone: the keyboard goes on in the list.
  await expect.poll(() => app.window.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('listbox');
  await expect.poll(() => options(app).getByText('Teslim edildi').count(), { timeout: 60_000 }).toBe(1);
  expect(exchange.posts().length).toBe(1);
});

it('many recipients come by paste, each once, and what is no number is said', async () => {
  const { app } = await openWithLetter();
  const list = Array.from({ length: 300 }, (_, n) => `Firma <0212 320 ${1000 + n}>`);
  await pasteInto(app, [...list, '0212 320 10 00', '320 50 72'].join('\n'));
  await expect
    .poll(() => app.window.getByRole('list', { name: tr.ui.compose.recipientsList }).getByRole('listitem').count())
    .toBe(300);
  await app.window.getByText(recipients.why.noAreaCode.replace('{{input}}', '320 50 72')).waitFor();
  await app.window.getByText(/Zaten listede: 0212 320 10 00/).waitFor();
  expect(await axeViolations(app.window)).toEqual([]);
});

async function pasteInto({ window }: RunningApp, text: string): Promise<void> {
  await window.getByRole('textbox', { name: tr.ui.compose.recipients }).evaluate((field, pasted) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', pasted);
    field.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, text);
}

it('an address that the key must not travel to is said at Send and in the outbox, not taken for a dead network', async () => {
  const home = scratchFolder();
  writeFileSync(join(home, 'settings.json'), JSON.stringify({ undoSeconds: 0 }));
  const env = { FAKSLA_API_URL: 'http://fax.invalid', FAKSLA_API_KEY: 'no-real-key' };
  const app = await openApp({ home, env, args: [samples.letter] });
  const window = new SendWindow(app.window);
  const allow = (allowInsecureHttp: boolean): Promise<unknown> =>
    app.window.evaluate(
      (change) =>
        (globalThis as unknown as { faksla: { invoke(name: string, input: unknown): Promise<unknown> } }).faksla.invoke(
          'settings.change',
          change,
        ),
      { allowInsecureHttp },
    );
  await expect.poll(() => window.pages().count()).toBe(1);
  await window.setHeader('Ofis');
  await window.addRecipient('0212 320 50 72');
  await window.send();
  const sentence = tr.failures.insecureUrl.replace('{{url}}', 'http://fax.invalid');
  await app.window.getByRole('alert').filter({ hasText: sentence }).waitFor();
  await allow(true);
  await window.send();
  await window.show('outbox');
  await options(app).getByText(tr.deliveries.queuedForNetwork).waitFor();
  await allow(false);
  await options(app).getByText(tr.deliveries.queuedForAddress).waitFor();
  await app.window.getByRole('region', { name: tr.ui.nav.outbox }).getByText(sentence).waitFor();
  await allow(true);
  await options(app).getByText(tr.deliveries.queuedForNetwork).waitFor();
});
