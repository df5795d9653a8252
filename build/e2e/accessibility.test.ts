import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
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
  await check('compose');
  for (const screen of ['outbox', 'pending', 'records', 'settings'] as const) {
    await window.show(screen);
    await app.window.getByRole('heading', { level: 1 }).last().waitFor();
    await check(screen);
  }
});
