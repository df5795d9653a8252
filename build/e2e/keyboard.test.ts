import { expect, it } from 'vitest';
import { tr } from '../../app/i18n/tr';
import { openApp } from './app';
import { samples } from './packaged';
import { scratchFolder } from './scratch';
import { SendWindow } from './send-window';

it('pages are ordered, removed and brought back by keyboard', async () => {
  const app = await openApp({ home: scratchFolder(), args: ['--demo', samples.letter, samples.form] });
  const window = new SendWindow(app.window);
  const names = (): Promise<string[]> =>
    window.pages().evaluateAll((rows) => rows.map((row) => row.getAttribute('aria-label') ?? ''));
  await expect.poll(names).toEqual(['Sayfa 1: mektup.png', 'Sayfa 2: form.jpg']);

  await window.pages().first().click();
  await app.window.keyboard.press('Alt+ArrowDown');
  await expect.poll(names).toEqual(['Sayfa 1: form.jpg', 'Sayfa 2: mektup.png']);
  await app.window.keyboard.press('Delete');
  await expect.poll(names).toEqual(['Sayfa 1: form.jpg']);
  await window.button(tr.ui.compose.undo).press('Enter');
  await expect.poll(names).toEqual(['Sayfa 1: form.jpg', 'Sayfa 2: mektup.png']);
});

it('a page is cut by keyboard, and keys go on where they were', async () => {
  const app = await openApp({ home: scratchFolder(), args: ['--demo', samples.form] });
  const window = new SendWindow(app.window);
  const { crop, corners } = tr.ui.compose;
  const button = window.button(crop);
  const focused = (): Promise<string> =>
    app.window.evaluate(
      () => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent ?? '',
    );

  await button.press('Enter');
  await expect.poll(focused).toBe(crop);
  await app.window.keyboard.press('Escape');
  await button.waitFor();
  await expect.poll(focused).toBe(crop);

  await app.window.keyboard.press('Enter');
  await app.window.getByRole('img', { name: tr.ui.compose.cropPicture }).waitFor();
  await app.window.keyboard.press('Tab');
  const place = await focused();
  expect(place).toContain(corners.topLeft);
  await app.window.keyboard.press('Shift+ArrowRight');
  await expect.poll(focused).not.toBe(place);
  await window.button(tr.ui.compose.cropApply).press('Enter');
  await expect.poll(focused).toBe(crop);
});
