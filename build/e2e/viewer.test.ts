import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { tr } from '../../app/i18n/tr';
import { openApp, type RunningApp } from './app';
import { openExchange } from './exchange';
import { scratchFolder } from './scratch';
import { SendWindow } from './send-window';

const { viewer, history } = tr;

/** The name by which assistive technology calls what has the keyboard. */
const focused = ({ window }: RunningApp): Promise<string> =>
  window.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.id ?? '');

it('the viewer is worked by keys alone: opened, turned, printed, saved, answered', async () => {
  const home = scratchFolder();
  const saved = join(home, 'saved.pdf');
  const exchange = await openExchange();
  const app = await openApp({ home, env: { ...exchange.env, FAKSLA_API_KEY: exchange.key } });
  await app.electron.evaluate(({ dialog, BrowserWindow }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
    const [contents] = BrowserWindow.getAllWindows().map(({ webContents }) => webContents);
    if (contents) contents.print = (_options, done) => done?.(false, 'The printer is on fire');
  }, saved);
  const window = new SendWindow(app.window);
  const page = app.window.locator('[role="region"] canvas[data-page="1"]');
  const drawn = page.and(app.window.locator('[aria-busy="false"]'));
  const { keyboard } = app.window;
  const isOnItsSide = async (): Promise<boolean> => {
    const box = await page.boundingBox();
    return box !== null && box.width > box.height;
  };
  await window.show('records');
  await window.button(history.tabs.inbound).click();
  await app.window.getByRole('listbox').focus();
  for (const key of ['Home', 'Enter']) await keyboard.press(key);
  await drawn.waitFor();
  await expect.poll(() => focused(app)).toBe(viewer.pagesOf);
  expect(await isOnItsSide()).toBe(false);
  const zoomIn = window.button(viewer.zoomIn);
  const place = await zoomIn.boundingBox();
  await zoomIn.click();
  await app.window.getByText(/^%\d+$/).waitFor();
  expect(await zoomIn.boundingBox()).toEqual(place);
  await app.window.getByRole('region', { name: viewer.pagesOf }).focus();
  await keyboard.press('r');
  await expect.poll(isOnItsSide).toBe(true);

  // The note is reached by Tab, and what is no text is meant for the fax there, too.
  await keyboard.press('Tab');
  await keyboard.type('klavyeyle');
  await keyboard.press('Control+s');
  const beginning = (): string => (existsSync(saved) ? readFileSync(saved, 'latin1').slice(0, 5) : '');
  await expect.poll(beginning).toBe('%PDF-');
  await keyboard.press('Control+p');
  await app.window.getByText(viewer.printFailed).waitFor();

  await keyboard.press('Tab');
  await app.window.getByRole('region', { name: viewer.pagesOf }).focus();
  await keyboard.press('Escape');
  await expect.poll(() => focused(app)).toMatch(new RegExp(history.list.replace('{{n}}', '\\d+')));
  await keyboard.press('Enter');
  await drawn.waitFor();
  expect(await isOnItsSide()).toBe(true);
  expect(await app.window.getByRole('textbox', { name: viewer.noteLabel, exact: true }).inputValue()).toBe('klavyeyle');

  await window.button(viewer.reply).focus();
  await keyboard.press('Enter');
  await expect.poll(() => focused(app)).toBe('compose-recipients');
});
