import { once } from 'node:events';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ElectronApplication } from 'playwright-core';
import { expect, it } from 'vitest';
import { tr } from '../../app/i18n/tr';
import { openApp } from './app';
import { openExchange } from './exchange';
import { samples } from './packaged';
import { scratchFolder } from './scratch';
import { SendWindow } from './send-window';

/** Answers native questions with their button number `response`, and remembers them. */
const answerWith = (electron: ElectronApplication, response: number): Promise<void> =>
  electron.evaluate(({ dialog }, answer) => {
    const asked: unknown[] = ((globalThis as { asked?: unknown[] }).asked = []);
    dialog.showMessageBox = (...words: unknown[]) => {
      asked.push(words.at(-1));
      return Promise.resolve({ response: answer, checkboxChecked: false });
    };
  }, response);

const asked = (electron: ElectronApplication): Promise<string> =>
  electron.evaluate(() => JSON.stringify((globalThis as { asked?: unknown[] }).asked));

it('with a fax that waits, closing asks once and quitting says what waits', async () => {
  const home = scratchFolder();
  const exchange = await openExchange();
  const env = { ...exchange.env, FAKSLA_API_KEY: exchange.key };
  const app = await openApp({ home, env, args: [samples.letter] });
  const window = new SendWindow(app.window);
  await expect.poll(() => window.pages().count()).toBe(1);
  await window.setHeader('Ofis');
  await window.addRecipient('0212 320 50 72');
  await window.button(tr.sending.more).click();
  await app.window.getByRole('menuitem', { name: tr.sending.at }).click();
  await app.window.getByRole('dialog').getByRole('button', { name: tr.sending.atConfirm }).click();
  await app.window.getByRole('heading', { name: tr.ui.sent.title }).waitFor();

  const close = (): Promise<void> =>
    app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
  await answerWith(app.electron, 0);
  await close();
  await expect.poll(() => asked(app.electron)).toContain(tr.background.closing.message);
  const kept = (): unknown =>
    (JSON.parse(readFileSync(join(home, 'settings.json'), 'utf8')) as object)['whenClosed' as never];
  await expect.poll(kept).toBe('keep');
  await window.show('settings');
  const choice = app.window.getByRole('radio', { name: tr.preferences.whenClosedChoices.keep, exact: true });
  await expect.poll(() => choice.isChecked()).toBe(true);
  await answerWith(app.electron, 1);
  await close();
  await app.electron.evaluate(({ app: program }) => program.quit());
  await expect.poll(() => asked(app.electron)).toContain('1 faks bekliyor');
  expect(await asked(app.electron)).not.toContain(tr.background.closing.message);
  expect(await app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);

  // The end of a session asks nothing: an answer would never come.
  await app.electron.evaluate(({ dialog }) => {
    dialog.showMessageBox = () => new Promise(() => undefined);
  });
  const ended = once(app.electron.process(), 'exit');
  app.electron.process().kill('SIGTERM');
  await ended;
});

it.runIf(process.platform === 'linux')('on wish it starts at login, hidden', async () => {
  const home = scratchFolder();
  const config = scratchFolder();
  writeFileSync(join(home, 'settings.json'), JSON.stringify({ account: 'demo' }));
  const app = await openApp({ home, env: { XDG_CONFIG_HOME: config } });
  const entry = join(config, 'autostart/faksla.desktop');
  await new SendWindow(app.window).show('settings');
  const choice = app.window.getByRole('checkbox', { name: tr.preferences.startAtLogin });
  await choice.check();
  await expect.poll(() => existsSync(entry) && readFileSync(entry, 'utf8')).toContain('--hidden');
  await choice.uncheck();
  await expect.poll(() => existsSync(entry)).toBe(false);
});

it('says on any screen that something could not be kept', async () => {
  const home = scratchFolder();
  const settings = join(home, 'settings.json');
  writeFileSync(settings, JSON.stringify({ account: 'demo' }));
  const app = await openApp({ home });
  const window = new SendWindow(app.window);
  await window.show('settings');
  rmSync(settings);
  mkdirSync(join(settings, 'in the way'), { recursive: true });
  await app.window.getByRole('radio', { name: tr.preferences.whenClosedChoices.quit, exact: true }).click();
  const told = app.window.getByRole('alert').filter({ hasText: tr.failures.unexpected });
  await told.waitFor();
  await window.show('outbox');
  await told.getByRole('button', { name: tr.ui.common.dismiss }).click();
  await told.waitFor({ state: 'detached' });
});
