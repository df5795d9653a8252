import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, it } from 'vitest';
import { tr } from '../../app/i18n/tr';
import { environment, openApp } from './app';
import { asRoot, packaged, samples } from './packaged';
import { scratchFolder } from './scratch';
import { SendWindow } from './send-window';

it('a second start hands its files to the window that is open', async () => {
  const home = scratchFolder();
  const app = await openApp({ home, args: ['--demo', samples.letter] });
  const window = new SendWindow(app.window);
  await expect.poll(() => window.pages().count()).toBe(1);
  const second = spawn(packaged.launcher, [...asRoot, samples.form], { env: environment(home, {}), stdio: 'ignore' });
  const [code] = (await once(second, 'exit')) as [number];
  expect(code).toBe(0);
  await window.button(tr.ui.arrivals.here).click();
  await expect.poll(() => window.pages().count()).toBe(2);
});
