import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { tr } from '../../app/i18n/tr';
import { keepScreenshot, openApp } from './app';
import { samples } from './packaged';
import { scratchFolder } from './scratch';
import { SendWindow } from './send-window';

const { compose, restored } = tr.ui;

/** The draft's file, as text; empty while there is none. */
function draftIn(home: string): string {
  try {
    return readFileSync(join(home, 'demo/draft/draft.json'), 'utf8');
  } catch {
    return '';
  }
}

it('a fax in the making outlives the program’s being killed, and goes once it is sent', async () => {
  const home = scratchFolder();
  const first = await openApp({ home, args: ['--demo', samples.letter] });
  const window = new SendWindow(first.window);
  await expect.poll(() => window.pages().count()).toBe(1);
  // This one has no path: main has to copy it.
  await window.drop(samples.form);
  await expect.poll(() => window.pages().count()).toBe(2);
  await window.button(compose.rotateRight).click();
  await window.setHeader('Çınaraltı Mobilya');
  await window.addRecipient('0 212 320 50 72');
  await expect.poll(() => draftIn(home)).toMatch(/"rotation":90.*"902123205072".*Çınaraltı Mobilya/);
  const process = first.electron.process();
  process.kill('SIGKILL');
  await expect.poll(() => process.signalCode).toBe('SIGKILL');

  const second = await openApp({ home, args: ['--demo'] });
  const again = new SendWindow(second.window);
  await second.window.getByText(restored.text).waitFor();
  await expect.poll(() => again.pages().count()).toBe(2);
  await keepScreenshot(second.window, 'draft-restored');
  expect(await second.window.getByRole('textbox', { name: compose.header }).inputValue()).toBe('Çınaraltı Mobilya');
  await second.window.getByText('0212 320 50 72').waitFor();
  await again.send();
  await second.window
    .getByRole('heading', { name: new RegExp(`^(${tr.ui.sent.title}|${tr.ui.sent.finished})`) })
    .waitFor();
  expect(draftIn(home)).toBe('');
  await second.close();

  const third = await openApp({ home, args: ['--demo'] });
  await third.window.getByText(compose.emptyTitle).waitFor();
  expect(await new SendWindow(third.window).pages().count()).toBe(0);
});
