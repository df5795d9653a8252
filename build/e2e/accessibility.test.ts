import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { tr } from '../../app/i18n/tr';
import { axeViolations } from './accessibility';
import { keepScreenshot, openApp } from './app';
import { samples } from './packaged';
import { scratchFolder } from './scratch';
import { SendWindow } from './send-window';

it.each(['light', 'dark'] as const)('axe finds nothing on any screen (%s)', async (theme) => {
  const home = scratchFolder();
  writeFileSync(join(home, 'settings.json'), JSON.stringify({ theme }));
  const app = await openApp({ home, args: ['--force-prefers-reduced-motion'] });
  const window = new SendWindow(app.window);
  const check = async (screen: string): Promise<void> => {
    await keepScreenshot(app.window, `${screen}-${theme}`);
    expect({ screen, violations: await axeViolations(app.window) }).toEqual({ screen, violations: [] });
  };

  await app.window.getByRole('dialog').waitFor();
  await check('welcome');
  await window.useDemo();
  await check('empty');
  await window.drop(samples.letter, samples.form);
  await expect.poll(() => window.pages().count()).toBe(2);
  await window.addRecipient('0 212 320 50 72');
  await window.addRecipient('0532 111 22 33');
  await window.setHeader('Deneme');
  await check('compose');
  await window.send();
  await app.window.getByRole('heading', { name: tr.ui.sent.title }).waitFor();
  await check('sent');
  for (const screen of ['outbox', 'pending', 'records', 'settings'] as const) {
    await window.show(screen);
    await app.window.getByRole('heading', { level: 1 }).last().waitFor();
    await check(screen);
  }
  await window.show('outbox');
  await app.window.getByRole('option').first().click();
  await check('outbox-one');
  await app.window.keyboard.press('Control+a');
  await app.window.getByRole('heading', { name: tr.outbox.selected.replace('{{n}}', '2') }).waitFor();
  await check('outbox-several');
});
